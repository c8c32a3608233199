# The public names: for type checkers, and for the lazy import of each when it is first used.
from . import languages, metrics
from .articles.article import Article, Articles, Rejection
from .articles.intake import read_articles
from .copies.deduplication import Deduplication, DroppedArticle
from .copies.find import find_copies
from .copies.groups import CopyGroups
from .copies.relations import Relation
from .copies.signatures import Signatures, sketch_articles
from .events.answers.assign import Link, Placement
from .events.answers.explain import Contribution, Explanation
from .events.answers.stories import Story
from .events.answers.weakest import WeakestLink
from .events.evidence.model import Model
from .events.find import find_events
from .events.groups import EventGroups
from .events.training.training import train_evidence
from .figures.claim import FigureClaim, Scope
from .figures.figure import Alternative, ReconciledFigure
from .figures.read.extract import extract_figures
from .figures.read.inventory import PrintedAmount, read_amounts
from .figures.read.trace import FigureTrace, RuleFired, explain_figures
from .figures.reconcile.event_dates import EventDates
from .figures.reconcile.explain import ExplainedPair, FigureExplanation, explain_figure
from .figures.reconcile.figures import reconcile
from .interfaces import plots, spark
from .interfaces.estimators import CopyClusterer, EventClusterer, MinHashVectorizer
from .languages import Role, register_language
from .metrics import Agreement, Scores
from .records.collection import EventCollection
from .records.consolidation import consolidate, record_of
from .records.people import Person
from .records.places import Place
from .records.quotes import Quote
from .records.record import EventRecord, Report
from .records.summary import Passage, Summary
from .records.timeline import Statement
from .store.identity import fold_changes
from .store.opening import open_store
from .store.store import EventStore
from .store.tables.connection import is_store
from .store.values import Change, Changes, EventSummary, StoredState
from .support.errors import (
    ArticleWarning,
    InputError,
    MissingExtraError,
    NewsdedupError,
    SettingError,
    StoreError,
    UnknownArticleError,
    UnknownEventError,
    UnknownFigureError,
)
from .support.evidence import EvidenceTerm

__version__: str

__all__ = [
    "Agreement",
    "Alternative",
    "Article",
    "ArticleWarning",
    "Articles",
    "Change",
    "Changes",
    "Contribution",
    "CopyClusterer",
    "CopyGroups",
    "Deduplication",
    "DroppedArticle",
    "EventClusterer",
    "EventCollection",
    "EventDates",
    "EventGroups",
    "EventRecord",
    "EventStore",
    "EventSummary",
    "EvidenceTerm",
    "ExplainedPair",
    "Explanation",
    "FigureClaim",
    "FigureExplanation",
    "FigureTrace",
    "InputError",
    "Link",
    "MinHashVectorizer",
    "MissingExtraError",
    "Model",
    "NewsdedupError",
    "Passage",
    "Person",
    "Place",
    "Placement",
    "PrintedAmount",
    "Quote",
    "ReconciledFigure",
    "Rejection",
    "Relation",
    "Report",
    "Role",
    "RuleFired",
    "Scope",
    "Scores",
    "SettingError",
    "Signatures",
    "Statement",
    "StoreError",
    "StoredState",
    "Story",
    "Summary",
    "UnknownArticleError",
    "UnknownEventError",
    "UnknownFigureError",
    "WeakestLink",
    "consolidate",
    "explain_figure",
    "explain_figures",
    "extract_figures",
    "find_copies",
    "find_events",
    "fold_changes",
    "is_store",
    "languages",
    "metrics",
    "open_store",
    "plots",
    "read_amounts",
    "read_articles",
    "reconcile",
    "record_of",
    "register_language",
    "sketch_articles",
    "spark",
    "train_evidence",
]

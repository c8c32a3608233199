# The public names, for type checkers and for the lazy import of each when it is first asked for.
from . import metrics
from .articles.article import Article, Articles, Rejection
from .articles.intake import read_articles
from .consolidate import consolidate, record_of
from .copies.find import find_copies
from .copies.groups import CopyGroups
from .copies.signatures import Signatures, sketch_articles
from .events.explain import Explanation, WeakestLink
from .events.find import find_events
from .events.groups import EventGroups
from .events.training import train_evidence
from .figures.claim import FigureClaim, Scope
from .figures.figure import ReconciledFigure
from .figures.read.extract import extract_figures
from .figures.read.inventory import PrintedAmount, read_amounts
from .figures.reconcile.figures import reconcile
from .interfaces import plots
from .interfaces.estimators import CopyClusterer, EventClusterer, MinHashVectorizer
from .languages import Role
from .records.collection import EventCollection
from .records.record import EventRecord
from .support.errors import (
    ArticleWarning,
    InputError,
    MissingExtraError,
    NewsdedupError,
    SettingError,
    UnknownArticleError,
)

__version__: str

__all__ = [
    "Article",
    "ArticleWarning",
    "Articles",
    "CopyClusterer",
    "CopyGroups",
    "EventClusterer",
    "EventCollection",
    "EventGroups",
    "EventRecord",
    "Explanation",
    "FigureClaim",
    "InputError",
    "MinHashVectorizer",
    "MissingExtraError",
    "NewsdedupError",
    "PrintedAmount",
    "ReconciledFigure",
    "Rejection",
    "Role",
    "Scope",
    "SettingError",
    "Signatures",
    "UnknownArticleError",
    "WeakestLink",
    "consolidate",
    "extract_figures",
    "find_copies",
    "find_events",
    "metrics",
    "plots",
    "read_amounts",
    "read_articles",
    "reconcile",
    "record_of",
    "sketch_articles",
    "train_evidence",
]

# The public names, for type checkers and for the lazy import of each when it is first asked for.
from . import metrics
from .article import Article, Articles, Rejection
from .collection import EventCollection
from .consolidate import consolidate, record_of
from .errors import (
    ArticleWarning,
    InputError,
    MissingExtraError,
    NewsdedupError,
    SettingError,
    UnknownArticleError,
)
from .figures.claim import FigureClaim, Scope
from .figures.figure import ReconciledFigure
from .figures.inventory import PrintedAmount, read_amounts
from .figures.reading import extract_figures
from .figures.reconcile import reconcile
from .grouping.copies import find_copies
from .grouping.copy_groups import CopyGroups
from .grouping.event_groups import EventGroups
from .grouping.events import find_events
from .grouping.explain import Explanation, WeakestLink
from .grouping.signatures import Signatures, sketch_articles
from .grouping.training import train_evidence
from .intake import read_articles
from .interfaces import plots
from .interfaces.estimators import CopyClusterer, EventClusterer, MinHashVectorizer
from .languages import Role
from .record import EventRecord

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

"""News articles in, consolidated event records out.

Copies are found by shingling and MinHash-LSH, reports of one event are grouped, and the figures
that they give are reconciled: every claim with its words, its place and its origin.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsdedup.article import Article, Articles, Rejection
from newsdedup.consolidate import consolidate, record_of
from newsdedup.display import shown_by
from newsdedup.errors import (
    ArticleWarning,
    InputError,
    MissingExtraError,
    NewsdedupError,
    SettingError,
    UnknownArticleError,
)
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.inventory import PrintedAmount, read_amounts
from newsdedup.figures.reading import extract_figures
from newsdedup.figures.reconcile import reconcile
from newsdedup.grouping.copies import find_copies
from newsdedup.grouping.copy_groups import CopyGroups
from newsdedup.grouping.event_groups import EventGroups
from newsdedup.grouping.events import find_events
from newsdedup.grouping.explain import Explanation, WeakestLink
from newsdedup.grouping.signatures import Signatures, sketch_articles
from newsdedup.grouping.training import train_evidence
from newsdedup.intake import read_articles
from newsdedup.languages import Role
from newsdedup.record import EventCollection, EventRecord

if TYPE_CHECKING:  # these import more than all the rest: see __getattr__
    from newsdedup.interfaces import plots
    from newsdedup.interfaces.estimators import CopyClusterer, EventClusterer, MinHashVectorizer

__version__ = "0.1.0"

shown_by("newsdedup.interfaces.views")

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
    "plots",
    "read_amounts",
    "read_articles",
    "reconcile",
    "record_of",
    "sketch_articles",
    "train_evidence",
]


def __getattr__(name: str) -> Any:
    """Pictures and estimators: matplotlib and scikit-learn are imported when they are first asked for."""
    if name == "plots":
        return import_module("newsdedup.interfaces.plots")
    if name in ("CopyClusterer", "EventClusterer", "MinHashVectorizer"):
        return getattr(import_module("newsdedup.interfaces.estimators"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

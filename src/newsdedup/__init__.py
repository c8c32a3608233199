"""News articles in, consolidated event records out.

Copies are found by shingling and MinHash-LSH, reports of one event are grouped, and the figures
that they give are reconciled: every claim with its words, its place and its origin.
"""

from newsdedup.article import Article, Articles, Rejection
from newsdedup.consolidate import consolidate
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
from newsdedup.record import EventCollection, EventRecord

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleWarning",
    "Articles",
    "CopyGroups",
    "EventCollection",
    "EventGroups",
    "EventRecord",
    "Explanation",
    "FigureClaim",
    "InputError",
    "MissingExtraError",
    "NewsdedupError",
    "ReconciledFigure",
    "Rejection",
    "Scope",
    "SettingError",
    "Signatures",
    "UnknownArticleError",
    "WeakestLink",
    "consolidate",
    "extract_figures",
    "find_copies",
    "find_events",
    "read_articles",
    "reconcile",
    "sketch_articles",
    "train_evidence",
]

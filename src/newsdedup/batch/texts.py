"""Articles to hashed texts, as columns: what finding events needs of each, so that texts are read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import numpy as np

from newsdedup.articles.article import Article
from newsdedup.articles.moments import moment_of
from newsdedup.batch.columns import (
    ColumnTypes,
    matrix_column,
    matrix_of,
    numbers,
    ragged_column,
    ragged_of,
    unsigned,
)
from newsdedup.events.evidence.repeated import page_digests
from newsdedup.events.reading.hashed import LISTED_KINDS, PLACED_KINDS, TOLD_KINDS, HashedTexts
from newsdedup.events.reading.reports import all_days, all_hours
from newsdedup.events.reading.views import DETAILS, details_of, read_hashed
from newsdedup.kernels.ragged import Ragged

FIELDS: Final[ColumnTypes] = dict.fromkeys(  # what an article has besides its id
    ("text", "title", "summary", "published", "source", "url", "language"), "string"
)
_N_PARTS: Final = 5
_RAGGED: Final = {  # the columns of ragged rows, and the type of their values
    "words": np.uint32,
    **dict.fromkeys(LISTED_KINDS, np.uint32),
    **{f"{name}_places": np.uint16 for name in PLACED_KINDS},
    **dict.fromkeys(TOLD_KINDS, np.uint32),
}
DETAILED: Final[ColumnTypes] = {  # what tells the templates among copies from the others
    "n_words": "int",
    **{f"all_{name}": "binary" for name in DETAILS},
}
HASHED: Final[ColumnTypes] = {
    "first_hour": "double",  # null where the moment of publication is unknown
    "last_hour": "double",
    "published_day": "int",
    "outlet": "bigint",
    "page_digest": "bigint",  # of all words, by which pages of an outlet are sampled
    "parts": "binary",
    **dict.fromkeys(_RAGGED, "binary"),
}


def hashed_columns(articles: Iterable[Article]) -> dict[str, Any]:
    """The columns of `HASHED` and `DETAILED` of some articles, as NumPy and Arrow arrays."""
    import pyarrow as pa

    items = list(articles)
    texts, hours = read_hashed(items, threads=1), all_hours(items)
    rows: Mapping[str, Ragged] = {
        "words": texts.words,
        **texts.listed,
        **{f"{name}_places": each for name, each in texts.places.items()},
        **texts.told,
    }
    return {
        "first_hour": pa.array(hours[:, 0], from_pandas=True),
        "last_hour": pa.array(hours[:, 1], from_pandas=True),
        "published_day": all_days(items),
        "outlet": texts.outlets.view(np.int64),
        "page_digest": page_digests(texts.words).view(np.int64),
        "parts": matrix_column(texts.parts.astype(np.int32)),
        **{name: ragged_column(each) for name, each in rows.items()},
        "n_words": texts.words.lengths,
        **{f"all_{name}": ragged_column(each) for name, each in details_of(texts).items()},
    }


def details_in(batch: Any) -> dict[str, Ragged]:
    """The names and numbers of each row."""
    return {name: ragged_of(batch, f"all_{name}", np.uint32) for name in DETAILS}


def hashed_of(batch: Any) -> HashedTexts:
    """The hashed texts of a batch."""
    rows = {name: ragged_of(batch, name, dtype) for name, dtype in _RAGGED.items()}
    return HashedTexts(
        rows["words"],
        {name: rows[name] for name in LISTED_KINDS},
        {name: rows[f"{name}_places"] for name in PLACED_KINDS},
        {name: rows[name] for name in TOLD_KINDS},
        matrix_of(batch, "parts", np.int32, _N_PARTS).astype(np.int64),
        unsigned(batch, "outlet"),
    )


def hours_in(batch: Any) -> Any:
    """First and last hour of publication of each row, shape (n, 2), NaN where it is unknown."""
    return np.column_stack([batch.column(name).to_numpy(zero_copy_only=False) for name in ("first_hour", "last_hour")])


def days_in(batch: Any) -> Any:
    """The day of publication of each row, as of `newsdedup.events.reading.days.day_of`."""
    return numbers(batch, "published_day")


def articles_in(batch: Any) -> Iterator[Article]:
    """The articles of a batch of checked articles, with all fields."""
    names = ("text", "id", "title", "summary", "published", "source", "url", "language")
    for text, name, title, summary, published, source, url, language in zip(
        *(batch.column(one).to_pylist() for one in names), strict=True
    ):
        yield Article(
            text or "",
            id=name,
            title=title,
            summary=summary,
            published_at=moment_of(published),
            source=source,
            url=url,
            language=language,
        )

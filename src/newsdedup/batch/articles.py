"""Rows of any columns to checked articles: each row by itself, as `newsdedup.read_articles` reads it.

A compiled pass screens the texts in the buffers of Arrow; only rows that need a closer look become Python objects.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import ID_LENGTH, content_id
from newsdedup.articles.batches import are_bad, first_values, packed_column, strings
from newsdedup.articles.columns import require_columns
from newsdedup.articles.fields import folded_names, plain_value, text_or_none
from newsdedup.articles.files.arrow_rows import row_of_batch
from newsdedup.articles.files.rows import BadRow
from newsdedup.articles.moments import DateOrder, iso_format, order_of, order_of_column
from newsdedup.articles.packed import screened, seconds_of
from newsdedup.articles.read_options import RowOptions
from newsdedup.articles.row_check import BadFieldError, ReadDate, RowCheck
from newsdedup.articles.withheld import LONGEST_MARKER
from newsdedup.batch.columns import ColumnTypes, batch_of
from newsdedup.kernels.ragged import Integers
from newsdedup.support.errors import pass_on_foreign
from newsdedup.support.folded_names import folded_name

ARTICLE_TYPES: Final[ColumnTypes] = {
    **dict.fromkeys(("id", "text", "title", "summary", "source", "url", "language", "published"), "string"),
    "seconds": "double",
    "n_characters": "int",
    "text_digest": "bigint",
    "reason": "string",
    "notices": "array<string>",
}
ARTICLE_COLUMNS: Final = tuple(ARTICLE_TYPES)
_DESCRIPTIVE: Final = (
    "title",
    "summary",
    "source",
    "url",
    "language",
)  # read besides id, text and date where one of them is kept
_NOTHING: Final[Mapping[str, Any]] = {}
_REASON_LENGTH: Final = 200  # characters of an error that a reason shows


@frozen
class IntakeOptions(RowOptions):
    """How rows are read as articles: the options of `newsdedup.read_articles` that concern a row.

    With `day_first` None each date is read by itself: `order_in_batch` gives what the dates of a batch prove, and
    `with_proofs` the options for all batches of a column.
    """

    _is_proved: bool = False

    @property
    def order(self) -> DateOrder:
        """The order of day and month."""
        return DateOrder(self.day_first, self._is_proved)

    def with_proofs(self, proofs: Iterable[str]) -> IntakeOptions:
        """The options with the order that the dates of a column prove; an order that is given stays."""
        if self.day_first is not None:
            return self
        order = order_of_column(set(proofs))
        return evolve(self, day_first=order.day_first, is_proved=order.proved)


def columns_to_check(names: Sequence[str], options: IntakeOptions, keep: Sequence[str] = ARTICLE_COLUMNS) -> list[str]:
    """The columns of a table that fields of an article may come from.

    Parameters
    ----------
    names : sequence of str
        All columns of the table.
    options : IntakeOptions
        How rows are read.
    keep : sequence of str
        The columns of a checked article that are wanted.

    Raises
    ------
    InputError
        If there is no column of texts, or one is there twice.
    SettingError
        If the options name a column that is not there.
    """
    known = options.names(lean=_is_lean(keep))
    require_columns(tuple(names), dict(options.columns), known)
    wanted = folded_names(known)
    return [name for name in names if folded_name(name) in wanted]


def date_columns(names: Sequence[str], options: IntakeOptions) -> list[str]:
    """The columns of a table that the date of publication may come from."""
    return list(_check(options, lean=True).keys_of(tuple(names))["published_at"])


def checked_batch(batch: Any, options: IntakeOptions, keep: Sequence[str] = ARTICLE_COLUMNS) -> Any:
    """Each row of a record batch as an article, or the reason why it is none.

    A row gives the text, id, date, notices or reason that `newsdedup.read_articles` gives for that row alone. Where no
    id is given it is the `content_id` of the text: rows that stand in no order number the ids of identical texts, and
    settle repeated ids, once articles are sorted (`newsdedup.batch.unique_ids`).

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        Rows of any columns, named as `newsdedup.read_articles` knows them.
    options : IntakeOptions
        How rows are read.
    keep : sequence of str
        The columns wanted, of `ARTICLE_COLUMNS`. Without title, summary, source, url and language only id, text and
        date are read, and notices are about these.

    Returns
    -------
    pyarrow.RecordBatch
        The columns `keep`: ``id``, ``text``, ``title``, ``summary``, ``source``, ``url``, ``language``; ``published``,
        the day or the moment in ISO 8601; ``seconds``, the moment since 1970, the end of time where it is unknown;
        ``n_characters`` of the text; ``text_digest``, its content id as a signed 64-bit number; ``reason``, null for
        an article, otherwise all is null but the id; and ``notices``, what was repaired.
    """
    names = columns_to_check(batch.schema.names, options, keep)
    rows = batch.select(names)
    check = _check(options, _is_lean(keep))
    texts = _texts(rows, check.keys_of(tuple(names))["text"], check.max_characters)
    outcomes = _outcomes(rows, check, texts, partial(options.order.read, zone=options.zone))
    columns = _article_columns(texts, outcomes)
    return batch_of(
        {name: ARTICLE_TYPES[name] for name in keep}, len(outcomes), {name: columns[name]() for name in keep}
    )


def order_in_batch(batch: Any, options: IntakeOptions, *, check_texts: bool = True) -> set[str]:
    """What the dates of a batch prove about the order of day and month: ``"day"``, ``"month"``, both or nothing.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        Rows with the columns of dates, and with those of texts if these are checked.
    options : IntakeOptions
        How rows are read.
    check_texts : bool
        Whether a row that is rejected for its text proves nothing, as with `newsdedup.read_articles`.
    """
    check = _check(options, lean=True)
    dates = first_values(batch, check.keys_of(tuple(batch.schema.names))["published_at"]) or []
    proofs: set[str] = set()
    for place, value in enumerate(dates):
        order = order_of(plain_value(value))
        if order in ("day", "month") and order not in proofs and (not check_texts or _is_sound(batch, place, check)):
            proofs.add(order)
    return proofs


def _is_lean(keep: Sequence[str]) -> bool:
    return not set(keep) & set(_DESCRIPTIVE)


def _check(options: IntakeOptions, lean: bool) -> RowCheck:
    return RowCheck(options.names(lean=lean), options.language, lean, options.max_characters)


def _is_sound(batch: Any, place: int, check: RowCheck) -> bool:
    return _closer_look(batch, place, check, lambda _: (None, None)).reason is None


@frozen(eq=False)
class _Texts:
    """The texts of a batch, as its columns hold them."""

    strings: Any  # an Arrow array of strings
    n_characters: Integers
    closer: NDArray[np.bool_]  # rows that must be read by themselves


def _texts(batch: Any, names: Sequence[str], max_characters: int) -> _Texts:
    """For each row the first text that is filled; in doubt, and where a column holds no strings, a closer look."""
    import pyarrow as pa
    from pyarrow import compute

    n = batch.num_rows
    found, n_characters = None, np.zeros(n, np.int64)
    is_open, closer = np.ones(n, np.bool_), np.zeros(n, np.bool_)
    for name in names:
        column = strings(batch.column(name))
        if column is None or not is_open.any():
            break
        column = column.cast(pa.string())
        reasons, lengths = screened(packed_column(column))
        filled = is_open & ~column.is_null().to_numpy(zero_copy_only=False) & (lengths > 0)
        n_characters[filled] = lengths[filled]
        closer |= filled & ((reasons != 0) | (lengths > max_characters) | (lengths <= LONGEST_MARKER))
        is_open &= ~filled
        found = column if found is None else compute.if_else(pa.array(filled), column, found)
    return _Texts(pa.nulls(n, pa.string()) if found is None else found, n_characters, closer | is_open)


@frozen
class _Outcome:
    """What became of a row."""

    id: str | None
    reason: str | None = None
    text: str | None = None  # None: as its column holds it
    details: Mapping[str, Any] = _NOTHING
    notices: Sequence[str] = ()


def _outcomes(batch: Any, check: RowCheck, texts: _Texts, read_date: ReadDate) -> list[_Outcome]:
    """What becomes of each row; a row that raises an error is rejected with it."""
    keys = check.keys_of(tuple(batch.schema.names))
    names = ["id", "published_at", *(() if check.lean else _DESCRIPTIVE)]
    columns = [first_values(batch, keys[name]) or [None] * batch.num_rows for name in names]
    closer = texts.closer.copy()
    for column in columns:
        closer |= are_bad(column)
    rows = zip(*columns, strict=True)
    return [
        _guarded(_closer_look, batch, place, check, read_date)
        if is_closer
        else _guarded(_first_look, dict(zip(names, values, strict=True)), check, read_date)
        for place, (values, is_closer) in enumerate(zip(rows, closer.tolist(), strict=True))
    ]


def _guarded(look: Callable[..., _Outcome], *arguments: Any) -> _Outcome:
    try:
        return look(*arguments)
    except Exception as problem:  # one row must not end the work on all others
        pass_on_foreign(problem)
        return _Outcome(None, f"it cannot be read ({type(problem).__name__}: {str(problem)[:_REASON_LENGTH]})")


def _first_look(values: Mapping[str, Any], check: RowCheck, read_date: ReadDate) -> _Outcome:
    """A row whose text is sound as it is."""
    notices: list[str] = []
    article_id = text_or_none(values["id"])
    try:
        check.require_bounded(values)
    except BadFieldError as problem:
        return _Outcome(article_id, str(problem))
    details = check.details(values, read_date, notices)
    return _encodable(_Outcome(article_id, None, None, details, notices))


def _closer_look(batch: Any, place: int, check: RowCheck, read_date: ReadDate) -> _Outcome:
    """A row as `newsdedup.read_articles` reads it."""
    row = row_of_batch(batch, place)
    if isinstance(row, BadRow):
        return _Outcome(row.id, row.reason)
    values = check.values(row)
    notices: list[str] = []
    article_id = text_or_none(values["id"])
    try:
        check.require_bounded(values)
        text = check.sound_text(values, notices)
    except BadFieldError as problem:
        return _Outcome(article_id, str(problem))
    details = check.details(values, read_date, notices)
    return _encodable(_Outcome(article_id, None, text, details, notices))


def _encodable(outcome: _Outcome) -> _Outcome:
    """The same; an error if what was repaired cannot be written as UTF-8."""
    if outcome.notices:
        for value in (outcome.text, *outcome.details.values(), *outcome.notices):
            if isinstance(value, str):
                value.encode()
    return outcome


def _article_columns(texts: _Texts, outcomes: Sequence[_Outcome]) -> dict[str, Callable[[], Any]]:
    """A function for each column of checked articles that makes it."""
    import pyarrow as pa

    is_rejected = np.array([one.reason is not None for one in outcomes], np.bool_)
    strings, n_characters = _sound_texts(texts, outcomes)
    moments = [one.details.get("published_at") for one in outcomes]
    digests = functools.cache(partial(content_digests, strings))

    def seconds() -> Any:
        return np.fromiter(map(seconds_of, moments), np.float64, len(moments))

    return {
        "id": lambda: _filled_ids(outcomes, digests()),
        "text": lambda: strings,
        **{name: partial(_detail, outcomes, name) for name in _DESCRIPTIVE},
        "published": lambda: list(map(iso_format, moments)),
        "seconds": lambda: pa.array(seconds(), mask=is_rejected),
        "n_characters": lambda: pa.array(n_characters, mask=is_rejected),
        "text_digest": lambda: pa.array(digests(), mask=is_rejected),
        "reason": lambda: [one.reason for one in outcomes],
        "notices": lambda: [one.notices for one in outcomes],
    }


def _filled_ids(outcomes: Sequence[_Outcome], digests: Integers) -> list[str | None]:
    """The id of each row, the content id where an article has none."""
    named = zip(outcomes, digests.view(np.uint64).tolist(), strict=True)
    return [one.id or (None if one.reason else f"{digest:016x}") for one, digest in named]


def _detail(outcomes: Sequence[_Outcome], name: str) -> list[str | None]:
    return [one.details.get(name) for one in outcomes]


def _sound_texts(texts: _Texts, outcomes: Sequence[_Outcome]) -> tuple[Any, Integers]:
    """The texts of articles, null for rejected rows, and their lengths."""
    import pyarrow as pa
    from pyarrow import compute

    changed = [place for place, one in enumerate(outcomes) if one.reason is not None or one.text is not None]
    if not changed:
        return texts.strings, texts.n_characters
    new = [outcomes[place].text for place in changed]
    mask, n_characters = np.zeros(len(outcomes), np.bool_), texts.n_characters.copy()
    mask[changed] = True
    n_characters[changed] = [len(text or "") for text in new]
    return compute.replace_with_mask(texts.strings, pa.array(mask), pa.array(new, pa.string())), n_characters


def content_digests(column: Any) -> Integers:
    """The content id of each text of an Arrow array of strings, as a signed 64-bit number; of null any number.

    Examples
    --------
    >>> import pyarrow
    >>> text = "Giá vàng sáng nay tăng"
    >>> f"{content_digests(pyarrow.array([text])).view('u8')[0]:016x}" == content_id(text)
    True
    """
    from newsdedup.kernels import screening

    texts = packed_column(column)
    flags = np.empty(len(texts), np.uint8)
    screening.screen_composition(texts.data, texts.offsets, flags)
    data, offsets = texts.data.data, texts.offsets.tolist()
    digests = [
        bytes.fromhex(content_id(texts.text(place))) if flag else _digest(data[start:end])
        for place, (start, end, flag) in enumerate(zip(offsets[:-1], offsets[1:], flags.tolist(), strict=True))
    ]
    return np.frombuffer(b"".join(digests), ">i8").astype(np.int64)


def _digest(composed: memoryview) -> bytes:
    """The `content_id` of a text in NFC, from its bytes in UTF-8."""
    return hashlib.blake2b(composed, digest_size=ID_LENGTH // 2).digest()

from __future__ import annotations

import pickle
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.article import content_id
from newsdedup.articles.batches import packed_column
from newsdedup.articles.intake import stream_articles
from newsdedup.articles.moments import iso_format, moment_of
from newsdedup.articles.packed import seconds_of
from newsdedup.articles.read_options import ReadOptions
from newsdedup.batch import articles as batch_articles
from newsdedup.batch.articles import (
    ARTICLE_COLUMNS,
    ARTICLE_TYPES,
    IntakeOptions,
    checked_batch,
    columns_to_check,
    content_digests,
    date_columns,
    order_in_batch,
)
from newsdedup.batch.columns import arrow_schema
from newsdedup.kernels.ragged import PackedTexts

pytestmark = pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")

NEWS = "Sáng 14/6, hội nghị trực tuyến khai mạc với hơn 10.000 điểm cầu trên cả nước"
GOLD = "Giá vàng miếng SJC sáng nay tăng 500.000 đồng mỗi lượng tại Hà Nội"
GARBLED = "Há»™i nghá»‹ trá»±c tuyáº¿n toÃ n quá»‘c vá»›i hÆ¡n mÆ°á»i nghÃ¬n Ä‘iá»ƒm cáº§u"
LEAN = ("id", "text", "published", "seconds", "n_characters", "text_digest", "reason", "notices")
OPTIONS = IntakeOptions()


def digest_of(text: str) -> int:
    return int.from_bytes(bytes.fromhex(content_id(text)), "big", signed=True)


def accepted_row(article: nd.Article, notices: list[str], keep: Sequence[str]) -> dict[str, Any]:
    row = {name: getattr(article, name) for name in ("id", "text", "title", "summary", "source", "url")}
    row |= {"language": article._language, "published": iso_format(article.published_at)}
    row |= {"seconds": seconds_of(article.published_at), "n_characters": len(article.text)}
    row |= {"text_digest": digest_of(article.text), "reason": None, "notices": notices}
    return {name: row[name] for name in keep}


def rows_as_read(source: Any, keep: Sequence[str] = ARTICLE_COLUMNS, **options: Any) -> list[dict[str, Any]]:
    """What one machine reads, as rows of checked articles."""
    if keep is LEAN:
        stream = stream_articles(source, ReadOptions(**options), lean=True)
        items = list(stream)
        found = nd.Articles(tuple(items), tuple(stream.rows), stream.rejected, stream.notices)
    else:
        found = nd.read_articles(source, **options)
    notices: dict[int, list[str]] = {}
    for one in found.notices:
        notices.setdefault(one.row, []).append(one.reason)
    rows: dict[int, dict[str, Any]] = {
        row: accepted_row(article, notices.get(row, []), keep) for row, article in zip(found.rows, found, strict=True)
    }
    for one in found.rejected:
        rejected = dict.fromkeys(keep) | {"id": one.id, "reason": one.reason, "notices": []}
        rows[one.row] = {name: rejected[name] for name in keep}
    return [rows[row] for row in range(len(rows))]


def each_row_as_read(table: pa.Table, keep: Sequence[str] = ARTICLE_COLUMNS, **options: Any) -> list[dict[str, Any]]:
    singly = (rows_as_read(table.slice(row, 1), keep, **options) for row in range(len(table)))
    return [rows[0] for rows in singly]


def rows_as_checked(
    table: pa.Table, options: IntakeOptions = OPTIONS, keep: Sequence[str] = ARTICLE_COLUMNS, rows_at_once: int = 1000
) -> list[dict[str, Any]]:
    return [row for batch in table.to_batches(rows_at_once) for row in checked_batch(batch, options, keep).to_pylist()]


def with_wrong_bytes(text: bytes) -> pa.Array:
    offsets = pa.py_buffer(np.array([0, len(text)], "i4"))
    return pa.Array.from_buffers(pa.string(), 1, [None, offsets, pa.py_buffer(text)])


MOMENT = datetime(2025, 6, 14, 1, 0, tzinfo=UTC)
TABLES: dict[str, pa.Table] = {
    "plain rows": pa.table({"id": ["a", "b"], "text": [NEWS, GOLD], "date": ["2025-06-14", None]}),
    "rows without ids": pa.table({"body": [NEWS, GOLD, unicodedata.normalize("NFD", NEWS)]}),
    "ids to be stripped, blank or absent": pa.table({"id": [" a ", "", "  ", None], "text": [NEWS] * 4}),
    "numbers as ids": pa.table({"id": [7, None], "text": [NEWS, GOLD]}),
    "floats as ids": pa.table({"id": [7.0, float("nan"), 7.5, None], "text": [NEWS] * 4}),
    "decimals as ids": pa.table({"id": [Decimal("7.00"), None], "text": [NEWS, GOLD]}),
    "truths as ids": pa.table({"id": [True, None], "text": [NEWS, GOLD]}),
    "bytes as ids and texts": pa.table({"id": [b"a", b"b"], "text": [b"some text", None]}),
    "objects as ids": pa.table({"id": [{"$oid": "64f0"}, None], "text": [NEWS, GOLD]}),
    "texts of every oddness": pa.table(
        {
            "id": list("abcdefghijk"),
            "text": [
                *(None, "", "  ", "\u3000\u00a0", GARBLED, "<p>Lũ lên.</p><p>Hai người mất tích.</p>", "A&amp;B"),
                *("3 < 5 & 4", "\ufffd\ufffd\ufffd" + NEWS, unicodedata.normalize("NFD", NEWS), "\u200b"),
            ],
        }
    ),
    "headlines where there is no text": pa.table(
        {
            "text": [None, "", None, " "],
            "title": ["Lũ lên", "<b>Lũ</b> lên", None, None],
            "summary": ["Hai người mất tích", None, "Lũ &amp; bão", "  "],
        }
    ),
    "headlines only": pa.table({"headline": ["Lũ lên ở Huế", None]}),
    "lists of paragraphs": pa.table({"text": [["Một.", "Hai."], ["Một."], [], [None, " "], None]}),
    "objects with HTML": pa.table({"content": [{"rendered": "<p>Lũ lên.</p>"}, {"rendered": None}]}),
    "numbers as texts": pa.table({"text": [5, None]}),
    "several columns of texts": pa.table(
        {
            "text": [NEWS, "", None, "  ", None, "<p>Lũ</p>", GARBLED],
            "body": [GOLD, GOLD, GOLD, GOLD, None, GOLD, GOLD],
            "content": [None, None, GOLD, None, NEWS, None, None],
        }
    ),
    "texts, then lists of them": pa.table({"text": [NEWS, None], "body": [["Một.", "Hai."], ["Một.", "Hai."]]}),
    "lists of texts, then texts": pa.table({"text": [["Một.", "Hai."], None], "body": [NEWS, GOLD]}),
    "several columns of ids and dates": pa.table(
        {
            "text": [NEWS, GOLD],
            "id": [None, "b"],
            "guid": ["g", "h"],
            "date": ["", None],
            "pubDate": ["Sat, 14 Jun 2025 08:00:00 +0700", "2025-06-14T08:00"],
        }
    ),
    "lines with markup and spaces": pa.table(
        {
            "text": [NEWS, GOLD, NEWS],
            "title": ["<i>Lũ</i> lên", "  Vàng ", "\u00a0"],
            "summary": ["Hai &amp; ba", None, "<br>"],
            "source": [" VnExpress", "", "<b>A</b>"],
            "url": [" https://example.org/1 ", None, ""],
            "language": ["vi-VN", " EN", None],
        }
    ),
    "objects as sources and links": pa.table(
        {
            "text": [NEWS, GOLD],
            "source": [{"id": "bbc", "name": "BBC"}, None],
            "link": [["https://example.org"], []],
        }
    ),
    "dates as text": pa.table(
        {
            "text": [NEWS] * 9,
            "date": [
                *("2025-06-14T08:00:00+07:00", "14/6/2025", "06/14/2025", "06/07/2025", "14/06/2025 08:00 XYZ"),
                *("soon", "20250614", "1749888000", "  "),
            ],
        }
    ),
    "moments with a zone": pa.table(
        {
            "text": [NEWS, GOLD],
            "date": pa.array([MOMENT, None], pa.timestamp("us", "UTC")),
        }
    ),
    "moments without a zone": pa.table(
        {
            "text": [NEWS, GOLD],
            "date": pa.array([MOMENT.replace(tzinfo=None), None], pa.timestamp("ns")),
        }
    ),
    "moments that Python does not have": pa.table(
        {"text": [NEWS, GOLD], "date": pa.array([0, 1 << 62], pa.timestamp("s"))}
    ),
    "days": pa.table({"text": [NEWS, GOLD], "date": pa.array([date(2025, 6, 14), None])}),
    "seconds since 1970": pa.table({"text": [NEWS, GOLD], "date": [1749888000, None]}),
    "fractions of seconds": pa.table({"text": [NEWS, GOLD], "date": [1749888000.25, float("nan")]}),
    "durations as dates": pa.table({"text": [NEWS], "date": pa.array([timedelta(1)])}),
    "nothing at all": pa.table({"text": pa.nulls(2), "date": pa.nulls(2), "id": pa.nulls(2)}),
    "large strings": pa.table({"text": pa.array([NEWS, None, "<p>Lũ</p>"], pa.large_string())}),
    "a dictionary": pa.table({"text": pa.array([NEWS, None, NEWS]).dictionary_encode()}),
    "a part of a table": pa.table({"id": list("abcd"), "text": [NEWS, "", GOLD, NEWS]}).slice(1, 2),
    "a text that is not UTF-8": pa.table({"id": ["a"], "text": with_wrong_bytes(b"\xe1\xbaa")}),
    "a headline that is not UTF-8": pa.table({"text": [NEWS], "title": with_wrong_bytes(b"\xe1\xbaa")}),
    "an id that is not UTF-8": pa.table({"text": [NEWS], "id": with_wrong_bytes(b"\xe1\xbaa")}),
    "no rows": pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}),
}
if hasattr(pa, "string_view"):
    TABLES["string views"] = pa.table({"text": pa.array([NEWS, None, GOLD], pa.string_view())})


@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_read_as_one_machine_reads_it_alone(name: str) -> None:
    assert rows_as_checked(TABLES[name]) == each_row_as_read(TABLES[name])


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"a headline that is not UTF-8"}))  # which copies do not read
def test_without_the_other_fields_rows_are_read_as_for_copies(name: str) -> None:
    assert rows_as_checked(TABLES[name], keep=LEAN) == each_row_as_read(TABLES[name], LEAN)


@pytest.mark.parametrize(
    "options",
    [
        {"timezone": "Asia/Ho_Chi_Minh"},
        {"language": "vi-VN"},
        {"day_first": True},
        {"day_first": False},
        {"columns": {"title": "source"}},
    ],
)
@pytest.mark.parametrize("name", ["dates as text", "moments without a zone", "lines with markup and spaces"])
def test_options_are_those_of_one_machine(name: str, options: dict[str, Any]) -> None:
    if "columns" in options and "source" not in TABLES[name].column_names:
        options = {"columns": {"text": "text"}}
    expected = each_row_as_read(TABLES[name], **options)
    assert rows_as_checked(TABLES[name], IntakeOptions(**options)) == expected


TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["", " ", NEWS, GOLD, GARBLED, f"<p>{NEWS}</p>", unicodedata.normalize("NFD", GOLD)]),
    st.text(st.characters(exclude_categories=["Cs"])),
)
LINES = st.one_of(st.none(), st.sampled_from([" ", "<b>Lũ</b>", "Lũ lên", "A&amp;B"]), st.text(max_size=5))
DATES = st.one_of(
    st.none(),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(str),
    st.sampled_from(["soon", "14/6/2025 08:00", "Sat, 14 Jun 2025 08:00:00 +0700", "14/06/2025 08:00 XYZ"]),
)


@given(st.lists(st.tuples(TEXTS, TEXTS, LINES, DATES), min_size=1, max_size=12), st.integers(1, 12))
def test_any_cut_into_batches_gives_the_articles_of_one_machine(rows: list[tuple[Any, ...]], rows_at_once: int) -> None:
    columns = list(zip(*rows, strict=True))
    table = pa.table(
        {
            "id": [f"n{row}" for row in range(len(rows))],
            "text": pa.array(columns[0], pa.string()),
            "body": pa.array(columns[1], pa.string()),
            "title": pa.array(columns[2], pa.string()),
            "date": pa.array(columns[3], pa.string()),
        }
    )
    assert rows_as_checked(table, rows_at_once=rows_at_once) == rows_as_read(table)


def test_a_moment_is_read_again_from_its_column_as_it_was() -> None:
    table = TABLES["dates as text"]
    for article, row in zip(nd.read_articles(table, day_first=True), rows_as_checked(table), strict=True):
        if article.published_at and "/0" not in str(table["date"]):
            assert moment_of(row["published"]) == article.published_at
    assert [moment_of(row["published"]) for row in rows_as_checked(table)[:2]] == [MOMENT, date(2025, 6, 14)]


def test_sound_texts_do_not_become_python_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> str:
        raise AssertionError("a text was decoded")

    monkeypatch.setattr(PackedTexts, "text", never)
    monkeypatch.setattr(batch_articles, "row_of_batch", never)
    found = rows_as_checked(pa.table({"id": ["a", None], "text": [NEWS, GOLD]}), keep=("id", "text_digest", "reason"))
    assert found[0] == {"id": "a", "text_digest": digest_of(NEWS), "reason": None}
    assert found[1]["id"] == content_id(GOLD)


@pytest.mark.parametrize("look", ["_first_look", "_closer_look"])
def test_a_row_that_raises_an_error_is_rejected_with_it(look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a surprise")

    monkeypatch.setattr(batch_articles, look, fail)
    reasons = [row["reason"] for row in rows_as_checked(pa.table({"text": [NEWS, f"<p>{GOLD}</p>"]}))]
    assert reasons.count("it cannot be read (RuntimeError: a surprise)") == reasons.count(None) == 1


def test_a_lack_of_memory_is_not_the_fault_of_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(batch_articles, "_first_look", fail)
    with pytest.raises(MemoryError):
        rows_as_checked(TABLES["plain rows"])


def test_a_repair_that_cannot_be_written_rejects_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsdedup.articles.markup.extraction import Extraction

    monkeypatch.setattr("newsdedup.articles.row_check.extraction_of", lambda _: Extraction("\ud800", "is odd"))
    rows = rows_as_checked(pa.table({"text": ["<p>Lũ</p>", "<p>Bão</p>"]}))
    assert all("UnicodeEncodeError" in row["reason"] for row in rows)


@given(st.lists(st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.none()), max_size=8))
def test_digests_are_the_content_ids(texts: list[str | None]) -> None:
    found = content_digests(pa.array(texts, pa.string())).tolist()
    expected = [None if text is None else digest_of(text) for text in texts]
    assert [None if text is None else one for text, one in zip(texts, found, strict=True)] == expected


def test_no_letter_that_composition_changes_is_taken_as_it_is() -> None:
    letters = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000]
    changing = [one for one in letters if unicodedata.combining(one) or not unicodedata.is_normalized("NFC", one)]
    seconds = {
        parts[1] for one in letters if len(parts := unicodedata.decomposition(one).split()) == 2 and parts[0][0] != "<"
    }
    changing += [chr(int(code, 16)) for code in seconds] + list(
        map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)))
    )
    flags = np.empty(len(changing), np.uint8)
    texts = packed_column(pa.array([f"a{one}a" for one in changing]))
    from newsdedup.kernels import screening

    screening.screen_composition(texts.data, texts.offsets, flags)
    assert flags.all()


def test_letters_of_vietnamese_and_english_news_are_in_their_normal_form_at_once() -> None:
    from newsdedup.kernels import screening

    texts = packed_column(pa.array([NEWS, GOLD.upper(), "“It’s 5 °C – or €3…” 😀 Ünïcödé ắậởữỵ"]))
    flags = np.empty(3, np.uint8)
    screening.screen_composition(texts.data, texts.offsets, flags)
    assert not flags.any()


def test_options_can_be_sent_to_another_process() -> None:
    options = IntakeOptions(columns={"text": "noi_dung"}, language="vi", timezone="Asia/Ho_Chi_Minh", day_first=True)
    assert pickle.loads(pickle.dumps(options)) == options
    assert hash(options) == hash(pickle.loads(pickle.dumps(options)))


@pytest.mark.parametrize(
    "options",
    [{"language": "Vietnamesse"}, {"timezone": "Hanoi"}, {"day_first": "yes"}, {"columns": {"body": "text"}}],
)
def test_wrong_options_are_errors_in_the_words_of_one_machine(options: dict[str, Any]) -> None:
    with pytest.raises(nd.SettingError) as expected:
        nd.read_articles(pa.table({"text": [NEWS]}), **options)
    with pytest.raises(nd.SettingError) as found:
        IntakeOptions(**options)
    assert str(found.value) == str(expected.value)


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["id", "words"], {}),
        (["id", "headline"], {"text": "noi_dung"}),
        (["text", "Text"], {}),
        (["text"], {"title": "tieu_de"}),
    ],
)
def test_absent_columns_are_errors_in_the_words_of_one_machine(names: list[str], columns: dict[str, str]) -> None:
    table = pa.table([pa.array(["tin"])] * len(names), names=names)
    with pytest.raises(nd.NewsdedupError) as expected:
        nd.read_articles(table, columns=columns)
    with pytest.raises(type(expected.value)) as found:
        columns_to_check(names, IntakeOptions(columns=columns))
    assert str(found.value) == str(expected.value)


def test_only_columns_that_fields_may_come_from_are_read() -> None:
    names = ["guid", "noi_dung", "clicks", "title", "author", "site", "Pub-Date"]
    options = IntakeOptions(columns={"text": "noi_dung"})
    assert columns_to_check(names, options) == ["guid", "noi_dung", "title", "site", "Pub-Date"]
    assert columns_to_check(names, options, LEAN) == ["guid", "noi_dung", "title", "Pub-Date"]
    assert date_columns(names, options) == ["Pub-Date"]


def test_the_columns_wanted_are_given_in_their_order() -> None:
    keep = ("reason", "text", "seconds")
    found = checked_batch(TABLES["plain rows"].to_batches()[0], OPTIONS, keep)
    assert found.schema == arrow_schema({name: ARTICLE_TYPES[name] for name in keep})
    assert found.schema.names == list(keep)


def dated(dates: Iterable[str | None], texts: Iterable[str]) -> pa.Table:
    some = list(dates)
    ids = [f"n{row}" for row in range(len(some))]
    return pa.table({"id": ids, "text": list(texts), "date": pa.array(some, pa.string())})


MIXED_DATES = st.sampled_from(["06/07/2025", "14/06/2025", "06/14/2025", "2025-06-14", None])


@given(st.lists(st.tuples(MIXED_DATES, st.sampled_from([NEWS, ""])), min_size=1, max_size=8), st.integers(1, 8))
def test_the_order_of_day_and_month_is_that_of_the_whole_column(rows: list[tuple[Any, str]], rows_at_once: int) -> None:
    table = dated(*zip(*rows, strict=True))
    proofs = set().union(*(order_in_batch(batch, OPTIONS) for batch in table.to_batches(rows_at_once)))
    found = rows_as_checked(table, OPTIONS.with_proofs(proofs), rows_at_once=rows_at_once)
    options = {"day_first": True} if len(proofs) == 2 else {}  # one machine reads some rows before it sees both
    assert [row["published"] for row in found] == [row["published"] for row in rows_as_read(table, **options)]


def test_a_given_order_of_day_and_month_needs_no_proof() -> None:
    assert IntakeOptions(day_first=True).with_proofs({"month"}) == IntakeOptions(day_first=True)


def test_a_date_against_the_order_of_its_column_gives_a_notice() -> None:
    table = dated(["14/06/2025", "06/14/2025"], [NEWS, NEWS])
    options = OPTIONS.with_proofs(order_in_batch(table.to_batches()[0], OPTIONS))
    found = rows_as_checked(table, options)
    assert [row["published"] for row in found] == ["2025-06-14", "2025-06-14"]
    assert found[1]["notices"] == ["the date '06/14/2025' puts the month first, other dates of the column do not"]


def test_dates_alone_prove_an_order_where_texts_are_not_checked() -> None:
    batch = pa.RecordBatch.from_pydict({"date": ["06/14/2025", "06/07/2025"]})
    assert order_in_batch(batch, OPTIONS, check_texts=False) == {"month"}
    assert order_in_batch(pa.RecordBatch.from_pydict({"text": [NEWS]}), OPTIONS) == set()

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import newsdedup as nd
from newsdedup.articles.read_options import READ_OPTIONS, ReadOptions

FLOOD = "Mưa lũ ở xã Mai Pha làm 12 người chết, 5 người mất tích."
GOLD = "Giá vàng miếng SJC sáng nay tăng 500.000 đồng một lượng."
ODD = [{"ma": "a", "ghi_chep": FLOOD, "ngay": "06/07/2025"}, {"ma": "b", "ghi_chep": GOLD, "ngay": None}]
COLUMNS = {"id": "ma", "text": "ghi_chep", "published_at": "ngay"}
TAKING_ARTICLES: tuple[Callable[..., Any], ...] = (
    *(nd.read_articles, nd.find_copies, nd.find_events, nd.consolidate, nd.record_of, nd.sketch_articles),
    *(nd.train_evidence, nd.EventStore.add, nd.CopyClusterer, nd.EventClusterer, nd.MinHashVectorizer),
)
FUNCTIONS: tuple[Callable[..., Any], ...] = TAKING_ARTICLES[:6]


def ids_in(result: Any) -> list[str]:
    if isinstance(result, nd.EventRecord):
        return [one.id for one in result.articles]
    return [one.id for one in result] if isinstance(result, nd.Articles) else list(result.ids)


@pytest.mark.parametrize("function", TAKING_ARTICLES)
def test_whatever_takes_articles_has_the_options_of_reading_them(function: Callable[..., Any]) -> None:
    wanted, found = inspect.signature(nd.read_articles).parameters, inspect.signature(function).parameters
    assert all(found[name].kind is inspect.Parameter.KEYWORD_ONLY for name in READ_OPTIONS)
    assert [found[name].default for name in READ_OPTIONS] == [wanted[name].default for name in READ_OPTIONS]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_columns_are_named_for_every_function(function: Callable[..., Any]) -> None:
    assert ids_in(function(ODD, columns=COLUMNS)) == ["a", "b"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_strict_reader_ends_at_the_first_bad_row(function: Callable[..., Any]) -> None:
    with pytest.raises(nd.InputError, match=r"row 1 \(id None\): the text is empty"):
        function([FLOOD, ""], strict=True)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(
    ("option", "shown"),
    [
        ({"columns": {"text": "body"}}, r"columns=\{'text': 'body'\}"),
        ({"language": "vi"}, "language='vi'"),
        ({"strict": True}, "strict=True"),
    ],
)
def test_an_option_of_reading_is_refused_for_articles_that_were_read(
    function: Callable[..., Any], option: dict[str, Any], shown: str
) -> None:
    with pytest.raises(nd.SettingError, match=f"^{shown} is for reading, but these Articles have been read"):
        function(nd.read_articles([FLOOD, GOLD]), **option)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"columns": "text"}, "columns='text' is not a mapping"),
        ({"columns": 5}, "columns=5 is not a mapping"),
        ({"columns": {"text": 5.0}}, "columns names 'text': 5.0, but both are strings"),
        ({"strict": "yes"}, "strict='yes' is not allowed: give one of True, False"),
        ({"timezone": 7}, "timezone=7 is not an IANA name"),
        ({"max_characters": 0}, "max_characters=0 is not a number of characters: give 1 or more"),
        ({"max_characters": True}, "max_characters=True is not a number"),
        ({"max_characters": 1e6}, "max_characters=1000000.0 is not a number"),
    ],
)
def test_a_wrong_option_is_an_error_before_anything_is_read(options: dict[str, Any], message: str) -> None:
    with pytest.raises(nd.SettingError, match=message):
        nd.find_events(iter(()), **options)


def test_the_articles_of_a_file_are_read_again_as_they_were_at_first(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text(f"ma;tin;luc\na;{FLOOD};06/07/2025 23:00\nb;{GOLD};06/07/2025 23:30\n", "utf-8")
    options: dict[str, Any] = {"columns": {"id": "ma", "text": "tin", "published_at": "luc"}, "timezone": "Asia/Tokyo"}
    options |= {"encoding": "utf-8", "day_first": False, "language": "vi"}
    of_the_file, of_articles = nd.find_events(path, **options), nd.find_events(nd.read_articles(path, **options))
    assert of_the_file.explain("a", "b").to_dict() == of_articles.explain("a", "b").to_dict()


def test_an_article_is_placed_by_its_own_columns() -> None:
    found = nd.find_events([FLOOD, GOLD])
    placed = found.place({"tin": FLOOD, "luc": "06/07/2025"}, columns={"text": "tin", "published_at": "luc"})
    assert placed.event == 0


def test_the_page_for_a_desk_finds_the_texts_in_named_columns(tmp_path: Path) -> None:
    events = nd.consolidate(ODD, columns=COLUMNS)
    events.report(tmp_path / "page.html", articles=ODD, columns={"id": "ma", "text": "ghi_chep"})
    assert FLOOD in (tmp_path / "page.html").read_text("utf-8")


def test_a_store_can_be_strict(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db") as store:
        with pytest.raises(nd.InputError, match="row 1"):
            store.add([FLOOD, ""], strict=True)
        assert store.revision == 0


def test_an_estimator_reads_the_columns_of_its_parameter() -> None:
    assert nd.CopyClusterer(columns=COLUMNS).fit_predict([*ODD, *ODD[:1]]).tolist() == [0, 1, -1]
    assert nd.EventClusterer(columns=COLUMNS).fit(ODD).groups_.ids == ("a", "b")
    assert nd.MinHashVectorizer(columns=COLUMNS, num_perm=64).transform(ODD).shape == (2, 64)


def test_options_with_equal_columns_are_equal() -> None:
    assert ReadOptions(columns={"text": "tin"}) == ReadOptions(columns=(("text", "tin"),))
    assert hash(ReadOptions(columns={"text": "tin"})) == hash(ReadOptions(columns=(("text", "tin"),)))


@pytest.mark.parametrize("function", [nd.extract_figures, nd.explain_figures])
def test_figures_are_read_from_named_columns_of_a_row(function: Callable[..., Any]) -> None:
    row = {"tin": FLOOD, "luc": "06/07/2025"}
    columns = {"text": "tin", "published_at": "luc"}
    assert function(row, columns=columns) == function({"text": FLOOD, "date": "06/07/2025"})
    with pytest.raises(
        nd.SettingError, match=r"^columns=\{'text': 'tin'\} is for reading a row: leave it out, this is str"
    ):
        function(FLOOD, columns={"text": "tin"})


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        *dict.fromkeys(("Asia/Ho_Chi_Minh", ZoneInfo("Asia/Ho_Chi_Minh"), "UTC+07:00", "+0700", "GMT+7"), 7).items(),
        *dict.fromkeys((timezone(timedelta(hours=7)), timezone(timedelta(hours=7), "ICT")), 7).items(),
        *dict.fromkeys(("UTC", "utc", UTC, ZoneInfo("UTC")), 0).items(),
        (timezone(-timedelta(hours=3, minutes=30)), -3.5), ("UTC-3:30", -3.5),
    ],
)  # fmt: skip
def test_a_time_zone_is_a_name_an_offset_or_a_zone_of_python(zone: Any, hours: float) -> None:
    (article,) = nd.read_articles([{"text": FLOOD, "date": "2025-07-06 23:00"}], timezone=zone)
    assert isinstance(article.published_at, datetime)
    assert article.published_at.utcoffset() == timedelta(hours=hours)


class _Nowhere(tzinfo):
    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return None


@pytest.mark.parametrize("zone", [_Nowhere(), "Asia/Hanoi", "UTC+99", 7, None])
def test_what_is_no_time_zone_is_an_error(zone: Any) -> None:
    with pytest.raises(nd.SettingError, match=r"^timezone="):
        nd.read_articles([FLOOD], timezone=zone)


@pytest.mark.parametrize("columns", [[1], ["text"], {"a", "b"}, b"x", [("text", "body", "x")]])
def test_columns_are_a_mapping_or_pairs(columns: Any) -> None:
    with pytest.raises(nd.SettingError, match=r"^columns=.* is not a mapping"):
        nd.read_articles([FLOOD], columns=columns)

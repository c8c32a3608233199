"""The length of an article: a longer one is rejected by every function, and the others are read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd

FLOOD = "Lũ làm 12 người chết ở Mai Pha."
LONG = FLOOD * 4
LIMIT = len(FLOOD)


@pytest.mark.parametrize("n_others", [1, 300])  # read one by one, or screened by compiled code
def test_a_text_that_is_too_long_is_rejected_alone(n_others: int) -> None:
    source = [LONG, *(f"{FLOOD[:20]} {i}" for i in range(n_others))]
    for result in (nd.read_articles(source, max_characters=LIMIT), nd.find_copies(source, max_characters=LIMIT)):
        (rejected,) = result.rejected
        assert rejected.row == 0
        assert rejected.reason == "it is too long: text of 124 characters; allowed by max_characters=31"
    assert len(nd.read_articles(source, max_characters=len(LONG))) == n_others + 1


def test_a_table_rejects_the_same_texts(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"text": [FLOOD] * 300 + [LONG]})
    (rejected,) = nd.find_copies(table, max_characters=LIMIT).rejected
    assert (rejected.row, rejected.reason[:15]) == (300, "it is too long:")


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_markup_is_not_counted_and_is_parsed_up_to_ten_times_the_length() -> None:
    def reasons(markup: str) -> list[str]:
        return [one.reason for one in nd.read_articles([markup, FLOOD], max_characters=LIMIT).rejected]

    assert reasons(f"<p>{'<b></b>' * 30}{FLOOD}</p>") == []
    assert reasons(f"<p>{'<b></b>' * 3}{LONG}</p>") == [
        "it is too long: text of 124 characters; allowed by max_characters=31"
    ]
    assert reasons(f"<p>{'<b></b>' * 100}{FLOOD}</p>") == [
        "it is too long: text of 738 characters with its markup; allowed by max_characters=31: 10 times as many"
    ]


@pytest.mark.parametrize("name", ["id", "title", "summary", "source", "url"])
@pytest.mark.parametrize("value", [LONG, [LONG], {"name": LONG}])
def test_every_field_of_an_article_is_bounded(name: str, value: Any) -> None:
    read = nd.read_articles([{"text": FLOOD, name: value}, FLOOD], max_characters=LIMIT)
    assert len(read) == 1
    assert read.rejected[0].reason == f"it is too long: {name} of 124 characters; allowed by max_characters=31"


def test_a_row_that_is_too_long_does_not_take_the_id_of_the_next() -> None:
    rows = [{"id": "a", "text": FLOOD, "title": LONG}, {"id": "a", "text": FLOOD}]
    assert nd.read_articles(rows, max_characters=LIMIT).rows == (1,)


def test_the_default_is_five_million() -> None:
    read = nd.read_articles(["tin " * 1_250_000, "tin " * 1_250_001])
    assert (read.rows, read.rejected[0].reason) == (
        (0,),
        "it is too long: text of 5000004 characters; allowed by max_characters=5000000",
    )


@pytest.mark.parametrize("read", [nd.extract_figures, nd.explain_figures])
def test_figures_are_read_of_a_text_up_to_the_limit(read: Any) -> None:
    assert read(LONG, max_characters=len(LONG))
    for given in (LONG, nd.Article(LONG)):
        with pytest.raises(nd.InputError, match="the text has 124 characters, more than max_characters=31 allows"):
            read(given, max_characters=LIMIT)
    with pytest.raises(nd.InputError, match="text of 124 characters"):
        read({"text": LONG}, max_characters=LIMIT)


def test_a_store_an_estimator_and_a_placement_have_the_limit(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db") as store:
        assert len(store.add([LONG, FLOOD], max_characters=LIMIT).rejected) == 1
    assert nd.CopyClusterer(max_characters=LIMIT).fit_predict([LONG, FLOOD]).tolist() == [-1, 0]
    with pytest.raises(nd.InputError, match="too long"):
        nd.find_events([FLOOD, FLOOD + " Sáng nay."]).place(LONG, max_characters=LIMIT)
    assert len(nd.consolidate([LONG, FLOOD], max_characters=LIMIT).rejected) == 1

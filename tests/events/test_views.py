"""What an article says, view by view."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdedup.articles.article import Article
from newsdedup.events.views import VIEWS, read_views
from newsdedup.text.normal_form import normalise
from newsdedup.text.sentences import sentences
from newsdedup.text.tokens import tokens

pytestmark = pytest.mark.kernels

STORM = Article(
    "Sáng 25/8, bão số 5 đổ bộ Nghệ An làm 2 người chết. Ông Trần Văn Nam cho biết gió giật cấp 12 ở Cửa Lò.",
    title="Bão số 5 đổ bộ Nghệ An",
)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
PIECES = [
    "Bão",
    "hòa",
    "uỷ",
    "TP.",
    "a.m.",
    "10.000",
    "25/8",
    "the",
    ". ",
    "\n",
    "\u200b",
    "…",
    "_",
    "x𝒜",
]
TALK = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def said(text: str | Article, view: str) -> list[int]:
    article = text if isinstance(text, Article) else Article(text)
    return read_views([article], threads=1)[view][0].tolist()


def shared(one: str | Article, other: str, view: str) -> int:
    return len({*said(one, view)} & {*said(other, view)})


def as_lists(*articles: Article, threads: int = 1) -> dict[str, list[list[int]]]:
    found = read_views(articles, threads=threads)
    return {view: [found[view][row].tolist() for row in range(len(articles))] for view in VIEWS}


@given(TALK)
def test_words_are_the_tokens_of_the_text(text: str) -> None:
    expected = tokens(normalise(text))
    found = read_views([Article("…", title=text)])["words"][0]
    assert len(found) == len(expected)
    assert len(set(zip(found.tolist(), expected, strict=True))) == len(set(expected))


@pytest.mark.parametrize(
    ("text", "count"),
    [("今天天气", 3), ("东", 1), ("ไทยแลนด์", 6), ("ไท", 0), ("Vàng 东京 lên", 3), ("東京のラーメン", 4)],
)
def test_without_spaces_two_characters_or_three_sounds_are_a_term(text: str, count: int) -> None:
    assert len(said(text, "words")) == count


def test_a_name_is_a_run_of_capitals_but_not_a_sentences_first_word() -> None:
    assert len(said("Ông Trần Văn Nam cho biết Nghệ An có mưa. Gió giật mạnh", "names")) == 2
    for name in ("TRẦN VĂN NAM", "Trần Văn Nam"):
        assert shared(STORM, f"theo {name} thì", "names") == 1
    assert shared(STORM, "theo Trần Văn nam thì", "names") == 0


@pytest.mark.parametrize("text", ["gió ở Cửa Lò-Nghệ", "gió của Jean-Luc O’Brien"])
def test_a_hyphen_or_apostrophe_stands_within_a_name(text: str) -> None:
    assert len(said(text, "names")) == 1


@pytest.mark.parametrize("text", ["ngày 25/8", "ngày 25-08-2025.", "25.8.25", "(25/8/2025)"])
def test_a_date_is_its_day_and_month(text: str) -> None:
    assert shared(STORM, text, "numbers") == 1
    assert len(said(text, "numbers")) == 1


@pytest.mark.parametrize(
    ("text", "count"), [("10.000 và 10,000", 2), ("tỷ số 3-2 hay 3/2", 1), ("1/2/3/4", 4), ("covid19", 1), ("5 5 5", 1)]
)
def test_a_number_counts_as_it_is_printed(text: str, count: int) -> None:
    assert len(said(text, "numbers")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Một hai ba bốn năm. Sáu bảy tám chín mười! Ngắn quá.", 2),
        ("Ở TP. Hồ Chí Minh trời mưa từ sáng sớm nay", 1),
        ("They met Mr. Smith at 9 a.m. Monday near the U.S. Capitol building", 1),
        ("Giá vàng lên 10.5 triệu. tiếp tục không viết hoa thì chưa hết", 1),
        ("今天天气很好。明天会下大雨。", 2),
        ("một hai ba bốn năm\nmột hai ba bốn năm", 1),
    ],
)
def test_a_sentence_ends_where_it_is_long_enough_and_counts_once(text: str, count: int) -> None:
    assert len(said(text, "sentences")) == count


def test_sentences_are_those_that_are_read_one_by_one() -> None:
    text = "Bão số 5 đã vào bờ. Ông Nam (52 tuổi) kể lại sự việc! “Nước lên rất nhanh.” Bà con kịp chạy lên đồi cao…"
    plain = normalise(text)
    pieces = [plain.plain[start:end] for start, end in sentences(plain)]
    assert sorted(said(text, "sentences")) == sorted(value for one in pieces for value in said(one, "sentences"))


def test_a_headline_that_is_missing_is_the_beginning_of_the_text() -> None:
    gold = "Giá vàng miếng hôm nay " + "vượt mốc mới " * 20
    assert said(gold, "headline") == said(gold[:100], "words")
    assert said(Article(gold, summary="Vàng lên"), "headline") == said(gold[:100], "words")
    assert said(STORM, "headline") == said("Bão số 5 đổ bộ Nghệ An", "words")


def test_the_opening_is_what_begins_in_the_first_500_characters() -> None:
    assert said("một " * 300, "opening") == said("một " * 125, "words")


def test_page_furniture_says_nothing() -> None:
    assert said("Bão vào bờ sáng nay.\nChia sẻ:\nẢnh: Trà Hương", "words") == said("Bão vào bờ sáng nay.", "words")


@example([":A\xa0Ù"])  # a space that is no plain one, within a name
@example(["À\n\u200bA"])  # an invisible letter before the author's name
@given(st.lists(st.one_of(ANY_TEXT, TALK), max_size=4))
def test_decomposed_letters_say_the_same(texts: list[str]) -> None:
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    decomposed = [unicodedata.normalize("NFD", text) for text in composed]
    assert as_lists(*map(Article, composed)) == as_lists(*map(Article, decomposed))


def test_an_article_without_words_says_nothing() -> None:
    assert not any(rows[0] for rows in as_lists(Article("…")).values())
    assert all(len(rows) == 0 for rows in read_views([]).values())


def test_what_an_article_says_does_not_depend_on_its_neighbours_or_threads() -> None:
    news = [Article(f"Tin số {number}: ông Nam kể lại.") for number in range(30)]
    odd = Article("Ba\u0323n tin số 7: ông Nam kể lại.")
    among = as_lists(*news[:7], odd, *news[7:], threads=3)
    assert [rows[7] for rows in among.values()] == [rows[0] for rows in as_lists(odd).values()]
    assert among["words"][0] == as_lists(news[0])["words"][0]
    assert all(values.dtype == np.uint32 for values in (rows.values for rows in read_views(news).values()))

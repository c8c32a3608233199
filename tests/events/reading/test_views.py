"""The views of an article, hashed in one compiled pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.events.reading.views import VIEWS, read_views, whole_text
from newsdedup.text.names import names_within_sentences
from newsdedup.text.normal_form import normalise
from newsdedup.text.page import page_of
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


def hashes(text: str | Article, view: str) -> list[int]:
    article = text if isinstance(text, Article) else Article(text)
    return read_views([article], threads=1)[view][0].tolist()


def shared(one: str | Article, other: str, view: str) -> int:
    return len({*hashes(one, view)} & {*hashes(other, view)})


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
    assert len(hashes(text, "words")) == count


def test_a_name_is_a_run_of_capitals_but_not_a_sentences_first_word() -> None:
    assert len(hashes("Ông Trần Văn Nam cho biết Nghệ An có mưa. Gió giật mạnh", "names")) == 2
    for name in ("TRẦN VĂN NAM", "Trần Văn Nam"):
        assert shared(STORM, f"theo {name} thì", "names") == 1
    assert shared(STORM, "theo Trần Văn nam thì", "names") == 0


@pytest.mark.parametrize("text", ["gió ở Cửa Lò-Nghệ", "gió của Jean-Luc O’Brien"])
def test_a_hyphen_or_apostrophe_is_part_of_a_name(text: str) -> None:
    assert len(hashes(text, "names")) == 1


@pytest.mark.parametrize("text", ["ngày 25/8", "ngày 25-08-2025.", "25.8.25", "(25/8/2025)"])
def test_a_date_is_its_day_and_month(text: str) -> None:
    assert shared(STORM, text, "numbers") == 1
    assert len(hashes(text, "numbers")) == 1


@pytest.mark.parametrize(
    ("text", "count"), [("10.000 và 10,000", 2), ("tỷ số 3-2 hay 3/2", 1), ("1/2/3/4", 4), ("covid19", 1), ("5 5 5", 1)]
)
def test_a_number_counts_as_it_is_printed(text: str, count: int) -> None:
    assert len(hashes(text, "numbers")) == count


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
    assert len(hashes(text, "sentences")) == count


CLAUSES = (
    "Bão số 5 đã vào bờ",
    "theo ông Trần Văn Nam (52 tuổi) kể lại",
    "UBND Nghệ An cho biết có 1.200,5 tấn gạo",
    "at 9 a.m. Mr. Smith met Jean-Luc O’Brien near the U.S. Capitol",
    "khoảng 10,000 người ở TP. Hồ Chí Minh",
    "nước lên rất nhanh",
    "GS. TS. Lê Thị Sáu nói",
    "ngày 25/8",
)
STOPS = (". ", "! ", "?” ", "… ", ".\n", ", ", ": ", " – ", " “")
NEWS_TEXT = st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from(STOPS)), max_size=8).map(
    lambda pieces: "".join(clause + stop for clause, stop in pieces)
)


def hashes_of(parts: Iterable[str], view: str) -> set[int]:
    """The hashes of single sentences, names or numbers, each in the middle of a text of its own."""
    return {value for part in parts for value in hashes(part if view == "sentences" else f"theo {part} thì", view)}


def _at_every_stop(plain: str) -> list[tuple[int, int]]:
    """The spans between all stops that white space follows."""
    edges = [0, *(match.end() for match in re.finditer(r"[.!?…]\s|\n", plain)), len(plain)]
    return list(pairwise(edges))


def assert_compiled_pass_reads(text: str) -> None:
    """Sentences, names and digits are those of newsdedup.text.

    Names are read as if every full stop ended a sentence, also that of an abbreviation.
    They are meant to differ in two more cases, which the texts here do not have: after a single letter that is
    not A to Z ("Châu Á.") the compiled pass ends no sentence, and it reads "7/25-30" as a date.
    """
    plain = normalise(text)
    pieces = [plain.plain[start:end] for start, end in sentences(plain)]
    assert {*hashes(text, "sentences")} == hashes_of(pieces, "sentences")
    assert all(len(hashes(piece, "sentences")) == (len(tokens(normalise(piece))) >= 5) for piece in pieces)
    names = names_within_sentences(plain.plain, _at_every_stop(plain.plain))
    assert {*hashes(text, "names")} == hashes_of(names, "names")
    page = page_of(Article(text, language="vi"))
    assert {*hashes(text, "numbers")} >= hashes_of((plain.plain[start:end] for start, end in page.digits), "numbers")


@given(NEWS_TEXT)
def test_the_compiled_pass_reads_the_sentences_names_and_digits_of_newsdedup_text(text: str) -> None:
    assert_compiled_pass_reads(text)


def test_the_compiled_pass_reads_the_seeds_as_newsdedup_text_does(seeds: nd.Articles) -> None:
    for article in seeds:
        assert_compiled_pass_reads(whole_text(article).plain)


def test_a_headline_that_is_missing_is_the_beginning_of_the_text() -> None:
    gold = "Giá vàng miếng hôm nay " + "vượt mốc mới " * 20
    assert hashes(gold, "headline") == hashes(gold[:100], "words")
    assert hashes(Article(gold, summary="Vàng lên"), "headline") == hashes(gold[:100], "words")
    assert hashes(STORM, "headline") == hashes("Bão số 5 đổ bộ Nghệ An", "words")


def test_the_opening_is_what_begins_in_the_first_500_characters() -> None:
    assert hashes("một " * 300, "opening") == hashes("một " * 125, "words")


def test_page_furniture_has_no_terms() -> None:
    assert hashes("Bão vào bờ sáng nay.\nChia sẻ:\nẢnh: Trà Hương", "words") == hashes("Bão vào bờ sáng nay.", "words")


@example([":A\xa0Ù"])  # a no-break space within a name
@example(["À\n\u200bA"])  # an invisible letter before the author's name
@given(st.lists(st.one_of(ANY_TEXT, TALK), max_size=4))
def test_decomposed_letters_give_the_same_views(texts: list[str]) -> None:
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    decomposed = [unicodedata.normalize("NFD", text) for text in composed]
    assert as_lists(*map(Article, composed)) == as_lists(*map(Article, decomposed))


ODD_TEXT = st.text(
    st.sampled_from(
        "aêộDĐñй 1.\n"
        + "\u0301\u0323\u0302\u0306\u0338"
        + "\u200b\u00ad\u00a0"
        + "कन\u093c\u095bاّשׁ\u1112\u1161한か\u3099京ไ่\u212b\u2126😀𝒜\ud800\u20e3"
    )
)


@example("e\u0301\u0323 \u095b", "")
@example("a", "B\u200b\u200b\u200ba\u0303o")
@given(ODD_TEXT, ODD_TEXT)
def test_an_article_is_read_like_its_normal_form(text: str, title: str) -> None:
    plain, plain_title = normalise(text).plain, normalise(title).plain
    assert as_lists(Article(text or "…", title=title)) == as_lists(Article(plain or "…", title=plain_title))


def test_a_headline_has_the_words_of_its_normal_form() -> None:
    title = "Bão số 5 đổ bộ Nghệ An"
    for spelt in (unicodedata.normalize("NFD", title), title.replace(" ", "\u200b \u200b")):
        assert hashes(Article("Hai người chết.", title=spelt), "headline") == hashes(title, "words")


def test_an_article_without_words_has_empty_views() -> None:
    assert not any(rows[0] for rows in as_lists(Article("…")).values())
    assert all(len(rows) == 0 for rows in read_views([]).values())


def test_the_views_of_an_article_do_not_depend_on_its_neighbours_or_threads() -> None:
    news = [Article(f"Tin số {number}: ông Nam kể lại.") for number in range(30)]
    odd = Article("Ba\u0323n tin số 7: ông Nam kể lại.")
    among = as_lists(*news[:7], odd, *news[7:], threads=3)
    assert [rows[7] for rows in among.values()] == [rows[0] for rows in as_lists(odd).values()]
    assert among["words"][0] == as_lists(news[0])["words"][0]
    assert all(values.dtype == np.uint32 for values in (rows.values for rows in read_views(news).values()))

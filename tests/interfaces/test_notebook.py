from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import newsdedup as nd
from newsdedup.articles.article import Rejection
from newsdedup.articles.headings import Headings
from newsdedup.support.display import html_of, rich_of

# All that a view may contain: nothing that runs, loads or sends.
TAGS = {"div", "style", "p", "b", "i", "q", "a", "ul", "li", "span", "mark", "cite", "details", "summary"}
ATTRIBUTES = {"class", "style", "href", "rel", "open"}
STYLE = re.compile(r"left:[\d.]+%(;width:[\d.]+%)?|color:var\(--\w+-ink,inherit\);background:var\(--\w+-paper,none\)")
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></div><svg onload=alert(1)>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://example.org/\"onclick='alert(1)'",
    "https://example.org/a?b=1&c=2",
    "//example.org",
    "&lt;script&gt;",
    "\ud800 half a pair",
    "[red]not markup[/red]",
)
words = st.sampled_from(HOSTILE) | st.text(st.characters(codec=None, exclude_categories=()), max_size=30)


class Read(HTMLParser):
    """What a browser would find in a view."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "every element is closed where it was opened"

    def handle_data(self, data: str) -> None:
        self.text += "" if self.open[-1:] == ["style"] else data


def read(html: str) -> Read:
    """A view that holds nothing harmful."""
    view = Read(html)
    assert view.open == []
    assert set(view.tags) <= TAGS
    assert view.tags.count("style") == 1
    assert {name for name, _ in view.attributes} <= ATTRIBUTES
    assert all(STYLE.fullmatch(value or "") for name, value in view.attributes if name == "style")
    assert all(re.match(r"https?://", value or "") for name, value in view.attributes if name == "href")
    return view


def on_terminal(value: object) -> str:
    """A value as a terminal of 120 columns prints it."""
    console = Console(file=io.StringIO(), width=120)
    console.print(value)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def conference(seed_records: nd.EventCollection) -> nd.EventRecord:
    return seed_records[0]


def test_a_record_shows_every_figure_with_its_claims_and_their_sentences(conference: nd.EventRecord) -> None:
    text = read(conference._repr_html_()).text
    for figure in conference.figures:
        assert (figure.noun or figure.kind) in text
        assert all(claim.sentence in text for claim in figure.claims)
    assert "11.000 lies in (10.000, ∞)" in text
    assert "14 – 15 Jun 2025 · 3 reports, 3 origins" in text


def test_a_record_begins_with_a_summary_and_ends_with_sentences_of_only_one_report(conference: nd.EventRecord) -> None:
    text = read(conference._repr_html_()).text
    assert all(one.text in text for one in (*conference.summary(3).sentences, *conference.only_in))


def test_the_words_of_a_claim_are_marked_in_its_sentence(conference: nd.EventRecord) -> None:
    assert "kết nối đến <mark>hơn 10.000</mark> điểm cầu" in conference._repr_html_()


def test_a_status_has_a_glyph_and_a_word_not_a_colour_alone(conference: nd.EventRecord) -> None:
    text = read(conference._repr_html_()).text
    assert "≈ compatible" in text
    assert "= agree" in text


def test_a_range_has_a_ring_for_each_value_and_a_diamond_for_the_best(conference: nd.EventRecord) -> None:
    html = next(one for one in conference.figures if one.status == "compatible")._repr_html_()
    assert html.count('class="nd-claim"') == 2
    assert '<i class="nd-best" style="left:100.0%"></i>' in html


def test_open_ends_have_arrows(conference: nd.EventRecord) -> None:
    figure = evolve(conference.figures[1], low=None, high=None)
    assert "← 10.000 – 11.000 →" in read(figure._repr_html_()).text


def test_a_view_is_the_same_each_time(seed_records: nd.EventCollection) -> None:
    assert seed_records._repr_html_() == seed_records._repr_html_()


def test_a_large_collection_shows_the_first_and_the_number_of_others(conference: nd.EventRecord) -> None:
    many = nd.EventCollection(records=(conference,) * 13)
    view = read(many._repr_html_())
    assert view.text.startswith("13 events, 39 articles")
    assert "… and 3 more" in view.text
    figures = read(evolve(conference, figures=conference.figures * 5)._repr_html_())
    assert "… and 18 more: .figures has all" in figures.text


@given(st.lists(words, min_size=12, max_size=12))
def test_no_word_of_an_article_becomes_markup(conference: nd.EventRecord, hostile: list[str]) -> None:
    record = hostile_record(conference, hostile)
    collection = nd.EventCollection((record,), rejected=(Rejection(hostile[0], 7, hostile[1]),))
    for value in (record, collection, record.figures[0]):
        read(value._repr_html_())
    assert "\x1b" not in on_terminal(record)


def hostile_record(record: nd.EventRecord, hostile: Sequence[str]) -> nd.EventRecord:
    """The record with hostile words in place of all words of articles."""
    name, title, source, url, noun, printed, sentence, place, person, office, note, quote = hostile
    figure = record.figures[1]
    claim = evolve(figure.claims[0], article_id=name, text=printed, noun=noun, sentence=sentence)
    nouns = {"noun": noun, "nouns": (noun, printed), "rule": note, "notes": (note,), "part_of": noun}
    report = evolve(
        record.articles[0],
        id=name,
        title=title,
        source=source,
        url=url,
        origin=title,
        relation="copy",
        copy_of=source,
        language=note,
    )
    return evolve(
        record,
        title=title,
        articles=(report,),
        figures=(evolve(figure, claims=(claim,), **nouns),),
        people=(evolve(record.people[0], name=person, office=office),),
        places=(evolve(record.places[0], name=place),),
        quotes=(evolve(record.quotes[0], text=quote, article_ids=(name, title)),),
        timeline=(evolve(record.timeline[0], text=sentence, article_id=name),),
        only_in=(evolve(record.key_sentences[0], text=sentence, article_id=name),),
        key_sentences=(evolve(record.key_sentences[0], text=quote, article_id=name),),
        notes=(note,),
    )


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_are_shown_as_text(conference: nd.EventRecord, payload: str) -> None:
    view = read(hostile_record(conference, [payload] * 12)._repr_html_())
    assert payload.replace("\ud800", "\ufffd") in view.text


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/tin?a=1&b=2", True),
        ("javascript:alert(1)", False),
        ("ftp://example.org", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str, is_link: bool) -> None:
    articles = nd.read_articles([{"text": "Một bản tin ngắn.", "title": "Tin ngắn", "url": url}])
    links = [value for name, value in read(articles._repr_html_()).attributes if name == "href"]
    assert links == ([url] if is_link else [])


NEWS = "Sáng 14/6, hội nghị khai mạc tại Hà Nội với hơn 10.000 điểm cầu trên cả nước và 500 đại biểu"
ARTICLES = (
    {"id": "first", "text": NEWS, "source": "Báo A", "published_at": "2025-06-14", "language": "vi"},
    {"id": "again", "text": NEWS + " tham dự", "source": "Báo B", "published_at": "2025-06-15", "language": "vi"},
    {"id": "other", "text": "Giá vàng sáng nay tăng mạnh", "title": "Giá vàng tăng", "language": "vi"},
    {"id": "empty", "text": ""},
)


@pytest.fixture(scope="module")
def articles() -> nd.Articles:
    return nd.read_articles(ARTICLES)


def test_articles_show_titles_sources_and_what_was_rejected(articles: nd.Articles) -> None:
    text = read(articles._repr_html_()).text
    assert text.startswith("3 articles")
    assert "Báo A · 14 Jun 2025 · vi" in text
    assert "1 row rejectedrow 3 (empty)" in text


def test_copies_show_titles_and_whose_words_each_prints(articles: nd.Articles) -> None:
    text = read(nd.find_copies(articles)._repr_html_()).text
    assert "3 articles, 2 origins, 1 copy or excerpt" in text
    assert f"{NEWS[:20]}" in text
    assert "again · copy of first · Jaccard" in text


def test_copies_of_an_unknown_source_show_ids() -> None:
    copies = nd.find_copies(iter(ARTICLES[:2]))
    assert copies.titles(["first"]) == {}
    assert "first 1 copy or excerpt · group 0again copy of first" in read(copies._repr_html_()).text


def test_groups_show_the_events_of_several_articles_by_title_and_number(articles: nd.Articles) -> None:
    groups = nd.find_events(articles)
    text = read(groups._repr_html_()).text
    assert "2 events, 3 articles; 1 event of several articles" in text
    assert "2 articles · event 0" in text
    assert "first" in text
    assert "again · copy of first" in text


def test_titles_come_from_any_source_that_can_be_read_again(tmp_path: Path) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    rows = [{"id": name, "title": f"Tin {name}", "text": NEWS} for name in ("a", "b")]
    path = tmp_path / "news.csv"
    pandas.DataFrame(rows).to_csv(path, index=False)
    sources = (
        rows,
        tuple(rows),
        pandas.DataFrame(rows),
        polars.DataFrame(rows),
        nd.read_articles(rows),
        path,
        str(path),
    )
    for source in sources:
        assert nd.find_copies(source).titles(["b"]) == {"b": "Tin b"}
        assert nd.find_events(source).titles(["b", "a"]) == {"b": "Tin b", "a": "Tin a"}
    found = nd.find_copies(path)
    assert found.at(0.9).titles(["a"]) == {"a": "Tin a"}
    path.unlink()
    assert found.titles(["a"]) == {}
    with pytest.raises(nd.UnknownArticleError):
        found.titles(["nobody"])


def test_a_text_without_a_title_is_named_by_its_beginning() -> None:
    pandas = pytest.importorskip("pandas")
    texts = [NEWS, NEWS + " tham dự"]
    for source in (texts, pandas.Series(texts)):
        copies = nd.find_copies(source)
        assert next(iter(copies.titles(copies.ids).values())).startswith("Sáng 14/6, hội nghị khai mạc")


STORM = (
    {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
    {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
)
CRASH = (
    "Sáng 2/3, xe khách do tài xế Nguyễn Văn Lợi điều khiển đâm xe tải trên quốc lộ 20 qua huyện Đạ Huoai, Lâm Đồng. "
    "Ba hành khách chết, mười hai người bị thương.",
    "Toà án Lâm Đồng ngày 15/7 tuyên phạt Nguyễn Văn Lợi tám năm tù. Theo cáo trạng, bị cáo ngủ gật khi lái xe trên "
    "quốc lộ 20, gây tai nạn ở huyện Đạ Huoai.",
)


def test_an_explanation_shows_the_verdict_the_reasons_and_weights_that_add_up() -> None:
    groups = nd.find_events(STORM)
    why = groups.explain("a", "b")
    text = read(why._repr_html_()).text
    assert text.startswith("a and b: one event; score")
    assert all(reason in text for reason in (*why.speaks_for, *why.speaks_against))
    assert f"logit{why.logit:+.2f}" in text
    assert "a and b: one event" in on_terminal(why)
    apart = read(groups.explain("a", "a")._repr_html_()).text
    assert apart == "a and a: one and the same article"


def test_a_weakest_link_shows_both_sides_and_their_nearest_articles() -> None:
    link = nd.find_events(STORM).weakest_link("a")
    assert link is not None
    text = read(link._repr_html_()).text
    assert text.startswith(
        f"Event 0 is held together at {link.score:.2f}One side: 1 articleaThe other side: 1 articleb"
    )
    assert "a and b: one event" in text
    assert "event 0 is held together" in on_terminal(link)


def test_a_placement_shows_the_event_and_the_nearest_reports() -> None:
    groups = nd.find_events(STORM)
    joins = groups.place("Hai người thiệt mạng ở Nghệ An khi bão số 5 đổ bộ sáng 25/8")
    assert read(joins._repr_html_()).text.startswith("belongs to event 0 mean score")
    assert on_terminal(joins).startswith("event 0: mean score")
    alone = groups.place("Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng")
    assert read(alone._repr_html_()).text.startswith("first report of another event")
    many = evolve(joins, links=joins.links[:1] * 12)
    assert "… and 2 more: .links has all" in read(many._repr_html_()).text
    assert "… and 7 more" in str(many)


def test_a_story_shows_its_events_and_the_reports_that_link_them() -> None:
    found = nd.find_events([{"id": name, "text": text} for name, text in zip("ab", CRASH, strict=True)])
    (story,) = found.at((found.explain("a", "b").score or 0) + 0.01).stories
    assert read(story._repr_html_()).text.startswith("One story: event 0, event 1 weakest link")
    assert "a and b" in on_terminal(story)


def test_what_was_kept_and_dropped_is_shown(articles: nd.Articles) -> None:
    one = nd.find_copies(articles).deduplicate()
    assert read(one._repr_html_()).text.startswith("2 articles kept, 1 droppedagain copy of first · Jaccard")
    assert "2 kept, 1 dropped" in on_terminal(one)


def test_signatures_are_shown_in_a_line(articles: nd.Articles) -> None:
    signatures = nd.sketch_articles(articles)
    assert read(signatures._repr_html_()).text == "3 signatures of 128 values seed 1 · first, again, other"
    assert repr(signatures) == "<Signatures: 3 articles, 128 values each, seed 1>"


def test_scores_are_a_small_table(articles: nd.Articles) -> None:
    scores = nd.find_events(articles).score({"first": 1, "again": 1, "other": 2})
    text = read(scores._repr_html_()).text
    assert "precisionrecallF1B-cubed1.0001.0001.000" in text
    assert text.endswith("3 articles")
    assert "adjusted Rand index" in on_terminal(scores)


def test_a_figure_explanation_shows_pairs_with_their_evidence(conference: nd.EventRecord) -> None:
    why = conference.explain(conference.figures[1])
    text = read(why._repr_html_()).text
    assert "One quantity" in text
    assert "hơn 10.000 điểm cầu" in text
    assert "One quantity" not in read(evolve(why, together=())._repr_html_()).text
    many = read(evolve(why, together=why.together * 11)._repr_html_()).text
    assert "… and 1 more: .together has all" in many
    assert "one quantity" in on_terminal(why)


def test_a_trace_shows_the_rules_that_read_a_number() -> None:
    toll, _ = nd.explain_figures("Lũ làm hơn 20 người chết, đợt lũ lần thứ 3.", language="vi")
    assert read(toll._repr_html_()).text.startswith("7–13 “hơn 20”: count 20, more_than")
    assert "role: what is said of them" in on_terminal(toll)


def test_one_article_shows_its_text_and_a_rejection_its_reason(articles: nd.Articles) -> None:
    text = read(articles[0]._repr_html_()).text
    assert NEWS in text
    assert "Báo A · 14 Jun 2025 · vi" in text
    assert NEWS[:30] in on_terminal(articles[0])
    (rejected,) = articles.rejected
    assert read(rejected._repr_html_()).text.startswith("row 3 (empty): ")
    assert on_terminal(rejected).startswith("row 3 (empty): ")


def test_a_summary_shows_each_sentence_with_its_article(conference: nd.EventRecord) -> None:
    summary = conference.summary(2)
    text = read(summary._repr_html_()).text
    assert all(one.text in text and one.article_id in text for one in summary.sentences)
    assert summary.sentences[0].text[:30] in on_terminal(summary)


def test_figures_of_one_name_have_the_words_around_their_numbers(conference: nd.EventRecord) -> None:
    text = "Đoàn kiểm tra 1.232 cơ sở, phát hiện 257 cơ sở vi phạm."
    record = evolve(conference, figures=tuple(nd.reconcile(nd.extract_figures(text, language="vi"))))
    assert "phát hiện 257 cơ sở vi phạm" in read(record._repr_html_()).text


@given(st.lists(words, min_size=4, max_size=4))
def test_no_word_of_grouped_articles_becomes_markup(hostile: list[str]) -> None:
    title, text, source, url = hostile
    copies = evolve(nd.find_copies(ARTICLES[:2]), headings=Headings(known={0: title, 1: text}))
    for value in (copies, nd.Article(text, title=title, source=source, url=url), Rejection(title, 3, text)):
        read(value._repr_html_())
        assert "\x1b" not in on_terminal(value)


def test_a_terminal_shows_a_record_and_its_figures(conference: nd.EventRecord) -> None:
    shown = on_terminal(conference)
    assert "“hơn 10.000 điểm cầu”" in shown
    assert "10.000 – 11.000" in on_terminal(conference.figures[1])


def test_a_repr_is_short_and_names_the_value(seed_records: nd.EventCollection) -> None:
    record = evolve(seed_records[0], title="Hội nghị khai mạc " * 20)
    assert repr(record).startswith("<EventRecord: 'Hội nghị khai mạc Hội nghị")
    assert repr(record).endswith(" …', 3 articles, 6 figures>")
    expected = "<ReconciledFigure: 'điểm cầu', low 10000, best 11000, high 11000, compatible, 2 claims>"
    assert repr(record.figures[1]) == expected


@pytest.mark.parametrize("view", [html_of, rich_of])
def test_a_value_without_a_registered_view_is_an_error(view: Callable[[object], object]) -> None:
    with pytest.raises(NotImplementedError, match="view of int is registered"):
        view(1)


def test_a_store_shows_the_events_that_changed_last(articles: nd.Articles, tmp_path: Path) -> None:
    store = nd.open_store(tmp_path / "desk.db")
    changes = store.add([*articles, {"id": "empty", "text": ""}])
    text = read(store._repr_html_()).text
    assert text.startswith("desk.db 3 articles, revision 1")
    assert "2 articles · event" in text
    text = read(changes._repr_html_()).text
    assert text.startswith("Revision 1 3 added · 2 events changed")
    assert "Added (3)firstagain" in text
    assert "1 row rejected" in text
    assert "revision 1: 3 added, 1 rejected; 2 events changed" in on_terminal(changes)
    assert store.events()[0].event_id in on_terminal(store)
    store.add([{"id": f"note-{number}", "text": f"Tin số {number}"} for number in range(10)])
    assert "… and more: .events() has all" in read(store._repr_html_()).text
    store.close()
    assert read(store._repr_html_()).text.endswith("desk.db', closed>")
    assert on_terminal(store).strip().endswith("closed>")

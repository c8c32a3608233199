from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
import newsroom
from newsdedup.interfaces.cli.commands import main
from newsdedup.interfaces.desk_page.cards import event_card, event_details, important_first
from newsdedup.interfaces.desk_page.page import desk_page
from newsdedup.interfaces.desk_page.passages import ShownPassage, shown_articles
from newsdedup.interfaces.wording import STATUS_LABELS

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), min_size=1)
HOSTILE = "</script><script>alert(1)</script><!--<script> \"' &lt; <img src=x onerror=alert(2)> \u2028 \ud83d \x00 ]]>"


class Page(HTMLParser):
    """A page as a browser reads it: its elements, and the contents of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[str] = []
        self.is_within = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.contents.append("")
        self.is_within = True

    def handle_endtag(self, tag: str) -> None:
        self.is_within = False

    def handle_data(self, data: str) -> None:
        if self.is_within:
            self.contents[-1] += data

    def data(self, name: str) -> Any:
        """The JSON in the element of this id."""
        places = (place for place, (_, attributes) in enumerate(self.elements) if attributes.get("id") == name)
        return json.loads(self.contents[next(places)])

    def code(self, tag: str) -> str:
        """The content of the style, or of the script that runs."""
        pairs = zip(self.elements, self.contents, strict=True)
        return next(content for (name, attributes), content in pairs if name == tag and "type" not in attributes)


def page_with(record: nd.EventRecord, texts: dict[str, str] | None = None) -> Page:
    return Page(desk_page(nd.EventCollection((record,)), texts or {}, language="en"))


def written(events: nd.EventCollection, path: Path, **options: Any) -> Page:
    events.report(path, **{"language": "en"} | options)
    return Page(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(seeds: nd.Articles, seed_records: nd.EventCollection, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return written(seed_records, tmp_path_factory.mktemp("page") / "page.html", articles=seeds)


def test_every_event_article_figure_and_claim_is_on_the_page(page: Page, seed_records: nd.EventCollection) -> None:
    assert [one["id"] for one in page.data("index")["events"]] == [record.event_id for record in seed_records]
    for number, record in enumerate(seed_records):
        shown = page.data(f"event-{number}")
        assert [one["id"] for one in shown["articles"]] == [one.id for one in record.articles]
        assert len(shown["figures"]) == len(record.figures)
        rules = sorted(figure["rule"] for figure in shown["figures"])
        assert rules == sorted(figure.rule for figure in record.figures)


def test_the_position_of_every_claim_is_that_of_its_words(page: Page, seed_records: nd.EventCollection) -> None:
    for number, record in enumerate(seed_records):
        shown = page.data(f"event-{number}")
        words = [
            shown["articles"][article]["passages"][passage][start:end]
            for figure in shown["figures"]
            for article, passage, start, end in figure["claims"]
        ]
        assert sorted(words) == sorted(claim.text for figure in record.figures for claim in figure.claims)


def test_each_text_is_on_the_page_once_and_whole(page: Page, seeds: nd.Articles) -> None:
    shown = [article for number in range(3) for article in page.data(f"event-{number}")["articles"]]
    assert all(article["whole"] for article in shown)
    assert sorted(article["passages"] for article in shown) == sorted([article.text] for article in seeds)


def test_without_texts_the_sentences_of_the_claims_are_shown(
    seeds: nd.Articles, seed_records: nd.EventCollection, tmp_path: Path
) -> None:
    page = written(seed_records, tmp_path / "page.html")
    texts = {article.id: article.text for article in seeds}
    for article in page.data("event-0")["articles"]:
        assert "whole" not in article
        assert all(passage in texts[article["id"]] for passage in article["passages"])
    assert "hơn 10.000 điểm cầu" in " ".join(page.data("event-0")["articles"][0]["passages"])


def test_another_text_under_the_same_id_is_not_shown(seed_records: nd.EventCollection) -> None:
    record = seed_records[0]
    name = record.articles[0].id
    shown = shown_articles(record, {name: "Một bài khác hẳn."})
    assert not shown.is_whole[0]
    assert all(passage.words != "Một bài khác hẳn." for passage in shown.passages[0])


def test_a_claim_without_its_sentence_is_shown_by_its_own_words() -> None:
    record, _ = newsroom.storm()
    bare = [evolve(one, claims=tuple(evolve(c, sentence="") for c in one.claims)) for one in record.figures]
    shown = shown_articles(evolve(record, figures=tuple(bare)), {})
    assert [passage.words for passage in shown.passages[2]] == ["15", "340"]


def test_positions_are_in_the_units_of_browsers() -> None:
    articles = newsroom.articles_of("lũ", ("🌊🌊 Lũ quét làm 12 người chết.", "Lũ quét: 12 người chết."))
    record = newsroom.record_of(articles, "Lũ quét")
    for texts in ({}, {article.id: article.text for article in articles}):
        shown = page_with(record, texts).data("event-0")
        article, passage, start, end = shown["figures"][0]["claims"][0]
        units = shown["articles"][article]["passages"][passage].encode("utf-16-le")
        assert units[2 * start : 2 * end].decode("utf-16-le") == "12"


def hostile_record(words: str) -> nd.EventRecord:
    """A record that says the same words wherever it says any."""
    record, _ = newsroom.storm()
    report = evolve(record.articles[0], title=words, source=words, url=words, language=words)
    return evolve(
        record,
        title=words,
        articles=(report, *record.articles[1:]),
        figures=tuple(
            evolve(one, nouns=(words,), rule=words, notes=(words,), part_of=words, unit=words) for one in record.figures
        ),
        people=tuple(evolve(one, name=words, office=words) for one in record.people),
        places=tuple(evolve(one, name=words) for one in record.places),
        quotes=tuple(evolve(one, text=words) for one in record.quotes),
        timeline=tuple(evolve(one, text=words) for one in record.timeline),
        notes=(words,),
    )


def test_hostile_words_stay_words() -> None:
    hostile, harmless = page_with(hostile_record(HOSTILE)), page_with(hostile_record("Báo"))
    assert hostile.elements == harmless.elements
    shown = hostile.data("event-0")
    assert hostile.data("index")["events"][0]["title"] == HOSTILE
    assert shown["articles"][0]["source"] == shown["people"][0]["name"] == shown["notes"][0] == HOSTILE
    assert "url" not in shown["articles"][0]


@settings(max_examples=30)
@given(ANY_TEXT)
def test_any_words_come_back_as_they_were_and_can_be_written(words: str) -> None:
    events = nd.EventCollection((hostile_record(words),), rejected=(nd.Rejection(words, 0, words),))
    page = desk_page(events, {}, language="en", title=words)
    read = Page(page.encode("utf-8", "backslashreplace").decode("utf-8"))
    assert read.elements == page_with(hostile_record("Báo")).elements
    assert read.data("event-0")["notes"] == [words]
    assert read.data("index")["rejected"][0]["reason"] == words


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "file:///etc/passwd"])
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    record, _ = newsroom.storm()
    shown = page_with(evolve(record, articles=(evolve(record.articles[0], url=url), *record.articles[1:])))
    assert ["url" in article for article in shown.data("event-0")["articles"]] == [False, True, True]


def test_the_page_requests_nothing(page: Page) -> None:
    addresses = [value for _, attributes in page.elements for name, value in attributes.items() if name in _REQUESTING]
    assert sorted(map(str, addresses)) == ["#list", "data:,"]
    code = page.code("style") + page.code("script")
    assert not re.search(r"url\(|@import|https?:|fetch\(|XMLHttpRequest|innerHTML|eval\(|document\.write", code)


_REQUESTING = ("src", "href", "srcset", "action", "data", "poster", "style", "onclick", "onload")


def test_only_its_own_script_and_style_may_run(page: Page) -> None:
    policy = next(one["content"] for _, one in page.elements if one.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'; ")
    assert "unsafe" not in str(policy)
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.code(tag).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in str(policy)


def test_the_same_events_give_the_same_bytes(
    seed_records: nd.EventCollection, seeds: nd.Articles, tmp_path: Path
) -> None:
    seed_records.save(tmp_path / "events.jsonl")
    loaded = nd.EventCollection.load(tmp_path / "events.jsonl")
    seed_records.report(tmp_path / "one.html", articles=seeds)
    loaded.report(tmp_path / "two.html", articles=reversed(seeds))
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_no_events_are_a_page_too(tmp_path: Path) -> None:
    assert written(nd.EventCollection(), tmp_path / "page.html").data("index")["events"] == []


def test_the_command_writes_the_page(seeds_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(
            ["report", str(seeds_folder), "-o", str(tmp_path / "out.html"), "--page-language", "en", "--title", "News"]
        )
    assert leaving.value.code == 0
    assert capsys.readouterr().out == ""
    page = Page((tmp_path / "out.html").read_text(encoding="utf-8"))
    assert page.code("title") == "News"
    assert ("html", {"lang": "en"}) in page.elements
    assert len(page.data("index")["events"]) == 3
    assert page.data("event-0")["articles"][0]["whole"]


def test_the_command_needs_an_output_file(seeds_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["report", str(seeds_folder)])
    assert leaving.value.code == 2
    assert "--output" in capsys.readouterr().err


def test_a_card_has_urgent_figures_first() -> None:
    record, _ = newsroom.cup()
    card = event_card(record)
    assert card["when"] == "10 Sep 2031"
    assert (card["articles"], card["origins"]) == (3, 2)
    assert list(card["statuses"]) == ["conflict", "compatible"]
    assert card["figures"][0] == {"name": "đội tuyển", "value": "47 or 48", "status": "conflict"}
    assert card["figures"][1]["value"] == "11.000"


def test_an_event_without_a_day_is_filtered_by_the_days_of_its_reports() -> None:
    [(record, _)] = newsroom.small_events(1)
    card = event_card(record)
    assert "when" not in card
    assert card["published"] == "3 Sep 2031"
    assert card["first"] == card["last"] == "2031-09-03"
    undated = evolve(record, articles=tuple(evolve(one, published_at=None) for one in record.articles))
    assert "first" not in event_card(undated)


def test_a_card_names_each_source_once_and_shows_differing_dates() -> None:
    record, _ = newsroom.storm()
    first, *others = record.articles
    card = event_card(evolve(record, articles=(first, *(evolve(one, source=first.source) for one in others))))
    assert card["sources"] == [first.source]
    assert "datesDiffer" not in card
    assert event_card(evolve(record, dates=evolve(record.dates, status="conflict")))["datesDiffer"]


def test_a_card_has_three_figures_and_the_details_have_all_in_order_of_urgency() -> None:
    record, _ = newsroom.storm()
    by_status = {status: evolve(record.figures[0], status=status, role=None) for status in STATUS_LABELS}
    figures = [by_status[name] for name in ("agree", "superseded", "compatible", "conflict")]
    record = evolve(record, figures=tuple(figures))
    order = ["conflict", "superseded", "agree", "compatible"]
    assert [one["status"] for one in event_card(record)["figures"]] == order[:3]
    assert [one["status"] for one in event_details(record, {})["figures"]] == order


def test_the_toll_that_stands_leads_a_card_with_the_values_before_it_in_order_of_time() -> None:
    record, _ = newsroom.storm()
    toll, *others = record.figures
    clash = evolve(others[0], status="conflict", role=None)
    gone = [
        evolve(toll, status="superseded", role="injured", best=None, claims=(evolve(toll.claims[0], reported_at=when),))
        for when in (newsroom.FIRST.replace(day=5), newsroom.FIRST.replace(day=4))
    ]
    card = event_card(evolve(record, figures=(*gone, clash, toll)))
    assert [one["status"] for one in card["figures"]] == ["superseded", "conflict", "superseded"]
    assert card["figures"][0]["value"] == "15"
    assert [(one["value"], one["when"]) for one in card["figures"][0]["before"]] == [("12", "3 Sep 2031, 08:00")]
    assert [figure.claims[0].reported_at for figure in important_first((*gone, clash, toll))[2:]] == [
        newsroom.FIRST.replace(day=4),
        newsroom.FIRST.replace(day=5),
    ]


def test_the_page_has_the_language_of_most_articles_or_the_one_that_is_asked_for(tmp_path: Path) -> None:
    events, articles = newsroom.newsroom(1)
    events.report(tmp_path / "page.html", articles=articles)
    page = Page((tmp_path / "page.html").read_text("utf-8"))
    assert ("html", {"lang": "vi"}) in page.elements
    assert page.data("index")["labels"]["conflict"]["word"] == "mâu thuẫn"
    other = written(events, tmp_path / "page.html", language="en", title="Sáng <nay>")
    assert ("html", {"lang": "en"}) in other.elements
    assert other.code("title") == "Sáng <nay>"
    with pytest.raises(nd.SettingError, match="language='fr' is none of the page: give one of 'en', 'vi'"):
        events.report(tmp_path / "page.html", language="fr")


def test_settings_are_in_words(page: Page) -> None:
    settings = dict(page.data("index")["settings"])
    assert settings["Least Jaccard similarity of copies"] == "0.5"
    assert settings["Best value of a conflict"] == "none: conflicts are shown, not decided"


def test_days_without_a_year_are_shown_but_not_filtered_by() -> None:
    record, _ = newsroom.storm()
    card = event_card(evolve(record, dates=evolve(record.dates, start_date="XXXX-09-02", end_date="XXXX-09-02")))
    assert card["when"] == "2 Sep"
    assert "published" not in card
    assert card["first"] == card["last"] == "2031-09-03"


def test_the_summary_is_four_sentences_in_the_order_of_the_reports() -> None:
    record, _ = newsroom.storm()
    names = [report.id for report in record.articles]
    sentences = [
        evolve(record.key_sentences[0], article_id=name, start=start, text=f"{name} {start}")
        for name, start in ((names[1], 5), (names[0], 9), (names[0], 2), (names[2], 0), (names[0], 0))
    ]
    shown = event_details(evolve(record, key_sentences=tuple(sentences)), {})["summary"]
    assert [one["text"] for one in shown] == [f"{names[0]} 2", f"{names[0]} 9", f"{names[1]} 5", f"{names[2]} 0"]


def test_days_that_nobody_prints_have_no_status() -> None:
    record, _ = newsroom.storm()
    assert event_details(record, {})["dates"]["articles"] == record.dates.n_articles
    assert "dates" not in event_details(evolve(record, dates=evolve(record.dates, status=None)), {})


def test_an_excerpt_of_a_report_of_another_event_has_no_number_of_it() -> None:
    record, _ = newsroom.storm()
    first, *others = record.articles
    excerpt = evolve(record, articles=(evolve(first, relation="excerpt", origin="elsewhere"), *others))
    shown = event_details(excerpt, {})["articles"]
    assert shown[0]["relation"] == "excerpt"
    assert all("of" not in one for one in shown)


def test_a_passage_after_a_claim_does_not_hold_it() -> None:
    record, _ = newsroom.storm()
    claim = evolve(record.figures[0].claims[0], start=8, end=9, text="b")
    assert ShownPassage(7, "abc").holds(claim)
    assert not ShownPassage(10, "abc").holds(claim)


def test_a_copy_names_the_copied_report() -> None:
    record, _ = newsroom.cup()
    copy = event_details(record, {})["articles"][2]
    assert (copy["relation"], copy["of"]) == ("copy of", [0])


def test_a_sentence_of_several_dates_appears_once() -> None:
    record, _ = newsroom.storm()
    twice = (record.timeline[0], evolve(record.timeline[0], date="2031-09"))
    shown = event_details(evolve(record, timeline=twice), {})
    assert [one["when"] for one in shown["timeline"]] == ["2 Sep 2031; Sep 2031"]


def test_a_figure_has_remarks_that_narrow_it_down() -> None:
    record, _ = newsroom.storm()
    scope = nd.Scope(place="Tân Lập", level="commune")
    figure = evolve(record.figures[0], scope=scope, change="up", modality="planned", as_of="2031-09-03", role="dead")
    shown = event_details(evolve(record, figures=(figure,)), {})["figures"][0]
    assert shown["remarks"] == ["dead", "Tân Lập commune", "rise", "planned", "as of 3 Sep 2031"]


def test_a_figure_without_a_noun_is_marked_as_not_named() -> None:
    record, _ = newsroom.storm()
    shown = [evolve(record.figures[0], noun=None, nouns=nouns) for nouns in (("người",), ())]
    details = event_details(evolve(record, figures=tuple(shown)), {})["figures"]
    assert [one.get("named") for one in details] == [True, None]


def test_a_place_has_its_level_where_it_is_known() -> None:
    record, _ = newsroom.storm()
    places = [evolve(record.places[0], level=level) for level in ("commune", "unknown")]
    shown = event_details(evolve(record, places=tuple(places)), {})["places"]
    assert [one.get("level") for one in shown] == ["commune", None]


def test_a_bar_has_the_positions_of_differing_values() -> None:
    record, _ = newsroom.storm()
    shown = event_details(record, {})["figures"]
    assert shown[0]["bar"]["values"] == (0.0, 100.0)
    assert shown[0]["bar"]["best"] == [100.0]
    assert shown[0]["bar"]["ends"] == ("12", "15")
    assert "openLeft" not in shown[0]["bar"]
    assert "bar" not in shown[2]
    assert [step["value"] for step in shown[0]["history"]] == ["12", "15"]


@pytest.mark.parametrize(
    ("texts", "sides"),
    [
        (("Hội nghị có hơn 10.000 điểm cầu.", "Hội nghị có 11.000 điểm cầu."), ["right", ""]),
        (("Hội nghị có 10.000 điểm cầu.", "Hội nghị có gần 11.000 điểm cầu."), ["", "left"]),
        (
            ("Hội nghị có hơn 10.000 điểm cầu.", "Hội nghị có 10.000 điểm cầu.", "Hội nghị có 11.000 điểm cầu."),
            ["", ""],
        ),
        (
            ("Hội nghị có hơn 500 điểm cầu.", "Hội nghị có gần 500 điểm cầu.", "Hội nghị có 520 điểm cầu."),
            ["", ""],
        ),
        (("Hội nghị có 500 điểm cầu.", "Hội nghị có từ 480 đến 520 điểm cầu."), ["", "", ""]),
    ],
)
def test_a_value_is_open_to_the_side_on_which_all_its_claims_are(texts: tuple[str, ...], sides: list[str]) -> None:
    record = newsroom.record_of(newsroom.articles_of("thử", texts), "Thử")
    assert [one["bar"]["sides"] for one in event_details(record, {})["figures"] if "bar" in one] == [sides]

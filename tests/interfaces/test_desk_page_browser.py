"""The desk page in a real browser; skipped without one."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

import newsdedup as nd
import newsroom

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect  # waits until it holds: a page reacts after a moment
expect.set_options(timeout=20_000)  # milliseconds; other work may crowd the machine

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
N_SMALL = 60
N_EVENTS = N_SMALL + 3
WIDTHS = (360, 800, 1400)


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("no browser here")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    events, articles = newsroom.newsroom(N_SMALL)
    path = tmp_path_factory.mktemp("page") / "events.html"
    events.report(path, articles=articles, language="en")
    return path.as_uri()


class Watched:
    """A page, with its console messages, errors and requests."""

    def __init__(self, browser: sync_api.Browser, address: str, **options: object) -> None:
        self.page = browser.new_page(**({"viewport": {"width": 1400, "height": 900}} | options))
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)


@pytest.fixture
def watched(browser: sync_api.Browser, address: str) -> Iterator[Watched]:
    """The page; whatever a test does with it, it has no errors and sends no requests."""
    watched = Watched(browser, address)
    yield watched
    assert watched.complaints == []
    assert [one for one in watched.requests if not one.startswith("data:")] == [address]
    watched.page.close()


@pytest.fixture
def page(watched: Watched) -> sync_api.Page:
    return watched.page


def titles(page: sync_api.Page) -> sync_api.Locator:
    return page.locator("details.event h3")


def wait_for_count(page: sync_api.Page, words: str) -> None:
    """Wait for these words in the line above the events."""
    expect(page.locator("#count")).to_have_text(words)


def open_event(page: sync_api.Page, title: str) -> sync_api.Locator:
    event = page.locator("details.event", has_text=title)
    event.locator("summary").first.click()
    event.locator(".inside").wait_for()
    return event


def test_events_in_conflict_come_first_and_the_rest_as_the_reader_scrolls(page: sync_api.Page) -> None:
    wait_for_count(page, f"{N_EVENTS} events")
    expect(titles(page).nth(0)).to_have_text("Khai mạc giải bóng đá học đường")
    expect(titles(page).nth(1)).to_have_text("Bão số 7 đổ bộ vào Tân Lập")
    assert titles(page).count() < N_EVENTS
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("details.event")).to_have_count(N_EVENTS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bao so 7", "Bão số 7 đổ bộ vào Tân Lập"),  # without accents, in a title
        ("tốc mái", "Bão số 7 đổ bộ vào Tân Lập"),  # only in a text
        ("tran thi may 340", "Bão số 7 đổ bộ vào Tân Lập"),  # a name and a value
        ('"sách mùa"', "Hội sách mùa thu"),
        ("10.000", "Khai mạc giải bóng đá học đường"),
    ],
)
def test_search_finds_words_of_titles_and_of_texts(page: sync_api.Page, words: str, found: str) -> None:
    page.fill("#search", words)
    wait_for_count(page, f"1 of {N_EVENTS} events")
    expect(titles(page)).to_have_text([found])


def test_words_with_accents_are_found_with_their_accents_only(page: sync_api.Page) -> None:
    page.fill("#search", "mươi")
    wait_for_count(page, f"0 of {N_EVENTS} events")
    page.get_by_role("button", name="Clear all filters").last.click()
    wait_for_count(page, f"{N_EVENTS} events")


def shown_titles(page: sync_api.Page, typed: str, words: str) -> list[str]:
    """The titles of the events that are shown when this is typed, once the line above them reads so."""
    page.fill("#search", typed)
    wait_for_count(page, words)
    return titles(page).all_text_contents()


@pytest.fixture(scope="module")
def hanoi(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with events in Hà Nội, in Hạ Nội, and with the two words apart."""
    stories = (
        ("Hội nghị về hà bá", "Hà Tĩnh họp nội bộ. Có 12 đại biểu dự họp."),
        ("Chợ quê họp phiên", "Chợ quê ở Hạ Nội họp với 12 quầy rau."),
        ("Lũ rút chậm", "Nước sông rút chậm. Tại Hà Nội, có 12 hộ bị ngập."),
        ("Hà Nội mở hội sách", "Hội sách mở cửa với 120 gian hàng, giá hoà nhã."),
    )
    made = [(newsroom.articles_of(f"tin{place}", (text,)), title) for place, (title, text) in enumerate(stories)]
    events = nd.EventCollection(tuple(newsroom.record_of(articles, title) for articles, title in made))
    path = tmp_path_factory.mktemp("hanoi") / "events.html"
    events.report(path, articles=[one for articles, _ in made for one in articles])
    return path.as_uri()


def test_a_name_typed_with_accents_is_found_as_a_whole_first_and_in_parts_on_request(
    browser: sync_api.Browser, hanoi: str
) -> None:
    page = Watched(browser, hanoi).page
    assert shown_titles(page, "Hà Nội", "2 trong 4 sự kiện") == ["Hà Nội mở hội sách", "Lũ rút chậm"]
    page.get_by_role("button", name="Xem thêm 1 sự kiện có các từ này nhưng không liền nhau").click()
    wait_for_count(page, "3 trong 4 sự kiện")
    expect(titles(page)).to_have_text(["Hà Nội mở hội sách", "Lũ rút chậm", "Hội nghị về hà bá"])
    page.close()


def test_without_accents_all_are_found_and_a_title_ranks_before_a_text(browser: sync_api.Browser, hanoi: str) -> None:
    page = Watched(browser, hanoi).page
    assert shown_titles(page, "ha noi", "4 sự kiện")[0] == "Hà Nội mở hội sách"
    assert len(shown_titles(page, '"ha noi"', "3 trong 4 sự kiện")) == 3
    assert shown_titles(page, "hòa", "1 trong 4 sự kiện") == ["Hà Nội mở hội sách"]  # printed "hoà"
    page.close()


def test_a_snippet_shows_what_was_typed_in_its_sentence(browser: sync_api.Browser, hanoi: str) -> None:
    page = Watched(browser, hanoi).page
    shown_titles(page, "Hà Nội", "2 trong 4 sự kiện")
    snippet = page.locator("details.event", has_text="Lũ rút chậm").locator(".snippet")
    expect(snippet).to_contain_text("Tại Hà Nội, có 12 hộ bị ngập.")
    expect(snippet.locator("mark")).to_have_text(["Hà Nội"])
    shown_titles(page, "", "4 sự kiện")
    expect(page.locator(".snippet")).to_have_count(0)
    page.close()


def test_arrow_keys_lead_into_the_list_and_back(page: sync_api.Page) -> None:
    summaries = page.locator("details.event > summary")
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    expect(summaries.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(summaries.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("details.event[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("details.event[open]")).to_have_count(0)
    page.keyboard.press("Home")
    expect(summaries.nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("Enter")
    expect(summaries.nth(0)).to_be_focused()
    page.keyboard.press("End")
    expect(summaries.nth(39)).to_be_focused()  # the last that is drawn
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_focused()


def test_all_events_can_be_unfolded_also_those_that_are_drawn_later(page: sync_api.Page) -> None:
    page.get_by_role("button", name="Unfold all").click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("details.event[open]")).to_have_count(N_EVENTS)
    page.get_by_role("button", name="Fold all", exact=True).click()
    expect(page.locator("details.event[open]")).to_have_count(0)


def test_a_number_is_never_broken_across_lines(browser: sync_api.Browser, address: str) -> None:
    there = Watched(browser, address, viewport={"width": 360, "height": 900})
    event = open_event(there.page, "giải bóng đá")
    lines = "(all) => all.map((one) => one.getClientRects().length)"
    assert set(event.locator(".amount").evaluate_all(lines)) == {1}
    assert "10.000\u00a0khán giả" in str(event.locator(".words").first.text_content())
    joined = there.page.evaluate("unbroken('hơn 752.000 tỷ đồng, 1.2 million people')")
    assert joined == "hơn 752.000\u00a0tỷ\u00a0đồng, 1.2\u00a0million\u00a0people"
    there.page.close()


def test_open_filters_scroll_away_on_a_phone_and_say_how_many_are_chosen(
    browser: sync_api.Browser, address: str
) -> None:
    there = Watched(browser, address, viewport={"width": 400, "height": 800})
    position = "getComputedStyle(document.getElementById('finder')).position"
    assert there.page.evaluate(position) == "sticky"
    there.page.get_by_text("Filter and sort").click()
    assert there.page.evaluate(position) == "static"
    there.page.get_by_role("checkbox", name="conflict").check()
    expect(there.page.locator("#filters > summary")).to_have_text("Filter and sort (1)")
    there.page.close()


def test_a_page_in_vietnamese_has_no_english_words_of_its_own(browser: sync_api.Browser, tmp_path: Path) -> None:
    events, articles = newsroom.newsroom(2)
    events.report(tmp_path / "page.html", articles=articles, title="Bản tin sáng")
    there = Watched(browser, (tmp_path / "page.html").as_uri())
    assert there.page.evaluate("document.documentElement.lang") == "vi"
    expect(there.page).to_have_title("Bản tin sáng")
    there.page.get_by_role("button", name="Mở tất cả").click()
    for summary in there.page.locator("footer > details > summary, .figures summary").all():
        summary.click()
    there.page.locator(".inside").nth(1).wait_for()
    shown = str(there.page.locator("body").inner_text())
    assert not re.search(r"\b(?:event|article|report|origin|figure|claim|Sep|the|and|or|more|than)s?\b", shown)
    assert "trước đó: 12" in shown.replace("\u00a0", " ")
    there.page.close()


def test_slash_leads_to_the_search_and_escape_clears_and_leaves_it(page: sync_api.Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("hội sách/")
    expect(page.locator("#search")).to_have_value("hội sách/")
    wait_for_count(page, f"1 of {N_EVENTS} events")
    page.keyboard.press("Escape")
    wait_for_count(page, f"{N_EVENTS} events")
    page.keyboard.press("Escape")
    expect(page.locator("body")).to_be_focused()


def test_filters_by_status_origins_and_date_narrow_the_list_down(page: sync_api.Page) -> None:
    page.get_by_role("checkbox", name="conflict").check()
    wait_for_count(page, f"1 of {N_EVENTS} events")
    page.get_by_role("checkbox", name="superseded").check()
    wait_for_count(page, f"2 of {N_EVENTS} events")
    page.get_by_label("to", exact=True).fill("2031-09-09")
    wait_for_count(page, f"1 of {N_EVENTS} events")
    page.get_by_role("button", name="Clear all filters").first.click()
    wait_for_count(page, f"{N_EVENTS} events")
    page.get_by_label("Origins").select_option("3")
    wait_for_count(page, f"1 of {N_EVENTS} events")
    expect(titles(page)).to_have_text(["Bão số 7 đổ bộ vào Tân Lập"])


def test_events_are_sorted_by_the_chosen_order(page: sync_api.Page) -> None:
    page.get_by_label("Sort by").select_option("latest")
    expect(titles(page).first).to_have_text("Khai mạc giải bóng đá học đường")
    page.get_by_label("Sort by").select_option("given")
    expect(titles(page).first).to_have_text("Hội sách mùa thu")
    page.get_by_label("Sort by").select_option("earliest")
    expect(titles(page).first).to_have_text("Bão số 7 đổ bộ vào Tân Lập")


def test_an_event_unfolds_its_figures_people_places_quotes_and_timeline(page: sync_api.Page) -> None:
    event = open_event(page, "Bão số 7")
    for part in ("người", "15", "superseded", "latest report", "340", "Trần Thị Mây", "Tân Lập", "Bà con"):
        expect(event).to_contain_text(part, use_inner_text=True)
    expect(event.get_by_role("img", name="Printed values from 12 to 15; 15")).to_be_visible()
    event.get_by_text("from one origin").click()
    expect(event).to_contain_text("about 40", use_inner_text=True)
    event.get_by_text("3 claims").click()
    expect(event.locator("cite:visible", has_text="Báo bão 3, 3 Sep 2031, 10:00")).to_have_count(1)


def test_a_figure_is_shown_in_the_reports_and_escape_leads_back(page: sync_api.Page) -> None:
    event = open_event(page, "giải bóng đá")
    figure = event.locator("li.figure.compatible")
    button = figure.get_by_role("button", name="Show in the reports")
    marks = ["47", "hơn 10.000", "48", "11.000", "47", "hơn 10.000"]
    expect(event.locator("article.report mark")).to_have_text(marks)
    button.click()
    expect(event.locator("mark.traced")).to_have_text(["hơn 10.000", "11.000", "hơn 10.000"])
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(event.locator(".reports")).to_be_focused()
    page.keyboard.press("Escape")
    expect(event.locator("mark.traced")).to_have_count(0)
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    expect(event).not_to_have_attribute("open", re.compile(""))
    expect(event.locator("summary").first).to_be_focused()


def test_reports_without_the_figure_are_hidden(page: sync_api.Page) -> None:
    event = open_event(page, "Bão số 7")
    event.locator("li.figure", has_text="ngôi nhà").get_by_role("button").click()
    expect(event.locator("article.report:visible")).to_have_count(2)
    expect(event.locator(".bench")).to_contain_text("340 in 2 of 3 reports")
    event.get_by_role("button", name="Back to the figure").click()
    expect(event.locator("article.report:visible")).to_have_count(3)


def test_a_copy_and_the_addresses_of_reports_are_shown(page: sync_api.Page) -> None:
    event = open_event(page, "giải bóng đá")
    expect(event.locator(".relation")).to_have_text(["copy of Báo giải 1"])
    link = event.get_by_role("link", name="Giải, tin thứ 1")
    expect(link).to_have_attribute("href", "https://example.org/giải/1")


def test_everything_is_reached_by_the_tab_key_and_shows_where_it_is(page: sync_api.Page) -> None:
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", reached[-1]
    assert reached[0] == "A"
    for one in ("search", "status-conflict", "from", "to", "origins", "order", "SUMMARY"):
        assert one in reached
    page.keyboard.press("Enter")
    expect(page.locator("details.event[open]")).to_have_count(1)


def test_every_control_has_a_name_and_the_page_its_landmarks(page: sync_api.Page) -> None:
    open_event(page, "Bão số 7")
    for landmark in ("banner", "search", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1
    nameless = "[...document.querySelectorAll('input, select')].filter((one) => !one.labels.length).length"
    assert page.evaluate(nameless) == 0
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4, h5')].map((one) => Number(one.tagName[1]))")
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_what_was_typed_is_marked_in_the_reports(page: sync_api.Page) -> None:
    page.fill("#search", "toc mai")
    wait_for_count(page, f"1 of {N_EVENTS} events")
    page.get_by_role("button", name="Unfold all").click()
    page.locator(".inside").wait_for()
    page.wait_for_function("CSS.highlights.has('found')")
    marked = (
        "[...CSS.highlights.get('found')].map((one) => one.startContainer.data.slice(one.startOffset, one.endOffset))"
    )
    assert set(page.evaluate(marked)) == {"tốc mái"}
    page.get_by_role("button", name="Fold all", exact=True).click()
    expect(page.locator("details.event[open]")).to_have_count(0)


def test_an_address_with_an_event_opens_it(browser: sync_api.Browser, address: str) -> None:
    there = Watched(browser, f"{address}#at-event-of-tin59-1")
    there.page.locator(".inside").wait_for()
    expect(there.page.locator("details.event[open] h3")).to_contain_text("Chợ quê 59")
    there.page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_at_any_width(
    browser: sync_api.Browser, address: str, width: int, scheme: str, tmp_path: Path
) -> None:
    there = Watched(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    event = open_event(there.page, "giải bóng đá")
    there.page.screenshot(path=tmp_path / f"{scheme}-{width}.png")
    assert there.page.evaluate("document.documentElement.scrollWidth") == width
    event.locator(".trace").first.click()
    assert there.page.evaluate("document.documentElement.scrollWidth") == width
    paper = there.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, paper[4:-1].split(","))) < 384) == (scheme == "dark")
    assert there.complaints == []
    there.page.close()


def test_filters_keep_their_place_when_the_window_grows(browser: sync_api.Browser, address: str) -> None:
    there = Watched(browser, address, viewport={"width": 500, "height": 900})
    expect(there.page.locator("#order")).to_be_hidden()
    there.page.set_viewport_size({"width": 1400, "height": 900})
    expect(there.page.locator("#order")).to_be_visible()
    there.page.close()


def test_print_shows_every_event_that_is_found_and_no_controls(page: sync_api.Page, tmp_path: Path) -> None:
    open_event(page, "Bão số 7")
    page.emulate_media(media="print")
    expect(page.locator("#finder")).to_be_hidden()
    expect(page.locator(".trace").first).to_be_hidden()
    expect(page.locator("details.event[open] .whole").first).to_be_visible()
    assert page.pdf(path=tmp_path / "events.pdf").startswith(b"%PDF")
    expect(page.locator("details.event")).to_have_count(N_EVENTS)


def test_no_article_gets_to_run_or_to_draw_anything(browser: sync_api.Browser, tmp_path: Path) -> None:
    script = "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\"><u>hết</u>"
    articles = newsroom.articles_of("lừa", ("Bão Dấu làm 12 người chết.", "Bão Dấu làm 14 người chết."))
    record = newsroom.record_of([evolve(one, title="Dấu", source="Dấu") for one in articles], "Dấu")
    records = tmp_path / "records.jsonl"  # HTML in articles is read as text: records of other origin may hold it
    nd.EventCollection((record,)).save(records)
    records.write_text(records.read_text("utf-8").replace("Dấu", json.dumps(script)[1:-1]), "utf-8")
    nd.EventCollection.load(records).report(tmp_path / "page.html", language="en")
    there = Watched(browser, (tmp_path / "page.html").as_uri())
    open_event(there.page, "hết")
    there.page.fill("#search", "<img")
    wait_for_count(there.page, "1 event")
    expect(there.page).to_have_title("Events in the news")
    expect(there.page.locator("img, main u")).to_have_count(0)
    expect(titles(there.page)).to_have_text([script])
    assert there.complaints == []
    there.page.close()


def test_a_noun_that_is_the_unit_of_its_value_is_printed_once(browser: sync_api.Browser, tmp_path: Path) -> None:
    event = nd.record_of(
        ["Hội nghị tại Hà Nội diễn ra trong 2 ngày, có 141 điểm cầu.", "Hội nghị tại Hà Nội kéo dài 2 ngày."]
    )
    nd.EventCollection((event,)).report(tmp_path / "page.html", language="vi")
    page = Watched(browser, (tmp_path / "page.html").as_uri()).page
    lines = page.locator(".key .line").all_inner_texts()
    assert [" ".join(line.split()) for line in lines] == ["= 2 ngày", "○ 141 điểm cầu"]
    page.close()

"""Numbers appear in the format of their articles' language, wherever a figure is shown."""

from __future__ import annotations

import json

import pytest
from rich.console import Console

import newsdedup as nd
from newsdedup.interfaces.desk_page.cards import event_card, event_details
from newsdedup.support.whole_files import json_bytes

QUAKES = {
    "id": "Gempa itu menewaskan sedikitnya {} orang di Kota Sukabumi pada Senin.",
    "vi": "Động đất làm ít nhất {} người chết ở Mai Pha hôm thứ Hai.",
    "en": "The quake killed at least {} people in Sukabumi on Monday.",
}
ENDS = {"id": ("1.200", "1.450"), "vi": ("1.200", "1.450"), "en": ("1,200", "1,450")}
OTHER_ENDS = {"id": "1,200", "vi": "1,200", "en": "1.200"}


@pytest.fixture(params=sorted(QUAKES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def record(language: str) -> nd.EventRecord:
    return nd.record_of({"id": end, "text": QUAKES[language].format(end)} for end in ENDS[language])


def assert_shows(words: str, language: str) -> None:
    assert all(end in words for end in ENDS[language])
    assert OTHER_ENDS[language] not in words


def terminal(value: object) -> str:
    console = Console(width=120)
    with console.capture() as shown:
        console.print(value)
    return shown.get()


def test_rules_notebooks_terminals_and_the_report_use_it(record: nd.EventRecord, language: str) -> None:
    (figure,) = record.figures
    card = json.dumps([event_card(record), event_details(record, {})], ensure_ascii=False)
    for words in (figure.rule, figure._repr_html_(), record._repr_html_(), terminal(figure), terminal(record), card):
        assert_shows(words, language)


def test_pictures_use_it(record: nd.EventRecord, language: str) -> None:
    pytest.importorskip("matplotlib")
    ax = nd.plots.figures(record)
    assert_shows(" ".join(text.get_text() for text in ax.texts), language)


def test_a_record_that_is_read_back_keeps_it(record: nd.EventRecord, language: str) -> None:
    read = nd.EventRecord.from_dict(json.loads(json_bytes(record.to_dict())))
    assert {claim.language for figure in read.figures for claim in figure.claims} == {language}
    assert_shows(read._repr_html_(), language)


def test_it_does_not_depend_on_how_a_claim_prints_its_number() -> None:
    texts = ("Damage was put at $5 million.", "Officials put the damage at $5 million.")
    claims = [claim for name, text in enumerate(texts) for claim in nd.extract_figures(text, article_id=str(name))]
    assert [figure.rule for figure in nd.reconcile(claims)] == ["all print 5,000,000"]

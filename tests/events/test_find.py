"""Reports of one event."""

from __future__ import annotations

import json
import random
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.articles.article import Article, Articles
from newsdedup.articles.intake import read_articles
from newsdedup.events import batch
from newsdedup.events.evidence.gather import CorpusContext, Evidence, gathered
from newsdedup.events.evidence.terms import NEAREST
from newsdedup.events.find import find_events
from newsdedup.events.groups import EventGroups
from newsdedup.events.reading.views import Views
from newsdedup.metrics import b_cubed
from newsdedup.support.errors import SettingError
from outlets import follow_ups, unrelated_pages

DATA = Path(__file__).parents[3] / "shared" / "data"
FLOORS = Path(__file__).parents[2] / "benchmarks/results/floors.json"
CORRECTIONS = Path(__file__).parents[2] / "benchmarks/label_corrections.json"
SEEDS = Path(__file__).parents[2] / "seeds"
PLACES = [
    "Nghệ An",
    "Cà Mau",
    "Lào Cai",
    "Đà Nẵng",
    "Bến Tre",
    "Hà Giang",
    "Phú Yên",
    "Kon Tum",
    "Sóc Trăng",
    "Thái Bình",
]
THINGS = ["bão lớn đổ bộ", "cháy chợ trung tâm", "lật tàu cá", "sạt lở đèo", "trao giải văn học", "khánh thành cầu mới"]
FILLER = [
    "hôm",
    "qua",
    "lực",
    "lượng",
    "chức",
    "năng",
    "người",
    "dân",
    "địa",
    "phương",
    "cho",
    "biết",
    "tình",
    "hình",
    "nhiều",
    "nơi",
    "vẫn",
    "đang",
    "được",
    "công",
    "an",
    "tỉnh",
]


def report(event: int, number: int) -> Article:
    """One of several made-up reports of an event, in its own words."""
    own, chance = random.Random(event), random.Random(f"{event}-{number}")
    place, thing = PLACES[event % len(PLACES)], THINGS[event % len(THINGS)]
    names = [
        f"{own.choice(['Trần', 'Lê', 'Phạm', 'Đỗ', 'Bùi'])} Văn {chr(65 + event)}{own.choice(['anh', 'ung', 'inh'])}"
        for _ in range(2)
    ]
    facts = [
        f"{thing} ở {place}",
        f"ông {names[0]} cho hay",
        f"bà {names[1]} kể lại",
        f"có {own.randrange(10, 99)} người",
        f"thiệt hại {own.randrange(100, 999)} triệu đồng",
    ]
    chance.shuffle(facts)
    sentences = [
        f"Theo {' '.join(chance.choices(FILLER, k=8))}, {fact} {' '.join(chance.choices(FILLER, k=6))}."
        for fact in facts
    ]
    return Article(" ".join(sentences), id=f"{event}-{number}", title=f"{thing.capitalize()} ở {place}", language="vi")


NEWS = [report(event, number) for event in range(8) for number in range(1 + event % 3)]


def as_sets(found: EventGroups) -> set[frozenset[str]]:
    return {frozenset(group) for group in found.groups}


@pytest.fixture(scope="module")
def found() -> EventGroups:
    return find_events(NEWS)


def test_the_seeds_are_one_event_of_three_reports_and_two_of_one() -> None:
    groups = find_events(SEEDS).groups
    assert [[name[:3] for name in group] for group in groups] == [["000", "001", "002"], ["003"], ["004"]]


def test_reports_in_other_words_are_grouped_by_event(found: EventGroups) -> None:
    assert b_cubed([name.split("-")[0] for name in found.ids if name], found.labels).f1 > 0.95
    assert 0 < found.threshold < 1
    assert repr(found).startswith("<EventGroups: ")


def test_every_pair_shows_its_evidence(found: EventGroups) -> None:
    names = found.pairs.dtype.names
    assert names[:4] == ("left", "right", "probability", "score")
    assert {"words", "headline", "names", "numbers", "fellows"} <= set(names)
    assert (found.pairs["left"] < found.pairs["right"]).all()
    for name in ("probability", "score"):
        assert ((found.pairs[name] > 0) & (found.pairs[name] < 1)).all()
    by_score, by_probability = (np.argsort(found.pairs[name], kind="stable") for name in ("score", "probability"))
    assert (by_score == by_probability).all()


@settings(max_examples=15, deadline=None)
@given(st.permutations(NEWS))
def test_any_order_gives_the_same_events(found: EventGroups, articles: list[Article]) -> None:
    again = find_events(articles)
    assert as_sets(again) == as_sets(found)
    assert again.threshold == found.threshold
    assert np.sort(again.pairs["score"]).tolist() == np.sort(found.pairs["score"]).tolist()


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(NEWS), st.text("az09-", max_size=3), st.integers(1, 3))
def test_an_exact_copy_joins_its_event_and_changes_no_other(
    found: EventGroups, copied: Article, prefix: str, times: int
) -> None:
    from attrs import evolve

    copies = [evolve(copied, id=f"{prefix}copy{number}") for number in range(times)]
    again = find_events([*copies, *NEWS])
    names = {copy.id for copy in copies}
    assert {group - names for group in as_sets(again)} == as_sets(found)
    assert again.threshold == found.threshold
    assert len({again.labels[again.ids.index(name)] for name in (copied.id, *names)}) == 1
    assert again.copies.origin_of(copied.id) in {copied.id, *names}


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_stricter_threshold_only_splits(found: EventGroups, one: float, two: float) -> None:
    strict, loose = found.at(max(one, two)), found.at(min(one, two))
    both = set(zip(strict.labels.tolist(), loose.labels.tolist(), strict=True))
    assert len(both) == len(strict.groups)


def test_a_threshold_can_be_fixed(found: EventGroups) -> None:
    fixed = find_events(NEWS, threshold=0.9)
    assert fixed.threshold == fixed.settings.threshold == 0.9
    assert fixed.groups == found.at(0.9).groups
    with pytest.raises(SettingError):
        found.at(2)


def test_decomposed_letters_give_the_same_events(found: EventGroups) -> None:
    decomposed = [
        Article(unicodedata.normalize("NFD", one.text), id=one.id, title=unicodedata.normalize("NFD", one.title or ""))
        for one in NEWS
    ]
    assert find_events(decomposed).groups == found.groups


def test_any_number_of_threads_gives_the_same_events(found: EventGroups) -> None:
    for threads in (1, 3):
        again = find_events(NEWS, threads=threads)
        assert again.groups == found.groups
        assert (again.pairs == found.pairs).all()


def test_the_input_stays_as_it_was() -> None:
    before = list(NEWS)
    find_events(NEWS)
    assert before == NEWS


def test_articles_far_apart_in_time_are_not_compared_when_a_window_is_given() -> None:
    def dated(day: str | None, number: int) -> dict[str, Any]:
        return {"id": f"{number}", "text": report(1, number).text, "published_at": day}

    rows = [dated("2025-06-01", 0), dated("2025-06-09", 1), dated(None, 2)]
    pairs = find_events(rows, window_hours=48).pairs
    assert list(zip(pairs["left"], pairs["right"], strict=True)) == [(0, 2), (1, 2)]
    assert len(find_events(rows).pairs) == 3


@pytest.mark.parametrize(
    "source",
    [Articles(), ["một bài"], ["…", "!!!", "?"], ["a\ud800b c", "a\x00b c"], ["một bài", "một bài", "hai bài"]],
)
def test_odd_inputs_are_grouped(source: Any) -> None:
    groups = find_events(source)
    assert len(groups.labels) == len(groups.ids)
    assert groups.to_frame().shape == (len(groups.ids), 5)


def test_rejected_rows_keep_their_place() -> None:
    groups = find_events([{"text": NEWS[0].text}, {"text": ""}, {"text": "Giá vàng miếng hôm nay tăng mạnh."}])
    assert groups.labels.tolist() == [0, -1, 1]
    assert [one.row for one in groups.rejected] == [1]
    assert groups.to_frame()["event"].tolist() == [0, -1, 1]


def test_many_copies_of_one_text_count_once() -> None:
    items = (*NEWS, *(Article(NEWS[0].text, id=f"x{i}", title=NEWS[0].title, language="vi") for i in range(2000)))
    groups = find_events(Articles(items, tuple(range(len(items)))))
    assert len(groups.groups) == len(find_events(NEWS).groups)


def test_an_excerpt_that_a_chain_of_copies_leads_to_is_in_its_event_and_no_pair_of_its_own() -> None:
    words = [f"từ{number}" for number in range(250)]
    growing = [" ".join(words[:length]) for length in (104, 164, 224)]
    found = find_events([*growing, "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng"])
    assert len(found.copies.excerpts) == 1
    assert found.labels.tolist() == [0, 0, 0, 1]


def test_an_excerpt_is_compared_with_its_article_however_many_others_are_nearer() -> None:
    """Reports of the same phrases in other orders are nearer, but no copies."""
    excerpt, rest = ([f"{letter}{number}" for number in range(120)] for letter in "ab")
    reordered = random.Random(0)

    def in_other_order(words: list[str]) -> str:
        phrases = [words[start : start + 8] for start in range(0, len(words), 8)]
        return " ".join(word for phrase in reordered.sample(phrases, len(phrases)) for word in phrase)

    news = [" ".join(excerpt), " ".join(excerpt + rest)]
    news += [in_other_order(words) for words in (excerpt, excerpt + rest) for _ in range(NEAREST + 6)]
    found = find_events(news)
    assert len(found.copies.excerpts) == 1
    assert (0, 1) in zip(found.pairs["left"], found.pairs["right"], strict=True)


@pytest.mark.parametrize("wrong", [{"threshold": 1.5}, {"window_hours": -1}, {"seed": -1}, {"threads": 0}])
def test_a_wrong_option_is_an_error(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingError):
        find_events(NEWS, **wrong)


@pytest.mark.skipif(not DATA.exists(), reason="the labelled sets are not here")
@pytest.mark.parametrize("name", ["vnmds", "gvc", "ecbplus-dev"])
def test_the_default_groups_labelled_news(name: str) -> None:
    floor = json.loads(FLOORS.read_text("utf-8"))[f"events.json/sets/{name}/results/newsdedup/f1"]
    path = DATA / name / "articles.jsonl"
    merged = json.loads(CORRECTIONS.read_text("utf-8")).get(name, {"one_event": []})["one_event"]
    correct = {label: labels[0] for labels in merged for label in labels}
    events = [json.loads(line)["event"] for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [correct.get(event, event) for event in events]
    articles = read_articles(path)
    labels = find_events(articles).labels[list(articles.rows)]
    assert b_cubed([gold[row] for row in articles.rows], labels).f1 >= floor


def test_a_bare_day_is_the_whole_day_for_a_window() -> None:
    days = ["2025-10-12", "2025-10-12T23:00:00Z", "2025-10-14"]
    rows = [{"id": f"{n}", "text": report(1, n).text, "published_at": day} for n, day in enumerate(days)]
    pairs = find_events(rows, window_hours=1).pairs
    assert list(zip(pairs["left"], pairs["right"], strict=True)) == [(0, 1)]


def test_a_file_gives_the_events_of_its_articles(found: EventGroups, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [{"id": one.id, "text": one.text, "title": one.title, "language": "vi"} for one in NEWS]
    rows.insert(3, {"id": "empty", "text": ""})
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    again = find_events(path, window_hours=48)
    assert again.groups == found.groups
    assert again.labels[3] == -1
    assert np.sort(again.pairs["score"]).tolist() == np.sort(found.pairs["score"]).tolist()


def test_an_article_has_few_candidates_however_similar_the_news_is() -> None:
    chance = random.Random(0)
    bulletins = [
        f"Giá vàng hôm nay {day}: mua vào {chance.randrange(9999)} đồng, bán ra {chance.randrange(9999)} đồng."
        for day in range(500)
    ]
    pairs = find_events(bulletins).pairs
    assert np.bincount(np.concatenate((pairs["left"], pairs["right"]))).mean() < 4 * NEAREST


def test_no_threshold_is_the_working_point_that_the_articles_suggest(found: EventGroups) -> None:
    suggested = found.at(None)
    strict = find_events(NEWS, threshold=1.0)
    assert strict.at(None).threshold == suggested.threshold == find_events(NEWS).threshold
    assert strict.at(None).labels.tolist() == suggested.labels.tolist()
    assert strict.at(None).settings.threshold is None


def test_unrelated_pages_of_an_outlet_are_not_one_event_by_its_furniture() -> None:
    news = unrelated_pages(7)
    groups = find_events(news, progress=False)
    assert len(groups.groups) == 7
    assert find_events(follow_ups(), progress=False).labels.tolist() == [0, 0, 0, 0]


def test_the_views_of_reports_read_again_are_those_that_were_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[dict[str, list[list[int]]]] = []

    def spied(views: Views, *dates: Any, **options: Any) -> tuple[Evidence, CorpusContext]:
        compared.append(as_lists(views))
        return gathered(views, *dates, **options)

    monkeypatch.setattr(batch, "gathered", spied)
    groups = find_events([*unrelated_pages(5), *follow_ups()], progress=False)
    assert groups._reports.furniture
    assert as_lists(groups._reports.views()) == compared[0]


def as_lists(views: Views) -> dict[str, list[list[int]]]:
    return {name: [rows[row].tolist() for row in range(len(rows))] for name, rows in views.items()}

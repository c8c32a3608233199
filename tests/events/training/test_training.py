"""A model of evidence trained on a user's labelled news."""

from __future__ import annotations

import warnings
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

import newsdedup as nd
from newsdedup.events.evidence.model import Model
from newsdedup.events.training.training import fitted, train_evidence
from newsdedup.events.training.training_sets import LENGTHS, short_texts, thinned, training_sets_of
from newsdedup.support.errors import InputError, SettingError

PLACES = ("Cửa Lò", "Đồng Hới", "Cam Ranh", "Hội An", "Sa Pa", "Bảo Lộc", "Tam Kỳ", "Móng Cái", "Gò Công", "Hà Tiên")
NAMES = ("Bình", "Cường", "Dũng", "Giang", "Hạnh", "Khoa", "Liên", "Minh", "Phượng", "Quý")
KINDS = (
    (
        "Cháy lớn tại kho hàng ở {place}, {number} người bị thương. Ông Lê Văn {name} báo tin lúc {hour} giờ.",
        "Kho hàng ở {place} bốc cháy lúc {hour} giờ. Theo ông Lê Văn {name}, {number} người phải vào bệnh viện.",
    ),
    (
        "Xe khách lật trên đèo gần {place}, {number} hành khách tử vong. Tài xế Trần {name} bị giữ lúc {hour} giờ.",
        "Lúc {hour} giờ, xe khách do tài xế Trần {name} điều khiển lật gần {place} làm {number} người chết.",
    ),
)


def articles() -> list[dict[str, str]]:
    """Twenty events of two reports each; those of one kind look alike."""
    events = [(kind, place) for kind in range(len(KINDS)) for place in range(len(PLACES))]
    return [
        {
            "id": f"{kind}-{place}-{report}",
            "text": form.format(place=PLACES[place], name=NAMES[place - kind], number=3 + 2 * place, hour=9 + place),
        }
        for kind, place in events
        for report, form in enumerate(KINDS[kind])
    ]


NEWS = articles()
EVENTS = {one["id"]: one["id"][:3] for one in NEWS}
PAIRS = [(one["id"], two["id"], one["id"][:3] == two["id"][:3]) for one, two in combinations(NEWS, 2)]


@pytest.fixture(scope="module")
def model() -> Model:
    return train_evidence([(NEWS, EVENTS)])


def test_what_was_learnt_finds_the_events(model: Model) -> None:
    found = nd.find_events(NEWS, evidence=model)
    assert sorted(found.groups) == sorted((f"{event}-0", f"{event}-1") for event in set(EVENTS.values()))


def test_a_saved_model_is_the_same_model(model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "model.json")
    assert Model.load(tmp_path / "model.json") == model
    found = nd.find_events(NEWS, evidence=tmp_path / "model.json")
    assert found.settings.evidence == model.digest
    assert (found.labels == nd.find_events(NEWS, evidence=model).labels).all()


def test_settings_record_the_model_of_evidence(model: Model) -> None:
    assert nd.find_events(NEWS[:2]).settings.evidence is None
    assert nd.consolidate(NEWS[:2], evidence=model).settings["evidence"] == model.digest


def test_the_same_news_in_any_order_gives_the_same_model() -> None:
    whole, *_ = training_sets_of(NEWS, EVENTS)
    again, *_ = training_sets_of(NEWS[::-1], EVENTS)
    for one, other in zip(fitted([whole]).coefficients, fitted([again]).coefficients, strict=True):
        assert one.weight == pytest.approx(other.weight, abs=1e-4)


def test_labelled_pairs_are_enough(model: Model) -> None:
    learnt = train_evidence([(NEWS, PAIRS)])
    assert {one.name for one in learnt.coefficients} == {one.name for one in model.coefficients}
    (training_set,) = training_sets_of(NEWS, PAIRS)
    probability = learnt.probability(training_set.evidence.features)
    assert probability[training_set.same].min() > probability[~training_set.same].max()


def test_only_labelled_pairs_are_learnt_from() -> None:
    (training_set,) = training_sets_of(
        NEWS, [("0-0-1", "0-0-0", True), ("0-1-0", "0-0-0", False), ("0-2-0", "0-2-0", True)]
    )
    ids = [one["id"] for one in NEWS]
    assert [(ids[left], ids[right]) for left, right in training_set.evidence.pairs] == [
        ("0-0-0", "0-0-1"),
        ("0-0-0", "0-1-0"),
    ]
    assert training_set.same.tolist() == [True, False]


def test_articles_without_a_label_are_ignored() -> None:
    some = {name: event for name, event in EVENTS.items() if event.startswith("0")}
    whole, *_ = training_sets_of(NEWS, some)
    assert len(whole.events) == len(some)


@pytest.mark.parametrize("labels", [{"nobody": 1}, [("0-0-0", "nobody", True)]])
def test_labels_for_missing_articles_are_an_error(labels: object) -> None:
    with pytest.raises(InputError, match="'nobody'"):
        train_evidence([(NEWS, labels)])


@pytest.mark.parametrize("labels", [{}, {"0-0-0": 1, "0-0-1": 1}, [("0-0-0", "0-0-1", True)], []])
def test_without_pairs_of_both_kinds_nothing_can_be_learnt(labels: object) -> None:
    with pytest.raises(InputError, match="pairs of one event, and of different ones"):
        train_evidence([(NEWS, labels)])


def test_what_is_not_a_model_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"weights": []}', encoding="utf-8")
    with pytest.raises(SettingError, match="does not contain a model"):
        nd.find_events(NEWS, evidence=tmp_path / "other.json")
    with pytest.raises(SettingError, match="is not a model"):
        nd.find_events(NEWS, evidence=3)


def test_of_news_without_headlines_no_headlines_are_learnt() -> None:
    with warnings.catch_warnings(action="error"):  # nothing says that there are no articles
        news = nd.read_articles(articles())
        assert len(short_texts(news, [one.id for one in news])) == len(LENGTHS)


def test_thinned_news_keeps_one_report_of_a_share_of_the_events() -> None:
    events = np.repeat(np.arange(20), 3)
    kept = events[thinned(events, 0.6, np.random.default_rng(0))]
    assert sorted(np.bincount(kept).tolist()) == [1] * 12 + [3] * 8

"""A model of evidence trained on a user's labelled news."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

import newsdedup as nd
from newsdedup.articles.intake import read_articles
from newsdedup.events.evidence.gather import VETOES, Evidence
from newsdedup.events.evidence.model import Model
from newsdedup.events.training import training_sets as drawn
from newsdedup.events.training.training import fitted, train_evidence
from newsdedup.events.training.training_sets import (
    LENGTHS,
    TrainingSet,
    all_lengths,
    first_words,
    headline_alone,
    short_texts,
    thinned,
    training_sets,
    training_sets_of,
)
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


@pytest.fixture(scope="module", autouse=True)
def few_small_samples() -> Iterator[None]:
    """A tenth of the small samples, which have the same weight together: most of the time goes into them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawn, "_DRAWS", 4)
        patch.setattr(drawn, "_SHORT_DRAWS", 2)
        yield


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


def test_a_model_that_lacks_a_kind_of_evidence_must_be_trained_again(model: Model, tmp_path: Path) -> None:
    evolve(model, coefficients=model.coefficients[1:]).save(tmp_path / "old.json")
    with pytest.raises(nd.SettingError, match=f"without {model.coefficients[0].name}: train it again"):
        Model.load(tmp_path / "old.json")


def test_settings_record_the_model_of_evidence(model: Model) -> None:
    assert nd.find_events(NEWS[:2]).settings.evidence is None
    assert nd.consolidate(NEWS[:2], evidence=model).settings["evidence"] == model.digest


def test_the_same_news_in_any_order_gives_the_same_model() -> None:
    whole, *_ = training_sets_of(NEWS, EVENTS)
    again, *_ = training_sets_of(NEWS[::-1], EVENTS)
    for one, other in zip(fitted([[whole]]).coefficients, fitted([[again]]).coefficients, strict=True):
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


def test_short_texts_are_the_first_words_to_each_length_and_the_headlines() -> None:
    known = read_articles([{**one, "title": one["id"]} if one["id"].endswith("0") else one for one in NEWS])
    *cut, headlines = short_texts(known, [EVENTS[one.id] for one in known])
    assert [int(one.views["words"].lengths.max()) for one in cut[:1]] == [LENGTHS[0]]
    assert len(headlines.events) == len(NEWS) / 2
    assert len(np.unique(headlines.events)) == len(headlines.events)


def test_the_first_words_of_an_article_are_without_headline_and_summary() -> None:
    article = nd.Article("một hai  ba\nbốn năm", id="x", title="Tựa đề", summary="Tóm tắt", source="Báo")
    cut = first_words(article, 3)
    assert (cut.text, cut.title, cut.summary) == ("một hai ba", None, None)
    assert (cut.id, cut.source) == ("x", "Báo")
    assert first_words(article, 40).text == "một hai ba bốn năm"


def test_a_headline_alone_is_the_text_and_without_one_there_is_no_article() -> None:
    alone = headline_alone(nd.Article("một hai", id="x", title="Tựa đề", summary="Tóm tắt"))
    assert alone is not None
    assert (alone.text, alone.title, alone.summary, alone.id) == ("Tựa đề", None, None, "x")
    assert headline_alone(nd.Article("một hai", id="x")) is None


def test_short_texts_are_as_many_training_sets_of_full_weight_as_there_are_lengths() -> None:
    whole, *short = all_lengths(read_articles(NEWS), list(EVENTS.values()))
    found = training_sets(whole, *short)
    full = [one for one in found if one.weight == 1 and not one.is_small]
    assert len(full) == 1 + len(LENGTHS)
    assert sum(one.weight for one in found if one.weight < 0.1) == pytest.approx(0.03 * 5 * (1 + len(LENGTHS)))


def labelled(*words: float, same: bool | None = None) -> TrainingSet:
    """A training set of one pair per value of its likeness by words; without `same`, the alike are of one event."""
    n, value = len(words), np.array(words)
    shared = {"words": value, "names_clash": 1 - value}
    vetoes = {name: np.zeros(n) for name in VETOES}
    evidence = Evidence(np.stack((np.arange(n), np.arange(n) + n), axis=1), {**shared, **vetoes})
    return TrainingSet(evidence, value > 0.5 if same is None else np.full(n, same))


BODY = labelled(0.1, 0.3, 0.2, 0.8, 0.4, 0.9)
OTHER = labelled(0.2, 0.45, 0.55, 0.6)


def numbers(model: Model) -> list[float]:
    return [model.intercept, *(value for one in model.coefficients for value in (one.weight, one.mean, one.scale))]


def test_one_body_of_news_twice_gives_the_model_of_one() -> None:
    assert numbers(fitted([[BODY], [BODY]])) == pytest.approx(numbers(fitted([[BODY]])), abs=1e-5)


def test_the_log_odds_of_several_bodies_of_news_are_the_mean_of_those_of_each() -> None:
    features = {**OTHER.evidence.features}
    both, one, other = (fitted(bodies).logit(features) for bodies in ([[BODY], [OTHER]], [[BODY]], [[OTHER]]))
    assert both == pytest.approx((one + other) / 2, abs=1e-3)


@pytest.mark.parametrize("same", [True, False])
def test_a_body_without_pairs_of_both_kinds_is_added_to_each_of_the_others(same: bool) -> None:
    rest = labelled(0.5, 0.6, same=same)
    wanted = fitted([[BODY, rest], [OTHER, rest]])
    assert numbers(fitted([[BODY], [rest], [OTHER]])) == pytest.approx(numbers(wanted))


def test_bodies_that_have_pairs_of_both_kinds_only_together_are_one() -> None:
    alike, unlike = labelled(0.7, 0.9, same=True), labelled(0.1, 0.3, same=False)
    assert numbers(fitted([[alike], [unlike]])) == pytest.approx(numbers(fitted([[alike, unlike]])))


def test_training_sets_without_pairs_teach_nothing() -> None:
    assert numbers(fitted([[BODY, labelled()], [labelled()]])) == numbers(fitted([[BODY]]))


def test_what_is_learned_keeps_the_signs_and_vetoes_are_given() -> None:
    upside_down = evolve(BODY, same=~BODY.same)
    for sets in ([BODY], [upside_down]):
        weight = {one.name: one.weight for one in fitted([sets]).coefficients}
        assert weight["words"] >= 0 >= weight["names_clash"]
        assert all(weight[name] == -40 for name in VETOES)
    assert {one.weight for one in fitted([[upside_down]]).coefficients} == {0, -40}

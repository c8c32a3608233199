"""A window of grouped reports, with which later reports are compared."""

from __future__ import annotations

import numpy as np
import pytest

import newsdedup as nd
from newsdedup.articles.packed import text_source
from newsdedup.copies.find import copies_in
from newsdedup.copies.pairs import NO_PAIRS
from newsdedup.events.batch import GroupedBatch, ReadTexts, grouped
from newsdedup.events.evidence.model import shipped_model
from newsdedup.events.live.codec import epoch_from, packed_epoch, packed_reports, reports_from
from newsdedup.events.live.reports import window_of
from newsdedup.events.live.scores import ScoreGraph
from newsdedup.events.live.window import Epoch, LiveWindow, Newcomers, ScoredPairs, WindowReports
from newsdedup.events.reading.hashed import HashedTexts
from newsdedup.events.reading.reports import all_days, all_hours
from newsdedup.events.reading.views import read_hashed
from newsdedup.kernels.ragged import Integers
from newsdedup.support.settings import CopySettings, EventSettings
from outlets import UNRELATED

STORM = (
    "Bão số 7 Linda đổ bộ xã Tân Lập tối 2/9, 12 người chết, 300 ngôi nhà tốc mái ở huyện Kỳ Sơn.",
    "Tối 2/9 bão số 7 Linda vào xã Tân Lập, huyện Kỳ Sơn: 12 người thiệt mạng, 300 nhà bị tốc mái.",
    "Số người chết vì bão số 7 Linda ở xã Tân Lập, huyện Kỳ Sơn tăng lên 15, 340 ngôi nhà tốc mái.",
)
FIRE = (
    "Cháy lớn ở chợ Đồng Văn rạng sáng 5/9, khoảng 80 gian hàng bị thiêu rụi, không có người chết.",
    "Rạng sáng 5/9, hoả hoạn thiêu rụi khoảng 80 gian hàng chợ Đồng Văn, không ai thiệt mạng.",
)


def articles_of(texts: tuple[str, ...]) -> list[nd.Article]:
    return [nd.Article(text) for text in texts]


def batch_of(articles: list[nd.Article]) -> GroupedBatch:
    read = nd.read_articles(articles)
    copies, digests = copies_in(text_source(read), CopySettings(), 1, False)
    texts = ReadTexts(read_hashed(read, threads=1), all_hours(read), all_days(read), digests)
    return grouped(copies, texts, np.arange(len(read)), EventSettings(), shipped_model(), with_context=True, threads=1)


Kept = tuple[Epoch, WindowReports, ScoredPairs]


@pytest.fixture(scope="module")
def old() -> list[nd.Article]:
    return articles_of((*STORM[:1], *UNRELATED))


@pytest.fixture(scope="module")
def kept(old: list[nd.Article]) -> Kept:
    batch = batch_of(old)
    return window_of(batch, batch.representatives.rows)


def window(kept: Kept, old: list[nd.Article], sample: int | None = None) -> LiveWindow:
    """The window of the old articles; only the last of them are read at once where `sample` says so."""
    epoch, reports, _ = kept
    hashed = read_hashed(old, threads=1)
    counted = reports.numbers if sample is None else reports.numbers[-sample:]

    def read(numbers: Integers) -> HashedTexts:
        return hashed.take(numbers)

    return LiveWindow.of(epoch, reports, counted, read(counted), read)


def newcomers(articles: list[nd.Article], first: int) -> Newcomers:
    return Newcomers(
        np.arange(first, first + len(articles)),
        read_hashed(articles, threads=1),
        all_hours(articles),
        all_days(articles),
        NO_PAIRS,
    )


def score_of(pairs: ScoredPairs, one: int, other: int) -> float:
    found = [score for ends, score in zip(pairs.numbers.tolist(), pairs.scores, strict=True) if ends == [one, other]]
    return float(found[0]) if found else 0.0


def test_a_newcomer_is_near_to_the_grouped_report_of_its_event(kept: Kept, old: list[nd.Article]) -> None:
    _, pairs = window(kept, old).measured(newcomers(articles_of(STORM[1:2]), len(old)))
    assert score_of(pairs, 0, len(old)) > kept[0].threshold
    assert all(score < kept[0].threshold for ends, score in zip(pairs.numbers, pairs.scores, strict=True) if ends[0])


def test_two_newcomers_are_compared_with_each_other(kept: Kept, old: list[nd.Article]) -> None:
    n = len(old)
    _, pairs = window(kept, old).measured(newcomers(articles_of(FIRE), n))
    assert score_of(pairs, n, n + 1) > kept[0].threshold
    one_by_one = window(kept, old)
    one_by_one.measured(newcomers(articles_of(FIRE[:1]), n))
    _, later = one_by_one.measured(newcomers(articles_of(FIRE[1:]), n + 1))
    assert score_of(later, n, n + 1) > kept[0].threshold


def test_a_window_with_few_texts_at_hand_reads_the_others_when_they_are_compared(
    kept: Kept, old: list[nd.Article]
) -> None:
    few = window(kept, old, sample=2)
    _, pairs = few.measured(newcomers(articles_of(STORM[1:2]), len(old)))
    assert score_of(pairs, 0, len(old)) > 0


def test_dropped_reports_are_not_compared(kept: Kept, old: list[nd.Article]) -> None:
    one = window(kept, old)
    one.drop([0, 12345])
    _, pairs = one.measured(newcomers(articles_of(STORM[1:2]), len(old)))
    assert 0 not in pairs.numbers


def test_reports_published_too_far_apart_are_not_paired(kept: Kept, old: list[nd.Article]) -> None:
    dated = [nd.Article(text, published_at=f"2031-09-0{day}") for text, day in zip(FIRE, (1, 9), strict=True)]
    articles = list(nd.read_articles([{"text": one.text, "published_at": one.published_at} for one in dated]))
    n = len(old)
    _, near = window(kept, old).measured(newcomers(articles, n), window_hours=24 * 30)
    _, far = window(kept, old).measured(newcomers(articles, n), window_hours=24)
    assert score_of(near, n, n + 1) > 0
    assert score_of(far, n, n + 1) == 0


def test_a_window_that_is_loaded_again_compares_as_the_one_before(kept: Kept, old: list[nd.Article]) -> None:
    epoch, reports, pairs = kept
    loaded, of_epoch, stored_pairs = reports_from(packed_reports(reports, pairs, of_epoch=True))
    assert of_epoch.all()
    assert stored_pairs.numbers.tolist() == sorted(pairs.numbers.tolist(), key=lambda ends: ends[::-1])
    again = (epoch_from(packed_epoch(epoch)), loaded, stored_pairs)
    found = [window(one, old).measured(newcomers(articles_of((*STORM[1:], *FIRE)), len(old))) for one in (kept, again)]
    assert found[0][1].numbers.tolist() == found[1][1].numbers.tolist()
    assert found[0][1].scores.tolist() == found[1][1].scores.tolist()
    packed = [packed_reports(*one, of_epoch=False) for one in found]
    assert packed[0] == packed[1]


def test_scores_are_found_from_both_sides_and_without_dropped_reports() -> None:
    graph = ScoreGraph(ScoredPairs(np.array([[1, 2], [2, 5]]), np.array([0.5, 0.25])))
    graph.append(ScoredPairs(np.array([[2, 7]]), np.array([0.75])))
    others, scores = graph.neighbours_of(2)
    assert (others.tolist(), scores.tolist()) == ([1, 5, 7], [0.5, 0.25, 0.75])
    pairs, among = graph.among(np.array([1, 2, 7]))
    assert (pairs.tolist(), among.tolist()) == ([[1, 2], [2, 7]], [0.5, 0.75])
    graph.drop({5})
    assert graph.neighbours_of(2)[0].tolist() == [1, 7]
    assert graph.neighbours_of(99)[0].tolist() == []

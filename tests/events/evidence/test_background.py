from __future__ import annotations

import numpy as np

from newsdedup.events.evidence.background import background
from newsdedup.events.evidence.terms import Terms, weighted
from newsdedup.events.reading.views import hashed_words
from newsdedup.kernels.ragged import Ragged


def rows_with(word: str) -> int:
    [wanted] = hashed_words([word])
    return int(np.isin(background().values, wanted).sum())


def test_the_background_has_common_words_in_many_rows_and_rare_ones_in_none() -> None:
    assert len(background()) == 100
    assert rows_with("của") > 80
    assert rows_with("the") > 90
    assert 0 < rows_with("sách") < 40
    assert rows_with("điểmcầu") == 0


def test_no_row_holds_a_word_twice() -> None:
    rows = background()
    assert all(len(np.unique(rows[place])) == len(rows[place]) for place in range(len(rows)))


def test_of_two_articles_the_background_shows_which_common_words_are_chance() -> None:
    articles = [hashed_words(text.split()) for text in ("của các lũ quét", "của các lũ quét", "gạo")]
    alone, beside = (
        weighted(Ragged.of_lengths(np.concatenate(articles), np.array([4, 4, 1])), beside=one)
        for one in (None, background())
    )

    def weight(found: Terms, word: str) -> float:
        ordered = np.sort(found.weights[found.rows.offsets[0] : found.rows.offsets[1]])
        return float(ordered[-1] if word == "rare" else ordered[0])

    assert np.isclose(weight(alone, "rare"), weight(alone, "common"))
    assert weight(beside, "rare") > 2 * weight(beside, "common")

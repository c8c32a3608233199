"""What is read of texts comes back from its bytes as it was."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdedup import Article
from newsdedup.events.reading.hashed import PLACED_KINDS, HashedTexts
from newsdedup.events.reading.views import read_hashed
from newsdedup.store.window.codec import facts_from, packed_facts, packed_texts, read_batch, sketches_of, texts_from

WORDS = ("Sáng", "14/6", "Nghệ", "An", "bão", "12", "people", "died", "in", "Lenton.", "Hội", "nghị", "—", "hơn", "!")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join), min_size=1, max_size=6)


def rows_of(texts: HashedTexts) -> list[object]:
    kinds = [texts.words, *texts.listed.values(), *(texts.places[name] for name in PLACED_KINDS), *texts.told.values()]
    listed = [[rows[row].tolist() for rows in kinds] for row in range(len(texts))]
    return [*listed, texts.parts.tolist(), texts.outlets.tolist()]


@given(TEXTS)
def test_hashed_texts_come_back_from_their_bytes(texts: list[str]) -> None:
    hashed = read_hashed(
        [Article(text, title=text[:9], source=f"Báo {len(text) % 3}" if len(text) % 2 else None) for text in texts],
        threads=1,
    )
    batch = read_batch([Article(text) for text in texts], seed=1)
    stored = packed_texts(type(batch)(batch.facts, hashed))
    assert rows_of(texts_from(stored)) == rows_of(hashed)
    assert rows_of(texts_from(stored[::-1])) == rows_of(hashed.take(np.arange(len(texts))[::-1]))


@given(TEXTS)
def test_an_article_is_read_alike_in_any_batch(texts: list[str]) -> None:
    articles = [Article(text) for text in texts]
    together, alone = read_batch(articles, seed=1), [read_batch([one], seed=1) for one in articles]
    assert packed_facts(together) == [packed_facts(one)[0] for one in alone]
    assert packed_texts(together) == [packed_texts(one)[0] for one in alone]


def test_sketches_come_back_from_the_facts() -> None:
    batch = read_batch([Article("Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết"), Article("…")], seed=1)
    sketches = sketches_of(facts_from(packed_facts(batch)))
    assert sketches.n_shingles.tolist() == [9, 0]
    assert (sketches.signatures == batch.facts["signature"]).all()
    assert np.isnan(batch.hours).all()
    assert batch.published.tolist() == [0, 0]


def test_batches_follow_one_another() -> None:
    articles = [Article(text) for text in ("Một tin ngắn", "Hai tin ngắn", "Tin thứ ba")]
    first, second = read_batch(articles[:1], seed=1), read_batch(articles[1:], seed=1)
    assert packed_texts(first.followed_by(second)) == packed_texts(read_batch(articles, seed=1))
    assert packed_facts(first.followed_by(second).take(np.array([2]))) == packed_facts(read_batch(articles[2:], seed=1))

"""Small hostile batches: each step keeps every article, in any order, and quotes what is there."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from typing import Any, Final

from hypothesis import strategies as st

import newsdedup as nd
from fuzz.hostile import SENTENCES, sound_texts, texts
from fuzz.target import Target

_DATE: Final = st.none() | st.sampled_from(
    ("2025-06-14", "2025-06-14T08:00:00Z", "2199-12-31", "1601-01-01T00:00:00+14:00")
)
_STORY: Final = st.sampled_from(
    (
        "Lũ làm {} người chết ở Mai Pha, theo ông Trần Văn Mây. " + SENTENCES[0],
        "Lũ ở Mai Pha: {} người thiệt mạng. “Nước lên nhanh quá, bà con không kịp chạy đi đâu cả”, ông Mây nói.",
        "The flood killed {} people in Mai Pha on 14 June, police said.",
    )
)
_TEXT: Final = st.one_of(
    texts(6), sound_texts(), st.tuples(_STORY, st.integers(0, 40)).map(lambda one: one[0].format(one[1]))
)
_ROW: Final = st.tuples(_TEXT, _DATE, st.none() | st.sampled_from(("A", "B")), st.none() | texts(1)).map(list)
_BATCH: Final = st.lists(_ROW, min_size=1, max_size=5)


def _articles(rows: Sequence[Sequence[Any]]) -> nd.Articles:
    named = [
        {"id": f"a{number}", "text": text, "date": date, "source": source, "title": title}
        for number, (text, date, source, title) in enumerate(rows)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        return nd.read_articles(named)


def _partition(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def groups_are_partitions(rows: list[Any]) -> None:
    """Law: copies and events hold each article once, the same twice and in any order of the articles."""
    articles = _articles(rows)
    if not articles:
        return
    for find in (nd.find_copies, nd.find_events):
        found, again, turned = (find(some, threads=1) for some in (articles, articles, list(articles)[::-1]))
        assert len(found.labels) == articles.n_rows
        assert sorted(name for group in found.groups for name in group) == sorted(one.id for one in articles)
        assert found.labels.tolist() == again.labels.tolist()
        assert _partition(found.groups) == _partition(turned.groups)


def records_quote_their_articles(rows: list[Any]) -> None:
    """Law: each article is in one record, claims and sentences are in its words, and the order changes nothing."""
    articles = _articles(rows)
    if not articles:
        return
    events = nd.consolidate(articles)
    texts_of = {one.id: one for one in articles}
    assert sorted(one.id for record in events for one in record.articles) == sorted(texts_of)
    for record in events:
        for figure in record.figures:
            for claim in figure.claims:
                assert claim.text == texts_of[claim.article_id].text[claim.start : claim.end]
        for quote in record.quotes:
            assert all(name in texts_of for name in quote.article_ids)
        for passage in record.key_sentences:
            whole = getattr(texts_of[passage.article_id], passage.part)
            assert passage.text == whole[passage.start : passage.end]
    turned = nd.consolidate(list(articles)[::-1])
    assert sorted(map(_compared, turned)) == sorted(map(_compared, events))


def _compared(record: nd.EventRecord) -> str:
    return repr(record.to_dict())


TARGETS: Final = (
    Target("groups", _BATCH, groups_are_partitions, 15),
    Target("records", _BATCH, records_quote_their_articles, 20),
)

"""Invented news in which articles are copies, versions, parts and twins of others, for what finds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

import newsdedup as nd

_ONSETS = ("b", "ch", "d", "g", "h", "kh", "l", "m", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x")
_SYLLABLES = [onset + rhyme for onset in _ONSETS for rhyme in ("a", "ẻ", "í", "ọ", "ư", "ang", "ên")]
_NOTICE = "Mời bạn đọc gửi ý kiến, tin bài và hình ảnh về hộp thư của toà soạn trước mười bảy giờ mỗi ngày."
_ODD = ("!!!", "…", "Số 7.", "a\u0323\u0302 🏦 \u202eđảo", "\U0001f600" * 3, "ﬁ ﬃ Ⅳ", "tin " * 9)

Row = dict[str, Any]
Result = tuple[dict[str, tuple[Any, ...]], dict[frozenset[str], tuple[float, float, str]]]


def story(seed: int, n_words: int = 60) -> list[str]:
    """The words of an article, some with a comma or a full stop."""
    random = Random(f"story {seed}")
    return [random.choice(_SYLLABLES) + random.choice(["", "", "", "", "", ",", "."]) for _ in range(n_words)]


def changed(words: Sequence[str], n_changes: int, seed: int) -> list[str]:
    """The words, some replaced."""
    random, result = Random(f"change {seed}"), list(words)
    for place in random.sample(range(len(words)), min(n_changes, len(words))):
        result[place] = random.choice(_SYLLABLES)
    return result


def version(kind: str, number: int) -> str:
    """One of several texts made of a story: itself, a twin, a copy, a part, a step of a chain, or a page with two."""
    words = story(number // 7 % 11)
    match kind:
        case "twin":
            return " ".join(words) + "." * (1 + number % 3)
        case "copy":
            return " ".join(changed(words, 1 + number % 4, number))
        case "part":
            start = number % 20
            return " ".join([*words[start : start + 24], *story(1000 + number, number % 4)])
        case "chain":
            for step in range(number % 7):
                words = changed(words, 3, step)
            return " ".join(words)
        case "page":
            return " ".join([*words, *story(number % 11, 40)])
        case "notice":
            return f"{_NOTICE} {' '.join(story(2000 + number, 6))}"
        case "odd":
            return _ODD[number % len(_ODD)]
    return " ".join(words)


KINDS = ("itself", "twin", "copy", "part", "chain", "page", "notice", "odd")


def rows_of(parts: Iterable[tuple[str, int, int]]) -> list[Row]:
    """Rows of kinds of versions, their numbers, and the days of their publication (0: unknown)."""
    return [
        {
            "id": f"tin-{place}",
            "text": version(kind, number),
            "published_at": f"2031-09-{day:02}" if day else None,
        }
        for place, (kind, number, day) in enumerate(parts)
    ]


def many_rows(n: int, seed: int = 1) -> list[Row]:
    """Rows of all kinds."""
    random = Random(f"rows {seed}")
    return rows_of((random.choice(KINDS), random.randrange(200), random.randrange(9)) for _ in range(n))


def expected_copies(rows: Sequence[Row], **options: Any) -> Result:
    """What `newsdedup.find_copies` finds: what is known of each article by its id, and the pairs."""
    found = nd.find_copies(rows, **options)
    return _articles(found), _pairs(found)


def _articles(found: nd.CopyGroups) -> dict[str, tuple[Any, ...]]:
    known = {}
    for name, label in zip(found.ids, found.labels.tolist(), strict=True):
        if label >= 0:
            link = found.relations.get(str(name))
            scores = (link.kind, link.to, link.jaccard, link.containment) if link else (None,) * 4
            known[str(name)] = (found.representatives[label], *scores, found.origins[str(name)])
    return known


def _pairs(found: nd.CopyGroups) -> dict[frozenset[str], tuple[float, float, str]]:
    kinds = ("copy", found.pairs), ("excerpt", found.excerpts)
    return {
        frozenset((str(found.ids[left]), str(found.ids[right]))): (score, containment, kind)
        for kind, pairs in kinds
        for left, right, score, containment in pairs.tolist()
    }

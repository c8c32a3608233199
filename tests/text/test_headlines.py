from __future__ import annotations

import pytest

from newsdedup.text.headlines import plain_headline


@pytest.mark.parametrize(
    ("headline", "source", "plain"),
    [
        ("Ferry sinks off Tarsin - BBC News", None, "Ferry sinks off Tarsin"),
        ("UPDATE: Ferry sinks off Tarsin | The Lenton Gazette", None, "Ferry sinks off Tarsin"),
        ("LIVE | Ferry sinks off Tarsin", None, "Ferry sinks off Tarsin"),
        ("LIVE Ferry sinks off Tarsin", None, "Ferry sinks off Tarsin"),
        ("Ferry sinks off Tarsin [VIDEO]", None, "Ferry sinks off Tarsin"),
        ("Ferry sinks off Tarsin - KTAR Channel 9", "ktar.example", "Ferry sinks off Tarsin"),
        ("Video: Phà chìm ở đảo Tân - VnExpress", None, "Phà chìm ở đảo Tân"),
        ("[Chùm ảnh] Phà chìm ở đảo Tân", None, "Phà chìm ở đảo Tân"),
        ("Live music returns to Tarsin", None, "Live music returns to Tarsin"),
        ("Monday, 28 November 2005, 02:24 GMT", None, None),
        ("Last Updated: Monday, 28 November 2005, 02:24 GMT", None, None),
        ("Video", None, None),
    ],
)
def test_a_headline_is_shown_without_outlet_and_marks(headline: str, source: str | None, plain: str | None) -> None:
    assert plain_headline(headline, source) == plain

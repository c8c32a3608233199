from __future__ import annotations

import pytest

import newsdedup as nd


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Two people were killed, police said Monday.", "en", "police"),
        ("Lt. Brian Moss says three people were injured.", "en", "Lt. Brian Moss"),
        ('"Four people are dead," said Officer Linda Moss.', "en", "Officer Linda Moss"),
        ("John Reed, a police spokesman, said two men were wounded.", "en", "John Reed"),
        ("Two men were killed, according to the sheriff's office.", "en", "the sheriff's office"),
        ("Two men were killed on Monday.", "en", None),
        ("Theo ông Nam, vụ nổ làm 5 người chết.", "vi", "ông Nam"),
        ("Công an tỉnh cho biết, vụ cháy làm 3 người bị thương.", "vi", "Công an tỉnh"),
        ("Bà Trần Thị Mơ, Giám đốc Sở Y tế, cho biết vụ nổ làm 5 người chết.", "vi", "Bà Trần Thị Mơ"),
        ("Theo đó, vụ nổ làm 5 người chết.", "vi", None),
        ("Vụ nổ làm 5 người chết.", "vi", None),
    ],
)
def test_who_is_quoted_for_a_figure(text: str, language: str, speaker: str | None) -> None:
    (claim,) = [one for one in nd.extract_figures(text, language=language) if one.kind == "count"]
    assert claim.speaker == speaker


def test_each_figure_has_the_speaker_who_was_named_last_before_it() -> None:
    text = "Police said two people died, but Mayor Reed said three people died."
    claims = [one for one in nd.extract_figures(text, language="en") if one.kind == "count"]
    assert [(one.value, one.speaker) for one in claims] == [(2, "Police"), (3, "Mayor Reed")]

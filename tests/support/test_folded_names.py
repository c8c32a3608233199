from __future__ import annotations

from newsdedup.support.folded_names import folded_name, nearest_names


def test_a_name_of_signs_only_is_compared_as_it_is() -> None:
    assert (folded_name(" ## "), folded_name("Noi_Dung"), folded_name(7)) == ("##", "noidung", "7")


def test_the_nearest_names_are_as_they_are_written_and_never_those_of_a_whole_text() -> None:
    assert nearest_names("pubished", ["Published", "title"]) == ["Published"]
    assert nearest_names("x" * 1_000_000, ["title"]) == []

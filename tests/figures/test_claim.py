from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import newsdedup as nd

ROOT = Path(__file__).parents[2]
EVERY_KIND = (
    "Ngày 14/6, lũ làm 12 người chết, trong đó có một cụ ông 80 tuổi; mưa kéo dài 3 giờ làm nước dâng 2 m, giá gạo "
    "tăng 5% và thiệt hại 3 tỷ đồng."
)


def documented(attribute: str) -> set[str]:
    """The names between double backticks that the docstring of claims gives for an attribute."""
    (words,) = re.findall(rf"\n    {attribute} : .*\n((?:        .*\n)+)", nd.FigureClaim.__doc__ or "")
    return set(re.findall(r"\w+", " ".join(re.findall("``(.*?)``", words))))


def test_the_documented_kinds_are_those_that_are_made() -> None:
    kinds = {claim.kind for claim in nd.extract_figures(EVERY_KIND, language="vi")}
    schema = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))
    assert documented("kind") == kinds
    assert set(schema["$defs"]["figure"]["properties"]["kind"]["enum"]) == kinds - {"date"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("As of June 14, 12 people had died.", "as_of"),
        ("Theo Nghị quyết số 5 ngày 14/6, cầu Mai Pha đóng cửa.", "document"),
        ("Thứ Tư, 1/1/2025\n\nLũ làm 12 người chết.", "page"),
        ("Police said on June 14 that the bridge was closed.", "reported"),
    ],
)
def test_the_roles_of_dates_are_documented(text: str, role: str) -> None:
    (claim,) = (one for one in nd.extract_figures(text) if one.kind == "date")
    assert claim.role == role
    assert role in documented("role")


@pytest.mark.parametrize("attribute", ["number", "printed", "meant", "rounded"])
def test_a_date_has_no_numbers_and_the_error_names_what_to_use(attribute: str) -> None:
    (claim,) = nd.extract_figures("Lũ về ngày 14/6/2025.", language="vi")
    with pytest.raises(nd.InputError, match=r"kind 'date' .* use `low` and `high` .'2025-06-14' and '2025-06-14'"):
        getattr(claim, attribute)

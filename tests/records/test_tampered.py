"""Saved collections in which somebody changed a field: refused with its line, or shown and written without an error."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest

import newsdedup as nd
from newsdedup.records.record import record_from_dict
from tampering import GONE, WRONG_VALUES, Tampering, show_and_write_all, tamperings, write_lines

_SHOWN: Final = 12  # of the files that load, whose views are all called
_LOADED: Final = 500
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))


def _news() -> list[dict[str, Any]]:
    """Reports with a copy, an excerpt, a toll that rises, a conflict, a quotation, an agency and people."""
    words = "“Chúng tôi sẽ làm hết sức để giúp người dân vượt qua khó khăn này”."
    first = (
        "Sáng 14/6/2025, lũ ở xã Mai Pha làm ít nhất 20 người chết. Chủ tịch UBND xã Trần Văn An cho biết đoàn xe "
        f"chở 30 tấn gạo đã lên đường. Ông nói: {words}"
    )
    second = (
        "Đến chiều 15/6, lũ ở xã Mai Pha đã làm 18 người chết, riêng tại xã Hạ Lý có 3 người chết. Đoàn xe chở 40 "
        f"tấn gạo đã lên đường. Theo ông An, {words}"
    )
    third = "Lũ ở xã Mai Pha: đoàn xe chở 40 tấn gạo, đường dài 24 km bị ngập, thiệt hại hơn 2 tỷ đồng (59,1%)."
    texts = (first, second, first, second.split(". ")[0] + ".", third, "Giá vàng tăng 2 triệu đồng một lượng.", "")
    return [
        {"id": f"a{n}", "text": text, "title": text and f"Lũ {n}", "source": "TTXVN", "published_at": f"2025-06-1{n}"}
        for n, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def whole() -> nd.EventCollection:
    """Two events and a rejected row."""
    return nd.consolidate(_news(), groups=[0, 0, 0, 0, 0, 1, 1])


@pytest.fixture(scope="module")
def lines(whole: nd.EventCollection, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The lines of the saved collection."""
    path = tmp_path_factory.mktemp("saved") / "whole.jsonl"
    whole.save(path)
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def _loaded(one: Tampering, lines: list[Any], path: Path) -> nd.EventCollection | None:
    """What is loaded of a tampered file; None where it is refused, with the line and the field."""
    write_lines(path, one.applied(lines))
    try:
        return nd.EventCollection.load(path)
    except nd.InputError as problem:
        assert "line" in str(problem), str(one)
        return None


def test_a_tampered_file_is_refused_with_its_line_or_can_be_shown_and_written(
    lines: list[Any], whole: nd.EventCollection, tmp_path: Path
) -> None:
    found = random.Random(19).sample(tamperings(lines), _LOADED)
    loaded = [(one, events) for one in found if (events := _loaded(one, lines, tmp_path / "events.jsonl")) is not None]
    assert _LOADED * 0.05 < len(loaded) < _LOADED * 0.5
    for one, events in loaded[:_SHOWN]:
        try:
            show_and_write_all(events, whole, tmp_path)
        except Exception as problem:
            raise AssertionError(f"{one}: {problem!r}") from problem


def test_whatever_the_schema_refuses_of_a_record_is_refused_when_it_is_loaded(lines: list[Any]) -> None:
    schema = jsonschema.Draft202012Validator(SCHEMA)
    records = [line for line in lines if "schema" in line]
    wrong = [one for one in tamperings(records) if one.wrong is GONE or one.wrong in (None, "abc", -1, [], {})]
    assert len(wrong) > len(WRONG_VALUES)
    for one in random.Random(19).sample(wrong, 400):
        data = one.applied(records)[one.line]
        if not schema.is_valid(data) and "dependence" not in one.path:
            with pytest.raises(nd.InputError):
                record_from_dict(data)
                raise AssertionError(str(one))

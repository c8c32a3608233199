"""Models whose file was changed: each is refused with the file and the field, or works as the whole one does."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, evolve

import newsdedup as nd
from newsdedup.events.evidence.model import Model, shipped_model
from newsdedup.support.errors import SettingError

REPORTS = [
    {"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết và ba người bị thương"},
    {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8, ba người bị thương"},
    {"id": "c", "text": "Giá vàng SJC sáng nay tăng 2 triệu đồng một lượng, lên mức cao nhất từ đầu năm"},
    {"id": "d", "text": "Police in Leeds arrested two men on Monday over the theft of a painting worth $2 million"},
]
WHOLE: dict[str, Any] = json.loads(json.dumps(asdict(shipped_model())))
NUMBERS = ("intercept", "softness", "alone", "few_threshold")
NOT_NUMBERS = (
    None,
    True,
    False,
    "0.5",
    "",
    [],
    {},
    [1.0],
    {"a": 1},
    10**400,
    -(10**400),
    math.inf,
    -math.inf,
    math.nan,
)
OUT_OF_RANGE = {
    "intercept": (1e7, -1e300),
    "softness": (0, -0.25, 1e7, 1e-300),
    "alone": (-0.01, 1.01, 65),
    "few_threshold": (-0.01, 1.01, 54),
    "weight": (1e7, -1e300),
    "mean": (1e7, -1e300),
    "scale": (0, -1, 1e-300, 1e300),
}


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


def with_first(**fields: Any) -> dict[str, Any]:
    first, *others = WHOLE["coefficients"]
    return {**WHOLE, "coefficients": [{**first, **fields}, *others]}


def tampered() -> Iterator[tuple[str, str]]:
    """The text of changed models, and a field or word that the message must name."""
    for name in NUMBERS:
        for value in (*NOT_NUMBERS, *OUT_OF_RANGE[name]):
            yield json.dumps({**WHOLE, name: value}), name if not _is_no_json(value) else "not a number of JSON"
        yield json.dumps(without(WHOLE, name)), name
    for name in ("weight", "mean", "scale"):
        for value in (*NOT_NUMBERS, *OUT_OF_RANGE[name]):
            yield json.dumps(with_first(**{name: value})), name if not _is_no_json(value) else "not a number of JSON"
    for value in (None, 1, [], "", "wörds", "words ", "WORDS", {"a": "words"}):
        yield json.dumps(with_first(name=value)), "name"
    first, *others = WHOLE["coefficients"]
    for key in ("name", "weight", "mean", "scale"):
        yield json.dumps({**WHOLE, "coefficients": [without(first, key), *others]}), key
    for value in (None, 1, "words", {}, [], [1], ["words"], [[]], [None], [first, first]):
        yield json.dumps({**WHOLE, "coefficients": value}), "coefficients"
    for value in (None, 1, "card", [], [{}]):
        yield json.dumps({**WHOLE, "card": value}), "card"
    for place, one in enumerate(WHOLE["coefficients"]):
        lacking = [*WHOLE["coefficients"][:place], *WHOLE["coefficients"][place + 1 :]]
        yield json.dumps({**WHOLE, "coefficients": lacking}), one["name"]
        if one["name"] != "shorter":
            turned = [*lacking, {**one, "weight": -one["weight"]}]
            yield json.dumps({**WHOLE, "coefficients": turned}), one["name"]
    yield json.dumps({**WHOLE, "version": 9}), "version"
    yield json.dumps(with_first(colour=1)), "colour"
    yield json.dumps({**WHOLE, "card": json.loads("[" * 50 + "]" * 50)}), "card"
    yield json.dumps({**WHOLE, "card": {"deep": json.loads("[" * 50 + "]" * 50)}}), "card"


def _is_no_json(value: Any) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


TAMPERED = list(tampered())


@pytest.mark.parametrize(("text", "named"), TAMPERED, ids=range(len(TAMPERED)))
def test_a_changed_field_is_refused_with_the_file_and_the_field(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "model.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError) as caught:
        nd.find_events(REPORTS, evidence=file)
    assert str(file) in str(caught.value)
    assert named in str(caught.value)
    assert len(str(caught.value)) < 700 + len(str(file))


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b" ", b"null", b"true", b"3", b'"model"', b"[]", b"{}", b"[{}]", b"\x00", b"\xff\xfe{}", b"PK\x03\x04"),
        json.dumps(WHOLE).encode()[:-1],
        json.dumps(WHOLE).encode()[:500],
        json.dumps(WHOLE).encode() + b"}",
        json.dumps(WHOLE).encode() * 2,
        json.dumps(WHOLE).encode("utf-16"),
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        json.dumps(WHOLE).replace('"softness": 0.25', '"softness": 1e999').encode(),
        json.dumps(WHOLE).replace('"softness": 0.25', '"softness": 0.25, "softness": 0.3').encode(),
        json.dumps(WHOLE).replace('"softness": 0.25', '"softness": ' + "9" * 10_000).encode(),
        json.dumps(WHOLE).replace('"mean"', '"weight": 0.1, "mean"', 1).encode(),
        json.dumps(WHOLE).encode() + b" " * 2**20,
        b'{"event_id": "e1", "figures": []}',
    ],
    ids=range(26),
)
def test_what_is_not_the_whole_of_one_model_is_refused_with_the_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "model.json"
    file.write_bytes(content)
    with pytest.raises(SettingError) as caught:
        Model.load(file)
    assert str(file) in str(caught.value)
    assert "Model.save" in str(caught.value)


def test_every_cut_of_a_model_is_refused(tmp_path: Path) -> None:
    content, file = json.dumps(WHOLE).encode(), tmp_path / "model.json"
    for length in range(0, len(content), 97):
        file.write_bytes(content[:length])
        with pytest.raises(SettingError, match="does not contain a model"):
            Model.load(file)


@pytest.mark.parametrize("path", ["missing.json", ".", "nul\0byte"])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, path: str) -> None:
    with pytest.raises(SettingError, match=r"cannot be read|not the path of a file"):
        Model.load(f"{tmp_path}/{path}")


def test_a_saved_model_groups_as_the_model_does(tmp_path: Path) -> None:
    shipped_model().save(tmp_path / "model.json")
    loaded = Model.load(tmp_path / "model.json")
    assert loaded == shipped_model()
    assert dict(loaded.card) == dict(shipped_model().card)
    assert nd.find_events(REPORTS, evidence=loaded).groups == nd.find_events(REPORTS).groups


@pytest.mark.parametrize(
    "model",
    [
        evolve(shipped_model(), intercept=math.nan),
        evolve(shipped_model(), softness="soft"),  # type: ignore[arg-type]
        evolve(shipped_model(), coefficients=()),
        evolve(shipped_model(), coefficients=5),  # type: ignore[arg-type]
        evolve(shipped_model(), coefficients=(1, 2)),  # type: ignore[arg-type]
        evolve(shipped_model(), card=[]),  # type: ignore[arg-type]
    ],
    ids=range(6),
)
def test_a_model_made_by_hand_is_checked_as_well(tmp_path: Path, model: Model) -> None:
    with pytest.raises(SettingError, match="evidence"):
        nd.find_events(REPORTS, evidence=model)
    with pytest.raises(SettingError, match="the model"):
        model.save(tmp_path / "model.json")
    assert not (tmp_path / "model.json").exists()

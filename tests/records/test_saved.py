from __future__ import annotations

import csv
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.files.compression import SUFFIXES
from newsdedup.support import whole_files
from newsdedup.support.whole_files import json_bytes
from newsroom import newsroom

EVENTS, _ = newsroom(n_small=1)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("packed", ["", *SUFFIXES])
@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".json"])
def test_what_was_saved_as_json_is_loaded_as_it_was(suffix: str, packed: str, tmp_path: Path) -> None:
    EVENTS.save(tmp_path / f"events{suffix}{packed}")
    assert nd.EventCollection.load(tmp_path / f"events{suffix}{packed}") == EVENTS


@pytest.mark.parametrize(
    ("texts", "units"),
    [
        (
            ["The fire in Oxley closed a road of 24 km.", "A road of 15 miles was closed by fire in Oxley."],
            ["km", "mi"],
        ),
        (["Nhiệt độ tại Hà Nội lên tới 40 độ C.", "Nhiệt độ tại Hà Nội hôm nay 40 độ."], ["°C", "°"]),
    ],
)
def test_claims_keep_their_own_units(texts: list[str], units: list[str], tmp_path: Path) -> None:
    events = nd.consolidate(texts, groups=[0] * len(texts))
    events.save(tmp_path / "events.jsonl")
    loaded = nd.EventCollection.load(tmp_path / "events.jsonl")
    assert loaded == events
    assert sorted(claim.unit for claim in loaded[0].figures[0].claims) == sorted(units)


def test_claims_keep_a_role_that_their_figure_does_not_have(tmp_path: Path) -> None:
    record = nd.record_of(["Lũ làm 12 người chết.", "Lũ làm 12 người chết, theo xã."])
    figure = record.figures[0]
    claims = (figure.claims[0], evolve(figure.claims[1], role=None))
    record = evolve(record, figures=(evolve(figure, claims=claims),))
    nd.EventCollection((record,)).save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl")[0].figures == record.figures


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(numbers=st.lists(NUMBERS, min_size=5, max_size=5), suffix=st.sampled_from([".jsonl", ".json"]))
def test_every_number_is_loaded_with_all_its_digits(numbers: list[Decimal], suffix: str, tmp_path: Path) -> None:
    low, best, high, value, other = numbers
    record = nd.record_of(["Lũ làm 12 người chết.", "Lũ làm 15 người chết, theo xã."])
    figure = record.figures[0]
    claims = tuple(evolve(claim, value=value, low=low, high=None) for claim in figure.claims)
    rivals = (nd.Alternative(value=other, qualifier="exact", n_articles=1, n_origins=1),)
    figure = evolve(
        figure,
        low=low,
        best=best,
        high=high,
        feasible=(value, None),
        claims=claims,
        alternatives=rivals,
        history=rivals,
    )
    events = nd.EventCollection((evolve(record, figures=(figure,)),))
    events.save(tmp_path / f"events{suffix}")
    assert nd.EventCollection.load(tmp_path / f"events{suffix}").records == events.records


def test_two_and_a_third_hectares_are_loaded_as_they_were_read(tmp_path: Path) -> None:
    events = nd.consolidate(["The fire burned 2 1/3 acres of forest near Oxley on Monday."])
    (figure,) = (one for one in events[0].figures if one.kind == "measure")
    assert figure.best != Decimal(repr(float(figure.best)))
    events.save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == events
    assert isinstance(events.to_dicts()[0]["figures"][0]["best"], float)
    json.dumps(events.to_dicts())


def test_settings_with_roles_are_loaded_as_they_were(tmp_path: Path) -> None:
    events = nd.consolidate(["Có 300 căn nhà sập."], roles=[nd.Role(name="houses", nouns=("căn nhà",))])
    events.save(tmp_path / "events.json")
    assert nd.EventCollection.load(tmp_path / "events.json") == events


def test_json_of_records_alone_is_loaded_from_a_list_lines_or_the_events_of_an_object(tmp_path: Path) -> None:
    rows = EVENTS.to_dicts()
    shapes = {"list": rows, "object": {"events": rows, "rejected": [], "settings": {}}}
    for name, shape in shapes.items():
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + json_bytes(shape, indent=1))
        assert nd.EventCollection.load(tmp_path / name).records == EVENTS.records
    (tmp_path / "one.json").write_bytes(json_bytes(rows[1], indent=2))
    assert nd.EventCollection.load(tmp_path / "one.json").records == EVENTS.records[1:2]


def test_csv_and_parquet_are_the_table_of_figures(tmp_path: Path) -> None:
    from pyarrow.parquet import read_table

    EVENTS.save(tmp_path / "events.csv")
    EVENTS.save(tmp_path / "events.parquet")
    rows = list(csv.DictReader((tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["noun"] for row in rows] == EVENTS.to_frame(kind="polars")["noun"].to_list()
    assert read_table(tmp_path / "events.parquet") == EVENTS.to_frame(kind="pyarrow")


def test_a_workbook_has_all_tables(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    EVENTS.save(tmp_path / "events.xlsx")
    book = openpyxl.load_workbook(tmp_path / "events.xlsx")
    sizes = {sheet.title: sheet.max_row - 1 for sheet in book}
    assert sizes == {name: len(EVENTS.to_frame(of=name)) for name in ("figures", "alternatives", "claims", "articles")}


def test_a_byte_order_mark_is_for_csv_alone(tmp_path: Path) -> None:
    EVENTS.save(tmp_path / "events.csv", bom=True)
    assert (tmp_path / "events.csv").read_bytes().startswith(b"\xef\xbb\xbfevent_id")
    with pytest.raises(nd.SettingError, match=r"bom=True is for \.csv"):
        EVENTS.save(tmp_path / "events.json", bom=True)


@pytest.mark.parametrize("name", ["events", "events.txt", "events.csv.gz", "events.gz", "events.xls"])
def test_a_suffix_of_no_format_is_an_error_that_lists_them_and_writes_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(nd.SettingError, match=r"give \.jsonl .*\.json.*\.gz.*\.csv or \.parquet.*\.xlsx"):
        EVENTS.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_table_is_not_loaded_and_the_error_says_what_is(tmp_path: Path) -> None:
    EVENTS.save(tmp_path / "events.csv")
    with pytest.raises(nd.InputError, match=r"save the events as \.jsonl or \.json too"):
        nd.EventCollection.load(tmp_path / "events.csv")


def test_a_missing_or_damaged_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(nd.InputError, match=r"there is no file .*no\.jsonl"):
        nd.EventCollection.load(tmp_path / "no.jsonl")
    EVENTS.save(tmp_path / "events.jsonl.gz")
    whole = (tmp_path / "events.jsonl.gz").read_bytes()
    (tmp_path / "events.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(nd.InputError, match=r"events\.jsonl\.gz.*cut off"):
        nd.EventCollection.load(tmp_path / "events.jsonl.gz")


def test_parquet_without_its_library_is_an_error_that_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(nd.MissingExtraError, match="pyarrow"):
        EVENTS.save(tmp_path / "events.parquet")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    EVENTS.save(tmp_path / "events.jsonl")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        nd.EventCollection().save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == EVENTS
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]


def test_claims_in_other_units_than_their_figure_are_loaded_as_they_were(tmp_path: Path) -> None:
    rows = ["Đỉnh lũ cao 2 m ở Mai Pha.", "Đỉnh lũ cao 350 cm ở Mai Pha.", "Đỉnh lũ cao 3,5 m ở Mai Pha."]
    events = nd.consolidate(rows, groups=[1, 1, 1])
    assert {claim.unit for figure in events[0].figures for claim in figure.claims} == {"m", "cm"}
    events.save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl") == events


@pytest.fixture(scope="module")
def days() -> nd.EventCollection:
    """Three events of five articles, with rows, and one row that was rejected."""
    texts = (
        "Lũ làm 12 người chết ở Mai Pha.",
        "Giá vàng tăng 2 triệu đồng một lượng.",
        "Cháy 300 ha rừng ở Hạ Lý.",
        "",
    )
    rows = [{"id": f"a{n}", "text": texts[n % 4]} for n in range(6)]
    return nd.consolidate(rows, groups={f"a{n}": n % 4 for n in range(6)})


def _lines(path: Path, events: nd.EventCollection) -> list[bytes]:
    events.save(path)
    return path.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("kept", [slice(2), slice(-2), slice(1)])
def test_a_file_that_was_cut_between_two_lines_is_an_error_that_counts(
    kept: slice, tmp_path: Path, days: nd.EventCollection
) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"".join(_lines(path, days)[kept]))
    with pytest.raises(nd.InputError, match=rf"\d+ of {len(days)} events are there: the file is cut off"):
        nd.EventCollection.load(path)


def test_a_collection_without_rows_is_known_to_be_whole_by_its_last_line(
    tmp_path: Path, days: nd.EventCollection
) -> None:
    path = tmp_path / "events.jsonl"
    events = nd.EventCollection(days.records)
    lines = _lines(path, events)
    assert nd.EventCollection.load(path) == events
    path.write_bytes(b"".join(lines[:-1]))
    with pytest.raises(nd.InputError, match="the last line, which counts the events, is missing"):
        nd.EventCollection.load(path)
    path.write_bytes(b"".join((*lines[:2], lines[-1])))
    with pytest.raises(nd.InputError, match=rf"1 of {len(days)} events .* as the last line counts them"):
        nd.EventCollection.load(path)


def test_a_file_of_the_form_before_without_a_last_line_is_loaded_if_all_events_are_there(
    tmp_path: Path, days: nd.EventCollection
) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"".join(_lines(path, days)[:-1]))
    assert nd.EventCollection.load(path) == days


@pytest.mark.parametrize("cut", [-2, -40])
@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_a_file_that_was_cut_within_a_line_is_an_error_with_its_number(
    suffix: str, cut: int, tmp_path: Path, days: nd.EventCollection
) -> None:
    path = tmp_path / f"events{suffix}"
    days.save(path)
    content = path.read_bytes()[:cut].rstrip()
    path.write_bytes(content)
    with pytest.raises(
        nd.InputError, match=rf"line {content.count(b'%c' % 10) + 1}: the file is cut off here, or damaged"
    ):
        nd.EventCollection.load(path)


def test_a_list_that_was_cut_is_an_error_too(tmp_path: Path, days: nd.EventCollection) -> None:
    path = tmp_path / "events.json"
    path.write_bytes(json_bytes(days.to_dicts(), indent=1)[:-3])
    with pytest.raises(nd.InputError, match="the file is cut off here, or damaged"):
        nd.EventCollection.load(path)


def test_the_order_of_lines_does_not_matter(tmp_path: Path, days: nd.EventCollection) -> None:
    path = tmp_path / "events.jsonl"
    lines = _lines(path, days)
    for order in (sorted(lines), lines[::-1]):
        path.write_bytes(b"".join(order))
        assert nd.EventCollection.load(path) == days


def test_files_that_were_joined_or_have_a_line_twice_are_errors_with_the_line(
    tmp_path: Path, days: nd.EventCollection
) -> None:
    path = tmp_path / "events.jsonl"
    lines = _lines(path, days)
    path.write_bytes(b"".join(lines * 2))
    with pytest.raises(nd.InputError, match=rf"line {len(lines) + 1}: a second collection; .* load\(a\) \+ load\(b\)"):
        nd.EventCollection.load(path)
    path.write_bytes(b"".join((*lines[:2], *lines[1:])))
    with pytest.raises(nd.InputError, match=r"line 3: the event '.*' is there twice, first in line 2"):
        nd.EventCollection.load(path)


def test_an_article_of_two_events_is_an_error(tmp_path: Path, days: nd.EventCollection) -> None:
    path = tmp_path / "events.json"
    one = days[0].to_dict()
    path.write_bytes(json_bytes([one, {**one, "event_id": "other"}]))
    with pytest.raises(nd.InputError, match=r"element 1: the article '.*' is there twice, first in element 0"):
        nd.EventCollection.load(path)


def test_an_event_that_lost_an_article_is_an_error(tmp_path: Path, days: nd.EventCollection) -> None:
    path = tmp_path / "events.json"
    days.save(path)
    data = json.loads(path.read_bytes())
    (tmp_path / "one.json").write_bytes(json_bytes({**data, "labels": [1, 0, *data["labels"][2:]]}))
    with pytest.raises(nd.InputError, match=r"the event '\w+' has other articles than the first line says"):
        nd.EventCollection.load(tmp_path / "one.json")
    for labels in ([-2, *data["labels"][1:]], [label + 1 for label in data["labels"]]):
        (tmp_path / "one.json").write_bytes(json_bytes({**data, "labels": labels}))
        with pytest.raises(nd.InputError, match=r"labels|3 of 4 events"):
            nd.EventCollection.load(tmp_path / "one.json")


def test_json_that_is_nested_too_deeply_is_an_error(tmp_path: Path) -> None:
    for written in ("[" * 100_000, '{"schema": 1}\n{"a":' + "[" * 100_000):
        (tmp_path / "events.jsonl").write_text(written)
        with pytest.raises(nd.InputError, match="nested too deeply"):
            nd.EventCollection.load(tmp_path / "events.jsonl")


def test_a_wrong_field_is_an_error_with_its_line_and_path(tmp_path: Path, days: nd.EventCollection) -> None:
    path = tmp_path / "events.jsonl"
    lines = _lines(path, days)
    data = json.loads(lines[1])
    data["figures"][0]["claims"][0]["low"] = "abc"
    path.write_bytes(b"".join((lines[0], json_bytes(data) + b"\n", *lines[2:])))
    with pytest.raises(nd.InputError, match=r"line 2, figures\[0\]\.claims\[0\]\.low: 'abc' is not a number"):
        nd.EventCollection.load(path)


def test_cells_of_csv_are_not_formulas_unless_asked_for(tmp_path: Path, days: nd.EventCollection) -> None:
    record = evolve(days[0], title='=HYPERLINK("http://x")')
    events = nd.EventCollection((record,))
    events.save(tmp_path / "events.csv")
    assert "\"'=HYPERLINK(" in (tmp_path / "events.csv").read_text(encoding="utf-8")
    events.save(tmp_path / "events.csv", escape_formulas=False)
    assert '"=HYPERLINK(' in (tmp_path / "events.csv").read_text(encoding="utf-8")
    assert events.to_frame(kind="polars")["title"][0] == record.title

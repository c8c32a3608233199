from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.articles.files.records import Dialect, Record, read_records

NUMBER = re.compile(r"\d+")
TYPED = Dialect(",", n_cells=2, kinds=(NUMBER, None))
TSV = Dialect("\t", quoted=False, n_cells=2, kinds=(NUMBER, None))
CELLS = st.text(st.sampled_from('abẤ ",;\n\t\\'), max_size=12)


def read(text: str, dialect: Dialect) -> list[Record]:
    return list(read_records(io.StringIO(text, newline=""), dialect))


def cells(text: str, dialect: Dialect) -> list[tuple[str, ...]]:
    return [record.cells for record in read(text, dialect) if record.fault is None]


def written(rows: list[list[str]], separator: str = ",", **style) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, **style).writerows(rows)
    return file.getvalue()


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=8),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from(",;|"),
)
def test_what_the_standard_library_writes_is_read_back(rows, quoting: int, end: str, separator: str) -> None:
    rows = [[f"a{cell}" if number == 0 else cell for number, cell in enumerate(row)] for row in rows]
    text = written(rows, separator, quoting=quoting, lineterminator=end)
    assert read(text, Dialect(separator, n_cells=3)) == [
        Record(record.line, tuple(row)) for row, record in zip(rows, read(text, Dialect(separator)), strict=True)
    ]


@given(st.lists(st.tuples(st.integers(0, 99), st.text(st.sampled_from('ab ,"\n'), max_size=9)), min_size=2, max_size=8))
def test_tab_separated_cells_with_quotes_where_they_need_them_are_read_back(rows) -> None:
    text = written([[str(number), f"x{cell}"] for number, cell in rows], "\t")
    assert cells(text, TSV) == [(str(number), f"x{cell}") for number, cell in rows]


def test_an_attempt_to_repair_a_record_gives_its_lines_back() -> None:
    found = read('"0",x, "\n"1","xa"\n"2","xa"\n', TYPED)
    assert [record.fault is None for record in found] == [False, True, True]


@given(
    st.lists(st.text(st.sampled_from('aẤ ,."'), min_size=1, max_size=12), min_size=4, max_size=9),
    st.data(),
)
def test_a_record_without_one_of_its_quotes_spoils_no_other(texts: list[str], data: st.DataObject) -> None:
    rows = [[str(number), f"x{text}"] for number, text in enumerate(texts)]
    lines = written(rows, quoting=csv.QUOTE_ALL).splitlines(True)
    spoiled = data.draw(st.integers(0, len(lines) - 1))
    quote = data.draw(st.sampled_from([place for place, character in enumerate(lines[spoiled]) if character == '"']))
    lines[spoiled] = lines[spoiled][:quote] + lines[spoiled][quote + 1 :]
    others = [tuple(row) for row in rows if row is not rows[spoiled]]
    found = read("".join(lines), TYPED)
    assert len(found) == len(texts)
    assert [record.cells for number, record in enumerate(found) if number != spoiled] == others


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('4,"Ông nói', "the quote that opens in line 2 is not closed before further rows"),
        ('4,"Ông "Nam" nói"', "line 2 has text after a closing quote"),
        ("4,a,b", "line 2: 1 more cells than columns: put quotes around cells that hold ','"),
        ("4", "line 2: it has 1 of 2 cells"),
        ('4,"a"b"', "line 2 has text after a closing quote: 'b"),
    ],
)
def test_a_faulty_record_is_reported_with_its_line_and_the_rest_is_read(line: str, reason: str) -> None:
    first, bad, *rest = read(f"1,a\n{line}\n5,b\n6,c\n7,d\n", TYPED)
    assert (first.cells, [record.cells for record in rest]) == (("1", "a"), [("5", "b"), ("6", "c"), ("7", "d")])
    assert reason in str(bad.fault)
    assert bad.cells[0] == "4"


def test_a_quote_that_closes_by_chance_does_not_swallow_the_rows_between() -> None:
    found = read('1,a\n4,"abc\n5,def\n6,tin 5"\n7,x\n', TYPED)
    assert [record.cells[0] for record in found if record.fault] == ["4"]
    assert [record.cells for record in found if not record.fault] == [
        ("1", "a"),
        ("5", "def"),
        ("6", 'tin 5"'),
        ("7", "x"),
    ]


def test_a_quote_that_is_never_closed_is_found_where_no_column_has_a_form() -> None:
    rows = "".join(f"Báo {letter},tin {letter},x\n" for letter in "abcdefghijklmnopqrstuvwxyz")
    found = read(f'Báo,"tin,x\n{rows}', Dialect(",", n_cells=3))
    assert (bool(found[0].fault), len(found)) == (True, 27)


def test_two_faulty_records_in_a_row_are_two() -> None:
    found = read('1,a\n4,"b "x\n5,"c "x\n6,d\n', TYPED)
    assert [record.line for record in found if record.fault] == [2, 3]
    assert cells('1,a\n4,"b "x\n5,"c "x\n6,d\n', TYPED) == [("1", "a"), ("6", "d")]


@pytest.mark.parametrize(
    ("dialect", "lines"),
    [
        (Dialect(",", n_cells=2), ['Báo a,"b "x\n', 'Báo b,"c "x\n']),
        (TYPED, ['"4","b "x"\n', '"5","c "x"\n']),
        (TYPED, ['4,"b\n', '5,"c\n', '6,"d\n']),
    ],
)
def test_faulty_records_are_told_apart_by_their_first_cells(dialect: Dialect, lines: list[str]) -> None:
    found = read("".join(lines), dialect)
    assert [record.line for record in found if record.fault] == list(range(1, len(lines) + 1))


def test_a_faulty_record_of_several_lines_ends_before_the_next_row() -> None:
    assert cells('1,a\n4,"b "x" c\nmore, text\nend"\n7,x\n', TYPED) == [("1", "a"), ("7", "x")]


def test_a_record_of_several_lines_with_too_many_cells_gives_rows_back() -> None:
    found = read('4,"abc\n5,def\n6,",x"\n7,y\n', TYPED)
    assert [record.cells[0] for record in found if not record.fault][:1] == ["5"]
    assert found[-1].cells == ("7", "y")


@pytest.mark.parametrize(
    ("text", "expected", "style"),
    [
        ('4,"Ông \\"Nam\\" nói, rồi đi"\n', 'Ông "Nam" nói, rồi đi', "backslashes"),
        ('4,"Ông \\"Nam\\"\nnói"\n', 'Ông "Nam"\nnói', "backslashes"),
        ('4,"C:\\\\dir \\"x\\""\n', 'C:\\\\dir "x"', "backslashes"),
        ('4, "abc, d"\n', "abc, d", "spaces"),
        ('4,"abc, d" \n', "abc, d", "spaces"),
    ],
)
def test_other_ways_to_write_quotes_are_recognised_by_record(text: str, expected: str, style: str) -> None:
    first, found, last = read(f'1,"a"\n{text}9,b\n', TYPED)
    assert found.cells == ("4", expected)
    assert style in str(found.style)
    assert (first.style, last.style) == (None, None)


def test_cells_that_are_missing_or_empty_at_the_end_are_empty() -> None:
    dialect = Dialect(",", n_cells=3, kinds=(NUMBER, None, None))
    short, long, odd = read("1,a\n2,b,c,,\nx,y\n", dialect)
    assert (short.cells, short.missing) == (("1", "a", ""), "line 1 has 2 of 3 cells; the others are taken as empty")
    assert (long.cells, long.fault) == (("2", "b", "c"), None)
    assert odd.fault


def test_a_quote_within_a_cell_is_text() -> None:
    assert cells('1,màn hình 6" mới\n2,"x"\n', TYPED) == [("1", 'màn hình 6" mới'), ("2", "x")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_blank_lines(end: str) -> None:
    assert cells(end.join(["1,a", "", '2,"b', 'c"', "  ", "3,d"]), TYPED) == [("1", "a"), ("2", f"b{end}c"), ("3", "d")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('4\t"Ông nói\n5\tb\n', [("4", '"Ông nói'), ("5", "b")]),
        ('4\t"Ông nói\n5\tb\n6\tc"\n', [("4", '"Ông nói'), ("5", "b"), ("6", 'c"')]),
        ('4\t"Ông nói"\n', [("4", '"Ông nói"')]),
        ('4\t"a ""b"" c"\n', [("4", 'a "b" c')]),
        ('4\t"a\nb"\n5\tc\n', [("4", "a\nb"), ("5", "c")]),
        ('4\t"a\tb"\n5\tc\n', [("4", "a\tb"), ("5", "c")]),
        ('4\t"a\nb "x" c\n5\td\n', [("4", '"a'), ("5", "d")]),
        ("4\ta\tb\n5\tc\n", [("5", "c")]),
        ('4\t"a\tb\tc\n5\t"d\n', [("5", '"d')]),
    ],
)
def test_a_quote_in_tab_separated_text_is_text_unless_the_cell_needs_it(text: str, expected) -> None:
    assert cells(text, TSV) == expected


def test_the_only_cell_of_a_line_may_hold_any_separator() -> None:
    assert cells('a, b; c\n"d, ""e"""\n', Dialect(None, n_cells=1)) == [("a, b; c",), ('d, "e"',)]


def test_lines_are_numbered_after_those_before() -> None:
    assert [record.line for record in read_records(["1,a\n", "\n", "2,b\n"], TYPED, n_before=3)] == [4, 6]


def test_a_record_longer_than_the_limit_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdedup.articles.files.records._LONGEST", 20)
    found = read('1,"' + "a b\n" * 10 + '"\n2,x\n', TYPED)
    assert (found[0].fault, found[-1].cells) == ("the quote that opens in line 1 is not closed", ("2", "x"))

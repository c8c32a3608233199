from __future__ import annotations

import pytest

from newsdedup.interfaces.cli.option_names import as_typed


@pytest.mark.parametrize(
    ("message", "typed"),
    [
        ("columns={'text': 'body'}: there is no column", "--column text=body: there is no column"),
        ("give columns={'text': 'Nội dung'}", "give --column 'text=Nội dung'"),
        ("as in {'text': 'noi_dung'}", "as in --column text=noi_dung"),
        ("declare its encoding with encoding=", "declare its encoding with --encoding"),
        ("encoding='latin' is not", "--encoding latin is not"),
        ("timezone='No Where' is not", "--timezone 'No Where' is not"),
        ("threshold=2 is not a number", "--threshold 2 is not a number"),
        ("window_hours=-1 is not", "--window-hours -1 is not"),
        ("day_first=True, or day_first=False", "--day-first, or --month-first"),
        ("to store it again, give again=True", "to store it again, give --again"),
        ("threshold=nan is not a number from 0 to 1, or None", "--threshold nan is not a number from 0 to 1"),
        ("margin=-inf, seed=1e+20", "--margin -inf, --seed 1e+20"),
        ("policy='trusted' and a list trusted=[...] go together", "--policy trusted and --trusted SOURCE go together"),
        (
            "apart=[('a', 'b')] contradicts together=[('a', 'c d'), ('c d', 'b')]: leave out one",
            "--apart a b contradicts --together a 'c d' --together 'c d' b: leave out one",
        ),
        (
            "give the path of one, or open it for writing to make it",
            "give the path of one, newsdedup store add makes one",
        ),
        ("see https://a.vn/?language=vi&token=5", "see https://a.vn/?language=vi&token=5"),
        ("nothing of the kind", "nothing of the kind"),
    ],
)
def test_options_are_said_as_they_are_typed(message: str, typed: str) -> None:
    assert as_typed(message) == typed

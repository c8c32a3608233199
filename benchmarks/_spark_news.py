"""Generated news for Spark, as Parquet: of any size, with dates spread over more days, with floods of copies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from generate import START, corpus, true_events, truth_path, write_corpus

SEED: Final = 1
EVENTS: Final = 0.3  # share of the articles that report an event with others
HOURS_OF_100_000: Final = 50  # a block of 2,000 articles an hour
_ROWS: Final = 5_000  # of a row group
_STEP: Final = timedelta(seconds=7)  # between two articles of a flood

Row = Mapping[str, Any]


@frozen
class News:
    """Files of generated news, each made once and kept in `folder`."""

    folder: Path
    most: int

    @property
    def everything(self) -> Path:
        """The articles of which each size takes the first."""
        path, part = (self.folder / f"events-{self.most}{end}.jsonl" for end in ("", ".part"))
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_corpus(part, self.most, SEED, events=EVENTS)
            truth_path(part).rename(truth_path(path))
            part.rename(path)
        return path

    def events(self) -> dict[str, str]:
        """The true event of each article."""
        return true_events(truth_path(self.everything))

    def first(self, articles: int) -> Path:
        """So many articles."""
        return self._made(f"news-{articles}", lambda: self._rows(articles))

    def spread(self, articles: int, days: int) -> Path:
        """So many articles, their dates stretched so that their origins are spread over so many days."""
        hours = HOURS_OF_100_000 * articles / 100_000
        times = days * 24 / hours
        return self._made(f"news-{articles}-{days}-days", lambda: (_later(row, times) for row in self._rows(articles)))

    def flood(self, kind: str, base: int, articles: int) -> Path:
        """So many articles of one kind (`FLOODS`) after the first of the news."""

        def rows() -> Iterator[Row]:
            yield from self._rows(base)
            yield from _dated(FLOODS[kind](articles))

        return self._made(f"flood-{kind.replace(' ', '-')}-{base}-{articles}", rows)

    def _rows(self, articles: int) -> Iterator[Row]:
        with self.everything.open(encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, articles))

    def _made(self, name: str, rows: Callable[[], Iterable[Row]]) -> Path:
        path, part = self.folder / f"{name}.parquet", self.folder / f"{name}.part"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(part, rows())
            part.rename(path)
        return path


def _write(path: Path, rows: Iterable[Row]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    left = iter(rows)
    table = pa.Table.from_pylist(list(islice(left, _ROWS)))
    with parquet.ParquetWriter(path, table.schema) as writer:
        while table.num_rows:
            writer.write_table(table)
            table = pa.Table.from_pylist(list(islice(left, _ROWS)), table.schema)


def _later(row: Row, times: float) -> Row:
    passed = datetime.fromisoformat(row["published_at"]) - START
    return {**row, "published_at": (START + passed * times).isoformat()}


def _dated(rows: Iterable[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        yield {
            "id": f"flood-{number}",
            "title": None,
            "text": row["text"],
            "published_at": (START + number * _STEP).isoformat(),
            "source": None,
            "language": row["language"],
        }


def _distinct(articles: int) -> Iterator[Row]:
    return corpus(articles, SEED + 1, related=False, code="vi")


def _copies(articles: int, text_of: Callable[[int, str], str]) -> Iterator[Row]:
    texts = sorted((row["text"] for row in _distinct(100)), key=len)
    text = texts[len(texts) // 2]
    return ({"text": text_of(number, text), "language": "vi"} for number in range(articles))


FLOODS: Final[Mapping[str, Callable[[int], Iterator[Row]]]] = {
    "distinct": _distinct,
    "identical copies": lambda articles: _copies(articles, lambda _, text: text),
    "dated copies": lambda articles: _copies(articles, lambda number, text: f"{number} {text}"),
}

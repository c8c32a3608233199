from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import newsdedup as nd
from newsdedup.articles.files.paths import files_at
from newsdedup.articles.overwriting import refuse_source

LINE = '{"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha."}\n'


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of news in the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "2025").mkdir(parents=True)
    (tmp_path / "news" / "2025" / "june.jsonl").write_text(LINE, encoding="utf-8")
    os.link("news/2025/june.jsonl", "elsewhere.jsonl")
    return tmp_path / "news"


@pytest.mark.parametrize("source", ["news", "./news/../news", "news/**/*.jsonl", "news/2025/*", "news/2025/june.jsonl"])
@pytest.mark.parametrize("output", ["news/2025/june.jsonl", "elsewhere.jsonl"])
def test_a_file_that_is_read_is_not_written_over(source: str, output: str, news: Path) -> None:
    with pytest.raises(nd.SettingError, match=r"is the input itself, '.*june\.jsonl'"):
        refuse_source(output, [source])


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("news", "news/events.jsonl"),
        ("news", "news/2025/../events.csv.gz"),
        (".", "events.jsonl"),
        ("news/**/*.jsonl", "news/events.jsonl"),
        ("news/*", "news/2025/events.jsonl"),
        ("*.json", "events.json"),
    ],
)
def test_a_new_file_that_would_be_read_the_next_time_is_refused(source: str, output: str, news: Path) -> None:
    with pytest.raises(nd.SettingError, match="which is read: the next time it would be read as articles"):
        refuse_source(output, [source])


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("news", "events.jsonl"),
        ("news", "news/desk.html"),
        ("news", "news/.hidden/events.jsonl"),
        ("news/*.jsonl", "news/events.csv"),
        ("news/*.jsonl", "news/2025/events.jsonl"),
        ("news/2025/june.jsonl", "news/2025/events.jsonl"),
        ("nothing/*.jsonl", "events.jsonl"),
    ],
)
def test_other_files_are_written_and_are_not_read_the_next_time(source: str, output: str, news: Path) -> None:
    before = files_at(source)
    refuse_source(output, [source])
    Path(output).parent.mkdir(exist_ok=True)
    Path(output).write_text(LINE, encoding="utf-8")
    assert files_at(source) == before


def test_a_collection_knows_the_files_of_its_articles(news: Path) -> None:
    events = nd.consolidate("news/2025/june.jsonl")
    os.chdir(news)
    for path in (news / "2025/june.jsonl", news.parent / "elsewhere.jsonl"):
        with pytest.raises(nd.SettingError, match=r"is the input itself, .*: write to another file"):
            events.save(path)
        with pytest.raises(nd.SettingError, match=r"is the input itself, .*: write to another file"):
            events[:1].report(path)
    assert (news / "2025/june.jsonl").read_text(encoding="utf-8") == LINE
    events.save(news / "events.json")
    nd.EventCollection.load(news / "events.json").save(news / "events.json")


def test_a_report_is_not_written_over_the_articles_that_it_shows(news: Path) -> None:
    events = nd.consolidate([Path("news/2025/june.jsonl")])
    loaded = nd.EventCollection(events.records, events.ids, events.labels)
    with pytest.raises(nd.SettingError, match="is the input"):
        loaded.report("elsewhere.jsonl", articles="news")


SOURCES: dict[str, Callable[[Path], Any]] = {
    "iterator": lambda path: iter([path]),
    "generator": lambda path: (one for one in [path]),
    "glob": lambda path: path.parent.glob(path.name),
    "map": lambda path: map(Path, [str(path)]),
    "set": lambda path: {path},
    "keys": lambda path: {path: 1}.keys(),
    "deque": lambda path: deque([path]),
    "Series": lambda path: pd.Series([path]),
    "array": lambda path: np.array([path], dtype=object),
    "descriptor": lambda path: os.fdopen(os.open(path, os.O_RDONLY), "rb"),
    "open file": lambda path: path.open("rb"),
    "articles of a generator": lambda path: nd.read_articles(one for one in [path]),
    "some of the articles": lambda path: nd.read_articles(path)[:4],
    "chosen articles": lambda path: [one for one in nd.read_articles(path) if one.id],
}


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", SOURCES)
def test_the_files_are_known_whatever_names_them(kind: str, news: Path) -> None:
    path = Path("elsewhere.jsonl")
    events = nd.consolidate(SOURCES[kind](path))
    assert len(events) == 1
    for some in (events, events[:1], events + nd.EventCollection(), nd.EventCollection() + events):
        with pytest.raises(nd.SettingError, match="is the input itself"):
            some.save(news / "2025" / "june.jsonl")
    assert path.read_text(encoding="utf-8") == LINE


def test_files_in_a_list_that_cannot_be_read_as_articles_are_not_written_over(news: Path) -> None:
    with Path("elsewhere.jsonl").open("rb") as file, pytest.warns(nd.ArticleWarning):
        events = nd.consolidate([file])
    with pytest.raises(nd.SettingError, match="is the input itself"):
        events.report("elsewhere.jsonl")


def test_paths_are_absolute_and_there_is_none_of_texts(news: Path) -> None:
    whole = str(news.parent / "elsewhere.jsonl")
    assert nd.read_articles([Path("elsewhere.jsonl"), Path(whole)]).paths == (whole,)
    for source in ([{"text": "Tin"}], [nd.Article("Tin")], io.BytesIO(f"[{LINE}]".encode())):
        assert nd.read_articles(source).paths == ()

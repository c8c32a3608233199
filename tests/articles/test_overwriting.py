from __future__ import annotations

import os
from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.articles.overwriting import paths_in, refuse_source

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
def test_other_files_are_written(source: str, output: str, news: Path) -> None:
    refuse_source(output, [source])


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


def test_paths_are_known_of_paths_and_open_files_and_not_of_texts(news: Path) -> None:
    whole = str(news.parent / "elsewhere.jsonl")
    with Path("elsewhere.jsonl").open("rb") as file:
        found = [paths_in(one) for one in ("elsewhere.jsonl", [Path(whole), "Tin"], file, [{"text": "Tin"}], iter(()))]
    assert found == [(whole,), (whole,), (whole,), (), ()]

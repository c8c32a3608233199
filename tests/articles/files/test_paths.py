from __future__ import annotations

import gzip
import json
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest

import newsdedup as nd

NEWS = "Hội nghị có hơn 10.000 điểm cầu."


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with two others in it: texts of the same name, compressed rows, a table, and files of other kinds."""
    for folder in ("north/2025", "south", ".git"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "south/1.txt").write_text("Tin miền Nam.", "utf-8")
    (tmp_path / "north/2025/1.txt").write_text("Tin miền Bắc.", "utf-8")
    (tmp_path / "b.csv").write_text("id,text\nb1,Bản tin hai.\n", "utf-8")
    (tmp_path / "north/c.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "c", "text": NEWS}).encode()))
    (tmp_path / ".git/x.txt").write_text("no article", "utf-8")
    (tmp_path / "south/README.md").write_text("no article", "utf-8")
    return tmp_path


def ids_of(source: Any, **options: Any) -> list[str]:
    return [article.id for article in nd.read_articles(source, **options)]


def test_a_folder_is_read_with_the_folders_below_it_in_the_order_of_paths(tree: Path) -> None:
    assert ids_of(tree) == ["b1", "north/2025/1", "c", "south/1"]
    assert nd.find_events(tree).ids == ("b1", "north/2025/1", "c", "south/1")


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        ("*.csv", ["b1"]),
        ("**/*.txt", ["north/2025/1", "south/1"]),
        ("*/*.gz", ["c"]),
        ("s*", ["south/1"]),
        ("**", ["b1", "north/2025/1", "c", "south/1"]),
        ("north/*/[0-9].txt", ["2025/1"]),
    ],
)
@pytest.mark.parametrize("kind", [str, Path])
def test_a_pattern_gives_the_files_that_match(tree: Path, pattern: str, ids: list[str], kind: type) -> None:
    assert ids_of(kind(tree / pattern)) == ids


def test_a_file_whose_name_is_a_pattern_is_that_file(tmp_path: Path) -> None:
    for name in ("tin[1].txt", "tin1.txt"):
        (tmp_path / name).write_text(NEWS, "utf-8")
    assert ids_of(tmp_path / "tin[1].txt") == ["tin[1]"]


def test_a_pattern_that_nothing_matches_is_an_error(tree: Path) -> None:
    with pytest.raises(nd.InputError, match=r"there is no file or folder that matches '.*\*\.parquet'"):
        nd.read_articles(str(tree / "*.parquet"))


@pytest.mark.parametrize("wrap", [list, tuple, iter, lambda paths: (path for path in paths)])
def test_paths_in_an_iterable_are_files(tree: Path, wrap: Callable[[list[Path]], Iterable[Path]]) -> None:
    paths = [tree / "b.csv", tree / "north", tree / "south/1.txt"]
    assert ids_of(wrap(paths)) == ["b1", "2025/1", "c", "1"]
    assert nd.find_copies(wrap(paths)).ids == ("b1", "2025/1", "c", "1")


def test_paths_and_articles_may_be_mixed(tree: Path) -> None:
    assert ids_of([{"id": "x", "text": NEWS}, tree / "b.csv"]) == ["x", "b1"]


class OddPath(os.PathLike[str]):
    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


def test_whatever_is_a_path_to_python_is_a_path(tree: Path) -> None:
    assert ids_of(OddPath(tree / "b.csv")) == ids_of([OddPath(tree / "b.csv")]) == ["b1"]


def test_a_path_of_bytes_is_an_error(tmp_path: Path) -> None:
    class BytesPath(os.PathLike[bytes]):
        def __fspath__(self) -> bytes:
            return b"news.csv"

    with pytest.raises(nd.InputError, match=r"the path b'news.csv' is of type bytes: give a str or a Path"):
        nd.read_articles(BytesPath())


def test_an_encoding_is_for_all_files_of_a_list(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Hà Nội mưa", "utf-16-le")
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert ids_of(paths, encoding="utf-16-le") == ids_of(iter(paths), encoding="utf-16-le") == ["a", "b"]
    with pytest.raises(nd.SettingError, match="a list is decoded already"):
        nd.read_articles([NEWS], encoding="utf-16-le")


def test_one_path_of_several_that_is_not_there_is_one_rejected_row(tree: Path) -> None:
    articles = nd.read_articles([tree / "b.csv", tree / "south/1.txt", tree / "away.txt"])
    assert [(one.id, one.row) for one in articles.rejected] == [("away", 2)]
    assert "there is no file or folder" in articles.rejected[0].reason


@pytest.mark.parametrize("names", [["a.jsonl"], ["news/a.csv.gz", "news/b.csv"], ["a.txt", "b.TXT"]])
def test_names_of_files_in_a_list_are_an_error_that_says_how_to_give_them(names: list[str]) -> None:
    with pytest.raises(nd.InputError, match=rf"strings of this list are names of files.* \[Path\('{names[0]}'\), …\]"):
        nd.find_events(names)


@pytest.mark.parametrize(
    "addresses",
    [
        ["https://bao.vn/tin-1.html", "http://bao.vn/tin-2.html"],
        ["www.bao.vn/tin", "ftp://bao.vn/tin.txt"],
        ["10.1000/xyz123", "doi:10.1016/j.cell.2020.01.001"],
        ["phong.vien@bao.vn", "mailto:ban.doc@bao.vn"],
    ],
)
@pytest.mark.parametrize("of", [list, tuple, pandas.Series, polars.Series])
def test_addresses_in_place_of_texts_are_an_error(addresses: list[str], of: Any) -> None:
    with pytest.raises(nd.InputError, match=r"are addresses, as .* nothing is fetched; give the texts"):
        nd.find_copies(of(addresses))


def test_texts_with_addresses_are_texts() -> None:
    assert len(nd.read_articles(["Xem https://bao.vn/tin", "a@b.vn viết: 3/4 số hộ", "https://bao.vn/tin-1.html"])) == 3


def test_texts_that_end_like_a_file_name_are_texts() -> None:
    assert len(nd.read_articles(["Mời xem tệp ketqua.xlsx", "b.txt"])) == 2


def test_texts_of_the_same_name_in_a_list_are_told_apart_with_a_notice(tree: Path) -> None:
    with pytest.warns(nd.ArticleWarning, match="belongs to another text"):
        articles = nd.read_articles([tree / "north/2025/1.txt", tree / "south/1.txt"])
    assert len({article.id for article in articles}) == 2


def test_documents_that_are_left_out_of_a_folder_are_named(tree: Path) -> None:
    for name in ("a.docx", "b.pdf", "c.html.gz", "d.zip"):
        (tree / "south" / name).write_bytes(b"x")
    said = r"4 files are left out, which are of a kind that is not read: 'south/a.docx', .* and 1 more"
    with pytest.warns(nd.ArticleWarning, match=said):
        articles = nd.read_articles(tree)
    assert len(articles.remarks) == 1
    with pytest.warns(nd.ArticleWarning, match=said.replace("south/", "")):
        nd.find_copies([tree / "south"])


def test_a_link_that_leads_back_ends(tree: Path) -> None:
    (tree / "south/back").symlink_to(tree, target_is_directory=True)
    (tree / "west").symlink_to(tree / "north/2025", target_is_directory=True)
    assert len(ids_of(tree)) == 4


def test_a_folder_that_cannot_be_listed_is_one_rejected_row(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refused(path: Any) -> Any:
        if str(path).endswith("south"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    articles = nd.read_articles(tree)
    assert len(articles) == 3
    assert "south' cannot be read: Permission denied" in articles.rejected[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_file_that_is_a_table_is_read_as_one_as_excel_saves_unicode_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "news.txt"
    path.write_text(f"Mã bài\tNội dung\tNgày đăng\na\t{NEWS}\t14/06/2025\nb\tTin hai.\t\n", encoding)
    assert ids_of(path) == ids_of(tmp_path) == ["a", "b"]
    path.write_text(f"{NEWS}\tTin hai.\n", encoding)
    assert ids_of(path) == ["news"]


def test_the_reason_of_a_bad_row_in_a_folder_names_its_file(tree: Path) -> None:
    (tree / "south/bad.jsonl.gz").write_bytes(b"\x1f\x8b123")
    (tree / "south/worse.jsonl").write_text("[1]\n{}x\n{}\n", "utf-8")
    reasons = [one.reason for one in nd.read_articles(tree).rejected]
    assert reasons[0].startswith("'south/bad.jsonl.gz': the compressed data is damaged here")
    assert all("'south/worse.jsonl'" in reason for reason in reasons[1:2])


@pytest.mark.parametrize("name", ["feed.csv", "feed.tsv"])
def test_a_table_without_rows_that_names_no_field_is_a_bad_row_among_other_files(tmp_path: Path, name: str) -> None:
    feed = "<rss><channel><item><description>Lũ về.</description></item></channel></rss>"  # a header
    (tmp_path / name).write_text(feed, encoding="utf-8")
    (tmp_path / "none.csv").write_text("id,text\n", encoding="utf-8")
    (tmp_path / "sound.jsonl").write_text('{"text": "Nước rút."}', encoding="utf-8")
    for source in (tmp_path, [tmp_path / name, tmp_path / "sound.jsonl"]):
        articles = nd.read_articles(source)
        assert [one.text for one in articles] == ["Nước rút."]
        (rejected,) = articles.rejected
        assert "has no rows" in rejected.reason


def test_names_of_files_among_paths_are_no_texts(tmp_path: Path) -> None:
    with pytest.raises(nd.InputError, match="names of files or folders, and a str in a list is a text"):
        nd.read_articles(["north.jsonl", tmp_path / "south.jsonl"])


@pytest.mark.parametrize("names", [["news/", "more/*.jsonl"], ["news", "more"], ["a.jsonl", "gone/"]])
def test_names_of_folders_and_patterns_in_a_list_are_no_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("news", "more"):
        Path(folder).mkdir()
    with pytest.raises(nd.InputError, match="a str in a list is a text: give Path objects"):
        nd.read_articles(names)


def test_short_texts_are_no_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(nd.read_articles(["Mưa", "...", ".", "Lũ về/nước rút"])) == 4


def test_the_name_of_a_file_that_an_iterator_or_a_column_gives_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Nước rút."}', encoding="utf-8")
    for source in (iter([str(path), "Mưa lớn."]), polars.Series([str(path), "Mưa lớn."])):
        articles = nd.read_articles(source)
        assert [one.text for one in articles] == ["Mưa lớn."]
        assert "is the name of a file, and a str is a text: give Path(" in articles.rejected[0].reason


def test_a_pipe_in_a_folder_is_left_out_and_named(tree: Path) -> None:
    os.mkfifo(tree / "south/p.jsonl")
    (tree / "south/l.txt").symlink_to("nowhere")
    for source in (tree, str(tree / "**/*.*")):
        with pytest.warns(
            nd.ArticleWarning, match="2 paths are left out, which are pipes, .*'south/l.txt', 'south/p.jsonl'"
        ):
            assert len(nd.read_articles(source)) == 4


def test_a_pipe_that_is_named_is_read_as_a_stream(tmp_path: Path) -> None:
    pipe = tmp_path / "p.csv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(f"id,text\na,{NEWS}\n", "utf-8"))
    writer.start()
    assert ids_of(pipe) == ["a"]
    writer.join()


def test_a_pipe_to_which_nobody_writes_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdedup.articles.files.compression._PIPE_SECONDS", 0.0)
    os.mkfifo(tmp_path / "p.jsonl")
    with pytest.raises(nd.InputError, match=r"'p\.jsonl' is a pipe to which nobody writes: start what writes to it"):
        nd.read_articles(tmp_path / "p.jsonl")


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".jsonl", ".json", ".xml", ".parquet", ".xlsx", ".txt.gz"])
def test_a_device_is_refused(suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"zero{suffix}").symlink_to("/dev/zero")
    with pytest.raises(nd.InputError, match="cannot be read: it is a folder, a device or a socket"):
        nd.read_articles(tmp_path / f"zero{suffix}")


def test_lock_files_and_files_of_the_system_are_left_out_of_folders(
    tree: Path, recwarn: pytest.WarningsRecorder
) -> None:
    for name in (".~lock.b.csv#", "._b.csv", ".DS_Store", "~$b.xlsx", "Thumbs.db", "desktop.ini"):
        (tree / name).write_text("no article", "utf-8")
    assert len(nd.read_articles(tree)) == 4
    assert not recwarn.list
    (tree / "._b.csv").write_text(f"id,text\nhidden,{NEWS}\n", "utf-8")
    assert ids_of(tree / "._b.csv") == ["hidden"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("c.csv", "there is no file or folder '.*c.csv'; there is 'b.csv'"),
        ("link.csv", "'.*link.csv' is a link to 'nowhere', where nothing is"),
        ("s3://bucket/news.csv", "'s3://bucket/news.csv' is an address: nothing is fetched"),
        ("file:///tmp/news.csv", "is an address: nothing is fetched"),
        ("old.xls", "'old.xls' cannot be read: .*; save it as .xlsx, or as CSV UTF-8"),
        ("all.zip", "'all.zip' cannot be read: .*; unpack it"),
        ("news", "'news' cannot be read: .*; .* or give - for standard input"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_remedy(
    name: str, why: str, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree)
    Path("link.csv").symlink_to("nowhere")
    for kind in ("old.xls", "all.zip", "news"):
        Path(kind).write_text("x", "utf-8")
    with pytest.raises(nd.InputError, match=why):
        nd.read_articles(name)


def test_a_tilde_is_the_home_of_the_user_unless_there_is_such_a_file(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tree))
    monkeypatch.chdir(tree / "south")
    assert ids_of("~/b.csv") == ["b1"]
    Path("~").mkdir()
    with pytest.raises(nd.InputError, match=r"there is no file or folder '~/b\.csv'"):
        nd.read_articles("~/b.csv")

from __future__ import annotations

from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.articles.sources import open_source

NEWS = "Hội nghị có hơn 10.000 điểm cầu"


def a_file(folder: Path, content: str | bytes, name: str = "news.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ids(articles: nd.Articles) -> list[str]:
    return [article.id for article in articles]


def rows_of_csv(n: int) -> list[str]:
    return [f"{number},{NEWS} {number},2025-06-14\n" for number in range(n)]


@pytest.mark.parametrize(
    "row",
    ['4,"Ông nói,2025-06-14\n', '4,"Ông "Nam" nói,2025-06-14\n', "4,Ông nói, rồi đi, 2025-06-14\n"],
)
@pytest.mark.parametrize("later", [None, '900,tin dài 5",2025-06-14\n', '900,"tin ""dài"", x",2025-06-14\n'])
def test_one_bad_row_in_a_thousand_rejects_that_row_only(tmp_path: Path, row: str, later: str | None) -> None:
    rows = rows_of_csv(1000)
    rows[4] = row
    rows[900] = later or rows[900]
    articles = nd.read_articles(a_file(tmp_path, "id,text,date\n" + "".join(rows)))
    assert ids(articles) == [str(number) for number in range(1000) if number != 4]
    ((rejected,), found) = articles.rejected, nd.find_copies(tmp_path / "news.csv")
    assert (rejected.row, rejected.id, found.n_rows if hasattr(found, "n_rows") else 1000) == (4, "4", 1000)


@pytest.mark.parametrize("row", ['{},"tin "so" {}"\n', '{},"tin so {}\n', '"{}","tin "so" {}"\n'])
@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_where_all_rows_are_faulty_each_is_rejected(tmp_path: Path, row: str) -> None:
    rows = "".join(row.format(number, number) for number in range(300))
    rejected = nd.read_articles(a_file(tmp_path, "id,text\n" + rows)).rejected
    assert len(rejected) == 300
    assert all("quote" in one.reason for one in rejected)


def test_escaped_quotes_are_read_with_one_notice(tmp_path: Path) -> None:
    rows = ["1,a tin\n", '2,"Ông \\"Nam\\" nói, rồi đi"\n', '3,"\\"Ba\\" nữa, đi"\n']
    with pytest.warns(nd.ArticleWarning, match="escaped by backslashes"):
        articles = nd.read_articles(a_file(tmp_path, "id,text\n" + "".join(rows)))
    assert [article.text for article in articles] == ["a tin", 'Ông "Nam" nói, rồi đi', '"Ba" nữa, đi']
    assert [one.row for one in articles.notices] == [1]


def test_a_short_row_is_kept_with_a_notice_of_its_own(tmp_path: Path) -> None:
    with pytest.warns(nd.ArticleWarning, match="2 of 3 cells"):
        articles = nd.read_articles(a_file(tmp_path, "id,text,date\n1,a tin\n2,b tin\n3,c tin,2025-06-14\n"))
    assert [one.row for one in articles.notices] == [0, 1]
    assert articles[0].published_at is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("id;text\n1;Hà Nội, hôm nay, mưa\n2;Huế, nắng\n", "Hà Nội, hôm nay, mưa"),
        ("id|text\n1|Hà Nội, hôm nay\n", "Hà Nội, hôm nay"),
        ("id\ttext\n1\tHà Nội, hôm nay; mưa\n", "Hà Nội, hôm nay; mưa"),
        ('sep=;\r\nid;text\r\n1;"Hà Nội; mưa"\r\n', "Hà Nội; mưa"),
        ('"sep=|"\nid|text\n1|Hà Nội\n', "Hà Nội"),
        ("text\nHà Nội, hôm nay; mưa\n", "Hà Nội, hôm nay; mưa"),
        ('\ufeff"text","id"\n"Hà Nội, mưa","1"\n', "Hà Nội, mưa"),
        ("\n\nid,text\n\n1,Hà Nội\n", "Hà Nội"),
        ("title;text,x;id\nA, B;Hà Nội, mưa;1\n", None),
        ("ID, Text\n1, Hà Nội\n", " Hà Nội"),
        ("id,text\n1,Hà\0Nội\n", "Hà\0Nội"),
    ],
)
def test_the_separator_is_found_in_the_header_and_the_rows(tmp_path: Path, content: str, text: str | None) -> None:
    (row,) = list(open_source(a_file(tmp_path, content), {"id", "text"}).rows)[:1]
    values = {name.strip().lower(): value for name, value in row.items()}
    assert values.get("text") == text


def test_a_tsv_file_with_another_separator_is_read(tmp_path: Path) -> None:
    assert ids(nd.read_articles(a_file(tmp_path, "id,text\n1,a tin\n", "news.tsv"))) == ["1"]


@pytest.mark.parametrize("later", ["", '900\ttin dài 5"\n'])
def test_a_quote_that_begins_a_tsv_cell_swallows_nothing(tmp_path: Path, later: str) -> None:
    rows = [f"{number}\t{NEWS} {number}\n" for number in range(1000)]
    rows[4] = '4\t"Ông nói\n'
    rows[900] = later or rows[900]
    articles = nd.read_articles(a_file(tmp_path, "id\ttext\n" + "".join(rows), "news.tsv"))
    assert (len(articles), articles[4].text) == (1000, '"Ông nói')


def test_a_tsv_file_whose_header_is_quoted_has_quoted_cells(tmp_path: Path) -> None:
    content = '"id"\t"text"\n"1"\t"a tin"\n"2"\t"b ""tin""\nnữa"\n'
    articles = nd.read_articles(a_file(tmp_path, content, "news.tsv"))
    assert [article.text for article in articles] == ["a tin", 'b "tin"\nnữa']


def test_a_column_may_be_twice_unless_it_is_a_field(tmp_path: Path) -> None:
    assert ids(nd.read_articles(a_file(tmp_path, "id,text,tag,tag\n1,a tin,x,y\n"))) == ["1"]
    with pytest.raises(nd.InputError, match="a column is twice"):
        nd.read_articles(a_file(tmp_path, "id,text,Text\n1,a tin,x\n"))


def test_a_file_without_a_header_or_without_content_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(nd.InputError, match="the first line of a file must name its columns"):
        nd.read_articles(a_file(tmp_path, "1,Hà Nội mưa\n2,Huế nắng\n"))
    for content in ("", "\n\n", "\ufeff"):
        with pytest.raises(nd.InputError, match="is empty: its first line must name the columns"):
            nd.read_articles(a_file(tmp_path, content))


def test_a_row_in_a_legacy_encoding_is_read_with_one_notice_for_the_file(tmp_path: Path) -> None:
    content = "id,text\n1,The café’s owner said “it is over”\n2,plain\n3,Résumé of a naïve décor\n".encode("cp1252")
    with pytest.warns(nd.ArticleWarning, match=r"not UTF-8 and is read as windows-1252"):
        articles = nd.read_articles(a_file(tmp_path, content))
    assert articles[0].text == "The café’s owner said “it is over”"
    assert articles[2].text == "Résumé of a naïve décor"
    assert [one.row for one in articles.notices] == [0]


def test_a_header_whose_quotes_take_all_lines_is_an_error(tmp_path: Path) -> None:
    rows = ('"id": "a", "text": "Lũ về."}', '{"id": "b", "text": "Nước rút."}')  # JSON Lines that lost a character
    (tmp_path / "news.csv").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "sound.jsonl").write_text(rows[1], encoding="utf-8")
    with pytest.raises(nd.InputError, match="header has a fault"):
        nd.read_articles(tmp_path / "news.csv")
    articles = nd.read_articles(tmp_path)
    assert [one.id for one in articles] == ["b"]
    assert [one.id for one in articles.rejected] == ["news"]


def test_a_header_in_a_legacy_encoding_is_read(tmp_path: Path) -> None:
    content = "id,text,cité\n1,The café was closed,x\n".encode("cp1252")
    assert open_source(a_file(tmp_path, content)).column_names == ("id", "text", "cité")
    assert open_source(a_file(tmp_path, b"id,text,\xff\n1,x,y\n")).column_names == ("id", "text", "\ufffd")


def test_the_sample_may_end_within_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdedup.articles.files.compression.HEAD", 20)
    monkeypatch.setattr("newsdedup.articles.files.delimited.HEAD", 20)
    assert ids(nd.read_articles(a_file(tmp_path, "id;text\n1;Hà Nội, mưa, gió, bão\n2;Huế\n"))) == ["1", "2"]


@pytest.mark.parametrize("second", ["id,title,text\nb,T,Mưa lớn.\n", "id,text,title\nb,Mưa lớn.,T\n"])
def test_a_header_within_a_file_names_the_columns_from_there(tmp_path: Path, second: str) -> None:
    path = tmp_path / "joined.csv"
    path.write_text(f"id,title,text\na,T,Nước rút.\n{second}", encoding="utf-8")
    with pytest.warns(nd.ArticleWarning, match="line 3 names the columns again"):
        articles = nd.read_articles(path)
    assert [(one.id, one.title, one.text) for one in articles] == [("a", "T", "Nước rút."), ("b", "T", "Mưa lớn.")]
    assert [one.reason for one in articles.notices] == ["line 3 names the columns again: several files were joined"]


@pytest.mark.parametrize(
    "start",
    [
        "\n\nsep=;\n",
        "sep= ;\n",
        "sep=,\n",
        '"sep=;"\n',
        "\n \n",
        ";;\n;;\n",
        "Xuất từ hệ thống;;\n",
        "# 2025\n\n",
        "sep=;\n;;\n",
    ],
)
def test_the_header_is_found_below_blank_lines_a_separator_line_and_other_words(start: str, tmp_path: Path) -> None:
    source = open_source(a_file(tmp_path, f"{start}id;text;source\n1;{NEWS};Báo\n2;{NEWS} nữa;Báo\n"), {"id", "text"})
    assert source.column_names == ("id", "text", "source")
    assert [row["id"] for row in source.rows if isinstance(row, dict)] == ["1", "2"]
    assert bool(source.remarks) == (";;" in start or start[0] in "X#")


def test_any_sign_may_be_declared_as_separator(tmp_path: Path) -> None:
    articles = nd.read_articles(a_file(tmp_path, f"sep=:\nid:text\n1:{NEWS}\n"))
    assert ids(articles) == ["1"]


def test_lines_above_the_header_are_said_to_be_left_out(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"Xuất từ hệ thống;;\n;;\nid;text;source\n1;{NEWS};Báo\n")
    with pytest.warns(nd.ArticleWarning, match=r"'news\.csv' has 2 lines above its header, which are left out"):
        assert ids(nd.read_articles(path)) == ["1"]


def test_rows_without_a_header_are_not_taken_for_lines_above_one(tmp_path: Path) -> None:
    with pytest.raises(nd.InputError, match="no column of texts among"):
        nd.read_articles(a_file(tmp_path, f"1,{NEWS}\n2,{NEWS} text\n"))

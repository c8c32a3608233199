"""Languages from outside the package: folders that are registered, and entry points of installed packages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import newsdedup as nd
from newsdedup.languages import detect_language, known_languages, language_codes, language_of, registry
from newsdedup.support import processes
from newsdedup.support.errors import SettingError

INDONESIAN = Path(registry.__file__).parent / "id"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Indonesian under another code, with another word for the dead."""
    made = shutil.copytree(INDONESIAN, tmp_path / "qa", ignore=shutil.ignore_patterns("__pycache__"))
    edit(made / "__init__.py", 'code="id"', 'code="qa"')
    edit(made / "dates.py", "januari 1, jan 1", "januarqa 1, jan 1")
    return made


@pytest.fixture(autouse=True)
def nothing_registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "_registered", dict(registry._registered))
    monkeypatch.setattr(processes, "_first", dict(processes._first))
    yield
    monkeypatch.undo()
    for forget in registry._forget:
        forget()
    registry._installed.cache_clear()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_registered_language_is_read_like_those_of_the_package(folder: Path) -> None:
    text = "Banjir menewaskan 12 orang pada 3 Januarqa 2025."
    with pytest.raises(nd.SettingError, match="language='qa' is not the code"):
        nd.extract_figures(text, language="qa")
    with pytest.warns(nd.ArticleWarning, match="cannot be read"):
        nd.read_articles([{"text": text, "published_at": "3 Januarqa 2025"}])
    assert nd.register_language(folder) is language_of("qa") is known_languages()["qa"]
    claims = nd.extract_figures(text, language="qa-ID")
    assert [(one.kind, str(one.value)) for one in claims] == [("count", "12"), ("date", "2025-01-03")]
    assert str(nd.read_articles([{"text": text, "published_at": "3 Januarqa 2025"}])[0].published_at) == "2025-01-03"
    assert language_codes() == ["en", "fr", "id", "qa", "vi"]


def test_a_text_is_recognised_by_the_function_words_of_a_registered_language(folder: Path) -> None:
    edit(folder / "page.py", '"yang dan', '"zot blarg')
    text = "Zot gempa blarg kota zot rumah blarg jalan zot pasar"
    assert detect_language(text) == "und"
    nd.register_language(str(folder))
    assert detect_language(text) == "qa"


def test_registered_tables_take_the_place_of_those_of_the_package(folder: Path) -> None:
    edit(folder / "__init__.py", 'code="qa"', 'code="id"')
    edit(folder / "units.py", '"persen"', '"pursen"')
    nd.register_language(folder)
    assert [one.kind for one in nd.extract_figures("Harga naik 12 pursen.", language="id")] == ["percent"]
    edit(folder / "units.py", '"pursen"', '"porsen"')
    nd.register_language(folder)
    assert [one.kind for one in nd.extract_figures("Harga naik 12 porsen.", language="id")] == ["percent"]


def test_processes_know_a_registered_language(folder: Path) -> None:
    nd.register_language(folder)
    assert list(processes.in_processes(name_of, ["qa", "vi"], 2)) == ["Indonesian", "Vietnamese"]


def name_of(code: str) -> str:
    return language_of(code).name


def test_a_process_that_cannot_load_a_language_leaves_its_work_to_this_one(folder: Path) -> None:
    nd.register_language(folder)
    shutil.rmtree(folder)
    assert list(processes.in_processes(name_of, ["qa", "qa", "id"], 2)) == ["Indonesian"] * 3


def test_a_language_of_an_installed_package_is_known(folder: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.move(folder, site / "news_qa")
    (site / "news_qa-1.0.dist-info").mkdir()
    (site / "news_qa-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: news-qa\nVersion: 1.0\n")
    (site / "news_qa-1.0.dist-info" / "entry_points.txt").write_text("[newsdedup.languages]\nqa = news_qa\n")
    run = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "from newsdedup.languages import language_codes, language_of\n"
        "print(language_codes(), 'news_qa' in sys.modules, language_of('qa').name)"
    )
    printed = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "['en', 'fr', 'id', 'qa', 'vi'] False Indonesian"


@pytest.mark.parametrize("value", ["a language", SimpleNamespace(LANGUAGE=None), "broken"])
def test_an_installed_package_without_a_language_is_named(value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> object:
        if value == "broken":
            raise ImportError("no module")
        return value

    monkeypatch.setattr(registry, "_installed", lambda: (SimpleNamespace(name="qa", value="news_qa", load=load),))
    known_languages.cache_clear()
    with pytest.raises(nd.SettingError, match="the installed language 'news_qa'"):
        known_languages()


def test_a_folder_that_is_no_language_is_an_error_that_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(nd.SettingError, match=r"not a folder of a language: it needs an `__init__\.py`"):
        nd.register_language(tmp_path)
    (tmp_path / "__init__.py").write_text("LANGUAGES = []\n")
    with pytest.raises(nd.SettingError, match="defines no language"):
        nd.register_language(tmp_path)


def test_a_table_that_is_not_known_is_named(folder: Path) -> None:
    (folder / "units.py").write_text("PERCENTS = ('%',)\n")
    with pytest.raises(nd.SettingError, match="percents"):
        nd.register_language(folder)
    assert "qa" not in known_languages()


@pytest.mark.parametrize(
    ("file", "table", "named"),
    [
        ("page.py", "FUNCTION_WORDS = 5", "function_words"),
        ("page.py", "FUNCTION_WORDS = frozenset({1, 2})", "function_words"),
        ("page.py", "LETTERS = None", "letters"),
        ("page.py", "WORD_FORM = '('", "word_form is not a regular expression"),
        ("page.py", "FURNITURE = 'foto'", "furniture"),
        ("page.py", "CREDIT_WORDS = (1,)", "credit_words"),
        ("roles.py", "ROLES = ('dead',)", "roles"),
        ("units.py", "MEASURES = {'km': 3}", "measures"),
        ("numerals.py", "NUMERALS = 5", "numerals"),
        ("dates.py", "from attrs import evolve\nDATES = evolve(DATES, months=5)", "months"),
    ],
)
def test_tables_of_another_type_are_refused_with_the_field_and_change_nothing(
    folder: Path, file: str, table: str, named: str
) -> None:
    (folder / file).write_text(f"{(folder / file).read_text('utf-8')}\n{table}\n", "utf-8")
    with pytest.raises(SettingError) as caught:
        nd.register_language(folder)
    assert named in str(caught.value)
    assert str(folder) in str(caught.value)
    assert "qa" not in language_codes()


@pytest.mark.parametrize("code", ['""', "None", "5", '"QA"', '"xx-YY"', '"q a"', '"und"', '"q" * 1000'])
def test_a_language_needs_a_code(folder: Path, code: str) -> None:
    edit(folder / "__init__.py", 'code="qa"', f"code={code}")
    with pytest.raises(SettingError, match="code"):
        nd.register_language(folder)


@pytest.mark.parametrize("folder", [None, 5, b"qa", "a\0b", ["qa"]])
def test_what_is_no_path_of_a_folder_is_an_error(folder: object) -> None:
    with pytest.raises(SettingError, match="folder"):
        nd.register_language(folder)  # type: ignore[arg-type]

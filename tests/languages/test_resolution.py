from __future__ import annotations

from pathlib import Path

import pandas
import pytest

import newsdedup as nd
from newsdedup.languages import code_of_language, known_languages, language_of, language_option

NEWS = "Lũ làm 12 người chết."
GERMAN = "Der Minister sagte, dass die Maßnahmen im Gesetz stehen."


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *dict.fromkeys(("vi", "VI", "vi-VN", "vi_VN.UTF-8", "vie", "vn", "VN", "Vietnamese"), "vi").items(),
        *dict.fromkeys(("tiếng Việt", "TIENG VIET", "Tiếng Việt", " vietnamese "), "vi").items(),
        *dict.fromkeys(("EN", "eng", "en-GB", "English", "English (UK)", "tiếng Anh", "us"), "en").items(),
        *dict.fromkeys(("fra", "fre", "Français", "francais", "french"), "fr").items(),
        *dict.fromkeys(("ind", "in", "Bahasa Indonesia", "indonesian"), "id").items(),
        *dict.fromkeys(("de", "ger", "deu", "German", "de-AT"), "de").items(),
        *dict.fromkeys(("zh-Hans", "zh_TW", "Chinese", "zho"), "zh").items(),
        ("pt_BR", "pt"), ("ja", "ja"), ("Japanese", "ja"), ("iw", "he"), ("ceb", "ceb"), ("und", "und"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_codes_and_names(written: str, code: str) -> None:
    assert code_of_language(written) == code


@pytest.mark.parametrize("written", ["", " ", "-", "xx", "vnn", "x", "5", "news", "vi!", "z" * 100_000])
def test_what_is_no_language_has_no_code(written: str) -> None:
    assert code_of_language(written) is None


def test_no_name_of_one_language_is_a_name_or_a_code_of_another() -> None:
    for code, language in known_languages().items():
        assert {code_of_language(one) for one in (code, language.name, *language.aliases)} == {code}


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("vnn", "the nearest is 'vi' .Vietnamese."),
        ("Germn", "the nearest is 'de' .German."),
        ("xx", ": give"),
        ("jp", "'jp' is a country, whose language is 'ja'"),
        ("CZ", "whose language is 'cs'"),
    ],
)
def test_the_error_names_the_nearest_language(value: str, near: str) -> None:
    with pytest.raises(nd.SettingError, match=f"^language={value!r} is not the code or the name of a language.*{near}"):
        language_option(value)


@pytest.mark.parametrize("value", [5, ["vi"], b"vi", "", True])
def test_the_option_is_a_text_or_none(value: object) -> None:
    with pytest.raises(nd.SettingError, match=r"^language="):
        nd.read_articles([NEWS], language=value)  # type: ignore[arg-type]
    assert language_option(None) is None


@pytest.mark.parametrize("language", ["vie", "vn", "Vietnamese"])
def test_every_option_and_column_of_a_language_is_resolved(language: str, tmp_path: Path) -> None:
    assert [claim.role for claim in nd.extract_figures(NEWS, language=language)] == ["dead"]
    assert len(nd.read_amounts(NEWS, language=language)) == 1
    assert nd.Article(NEWS, language=language).language == "vi"
    assert nd.read_articles([NEWS], language=language)[0].language == "vi"
    frame = pandas.DataFrame({"text": [NEWS], "lang": [language]})
    assert nd.consolidate(frame)[0].figure("dead").best == 12
    nd.consolidate(frame).report(tmp_path / "page.html", language=language)
    assert language_of(language) is known_languages()["vi"]


def test_a_row_in_no_known_language_is_kept_and_its_language_detected() -> None:
    rows = [{"text": NEWS, "lang": "xx"}, {"text": GERMAN, "lang": "klingonese"}]
    with pytest.warns(nd.ArticleWarning, match="row 0.* 'xx' is not the code or the name of a language.*and 1 more"):
        articles = nd.read_articles(rows)
    assert [one.language for one in articles] == ["vi", "de"]
    assert [one.reason for one in articles.notices] == [
        f"{name!r} is not the code or the name of a language: its language is detected" for name in ("xx", "klingonese")
    ]


def test_a_row_in_no_known_language_has_that_of_rows_without_one() -> None:
    with pytest.warns(nd.ArticleWarning, match="its language is taken as 'en'"):
        (article,) = nd.read_articles([{"text": NEWS, "lang": "xx"}], language="en-US")
    assert article.language == "en"


def test_an_article_in_no_known_language_is_an_error() -> None:
    with pytest.raises(nd.SettingError, match="language='vnn'"):
        nd.Article(NEWS, language="vnn")


def test_tables_are_asked_for_by_a_code() -> None:
    assert language_of(None) is language_of("ja") is language_of("xx") is None
    with pytest.raises(nd.SettingError, match="code=5"):
        language_of(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("written", ["nan", "None", "NULL", "mul", "mis", "zxx", ""])
def test_words_for_a_missing_value_and_codes_of_no_single_language_are_no_language(written: str) -> None:
    assert code_of_language(written) is None

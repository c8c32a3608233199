from __future__ import annotations

import copy
import functools
import gc
import pickle
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

import newsdedup as nd
from newsdedup import extract_figures, languages
from newsdedup.languages import Language, detect_language, format_number, known_languages, language_of
from newsdedup.languages.tables import tables_in
from newsdedup.text.normal_form import normalise


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hội nghị được kết nối đến hơn 10.000 điểm cầu", "vi"),
        ("Police said that two people were killed in the crash on Monday", "en"),
        ("Le président a dit que les mesures sont dans le projet de loi pour cette année", "fr"),
        ("Pemerintah mengatakan bahwa kebijakan itu akan berlaku untuk semua warga di Jakarta dan tidak ada", "id"),
        ("東京でイベントが開催されました", "ja"),
        ("北京举行新闻发布会", "zh"),
        ("서울에서 회의가 열렸다", "ko"),
        ("การประชุมจัดขึ้นที่กรุงเทพ", "th"),
        ("Президент заявил", "ru"),
        ("قال الرئيس", "ar"),
        ("xyzzy plugh", "und"),
        ("12345", "und"),
    ],
)
def test_the_language_of_a_text_is_detected_offline(text: str, code: str) -> None:
    assert detect_language(text) == code


SENTENCES = [
    ("Hội nghị được kết nối đến hơn 10.000 điểm cầu trên toàn quốc", "vi"),
    ("Police said that two people were killed in the crash on Monday", "en"),
    ("Le président a déclaré que les mesures sont dans le projet de loi pour cette année", "fr"),
    ("Die Straßen sind für den Verkehr gesperrt, und das Wetter ist nicht schön", "de"),
    ("A situação não é boa para os moradores da região, que está sem água", "pt"),
    ("El señor dijo que la situación no es fácil para los niños del país", "es"),
    ("Йти цей чоловік не міг, заявив їхній президент", "uk"),
    ("서울에서 회의가 열렸다", "ko"),
    ("東京でイベントが開催されました", "ja"),
]


@pytest.mark.parametrize(("text", "code"), SENTENCES)
@pytest.mark.parametrize("written", ["NFC", "NFD", "upper", "long"])
def test_a_language_is_detected_however_its_text_is_written(text: str, code: str, written: str) -> None:
    text = text.upper() if written == "upper" else text
    text = unicodedata.normalize("NFD", f"{text}. " * 30) if written == "long" else text
    assert detect_language(unicodedata.normalize(written, text) if written.startswith("NF") else text) == code


@pytest.mark.parametrize("first", ["！", "𝐚"])  # full-width letters, and the bold ones of mathematics
def test_the_language_of_letters_of_another_width_or_weight_is_detected(first: str) -> None:
    shift = ord(first) - (ord("!") if first == "！" else ord("a"))
    text = "police said that two people were killed in the crash on monday"
    assert detect_language("".join(letter if letter == " " else chr(ord(letter) + shift) for letter in text)) == "en"


def test_the_language_of_a_decomposed_article_is_that_of_the_article(seeds: nd.Articles) -> None:
    for article in seeds:
        assert detect_language(unicodedata.normalize("NFD", article.text)) == article.language


def test_a_decomposed_article_has_the_figures_of_the_article_with_offsets_of_its_own(seeds: nd.Articles) -> None:
    for article in seeds:
        text = unicodedata.normalize("NFD", article.text)
        found = [(one.value, one.kind, one.role) for one in extract_figures(article)]
        claims = extract_figures(nd.Article(text, id=article.id, published_at=article.published_at))
        assert [(one.value, one.kind, one.role) for one in claims] == found
        assert all(text[one.start : one.end] == one.text for one in claims)


def test_regional_codes_find_their_language() -> None:
    assert language_of("en-GB") is language_of("EN_us") is known_languages()["en"]
    assert language_of("xx") is None
    assert language_of(None) is None


def test_a_table_that_no_field_of_a_language_is_named_after_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder_of_tables"
    folder.mkdir()
    (folder / "units.py").write_text(
        "from newsdedup.languages.currencies import SIGNS\nPERCENT, _OWN, AGES_OF_TREES = ('%',), 1, ('năm',)\n",
        "utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    tables = tables_in(folder.name, [str(folder)])
    assert tables == {"percent": ("%",), "ages_of_trees": ("năm",)}
    with pytest.raises(TypeError, match="ages_of_trees"):
        languages.Language(code="xx", name="", function_words=frozenset(), **tables)


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "1.234,5"), ("id-ID", "1.234,5"), ("en", "1,234.5"), ("und", "1,234.5"), (None, "1,234.5")],
)
def test_numbers_are_written_in_the_format_of_the_language(language: str | None, words: str) -> None:
    assert format_number(Decimal("1234.5"), language) == format_number(1234.5, language) == words
    assert format_number(None, language) == "…"


@pytest.mark.parametrize("code", sorted(known_languages()))
def test_the_patterns_of_a_language_compile_and_its_words_are_in_lower_case(code: str) -> None:
    language = known_languages()[code]
    for pattern in (*language.furniture, *language.ends_article, *language.not_figures, *language.number_of):
        re.compile(normalise(pattern).plain)
    numerals = language.numerals
    for table in (
        *(language.qualifiers_before, language.scales, language.durations, language.currencies, language.measures),
        *(numerals.units, numerals.teens, numerals.tens, numerals.ones, numerals.shares, numerals.ordinals),
        *(language.dates.months, language.dates.weekdays, language.dates.near_days),
    ):
        assert all(word == word.lower() for word in table)


@pytest.mark.parametrize("code", sorted(known_languages()))
def test_no_number_word_of_a_language_has_two_meanings(code: str) -> None:
    table = known_languages()[code].numerals
    kinds = (table.units, table.tails, table.teens, table.tens, table.times, table.ones, table.plus, table.zeros)
    words = [word for kind in kinds for word in kind]
    connectives = (table.joints, table.points, table.halves, table.shares, table.over, table.divided, table.articles)
    words += [word for kind in connectives for word in kind]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "span", "kind", "value", "role"),
    [
        ("Banjir menewaskan sedikitnya dua puluh tiga orang.", "sedikitnya dua puluh tiga", "count", 23, "dead"),
        ("Ledakan itu melukai lebih dari 1.200 warga.", "lebih dari 1.200", "count", 1200, "injured"),
        ("Sebanyak 300 rumah rusak berat.", "300", "count", 300, "homes"),
        ("Tiga nelayan masih hilang.", "Tiga", "count", 3, "missing"),
        ("Polisi menangkap 12 orang di pasar.", "12", "count", 12, "arrested"),
        ("Hampir 2 ribu jiwa mengungsi.", "Hampir 2 ribu", "count", 2000, "evacuated"),
        ("Kerugian mencapai Rp1,5 miliar.", "Rp1,5 miliar", "money", 1_500_000_000, "money_lost"),
        ("Harga cabai naik 12 persen.", "12 persen", "percent", 12, None),
        ("Pencarian berlangsung dua pekan.", "dua pekan", "duration", 2, None),
        ("Jalan sepanjang 12 kilometer ditutup.", "12 kilometer", "measure", 12, None),
        ("Seorang pria berusia 45 tahun diperiksa.", "45 tahun", "age", 45, None),
    ],
)
def test_a_third_language_is_read_by_its_tables_alone(
    text: str, span: str, kind: str, value: int, role: str | None
) -> None:
    claim = next(one for one in extract_figures(text, language="id") if one.kind != "date")
    assert (claim.text, claim.kind, claim.value, claim.role) == (span, kind, value, role)


@pytest.mark.parametrize(
    "text", ["Bus nomor 12 berhenti di kilometer 5.", "Gempa terjadi pukul 15.30 WIB.", "Salah satu warga melapor."]
)
def test_names_and_times_are_not_figures_in_it(text: str) -> None:
    assert extract_figures(text, language="id") == []


def test_news_in_it_is_distinguished_from_its_neighbours() -> None:
    assert (
        detect_language("Gempa bumi yang mengguncang kota itu menewaskan dua orang pada Senin dan merusak rumah")
        == "id"
    )
    assert detect_language("Le séisme qui a secoué la ville a fait deux morts dans la nuit de lundi") == "fr"


VALUES = sorted(name for name in languages.__all__ if attrs.has(getattr(languages, name)))


@pytest.mark.parametrize("name", VALUES)
def test_every_field_of_a_language_is_documented(name: str) -> None:
    value = getattr(languages, name)
    documented = re.findall(r"^    (\w+(?:, \w+)*)(?: : .*)?$", value.__doc__, re.MULTILINE)
    assert {field.name for field in attrs.fields(value)} <= set(", ".join(documented).split(", "))


@pytest.mark.parametrize("name", VALUES)
def test_every_value_of_a_language_is_in_the_reference(name: str) -> None:
    reference = (Path(__file__).parents[2] / "docs" / "reference" / "values.md").read_text(encoding="utf-8")
    assert f".. autoclass:: {name}\n" in reference


def test_french_news_is_consolidated_like_any_other() -> None:
    news = [
        {
            "id": "a",
            "published_at": "2025-06-14T08:00:00Z",
            "text": "Un incendie a ravagé un hôtel de Brest dans la nuit. Le feu a fait douze morts et 30 blessés, "
            "selon la préfecture. Les pompiers ont évacué plus de 200 clients de l'hôtel.",
        },
        {
            "id": "b",
            "published_at": "2025-06-14T20:00:00Z",
            "text": "L'incendie qui a ravagé un hôtel de Brest a fait quatorze morts, a indiqué la préfecture. "
            "Les pompiers avaient évacué plus de 200 clients de l'hôtel.",
        },
    ]
    articles = nd.read_articles(news)
    assert [article.language for article in articles] == ["fr", "fr"]
    (record,) = nd.consolidate(articles)
    found = {figure.role: (figure.best, figure.status) for figure in record.figures if figure.role}
    assert found["dead"] == (14, "superseded")
    assert found["injured"] == (30, "single_source")
    assert found["evacuated"][0] == 200


def unbounded_caches() -> dict[str, int]:
    """The sizes of the caches of the library that have no bound."""
    # By the type itself: `isinstance` asks a weak reference for its object, which may be gone.
    cached = (one for one in gc.get_objects() if type(one) is functools._lru_cache_wrapper)
    ours = (one for one in cached if str(getattr(one, "__module__", "")).startswith("newsdedup"))
    sizes = {f"{one.__module__}.{one.__qualname__}": one.cache_info() for one in ours}
    return {name: size.currsize for name, size in sizes.items() if size.maxsize is None}


def test_the_roles_of_a_caller_stay_in_no_cache_without_a_bound() -> None:
    def read(number: int) -> None:
        role = nd.Role(name=f"trees{number}", cues=(f"bật gốc {number}",))
        text = f"Sáng 14/6, giông lốc làm 40 cây xanh bật gốc {number}, ông Lê Minh Tâm nói ở Mai Pha."
        nd.record_of([nd.Article(text, language="vi")], roles=[role])

    read(0)
    before = unbounded_caches()
    for number in (1, 2, 3):
        read(number)
    assert unbounded_caches() == before


@pytest.mark.parametrize("code", known_languages())
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_of_a_language_has_its_tables(code: str, copied: Callable[[Language], Language]) -> None:
    language = known_languages()[code]
    assert attrs.asdict(copied(language)) == attrs.asdict(language)

from __future__ import annotations

import newsdedup as nd
from newsdedup import mentions


def read(*texts: str) -> tuple[list[mentions._Reading], dict[str, str]]:
    articles = list(nd.read_articles([{"id": f"a{n}", "text": text} for n, text in enumerate(texts)]))
    return mentions.readings(articles), {article.id: article.id for article in articles}


def test_people_are_named_with_the_fullest_office_that_most_origins_give() -> None:
    found = mentions.people(
        *read(
            "Thủ tướng Chính phủ Trần Văn An dự hội nghị. Ông Lê Bình phát biểu.",
            "Tại đây có Thủ tướng Chính phủ Trần Văn An và nhiều đại biểu.",
        )
    )
    assert found == (mentions.Person(name="Trần Văn An", office="Thủ tướng Chính phủ", n_origins=2),)


def test_a_place_after_a_level_and_a_part_of_a_longer_name_are_no_people() -> None:
    assert mentions.people(*read("Chủ tịch UBND tỉnh Lạc Thủy, Giám đốc Sở Nội vụ của tỉnh đã dự và phát biểu.")) == ()


def test_a_place_and_a_person_in_one_run_of_capitals_are_not_guessed_apart() -> None:
    assert mentions.people(*read("Chủ tịch UBND tỉnh Quảng Ngãi Nguyễn Văn Minh đã dự hội nghị của tỉnh.")) == ()


def test_places_have_a_level_or_several_voices() -> None:
    found = mentions.places(
        *read("Mưa lớn ở tỉnh Lạc Thủy và tại Mai Pha.", "Mưa to tại Mai Pha và ở Đông Kinh hôm nay.")
    )
    assert [(place.name, place.level, place.n_origins) for place in found] == [
        ("Mai Pha", "unknown", 2),
        ("Lạc Thuỷ", "province", 1),
    ]


def test_a_quotation_that_two_origins_print_is_shared_and_a_copy_confirms_nothing() -> None:
    said = "Chúng tôi sẽ làm hết sức để giúp người dân vượt qua"
    texts = [
        f"Ông nói: “{said} khó khăn này”.",
        f'Ông khẳng định "{said}" ngay.',
        "Không ai nói “một câu khác hẳn với những câu kia”.",
    ]
    readings, origins = read(*texts)
    (quote,) = mentions.quotes(readings, origins)
    assert (quote.text, quote.article_ids, quote.n_origins) == (f"{said} khó khăn này", ("a0", "a1"), 2)
    assert mentions.quotes(readings, {**origins, "a1": "a0"}) == ()


def test_a_language_without_tables_names_nobody() -> None:
    assert mentions.people(*read("Le président de la commission est dans la salle avec les élus.")) == ()
    assert mentions.places(*read("Le président de la commission est dans la salle avec les élus.")) == ()

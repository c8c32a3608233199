from __future__ import annotations

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.records.quotes import Quote, quotes_of_event, quotes_on
from newsdedup.text.page import Page, page_of


def pages(*texts: str) -> list[Page]:
    return [page_of(Article(text, id=f"a{number}")) for number, text in enumerate(texts)]


def quotes(origins: dict[str, str], *texts: str) -> tuple[Quote, ...]:
    return quotes_of_event([(page.article.id, quotes_on(page)) for page in pages(*texts)], origins)


def test_a_quotation_that_two_origins_print_is_shared_and_a_copy_confirms_nothing() -> None:
    quotation = "Chúng tôi sẽ làm hết sức để giúp người dân vượt qua"
    texts = [
        f"Ông nói: “{quotation} khó khăn này”.",
        f'Ông khẳng định "{quotation}" ngay.',
        "Không ai nói “một câu khác hẳn với những câu kia”.",
    ]
    (quote,) = quotes({"a0": "a0", "a1": "a1", "a2": "a2"}, *texts)
    assert (quote.text, quote.article_ids, quote.n_origins) == (f"{quotation} khó khăn này", ("a0", "a1"), 2)
    assert quotes({"a0": "a0", "a1": "a0", "a2": "a2"}, *texts) == ()


def test_a_quotation_that_a_hundred_reports_print_is_one_quotation() -> None:
    quotation = "Chúng tôi sẽ làm hết sức để giúp người dân vượt qua khó khăn"
    names = {f"a{number}": f"a{number}" for number in range(100)}
    (quote,) = quotes(names, *(f"Báo số {number} dẫn lời ông: “{quotation}”." for number in range(100)))
    assert quote.n_origins == 100


def test_a_name_in_quotation_marks_is_not_a_quotation() -> None:
    assert quotes_on(pages("Phim “Nhữnggngày khônggquên” ra rạp.")[0]) == ()


def test_a_quotation_in_page_furniture_is_not_read() -> None:
    assert quotes_on(pages("Lũ đã về đến Mai Pha.\nẢnh: “Chúng tôi sẽ làm hết sức để giúp người dân”")[0]) == ()


def test_words_between_guillemets_are_quoted() -> None:
    quotation = "Nous ferons tout pour aider les habitants de la vallée"
    (page,) = pages(f"Le maire a dit : «\u00a0{quotation}\u00a0», puis «{quotation}».")
    assert quotes_on(page) == (quotation, quotation)


def test_a_quotation_is_in_the_letters_of_the_first_article() -> None:
    words = "Chúng tôi đã thấy một vật lạ trôi lập lờ khi nước triều vừa rút"
    odd = words.replace("triều", "triêù").replace("vừa", "vưà")
    texts = [f"Ông Tiến ở bản Hòa cho biết: “{odd}”.", f"Trưởng thôn kể lại với báo: “{words}”. Bà con kéo ra xem."]
    (quote,) = nd.record_of([{"id": f"a{number}", "text": text} for number, text in enumerate(texts)]).quotes
    assert quote.text in texts[int(quote.article_ids[0][1])]

from __future__ import annotations

import pytest
from attrs import evolve

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.records.summary import MOST_SENTENCES, PrintedFigure, SummarySentence, central, only_in, sentences_of
from newsdedup.text.page import page_of

FLOOD = (
    "Trận lũ lớn tại xã Mai Pha đêm qua đã làm 12 người chết và cuốn trôi nhiều ngôi nhà. "
    "Chính quyền xã đã đưa hơn 300 người dân đến trường học để tránh lũ. "
    "Chợ phiên của xã sẽ phải dời sang tuần sau vì cầu gỗ bắc qua suối đã gãy."
)
RESCUE = (
    "Đêm qua, lũ lớn tràn về xã Mai Pha khiến 12 người chết, nhiều ngôi nhà bị cuốn trôi. "
    "Bộ đội biên phòng dùng xuồng cao su chở lương thực và nước uống vào từng bản làng bị cô lập. "
    "Hơn 300 người dân đã được chính quyền xã đưa đến trường học tránh lũ."
)


def read(*texts: str) -> list[SummarySentence]:
    pages = (page_of(Article(text, id=f"a{number}")) for number, text in enumerate(texts))
    return [sentence for page in pages for sentence in sentences_of(page, page.article.id)]


def record(*texts: str) -> nd.EventRecord:
    return nd.record_of([{"id": f"a{number}", "text": text} for number, text in enumerate(texts)])


def test_the_most_central_sentence_says_what_the_reports_share() -> None:
    first, *_ = central(read(FLOOD, RESCUE), {})
    assert "12 người chết" in first.text


def test_a_summary_repeats_nothing_and_has_at_most_the_requested_length() -> None:
    summary = record(FLOOD, RESCUE).summary(sentences=2)
    assert len(summary.sentences) == 2
    assert str(summary).count("12 người chết") == 1
    assert record(FLOOD, RESCUE).summary(sentences=0).sentences == ()


def test_every_sentence_is_the_words_of_its_article() -> None:
    texts = {"a0": FLOOD, "a1": RESCUE}
    made = record(FLOOD, RESCUE)
    passages = [*made.summary(99).sentences, *made.only_in, *made.key_sentences]
    assert passages
    assert all(one.text == texts[one.article_id][one.start : one.end] for one in passages)
    assert str(made.summary()) == " ".join(one.text for one in made.summary().sentences)


def test_a_summary_follows_the_order_of_the_reports() -> None:
    late, early = ({"id": name, "text": text} for name, text in (("late", FLOOD), ("early", RESCUE)))
    made = nd.record_of([{**late, "published_at": "2025-06-15"}, {**early, "published_at": "2025-06-14"}])
    names = [one.article_id for one in made.summary().sentences]
    assert names == sorted(names)


def test_sentences_of_only_one_report_are_listed_for_each_report() -> None:
    alone = {one.article_id: one.text for one in only_in(read(FLOOD, RESCUE), {})}
    assert alone["a0"].startswith("Chợ phiên")
    assert alone["a1"].startswith("Bộ đội biên phòng")


def test_a_copy_adds_nothing_that_only_it_says() -> None:
    articles = [nd.Article(FLOOD, id="a"), nd.Article(RESCUE, id="b")]
    copied = nd.record_of([*articles, evolve(articles[0], id="c")])
    assert copied.only_in == nd.record_of(articles).only_in
    assert copied.key_sentences == nd.record_of(articles).key_sentences
    assert nd.record_of([articles[0], evolve(articles[0], id="c")]).only_in == ()


def test_a_figure_of_several_origins_draws_its_sentence_forward() -> None:
    sentences = read(FLOOD, RESCUE)
    (people,) = (one for one in sentences if one.passage.article_id == "a0" and "300" in one.passage.text)
    first, *_ = central(sentences, {("a0", "text"): [PrintedFigure(people.passage.start, 0, 9)]})
    assert first == people.passage


def test_a_lone_report_is_summed_up_by_what_it_repeats() -> None:
    made = record(FLOOD)
    assert made.key_sentences
    assert made.only_in == ()


@pytest.mark.parametrize(
    "poor",
    [
        "Quá ngắn để đứng riêng.",
        "không bắt đầu bằng chữ hoa thì có lẽ là một mẩu của câu khác trên trang.",
        "Câu này không có dấu chấm ở cuối nên có lẽ chỉ là một tiêu đề hay chú thích",
        "Câu này mở ngoặc “nhưng không đóng lại vì bị cắt ra từ một lời nói dài hơn.",
    ],
)
def test_sentences_that_need_their_context_are_left_out(poor: str) -> None:
    assert not any(one.is_quotable for one in read(poor))


def test_a_sentence_that_a_page_prints_twice_is_read_once() -> None:
    assert len(read(f"{FLOOD} {FLOOD}")) == len(read(FLOOD)) == 3


def test_a_record_keeps_a_dozen_sentences_at_most() -> None:
    words = [f"lũ{n} làng{n} suối{n} cầu{n} đường{n} chợ{n} trường{n} bản{n} nhà{n}" for n in range(40)]
    assert len(central(read(" ".join(f"Tin {one}." for one in words)), {})) == MOST_SENTENCES


def test_the_order_of_the_articles_changes_no_summary(seeds: nd.Articles) -> None:
    assert nd.record_of(seeds[:3]).summary() == nd.record_of(seeds[2::-1]).summary()


def test_reports_that_are_excerpts_are_marked_with_their_origin() -> None:
    whole = " ".join((FLOOD, RESCUE))
    made = nd.record_of([{"id": "whole", "text": whole}, {"id": "part", "text": FLOOD}])
    (part,) = (one for one in made.articles if one.id == "part")
    assert (part.relation, part.copy_of, part.origin) == ("excerpt", None, "whole")
    assert made.n_origins == 1


def sentence(terms: str, origin: str = "a", index: int = 9, length: int = 20) -> SummarySentence:
    """A sentence that consists of these terms; its text names them."""
    return SummarySentence(
        nd.Passage(text=terms, article_id=origin, start=index, end=index),
        origin,
        index,
        length,
        frozenset(terms.split()),
    )


def test_a_sentence_whose_terms_were_mostly_chosen_before_is_left_out() -> None:
    read_by_two = [sentence("flood bridge river", one, index) for one in "ab" for index in (3,)]
    nearly_the_same = [sentence("flood bridge school", one, 4) for one in "ab"]
    assert [one.text for one in central([*read_by_two, *nearly_the_same], {})] == ["flood bridge river"]


def test_the_lead_of_an_article_comes_before_a_later_sentence_that_is_worth_a_little_more() -> None:
    lead, later = (sentence(terms, "a", index, 30) for terms, index in (("t1 t2 t3 t4", 0), ("u1 u2 u3 u4 u5", 8)))
    others = [evolve(one, origin="b", passage=evolve(one.passage, article_id="b"), index=8) for one in (lead, later)]
    assert central([lead, later, *others], {})[0].text == "t1 t2 t3 t4"


def test_a_short_sentence_does_not_win_by_its_length_alone() -> None:
    short, long = (sentence(terms, "a", 8, length) for terms, length in (("t1 t2", 8), ("u1 u2 u3 u4", 20)))
    others = [evolve(one, origin="b", passage=evolve(one.passage, article_id="b")) for one in (short, long)]
    assert central([short, long, *others], {})[0].text == "u1 u2 u3 u4"


def test_of_one_article_at_most_three_sentences_are_listed_as_only_its_own() -> None:
    own = [sentence(f"only{index} new{index}", "a", index) for index in range(6)]
    listed = only_in([*own, sentence("flood", "b")], {})
    assert [one.article_id for one in listed] == ["a", "a", "a", "b"]


def test_the_lead_comes_first_though_an_earlier_report_has_none() -> None:
    late = "A ferry sank off Tarsin island on Sunday, and nine people drowned, the coast guard said."
    early = "However, the wind was strong. The nine people who drowned were on the lower deck of the ferry off Tarsin."
    made = nd.record_of(
        [
            {"id": "early", "title": "Ferry sinks off Tarsin", "text": early, "published_at": "2026-08-09"},
            {"id": "late", "title": "Nine drown as ferry sinks", "text": late, "published_at": "2026-08-10"},
        ]
    )
    assert made.summary().sentences[0].text == late
    assert not any(one.text.startswith("However") for one in made.key_sentences)


def test_the_summary_of_an_article_may_be_the_lead() -> None:
    lead = "(TTO) - Chín người chết khi một chiếc phà chìm ở đảo Tân sáng Chủ nhật."
    text = "Tại cuộc họp, biên phòng nói gió rất mạnh. Chiếc phà chở theo nhiều người dân của đảo Tân."
    made = nd.record_of([{"id": "a", "title": "Phà chìm ở đảo Tân", "summary": lead, "text": text}])
    first = made.summary().sentences[0]
    assert (first.text, first.part, lead[first.start : first.end]) == (lead[8:], "summary", lead[8:])
    assert nd.EventRecord.from_dict(made.to_dict()) == made


def test_a_summary_gives_no_value_that_a_later_report_replaced() -> None:
    old = "Nine people died when a ferry sank off Tarsin island on Sunday, the coast guard said."
    new = "Twelve people died when a ferry sank off Tarsin island, and the search goes on, police said."
    rows = [
        {"id": "old", "title": "Nine dead as ferry sinks off Tarsin", "text": old, "published_at": "2026-08-09"},
        {"id": "new", "title": "Ferry toll off Tarsin rises to 12 dead", "text": new, "published_at": "2026-08-10"},
    ]
    made = nd.record_of(rows)
    assert [one.text for one in made.key_sentences] == [new]
    assert made.title == "Ferry toll off Tarsin rises to 12 dead"
    outdated = nd.record_of([rows[0], {key: value for key, value in rows[1].items() if key != "title"}])
    assert outdated.title == new


SCHOOLS = "Schools in Hadley on the mainland stay closed for a week."


def test_what_others_tell_in_other_words_is_not_only_in_one_report() -> None:
    one = "Nine people drowned when the ferry Corva sank off Tarsin. Rescue divers searched the wreck of the Corva."
    other = f"The wreck of the ferry Corva, which sank off Tarsin, was searched by divers. {SCHOOLS}"
    alone = {passage.text for passage in record(one, other).only_in}
    assert alone == {SCHOOLS}


def test_a_family_name_is_quoted_only_after_the_full_name() -> None:
    one = "A ferry sank off Tarsin. Captain Tom Hale swam ashore from the ferry. Hale said the ferry was very old."
    chosen = [passage.text for passage in record(one).key_sentences]
    assert "Captain Tom Hale swam ashore from the ferry." in chosen
    assert not chosen[0].startswith("Hale")


def test_the_words_of_a_sentence_are_those_of_its_terms_in_a_language_of_syllables_pairs_of_them() -> None:
    english, vietnamese = (
        sentences_of(page_of(Article(text, id="a", language=language)), "a")[0]
        for text, language in (("A red ferry sank off Tarsin.", "en"), ("Phà đỏ chìm ở Tân Đảo.", "vi"))
    )
    assert {"red", "ferry", "red ferry"} <= english.terms
    assert english.words == {term for term in english.terms if " " not in term}
    assert vietnamese.words == {term for term in vietnamese.terms if " " in term}
    assert evolve(vietnamese, terms=frozenset({"a", "a b"}), words=frozenset({"a b"})).words == {"a b"}

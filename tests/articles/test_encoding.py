from __future__ import annotations

import base64
import json
import quopri
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.encoding import find_garbling, garbling
from newsdedup.articles.encoding.suspects import is_suspect
from newsdedup.articles.intake import read_articles
from newsdedup.articles.packed import screened
from newsdedup.kernels.char_codes import MAYBE_GARBLED
from newsdedup.kernels.ragged import PackedTexts, pack_texts

LINE = (
    "Hội nghị trực tuyến toàn quốc được tổ chức sáng nay với hơn mười nghìn điểm cầu trên cả nước, "
    "các đại biểu thảo luận về chính quyền địa phương và những nhiệm vụ của năm tới."
)
# The same kind of line as three legacy encodings look when they are read as Latin-1 or windows-1252.
TCVN3 = "Héi nghÞ trùc tuyÕn toµn quèc ®­îc tæ chøc s¸ng nay víi c¸c ®¹i biÓu tõ ®Þa ph­¬ng, chÝnh quyÒn vµ nh©n d©n"
VNI = "Hoäi nghò tröïc tuyeán toaøn quoác ñöôïc toå chöùc saùng nay vôùi caùc ñaïi bieåu töø ñòa phöông, chính quyeàn"
WINDOWS_1258 = "Hôòi nghiò trýòc tuyêìn toaÌn quôìc ðýõòc tôÒ chýìc saìng nay võìi caìc ðaòi biêÒu tõÌ ðiòa phýõng"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf8_read_as_a_western_encoding_is_recognised(encoding: str) -> None:
    reason = garbling(LINE.encode().decode(encoding, "replace").replace("\ufffd", ""))
    assert reason is not None
    assert "UTF-8" in reason


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI"), (WINDOWS_1258, "windows-1258")])
def test_legacy_vietnamese_is_recognised_by_name(text: str, name: str) -> None:
    reason = garbling(text)
    assert reason is not None
    assert name in reason


DAMAGES = {
    "UTF-8 read as windows-1251": LINE.encode().decode("cp1251", "ignore"),
    "UTF-8 read as windows-1250": LINE.encode().decode("cp1250", "ignore"),
    "UTF-8 read as cp437": LINE.encode().decode("cp437"),
    "UTF-8 read as cp850": LINE.encode().decode("cp850"),
    "UTF-8 read as Mac Roman": LINE.encode().decode("mac_roman"),
    "UTF-8 read as KOI8-R": LINE.encode().decode("koi8-r"),
    "UTF-8 read as windows-1252 or Latin-1": LINE.encode().decode("latin-1").encode().decode("latin-1"),
    "question marks in place of letters": LINE.encode("ascii", "replace").decode(),
    "UTF-16": LINE.encode("utf-16-le").decode("latin-1"),
    "escapes": json.dumps(LINE),
    "percent-encoded": quote(LINE, safe=" "),
    "quoted-printable": quopri.encodestring(LINE.encode()).decode(),
    "base64": base64.b64encode(LINE.encode()).decode(),
    "UTF-7": LINE.encode("utf-7").decode(),
    "VIQR": "Ho^.i nghi. tru+.c tuye^'n toa`n quo^'c ddu+o+.c to^? chu+'c sa'ng nay vo+'i ca'c dda.i bie^?u",
    "VPS": "H¶i nghÎ tr¿c tuy‰n toàn quÓc ÇÜ®c t° chÙc sáng nay v§i h©n mÜ©i nghìn Çi‹m cÀu trên cä nÜ§c",
    "VISCII": "Hµi ngh¸ trñc tuyªn toàn qu¯c ðßþc t± chÑc sáng nay v¾i h½n mß¶i nghìn ði¬m c¥u trên cä nß¾c",
    "a legacy encoding": "Президент заявил сегодня, что решение будет принято".encode("cp1251").decode("cp1252"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_kind_of_damage_is_recognised_by_name(name: str) -> None:
    assert name in str(garbling(DAMAGES[name]))


@pytest.mark.parametrize("name", ["UTF-8 read as windows-1251", "VPS", "question marks in place of letters"])
def test_a_garbled_second_half_is_recognised_with_its_place(name: str) -> None:
    found = find_garbling(f"{LINE} " * 4 + DAMAGES[name])
    assert found is not None
    assert name in found.reason
    assert abs(found.start - 4 * len(LINE)) < 40


@pytest.mark.parametrize("name", ["UTF-8 read as cp437", "VISCII"])
def test_a_garbled_title_is_left_out_with_a_notice(name: str) -> None:
    with pytest.warns(nd.ArticleWarning, match="the title is left out: it looks like"):
        articles = read_articles([{"title": DAMAGES[name], "text": LINE}])
    assert (articles[0].title, articles[0].text) == (None, LINE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@given(st.lists(st.text(st.sampled_from("aÂ\u00a0Ãé€™áº¿»ðÌÒÞ?%+=^\\x1 \n\ufffd─┐😀Ђ₫\0"))))
def test_the_screening_of_many_texts_suspects_the_same_ones(encoding: str, texts: list[str]) -> None:
    raw = [text.encode() for text in texts]
    offsets = np.cumsum([0, *map(len, raw)]).astype(np.int64)
    in_bytes = PackedTexts(np.frombuffer(b"".join(raw), np.uint8), offsets)
    reasons, _ = screened(in_bytes if encoding == "utf-8" else pack_texts(texts))
    assert (reasons & MAYBE_GARBLED != 0).tolist() == list(map(is_suspect, texts))


def test_many_lost_bytes_are_recognised() -> None:
    assert "U+FFFD" in str(garbling(LINE.encode().decode("ascii", "replace")))


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        "Plain English text about a café in São Paulo — with “quotes”.",
        "Le président français a déclaré à l'Assemblée nationale que l'été serait décisif pour l'économie.",
        "Pääministeri sanoi, että hallitus päättää asiasta myöhemmin tänään; työmarkkinajärjestöt eivät pidä siitä.",
        "El niño comió piñas en la montaña mañana, según el señor Muñoz de España.",
        "Die Bürger müssen länger auf größere Züge warten, sagte der Ministerpräsident über die Änderungen.",
        "Ministrii români au spus că țara își va îndeplini obligațiile față de Uniunea Europeană și în acest an.",
        "Það ber að viðurkenna, að hver maður sé jafnborinn til virðingar og réttinda, þó að ýmsir séu á öðru máli.",
        "Giá vàng bao nhiêu? Có nên mua không? Vì sao? ??? Xem https://vi.wikipedia.org/wiki/H%C3%A0_N%E1%BB%99i?a=b&c=d",
        "┌────────┬───────┐\n│ Giá vàng │ 68 €  │\n└────────┴───────┘ x² + 2x − 3 = 0, a^2+b^2=c^2, 35°C ± 0,5°C, √Δ",
        "Hoi nghi truc tuyen toan quoc duoc to chuc sang nay voi hon muoi nghin diem cau tren ca nuoc.",
        "东京举行会议",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert garbling(text) is None


def test_the_seeds_are_sound(seeds_folder: Path) -> None:
    assert not read_articles(seeds_folder).rejected

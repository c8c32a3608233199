from __future__ import annotations

from pathlib import Path

import pytest

from newsdedup.articles.encoding import garbling
from newsdedup.articles.intake import read_articles

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
        "东京举行会议",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert garbling(text) is None


def test_the_seeds_are_sound(seeds_folder: Path) -> None:
    assert not read_articles(seeds_folder).rejected

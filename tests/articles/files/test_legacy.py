from __future__ import annotations

import unicodedata

import pytest

from newsdedup.articles.files.legacy import legacy_encoding

VIETNAMESE = "Hội nghị trực tuyến toàn quốc với hơn 10.000 điểm cầu đã diễn ra tại Hà Nội sáng nay."
WESTERN = (
    "Le ministre de l'Économie a annoncé que le procès, reporté à l’été, aura lieu à Besançon. « C’est fini », dit-il.",
    "Der Minister erklärte, die Maßnahmen für Schüler würden überprüft. „Das ist nicht möglich“, sagte er – später.",
    "El presidente señaló que la situación económica mejorará el próximo año. ¿Cuándo? Según él, «muy pronto».",
    "A eleição não será adiada. Segundo ele, três milhões já votaram em São Paulo e a situação é estável.",
    "Statsministern säger att åtgärderna är nödvändiga för att människor på ön ska få hjälp före årets slut.",
    "Il ministro ha detto che la città è già pronta e che ci sarà più libertà per chi può lavorare lì.",
    "It’s “the worst fire in years,” he said – the café’s owner, José Núñez, lost £2m.",
    "It’s the worst fire, he said",
)
OTHERS = (
    ("cp1250", "Minister powiedział, że większość mieszkańców może już wrócić do domów. Śledztwo trwa."),
    ("cp1250", "Předseda vlády řekl, že příští týden bude jednat s opozicí. Že jde o vážnou věc, je jasné."),
    ("cp1250", "A miniszterelnök azt mondta, hogy a következő évben több segítséget kapnak. Ő szerint fontos."),
    ("cp1250", "Predsjednik je rekao da će građani već sljedeći tjedan dobiti pomoć. Šef je žao što se čeka."),
    ("cp1254", "Başkan, önümüzdeki yıl için bütçenin artırılacağını söyledi. Işık ücretleri değişmeyecek, çünkü."),
    ("cp1257", "Ministru prezidents paziņoja, ka cilvēki saņems palīdzību šonedēļ, bet likums stāsies spēkā."),
    ("cp1251", "Президент заявил, что решение будет принято."),
    ("koi8-r", "Президент заявил, что решение будет принято."),
    ("cp1253", "Ο πρωθυπουργός δήλωσε ότι η απόφαση θα ληφθεί σύντομα."),
    ("cp874", "นายกรัฐมนตรีกล่าวว่า"),
    ("gb18030", "总理表示，决定将很快作出。"),
    ("shift_jis", "首相は、決定は近く行われると述べた。"),
    ("euc-kr", "총리는 결정이 곧 내려질 것이라고 말했다."),
    ("cp850", "Le ministre a annoncé que le procès aura lieu à Besançon."),
    ("mac_roman", "Le ministre a annoncé que le procès aura lieu à Besançon."),
)


def windows_1258(text: str) -> bytes:
    """The text with letters and tone marks apart, where the encoding has no letter with the mark."""
    found = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        base = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        try:
            found += letter.encode("cp1258")
        except UnicodeEncodeError:
            found += (base + tone).encode("cp1258")
    return found


def test_vietnamese_in_windows_1258_is_detected() -> None:
    encoded = windows_1258(VIETNAMESE)
    assert legacy_encoding(encoded) == "windows-1258"
    assert unicodedata.normalize("NFC", encoded.decode("windows-1258")) == VIETNAMESE


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_in_windows_1252_is_detected(text: str) -> None:
    assert legacy_encoding(text.encode("cp1252")) == "windows-1252"
    assert legacy_encoding(b"plain news " * 50_000 + text.encode("cp1252")) == "windows-1252"


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
def test_other_encodings_are_not_guessed(encoding: str, text: str) -> None:
    assert legacy_encoding(text.encode(encoding, "ignore")) is None


@pytest.mark.parametrize(
    "sample",
    [
        b"",
        b"plain",
        VIETNAMESE.encode(),
        VIETNAMESE.encode() + b"\xe9",
        b"\xff\xfe",
        b"ok \xff x",
        b"caf\xc3 is",
        b"\xe1\xbb",
    ],
)
def test_utf_8_and_single_bytes_without_a_word_are_not_taken_for_legacy_text(sample: bytes) -> None:
    assert legacy_encoding(sample) is None


def test_tcvn3_is_not_taken_for_western_text() -> None:
    tcvn3 = "Hµ Néi h«m nay cã m­a, thñ t­íng ph¸t biÓu t¹i héi nghÞ, nhiÒu ng­êi d©n ®· ®Õn dù lÔ khai m¹c s¸ng nay"
    assert legacy_encoding(tcvn3.encode("cp1252")) is None

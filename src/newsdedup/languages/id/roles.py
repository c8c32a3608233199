"""Roles of figures, and the Indonesian words that give them."""

from __future__ import annotations

from newsdedup.languages.roles import Role
from newsdedup.languages.tables import words

ROLES = (
    Role(
        name="dead",
        nouns=words("korban tewas, korban meninggal, korban jiwa, jenazah, mayat, jasad, jiwa melayang"),
        cues=words("""
            tewas, meninggal, meninggal dunia, dilaporkan tewas, dinyatakan tewas, dipastikan tewas, ditemukan tewas, terbunuh,
            gugur, telah tewas, tewas tenggelam, tewas ditikam, tewas ditembak, tewas terbakar, tewas di tempat, tenggelam, dibunuh,
            ditemukan meninggal, ditemukan tak bernyawa, tak bernyawa, wafat, mengembuskan napas terakhir, kehilangan nyawa,
            tak tertolong, ditembak mati, ditikam hingga tewas, tewas tertimbun, tewas tertabrak, bunuh diri
        """),
        cues_before=words("""
            menewaskan, merenggut nyawa, membunuh, tewaskan, tewasnya, renggut nyawa, menembak mati, menghabisi nyawa, kematian,
            jenazah, jasad, meninggalnya, menembak mati
        """),
        cues_of_self=("bunuh diri", "mengakhiri hidupnya"),
        none=("korban", "korban jiwa"),
        of_people=True,
        outweighs=("injured", "missing"),
        evolves=True,
    ),
    Role(
        name="injured",
        nouns=words("korban luka, korban luka-luka, korban terluka, korban cedera"),
        cues=words("""
            luka-luka, luka, terluka, mengalami luka, menderita luka, luka berat, luka ringan, mengalami luka-luka, luka parah,
            mengalami luka bakar, luka bakar, lainnya luka-luka, lainnya terluka, lainnya luka, cedera, mengalami cedera, kritis,
            dirawat di rumah sakit, dilarikan ke rumah sakit, dibawa ke rumah sakit, tertembak, juga terluka, juga luka-luka,
            di antaranya kritis, keracunan, patah tulang
        """),
        open_cues=("tertembak",),
        verbs=words("menembak, ditembak, tertembak, menikam, ditikam, menusuk, ditusuk, menabrak, ditabrak, tertabrak"),
        participles=words("ditembak, tertembak, ditikam, ditusuk, ditabrak, tertabrak"),
        open_verbs=True,
        sending=words("membawa, melarikan, mengirim, mengantar"),
        destinations=words("ke rumah sakit, ke puskesmas, ke rsud, ke igd"),
        cues_before=("melukai", "lukai", "mencederai"),
        graver=("kritis", "luka berat", "luka parah"),
        none=("korban",),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="missing",
        nouns=("korban hilang", "orang hilang"),
        cues=words("""
            hilang, dinyatakan hilang, masih hilang, dilaporkan hilang, belum ditemukan, masih dicari, hanyut, terseret arus,
            hilang terseret arus
        """),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="arrested",
        cues=words(
            "ditangkap, ditahan, diamankan, diringkus, dibekuk, dicokok, ditangkap polisi, dijebloskan ke penjara"
        ),
        cues_before=words("menangkap, menahan, mengamankan, meringkus, membekuk, mencokok, penangkapan"),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="evacuated",
        nouns=("pengungsi",),
        cues=words("mengungsi, dievakuasi, diungsikan, terpaksa mengungsi, direlokasi, harus mengungsi"),
        cues_before=("mengevakuasi", "mengungsikan", "merelokasi"),
        evolves=True,
    ),
    Role(
        name="attendees",
        nouns=("peserta", "penonton", "hadirin", "jemaah"),
        cues=words("hadir, mengikuti, berpartisipasi, ikut serta, menghadiri, memadati, berunjuk rasa"),
    ),
    Role(
        name="money_lost",
        kind="money",
        nouns=words("kerugian, total kerugian, kerugian materiil"),
        cues_before=words("""
            kerugian, kerugian mencapai, kerugian ditaksir, kerugian ditaksir mencapai, kerugian diperkirakan, kerugian sebesar,
            menggasak, membawa kabur, menggelapkan, mencuri, merugi, total kerugian, kerugian negara, korupsi
        """),
        evolves=True,
    ),
    Role(
        name="homes",
        nouns=("rumah", "unit rumah", "bangunan"),
        cues=words("rusak, rusak berat, rusak ringan, hancur, terendam, roboh, hanyut"),
        evolves=True,
    ),
)

NOT_CUES = words("mati lampu, mati mesin, luka batin, luka lama, barang hilang, luka hati, tewas seketika mesin")

DENIALS = ("tidak satu pun dari", "tak satu pun dari", "tak seorang pun dari")

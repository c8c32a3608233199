"""Indonesian nouns: what is counted or measured, and where a noun phrase ends."""

from __future__ import annotations

from newsdedup.languages.tables import words

_NOUN_ENDS = """
    ada adalah agar akan akibat antara atas atau bagi bahwa belum berada bisa dalam dan dapat dari dengan di dia dua ialah ini
    itu jika juga kami karena kata kemarin kemudian kepada ketika ke lagi lalu masih melalui menurut menjadi mereka mulai
    namun oleh pada para pun saat saja sampai sebagai sedang sejak sekitar selama seluruh sementara sempat serta setelah
    sudah tapi telah tengah terhadap terjadi tersebut tetapi tewas tidak turut untuk usai yaitu yakni yang hilang luka luka-luka
    meninggal mengungsi ditangkap diamankan terluka hadir mengikuti rusak hanyut terendam roboh hari per
"""

NOUN_ENDS = frozenset(_NOUN_ENDS.split())

NOUN_LISTS = words("""
    polisi, tentara, warga, anak-anak, perempuan, laki-laki, guru, siswa, mahasiswa, kabupaten, kota, provinsi,
    kecamatan, desa, kelurahan
""")

CLASSIFIERS = words("""
    orang, unit, buah, ekor, kasus, kali, korban, jiwa, titik, lembar, butir, batang, pucuk, kepala keluarga, kk,
    warga, pria, wanita, anak, perempuan, laki-laki, lainnya, di antaranya
""")

NUMBER_OF = {
    r"jumlah (?P<noun>[^,;:.!?()\d]{2,60}?) "
    r"(?:adalah|mencapai|menjadi|sebanyak|tercatat|bertambah menjadi|naik menjadi)$": words(
        "adalah, mencapai, menjadi, sebanyak, tercatat"
    )
}

SUBJECT_FIRST = True

SHARE_BEFORE_NOUN = True

NOUN_LINKS = ("untuk", "bagi")

AND_WORDS = ("dan", "serta", "sedangkan", "sementara")

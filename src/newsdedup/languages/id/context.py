"""Indonesian words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    jika, kalau, bila, apabila, bisa, dapat, mungkin, tidak, belum, bukan, nyaris, hampir, mencoba, berusaha, berniat, mengancam,
    diancam, berencana, merencanakan, hendak, ingin, khawatir, dikhawatirkan, terancam, berpotensi, agar tidak, setiap, tiap,
    gagal, percobaan, andai, seandainya
""")

PLANNED = words("""
    akan, berencana, direncanakan, dijadwalkan, ditargetkan, menargetkan, bakal, diperkirakan akan, rencananya, hendak,
    diharapkan, targetnya
""")

PAST = words("telah, sudah, menewaskan, tewas, setelah, usai, sebelumnya, ketika, saat, sempat")

BACKGROUND = (
    r"(?:sepanjang|selama|sejak awal) (?:tahun|bulan)(?: ini| lalu| \d{4})?|sejak (?:awal|januari)|sejauh ini tahun ini",
    r"tahun (?:lalu|sebelumnya)|setiap tahun|tiap tahun|per tahun\b|setahun terakhir|bulan lalu",
    r"(?:dalam|selama) (?:\w+ )?(?:tahun|bulan|dekade|minggu|pekan) terakhir|beberapa tahun terakhir",
    r"\w+ (?:tahun|bulan) (?:yang )?(?:lalu|silam)|pada masa lalu|dalam sejarah",
    r"(?:kecelakaan|kebakaran|gempa|banjir|longsor|serangan|ledakan|peristiwa|insiden|kejadian|kasus)(?: \w+){0,2}? (?:serupa|sebelumnya|lain)",
    r"secara nasional|di seluruh dunia|rata-rata|menurut statistik|di tempat terpisah",
)

BACK_REFERENCES = words("""
    di antaranya, di antara mereka, dari jumlah itu, dari jumlah tersebut, dari total itu, sebagian di antaranya
""")

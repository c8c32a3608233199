"""Indonesian words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    jika, kalau, bila, apabila, bisa, dapat, mungkin, tidak, belum, bukan, nyaris, hampir, mencoba, berusaha, berniat, mengancam,
    diancam, berencana, merencanakan, hendak, ingin, khawatir, dikhawatirkan, terancam, berpotensi, agar tidak, setiap, tiap,
    gagal, percobaan, andai, seandainya
""")

TOTALS = words("total, jumlah, jumlah total, jumlah korban")

DENYING = words("""
    membantah, membantah kabar, menepis, menepis kabar, menyangkal, menampik, dibantah, tidak benar, kabar bohong, hoaks
""")

CORRECTIONS = words("ralat, koreksi, meralat, dikoreksi, keliru, salah tulis, kesalahan penulisan")

CORRECTED = words("yang benar, angka yang benar, seharusnya, sebenarnya")

FUTURES = words("akan, bakal, ditargetkan, direncanakan, dijadwalkan, diperkirakan akan")

PLANNED = words("""
    akan, berencana, direncanakan, dijadwalkan, ditargetkan, menargetkan, bakal, diperkirakan akan, rencananya, hendak,
    diharapkan, targetnya
""")

PAST = words("telah, sudah, menewaskan, tewas, setelah, usai, sebelumnya, ketika, saat, sempat")

_KINDS = "kecelakaan|kebakaran|gempa|banjir|longsor|serangan|ledakan|peristiwa|insiden|kejadian|kasus"

BACKGROUND = (
    "sepanjang|selama|sejak_awal tahun|bulan",
    "sejak_awal|sejak_januari|sejauh_ini_tahun_ini|tahun_lalu|tahun_sebelumnya|setiap_tahun|tiap_tahun|per_tahun",
    "setahun_terakhir|bulan_lalu|beberapa_tahun_terakhir|pada_masa_lalu|dalam_sejarah",
    "dalam|selama WORD? tahun|bulan|dekade|minggu|pekan terakhir",
    f"{_KINDS} WORD{{0,2}} serupa|sebelumnya|lain",
    "secara_nasional|di_seluruh_dunia|rata-rata|menurut_statistik|di_tempat_terpisah",
)

BACK_REFERENCES = words("""
    di antaranya, di antara mereka, dari jumlah itu, dari jumlah tersebut, dari total itu, sebagian di antaranya
""")

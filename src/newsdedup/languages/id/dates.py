"""Indonesian dates."""

from __future__ import annotations

from newsdedup.languages.dates import Dates
from newsdedup.languages.tables import valued, words

DATES = Dates(
    months=valued("""
        januari 1, jan 1, februari 2, pebruari 2, feb 2, maret 3, mar 3, april 4, apr 4, mei 5, juni 6, jun 6,
        juli 7, jul 7, agustus 8, agu 8, agt 8, september 9, sept 9, sep 9, oktober 10, okt 10, november 11,
        nopember 11, nov 11, desember 12, des 12
    """),
    weekdays=valued(
        "senin 0, selasa 1, rabu 2, kamis 3, jumat 4, jum'at 4, sabtu 5, hari minggu 6, pada minggu 6, ahad 6"
    ),
    next_words=("depan", "mendatang"),
    week_words=valued("pekan lalu -1, minggu lalu -1, pekan ini 0, minggu ini 0, pekan depan 1, minggu depan 1"),
    last_words=("lalu", "kemarin"),
    near_days=valued("""
        hari ini 0, kemarin -1, kemarin lusa -2, besok 1, pagi ini 0, siang ini 0, sore ini 0, malam ini 0,
        tadi pagi 0, tadi malam -1, semalam -1
    """),
    parts_of_day=("pagi", "siang", "sore", "malam", "dini hari"),
    day_words=("tanggal", "hari"),
    month_words=("bulan",),
    year_words=("tahun", "pada", "sejak"),
    near_years=valued("tahun lalu -1, tahun ini 0, tahun depan 1"),
    parts_of_year=valued("awal 1, awal tahun 1, pertengahan 6, akhir 12, akhir tahun 12"),
    until=("hingga", "sampai", "per"),
    weak_until=("sampai",),
    until_when=words("pukul, jam, sekitar, sekitar pukul"),
    list_words=("-", "–", "dan", "sampai", "hingga", "s.d."),
    not_days=("nomor", "no", "blok", "kelas", "rt", "rw", "skor"),
    first_hours=valued("dini hari 0, pagi 0, siang 10, sore 12, malam 17"),
    reports=words("""
        kata, katanya, ujarnya, mengatakan, mengumumkan, mengonfirmasi, melaporkan, diterbitkan, diperbarui
    """),
    documents=("nomor", "undang-undang", "peraturan", "keputusan", "surat"),
    scores=("skor", "menang", "kalah"),
    other_calendars=words("""
        hijriah, h, muharram, safar, rabiul awal, rabiul akhir, jumadil awal, jumadil akhir, rajab, syaban, sya'ban, ramadan,
        ramadhan, syawal, zulkaidah, dzulqa'dah, zulhijah, dzulhijjah
    """),
    future_words=words("rencananya, mendatang, jadwal, batas, paling lambat"),
    past_words=words("telah, sudah, terjadi, sempat, pernah, lalu, tewas, meninggal"),
    weak_past_words=words("ditangkap, ditemukan, ditahan, dibunuh, menewaskan, menangkap, menemukan"),
    open_words=words("mulai, sejak, hingga, sampai, sebelum, dari, paling lambat"),
    clause_words=words("yang, saat, ketika, setelah, karena"),
    ago_after=words("yang lalu, lalu, silam"),
    named_hours=valued("tengah hari 12, tengah malam 0"),
    clock_leads=("pukul", "jam"),
    clock_ends=words("wib, wita, wit, waktu setempat, pada"),
    surely_future_words=words("""akan, dijadwalkan, rencananya, direncanakan"""),
    happenings=words("""
        terjadi, berlangsung, meledak, ledakan, kecelakaan, kebakaran, gempa, banjir, longsor, badai, serangan, menyerang,
        penembakan, pembunuhan, tewas, meninggal, luka, ditemukan, tenggelam, runtuh, menabrak, dibuka, digelar
    """),
    aftermaths=words("""
        ditangkap, didakwa, diadili, sidang, pengadilan, divonis, ditahan, tersangka, pemakaman, dimakamkan, otopsi,
        diidentifikasi, konferensi pers, penyidikan
    """),
    about_words=words("atas, soal, kasus, terkait"),
    later_words=words("setelah, usai, terkait"),
    other_matters=words("""
        lahir, kelahiran, ulang tahun, peringatan, berlaku, kedaluwarsa, didirikan, batas waktu, sejak, dilantik
    """),
)

"""Indonesian."""

from __future__ import annotations

from newsdedup.languages.language import (
    SIGNS_OF_ORDER,
    Dates,
    Language,
    NumberFormat,
    Numerals,
    Places,
    Role,
    named,
    valued,
    words,
)

_NOUN_ENDS = """
    ada adalah agar akan akibat antara atas atau bagi bahwa belum berada bisa dalam dan dapat dari dengan di dia dua ialah ini
    itu jika juga kami karena kata kemarin kemudian kepada ketika ke lagi lalu masih melalui menurut menjadi mereka mulai
    namun oleh pada para pun saat saja sampai sebagai sedang sejak sekitar selama seluruh sementara sempat serta setelah
    sudah tapi telah tengah terhadap terjadi tersebut tetapi tewas tidak turut untuk usai yaitu yakni yang hilang luka luka-luka
    meninggal mengungsi ditangkap diamankan terluka hadir mengikuti rusak hanyut terendam roboh hari per
"""

_UNITS = valued(
    """
    satu 1, dua 2, tiga 3, empat 4, lima 5, enam 6, tujuh 7, delapan 8, sembilan 9
    """
)
_SHARES = valued(
    """
    perdua 2, pertiga 3, perempat 4, perlima 5, perenam 6, perdelapan 8, persepuluh 10
    """
)

LANGUAGE = Language(
    code="id",
    name="Indonesian",
    function_words=frozenset(
        "yang dan di dari untuk dengan pada ini itu dalam akan tidak juga oleh ke sebagai adalah telah karena bahwa atau "
        "ada saat tersebut mereka kami sudah dapat bisa setelah sekitar menurut kata para hingga seorang orang".split()
    ),
    number_format=NumberFormat(group=".", decimal=","),
    scales=valued(
        """
        puluh 10, lusin 12, ratus 100, ribu 1000, rb 1000, juta 1000000, jt 1000000, miliar 1000000000,
        milyar 1000000000, triliun 1000000000000
        """
    ),
    money_scales={"k": 10**3, "m": 10**9, "t": 10**12},
    numerals=Numerals(
        units=_UNITS,
        teens={"nol": 0, "sepuluh": 10, "sebelas": 11},
        plus={"belas": 10},
        ones=valued(
            """
            seratus 100, seribu 1000, sejuta 1000000, semiliar 1000000000, selusin 12
            """
        ),
        points=("koma",),
        halves=("setengah",),
        unit_halves=("setengah",),
        shares={**_SHARES, "separuh": 2, "sepertiga": 3, "seperempat": 4, "seperlima": 5, "sepersepuluh": 10},
        share_links=("dari",),
        minus=("minus",),
        not_after={"satu": ("salah",), "": ("ke", "tanggal", "pasal", "nomor", "beberapa", "kelas", "bab", "ayat")},
        idioms=("satu sama lain", "satu per satu", "satu-satunya", "dua-duanya", "salah satu", "satu lagi"),
        before_any_noun=True,
    ),
    qualifiers_before={
        **SIGNS_OF_ORDER,
        **named(
            """
            tepat exact, lebih dari more_than, di atas more_than, melebihi more_than, melampaui more_than,
            sedikitnya at_least, paling sedikit at_least, setidaknya at_least, sekurang-kurangnya at_least,
            tidak kurang dari at_least, minimal at_least, hampir nearly, mendekati nearly, nyaris nearly,
            kurang dari less_than, di bawah less_than, tidak sampai less_than, paling banyak at_most,
            maksimal at_most, tidak lebih dari at_most, sekitar about, kira-kira about, kurang lebih about,
            diperkirakan about
            """
        ),
    },
    qualifiers_after=named(
        """
        lebih more_than, atau lebih at_least, ke atas at_least, ke bawah at_most
        """
    ),
    range_words=("sampai", "hingga", "s.d.", "-", "–"),
    range_pairs={"antara": "dan"},
    percent=("%", "persen"),
    percentage_points=("poin persen", "poin persentase"),
    currencies=named(
        """
        rupiah IDR, dolar USD, dollar USD, dolar as USD, dolar amerika USD, dolar singapura SGD, dolar australia AUD,
        euro EUR, yen JPY, yuan CNY, ringgit MYR, pound sterling GBP, riyal SAR, baht THB, dong VND
        """
    ),
    currency_parts={"sen": "sen"},
    durations=named(
        """
        detik second, menit minute, jam hour, hari day, pekan week, minggu week, bulan month, tahun year
        """
    ),
    measures=named(
        """
        km km, kilometer km, km/jam km/h, meter m, m m, cm cm, sentimeter cm, mm mm, meter persegi m2, m2 m2,
        meter kubik m3, km2 km2, hektare ha, hektar ha, ha ha, kg kg, kilogram kg, gram g, ton t, liter l, derajat °,
        derajat celsius °C, °c °C, mil mi, mw MW
        """
    ),
    ages=("tahun",),
    ordinal_before=words(
        """
        ke, ke-, nomor, no, no., pasal, ayat, bab, halaman, kelas, tingkat, lantai, blok, kamar, rt, rw, jalan, km,
        gate, kloter, angkatan, seri, tipe, boeing, airbus, pukul, jam, tanggal, bulan, tahun, periode, level, fase,
        tahap, liga, u, putaran, grup, rute, rumah nomor
        """
    ),
    not_counted=("besar dunia",),
    not_figures=(r"\b\d{1,2}[.:]\d{2} (?:WIB|WITA|WIT)\b",),
    not_figures_after={
        r"\d{1,2}(?:[.:]\d{2})?": ("pukul", "jam"),
        r"\d+\s?[-–]\s?\d+": words("skor, menang, kalah, imbang, unggul"),
    },
    noun_ends=frozenset(_NOUN_ENDS.split()),
    noun_lists=words(
        """
        polisi, tentara, warga, anak-anak, perempuan, laki-laki, guru, siswa, mahasiswa, kabupaten, kota, provinsi,
        kecamatan, desa, kelurahan
        """
    ),
    classifiers=words(
        """
        orang, unit, buah, ekor, kasus, kali, korban, jiwa, titik, lembar, butir, batang, pucuk, kepala keluarga, kk,
        warga, pria, wanita, anak, perempuan, laki-laki, lainnya, di antaranya
        """
    ),
    number_of={
        r"jumlah (?P<noun>[^,;:.!?()\d]{2,60}?) "
        r"(?:adalah|mencapai|menjadi|sebanyak|tercatat|bertambah menjadi|naik menjadi)$": words(
            "adalah, mencapai, menjadi, sebanyak, tercatat"
        ),
    },
    noun_links=("untuk", "bagi"),
    subject_first=True,
    and_words=("dan", "serta", "sedangkan", "sementara"),
    denials=("tidak satu pun dari",),
    roles=(
        Role(
            name="dead",
            nouns=("korban tewas", "korban meninggal", "korban jiwa", "jenazah", "mayat"),
            cues=words(
                """
                tewas, meninggal, meninggal dunia, dilaporkan tewas, dinyatakan tewas, dipastikan tewas,
                ditemukan tewas, terbunuh, gugur, telah tewas
                """
            ),
            cues_before=words("menewaskan, merenggut nyawa, membunuh, tewaskan, tewasnya"),
            evolves=True,
        ),
        Role(
            name="injured",
            nouns=("korban luka", "korban luka-luka"),
            cues=words(
                """
                luka-luka, luka, terluka, mengalami luka, menderita luka, luka berat, luka ringan,
                mengalami luka-luka, lainnya luka-luka, lainnya terluka, lainnya luka
                """
            ),
            cues_before=("melukai", "lukai"),
            evolves=True,
        ),
        Role(
            name="missing",
            nouns=("korban hilang",),
            cues=("hilang", "dinyatakan hilang", "masih hilang", "dilaporkan hilang", "belum ditemukan"),
            evolves=True,
        ),
        Role(
            name="arrested",
            cues=("ditangkap", "ditahan", "diamankan", "diringkus"),
            cues_before=("menangkap", "menahan", "mengamankan", "meringkus"),
            evolves=True,
        ),
        Role(
            name="evacuated",
            nouns=("pengungsi",),
            cues=("mengungsi", "dievakuasi", "diungsikan", "terpaksa mengungsi"),
            cues_before=("mengevakuasi", "mengungsikan"),
            evolves=True,
        ),
        Role(name="attendees", nouns=("peserta",), cues=("hadir", "mengikuti", "berpartisipasi", "ikut serta")),
        Role(
            name="homes",
            nouns=("rumah", "unit rumah", "bangunan"),
            cues=("rusak", "rusak berat", "rusak ringan", "hancur", "terendam", "roboh"),
            evolves=True,
        ),
    ),
    planned=("akan", "berencana", "direncanakan", "dijadwalkan", "ditargetkan", "menargetkan"),
    past=words("telah, sudah, menewaskan, tewas, setelah, usai, sebelumnya, ketika, saat"),
    up=("naik", "meningkat", "bertambah", "tumbuh"),
    down=("turun", "menurun", "berkurang", "susut"),
    dates=Dates(
        months=valued(
            """
            januari 1, jan 1, februari 2, pebruari 2, feb 2, maret 3, mar 3, april 4, apr 4, mei 5, juni 6, jun 6,
            juli 7, jul 7, agustus 8, agu 8, agt 8, september 9, sept 9, sep 9, oktober 10, okt 10, november 11,
            nopember 11, nov 11, desember 12, des 12
            """
        ),
        weekdays=valued(
            """
            senin 0, selasa 1, rabu 2, kamis 3, jumat 4, jum'at 4, sabtu 5, minggu 6, ahad 6
            """
        ),
        weekday_leads=("hari", "pada"),
        next_words=("depan", "mendatang"),
        last_words=("lalu", "kemarin"),
        near_days=valued(
            """
            hari ini 0, kemarin -1, kemarin lusa -2, besok 1, pagi ini 0, siang ini 0, sore ini 0, malam ini 0,
            tadi pagi 0, tadi malam -1, semalam -1
            """
        ),
        parts_of_day=("pagi", "siang", "sore", "malam", "dini hari"),
        day_words=("tanggal", "hari"),
        month_words=("bulan",),
        year_words=("tahun", "pada", "sejak"),
        near_years=valued("tahun lalu -1, tahun ini 0, tahun depan 1"),
        parts_of_year=valued(
            """
            awal 1, awal tahun 1, pertengahan 6, akhir 12, akhir tahun 12
            """
        ),
        until=("hingga", "sampai", "per"),
        list_words=("-", "–", "dan", "sampai", "hingga", "s.d."),
        not_days=("nomor", "no", "blok", "kelas", "rt", "rw", "skor"),
        reports=words(
            """
            kata, katanya, ujarnya, mengatakan, mengumumkan, mengonfirmasi, melaporkan, diterbitkan, diperbarui
            """
        ),
        documents=("nomor", "undang-undang", "peraturan", "keputusan", "surat"),
        other_calendars=("hijriah", "h"),
    ),
    places=Places(
        levels=named(
            """
            provinsi province, kabupaten district, kota other, kecamatan district, desa commune, kelurahan commune
            """
        ),
        national=("seluruh indonesia", "secara nasional", "di seluruh negeri", "tingkat nasional"),
        whole=("seluruh", "se"),
        of=("di", "dari"),
        at=("di", "dari"),
        not_places=words("mana, sini, sana, antara, atas, bawah, dalam, luar, tengah, rumah"),
    ),
    offices=words(
        """
        presiden, wakil presiden, menteri, gubernur, bupati, wali kota, walikota, camat, kapolda, kapolres, kepala,
        ketua, direktur, juru bicara, bapak, ibu
        """
    ),
    honorifics=("bapak", "ibu"),
    furniture=(
        r"(?:foto|gambar|sumber|video|penulis|editor|reporter)\s*:.{0,80}",
        r"(?:baca juga|simak juga|lihat juga|artikel terkait|berita terkait)\s*:?.{0,120}",
        r"(?:bagikan|komentar|tulis komentar|iklan|advertisement)\s*:?",
        r"(?:tag|tags)\s*:.*",
    ),
    ends_article=(r"(?:berita terkait|artikel terkait|baca juga berita lainnya|terpopuler|komentar)\s*:?",),
    credits=(r"\((?:foto|sumber)\s*:?[^()]{2,60}\)",),
    credit_words=("foto", "sumber"),
)

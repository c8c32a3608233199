"""Indonesian mentions of people, their titles, and who speaks."""

from __future__ import annotations

from newsdedup.languages.people import People, Speech
from newsdedup.languages.tables import valued, words

PEOPLE = People(
    one=words("""
        pria, wanita, lelaki, perempuan, laki-laki, pemuda, pemudi, remaja, bocah, anak, balita, bayi, gadis, kakek, nenek, ibu,
        ayah, bapak, suami, istri, kakak, adik, paman, bibi, keponakan, cucu, menantu, mertua, kerabat, warga, penduduk, korban,
        pelaku, tersangka, terduga, terdakwa, penumpang, pengemudi, sopir, kernet, pengendara, pemotor, pejalan kaki, pesepeda,
        siswa, siswi, murid, mahasiswa, mahasiswi, santri, pelajar, guru, dosen, dokter, perawat, pasien, petani, nelayan, pekerja,
        buruh, karyawan, karyawati, pegawai, penambang, pedagang, penjual, pembeli, pemilik, penghuni, tetangga, turis, wisatawan,
        pendaki, perenang, polisi, tentara, prajurit, anggota, petugas, relawan, pemadam, satpam, narapidana, tahanan, sandera,
        perampok, pencuri, pencopet, wartawan, jurnalis, pemain, penonton, penyanyi, aktor, artis, pilot, pramugari, pelaut, awak,
        nakhoda, tukang ojek, pemulung, pengungsi, orang
    """),
    titles=("pak", "bu", "bang", "mas", "mbak"),
    many=("mereka", "massa", "warga sekitar", "para korban", "keluarga"),
    plurals=words(
        "para, banyak, beberapa, sejumlah, puluhan, ratusan, ribuan, sebagian, kedua, semua, seluruh, sekelompok"
    ),
    groups={
        "sepasang suami istri": 2,
        "pasangan suami istri": 2,
        "pasutri": 2,
        "sejoli": 2,
        "dua sejoli": 2,
        "keduanya": 2,
        "ketiganya": 3,
        "ibu dan anak": 2,
        "ayah dan anak": 2,
    },
    determiners=words("seorang, satu, sang, si, salah seorang, seorang lagi"),
    ones=words("seorang, satu orang, salah seorang"),
    pronouns=("dia", "ia", "beliau"),
    plural_pronouns=("mereka", "keduanya", "ketiganya", "semuanya"),
    nobody=words("tidak ada, tidak seorang pun, tak seorang pun, tak ada, tidak ada yang, tak ada yang"),
    no=words("tidak ada, tidak ada laporan, tak ada, tanpa, tidak menimbulkan, tak menimbulkan, nihil, tidak terdapat"),
    prepositions=words(
        "oleh, dengan, dari, ke, kepada, untuk, di, pada, bersama, dekat, antara, terhadap, bagi, milik"
    ),
    relatives=("yang",),
    names_alone=True,
    counters=words("orang, korban, penumpang, warga, jiwa"),
    things=words("""
        rumah, unit rumah, bangunan, mobil, motor, sepeda motor, kendaraan, truk, bus, kapal, perahu, pesawat, desa, kota, kecamatan,
        kabupaten, sekolah, rumah sakit, pohon, ekor, ekor sapi, sapi, kambing, ayam, kerbau, kali, kios, ruko, hektare
    """),
    nth=valued("kedua 2, ketiga 3, keempat 4, kelima 5, keenam 6, ketujuh 7, kedelapan 8, kesembilan 9, kesepuluh 10"),
    more_before=words("tambahan, bertambah, lagi"),
    more_after=words("lagi, tambahan"),
    insertions=words("termasuk, di antaranya, antara lain, sebagian besar, yaitu, yakni, terdiri dari"),
    age_words=words("berusia, umur, tahun, masing-masing"),
    identified=words("bernama, berinisial, atas nama"),
    others=("lainnya", "lain", "lagi"),
    first_mentions=("seorang", "satu"),
    joined_by=("dan", "serta", "bersama"),
)

OFFICES = words("""
    presiden, wakil presiden, menteri, gubernur, bupati, wali kota, walikota, camat, kapolda, kapolres, kepala,
    ketua, direktur, juru bicara, bapak, ibu
""")

HONORIFICS = ("bapak", "ibu")

SPEECH = Speech(
    saying=words("""
        mengatakan, menyatakan, menyebutkan, menyebut, mengumumkan, mengonfirmasi, melaporkan, menjelaskan, menambahkan,
        menegaskan, mengungkapkan, membenarkan, kata, ujar, tutur, ucap, jelas, ungkap, tegas, sebut
    """),
    saying_before=words("kata, ujar, tutur, ucap, jelas, ungkap, tegas, sebut"),
    according=words("menurut, berdasarkan keterangan, mengutip, dikutip dari, berdasarkan data"),
    no_speakers=words(
        "rencana, jadwal, undang-undang, peraturan, hukum, perkiraan, dia, kami, saya, itu, catatan, data"
    ),
)

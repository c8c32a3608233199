"""Indonesian nouns: what is counted or measured, and where a noun phrase ends."""

from __future__ import annotations

from newsdedup.languages.tables import words

_NOUN_ENDS = """
    ada adalah agar akan akibat antara atas atau bagi bahwa belum berada bisa dalam dan dapat dari dengan di dia dua ialah ini
    itu jika juga kami karena kata kemarin kemudian kepada ketika ke lagi lalu masih melalui menurut menjadi mereka mulai
    namun oleh pada para pun saat saja sampai sebagai sedang sejak sekitar selama seluruh sementara sempat serta setelah
    sudah tapi telah tengah terhadap terjadi tersebut tetapi tewas tidak turut untuk usai yaitu yakni yang hilang luka luka-luka
    meninggal mengungsi ditangkap diamankan terluka hadir mengikuti rusak hanyut terendam roboh hari per
    adanya ambruk antre bahkan bakal bekerja belajar berada berangkat bergabung berhasil beribadah berjalan berkumpul berlangsung
    berlari bermain bersarang bertahan bertambah bertanding beserta boleh bukan cuma datang dengannya diambil dianggap dibakar
    dibangun dibantu dibawa diberangkatkan dibongkar dibuka dibunuh dicuri didakwa diduga digelar digunakan dijual diketahui
    dikirim dilakukan dilantik dilaporkan dilarikan dilepas dinyatakan dipecat dipenjara diperiksa diperkirakan dipindahkan diracun
    dirawat direlokasi dirobohkan diserahkan disita ditahan ditanam ditemukan ditembak diterbangkan diterima ditikam
    ditunda ditutup divaksin divonis diselamatkan ditargetkan dirujuk dites diundang hancur hanya harus ikut ingin jatuh jebol karenanya
    kehilangan keluar kembali kerja kritis lahir lebih lolos lulus lumpuh makan maka masih masuk masing-masing melanda melarikan
    melawan melintas meliputi melapor membawa membeli memberi membersihkan membuat memadati memenuhi memimpin menang menerima menanti
    mencari mencapai menderita mendapat menempati menggunakan mengalami mengatakan menghadiri menghuni mengisi meninggalkan menjaga
    menjalani menolak menonton menumpang menunggu menuju menyaksikan menyebut menyeberang merawat naik padahal pindah positif pulang
    positifnya putus sakit selamat selesai seusai sembuh sesudah supaya tahun tampil tanpa terancam terbakar terdampak terdapat terendam
    tergolong terguling terisolasi terjebak terkena terlibat terlantar termasuk terpaksa terpilih tersangkut tersisa terserang tertembak
    tertimbun tertinggal tewasnya tiba tinggal turun kosong
    bisanya kecuali itupun tadi nanti esok besok kira-kira menerobos menyusul melibatkan melaksanakan
"""

NOUN_ENDS = frozenset(_NOUN_ENDS.split())

NOUN_LISTS = words("""
    polisi, tentara, warga, anak-anak, perempuan, laki-laki, guru, siswa, mahasiswa, kabupaten, kota, provinsi,
    kecamatan, desa, kelurahan
""")

SYNONYMS = (
    words("gempa, gempa bumi, lindu"),
    words("rumah, rumah warga, hunian, tempat tinggal"),
    words("kapal, perahu"),
    words("mobil, kendaraan"),
    words("perusahaan, firma"),
)

QUANTITIES = words("""
    harga, biaya, anggaran, laba, rugi, kerugian, pendapatan, penjualan, omzet, utang, upah, gaji, tarif, denda, pajak, hadiah,
    inflasi, pertumbuhan, pengangguran, angka pengangguran, suku bunga, ekspor, impor, produksi, investasi, nilai, saham,
    suhu, kecepatan, luas, tinggi, panjang, kedalaman, berat, jarak, curah hujan, partisipasi, kapasitas, bantuan, dana, santunan,
    harga tiket, upah minimum, utang luar negeri
""")

NOT_QUANTITIES = words("berharga, menilai, di luar negeri, berat badan")

PART_LINKS = words("dari, di antara, dari total, dari sekitar")

CLASSIFIERS = words("""
    orang, unit, buah, ekor, kasus, kali, korban, jiwa, titik, lembar, butir, batang, pucuk, kepala keluarga, kk,
    warga, pria, wanita, anak, perempuan, laki-laki, lainnya, di antaranya
""")

NUMBER_OF = ("jumlah", "total")

TOLLS = words("korban tewas, korban meninggal, korban jiwa, korban luka, korban luka-luka, korban hilang")

LEVELS = words("""
    adalah, mencapai, menjadi, sebanyak, tercatat, bertambah menjadi, naik menjadi, turun menjadi, melampaui, telah melampaui,
    menembus, menembus angka, melewati, melewati angka, berjumlah, sebesar, bertambah
""")

SUBJECT_FIRST = True

SHARE_BEFORE_NOUN = True

NOUN_LINKS = ("untuk", "bagi")

AND_WORDS = ("dan", "serta", "sedangkan", "sementara")

"""Numbers in Indonesian text that count nothing."""

from __future__ import annotations

from newsdedup.languages.tables import words

ORDINAL_BEFORE = words("""
    ke, ke-, nomor, no, no., pasal, ayat, bab, halaman, kelas, tingkat, lantai, blok, kamar, rt, rw, jalan, km,
    gate, kloter, angkatan, seri, tipe, boeing, airbus, pukul, jam, tanggal, bulan, tahun, periode, level, fase,
    tahap, liga, u, putaran, grup, rute, rumah nomor
""")

NOT_COUNTED = ("besar dunia",)

NOT_FIGURES = (
    "#1-4 wib|wita|wit",
    "[pukul|jam] #1-4",
    "[skor|menang|kalah|imbang|unggul ...] # -|– #",
)

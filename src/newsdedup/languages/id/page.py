"""How Indonesian text is recognised, and the page furniture of its news sites."""

from __future__ import annotations

from newsdedup.languages.tables import words

FUNCTION_WORDS = frozenset(
    "yang dan di dari untuk dengan pada ini itu dalam akan tidak juga oleh ke sebagai adalah telah karena bahwa atau "
    "ada saat tersebut mereka kami sudah dapat bisa setelah sekitar menurut kata para hingga seorang orang".split()
)

FURNITURE = (
    r"(?:foto|gambar|sumber|video|penulis|editor|reporter)\s*:.{0,80}",
    r"(?:baca juga|simak juga|lihat juga|artikel terkait|berita terkait)\s*:?.{0,120}",
    r"(?:bagikan|komentar|tulis komentar|iklan|advertisement)\s*:?",
    r"(?:tag|tags)\s*:.*",
)

ENDS_ARTICLE = (r"(?:berita terkait|artikel terkait|baca juga berita lainnya|terpopuler|komentar)\s*:?",)

CREDITS = (r"\((?:foto|sumber)\s*:?[^()]{2,60}\)",)

CREDIT_WORDS = ("foto", "sumber")

SECTIONS = words("""
    Beranda, Home, News, Berita, Nasional, Internasional, Ekonomi, Bisnis, Olahraga, Sepakbola, Bola, Hiburan, Selebritas,
    Seleb, Teknologi, Tekno, Otomotif, Gaya Hidup, Lifestyle, Kesehatan, Pendidikan, Edukasi, Politik, Hukum, Daerah,
    Dunia, Opini, Video, Foto, Indeks, Masuk, Daftar, Travel, Kuliner, Finansial, Keuangan, Properti, Sains, Budaya, Viral,
    Terpopuler, Terkini, Topik, Login, Megapolitan, Regional, Kolom, Cekfakta
""")

FOOTERS = (
    r"(?:hak cipta|copyright|©)\W*(?:©|\d{4}|milik|dilindungi|oleh)\b.{0,160}",
    r"ikuti (?:kami|berita|kanal|saluran)\b.{0,100}\b(?:facebook|twitter|instagram|google news|whatsapp|telegram|youtube)\b.{0,80}",
    r"(?:daftar|langganan|berlangganan)\b.{0,80}\b(?:newsletter|buletin|notifikasi)\b.{0,80}",
    r"dilarang (?:mengutip|menyalin|memperbanyak|mengkopi)\b.{0,200}",
    r"(?:pasang|tarif|info) iklan\b.{0,80}|pedoman media siber.{0,120}|(?:kebijakan privasi|syarat dan ketentuan|tentang kami)(?:\W+(?:kebijakan privasi|syarat dan ketentuan|tentang kami|kontak|redaksi|karier))*",
)

TEASERS = (r"(?:baca|simak|lihat) juga\s*:.{1,300}",)

FOOTER_WORDS = words("""
    hak cipta, copyright, ©, ikuti, newsletter, buletin, notifikasi, dilarang, iklan, media siber, kebijakan privasi, ketentuan,
    tentang kami, juga:, juga :
""")

FOOTER_CUES = words("""
    hak cipta, baca juga, ikuti kami, google news, pasang iklan, media siber, kebijakan privasi, dan ketentuan,
    tentang kami, tanpa izin, dilarang mengutip
""")

OUTLET_WORDS = words("""
    Kompas, Kompas.com, Detik, Detikcom, Detiknews, Tempo, Antara, Tribun, Tribunnews, Liputan6, Republika, Okezone, Kumparan,
    Merdeka, Suara, Berita, Koran, Harian, Online, News
""")

OUTLET_LINKS = words("dan, di")

OUTLET_OPENINGS = ("harian", "koran")

"""How Indonesian text is recognised, and the page furniture of its news sites."""

from __future__ import annotations

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

"""How Indonesian text is recognised."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "yang dan di dari untuk dengan pada ini itu dalam akan tidak juga oleh ke sebagai adalah telah karena bahwa atau "
    "ada saat tersebut mereka kami sudah dapat bisa setelah sekitar menurut kata para hingga seorang orang".split()
)

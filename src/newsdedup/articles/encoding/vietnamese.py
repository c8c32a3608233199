"""How Vietnamese letters look in the encodings that were used before Unicode, and what a Vietnamese syllable is."""

from __future__ import annotations

import re
from typing import Final

MARKED_LETTERS: Final = "àáảãạâầấẩẫậăằắẳẵặđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

# The bytes of `MARKED_LETTERS`, small and then capital; "--" where an encoding has none.
TCVN3: Final = (  # of its fonts, in which capitals with a tone have the bytes of small letters
    "b5 b8 b6 b7 b9 a9 c7 ca c8 c9 cb a8 bb be bc bd c6 ae cc d0 ce cf d1 aa d2 d5 d3 d4 d6 d7 dd d8 dc de df e3 e1 e2 e4 ab e5 e8 e6 e7 e9 ac ea ed eb ec ee ef f3 f1 f2 f4 ad f5 f8 f6 f7 f9 fa fd fb fc fe",
    "-- -- -- -- -- a2 -- -- -- -- -- a1 -- -- -- -- -- a7 -- -- -- -- -- a3 -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- a4 -- -- -- -- -- a5 -- -- -- -- -- -- -- -- -- -- a6 -- -- -- -- -- -- -- -- -- --",
)
VISCII: Final = (  # RFC 1456, without the capitals among the control characters below 0x20
    "e0 e1 e4 e3 d5 e2 a5 a4 a6 e7 a7 e5 a2 a1 c6 c7 a3 f0 e8 e9 eb a8 a9 ea ab aa ac ad ae ec ed ef ee b8 f2 f3 f6 f5 f7 f4 b0 af b1 b2 b5 bd b6 be b7 de fe f9 fa fc fb f8 df d7 d1 d8 e6 f1 cf fd d6 db dc",
    "c0 c1 c4 c3 80 c2 85 84 86 -- 87 c5 82 81 -- -- 83 d0 c8 c9 cb 88 89 ca 8b 8a 8c 8d 8e cc cd 9b ce 98 d2 d3 99 a0 9a d4 90 8f 91 92 93 b4 96 95 97 b3 94 d9 da 9c 9d 9e bf bb ba bc ff b9 9f dd -- -- --",
)
VPS: Final = (
    "e0 e1 e4 e3 e5 e2 c0 c3 c4 c5 c6 e6 a2 a1 a3 a4 a5 c7 e8 e9 c8 eb cb ea 8a 89 8b cd 8c ec ed cc ef ce f2 f3 d5 f5 86 f4 d2 d3 b0 87 b6 d6 a9 a7 aa ab ae f9 fa fb db f8 dc d8 d9 ba bb bf ff 9a 9b cf 9c",
    "80 c1 81 82 e5 c2 84 83 85 c5 c6 88 8e 8d 8f f0 a5 f1 d7 c9 de fe cb ca 93 90 94 95 8c b5 b4 b7 b8 ce bc b9 bd be 86 d4 97 96 98 99 b6 f7 9e 9d 9f a6 ae a8 da d1 ac f8 d0 af ad b1 bb bf b2 dd fd b3 9c",
)
# The letters of `MARKED_LETTERS` in VNI, as Latin-1 shows them; those of capitals are the capitals of these.
VNI: Final = "aø aù aû aõ aï aâ aà aá aå aã aä aê aè aé aú aü aë ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î"
# Those of VIQR (RFC 1456).
VIQR: Final = "a` a' a? a~ a. a^ a^` a^' a^? a^~ a^. a( a(` a(' a(? a(~ a(. dd e` e' e? e~ e. e^ e^` e^' e^? e^~ e^. i` i' i? i~ i. o` o' o? o~ o. o^ o^` o^' o^? o^~ o^. o+ o+` o+' o+? o+~ o+. u` u' u? u~ u. u+ u+` u+' u+? u+~ u+. y` y' y? y~ y."

_SYLLABLE_VOWELS: Final = "aeiouy" + MARKED_LETTERS.replace("đ", "")
_MARKED: Final = MARKED_LETTERS.replace("đ", "").replace("ư", "")
# A syllable in small letters: what may begin it, vowels of which one has a mark (or two: ươ), what may end it.
SYLLABLE: Final = re.compile(
    rf"(?!\w*[{_MARKED}]\w*[ư{_MARKED}])"
    rf"(?:ngh?|nh|kh|gh|gi?|th|tr|ch|ph|qu|[bcdđhklmnprstvx])?[{_SYLLABLE_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
)

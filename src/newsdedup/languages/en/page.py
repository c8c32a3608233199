"""How English text is recognised, its abbreviations, and the page furniture of its news sites."""

from __future__ import annotations

from newsdedup.languages.tables import words

FUNCTION_WORDS = frozenset(
    "the of and to in a that is was for on with as by at from it he his be are were has have had said an who "
    "not but they their will this which after been she her more than one two about when there people".split()
)

ABBREVIATIONS = words("""
    Mr, Mrs, Ms, Dr, St, Jr, Sr, Prof, Gen, Gov, Sen, Rep, Lt, Sgt, Col, Capt, No, vs, Inc, Co, Corp, Ltd, Jan, Feb,
    Mar, Apr, Aug, Sep, Sept, Oct, Nov, Dec
""")

FURNITURE = (
    r"(?:photo|image|credit|photograph|source|caption|video)\s*(?:by|:).{0,80}",
    r"(?:share this(?: article| story)?|share|\d* ?(?:pending )?comments?|leave a (?:comment|reply)|advertisement)\s*:?",
    r"(?:related (?:stories|articles|content)|read more|more on this)\s*:?.{0,80}",
    r"(?:follow|like|find) [\w.@ -]{2,40}:\W*(?:facebook|twitter|instagram|youtube)\b.{0,80}",
    r"(?:follow us (?:on|at)|sign up (?:for|to)|subscribe to|copyright (?:©|\d)|©).{0,120}|all rights reserved",
    r"tags?\s*:.*",
)

ENDS_ARTICLE = (r"(?:related (?:stories|articles)|leave a (?:comment|reply)|comments?|most (?:read|viewed))\s*:?",)

CREDITS = (
    r"\((?:photo|image|credit)\s*:?[^()]{2,60}\)",
    r"photo: [^:().]{2,40}? image \d+ of(?: /)? \d+(?: caption close)?(?: image \d+ of \d+)?",  # of a gallery
)

CREDIT_WORDS = ("photo", "image", "credit")

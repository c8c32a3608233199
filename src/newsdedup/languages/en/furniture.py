"""Page furniture of English news sites."""

from __future__ import annotations

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

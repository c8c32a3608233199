"""English words that say who speaks."""

from __future__ import annotations

from newsdedup.languages.speech import Speech
from newsdedup.languages.tables import words

SPEECH = Speech(
    saying=words(
        "said, says, told, tells, confirmed, confirms, reported, reports, announced, stated, added, wrote, estimated"
    ),
    saying_before=("said", "says", "added"),
    according=("according to", "as reported by", "quoted by", "citing"),
    no_speakers=words("it, that, there, this, who, which, what, and, but, he also"),
)

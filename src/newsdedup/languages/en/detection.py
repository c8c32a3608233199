"""How English text is recognised."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "the of and to in a that is was for on with as by at from it he his be are were has have had said an who "
    "not but they their will this which after been she her more than one two about when there people".split()
)

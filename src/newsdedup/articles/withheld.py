"""What news APIs and feeds print in place of a text that they withhold."""

from __future__ import annotations

import re
from typing import Final

LONGEST_MARKER: Final = 40  # characters of a text that is nothing else
_CUT: Final = r"\[\+ ?\d[\d.,]* [^\W\d][^][]{2,20}\]"
_REMOVED: Final = r"\[(?:removed|deleted|content removed)\]"
_MORE: Final = (  # links to the article, in the languages that are read
    *("read more", "read the full (?:story|article)", "see more", "view more", "continue reading", "full story"),
    *("đọc tiếp", "đọc thêm", "xem thêm", "xem tiếp", "xem chi tiết"),
    *("lire la suite", "lire plus", "en savoir plus", "baca selengkapnya", "selengkapnya"),
)
_MARKER: Final = re.compile(rf"[\W_]*(?:(?:{'|'.join((_CUT, _REMOVED, *_MORE))})[\W_]*)+", re.IGNORECASE)


def is_withheld(text: str) -> bool:
    """Whether a text is only a mark that it was cut off or removed, or a link to it.

    Examples
    --------
    >>> [is_withheld(text) for text in ("[Removed]", "… [+2345 chars]", "Đọc tiếp…", "Read more about the flood")]
    [True, True, True, False]
    """
    return len(text) <= LONGEST_MARKER and _MARKER.fullmatch(text) is not None

"""What all pictures share: axes, labelled rows, titles and legends, in the fonts and colours of the user's style.

Colours are those of the style's cycle (``C0``, ``C1``, …), ink and paper those of the axes; shapes differ
too, for readers with any colour vision and for printing in grey.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from newsdedup.interfaces.wording import count_in_words
from newsdedup.support.errors import MissingExtraError, SettingError, in_message

MOST_ROWS: Final = 20  # rows that fit on a page
SMALL_TEXT: Final = "small"  # text sizes are relative to those of the style
SMALLEST_TEXT: Final = "x-small"
_USUAL_SIZE: Final = 10.0  # points of the text for which sizes in inches are meant
_ROW_INCHES: Final = 0.45
_LEGEND_LINES: Final = 4.0  # distance below the axis, for its numbers and its name, in heights of the text
_LABEL_WIDTH: Final = 52  # letters per line of a label
_LEAST_LABEL: Final = 12
_LETTER_WIDTH: Final = 0.5  # of a letter, as a share of its height
_LABEL_SHARE: Final = 0.6  # share of the width of given axes that a label beside them may have
_DARK: Final = 0.5  # lightness below which a paper is dark


def axes_for(ax: Any, *, width: float = 6.4, height: float = 4.0) -> Any:
    """The given axes, or those of a new figure of this size in inches, more where the style has large text."""
    if ax is not None:
        if not hasattr(ax, "get_yaxis_transform"):
            raise SettingError(f"ax={in_message(ax)} is not one Axes of matplotlib: give one, or leave it out")
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as problem:
        raise MissingExtraError("matplotlib", "plots", "a picture") from problem
    scale = text_height() / _USUAL_SIZE
    return pyplot.subplots(figsize=(width * scale, height * scale), layout="constrained")[1]


def axes_for_rows(ax: Any, labels: Sequence[str]) -> Any:
    """Axes with one row per label, the first on top, each with a faint line; high enough if they are new."""
    is_new = ax is None
    ax = axes_for(ax, width=9.0, height=1.3 + _ROW_INCHES * max(len(labels), 2))
    places, width = np.arange(len(labels)), _LABEL_WIDTH if is_new else _letters_beside(ax)
    ax.set_yticks(places, [wrapped(label, width) for label in labels], parse_math=False, fontsize=SMALL_TEXT)
    for label in ax.get_yticklabels():
        label.set_linespacing(1.05)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.grid(visible=False, axis="y")
    ax.hlines(places, 0, 1, transform=ax.get_yaxis_transform(), color=ink_of(ax), alpha=0.2, linewidth=0.8, zorder=0.5)
    remove_frame(ax, "left")
    return ax


def _letters_beside(ax: Any) -> int:
    """The letters per line of a label that has room beside given axes."""
    points = 72 * ax.get_window_extent().width / ax.figure.dpi
    letters = _LABEL_SHARE * points / (_LETTER_WIDTH * text_height())
    return int(np.clip(letters, _LEAST_LABEL, _LABEL_WIDTH))


def text_height() -> float:
    """The height of the style's text, in points."""
    from matplotlib import rcParams

    return float(rcParams["font.size"])


def ink_of(ax: Any) -> Any:
    """The colour of text on these axes: that of the style in which they were made."""
    return ax.title.get_color()


def paper_of(ax: Any) -> Any:
    """The colour behind the marks."""
    from matplotlib.colors import to_rgba

    face = to_rgba(ax.get_facecolor())
    return face if face[3] else to_rgba(ax.figure.get_facecolor())


def is_dark(colour: Any) -> bool:
    """Whether light text is legible on a colour, and dark text is not (lightness of ITU-R BT.709)."""
    from matplotlib.colors import to_rgb

    return float(np.dot(to_rgb(colour), (0.2126, 0.7152, 0.0722))) < _DARK


def rim_of(ax: Any) -> dict[str, Any]:
    """The outline of a mark, as options of ``plot``."""
    return {"markeredgecolor": ink_of(ax), "markeredgewidth": 0.6, "linestyle": "none"}


def remove_frame(ax: Any, *sides: str) -> None:
    """Remove the top and right sides of the frame, and further ones."""
    for side in ("top", "right", *sides):
        ax.spines[side].set_visible(False)


def draw_title(ax: Any, words: str) -> None:
    """Draw a title above the picture, broken where it is too long for a line."""
    line = wrapped(words, 140, lines=1)
    ax.set_title(line, loc="left", fontsize="medium", fontweight="bold", color=ink_of(ax), parse_math=False, wrap=True)


def draw_legend(ax: Any) -> None:
    """Draw the meaning of the marks below the picture."""
    from matplotlib.transforms import offset_copy

    if not ax.get_legend_handles_labels()[0]:
        return
    below = offset_copy(ax.transAxes, ax.figure, y=-_LEGEND_LINES * text_height(), units="points")
    ax.legend(
        loc="upper right", bbox_to_anchor=(1, 0), bbox_transform=below, ncols=4, frameon=False, fontsize=SMALL_TEXT
    )


def wrapped(words: str, width: int = _LABEL_WIDTH, *, lines: int = 2) -> str:
    """Words in a line or two, without characters that no font can draw."""
    line = " ".join(words.encode("utf-8", "replace").decode().split())
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
    return "\n".join(textwrap.wrap(line, width, max_lines=lines, placeholder=" …", break_on_hyphens=False))


def most_important(ranks: Sequence[Any], most: int) -> list[int]:
    """The places of the lowest ranks, as many as are drawn, in the order in which they are given."""
    return sorted(sorted(range(len(ranks)), key=ranks.__getitem__)[:most])


def not_drawn(number: int, noun: str, most: int) -> str:
    """The number of things that are left out, to be added to the words of an axis, with the option that decides."""
    return f"\nnot drawn: {count_in_words(number, noun)} (most={most})" if number else ""

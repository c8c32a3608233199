"""What all pictures share: axes, labelled rows, titles, legends, and colours for readers with any colour vision."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.interfaces.wording import count_in_words
from newsdedup.support.errors import MissingExtraError

# From the palette of Okabe and Ito (2008); the colours differ in lightness too, for printing in grey.
BLUE: Final = "#0072B2"
SKY: Final = "#56B4E9"
ORANGE: Final = "#E69F00"
GREY: Final = "#8c8c8c"  # visible on white and on black

RIM: Final = {"markeredgecolor": "black", "markeredgewidth": 0.6, "linestyle": "none"}

MOST_ROWS: Final = 40  # rows that fit on a page
_ROW_INCHES: Final = 0.45
_LEGEND_POINTS: Final = 40  # distance below the axis, for its numbers and its name
_LABEL_WIDTH: Final = 52  # letters per line of a label


def axes_for(ax: Any, *, width: float = 6.4, height: float = 4.0) -> Any:
    """The given axes, or those of a new figure of this size in inches."""
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as problem:
        raise MissingExtraError("matplotlib", "plots", "a picture") from problem
    return pyplot.subplots(figsize=(width, height), layout="constrained")[1]


def axes_for_rows(ax: Any, labels: Sequence[str]) -> Any:
    """Axes with one row per label, the first on top, each with a faint line; high enough if they are new."""
    ax = axes_for(ax, width=9.0, height=1.3 + _ROW_INCHES * max(len(labels), 2))
    places = np.arange(len(labels))
    ax.set_yticks(places, [wrapped(label) for label in labels], parse_math=False, fontsize=8.5, linespacing=1.05)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.hlines(places, 0, 1, transform=ax.get_yaxis_transform(), color=GREY, alpha=0.25, linewidth=0.8, zorder=0)
    remove_frame(ax, "left")
    return ax


def remove_frame(ax: Any, *sides: str) -> None:
    """Remove the top and right sides of the frame, and further ones."""
    for side in ("top", "right", *sides):
        ax.spines[side].set_visible(False)


def draw_title(ax: Any, words: str) -> None:
    """Draw a title above the picture, broken where it is too long for a line."""
    line = wrapped(words, 120, lines=1)
    ax.set_title(line, loc="left", fontsize=11, fontweight="bold", parse_math=False, wrap=True)


def draw_legend(ax: Any) -> None:
    """Draw the meaning of the marks below the picture."""
    from matplotlib.transforms import offset_copy

    if not ax.get_legend_handles_labels()[0]:
        return
    below = offset_copy(ax.transAxes, ax.figure, y=-_LEGEND_POINTS, units="points")
    ax.legend(loc="upper right", bbox_to_anchor=(1, 0), bbox_transform=below, ncols=4, frameon=False, fontsize=8.5)


def wrapped(words: str, width: int = _LABEL_WIDTH, *, lines: int = 2) -> str:
    """Words in a line or two, without characters that no font can draw."""
    line = " ".join(words.encode("utf-8", "replace").decode().split())
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
    return "\n".join(textwrap.wrap(line, width, max_lines=lines, placeholder=" …", break_on_hyphens=False))


def not_drawn(number: int, noun: str) -> str:
    """The number of things that are left out, to be added to the words of an axis."""
    return f"; not drawn: {count_in_words(number, noun)}" if number else ""


def mark_rows(rows: Iterable[tuple[Any, ...]], dtype: list[tuple[str, str]]) -> NDArray[np.void]:
    """The marks of a picture as a structured array, one row per mark."""
    return np.array(list(rows), dtype)

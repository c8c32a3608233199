"""The S-curve of a search for copies: the probability that two texts are compared."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.copies.groups import CopyGroups
from newsdedup.interfaces.plots.canvas import BLUE, GREY, ORANGE, axes_for, draw_title, mark_rows, remove_frame

_CURVE_DTYPE: Final = [("mark", "O"), ("similarity", "f8"), ("probability", "f8")]
_CURVE_STEPS: Final = 200


def s_curve_data(copies: CopyGroups) -> NDArray[np.void]:
    """The marks of `s_curve`.

    Parameters
    ----------
    copies : CopyGroups

    Returns
    -------
    structured array
        ``mark`` (``curve``, or ``working point`` for the last row), Jaccard ``similarity``, and the
        ``probability`` that two texts of this similarity are compared.

    Examples
    --------
    >>> from newsdedup import find_copies
    >>> mark, similarity, probability = s_curve_data(find_copies(["Một bản tin"]))[-1]
    >>> mark, float(similarity), round(float(probability), 3)
    ('working point', 0.5, 0.996)
    """
    similarity = np.append(np.linspace(0, 1, _CURVE_STEPS + 1), copies.settings.threshold)
    mark = ["curve"] * (_CURVE_STEPS + 1) + ["working point"]
    return mark_rows(zip(mark, similarity, copies.bands.s_curve(similarity), strict=True), _CURVE_DTYPE)


def s_curve(copies: CopyGroups, *, ax: Any = None) -> Any:
    """Draw the probability that two texts are compared over their similarity, with the working point.

    Parameters
    ----------
    copies : CopyGroups
    ax : matplotlib Axes, optional
        Where to draw; a new figure by default.

    Returns
    -------
    matplotlib Axes
    """
    data = s_curve_data(copies)
    curve, point = data[:-1], data[-1]
    ax = axes_for(ax)
    ax.axvspan(point["similarity"], 1, color=BLUE, alpha=0.08, linewidth=0)
    ax.plot(curve["similarity"], curve["probability"], color=BLUE, linewidth=2)
    ax.vlines(point["similarity"], 0, point["probability"], color=GREY, linestyle="--", linewidth=1)
    ax.plot(point["similarity"], point["probability"], "o", color=ORANGE, markeredgecolor="black", markersize=8)
    ax.annotate(
        f"working point {point['similarity']:g}:\n{point['probability']:.1%} compared",
        (point["similarity"], point["probability"]),
        xytext=(10, -12),
        textcoords="offset points",
        va="top",
    )
    ax.text(0.985, 0.03, "copies", ha="right", style="italic", transform=ax.get_yaxis_transform())
    ax.set(xlim=(0, 1), ylim=(0, 1.04))
    ax.set_xlabel("Jaccard similarity of two texts (share of their shingles)")
    ax.set_ylabel("probability of being compared")
    bands = copies.bands
    draw_title(ax, f"Probability of comparison in {bands.count} bands of {bands.rows} rows")
    remove_frame(ax)
    return ax

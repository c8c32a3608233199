"""Pictures of results, drawn with matplotlib (``python -m pip install matplotlib``).

Each picture is a function that draws on an ``ax`` and returns it. Fonts, text sizes and colours are those of
the matplotlib style in use. Without an ``ax`` it makes a figure that fits on a page; for subplots of your own,
``subplots(layout="constrained")`` leaves room for the labels.

Beside each function is one whose name ends in ``_data``: it returns what the picture draws, one row per mark, as a
structured array or, with ``kind="pandas"``, ``"polars"`` or ``"pyarrow"``, as a table. It needs no matplotlib.
"""

from newsdedup.interfaces.plots.copying import copy_tree, copy_tree_data
from newsdedup.interfaces.plots.days import timeline, timeline_data
from newsdedup.interfaces.plots.groups import group_sizes, group_sizes_data, s_curve, s_curve_data
from newsdedup.interfaces.plots.likeness import similarity_map, similarity_map_data
from newsdedup.interfaces.plots.ranges import figures, figures_data

__all__ = [
    "copy_tree",
    "copy_tree_data",
    "figures",
    "figures_data",
    "group_sizes",
    "group_sizes_data",
    "s_curve",
    "s_curve_data",
    "similarity_map",
    "similarity_map_data",
    "timeline",
    "timeline_data",
]

"""All fuzz targets, by their names."""

from __future__ import annotations

from typing import Final

from fuzz.target import Target
from fuzz.targets import batches, files, kernels, markup, moments, reading, rows, saved, stores

TARGETS: Final[dict[str, Target]] = {
    one.name: one
    for module in (rows, files, markup, moments, reading, kernels, saved, batches, stores)
    for one in module.TARGETS
}

"""What is kept of the reports of a window, and the epoch, as bytes and back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from attrs import asdict
from numpy.typing import NDArray

from newsdedup.events.evidence.gather import LEVELLED
from newsdedup.events.evidence.model import model_from
from newsdedup.events.evidence.terms import Terms
from newsdedup.events.live.window import Epoch, ScoredPairs, WindowReports
from newsdedup.events.reading.furniture import Furniture
from newsdedup.kernels.ragged import Ragged

_PACKED_REPORT: Final = np.dtype(
    [
        *(("leaf", "u4"), ("of_epoch", "u4"), ("hours", "f8", 2), ("published", "u4"), ("norm", "f4")),
        *(("levels", "f8", len(LEVELLED)), ("lengths", "u4", 4)),
    ]
)
_PACKED_PAIR: Final = np.dtype([("leaf", "u4"), ("score", "f8")])


def packed_epoch(epoch: Epoch) -> dict[str, Any]:
    """The epoch as plain JSON data."""
    model = asdict(epoch.model, filter=lambda attribute, _: attribute.name != "card")
    return {
        "model": model,
        "threshold": epoch.threshold,
        "gap_counts": epoch.gap_counts.tolist(),
        "furniture": packed_furniture(epoch.furniture),
    }


def packed_furniture(furniture: Furniture) -> str:
    """The keys of furniture as text."""
    return b64encode(furniture.keys.astype("<u8").tobytes()).decode("ascii")


def epoch_from(data: Mapping[str, Any]) -> Epoch:
    """The epoch that `packed_epoch` packed."""
    keys = np.frombuffer(b64decode(data["furniture"]), "<u8")
    gap_counts = np.array(data["gap_counts"], np.int64)
    return Epoch(model_from(data["model"]), data["threshold"], gap_counts, Furniture.of(keys))


def packed_reports(reports: WindowReports, pairs: ScoredPairs, *, of_epoch: bool) -> list[bytes]:
    """Each report as bytes, with the pairs of which its number is the higher."""
    n = len(reports)
    order = np.argsort(pairs.numbers[:, 1], kind="stable")
    owned = pairs.numbers[order]
    bounds = np.searchsorted(owned[:, 1], np.stack((reports.numbers, reports.numbers + 1)))
    scored = np.empty(len(owned), _PACKED_PAIR)
    scored["leaf"], scored["score"] = owned[:, 0], pairs.scores[order]
    fixed = np.zeros(n, _PACKED_REPORT)
    fixed["leaf"], fixed["of_epoch"], fixed["hours"] = reports.numbers, of_epoch, reports.hours
    fixed["published"], fixed["norm"], fixed["levels"] = reports.published, reports.salient.norms, reports.levels
    kinds = [reports.salient.rows, reports.profiles.rows, reports.sentences]
    fixed["lengths"] = np.column_stack([*(rows.lengths for rows in kinds), bounds[1] - bounds[0]])
    salient, profiles = (Ragged(one.weights, one.rows.offsets) for one in (reports.salient, reports.profiles))
    return [
        b"".join(
            (
                fixed[row].tobytes(),
                *(rows[row].tobytes() for rows in (*kinds, salient, profiles)),
                scored[bounds[0, row] : bounds[1, row]].tobytes(),
            )
        )
        for row in range(n)
    ]


def reports_from(stored: Sequence[bytes]) -> tuple[WindowReports, NDArray[np.bool_], ScoredPairs]:
    """The reports that `packed_reports` packed, which of them were in the last grouping, and all their pairs."""
    flat = np.frombuffer(b"".join(stored), np.uint32)
    starts = np.cumsum([0, *map(len, stored)])[:-1] // 4
    del stored  # as large as what follows
    n_fixed = _PACKED_REPORT.itemsize // 4
    fixed = np.ascontiguousarray(flat[starts[:, np.newaxis] + np.arange(n_fixed)]).view(_PACKED_REPORT).reshape(-1)
    counts = fixed["lengths"].astype(np.int64)
    widths = np.column_stack([counts[:, :3], counts[:, :2], counts[:, 3] * (_PACKED_PAIR.itemsize // 4)])
    ends = starts[:, np.newaxis] + n_fixed + np.cumsum(widths, axis=1)
    whole = Ragged(flat, np.zeros(1, np.int64))
    part = [whole.slices(ends[:, kind] - widths[:, kind], ends[:, kind]) for kind in range(widths.shape[1])]
    scored = part[5].values.view(_PACKED_PAIR)
    leaves = fixed["leaf"].astype(np.int64)
    salient = Terms(part[0], part[3].values.view(np.float32), fixed["norm"].copy())
    profiles = Terms(part[1], part[4].values.view(np.float32), np.ones(len(leaves), np.float32))
    reports = WindowReports(
        leaves,
        fixed["hours"].copy(),
        fixed["published"].astype(np.int64),
        salient,
        fixed["levels"].copy(),
        profiles,
        part[2],
    )
    higher = np.repeat(leaves, counts[:, 3])
    pairs = np.stack((scored["leaf"].astype(np.int64), higher), axis=1)
    return reports, fixed["of_epoch"] > 0, ScoredPairs(pairs, scored["score"].copy())

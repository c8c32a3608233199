"""What a corpus costs on a cluster, from the measured stages: processor time, shuffle and storage per article.

python benchmarks/_spark_cost.py            prints the table, as Markdown
python benchmarks/_spark_cost.py --articles 1000000000 --executors 100 --cores 8
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

RESULTS: Final = Path(__file__).parent / "results/spark.json"
JOBS: Final = ("copies", "events", "records")  # each builds on the one before
GROWING: Final = (  # stages whose rows may grow faster than the corpus, and what they are bounded by
    ("candidates", "pairs that share a key", "32 bits of a phrase's key: some pairs share one by chance"),
    ("likely", "pairs whose sketches are alike", "the copies in the corpus"),
    ("verified", "pairs that are verified", "the copies in the corpus"),
    ("measured", "pairs of reports", "the reports within a window"),
)
_BUSY: Final = 0.7  # share of the time in which cores work; they wait for the last task of a stage

Result = Mapping[str, Any]


@frozen
class Cluster:
    """How many articles, and what they run on."""

    articles: int = 100_000_000
    executors: int = 20
    cores: int = 4

    @property
    def hours_of(self) -> float:
        """Hours that a processor second an article takes."""
        return self.articles / (self.executors * self.cores * _BUSY) / 3600


@frozen
class StageCost:
    """What a stage takes an article, at the margin."""

    name: str
    cpu_seconds: float
    shuffle_bytes: float
    written_bytes: float


def stage_costs(sizes: Result) -> list[StageCost]:
    """Each stage of a job, from the difference between its smallest and its largest run."""
    small, large = (pick(sizes.values(), key=lambda one: one["articles"]) for pick in (min, max))
    many = large["articles"] - small["articles"]

    def margin(name: str, measure: str) -> float:
        before = small["stages"].get(name, {}).get(measure, 0) if many else 0
        return max(0.0, (large["stages"][name][measure] - before) / (many or large["articles"]))

    names = ("cpu_seconds", "shuffle_bytes", "written_bytes")
    return [StageCost(stage, *(margin(stage, name) for name in names)) for stage in large["stages"]]


def cost_table(found: Result, cluster: Cluster | None = None) -> Iterator[str]:
    """The jobs and their largest stages, on the cluster; by default 100 million articles on 20 executors of 4 cores."""
    of = cluster or Cluster()
    title = f"{of.articles / 1e6:,.0f} million articles on {of.executors} executors of {of.cores} cores"
    heads = ("CPU hours per million", "hours", "shuffle, KB an article", "shuffle, TB", "stages written, TB")
    yield f"| {title} | {' | '.join(heads)} |"
    yield "|---" * (1 + len(heads)) + "|"
    for job in JOBS:
        if sizes := found.get(job, {}).get("spark"):
            costs = stage_costs(sizes)
            yield _row(f"**{job}**", of, costs)
            for one in sorted(costs, key=lambda cost: -cost.cpu_seconds)[:5]:
                yield _row(f"{one.name.rpartition('/')[2]}", of, [one])


def _row(title: str, of: Cluster, costs: list[StageCost]) -> str:
    cpu, shuffle, written = (
        sum(getattr(one, name) for one in costs) for name in ("cpu_seconds", "shuffle_bytes", "written_bytes")
    )
    cells = (
        f"{cpu / 3600 * 1e6:.2f}",
        f"{cpu * of.hours_of:.2f}",
        f"{shuffle / 1000:.2f}",
        f"{shuffle * of.articles / 1e12:.2f}",
        f"{written * of.articles / 1e12:.2f}",
    )
    return f"| {title} | {' | '.join(cells)} |"


def limits_table(found: Result, cluster: Cluster | None = None) -> Iterator[str]:
    """What grows faster than the corpus or stays on one machine, as measured and on the cluster."""
    of = cluster or Cluster()
    yield f"| what may break | measured | at {of.articles / 1e6:,.0f} million articles | bounded by |"
    yield "|---|---|---|---|"
    for job in JOBS:
        if sizes := found.get(job, {}).get("spark"):
            yield from _limits(job, sorted(sizes.values(), key=lambda one: int(one["articles"])), of)


def _limits(job: str, runs: Sequence[Result], of: Cluster) -> Iterator[str]:
    large = runs[-1]
    for stage, title, bound in GROWING:
        rows = [(one["articles"], _written_rows(one, stage)) for one in runs]
        if rows[-1][1]:
            shares = "; ".join(f"{many / articles:.2f} at {articles:,}" for articles, many in rows)
            yield f"| {job}: {title} an article | {shares} | {_extrapolated(rows, of):,.2f} | {bound} |"
    peak, many = large["peak_worker_mb"], f"{large['articles']:,}"
    yield f"| {job}: memory of a Python worker | {peak} MB at {many} | {_memory(peak, of)} | its batches |"
    most = max(stage["result_bytes"] for stage in large["stages"].values())
    yield f"| {job}: results of a stage's tasks in the driver | {most / 1e3:,.0f} KB | the same a task | their number |"


def _written_rows(run: Result, stage: str) -> int:
    found = (one["written_rows"] for name, one in run["stages"].items() if name.rpartition("/")[2] == stage)
    return int(next(found, 0))


def _extrapolated(rows: Sequence[tuple[int, int]], of: Cluster) -> float:
    """Rows an article: a part that stays, and a part that grows with the corpus."""
    articles, an_article = zip(*((many, count / many) for many, count in rows), strict=True)
    if len(rows) < 2:
        return float(an_article[-1])
    slope = (an_article[-1] - an_article[0]) / (articles[-1] - articles[0])
    return float(an_article[-1] + max(0.0, slope) * (of.articles - articles[-1]))


def _memory(peak: float, of: Cluster) -> str:
    return f"{peak * of.cores / 1000:,.1f} GB an executor"


def main() -> None:
    """Print the table of the committed results, or of others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=Cluster().articles)
    parser.add_argument("--executors", type=int, default=Cluster().executors)
    parser.add_argument("--cores", type=int, default=Cluster().cores)
    parser.add_argument("results", type=Path, nargs="?", default=RESULTS)
    options = parser.parse_args()
    found = json.loads(options.results.read_text("utf-8"))
    cluster = Cluster(options.articles, options.executors, options.cores)
    print(*cost_table(found, cluster), "", *limits_table(found, cluster), sep="\n")


if __name__ == "__main__":
    main()

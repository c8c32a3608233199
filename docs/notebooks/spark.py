# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Spark in local mode
#
# The functions of `newsdedup.spark` run here in this process, on two threads, over a generated corpus of 400 articles
# with known copies. The result is compared with that of one machine. On a cluster only the master and the directory of
# the stages differ.
#
# So few articles are quicker without Spark, as [the guide](../how-to/more-than-one-machine.md) says first. If this page
# has no outputs, it was made where PySpark or Java was not installed.

# %%
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import newsdedup as nd
from newsdedup import spark

root = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "benchmarks").is_dir())
folder = tempfile.TemporaryDirectory()
corpus = Path(folder.name) / "news.jsonl"
command = [sys.executable, root / "benchmarks/generate.py", "--articles", "400", "--seed", "17", "-o", corpus]
subprocess.run(command, check=True, capture_output=True)

# %% [markdown]
# Few partitions suit few rows.

# %%
options = {
    "spark.driver.memory": "2g",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
session = spark.start_session("local[2]", options)
fields = ", ".join(f"{name} string" for name in ("id", "title", "text", "published_at", "source", "language"))
news = session.read.schema(fields).json(str(corpus)).repartition(5)
news.select("id", "published_at", "source").show(3)

# %% [markdown]
# ## Copies
#
# Each step is a stage, written to `work`. The result is read from the last ones.

# %%
work = Path(folder.name) / "work"
start = time.perf_counter()
copies = spark.find_copies(news, work=work)
print(f"{time.perf_counter() - start:.0f} s, most of which Spark needs to start and end its tasks")
copies.where("relation is not null").orderBy("jaccard").select("id", "relation", "to", "jaccard", "containment").show(5)

# %%
stages = sorted((path for path in work.glob("*/*") if path.is_dir()), key=lambda path: path.stat().st_mtime)
for stage in stages:
    size = sum(file.stat().st_size for file in stage.rglob("*.parquet"))
    if size:
        print(f"{stage.name:12} {size / 1000:8,.0f} KB")

# %% [markdown]
# ## The same on one machine
#
# Groups, representatives and relations are equal, with the same floating-point numbers.

# %%
found = nd.find_copies(corpus)
rows = {row.id: row for row in copies.collect()}  # few rows; a large result stays in Spark

groups = {name: found.representatives[label] for name, label in zip(found.ids, found.labels.tolist(), strict=True)}
relations = {name: (one.kind, one.to, one.jaccard, one.containment) for name, one in found.relations.items()}
same_copies = {
    "groups": groups == {name: row.group for name, row in rows.items()},
    "relations": relations
    == {name: (row.relation, row.to, row.jaccard, row.containment) for name, row in rows.items() if row.relation},
    "origins": dict(found.origins) == {name: row.origin for name, row in rows.items()},
}
same_copies

# %% [markdown]
# ## A run that goes on
#
# With the same directory, the pairs are read from stages that are there. A run that was interrupted goes on in the same
# way.

# %%
start = time.perf_counter()
pairs = spark.copy_pairs(news, work=work)
print(f"{pairs.count()} pairs after {time.perf_counter() - start:.1f} s")
pairs.groupBy("kind").count().show()

# %% [markdown]
# ## Events
#
# Articles that were published more than two days apart are not compared, so the corpus could be cut into parts of time:
# `part_days=5` makes one task of five days, and does not change the result.

# %%
events = spark.find_events(news, window_hours=48, part_days=5, work=work)
sizes = events.groupBy("event").count().where("count > 1").orderBy("count", "event", ascending=[False, True])
sizes.show(5)


# %%
def members(labels: dict[str, int] | dict[str, str]) -> list[list[str]]:
    """The articles of each event, whatever the events are called."""
    found: dict[int | str, list[str]] = {}
    for name, label in sorted(labels.items()):
        found.setdefault(label, []).append(name)
    return sorted(found.values())


on_one = nd.find_events(corpus, window_hours=48)
labels = dict(zip(on_one.ids, on_one.labels.tolist(), strict=True))
same_events = {"events": members(labels) == members({row.id: row.event for row in events.collect()})}
same_events

# %% [markdown]
# ## Records
#
# One row per event: fields of the record as columns, and the whole record as JSON.

# %%
records = spark.consolidate(news, window_hours=48, part_days=5, work=work)
records.printSchema()

# %%
folder.cleanup()

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
# # Copies in a generated corpus
#
# The generator of the benchmark makes news with known copies: reprints, reprints with another dateline,
# excerpts, rewritten paragraphs.

# %%
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import newsdedup as nd
from newsdedup.interfaces import plots

root = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "benchmarks").is_dir())
corpus = Path(tempfile.mkdtemp()) / "news.jsonl"
command = [sys.executable, root / "benchmarks/generate.py", "--articles", "3000", "--seed", "1", "-o", corpus]
subprocess.run(command, check=True, capture_output=True)
articles = nd.read_articles(corpus)
articles

# %%
copies = nd.find_copies(articles)
copies

# %%
ax = plots.group_sizes(copies)

# %% [markdown]
# ## Which pairs can be missed?
#
# A pair of texts is compared if the signatures agree in at least one band. The S-curve is the probability
# of that; at the threshold it is close to 1.

# %%
ax = plots.s_curve(copies)

# %% [markdown]
# ## Stricter results without a second run

# %%
{threshold: len(copies.at(threshold).groups) for threshold in (0.5, 0.7, 0.9)}

# %% [markdown]
# ## Who copied whom?

# %%
largest = max(copies.groups, key=len)
ax = plots.copy_tree(nd.record_of([article for article in articles if article.id in largest]))

# %% [markdown]
# ## How fast?
#
# Committed results of `benchmarks/copies.py`.

# %%
measured = json.loads((root / "benchmarks/results/copies.json").read_text("utf-8"))
sizes = measured["measures"]["file"]["sizes"]
for one in sizes:
    print(f"{one['articles']:>9,} articles from a file: {one['seconds']:.1f} s")

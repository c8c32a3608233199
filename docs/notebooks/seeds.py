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
# # Five articles, three events
#
# Three Vietnamese newsrooms report one conference of 14 June 2025. One prints "hơn 10.000 điểm cầu"
# (more than 10,000 venues), another "11.000 điểm cầu". What does the record of the event say?

# %%
from pathlib import Path

import newsdedup as nd
from newsdedup.interfaces import plots

seeds = next(folder / "seeds" for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "seeds").is_dir())
articles = nd.read_articles(seeds)
articles

# %%
events = nd.consolidate(articles)
events

# %% [markdown]
# ## One record
#
# Each figure unfolds to its claims, with words, sentence and article.

# %%
event = events[0]
event

# %% [markdown]
# 11,000 lies in the interval of "more than 10,000", so the two reports are *compatible*. Two articles print
# the 15 topics, but in nearly the same sentence: one origin, no confirmation.

# %%
venues = next(figure for figure in event.figures if figure.role == "venues")
venues

# %%
ax = plots.figures(event)

# %% [markdown]
# ## Why these three, and not the fourth?

# %%
groups = nd.find_events(articles)
print(groups.explain(event.articles[0].id, "003_28ad59ee33912309"))

# %%
ax = plots.similarity_map(groups, 0)

# %%
ax = plots.timeline(event)

# %% [markdown]
# ## As a table

# %%
events.to_frame()[["noun", "low", "best", "high", "status", "n_origins"]].head(8)

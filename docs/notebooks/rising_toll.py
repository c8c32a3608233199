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
# # Reconciling a rising toll
#
# A storm, five reports over two days, a rising toll, and one newsroom that copies another. The reports
# are invented.

# %%
import newsdedup as nd
from newsdedup.interfaces import plots

reports = [
    {
        "id": "dawn",
        "source": "Báo Sông Hồng",
        "published_at": "2025-09-08T06:00+07:00",
        "text": "Bão số 7 đổ bộ Quảng Ninh đêm 7/9. Theo báo cáo ban đầu, bão đã làm 4 người chết, "
        "khoảng 50 người bị thương, gần 3.000 ngôi nhà bị tốc mái.",
    },
    {
        "id": "dawn-again",
        "source": "Tin Nhanh 24",
        "published_at": "2025-09-08T06:40+07:00",
        "text": "(Theo Báo Sông Hồng) Bão số 7 đổ bộ Quảng Ninh đêm 7/9. Theo báo cáo ban đầu, bão đã làm 4 người "
        "chết, khoảng 50 người bị thương, gần 3.000 ngôi nhà bị tốc mái.",
    },
    {
        "id": "noon",
        "source": "Đài Vùng Đông",
        "published_at": "2025-09-08T12:00+07:00",
        "text": "Đến trưa 8/9, bão số 7 đổ bộ Quảng Ninh đã làm 9 người chết, 157 người bị thương; "
        "2.870 ngôi nhà bị tốc mái, hơn 100.000 khách hàng mất điện.",
    },
    {
        "id": "night",
        "source": "Thời Báo Miền Duyên Hải",
        "published_at": "2025-09-08T22:00+07:00",
        "text": "Bão số 7 đổ bộ Quảng Ninh: số người thiệt mạng tăng lên 14. "
        "Bão cũng làm ít nhất 157 người bị thương và 2.870 ngôi nhà bị tốc mái.",
    },
    {
        "id": "next-day",
        "source": "Báo Sông Hồng",
        "published_at": "2025-09-09T08:00+07:00",
        "text": "Bão số 7 đổ bộ Quảng Ninh: tính đến sáng 9/9, bão đã làm 21 người chết, 176 người bị thương, "
        "2.870 ngôi nhà bị tốc mái.",
    },
]
events = nd.consolidate(reports)
[event] = events
event

# %% [markdown]
# The toll is *superseded*, not in conflict: each later report gives a higher value, and the history
# keeps all values. Two papers print the morning's report, but it is one origin.

# %%
dead = next(figure for figure in event.figures if figure.role == "dead")
dead

# %%
[(str(step.value), step.n_origins) for step in dead.history]

# %%
ax = plots.figures(event)

# %%
ax = plots.copy_tree(event)

# %% [markdown]
# ## "Nearly 3,000", then 2,870
#
# Damage evolves, so the latest value is best. It is not a revision downwards, because 2,870 lies in the
# interval of the morning's "gần 3.000" (nearly 3,000); otherwise a note would report it.

# %%
homes = next(figure for figure in event.figures if figure.role == "homes")
homes.best, homes.status, homes.rule, homes.notes

# %%
ax = plots.timeline(event)

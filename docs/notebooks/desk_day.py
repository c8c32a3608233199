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
# # A desk's day
#
# Twelve short articles about four events arrive between morning and evening. A store groups each batch with what
# it has, keeps the ids of the events, and says what changed. The articles are invented.

# %%
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

import newsdedup as nd

DAY = "2025-09-08"


def article(name: str, hour: str, source: str, title: str, text: str) -> dict[str, str]:
    """A row of a batch."""
    return {
        "id": name,
        "published_at": f"{DAY}T{hour}:00+07:00",
        "source": source,
        "title": title,
        "text": text,
    }


by_hour = {
    "07:00": [
        article(
            "storm-1",
            "06:10",
            "Báo Sông Hồng",
            "Bão số 7 vào Quảng Ninh",
            "Bão số 7 đổ bộ Quảng Ninh đêm 7/9. Theo báo cáo ban đầu, bão đã làm 4 người chết, khoảng 50 người bị "
            "thương, gần 3.000 ngôi nhà bị tốc mái.",
        ),
        article(
            "bus-1",
            "06:40",
            "Báo Cao Nguyên",
            "Xe khách đâm xe tải ở Đạ Huoai",
            "Khoảng 5h sáng 8/9, xe khách giường nằm đâm xe tải trên quốc lộ 20 qua huyện Đạ Huoai, Lâm Đồng. Vụ tai "
            "nạn làm 3 người chết, 12 người bị thương.",
        ),
        article(
            "fire-1",
            "06:50",
            "Northern Courier",
            "Fire at Kirkgate warehouse in Leeds",
            "A fire broke out at a furniture warehouse on Kirkgate in Leeds early on 8 September. Two firefighters "
            "were injured, the fire service said.",
        ),
    ],
    "09:00": [
        article(
            "storm-2",
            "08:20",
            "Tin Nhanh 24",
            "Quảng Ninh: bão số 7 làm 4 người chết",
            "(Theo Báo Sông Hồng) Bão số 7 đổ bộ Quảng Ninh đêm 7/9. Theo báo cáo ban đầu, bão đã làm 4 người chết, "
            "khoảng 50 người bị thương, gần 3.000 ngôi nhà bị tốc mái.",
        ),
        article(
            "bus-2",
            "08:45",
            "Đài Lâm Viên",
            "Tai nạn trên quốc lộ 20, bốn người chết",
            "Sáng 8/9, xe khách giường nằm va chạm với xe tải trên quốc lộ 20, đoạn qua huyện Đạ Huoai, Lâm Đồng. Tai "
            "nạn làm 4 người chết, 12 người bị thương được đưa đi cấp cứu.",
        ),
    ],
    "12:00": [
        article(
            "storm-3",
            "11:30",
            "Đài Vùng Đông",
            "Bão số 7: số người chết tăng",
            "Đến trưa 8/9, bão số 7 đổ bộ Quảng Ninh đã làm 9 người chết, 157 người bị thương; 2.870 ngôi nhà bị tốc "
            "mái, hơn 100.000 khách hàng mất điện.",
        ),
        article(
            "books-1",
            "11:40",
            "Báo Sông Hồng",
            "Khai mạc hội sách mùa thu",
            "Hội sách mùa thu khai mạc sáng 8/9 tại công viên Thống Nhất, Hà Nội. Hội sách có 120 gian hàng của 65 "
            "nhà xuất bản.",
        ),
        article(
            "fire-2",
            "11:55",
            "Yorkshire Evening",
            "Leeds warehouse fire: five hurt",
            "Five people were injured, among them two firefighters, when fire tore through a furniture warehouse on "
            "Kirkgate in Leeds early on 8 September.",
        ),
    ],
    "18:00": [
        article(
            "storm-4",
            "17:30",
            "Thời Báo Miền Duyên Hải",
            "14 người thiệt mạng do bão số 7",
            "Bão số 7 đổ bộ Quảng Ninh: đến chiều 8/9 số người thiệt mạng tăng lên 14. Bão cũng làm ít nhất 157 người "
            "bị thương và 2.870 ngôi nhà bị tốc mái.",
        ),
        article(
            "books-2",
            "17:00",
            "Tin Nhanh 24",
            "Hội sách Hà Nội có 95 gian hàng",
            "Sáng 8/9, hội sách mùa thu khai mạc tại công viên Thống Nhất, Hà Nội. Hội sách có 95 gian hàng của 65 "
            "nhà xuất bản.",
        ),
        article(
            "fire-3",
            "17:20",
            "Northern Courier",
            "Five injured in Kirkgate fire",
            "Five people are now known to have been injured in the fire at a furniture warehouse on Kirkgate in Leeds "
            "on 8 September.",
        ),
        article(
            "bus-3",
            "17:45",
            "Báo Cao Nguyên",
            "Đã có 4 người chết trong vụ tai nạn ở Đạ Huoai",
            "Chiều 8/9, thêm một nạn nhân trong vụ xe khách giường nằm đâm xe tải trên quốc lộ 20 ở huyện Đạ Huoai, "
            "Lâm Đồng, tử vong. Vụ tai nạn đến nay làm 4 người chết, 11 người bị thương.",
        ),
    ],
}

# %% [markdown]
# ## Hour by hour
#
# The consumer below keeps only a cursor. A batch has a token, so that it can be given again after a failure. Alerts
# are rows of the feed: `figure` reports a figure of the record with another value, `conflict` one whose reports
# contradict each other.

# %%
folder = tempfile.TemporaryDirectory()
desk = Path(folder.name) / "desk.db"
store = nd.open_store(desk, regroup="always")  # a small desk can group everything again with each addition
cursor = 0


def in_words(change: nd.Change) -> str:
    """What a row of the feed is about: an article, or a figure before and after."""
    if change.kind not in ("figure", "conflict", "resolved"):
        return change.article or f"article number {change.n}"
    before, after = ((change.data or {}).get(when) or {} for when in ("before", "after"))
    return f"{change.data['role'] or 'a figure'}: {before.get('best')} -> {after.get('best')}, {after.get('status')}"


def show_news(store: nd.EventStore, cursor: int) -> int:
    """Print the rows of the feed after a cursor; the last cursor."""
    for change in store.changes(cursor):
        cursor = change.cursor
        alert = "   <-- needs an editor" if change.kind == "conflict" else ""
        print(f"  {change.kind:9} {change.event}  {in_words(change)}{alert}")
    return cursor


for hour, articles in by_hour.items():
    now = datetime.fromisoformat(f"{DAY}T{hour}:00+07:00").astimezone(UTC)
    changes = store.add(articles, token=f"wire:{hour}", at=now)
    print(f"{hour}: revision {changes.revision}, {len(changes.added)} articles, {len(changes.events)} events changed")
    cursor = show_news(store, cursor)

# %%
store

# %% [markdown]
# A batch that is given again changes nothing: its token is known.

# %%
store.add(by_hour["07:00"], token="wire:07:00")

# %% [markdown]
# ## An event, by a word of its articles
#
# Searches ignore case and accents. The record is the one that `consolidate` makes of these articles.

# %%
[found] = store.events(text='"quang ninh"')
storm = store.event(found.event_id)
storm

# %% [markdown]
# What happened to it, revision by revision:

# %%
pd.DataFrame(
    [(one.revision, one.kind, in_words(one)) for one in store.history(found.event_id)],
    columns=["revision", "change", "about"],
)

# %% [markdown]
# ## A correction and a removal
#
# An article with a known id and other words is a correction: the earlier version is kept, the record is made anew.
# The book fair corrects its number of stalls.

# %%
corrected = {**by_hour["18:00"][1], "text": by_hour["18:00"][1]["text"].replace("95 gian", "120 gian")}
store.add([corrected])

# %%
cursor = show_news(store, cursor)

# %% [markdown]
# A removal leaves no word of the article in the file. The article is refused from then on.

# %%
store.remove(["storm-2"], reason="withdrawn by the agency")

# %%
cursor = show_news(store, cursor)
store.add(by_hour["09:00"]).rejected

# %% [markdown]
# An earlier state can be read again; articles that were removed later are not in it.

# %%
noon = store.at(3)
noon.at, [len(members) for members in noon.events.values()]

# %% [markdown]
# ## The page for the desk

# %%
events = store.collection()
texts = store.articles(report.id for record in events for report in record.articles)
events.report(Path(folder.name) / "desk.html", articles=texts)
events

# %% [markdown]
# ## The file itself
#
# The store is an SQLite file, and any tool can read it beside the writer.

# %%
with closing(sqlite3.connect(f"{desk.as_uri()}?mode=ro", uri=True)) as file:
    by_source = pd.read_sql("SELECT source, count(*) AS articles FROM article GROUP BY source ORDER BY 2 DESC", file)
    days = pd.read_sql("SELECT id, title, size, start_day FROM event WHERE retired IS NULL ORDER BY size DESC", file)
by_source

# %%
days

# %%
store.check()

# %%
store.close()
folder.cleanup()

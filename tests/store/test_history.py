from __future__ import annotations

from pathlib import Path

import newsdedup as nd

STORM = "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết, 300 ngôi nhà tốc mái."
LATER = "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8, hơn 300 ngôi nhà tốc mái."


def test_the_history_of_an_event_has_the_rows_of_the_feed_that_name_it(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db") as store:
        store.add([{"id": "a", "text": STORM}, {"id": "c", "text": "Giá vàng sáng nay tăng thêm 500.000 đồng."}])
        store.add([{"id": "b", "text": LATER}])
        store.remove(["a"])
        event, other = store.event_of("b"), store.event_of("c")
        for one in (event, other):
            assert store.history(one) == [row for row in store.changes() if one in (row.event, row.other)]
        assert {row.article for row in store.history(event)} >= {None, "b"}

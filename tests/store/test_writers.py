"""Several writers of one store, each with its own state in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.events.evidence.model import model_of
from newsdedup.store import options
from outlets import UNRELATED

STORM = (
    "Bão số 7 Linda đổ bộ xã Tân Lập tối 1/1, 12 người chết, 300 ngôi nhà tốc mái ở huyện Kỳ Sơn.",
    "Tối 1/1 bão số 7 Linda vào xã Tân Lập, huyện Kỳ Sơn: 12 người thiệt mạng, 300 nhà bị tốc mái.",
    "Số người chết vì bão số 7 Linda ở xã Tân Lập, huyện Kỳ Sơn tăng lên 15, 340 ngôi nhà tốc mái.",
)


def grouped(path: Path) -> nd.EventStore:
    """A store whose window has been grouped and will not be grouped again by itself."""
    store = nd.open_store(path, records=False, regroup="manual")
    store.add([nd.Article(text, id=f"other-{n}") for n, text in enumerate(UNRELATED)])
    return store


def test_a_writer_sees_what_another_one_added_meanwhile(tmp_path: Path) -> None:
    with grouped(tmp_path / "desk.db") as one, nd.open_store(tmp_path / "desk.db") as other:
        for n, (store, text) in enumerate(zip((one, other, one), STORM, strict=True)):
            store.add([nd.Article(text, id=f"storm-{n}")])
        assert len({one.event_of(f"storm-{n}") for n in range(3)}) == 1
        assert one.check() == []
    with grouped(tmp_path / "alone.db") as alone:
        for n, text in enumerate(STORM):
            alone.add([nd.Article(text, id=f"storm-{n}")])
        with nd.open_store(tmp_path / "desk.db", read_only=True) as both:
            assert both.at(both.revision).events == alone.at(alone.revision).events


def test_a_token_is_known_to_all_writers(tmp_path: Path) -> None:
    with grouped(tmp_path / "desk.db") as one, nd.open_store(tmp_path / "desk.db") as other:
        first = one.add([nd.Article(STORM[0], id="storm")], token="batch 1")
        assert other.add([nd.Article(STORM[1], id="other")], token="batch 1").revision == first.revision
        assert len(other) == len(UNRELATED) + 1


def test_of_two_processes_that_make_a_store_the_first_gives_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def model_while_another_process_is_first(evidence: str | None) -> nd.Model:
        monkeypatch.setattr(options, "model_of", model_of)
        nd.open_store(tmp_path / "new.db", margin=0.1).close()
        return model_of(evidence)

    monkeypatch.setattr(options, "model_of", model_while_another_process_is_first)
    with nd.open_store(tmp_path / "new.db") as store:
        assert store.settings.margin == 0.1

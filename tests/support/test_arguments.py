from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import newsdedup as nd
from newsdedup.interfaces.wording import STATUS_LABELS
from newsdedup.support import arguments
from newsdedup.support.arguments import STATUSES

Call = Callable[[nd.EventStore], object]

WRONG: list[tuple[str, Call]] = [
    ("token=5", lambda store: store.add([], token=5)),  # type: ignore[arg-type]
    ("at='today'", lambda store: store.add([], at="today")),  # type: ignore[arg-type]
    ("at=datetime.date(2025, 8, 25)", lambda store: store.add([], at=date(2025, 8, 25))),  # type: ignore[arg-type]
    ("again='no'", lambda store: store.add([], again="no")),  # type: ignore[arg-type]
    ("steady=None", lambda store: store.regroup(steady=None)),  # type: ignore[arg-type]
    ("at=5", lambda store: store.regroup(at=5)),  # type: ignore[arg-type]
    ("ids=5", lambda store: store.remove(5)),  # type: ignore[arg-type]
    ("ids=5", lambda store: store.remove(["a", 5])),  # type: ignore[list-item]
    ("reason=5", lambda store: store.remove(["a"], reason=5)),  # type: ignore[arg-type]
    ("at='x'", lambda store: store.remove(["a"], at="x")),  # type: ignore[arg-type]
    ("path=5", lambda store: store.backup(5)),  # type: ignore[arg-type]
    ("cursor='x'", lambda store: store.changes("x")),  # type: ignore[arg-type]
    ("cursor=None", lambda store: store.changes(None)),  # type: ignore[arg-type]
    ("cursor=-1", lambda store: store.changes(-1)),
    ("cursor=1000000000000000000000", lambda store: store.changes(10**21)),
    ("limit=0", lambda store: store.changes(limit=0)),
    ("limit='x'", lambda store: store.events(limit="x")),  # type: ignore[arg-type]
    ("since='x'", lambda store: store.events(since="x")),  # type: ignore[arg-type]
    ("since=True", lambda store: store.events(since=True)),
    ("since=-1", lambda store: store.collection(since=-1)),
    ("day=5", lambda store: store.events(day=5)),  # type: ignore[arg-type]
    ("status='bad'", lambda store: store.events(status="bad")),
    ("status=5", lambda store: store.events(status=5)),  # type: ignore[arg-type]
    ("place=5", lambda store: store.events(place=5)),  # type: ignore[arg-type]
    ("person=['a']", lambda store: store.events(person=["a"])),  # type: ignore[arg-type]
    ("text=5", lambda store: store.events(text=5)),  # type: ignore[arg-type]
    ("colour=", lambda store: store.collection(colour="red")),
    ("event_id=5", lambda store: store.event(5)),  # type: ignore[arg-type]
    ("event_id=None", lambda store: store.history(None)),  # type: ignore[arg-type]
    ("event_id=[]", lambda store: store.resolve([])),  # type: ignore[arg-type]
    ("article_id=5", lambda store: store.event_of(5)),  # type: ignore[arg-type]
    ("revision='x'", lambda store: store.at("x")),  # type: ignore[arg-type]
    ("revision=1.5", lambda store: store.at(1.5)),  # type: ignore[arg-type]
    ("revision=99", lambda store: store.at(99)),
    ("ids=None", lambda store: store.articles(None)),  # type: ignore[arg-type]
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with nd.open_store(tmp_path_factory.mktemp("store") / "desk.db") as opened:
        opened.add([{"id": "a", "text": "Bão số 5 đổ bộ Nghệ An, hai người chết"}])
        yield opened


@pytest.mark.parametrize(("message", "call"), WRONG, ids=[message for message, _ in WRONG])
def test_a_wrong_argument_is_named_and_changes_nothing(message: str, call: Call, store: nd.EventStore) -> None:
    with pytest.raises(nd.SettingError) as raised:
        call(store)
    assert message in str(raised.value)
    assert (store.revision, len(store)) == (1, 1)


OPTIONS: list[tuple[str, dict[str, Any]]] = [
    ("settle_days='30'", {"settle_days": "30"}),
    ("regroup='often'", {"regroup": "often"}),
    ("margin=7", {"margin": 7}),
    ("records=1", {"records": 1}),
    ("trusted='abc'", {"trusted": "abc"}),
    ("trusted=5", {"trusted": 5}),
    ("policy='trusted'", {"trusted": ["Báo A"]}),
    ("policy='trusted'", {"policy": "trusted"}),
    ("no option 'settle'", {"settle": 3}),
    ("read_only='no'", {"read_only": "no"}),
    ("threads='2'", {"threads": "2"}),
    ("wait='x'", {"wait": "x"}),
    ("wait=True", {"wait": True}),
    ("evidence=5", {"evidence": 5}),
]


@pytest.mark.parametrize(("message", "options"), OPTIONS, ids=[message for message, _ in OPTIONS])
def test_a_wrong_option_is_named_and_leaves_no_file(message: str, options: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(nd.SettingError) as raised:
        nd.open_store(tmp_path / "desk.db", **options)
    assert message in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_settings_that_exclude_each_other_leave_a_store_as_it_is(tmp_path: Path) -> None:
    nd.open_store(tmp_path / "desk.db").close()
    with pytest.raises(nd.SettingError, match="go together"):
        nd.open_store(tmp_path / "desk.db", trusted=["Báo A"])
    with nd.open_store(tmp_path / "desk.db") as store:
        assert store.settings.trusted == ()


@pytest.mark.parametrize("path", [5, None, b"desk.db", "", "nul\0", ":memory:"])
def test_what_is_no_path_is_refused(path: Any) -> None:
    for function in (nd.open_store, nd.is_store):
        with pytest.raises(nd.SettingError, match="path="):
            function(path)


def test_ids_may_be_one_string_and_none_change_nothing(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db") as store:
        store.add([{"id": "abc", "text": "Bão số 5 đổ bộ Nghệ An, hai người chết"}])
        assert store.remove([]) == nd.Changes(revision=1)
        assert [article.id for article in store.articles("abc")] == ["abc"]
        assert store.remove("abc").revision == 2


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = nd.open_store(tmp_path / "desk.db")
    assert repr(store).endswith("desk.db', 0 articles, revision 0>")
    store.close()
    store.close()
    assert repr(store).endswith("desk.db', closed>")
    with pytest.raises(nd.StoreError, match="is closed: open it again"):
        store.events()


def test_every_status_that_is_shown_can_be_searched() -> None:
    assert set(STATUSES) == set(STATUS_LABELS)


@pytest.mark.parametrize(
    ("check", "value", "message"),
    [
        (arguments.id_or_number, None, "None of type NoneType names no article"),
        (arguments.id_or_number, True, "True of type bool names no article"),
        (arguments.id_or_number, 0.5, "0.5 of type float names no article"),
        (lambda value: arguments.several_ids("ids", value), 0.5, "ids=0.5 is not a list of ids"),
        (lambda value: arguments.several_ids("ids", value), ["a", None], "None of type NoneType"),
        (lambda value: arguments.required_text("text", value), None, "text=None is of type NoneType: give a str"),
        (lambda value: arguments.list_of(str, "names", value, "names"), "ab", "names='ab' of type str is not a list"),
        (lambda value: arguments.list_of(str, "names", value, "names"), ["a", 5], "names holds 5 of type int"),
        (lambda value: arguments.mapping_option("names", value, "{}"), [1], r"names=\[1\] is not a mapping"),
        (lambda value: arguments.number_option("share", value, 0, 1), 2, "share=2 is not a number: give one of 0 to 1"),
        (lambda value: arguments.number_option("share", value, 0), float("nan"), "share=nan is not a number"),
        (arguments.status_options, ["conflict", 5], "status=5 is not allowed"),
        (arguments.progress_option, "yes", "progress='yes' is not allowed: give one of True, False"),
    ],
)
def test_an_error_names_the_option_its_value_and_what_is_allowed(
    check: Callable[[Any], Any], value: Any, message: str
) -> None:
    with pytest.raises(nd.SettingError, match=message):
        check(value)


def test_scalars_of_numpy_and_whole_floats_are_as_good_as_those_of_python() -> None:
    assert arguments.whole_option("seed", np.int64(3)) == 3
    assert arguments.switch_option("bom", np.bool_(True)) is True
    assert arguments.seconds_option("wait", np.float32(0.5)) == 0.5
    assert (arguments.id_or_number(np.int64(3)), arguments.id_or_number(3.0)) == (3, 3)
    assert arguments.several_ids("ids", 7) == [7]
    assert arguments.several_ids("ids", (1.0, "a")) == [1, "a"]
    assert nd.find_copies(["Bão số 5"], seed=np.int64(3)).settings.seed == 3


def test_statuses_are_one_or_several() -> None:
    assert arguments.status_options(None) is None
    assert arguments.status_options("agree") == {"agree"}
    assert arguments.status_options(["agree", "conflict"]) == {"agree", "conflict"}


@pytest.mark.parametrize(
    "path", ["n" * 300 + ".jsonl", "d" * 300 + "/e.jsonl", "đ" * 128 + ".jsonl", "a/" * 3000 + "e"]
)
def test_a_name_or_a_path_that_no_file_system_takes_is_an_error(path: str) -> None:
    events = nd.consolidate(["Lũ về."])
    calls: tuple[Callable[[str], object], ...] = (nd.EventCollection.load, nd.open_store, events.save, events.report)
    for call in calls:
        with pytest.raises(nd.SettingError, match=r"path=.* is too long: the name of a file or a folder"):
            call(path)

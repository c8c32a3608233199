from __future__ import annotations

import asyncio
import concurrent.futures
import multiprocessing
import signal
import zlib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.interfaces import plots
from newsdedup.metrics import adjusted_rand, b_cubed, pairwise
from newsdedup.support.errors import as_text, in_message, pass_on_foreign, pass_on_interruption

NEWS = ["Lũ làm 12 người chết ở Mai Pha."]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: nd.reconcile(5), "claims=5 of type int is not a list: give claims"),
        (lambda: nd.reconcile("abc"), "claims='abc' of type str is not a list: give claims"),
        (lambda: nd.train_evidence(5), "train_evidence needs Iterable, not 5"),
        (lambda: nd.train_evidence([5]), r"give \[\(articles, labels\)\]"),
        (
            lambda: nd.extract_figures("12 người", published_at="hôm nào"),
            "published_at='hôm nào' of type str cannot be read",
        ),
        (lambda: b_cubed({"a": 1}, {"a": 1}), "labels of type dict are not one label per article"),
        (lambda: pairwise([1, 2], [1]), "2 known labels for 1 found ones"),
        (lambda: adjusted_rand([1, 2], [1]), "2 known labels for 1 found ones"),
        (lambda: nd.EventCollection.load("no/file.jsonl"), "there is no file 'no/file.jsonl': give what .save"),
        (lambda: nd.read_articles(""), "the path '' is empty"),
        (lambda: plots.figures(5), "figures needs EventRecord, not 5"),
        (lambda: plots.timeline(5), "timeline needs EventRecord, not 5"),
        (lambda: plots.s_curve(5), "s_curve needs CopyGroups, not 5"),
        (lambda: plots.group_sizes(5), "group_sizes needs CopyGroups or EventGroups or EventCollection, not 5"),
        (lambda: plots.similarity_map(5, 0), "similarity_map needs EventGroups, not 5"),
        (lambda: plots.copy_tree(5), "copy_tree needs EventRecord or CopyGroups, not 5"),
    ],
)
def test_input_of_a_wrong_kind_is_named_with_what_is_needed(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(nd.InputError, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: nd.find_events(NEWS, evidence="nofile"), "evidence='nofile' cannot be read: give a file"),
        (
            lambda: nd.read_articles(NEWS, language="Elvish"),
            "language='Elvish' is not the code or the name of a language",
        ),
        (lambda: nd.find_copies(NEWS, num_perm=7.5), "^num_perm=7.5 is not one of 64, 128, 256$"),
        (lambda: nd.reconcile([], policy="best"), "policy='best' is not one of 'most_recent', .*, None$"),
        (lambda: nd.reconcile([], policy="trusted", trusted=[5]), "trusted holds 5, which is not a name"),
        (lambda: nd.reconcile([], policy="trusted", trusted=5), "trusted=5 is not a list of names"),
        (lambda: nd.reconcile([], policy="trusted", trusted={"a"}), "trusted={'a'} is not a list of names"),
        (lambda: nd.find_copies(NEWS).deduplicate(prefer={"a"}), "prefer={'a'} names no sources"),
    ],
)
def test_an_option_that_is_not_allowed_is_named_with_what_is(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(nd.SettingError, match=message):
        call()


def test_a_folder_that_does_not_exist_is_named_before_anything_is_written(tmp_path: Path) -> None:
    events = nd.consolidate(NEWS)
    for write in (events.save, events.report):
        with pytest.raises(nd.SettingError, match=r"lies in a folder that does not exist: create .*absent"):
            write(tmp_path / "absent" / "events.jsonl")


def test_the_day_of_publication_may_be_text() -> None:
    (claim,) = nd.extract_figures("Lũ làm 12 người chết.", published_at="2025-06-14")
    assert str(claim.reported_at) == "2025-06-14"


def test_a_missing_library_is_named_with_a_command_that_is_right_from_a_checkout_too() -> None:
    for extra, library, requirement in (
        ("parquet", "pyarrow", "pyarrow>="),
        ("spark", "pyspark", "pyspark[sql]>="),
        ("zst", "zstandard", "zstandard>="),
    ):
        error = str(nd.MissingExtraError(library, extra, "this call"))
        assert error.startswith(f'this call needs {library}: python -m pip install "{requirement}')


def test_of_several_libraries_the_command_installs_the_first() -> None:
    error = nd.MissingExtraError("pandas, polars or pyarrow", "frames", "to_frame()")
    assert str(error).startswith('to_frame() needs pandas, polars or pyarrow: python -m pip install "pandas>=')


def test_without_metadata_the_command_names_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_installed(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("newsdedup.support.errors.requires", not_installed)
    assert str(nd.MissingExtraError("pyarrow", "parquet", "this")).endswith('pip install "pyarrow"')


class TaskTimeLimitError(AssertionError):
    """A time limit as decorators and task queues raise it."""


def _raised(problem: BaseException) -> BaseException:
    try:
        raise problem
    except BaseException as caught:  # as the library catches it
        return caught


@pytest.mark.parametrize(
    "problem",
    [
        MemoryError(),
        TimeoutError("of a handler"),
        KeyboardInterrupt(),
        SystemExit(3),
        concurrent.futures.CancelledError(),
        asyncio.CancelledError(),
        multiprocessing.TimeoutError(),
    ],
)
@pytest.mark.parametrize("pass_on", [pass_on_interruption, pass_on_foreign])
def test_no_memory_timeouts_and_cancellations_are_passed_on(
    problem: BaseException, pass_on: Callable[[BaseException], None]
) -> None:
    with pytest.raises(type(problem)) as caught:
        pass_on(_raised(problem))
    assert caught.value is problem


@pytest.mark.parametrize("problem", [TaskTimeLimitError("too slow"), Exception("end of time")])
def test_errors_that_no_library_of_the_reader_raises_are_passed_on(problem: Exception) -> None:
    pass_on_interruption(_raised(problem))
    with pytest.raises(type(problem)):
        pass_on_foreign(_raised(problem))


@pytest.mark.parametrize(
    "problem", [ValueError("bad"), RecursionError(), OSError("bad data"), zlib.error("bad"), nd.InputError("bad")]
)
def test_errors_of_what_is_read_are_not_passed_on(problem: Exception) -> None:
    def noted() -> Exception:
        try:
            raise problem
        except Exception as caught:
            pass_on_foreign(caught)
            return caught

    assert noted() is problem


@pytest.mark.parametrize("of_method", [False, True])
def test_an_error_of_any_class_is_passed_on_if_a_signal_handler_raised_it(of_method: bool) -> None:
    class Watch:
        def stop(self, *_: object) -> None:
            raise ValueError("too slow")

    before = signal.signal(signal.SIGINT, Watch().stop if of_method else lambda *_: Watch().stop())
    try:
        signal.raise_signal(signal.SIGINT)
    except ValueError as problem:
        with pytest.raises(ValueError, match="too slow"):
            pass_on_interruption(problem)
    finally:
        signal.signal(signal.SIGINT, before)
    pass_on_interruption(ValueError("too slow"))


class _Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError("no repr")


class _Verbose:
    def __repr__(self) -> str:
        return "long\n" * 100


def _nested(depth: int) -> list[Any]:
    deep: list[Any] = []
    for _ in range(depth):
        deep = [deep]
    return deep


def test_a_value_is_short_in_a_message_whatever_it_is() -> None:
    assert in_message("vi") == "'vi'"
    assert in_message(_Unprintable()) == "a value of type _Unprintable"
    assert in_message([_Unprintable()]) == "a value of type list"
    assert in_message(10**5000) == "an int of 16610 bits"
    assert in_message(_nested(100)) == "[[[[[[[...]]]]]]]"
    assert in_message(_Verbose()).startswith("long long") and in_message(_Verbose()).endswith(" …")
    assert max(len(in_message(one)) for one in (list(range(10**6)), "x" * 10**6, _Verbose(), {"a" * 999: 1})) < 100


def test_a_value_that_cannot_be_written_has_no_text() -> None:
    assert (as_text(5), as_text(_Unprintable()), as_text(10**5000)) == ("5", None, None)


def test_a_row_with_values_that_cannot_be_written_is_read() -> None:
    with pytest.warns(nd.ArticleWarning, match="the date of type _Unprintable cannot be read"):
        (article,) = nd.read_articles([{"text": "Bão số 5", "title": _Unprintable(), "date": _Unprintable()}])
    assert article.title == "a value of type _Unprintable"


LONG = "z" * 1_000_000


@pytest.mark.parametrize(
    "call",
    [
        lambda found: found.explain(LONG, "a"),
        lambda found: found.row_of(LONG),
        lambda found: found.score({LONG: 1}),
        lambda found: found.copies.deduplicate(prefer=[LONG]),
        lambda found: nd.find_events(["Lũ về."], together=[(LONG, "a")]),
        lambda found: nd.read_articles([{"text": NEWS[0]}], columns={"text": LONG}),
        lambda found: nd.read_articles([{"id": LONG, "text": ""}], strict=True),
        lambda found: nd.consolidate(NEWS)[LONG],
        lambda found: nd.consolidate(NEWS)[0].figure(" ".join(["z"] * 50_000)),
        lambda found: nd.consolidate(NEWS).save(LONG),
    ],
)
def test_the_message_of_an_error_is_short_whatever_was_given(call: Callable[[Any], Any]) -> None:
    with pytest.raises(nd.NewsdedupError) as raised:
        call(nd.find_events([{"id": LONG[:-1], "text": NEWS[0]}, *NEWS]))
    assert len(str(raised.value)) < 5_000


def test_the_message_of_an_error_has_nothing_that_a_terminal_would_obey(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202e.db").write_text("no store")
    for call in (nd.open_store, nd.Model.load):
        with pytest.raises(nd.NewsdedupError, match=r"a\\x1b\[2J\\u202e\.db") as raised:
            call(tmp_path / "a\x1b[2J\u202e.db")
        assert str(raised.value).isprintable()

from __future__ import annotations

import logging
import sys
import types
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.kernels import machine_code
from newsdedup.support.progress import shown

NEWS = [
    "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết",
    "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay",
    "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng",
]
STAGES = (
    "reading articles",
    "reading texts",
    "verifying copies",
    "embedding texts",
    "weighing terms",
    "comparing pairs",
    "reconciling events",
)


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


def vectors(texts: list[str]) -> list[list[float]]:
    return [[float(len(text)), 1.0] for text in texts]


def test_a_bar_shows_the_stage_and_how_many_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(shown([1, 2], "reading", True)) == [1, 2]
    assert "reading" in (err := capsys.readouterr().err)
    assert "0/2" in err


def test_every_stage_has_its_bar_where_progress_is_requested(capsys: pytest.CaptureFixture[str]) -> None:
    nd.consolidate(NEWS, embed=vectors, progress=True)
    err = capsys.readouterr().err
    assert [stage for stage in STAGES if stage not in err] == []
    nd.find_copies(NEWS, progress=True)
    err = capsys.readouterr().err
    assert [stage for stage in STAGES if stage in err] == ["reading texts", "verifying copies"]


@pytest.mark.parametrize("call", [nd.read_articles, nd.find_copies, nd.find_events, nd.consolidate, nd.sketch_articles])
def test_no_progress_is_silent_on_a_terminal_too(
    call: Callable[..., object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_a_terminal(monkeypatch)
    monkeypatch.setattr("newsdedup.support.progress._DELAY_SECONDS", 0)
    call(NEWS)
    assert "\r" in capsys.readouterr().err
    call(NEWS, progress=False)
    nd.EventClusterer(progress=False).fit(NEWS)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("progress", [None, False])
def test_nothing_is_shown_where_nobody_looks(progress: bool | None, capfd: pytest.CaptureFixture[str]) -> None:
    nd.consolidate(NEWS, progress=progress)
    assert capfd.readouterr() == ("", "")


def test_a_terminal_shows_only_what_takes_a_while(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_a_terminal(monkeypatch)
    assert list(shown([1, 2], "reading", None)) == [1, 2]
    assert "reading" not in capsys.readouterr().err
    monkeypatch.setattr("newsdedup.support.progress._DELAY_SECONDS", 0)
    assert list(shown([1, 2], "reading", None)) == [1, 2]
    assert "reading" in capsys.readouterr().err
    assert list(shown([1, 2], "reading", False)) == [1, 2]
    assert capsys.readouterr().err == ""


def test_the_bar_of_a_file_shows_its_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, text in enumerate(NEWS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    nd.read_articles(tmp_path, progress=True)
    assert "reading articles: " in capsys.readouterr().err


def test_a_notebook_without_its_widgets_has_the_bar_of_a_terminal_and_no_warning(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ipython = types.ModuleType("IPython")
    ipython.get_ipython = lambda: None  # type: ignore[attr-defined]
    for name, module in {"IPython": ipython, "ipykernel.zmqshell": types.ModuleType("zmqshell")}.items():
        monkeypatch.setitem(sys.modules, name, module)
    for name in ("tqdm.auto", "tqdm.autonotebook", "tqdm.notebook", "ipywidgets"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(shown([1, 2], "reading", True)) == [1, 2]
    assert "reading" in capsys.readouterr().err


def test_the_log_lists_stages_and_counts(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="newsdedup"):
        nd.find_events([*NEWS, ""])
    messages = [record.getMessage() for record in caplog.records if record.levelno == logging.INFO]
    assert messages[0] == "3 articles read, 1 rows rejected, 0 repaired"
    assert messages[1] == "3 articles: 0 pairs of copies, 0 excerpts"
    assert "estimated working point" in messages[2]
    assert {"reading texts", "comparing pairs"} <= {record.getMessage() for record in caplog.records}


def test_the_log_is_never_set_up_here() -> None:
    nd.find_events(NEWS)
    logger = logging.getLogger("newsdedup")
    assert (logger.handlers, logger.level, logger.propagate) == ([], logging.NOTSET, True)


def test_the_first_use_is_said_where_progress_is_not_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say = machine_code.when_compiling["first use"].say  # type: ignore[attr-defined]
    for progress, on_terminal, is_said in ((None, True, True), (False, True, False), (None, False, False)):
        monkeypatch.setattr(sys.stderr, "isatty", lambda answer=on_terminal: answer, raising=False)
        list(shown([1], "reading", progress))
        say("compiling")
        assert ("compiling" in capsys.readouterr().err) is is_said

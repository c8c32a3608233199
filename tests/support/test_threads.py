"""Work in batches and on several threads."""

from __future__ import annotations

import pytest

from newsdedup.support.errors import SettingError
from newsdedup.support.threads import in_background, in_threads, tee_batches


def test_batches_are_processed_while_their_items_pass() -> None:
    found: list[int] = []
    assert list(tee_batches(sum, range(7), 3, found.append, threads=2)) == list(range(7))
    assert found == [3, 12, 6]


@pytest.mark.parametrize("threads", [0, -1, 1.5, True, "2"])
def test_a_wrong_number_of_threads_is_named(threads: object) -> None:
    with pytest.raises(SettingError, match="threads="):
        in_threads(len, [[1], [2]], threads)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [1, 2])
def test_work_in_the_background_is_done_when_its_result_is_asked_for(threads: int) -> None:
    assert in_background(lambda: 3, threads)() == 3

from __future__ import annotations

from typing import Any

import pytest

import newsdedup as nd


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"threshold": "a"}, "threshold='a' is not a number from 0.05 to 1"),
        ({"threshold": 2}, "threshold=2"),
        ({"shingle_size": 2.5}, "a whole number from 1 to 16"),
        ({"seed": 2**40}, "seed="),
        ({"seed": True}, "seed=True"),
        ({"num_perm": 100}, "num_perm"),
    ],
)
def test_the_error_for_a_wrong_option_lists_what_is_allowed(options: dict[str, Any], says: str) -> None:
    with pytest.raises(nd.SettingError, match=says):
        nd.find_copies([], **options)

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pandas
import pytest

from newsdedup.support.missing import is_missing_value


@pytest.mark.parametrize("value", [None, float("nan"), np.float32("nan"), np.datetime64("NaT"), pandas.NaT, pandas.NA])
def test_none_and_what_differs_from_itself_is_missing(value: Any) -> None:
    assert is_missing_value(value)


@pytest.mark.parametrize("value", [0, "", "nan", False, 0.0, Decimal("NaN"), np.array([np.nan, 1]), [], np.str_("a")])
def test_any_other_value_is_there(value: Any) -> None:
    assert not is_missing_value(value)

"""English abbreviations."""

from __future__ import annotations

from newsdedup.languages.tables import words

ABBREVIATIONS = words(
    """
    Mr, Mrs, Ms, Dr, St, Jr, Sr, Prof, Gen, Gov, Sen, Rep, Lt, Sgt, Col, Capt, No, vs, Inc, Co, Corp, Ltd, Jan, Feb,
    Mar, Apr, Aug, Sep, Sept, Oct, Nov, Dec
    """
)

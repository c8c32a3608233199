"""Units of one dimension, and claims put into one unit: 180 cm is 1.8 m, 30 miles are some 48 km."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.quantity import printed_rounding
from newsdedup.figures.reconcile.tolls import claim_origin
from newsdedup.languages.tables import named

_SIXTH_PLACE: Final = Decimal("1e-6")


@frozen
class Dimension:
    """What a unit measures, and how many of the dimension's base unit it is."""

    dimension: str
    factor: Decimal
    system: str  # units of one system are converted without rounding


def _measures(dimension: str, system: str, listed: str) -> dict[str, Dimension]:
    return {unit: Dimension(dimension, Decimal(factor), system) for unit, factor in named(listed).items()}


_OF_MEASURES: Final[Mapping[str, Dimension]] = {
    **_measures("length", "metric", "mm 0.001, cm 0.01, m 1, km 1000"),
    **_measures("length", "imperial", "in 0.0254, inch 0.0254, ft 0.3048, yd 0.9144, mi 1609.344"),
    **_measures("length", "nautical", "nmi 1852"),
    **_measures("speed", "metric", "km/h 1"),
    **_measures("speed", "imperial", "mi/h 1.609344"),
    **_measures("speed", "nautical", "kn 1.852"),
    **_measures("area", "metric", "m2 1, ha 10000, km2 1000000"),
    **_measures("area", "imperial", "ft2 0.09290304, acre 4046.8564, mi2 2589988.11"),
    **_measures("weight", "metric", "mg 0.000001, g 0.001, kg 1, t 1000"),
    **_measures("weight", "imperial", "oz 0.028349523, lb 0.45359237"),
    **_measures("volume", "metric", "ml 0.001, l 1, m3 1000"),
    **_measures("volume", "imperial", "gal 3.7854118, barrel 158.98729"),
    **_measures("power", "metric", "kW 1, MW 1000, mw 1000, gw 1000000, GW 1000000"),
    **_measures("energy", "metric", "kWh 1, kwh 1"),
    **_measures("temperature", "metric", "° 1, °C 1"),  # "19 - 22 độ" of weather is "19 - 22 độ C"
    **_measures("storage", "metric", "MB 1, GB 1000, TB 1000000"),
    **_measures("frequency", "metric", "MHz 1, GHz 1000"),
}
_OF_TIME: Final[Mapping[str, Dimension]] = {
    **_measures("time", "days", "second 1, minute 60, hour 3600, day 86400, week 604800"),
    **_measures("time", "calendar", "month 2629800, year 31557600"),
}
_ONE: Final = Decimal(1)


def measure_of(claim: FigureClaim) -> Dimension:
    """What the unit of a claim measures; a unit that has no other of its dimension is a dimension of its own."""
    known = _OF_MEASURES if claim.kind == "measure" else _OF_TIME if claim.kind in ("duration", "age") else {}
    found = known.get(claim.unit or "")
    return found or Dimension(claim.unit or "", _ONE, "")


def dimension_of(claim: FigureClaim) -> tuple[str, str]:
    """The kind of a claim, and what it measures: only claims with the same can be of one quantity."""
    return claim.kind, measure_of(claim).dimension


def base_value(claim: FigureClaim) -> float:
    """The value in the base unit of its dimension."""
    return float(claim.number * measure_of(claim).factor)


def in_one_unit(claims: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims of one dimension in the unit that most origins print, the smaller of two that are as frequent."""
    units = Counter(unit for unit, _ in {(claim.unit, claim_origin(claim)) for claim in claims})
    if len(units) == 1:
        return list(claims)
    unit = min(units, key=lambda one: (-units[one], _factor(claims, one), one or ""))
    return [in_unit(claim, next(one for one in claims if one.unit == unit)) for claim in claims]


def _factor(claims: Iterable[FigureClaim], unit: str | None) -> Decimal:
    return next(measure_of(claim).factor for claim in claims if claim.unit == unit)


def in_unit(claim: FigureClaim, like: FigureClaim) -> FigureClaim:
    """A claim in the unit of another; between systems of units, a bare value is one of those that it may round."""
    if claim.unit == like.unit:
        return claim
    own, target = measure_of(claim), measure_of(like)
    times = own.factor / target.factor
    is_rounded = own.system != target.system and claim.qualifier == "exact"
    printed = printed_rounding(claim.number) if is_rounded else claim.printed
    return evolve(
        claim,
        unit=like.unit,
        value=_in_base_units(claim.number, times),
        low=None if printed.low is None else _in_base_units(printed.low, times),
        high=None if printed.high is None else _in_base_units(printed.high, times),
        qualifier="about" if is_rounded else claim.qualifier,
    )


def _in_base_units(value: Decimal, times: Decimal) -> Decimal:
    converted = (value * times).quantize(_SIXTH_PLACE).normalize()
    return converted.quantize(_ONE) if converted == converted.to_integral_value() else converted

"""Plain data to values: each field is read by the type that the value states; an error has the path of the field."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields_dict, frozen, has

from newsdedup.support.errors import in_message
from newsdedup.support.field_checks import FieldError

Read = Callable[[Any], Any]
Value = TypeVar("Value")

_LARGEST_OF_FLOATS: Final = 300  # of a number that a float can hold
_JSON_NAMES: Final[Mapping[type, str]] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    Decimal: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    date: "a date in ISO 8601",
    type(None): "null",
}


@frozen
class _Form:
    """How values of a type are read."""

    kinds: frozenset[type]  # of JSON that they may have
    read: Read | None  # None where a value stays as it is
    in_words: str


def reader_of(
    kind: type[Value],
    *,
    required: Collection[str] = (),
    derived: Collection[str] = (),
    before: Collection[str] = (),
    **read: Read,
) -> Callable[..., Value]:
    """A function that makes a value of an attrs class from plain data.

    Parameters
    ----------
    kind : type
        The class; the types of its fields say what is read.
    required : collection of str
        Fields that must be there although they have defaults.
    derived : collection of str
        Names that the plain data has for people and other programs, and that are not read.
    before : collection of str
        Fields that the function does not read, but takes by name.
    **read
        Functions for fields of which the plain data has another form.

    Raises
    ------
    FieldError
        By the function, if a field is missing, unknown, of another type or not allowed.

    Examples
    --------
    >>> @frozen
    ... class Place:
    ...     name: str
    ...     n_origins: int = 1
    >>> reader_of(Place)({"name": "Mai Pha"})
    Place(name='Mai Pha', n_origins=1)
    >>> reader_of(Place)({"name": "Mai Pha", "n_origins": "two"})
    Traceback (most recent call last):
    newsdedup.support.field_checks.FieldError: n_origins: 'two' is not a whole number
    """
    hints = get_type_hints(kind)
    arguments = [one for one in fields_dict(cast(Any, kind)).values() if one.init]
    forms = {one.name: _form(hints[one.name]) for one in arguments if one.name not in before}
    plan = [(name, form.kinds, read.get(name, form.read)) for name, form in forms.items()]
    defaults = frozenset(one.name for one in arguments if one.default is not NOTHING).difference(required)
    known = frozenset((*forms, *derived, *before))

    def from_data(data: Any, **values: Any) -> Value:
        an_object(data)
        name = ""
        try:
            for name, kinds, convert in plan:  # the types of all fields of all claims pass here
                if name not in data:
                    if name in defaults:
                        continue
                    raise FieldError(MISSING)
                value = data[name]
                if value.__class__ not in kinds:
                    raise FieldError(f"{in_message(value)} is not {forms[name].in_words}")
                values[name] = value if convert is None or value is None else convert(value)
        except FieldError as problem:
            raise problem.within(name) from None
        if not known.issuperset(data):
            raise FieldError("is not a field that is known", next(str(one) for one in data if one not in known))
        return kind(**values)

    return from_data


MISSING: Final = "is missing"  # reason of an error


def an_object(data: Any) -> dict[str, Any]:
    """An object of JSON; an error for anything else."""
    if data.__class__ is not dict:
        raise FieldError(f"{in_message(data)} is not {_JSON_NAMES[dict]}")
    found: dict[str, Any] = data
    return found


def part_of(data: Mapping[str, Any], name: str, read: Read) -> Any:
    """A field that is read by itself; errors have its name."""
    if name not in data:
        raise FieldError(MISSING, name)
    try:
        return read(data[name])
    except FieldError as problem:
        raise problem.within(name) from None


def _form(hint: Any) -> _Form:
    """How a type is read, or several types with a bar between them."""
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    forms = [_form_of_one(one) for one in options]
    readers = [read for _, read in forms if read is not None]
    in_words = " or ".join(dict.fromkeys(map(_named_type, options)))
    return _Form(frozenset().union(*(kinds for kinds, _ in forms)), readers[0] if readers else None, in_words)


def _named_type(hint: Any) -> str:
    return _JSON_NAMES.get(_JSON_KINDS.get(get_origin(hint) or hint, hint), _JSON_NAMES[dict])


_JSON_KINDS: Final[Mapping[Any, type]] = {tuple: list, datetime: date}


def _form_of_one(hint: Any) -> tuple[frozenset[type], Read | None]:
    if hint in (str, bool, int, type(None)):
        return frozenset((hint,)), None
    if hint is Decimal:
        return frozenset((int, float, Decimal)), decimal_of
    if hint in (date, datetime):
        return frozenset((str,)), _moment_from_iso
    if get_origin(hint) is tuple:
        return frozenset((list,)), _list_reader(*get_args(hint))
    return frozenset((dict,)), reader_of(hint) if has(hint) else None


def _moment_from_iso(value: str) -> datetime | date:
    try:
        return date.fromisoformat(value) if len(value) == len("2025-06-14") else datetime.fromisoformat(value)
    except ValueError:
        raise FieldError(f"{in_message(value)} is not {_JSON_NAMES[date]}") from None


def _list_reader(*hints: Any) -> Read:
    """How a tuple is read: of one type with ``...``, or of as many as there are."""
    if len(hints) > 1 and hints[1] is not Ellipsis:
        return _row_reader(*hints)
    return tuple_of(_item_reader(hints[0]))


def _row_reader(*hints: Any) -> Read:
    readers = [_item_reader(hint) for hint in hints]

    def read(values: list[Any]) -> tuple[Any, ...]:
        if len(values) != len(readers):
            raise FieldError(f"{len(values)} values are not {len(readers)}")
        return tuple(
            _read_numbered(number, one, value) for number, (one, value) in enumerate(zip(readers, values, strict=True))
        )

    return read


def _read_numbered(number: int, read: Read, value: Any) -> Any:
    try:
        return read(value)
    except FieldError as problem:
        raise problem.within(number) from None


def _item_reader(hint: Any) -> Read:
    form = _form(hint)

    def read(value: Any) -> Any:
        if value.__class__ not in form.kinds:
            raise FieldError(f"{in_message(value)} is not {form.in_words}")
        return value if form.read is None or value is None else form.read(value)

    return read


def tuple_of(read: Read) -> Read:
    """How a list is read whose items are read by a function; the result is a tuple."""

    def read_all(values: Any) -> tuple[Any, ...]:
        if values.__class__ is not list:
            raise FieldError(f"{in_message(values)} is not {_JSON_NAMES[list]}")
        found: list[Any] = []
        try:
            for value in values:
                found.append(read(value))  # noqa: PERF401 the number of those that were read is that of the wrong one
        except FieldError as problem:
            raise problem.within(len(found)) from None
        return tuple(found)

    return read_all


def decimal_of(value: Any) -> Decimal:
    """The Decimal of a number in JSON."""
    if value.__class__ is float and not isfinite(value):
        raise FieldError(f"{value!r} is not {_JSON_NAMES[Decimal]}")
    number = value if value.__class__ is Decimal else Decimal(str(value) if value.__class__ is float else value)
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_OF_FLOATS:
        raise FieldError(f"{in_message(value)} is not a number that a float can hold")
    return number


def with_floats(data: Any) -> Any:
    """Plain data with floats for Decimals: the numbers of settings are floats.

    Raises
    ------
    FieldError
        If a number is none that a float can hold, or the data is nested too deeply.
    """
    try:
        return _with_floats(data)
    except RecursionError as problem:
        raise FieldError("it is nested too deeply") from problem


def _with_floats(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _with_floats(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_with_floats(value) for value in data]
    return float(decimal_of(data)) if isinstance(data, Decimal | float) else data

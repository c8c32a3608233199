"""Values of plain data that a caller writes down: each field is checked by its annotation.

``@frozen(field_transformer=typed_fields)`` gives the fields of a class converters. A list is as good as a tuple, and
one string is never a list of letters.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping, Set
from functools import partial
from typing import Any, Final, get_args, get_origin

from attrs import Attribute

from newsdedup.support.errors import SettingError, in_message

_SCALARS: Final = {str: "a str", bool: "True or False", int: "a whole number"}
Check = Callable[[str, Any], Any]


def typed_fields(cls: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """The fields with a converter each, which checks the type of its annotation; a `field_transformer` of attrs.

    Raises
    ------
    SettingError
        When an instance is made with a value of another type; the error names the field.
    """
    names = vars(sys.modules[cls.__module__])
    return [one if one.converter else one.evolve(converter=_converter(one, names)) for one in fields]


def _converter(field: Attribute[Any], names: Mapping[str, Any]) -> Callable[[Any], Any]:
    kind = eval(field.type, dict(names)) if isinstance(field.type, str) else field.type
    return partial(_check_of(kind), field.alias or field.name)


def _check_of(kind: Any) -> Check:
    """What checks a value of a type, and gives it as that type."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple and parts[-1] is Ellipsis:
        return partial(_as_tuple, _check_of(parts[0]))
    if origin is tuple:
        return partial(_as_fixed, tuple(map(_check_of, parts)))
    if origin is frozenset:
        return partial(_as_set, _check_of(parts[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, item = map(_check_of, parts)
        return partial(_as_mapping, key, item)
    return partial(_as_scalar, kind)


def _as_scalar(kind: type, name: str, value: Any) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        allowed = _SCALARS.get(kind, f"a {kind.__name__}")
        raise SettingError(f"{name}: {in_message(value)} is of type {type(value).__name__}: give {allowed}")
    return value


def _as_tuple(check: Check, name: str, value: Any) -> tuple[Any, ...]:
    if isinstance(value, str):
        raise SettingError(f"{name}={in_message(value)} is one string: give a list, {name}=[{in_message(value)}]")
    if not isinstance(value, tuple | list):
        raise SettingError(f"{name}={in_message(value)} is of type {type(value).__name__}: give a list")
    return tuple(check(name, one) for one in value)


def _as_fixed(checks: tuple[Check, ...], name: str, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, tuple | list) or len(value) != len(checks):
        raise SettingError(f"{name} holds {in_message(value)}: give {len(checks)} values, as in (1, 2)")
    return tuple(check(name, one) for check, one in zip(checks, value, strict=True))


def _as_set(check: Check, name: str, value: Any) -> frozenset[Any]:
    if not isinstance(value, Set | tuple | list):
        raise SettingError(f"{name}={in_message(value)} is of type {type(value).__name__}: give a set")
    return frozenset(check(name, one) for one in value)


def _as_mapping(key: Check, item: Check, name: str, value: Any) -> Mapping[Any, Any]:
    if not isinstance(value, Mapping):
        raise SettingError(f"{name}={in_message(value)} is of type {type(value).__name__}: give a mapping")
    for one, other in value.items():
        key(name, one)
        item(name, other)
    return value if isinstance(value, types.MappingProxyType | dict) else dict(value)

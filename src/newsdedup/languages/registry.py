"""The languages that are known: those of this package, of installed packages, and of folders that a caller gives."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import EntryPoint, entry_points
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Protocol, TypeVar

from newsdedup.languages.detection import UNKNOWN
from newsdedup.languages.language import Language
from newsdedup.support.arguments import path_option
from newsdedup.support.errors import SettingError, pass_on_interruption
from newsdedup.support.processes import begin_processes_with

ENTRY_POINTS: Final = "newsdedup.languages"  # the group in which an installed package names its languages
_CODE: Final = re.compile(r"[a-z]{2,3}")
_PACKAGE: Final = "newsdedup.languages"
_FOLDER: Final = Path(__file__).parent
_NEEDED: Final = (
    "it needs an `__init__.py` that defines LANGUAGE = Language(code=…, name=…, **tables_in(__name__, __path__))"
)

_registered: dict[str, Language] = {}  # by code
_forget: list[Callable[[], None]] = []


# For what is made of a language's tables: the roles of a caller make a language of their own, and there may be any number.
cached_by_language: Final = functools.lru_cache(maxsize=32)


class _Cached(Protocol):
    def cache_clear(self) -> None: ...


Remembered = TypeVar("Remembered", bound=_Cached)


def forgotten_with_languages(cached: Remembered) -> Remembered:
    """Have a cache of what all languages have in common forgotten when a language is registered."""
    _forget.append(cached.cache_clear)
    return cached


def language_codes() -> list[str]:
    """The ISO 639-1 code of every known language; the tables are not read for it."""
    return sorted({*_built_in(), *(point.name for point in _installed()), *_registered})


@forgotten_with_languages
@functools.cache
def known_languages() -> Mapping[str, Language]:
    """The languages with tables, by their ISO 639-1 code; of two with one code the one that was added."""
    built_in = (importlib.import_module(f"{_PACKAGE}.{code}").LANGUAGE for code in _built_in())
    found = {language.code: language for language in (*built_in, *map(_language_at, _installed()))}
    return dict(sorted({**found, **_registered}.items()))


def register_language(folder: str | Path) -> Language:
    """Add a language to those that every function reads, from a folder of tables outside the package.

    Processes that the library starts know the language too. A process that you start yourself must register it again.
    An installed package can instead name its languages in the entry-point group ``newsdedup.languages``.

    Parameters
    ----------
    folder : str or Path
        With the files of a folder of `newsdedup/languages`: an ``__init__.py`` that defines ``LANGUAGE``, and its tables.
        If the package has tables for the same code, these take their place.

    Returns
    -------
    Language

    Raises
    ------
    SettingError
        If the folder does not exist or defines no ``LANGUAGE``, or if its tables are not those of a language.

    Examples
    --------
    >>> from pathlib import Path
    >>> import newsdedup.languages
    >>> folder = Path(newsdedup.languages.__file__).parent / "id"
    >>> register_language(folder).name
    'Indonesian'
    """
    place = path_option(folder, "folder").resolve()
    language = _language_in(place)
    _registered[language.code] = language
    begin_processes_with(register_language, str(place))
    for forget in _forget:
        forget()
    return language


def _built_in() -> Iterator[str]:
    return (module.name for module in pkgutil.iter_modules([str(_FOLDER)]) if module.ispkg)


@functools.cache
def _installed() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=ENTRY_POINTS))


def _language_at(point: EntryPoint) -> Language:
    """The language of an installed package: the value of its entry point, or the LANGUAGE of that module."""
    try:
        value = point.load()
    except Exception as problem:
        pass_on_interruption(problem)
        raise SettingError(f"the installed language {point.value!r} cannot be loaded: {problem}") from problem
    return _language_of_plug_in(value, f"the installed language {point.value!r}")


def _language_in(folder: Path) -> Language:
    """The language of a folder, whose modules are imported under a name of their own."""
    file, name = folder / "__init__.py", f"newsdedup_language_{sha256(str(folder).encode()).hexdigest()[:12]}"
    if not file.is_file():
        raise SettingError(f"{str(folder)!r} is not a folder of a language: {_NEEDED}")
    for known in [one for one in sys.modules if one == name or one.startswith(f"{name}.")]:
        del sys.modules[known]  # the tables may have been edited since
    spec = spec_from_file_location(name, file, submodule_search_locations=[str(folder)])
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as problem:
        pass_on_interruption(problem)
        raise SettingError(f"the tables in {str(folder)!r} cannot be loaded: {problem}") from problem
    return _language_of_plug_in(module, repr(str(folder)))


def _language_of_plug_in(value: Any, where: str) -> Language:
    language = value.__dict__.get("LANGUAGE") if isinstance(value, ModuleType) else value
    if not isinstance(language, Language):
        raise SettingError(f"{where} defines no language: {_NEEDED}")
    if not _CODE.fullmatch(language.code) or language.code == UNKNOWN:
        raise SettingError(f"{where}: code is {language.code[:60]!r}, not two or three small letters such as 'nl'")
    try:
        re.compile(language.word_form)
    except re.error as problem:
        raise SettingError(f"{where}: word_form is not a regular expression: {problem}") from problem
    return language

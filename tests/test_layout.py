"""The plan of the package: few entries at the top, and no name with two meanings."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import newsdedup

PACKAGE = Path(newsdedup.__file__).parent


def _names_defined_in(module: Path) -> Iterator[str]:
    for statement in ast.parse(module.read_text(encoding="utf-8")).body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_the_package_has_at_most_thirteen_entries_besides_those_that_python_names() -> None:
    entries = {path.name for path in PACKAGE.iterdir() if not path.name.startswith("__")} - {"py.typed"}
    assert len(entries) <= 13, sorted(entries)


def test_a_name_is_defined_in_one_module_only() -> None:
    """But a function on an engine is called as that which does the same on one machine."""
    modules = defaultdict(set)
    for module in PACKAGE.rglob("*.py"):
        is_table = module.parent.parent.name == "languages"  # one name per field, in each language
        for name in () if is_table else _names_defined_in(module):
            if module.parent.name != "spark" or name not in newsdedup.__all__:
                modules[name].add(str(module.relative_to(PACKAGE)))
    repeated = {name: sorted(files) for name, files in modules.items() if len(files) > 1 and name != "__all__"}
    assert repeated == {}


def test_no_public_name_is_also_that_of_a_module_beside_it() -> None:
    """Whoever imported the module first would find it under the name of the function."""
    entries = {path.stem for path in PACKAGE.iterdir()}
    modules = {
        name for name in entries & set(newsdedup.__all__) if not isinstance(getattr(newsdedup, name), ModuleType)
    }
    assert modules == set()

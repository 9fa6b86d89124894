"""Where the source names the key of a sentence: of an error, a problem or a notice."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import salgsplan_tui

_SOURCE: Final = Path(salgsplan_tui.__file__).parent
_KEY_AT: Final = {
    "KeyProblem": 0,
    "Misfit": 1,
    "Notice": 0,
    "Problem": 2,
    "Refused": 1,
    "_warn": 0,
    "notice": 0,
    "refusal": 0,
    "tell": 0,
}
"""Which argument of a call is a sentence's key, beside the errors of the family, whose first it is."""
_GIVES: Final = {"refusal": frozenset({"text"})}
"""Values that a call adds by itself."""
_KEEPS_ITS_VALUES_APART: Final = {"KeyProblem", "Misfit", "Notice", "Problem", "Refused"}


@dataclass(frozen=True)
class Use:
    """A place in the source that names a key."""

    where: str
    key: str
    values: frozenset[str] | None
    """The names of its values, where they stand as keywords in the call."""


@cache
def uses() -> tuple[Use, ...]:
    """Return every place that names a key, in the order of the files."""
    trees = _trees()
    positions = dict.fromkeys(_error_family(trees.values()), 0) | _KEY_AT
    return tuple(use for path, tree in trees.items() for use in _uses_in(path, tree, positions))


@cache
def words() -> frozenset[str]:
    """Return every string that the source holds beside the tables of sentences: a key in none of them is never said."""
    trees = [tree for path, tree in _trees().items() if not path.stem.endswith("_texts")]
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in nodes if isinstance(node.value, str))


@cache
def _trees() -> Mapping[Path, ast.Module]:
    return {path: ast.parse(path.read_bytes(), str(path)) for path in sorted(_SOURCE.rglob("*.py"))}


def _error_family(trees: Iterable[ast.Module]) -> set[str]:
    """Return the names of PlannerError and of every error that is one."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    parents = {each.name: {base.id for base in each.bases if isinstance(base, ast.Name)} for each in classes}
    family = {"PlannerError"}
    while more := {name for name, bases in parents.items() if bases & family} - family:
        family |= more
    return family


def _uses_in(path: Path, tree: ast.Module, positions: Mapping[str, int]) -> Iterator[Use]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name not in positions:
            continue
        keywords = {each.arg: each.value for each in call.keywords}
        key = keywords.get("key") or next(iter(call.args[positions[name] :]), None)
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            apart = None in keywords or name in _KEEPS_ITS_VALUES_APART
            values = None if apart else frozenset(map(str, keywords)) | _GIVES.get(name, frozenset())
            yield Use(f"{path.relative_to(_SOURCE)}:{call.lineno}", key.value, values)

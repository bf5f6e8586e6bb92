"""docs/developer/contract.md is complete: every item has a test that exists, every test of this folder has an item."""

from __future__ import annotations

import ast
import functools
import re

import pytest

from tests.harness import ROOT

TABLE = ROOT / "docs" / "developer" / "contract.md"
SECTIONS = [
    "Recordsets", "Models", "Fields", "Creating, copying, deleting", "Depending, changing, drafting", "Access", "Data files",
    "View inheritance", "System models", "The names of the counted tables", "Module life", "Bad input of addons",
]  # fmt: skip


def sections() -> dict[str, dict[str, list[str]]]:
    """Section → item → tests."""
    found: dict[str, dict[str, list[str]]] = {}
    home = ""
    for line in TABLE.read_text().splitlines():
        if line.startswith("## "):
            items = found.setdefault(line[3:], {})
        elif line.startswith("Tests: "):
            home = line.split("`")[1]
        elif line.startswith("| ") and not line.startswith("| item "):
            item, tests = re.split(r"(?<!\\)\|", line.strip("|"))
            names = re.findall(r"`((?:[\w/]+\.py::)?test_\w+)`", tests)
            items[item.strip()] = [name if "::" in name else f"{home}::{name}" for name in names]
    return found


@functools.cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / file).read_text())
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


def test_the_sections_are_those_of_the_contract() -> None:
    assert list(sections()) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_every_item_has_tests_that_exist(section: str) -> None:
    items = sections()[section]
    assert items
    assert [item for item, tests in items.items() if not tests] == []
    named = [name for tests in items.values() for name in tests]
    assert [name for name in named if name.partition("::")[2] not in functions_of(name.partition("::")[0])] == []


def test_every_test_of_this_folder_is_in_the_table() -> None:
    named = {name for items in sections().values() for tests in items.values() for name in tests}
    here = {
        f"contract/{path.name}::{test}"
        for path in (ROOT / "tests" / "contract").glob("test_*.py")
        if path.name != "test_table.py"
        for test in functions_of(f"contract/{path.name}")
    }
    assert sorted(here - named) == []

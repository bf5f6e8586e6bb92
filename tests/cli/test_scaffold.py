"""`odoo-bin.py scaffold`: what it writes installs, passes its own tests, the lint, and the check of translations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import harness
from tests.faults.conftest import ROOT, Sen, sen  # noqa: F401 – a fixture


@pytest.fixture
def play(request: pytest.FixtureRequest):
    """A database to install into: `base` and `web`, or everything for a policy."""
    name = harness.clone(request.getfixturevalue(request.param) if request.param else harness.build_template(["base", "web"], demo=False), "play")
    yield name
    harness.drop(name)


@pytest.mark.parametrize(("template", "name", "play", "tests"), [
    ("model", "library_book", "", 18), ("policy", "sale_policy_paid", "template_database", 7),
], indirect=["play"])
def test_what_it_writes_is_complete(sen: Sen, tmp_path: Path, template: str, name: str, play: str, tests: int) -> None:  # noqa: F811
    code, text = sen("scaffold", "-t", template, name, tmp_path)
    assert code == 0, text
    assert f"-i {name}" in text
    path = ("-d", play, "--addons-path", tmp_path)
    assert f"{name}: installed" in sen("module", "install", *path, name)[1]
    code, text = sen("test", *path, name)
    assert code == 0, text
    assert f"{tests} passed" in text
    assert sen("i18n", "check", "--addons-path", tmp_path, name)[0] == 0
    lint = subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "--config", ROOT / "pyproject.toml", tmp_path],
                          capture_output=True, text=True, check=False)
    assert lint.returncode == 0, lint.stdout
    assert "<<" not in "".join(file.read_text() for file in (tmp_path / name).rglob("*") if file.suffix in (".py", ".xml", ".csv", ".md", ".po"))


@pytest.mark.parametrize(("name", "says"), [
    ("Library Book", "Try 'library_book'"), ("library-book", "Try 'library_book'"), ("2books", "cannot be the name"), ("../books", "Try 'books'"),
    ("class", "cannot be the name"), ("_private", "Try 'private'"), ("a__b", "Try 'a_b'"), ("sách", "cannot be the name"), ("web", "already"),
])
def test_names_that_cannot_be(sen: Sen, tmp_path: Path, name: str, says: str) -> None:  # noqa: F811
    code, text = sen("scaffold", name, tmp_path)
    assert code != 0
    assert says in text
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(sen: Sen, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "library_book").mkdir()
    (tmp_path / "library_book" / "mine.txt").write_text("mine")
    code, text = sen("scaffold", "library_book", tmp_path)
    assert code != 0
    assert "exists already" in text
    assert [file.name for file in (tmp_path / "library_book").iterdir()] == ["mine.txt"]

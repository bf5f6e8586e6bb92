"""Manifests are literals; whatever is wrong with one is told with its line."""

from pathlib import Path

import pytest

from core.base.errors import LoadError
from core.modules import manifest


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "__manifest__.py").write_text(text)
    return folder


def problems_of(folder: Path) -> list:
    with pytest.raises(LoadError) as refused:
        manifest.read(folder)
    return refused.value.problems


def test_a_manifest_is_read_with_defaults(tmp_path):
    read = manifest.read(write(tmp_path / "demo", "{'name': 'Demo', 'version': '1.2', 'depends': ['sale']}"))
    assert (read.technical_name, read["name"], read.version) == ("demo", "Demo", "18.0.1.2")
    assert read.depends == ("sale",)
    assert read.auto_install is None
    assert read["license"] == "LGPL-3"


def test_an_addon_without_dependencies_needs_base(tmp_path):
    assert manifest.read(write(tmp_path / "demo", "{'name': 'Demo'}")).depends == ("base",)


def test_auto_install_may_name_its_sides(tmp_path):
    read = manifest.read(
        write(tmp_path / "bridge", "{'depends': ['a', 'b', 'c'], 'auto_install': ['a', 'b']}")
    )
    assert read.auto_install == {"a", "b"}
    read = manifest.read(write(tmp_path / "both", "{'depends': ['a', 'b'], 'auto_install': True}"))
    assert read.auto_install == {"a", "b"}


def test_a_misspelt_key_is_refused_with_the_nearest_one(tmp_path):
    [problem] = problems_of(write(tmp_path / "demo", "{\n  'name': 'Demo',\n  'depend': ['sale'],\n}"))
    assert problem.line == 3
    assert "'depend'" in problem.message
    assert "'depends'" in problem.hint


def test_all_mistakes_are_reported_together(tmp_path):
    found = problems_of(
        write(
            tmp_path / "demo", "{\n 'name': 3,\n 'depends': 'sale',\n 'data': [1],\n 'version': open('x'),\n}"
        )
    )
    assert [problem.line for problem in sorted(found, key=lambda p: p.line)] == [2, 3, 4, 5]


def test_nothing_is_executed(tmp_path):
    [problem] = problems_of(write(tmp_path / "demo", "import os\n{'name': 'Demo'}"))
    assert "not executed" in problem.hint


def test_a_syntax_error_names_its_line(tmp_path):
    [problem] = problems_of(write(tmp_path / "demo", "{\n 'name': 'Demo'\n 'version': '1.0'\n}"))
    assert problem.line in (2, 3)
    assert "Syntax error" in problem.message


def test_a_key_given_twice_is_refused(tmp_path):
    [problem] = problems_of(write(tmp_path / "demo", "{\n'name': 'a',\n'name': 'b'}"))
    assert problem.line == 3
    assert "line 2" in problem.message


@pytest.mark.parametrize(
    ("older", "newer"),
    [("18.0.1.0", "18.0.1.1"), ("18.0.1.9", "18.0.1.10"), ("18.0.1.0", "18.0.1.0.1"), (None, "18.0.1.0")],
)
def test_versions_compare_by_number(older, newer):
    assert manifest.version_key(older) < manifest.version_key(newer)

"""What the guides say about the command line is true."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from core.base.config import DEFAULTS, Config
from core.base.expression import compile_expression
from core.cli import root

DOCS = Path(__file__).resolve().parents[2] / "docs"
CONFIG = DOCS.parent / "config"


def all_options(command: click.Command) -> set[str]:
    found = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found |= all_options(command.get_command(context, name))  # type: ignore[arg-type]
    return found | {"--help"}


@pytest.mark.parametrize("guide", ["implementer/running.md", "implementer/index.md", "developer/index.md", "developer/addons.md", "developer/testing.md", "developer/translations.md"])
def test_options_in_the_guides_exist(guide: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    mentioned = set(re.findall(r"(?<![\w-])--[a-z][\w-]+", text))
    assert mentioned - all_options(root) == set()


def test_commands_in_the_guide_exist() -> None:
    text = (DOCS / "implementer/running.md").read_text(encoding="utf-8")
    table = {match.split()[0] for match in re.findall(r"^\| `([a-z0-9]+[^`]*)`", text.split("## Configuration")[0], re.MULTILINE)}
    assert table == set(root.list_commands(click.Context(root)))


@pytest.mark.parametrize("file", ["default.conf", "examples/sen.conf"])
def test_configuration_files_are_valid(file: str) -> None:
    config = Config()
    config.load(str(CONFIG / file), {})
    assert set(config._layers["file"]) <= set(DEFAULTS)


def test_the_expression_of_the_guide() -> None:
    hidden = compile_expression("state != 'draft' and not parent.active")
    assert hidden.names == {"state", "parent"}
    assert hidden.to_javascript() is not None

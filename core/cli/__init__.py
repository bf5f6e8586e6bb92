"""The command line: one file per command.

``core/cli/<name>.py`` (a trailing ``_`` is not part of the name) defines ``command``, a click command or group. A file
is imported only when its command is used, so that a command starts without loading the others. Without a command –
also when only options are given – ``server`` runs. Shared options and helpers are in ``core.cli._common``.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

_FOLDER = Path(__file__).parent
_DEFAULT = "server"


class Commands(click.Group):
    """Finds commands by their files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (path.stem for path in _FOLDER.glob("*.py") if not path.stem.startswith("_"))
        return sorted(name.rstrip("_") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if not cmd_name.isidentifier() or cmd_name.startswith("_"):
            return None
        for name in (cmd_name, f"{cmd_name}_"):
            if (_FOLDER / f"{name}.py").is_file():
                module = importlib.import_module(f"core.cli.{name}")
                return module.command  # type: ignore[no-any-return]
        return None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            close = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f" Did you mean {close[0]!r}?" if close else ""
            raise click.UsageError(
                f"There is no command {args[0]!r}.{hint} The commands are {', '.join(self.list_commands(ctx))}.", ctx
            ) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version="1.0.0", prog_name="Sen")
def root() -> None:
    """Sen: sales, stock and accounting. Without a command the server starts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    if not args or (args[0].startswith("-") and args[0] not in ("-h", "--help", "--version")):
        args.insert(0, _DEFAULT)
    try:
        result = root.main(args=args, prog_name="odoo-bin.py", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:
        return _explain(error)
    return int(result or 0) if isinstance(result, int) else 0


def _explain(error: Exception) -> int:
    """Errors meant for people are printed without a traceback; others are mistakes of ours and keep it."""
    from core.base.errors import LoadError, UserError
    from core.base.expression import ExpressionError
    from core.db.errors import explain

    error = explain(error) or error
    if isinstance(error, LoadError):
        click.secho(f"Nothing was changed. {len(error.problems)} problem(s) to mend first:", fg="red", err=True)
        click.echo(str(error), err=True)
        return 1
    friendly = isinstance(error, (UserError, ConnectionError)) or getattr(error, "is_explained", False)
    friendly = friendly or (type(error) is ValueError and not isinstance(error, ExpressionError))
    if isinstance(error, OSError) and error.filename and error.strerror:
        error, friendly = ValueError(f"{error.filename}: {error.strerror}."), True
    if not friendly:
        raise error
    click.secho(str(error), fg="red", err=True)
    return 1

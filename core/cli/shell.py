"""``odoo-bin.py shell``: Python with ``env`` in scope, interactive or from standard input."""

from __future__ import annotations

import code
import sys
from typing import Any

import click

from core.cli import _common
from core.cli._common import common_options, database_option


@click.command("shell")
@common_options
@database_option
@click.option("--shell-interface", hidden=True)
@click.option("--no-http", is_flag=True, hidden=True)
def command(shell_interface: str | None, no_http: bool) -> int:
    """Python with env in scope. Nothing is kept without env.cr.commit()."""
    _common.set_up_logging("warn")
    name = _common.database_name()
    registry = _common.open_registry(name)

    from core.orm.environment import Environment

    with registry.cursor() as cr:
        try:
            context = Environment(cr, 1, {})["res.users"].context_get()
            env = Environment(cr, 1, dict(context))
            names: dict[str, Any] = {"env": env, "self": env.user, "registry": registry, "__name__": "__console__"}
            if sys.stdin.isatty():
                _interact(names, name)
            else:
                _run_script(sys.stdin.read(), names)
        finally:
            cr.rollback()
    registry.signal_changes()
    return 0


class _Script(code.InteractiveInterpreter):
    """Runs the administrator's script; an error ends the process with its traceback."""

    def showtraceback(self) -> None:
        raise  # noqa: PLE0704 – called from an except block


def _run_script(source: str, names: dict[str, Any]) -> None:
    _Script(names).runcode(compile(source, "<stdin>", "exec"))


def _interact(names: dict[str, Any], dbname: str) -> None:
    try:
        import readline
        import rlcompleter

        readline.set_completer(rlcompleter.Completer(names).complete)
        readline.parse_and_bind("tab: complete")
    except ImportError:
        pass
    banner = f"Sen shell on {dbname}: env, self (the user), registry. env.cr.commit() keeps changes."
    code.interact(banner, local=names, exitmsg="")

"""Options and helpers shared by commands."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from core.base.config import config

if TYPE_CHECKING:
    from core.orm.registry import Registry

F = TypeVar("F", bound=Callable[..., Any])

LOG_LEVELS = ("debug_rpc_answer", "debug_rpc", "debug", "debug_sql", "info", "test", "runbot", "warn", "error", "critical", "notset")


def _set(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Keep a given option in the configuration under its name."""
    if value is not None and value != () and param.name:
        config.set_options(**{param.name: list(value) if isinstance(value, tuple) else value})
    return value


def _config_file(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value:
        config.load(value)
    return value


def option(*names: str, **kwargs: Any) -> Callable[[F], F]:
    """A click option stored in the configuration; ``None`` when not given, so that lower layers stay."""
    kwargs.setdefault("default", None)
    return click.option(*names, callback=_set, expose_value=False, **kwargs)


_COMMON = (
    click.option("-c", "--config", "config_file", callback=_config_file, is_eager=True, expose_value=False,
                 help="Configuration file."),
    option("--addons-path", "addons_path", help="Comma-separated folders of addons, searched before the own ones."),
    option("-D", "--data-dir", "data_dir", help="Folder of the embedded database, attachments and sessions."),
    option("--db_host", "--db-host", "db_host", help="Database server (default: the embedded one)."),
    option("--db_port", "--db-port", "db_port", type=int, help="Port of the database server."),
    option("-r", "--db_user", "--db-user", "db_user", help="Database user."),
    option("-w", "--db_password", "--db-password", "db_password", help="Database password."),
    option("--db_sslmode", "--db-sslmode", "db_sslmode", help="SSL mode of database connections."),
    option("--db_maxconn", "--db-maxconn", "db_maxconn", type=int, help="Most connections per process."),
    option("--db-template", "db_template", help="Template of new databases."),
    option("--log-level", "log_level", type=click.Choice(LOG_LEVELS), help="How much to log."),
    option("--log-handler", "log_handler", multiple=True, help="LOGGER:LEVEL, may be repeated."),
    option("--logfile", "logfile", help="Log to this file."),
)  # fmt: skip


def common_options(command: F) -> F:
    """Configuration file, addons path, data folder, database server, logging."""
    for decorate in reversed(_COMMON):
        command = decorate(command)
    return command


def database_option(command: F) -> F:
    """``-d NAME``, kept in the configuration as ``db_name``."""
    return option("-d", "--database", "db_name", help="Database.")(command)


def database_name() -> str:
    """The one database asked for with ``-d`` or in the configuration."""
    names = [name.strip() for name in config["db_name"].split(",") if name.strip()]
    if not names:
        raise click.UsageError("Which database? Name it with -d.")
    return names[0]


# Logging


class _Colours(logging.Formatter):
    _COLOURS = {"WARNING": "yellow", "ERROR": "red", "CRITICAL": "red", "DEBUG": "blue"}

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        colour = self._COLOURS.get(record.levelname)
        return click.style(text, fg=colour) if colour and sys.stderr.isatty() else text


def set_up_logging(default: str | None = None) -> None:
    """Log as the configuration says, to the error output or a file."""
    level_name = config["log_level"] if config["log_level"] != "info" or default is None else default
    level = getattr(logging, level_name.split("_")[0].upper(), logging.INFO)
    if config["logfile"]:
        handler: logging.Handler = logging.FileHandler(config["logfile"], encoding="utf-8")
        handler.setFormatter(logging.Formatter(_LOG_FORMAT))
    else:
        handler = logging.StreamHandler()
        handler.setFormatter(_Colours(_LOG_FORMAT))
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(level)
    if level_name == "debug_sql":
        logging.getLogger("core.db").setLevel(logging.DEBUG)
    for entry in config["log_handler"]:
        name, _colon, wanted = entry.partition(":")
        logging.getLogger(name or None).setLevel(wanted.upper() or "DEBUG")
    for noisy in ("weasyprint", "fontTools", "procrastinate", "PIL"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


_LOG_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


# Processes


def stop_with_parent() -> None:
    """End this process when its parent is gone: a killed server cannot stop its workers, so they notice."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, name="stop-with-parent", daemon=True).start()


# Progress


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """A ``progress(done, total, text)`` function: a bar on a terminal, one line per step elsewhere."""
    if not sys.stderr.isatty():
        last = [""]

        def line(done: int, total: int, text: str) -> None:
            if text != last[0]:
                last[0] = text
                click.echo(f"{title}: {done}/{total} {text}", err=True)

        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)

        def step(done: int, total: int, text: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{title}: {text}")

        yield step


# Databases and registries


def open_registry(
    dbname: str,
    install: Sequence[str] = (),
    upgrade: Sequence[str] = (),
    *,
    demo: bool = False,
    create: bool = False,
    after_module: Any = None,
) -> Registry:
    """The registry of a database, after installing and upgrading what is asked for.

    A new database (``create``) gets ``base`` and, unless other addons are asked for, ``web``.
    """
    from core import db
    from core.orm.registry import Registry

    load_rooms()
    created = create and not db.exists(dbname)
    if created:
        click.echo(f"Creating database {dbname}", err=True)
        db.create_database(dbname)
    is_new = created or not is_set_up(dbname)
    if not install and not upgrade and not is_new:
        return Registry.get(dbname)
    if is_new and config["country"]:
        after_module = _with_country(after_module)
    try:
        return change_modules(
            dbname, list(install) or ["base", "web"], upgrade, demo=demo, after_module=after_module
        )
    except BaseException:
        if created:  # an empty database would only be in the way of the next attempt
            db.drop_database(dbname)
        raise


def _with_country(after_module: Any) -> Any:
    """Also give the company of a new database its country (``--country``) before other addons look at it."""

    def after(env: Any, name: str) -> None:
        if name == "base":
            set_country(env, config["country"])
        if after_module:
            after_module(env, name)

    return after


def set_country(env: Any, code: str) -> None:
    """Country and currency of the main company, and the country's time zone, if it has one, for the users."""
    import pytz

    country = env["res.country"].search([("code", "=", code.upper())], limit=1)
    if not country:
        raise click.UsageError(f"There is no country {code!r}; give its ISO code, e.g. VN.")
    company = env.ref("base.main_company")
    if country.currency_id:
        country.currency_id.active = True
        company.currency_id = country.currency_id
    company.country_id = country
    zones = pytz.country_timezones.get(code.upper(), [])
    if len(zones) == 1:
        env["res.users"].with_context(active_test=False).search([]).write({"tz": zones[0]})


def is_set_up(dbname: str) -> bool:
    """Whether addons were installed in the database."""
    from core import db

    with db.connect(dbname).cursor(readonly=True) as cr:
        cr.run("SELECT to_regclass('ir_module_module') IS NOT NULL")
        return bool(cr.fetchone()[0])


def change_modules(
    dbname: str, install: Sequence[str], upgrade: Sequence[str], *, demo: bool, after_module: Any = None
) -> Registry:
    """Install and upgrade addons in one transaction, and tell the other workers."""
    from core.modules import operations
    from core.orm.registry import Registry

    load_rooms()
    with progress_bar("Installing" if install else "Upgrading") as progress:
        operations.change(
            dbname, install=install, upgrade=upgrade, demo=demo, progress=progress, after_module=after_module
        )
    return Registry.get(dbname)


def load_rooms() -> None:
    """Import the rooms that register data tags and checks, before addons are installed or loaded."""
    import importlib

    for room in ("core.compat", "core.workflow", "core.views", "core.http"):
        importlib.import_module(room)


def split_names(text: str | None) -> list[str]:
    """``'sale, stock'`` → ``['sale', 'stock']``."""
    return [name.strip() for name in (text or "").split(",") if name.strip()]

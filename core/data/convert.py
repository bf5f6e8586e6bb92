"""Loading one data file into the database."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2

from core.base.errors import ConcurrencyError, LoadError, Problem
from core.data import source
from core.data.load import Converter, RowError, group_rows, load_records, split_path
from core.data.source import CsvSource, SqlSource, XmlSource
from core.data.xml_loader import XmlLoader

if TYPE_CHECKING:
    from core.orm.environment import Environment

_logger = logging.getLogger(__name__)


def convert_file(
    env: Environment,
    module: str,
    path: str | Path,
    *,
    noupdate: bool = False,
    mode: str = "init",
    report: Any = None,
) -> None:
    """Load the data file `path` as part of the addon `module`.

    :param noupdate: records are marked so that later updates leave them alone
    :param mode: 'init' or 'update'; an update does not touch records marked `noupdate`
    :raises LoadError: with the file and line of the record that could not be loaded
    """
    parsed = source.parse(path)
    env = env(context={**env.context, "install_mode": True}, user=1, su=True)
    _logger.debug("loading %s/%s", module, parsed.path.name)
    if isinstance(parsed, XmlSource):
        XmlLoader(env, module, parsed.path, noupdate=noupdate, mode=mode).load(parsed.root)
    elif isinstance(parsed, CsvSource):
        load_csv(env, module, parsed, noupdate=noupdate, mode=mode)
    elif isinstance(parsed, SqlSource):
        env.cr.execute(parsed.text)


def load_csv(
    env: Environment, module: str, parsed: CsvSource, *, noupdate: bool = False, mode: str = "init"
) -> None:
    """Load a CSV data file: all its records in one batch."""
    model = env[parsed.model].with_context(_import_current_module=module)
    paths = [split_path(name) for name in parsed.header]
    if ["id"] not in paths:
        raise LoadError([Problem("The header has no column 'id' for the external id.", str(parsed.path), 1)])
    problems: list[Problem] = []
    waiting: dict[str, dict[str, Any]] = {}

    def flush(xml_id: str | None = None) -> None:
        """Load the rows read so far; for a look-up only when it is about one of them."""
        if not problems and (xml_id is None or xml_id in waiting):
            data_list = list(waiting.values())
            waiting.clear()
            _load_rows(env, model, data_list, parsed, update=mode == "update")

    converter = Converter(model.env, flush)
    for first, _last, rows in group_rows(model, paths, [row for _line, row in parsed.rows]):
        line = parsed.rows[first][0]
        try:
            data = converter.record(model, paths, rows, module)
        except RowError as error:
            problems.append(Problem(str(error.args[0]), str(parsed.path), line))
            continue
        if "." not in data.get("xml_id", ""):
            problems.append(Problem("The column 'id' is empty.", str(parsed.path), line))
            continue
        waiting[data["xml_id"]] = {**data, "noupdate": noupdate, "line": line}
    if problems:
        raise LoadError(problems)
    flush()


def _guarded(function: Callable[[], Any], parsed: CsvSource, line: int) -> None:
    """Run a step; what it refuses is reported with the file."""
    try:
        function()
    except (LoadError, ConcurrencyError, psycopg2.OperationalError):
        raise
    except Exception as error:
        raise LoadError(
            [Problem(f"The records of {parsed.model} were refused: {error}", str(parsed.path), line)]
        ) from error


def _load_rows(
    env: Environment, model: Any, data_list: list[dict[str, Any]], parsed: CsvSource, *, update: bool
) -> None:
    """A batch; an x2many column left empty says nothing about lines added by others."""
    for data in data_list:
        data["values"] = {name: value for name, value in data["values"].items() if value != [(6, 0, [])]}
    if not data_list:
        return

    def load(part: list[dict[str, Any]]) -> None:
        with env.cr.savepoint():
            load_records(model, part, update)
            env.flush_all()

    try:
        load(data_list)
    except (LoadError, ConcurrencyError, psycopg2.OperationalError):
        raise
    except Exception:
        for data in data_list:  # one by one, to name the row at fault
            _guarded(functools.partial(load, [data]), parsed, data["line"])

"""``odoo.tools.convert``: loading data files under the signature addons know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.base.errors import LoadError
from core.data import convert_file as _convert_file
from core.tools.misc import file_path


class ParseError(Exception):
    """A data file could not be loaded."""


def convert_file(
    env: Any,
    module: str,
    filename: str,
    idref: dict[str, int] | None = None,
    mode: str = "update",
    noupdate: bool = False,
    kind: str | None = None,
    pathname: str | None = None,
) -> None:
    """Load one XML, CSV or SQL file of an addon."""
    path = Path(pathname or file_path(f"{module}/{filename}"))
    if path.suffix.lower() == ".sql":
        env.cr.execute(path.read_text(encoding="utf-8"))
        return
    try:
        _convert_file(env, module, path, noupdate=noupdate, mode=mode)
    except LoadError as error:
        raise ParseError(str(error)) from error


def convert_xml_import(
    env: Any, module: str, xmlfile: Any, idref: Any = None, mode: str = "init", noupdate: bool = False, report: Any = None
) -> None:
    convert_file(env, module, "", idref, mode, noupdate, pathname=getattr(xmlfile, "name", xmlfile))


def convert_csv_import(
    env: Any, module: str, fname: str, csvcontent: bytes, idref: Any = None, mode: str = "init", noupdate: bool = False
) -> None:
    convert_file(env, module, fname, idref, mode, noupdate)


def convert_sql_import(env: Any, fp: Any) -> None:
    env.cr.execute(fp.read())

"""Mappings: which file feeds which model, and what each column means. Read from TOML or JSON, or made by the import page."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Any

from core.base.errors import UserError
from core.i18n import _

MAX_PROBLEMS_SHOWN = 50


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with a file, a row or a cell; rows count from 1, the header being row 1."""

    file: str
    row: int | None
    column: str | None
    message: str
    value: str = ""
    is_reference: bool = False
    """The cell refers to a record that is not there (yet)."""

    def __str__(self) -> str:
        row = ", " + _("row %s", self.row) if self.row else ""
        column = ", " + _("column %s", self.column) if self.column else ""
        return f"{self.file}{row}{column}: {self.message}"


class ImportRefused(UserError):
    """Nothing was imported; `problems` says why, cell by cell."""

    def __init__(self, problems: Sequence[CellProblem]) -> None:
        self.problems = list(problems)
        shown = "\n".join(map(str, self.problems[:MAX_PROBLEMS_SHOWN]))
        more = len(self.problems) - MAX_PROBLEMS_SHOWN
        if more > 0:
            shown += "\n" + _("… and %s more.", more)
        super().__init__(
            shown,
            code="import.refused",
            hint=_("Nothing was imported. Correct the files or the mapping and import again."),
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean '…'?` with the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(known), 1)
    return " " + _("Did you mean '%s'?", near[0]) if near else ""


# -- mappings --------------------------------------------------------------------------------------


@dataclass
class Lookup:
    """How a cell finds the record it refers to: by external id, or by a field of a model."""

    external_id: str | None = None
    """A pattern such as `northwind.customer_{value}`."""
    model: str | None = None
    by: str = "name"
    """A field; `.id` is the database id, `display_name` what a look-up field shows."""
    aliases: dict[str, str] = dataclass_field(default_factory=dict)
    """Spellings of the file → spellings of the database."""


@dataclass
class Total:
    """A sum over another file: of `sum` in the rows whose `match` equals this row's `key`."""

    file: str
    sum: str
    match: str
    key: str


@dataclass
class Column:
    """One column of a file and the field it feeds."""

    column: str
    field: str
    """A field, `id` (the external id), `.id` (the database id), or a path: `partner_id/id`, `order_line/product_id/default_code`."""
    type: str | None = None
    """text, integer, number, date, datetime, boolean; by default as the field's type."""
    required: bool = False
    unique: bool = False
    decimal: str = "."
    thousands: str = ""
    format: str | None = None
    """Of dates, as in strptime."""
    multiply: float | None = None
    lookup: Lookup | None = None
    values: dict[str, Any] = dataclass_field(default_factory=dict)
    """Words of the file → values of the field."""
    default: Any = None
    add: Total | None = None
    prefix: str = ""
    create: bool = False
    """Create the record a name refers to when there is none."""


@dataclass
class Lines:
    """Child rows, in a file of their own or beside their parent's cells, becoming a one2many of the parent."""

    file: str
    field: str
    parent_column: str
    """The column of the child file that names the parent; empty when the lines stand in the parent's own rows."""
    key_column: str
    columns: list[Column]
    constants: dict[str, Any] = dataclass_field(default_factory=dict)
    external_id: str | None = None


@dataclass
class Mapping:
    """One table → one model."""

    model: str
    file: str
    columns: list[Column]
    namespace: str = "__import__"
    external_id: str | None = None
    key: str | None = None
    """A field by which records that exist already are found and updated, e.g. `default_code`."""
    constants: dict[str, Any] = dataclass_field(default_factory=dict)
    context: dict[str, Any] = dataclass_field(default_factory=dict)
    lines: list[Lines] = dataclass_field(default_factory=list)
    call: str | None = None
    """A method called on all imported records at the end."""
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    sheet: str | None = None
    headers: bool = True
    """Whether the first row names the columns; else they are called 1, 2, 3 …"""
    overflow: str | None = None
    """A text column that may hold the separator without quotes: surplus cells of a row belong to it."""
    null: list[str] = dataclass_field(default_factory=lambda: [""])
    source: str = ""


def read_mappings(path: Path | str) -> list[Mapping]:
    """The mappings of a TOML or JSON file, or of all such files of a folder in the order of their names.

    :raises ImportRefused: for what cannot be understood, with the nearest known key
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(entry for entry in path.iterdir() if entry.suffix in (".toml", ".json"))
        if not files:
            raise ImportRefused(
                [CellProblem(str(path), None, None, _("The folder holds no mapping (*.toml, *.json)."))]
            )
        return [mapping for file in files for mapping in read_mappings(file)]
    try:
        text = path.read_text(encoding="utf-8")
        content = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        raise ImportRefused(
            [CellProblem(str(path), None, None, _("The mapping cannot be read: %s.", error.strerror))]
        ) from error
    except ValueError as error:
        raise ImportRefused(
            [CellProblem(str(path), None, None, _("The mapping is broken: %s", error))]
        ) from error
    tables = content.get("tables", [content]) if isinstance(content, dict) else content
    return [_build(Mapping, {**table, "source": str(path)}, str(path)) for table in tables]


_NESTED: dict[tuple[type, str], tuple[type, bool]] = {
    (Mapping, "columns"): (Column, True),
    (Mapping, "lines"): (Lines, True),
    (Lines, "columns"): (Column, True),
    (Column, "lookup"): (Lookup, False),
    (Column, "add"): (Total, False),
}


def _build(kind: type, values: dict[str, Any], file: str) -> Any:
    """A mapping object from its table; unknown and missing keys are refused."""
    known = {entry.name: entry for entry in fields(kind)}
    for key in values:
        if key not in known:
            hint = did_you_mean(key, known) or " " + _("Known keys: %s.", ", ".join(known))
            raise ImportRefused([CellProblem(file, None, None, _("Unknown key '%s' in the mapping.", key) + hint)])
    arguments = dict(values)
    for key, value in values.items():
        if (kind, key) in _NESTED:
            nested, many = _NESTED[kind, key]
            arguments[key] = (
                [_build(nested, item, file) for item in value] if many else _build(nested, value, file)
            )
    try:
        return kind(**arguments)
    except TypeError as error:
        raise ImportRefused([CellProblem(file, None, None, _("The mapping is incomplete: %s", error))]) from error


def files_of(mapping: Mapping) -> list[str]:
    """Names of the files a mapping reads."""
    names = [mapping.file, *(lines.file for lines in mapping.lines)]
    columns = [*mapping.columns, *(column for lines in mapping.lines for column in lines.columns)]
    return list(dict.fromkeys([*names, *(column.add.file for column in columns if column.add)]))

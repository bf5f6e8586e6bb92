"""Importing tables (CSV, XLSX) into models: all or nothing, errors by file, row and column.

One engine for two ways in: mapping files (`odoo-bin.py import`, see `docs/implementer/import.md`) and the import page of
the browser, which makes the same :class:`Mapping` from what the user chose. All cells are converted first; only when
every one is sound are records created. With `changes` noted, an import can be undone.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
import pytz

from core.base.errors import ConcurrencyError, UserError
from core.base.text import search_key
from core.data import xmlids
from core.data.cells import CellError, parse_boolean, parse_datetime, parse_number
from core.data.load import load_converted, split_path
from core.data.table_files import SPREADSHEETS, FileProblem, TableFormat, read_rows
from core.data.table_mapping import (
    CellProblem,
    Column,
    ImportRefused,
    Lines,
    Lookup,
    Mapping,
    did_you_mean,
    files_of,
    read_mappings,
)
from core.data.table_references import References, UnknownReference, cell_text, identifier
from core.i18n import _

if TYPE_CHECKING:
    from core.orm.environment import Environment

Progress = Callable[[int, int, str], None]

BATCH_SIZE = 500
MAX_ROWS_TRIED_ALONE = 2000
EXTERNAL_ID, DATABASE_ID = "id", ".id"
COLUMN_IN_PATTERN = re.compile(r"\{([^{}]*)\}")
"""A column in the pattern of an external id: `customer_{code}`. Not `str.format`, which follows attributes."""

__all__ = [
    "CellError", "CellProblem", "Change", "Column", "ImportRefused", "Lines", "Lookup", "Mapping", "TableFile", "TableImport",
    "convert", "files_of", "import_tables", "parse_boolean", "parse_datetime", "parse_number", "read_mappings", "read_table",
]  # fmt: skip


# -- tables ----------------------------------------------------------------------------------------


@dataclass
class TableFile:
    """A file by its content, as it was uploaded."""

    name: str
    content: bytes


@dataclass
class Table:
    """A file read: rows as dicts, with their row numbers."""

    name: str
    header: list[str]
    rows: list[tuple[int, dict[str, Any]]]
    uneven: list[tuple[int, list[Any]]] = dataclass_field(default_factory=list)
    """Rows with more or fewer cells than the header names columns."""


def read_table(file: Path | TableFile, mapping: Mapping, lenient: bool = False) -> Table:
    """Read a CSV or XLSX file.

    :param lenient: keep rows of another width aside instead of refusing the file
    :raises ImportRefused: wrong encoding, separator or number of cells, with the row
    """
    suffix = Path(file.name).suffix.lower().lstrip(".")
    shape = TableFormat(suffix if suffix in SPREADSHEETS else "csv", mapping.encoding, mapping.delimiter, mapping.quote, mapping.sheet)
    try:
        content = file.content if isinstance(file, TableFile) else file.read_bytes()
        if shape.kind in SPREADSHEETS and not content.startswith((b"PK", b"\xd0\xcf")):
            shape.kind = "csv"
        table = _table(file.name, read_rows(file.name, content, shape), mapping)
    except OSError as error:
        raise ImportRefused(
            [CellProblem(file.name, None, None, _("The file cannot be read: %s.", error.strerror))]
        ) from error
    except FileProblem as error:
        raise ImportRefused([CellProblem(file.name, error.row, None, str(error))]) from error
    if table.uneven and not lenient:
        raise ImportRefused([CellProblem(table.name, row, None, _wrong_width(cells, table.header)) for row, cells in table.uneven])
    return table


def _table(name: str, numbered_rows: Iterator[tuple[int, list[Any]]], mapping: Mapping) -> Table:
    header: list[str] = []
    rows: list[tuple[int, dict[str, Any]]] = []
    uneven: list[tuple[int, list[Any]]] = []
    for number, cells in numbered_rows:
        if not header:
            header = column_names(cells, mapping.headers)
            _check_separator(name, header, mapping)
            if mapping.headers:
                continue
        if any(cell not in ("", None) for cell in cells):
            cells = _joined_overflow(cells, header, mapping)
            if len(cells) != len(header):
                uneven.append((number, cells))
                continue
            rows.append((number, dict(zip(header, cells, strict=True))))
    if not header:
        raise ImportRefused([CellProblem(name, 1, None, _("The file is empty; its first row names the columns."))])
    return Table(name, header, rows, uneven)


def column_names(cells: Sequence[Any], named: bool = True) -> list[str]:
    """Names of the columns: what the first row says, told apart when it says the same twice; else 1, 2, 3 …"""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = cell_text(cell) if named and cell is not None else ""
        name = name or str(number)
        names.append(name if name not in names else f"{name} ({number})")
    return names


def _joined_overflow(cells: list[Any], header: list[str], mapping: Mapping) -> list[Any]:
    """The row with surplus cells joined into the column that overflows."""
    surplus = len(cells) - len(header)
    if surplus <= 0 or mapping.overflow not in header:
        return cells
    position = header.index(mapping.overflow)
    end = position + surplus + 1
    return [*cells[:position], mapping.delimiter.join(map(str, cells[position:end])), *cells[end:]]


def guess_overflow(table: Table, delimiter: str) -> str | None:
    """The text column that holds the separator without quotes: joining there makes the other cells look like their columns."""
    surplus = [cells for _row, cells in table.uneven if len(cells) > len(table.header)]
    if not surplus or len(surplus) != len(table.uneven):
        return None
    shapes = [{_shape(row[name]) for _number, row in table.rows[:MAX_ROWS_TRIED_ALONE]} for name in table.header]
    best, best_score = None, 0
    for position, name in enumerate(table.header):
        mapping = Mapping("", "", [], delimiter=delimiter, overflow=name)
        joined = [_joined_overflow(cells, table.header, mapping) for cells in surplus]
        score = sum(
            index != position and _shape(cell) in shapes[index] for cells in joined for index, cell in enumerate(cells))
        if score > best_score:
            best, best_score = name, score
    return best


def _shape(cell: Any) -> str:
    """What a text looks like: `WA1 1DP` → `a9 9a`."""
    return re.sub(r"9+", "9", re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "9", cell_text(cell)))) if cell not in ("", None) else ""


def _wrong_width(cells: list[Any], header: list[str]) -> str:
    message = _("%(cells)s cells, but the header names %(columns)s columns.", cells=len(cells), columns=len(header))
    if len(cells) > len(header):
        message += " " + _(
            "Put texts that hold the separator between double quotes, or name their column in the mapping (overflow = …)."
        )
    return message


def _check_separator(name: str, header: list[str], mapping: Mapping) -> None:
    """One column only, with another separator inside: the mapping names the wrong one."""
    if len(header) != 1:
        return
    labels = {";": _("semicolon"), ",": _("comma"), "\t": _("tab"), "|": _("bar")}
    for separator, label in labels.items():
        if separator != mapping.delimiter and separator in header[0]:
            message = _(
                'The columns seem to be separated by a %(label)s. Set delimiter = "%(mark)s" in the mapping.',
                label=label, mark="\\t" if separator == "\t" else separator)  # fmt: skip
            raise ImportRefused([CellProblem(name, 1, None, message)])


# -- cells → values --------------------------------------------------------------------------------


_KINDS = {
    "integer": "integer", "float": "number", "monetary": "number", "date": "date", "datetime": "datetime",
    "boolean": "boolean",
}  # fmt: skip


def convert(column: Column, field_type: str, text: Any) -> Any:
    """The value of a cell that is not empty and not a reference.

    :raises CellError: with the reason
    """
    if column.values:
        if str(text) not in column.values:
            raise CellError(_("'%(text)s' is none of %(words)s.", text=text, words=", ".join(column.values)))
        return column.values[str(text)]
    kind = column.type or _KINDS.get(field_type, "text")
    if kind in ("number", "integer"):
        number = parse_number(text, column.decimal, column.thousands) * Decimal(str(column.multiply or 1))
        if kind == "number":
            return float(number)
        if number != number.to_integral_value():
            raise CellError(_("'%s' is not a whole number.", text))
        return int(number)
    if kind == "date":
        return parse_datetime(text, column.format).date()
    if kind == "datetime":
        return parse_datetime(text, column.format).replace(microsecond=0)
    if kind == "boolean":
        return parse_boolean(text)
    if kind != "text":
        raise CellError(_("The mapping gives the unknown type '%s'.", kind))
    return column.prefix + cell_text(text)


def choice(model_field: Any, env: Environment, text: Any) -> Any:
    """The value of a selection field by its technical value or its label, with or without diacritics, in any language.

    :raises CellError: with the choices there are
    """
    plain = cell_text(text)
    labels: dict[str, str] = {}
    for lang in {env.lang or "en_US", "en_US", *(code for code, _name in env["res.lang"].get_installed())}:
        for value, label in model_field._description_selection(env(context={**env.context, "lang": lang})):
            if plain == value:
                return value
            labels.setdefault(search_key(str(label)), value)
    found = labels.get(search_key(plain))
    if found is None:
        shown = ", ".join(str(label) for _value, label in model_field._description_selection(env)[:10])
        raise CellError(_("'%(text)s' is none of the choices: %(choices)s.", text=plain, choices=shown))
    return found


# -- the import ------------------------------------------------------------------------------------


@dataclass
class Record:
    """A record to be loaded, and where it comes from."""

    row: int
    xml_id: str | None
    values: dict[str, Any]
    id: int | None = None
    rows: list[tuple[int, dict[str, Any]]] = dataclass_field(default_factory=list)
    """All rows of the file that speak of the record; the further ones hold its lines only."""

    def data(self) -> dict[str, Any]:
        return {"xml_id": self.xml_id, "values": self.values, **({"id": self.id} if self.id else {})}


@dataclass
class Change:
    """What an import did to one record: `before` is None for a record it created, else the former values."""

    model: str
    id: int
    before: dict[str, Any] | None


class TableImport:
    """One import of several files with their mappings."""

    def __init__(
        self,
        env: Environment,
        mappings: Sequence[Mapping],
        files: Iterable[Path | TableFile | str],
        progress: Progress | None = None,
        note_changes: bool = False,
    ) -> None:
        self.env = env
        self.mappings = [with_paths_resolved(env, mapping) for mapping in mappings]
        opened = [file if isinstance(file, TableFile) else Path(file) for file in files]
        self.files: dict[str, Path | TableFile] = {file.name: file for file in opened}
        self.progress = progress
        self.problems: list[CellProblem] = []
        self.counts: dict[str, int] = {}
        self.changes: list[Change] | None = [] if note_changes else None
        self.loaded: dict[str, list[int]] = {}
        self.references = References(env)
        self._tables: dict[tuple[Any, ...], Table] = {}
        self._totals: dict[tuple[Any, ...], dict[str, Any]] = {}
        self._choices: dict[tuple[Any, str], Any] = {}
        self._zone = _time_zone(env)

    def run(self) -> dict[str, int]:
        """Import everything in the transaction of the environment; returns model → number of records.

        :raises ImportRefused: nothing was imported, for all the reasons it names
        """
        self._check_files()
        total = len(self.mappings)
        with self.env.cr.savepoint():
            for number, mapping in enumerate(self.mappings):
                self._say(number, total, mapping.file)
                records = self._convert(mapping)
                if self.problems:
                    self._collect_further(number + 1)
                    raise ImportRefused(self.problems)
                self._load(mapping, records)
                self.references.forget()
            self.env.flush_all()
        self._say(total, total, _("done"))
        return self.counts

    def records(self, mapping: Mapping, limit: int) -> list[Record]:
        """The first records as they would be stored; what is wrong with them is in `problems`."""
        [mapping] = [own for own in self.mappings if own.source == mapping.source and own.file == mapping.file]
        self._check_mapping(mapping)
        if self.problems:
            raise ImportRefused(self.problems)
        table = self._table(mapping.file, mapping)
        self._tables[self._table_key(mapping.file, mapping)] = replace(table, rows=table.rows[:limit])
        return self._convert(mapping)

    def _say(self, done: int, total: int, text: str) -> None:
        if self.progress:
            self.progress(done, total, text)

    # -- checks before anything is read ------------------------------------------------------------

    def _check_files(self) -> None:
        """Every file has a mapping and the other way round; columns, models and fields exist."""
        mapped = {name for mapping in self.mappings for name in files_of(mapping)}
        for name in self.files.keys() - mapped:
            self._file_problem(name, _("No mapping is about this file.") + did_you_mean(name, mapped))
        self.mappings = [mapping for mapping in self.mappings if self._has_files(mapping)]
        for mapping in self.mappings:
            try:
                self._check_mapping(mapping)
            except ImportRefused as error:
                self.problems.extend(error.problems)
        if self.problems:
            raise ImportRefused(list(dict.fromkeys(self.problems)))

    def _file_problem(self, file: str, message: str, column: str | None = None, row: int | None = None) -> None:
        self.problems.append(CellProblem(file, row, column, message))

    def _has_files(self, mapping: Mapping) -> bool:
        """Whether the mapping's files were given; a mapping without its main file is not used."""
        missing = [name for name in files_of(mapping) if name not in self.files]
        if mapping.file in missing:
            return False
        for name in missing:
            self._file_problem(name, _("The mapping of %s needs this file too.", mapping.file))
        return not missing

    def _check_mapping(self, mapping: Mapping) -> None:
        if mapping.model not in self.env:
            hint = did_you_mean(mapping.model, self.env) or " " + _("Is its addon installed?")
            message = _("There is no model '%s'.", mapping.model) + hint
            raise ImportRefused([CellProblem(mapping.source, None, None, message)])
        model = self.env[mapping.model]
        self._check_columns(self._table(mapping.file, mapping), mapping.columns, model, mapping)
        self._check_fields([*mapping.constants, *([mapping.key] if mapping.key else [])], model, mapping)
        self._check_pattern(mapping.external_id, self._table(mapping.file, mapping), mapping)
        for lines in mapping.lines:
            self._check_fields([lines.field], model, mapping)
            if lines.field in model._fields:
                comodel = self.env[model._fields[lines.field].comodel_name]
                self._check_columns(self._table(lines.file, mapping), lines.columns, comodel, mapping)
                self._check_fields(lines.constants, comodel, mapping)
                self._check_pattern(lines.external_id, self._table(lines.file, mapping), mapping)

    def _check_pattern(self, pattern: str | None, table: Table, mapping: Mapping) -> None:
        """The pattern of external ids names columns of the file."""
        for name in COLUMN_IN_PATTERN.findall(pattern or ""):
            if name not in table.header:
                message = _("The pattern of external ids names the column '%s', which the file does not have.", name)
                self._file_problem(mapping.source or table.name, message + did_you_mean(name, table.header))

    def _check_columns(self, table: Table, columns: Sequence[Column], model: Any, mapping: Mapping) -> None:
        for column in columns:
            if column.column not in table.header:
                near = difflib.get_close_matches(column.column, table.header, 1)
                hint = did_you_mean(column.column, table.header) if near else " " + _("The file has: %s.", ", ".join(table.header))
                self._file_problem(table.name, _("The file has no such column.") + hint, column.column, 1)
            if column.add:
                other = self._table(column.add.file, mapping)
                for name in (column.add.sum, column.add.match):
                    if name not in other.header:
                        self._file_problem(other.name, _("The file has no such column."), name, 1)
        self._check_fields([column.field for column in columns if column.field not in (EXTERNAL_ID, DATABASE_ID)], model, mapping)

    def _check_fields(self, names: Iterable[str], model: Any, mapping: Mapping) -> None:
        for name in names:
            if name not in model._fields:
                hint = did_you_mean(name, model._fields)
                message = _("The model %(model)s has no field '%(field)s'.", model=model._name, field=name)
                self._file_problem(mapping.source, message + hint)

    def _table_key(self, name: str, mapping: Mapping) -> tuple[Any, ...]:
        return (name, mapping.encoding, mapping.delimiter, mapping.quote, mapping.sheet, mapping.headers)

    def _table(self, name: str, mapping: Mapping) -> Table:
        key = self._table_key(name, mapping)
        if key not in self._tables:
            self._tables[key] = read_table(self.files[name], mapping)
        return self._tables[key]

    def _collect_further(self, start: int) -> None:
        """The cells of the remaining files too, as far as they do not depend on records not imported."""
        before = list(self.problems)
        for mapping in self.mappings[start:]:
            self.problems = []
            self._convert(mapping)
            before += [problem for problem in self.problems if not problem.is_reference]
        self.problems = before

    # -- rows → records ----------------------------------------------------------------------------

    def _convert(self, mapping: Mapping) -> list[Record]:
        model = self.env[mapping.model]
        table = self._table(mapping.file, mapping)
        self._find_references(table, mapping.columns, model, mapping)
        self._check_unique(table, mapping.columns, mapping)
        constants = self._constants(mapping.constants, model, mapping)
        records = []
        for rows in self._grouped_rows(table, mapping):
            number, row = rows[0]
            values = {**constants, **self._row_values(table, number, row, mapping.columns, model, mapping)}
            xml_id = self._xml_id(mapping.external_id, mapping.namespace, row) or values.pop(EXTERNAL_ID, None)
            records.append(Record(number, xml_id, values, values.pop(DATABASE_ID, None), rows))
        self._find_existing(table, mapping, model, records)
        self._check_unique_ids(table, mapping, records)
        for lines in mapping.lines:
            if lines.parent_column:
                self._add_lines(mapping, lines, table, records)
            else:
                self._add_own_lines(mapping, lines, table, records)
        return records

    def _grouped_rows(self, table: Table, mapping: Mapping) -> Iterator[list[tuple[int, dict[str, Any]]]]:
        """The rows of each record. Where lines stand in the same file, a row without cells of its own – or with the
        parent's key repeated – belongs to the record above."""
        if all(lines.parent_column for lines in mapping.lines):
            yield from ([row] for row in table.rows)
            return
        group: list[tuple[int, dict[str, Any]]] = []
        for number, row in table.rows:
            if group and not self._continues(table, mapping, group[0], number, row):
                yield group
                group = []
            group.append((number, row))
        if group:
            yield group

    def _continues(self, table: Table, mapping: Mapping, first: tuple[int, dict[str, Any]], number: int, row: dict[str, Any]) -> bool:
        own = [column.column for column in mapping.columns]
        filled = [name for name in own if row[name] not in ("", None)]
        if not filled:
            return True
        keys = [column.column for column in mapping.columns if column.field in (EXTERNAL_ID, DATABASE_ID, mapping.key)]
        if not keys or any(row[name] != first[1][name] for name in keys):
            return False
        for name in filled:
            if row[name] != first[1][name]:
                message = _("'%(text)s' differs from row %(row)s, which has the same key.", text=row[name], row=first[0])
                self.problems.append(CellProblem(table.name, number, name, message, str(row[name])))
        return True

    def _xml_id(self, pattern: str | None, namespace: str, row: dict[str, Any]) -> str | None:
        if pattern is None:
            return None
        filled = COLUMN_IN_PATTERN.sub(lambda found: identifier(row[found.group(1)]), pattern)
        return filled if "." in filled else f"{namespace}.{filled}"

    def _row_values(
        self, table: Table, number: int, row: dict[str, Any], columns: Sequence[Column], model: Any, mapping: Mapping
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in columns:
            try:
                value = self._cell_value(table, row, column, model, mapping)
            except CellError as error:
                self.problems.append(
                    CellProblem(table.name, number, column.column, str(error), str(row[column.column]), isinstance(error, UnknownReference))
                )
            else:
                values[column.field] = value
        return values

    def _cell_value(self, table: Table, row: dict[str, Any], column: Column, model: Any, mapping: Mapping) -> Any:
        text = row[column.column]
        if text is None or str(text).strip() in mapping.null:
            if column.required or (column.default is None and self._must_have(model, column)):
                raise CellError(_("A value is required here."))
            return column.default if column.default is not None else False
        if column.field == EXTERNAL_ID:
            name = column.prefix + cell_text(text).replace(" ", "_")
            return name if "." in name else f"{mapping.namespace}.{name}"
        if column.field == DATABASE_ID:
            return int(parse_number(text))
        model_field = model._fields[column.field]
        if model_field.type in ("many2one", "many2many", "one2many"):
            return self.references.value(column, model_field, text)
        if model_field.type == "selection" and not column.values:
            return self._choice(model_field, text)
        value = convert(column, model_field.type, text)
        if column.add:
            value += self._total(column, row, mapping)
        if isinstance(value, datetime) and self._zone is not pytz.utc:
            value = self._zone.localize(value).astimezone(pytz.utc).replace(tzinfo=None)
        return value

    def _must_have(self, model: Any, column: Column) -> bool:
        """An empty cell of a required field is told at the cell, not by the database."""
        field = model._fields.get(column.field)
        return field is not None and bool(field.required) and field.type != "boolean" and not field.compute and not field.related

    def _choice(self, model_field: Any, text: Any) -> Any:
        key = (model_field, str(text))
        if key not in self._choices:
            self._choices[key] = choice(model_field, self.env, text)
        return self._choices[key]

    def _total(self, column: Column, row: dict[str, Any], mapping: Mapping) -> float:
        """The sum the other file has for this row."""
        assert column.add is not None
        key = (column.add.file, column.add.sum, column.add.match)
        if key not in self._totals:
            sums: dict[str, Any] = {}
            other = self._table(column.add.file, mapping)
            for number, entry in other.rows:
                try:
                    amount = parse_number(entry[column.add.sum], column.decimal, column.thousands)
                except CellError as error:
                    self._file_problem(other.name, str(error), column.add.sum, number)
                    continue
                name = str(entry[column.add.match])
                sums[name] = sums.get(name, Decimal(0)) + amount
            self._totals[key] = sums
        return float(self._totals[key].get(str(row[column.add.key]), 0))

    def _find_references(self, table: Table, columns: Sequence[Column], model: Any, mapping: Mapping) -> None:
        for column in columns:
            field = model._fields.get(column.field)
            if field is not None and field.type in ("many2one", "many2many", "one2many"):
                cells = (row[column.column] for _number, row in table.rows)
                self.references.prepare(column, field, cells, mapping.null, mapping.namespace)

    def _constants(self, constants: dict[str, Any], model: Any, mapping: Mapping) -> dict[str, Any]:
        """Constant values; `{ref = "module.name"}` stands for a record, a list for a set of records."""
        values = {}
        for name, value in constants.items():
            if isinstance(value, dict) and "ref" in value:
                found = xmlids.lookup(self.env, value["ref"])
                if found is None:
                    message = _("%(field)s: there is no record '%(name)s'.", field=name, name=value["ref"])
                    self._file_problem(mapping.source, message)
                    continue
                value = found[1]
            if model._fields[name].type in ("many2many", "one2many"):
                value = [(6, 0, value if isinstance(value, list) else [value])]
            values[name] = value
        return values

    # -- records that exist already ----------------------------------------------------------------

    def _find_existing(self, table: Table, mapping: Mapping, model: Any, records: Sequence[Record]) -> None:
        """Rows that give a database id or the key of a record update it."""
        self._check_database_ids(table, mapping, model, records)
        if mapping.key:
            self._find_by_key(table, mapping, model, records)
        names = [record.xml_id for record in records if record.xml_id]
        known = xmlids.rows(self.env, names)
        for record in records:
            row = known.get(record.xml_id or "")
            if row is not None and row.model != model._name:
                message = _("The external id '%(name)s' belongs to a record of %(model)s.", name=record.xml_id, model=row.model)
                self._file_problem(table.name, message, self._column_of(mapping, EXTERNAL_ID), record.row)

    def _check_database_ids(self, table: Table, mapping: Mapping, model: Any, records: Sequence[Record]) -> None:
        given = [record.id for record in records if record.id]
        alive = set(model.browse(given).exists()._ids) if given else set()
        for record in records:
            if record.id and record.id not in alive:
                message = _("There is no record %s. Leave the cell empty to create one.", record.id)
                self._file_problem(table.name, message, self._column_of(mapping, DATABASE_ID), record.row)

    def _find_by_key(self, table: Table, mapping: Mapping, model: Any, records: Sequence[Record]) -> None:
        assert mapping.key is not None
        column = self._column_of(mapping, mapping.key)
        by_value: dict[Any, list[int]] = {}
        wanted = list({record.values[mapping.key] for record in records if record.values.get(mapping.key)})
        for found in model.with_context(active_test=False).search_fetch([(mapping.key, "in", wanted)], [mapping.key]):
            value = found[mapping.key]
            by_value.setdefault(getattr(value, "id", value), []).append(found.id)
        seen: dict[Any, int] = {}
        for record in records:
            value = record.values.get(mapping.key)
            if not value or record.id:
                continue
            ids = by_value.get(value, ())
            if len(ids) > 1:
                message = _("%(count)s records have '%(value)s' already; which one is meant is not clear.", count=len(ids), value=value)
                self._file_problem(table.name, message, column, record.row)
            elif value in seen:
                message = _("'%(text)s' is given twice (first in row %(row)s).", text=value, row=seen[value])
                self._file_problem(table.name, message, column, record.row)
            record.id = ids[0] if len(ids) == 1 else None
            seen.setdefault(value, record.row)

    @staticmethod
    def _column_of(mapping: Mapping, field: str) -> str | None:
        return next((column.column for column in mapping.columns if column.field == field), None)

    # -- checks over rows --------------------------------------------------------------------------

    def _check_unique(self, table: Table, columns: Sequence[Column], mapping: Mapping) -> None:
        for column in columns:
            if not column.unique:
                continue
            first: dict[str, int] = {}
            for number, row in table.rows:
                text = str(row[column.column]).strip()
                if text in mapping.null:
                    continue
                if text in first:
                    message = _("'%(text)s' is given twice (first in row %(row)s).", text=text, row=first[text])
                    self.problems.append(CellProblem(table.name, number, column.column, message, text))
                first.setdefault(text, number)

    def _check_unique_ids(self, table: Table, mapping: Mapping, records: Sequence[Record]) -> None:
        told = {problem.row for problem in self.problems}
        first: dict[str, int] = {}
        for record in records:
            if record.xml_id is None:
                continue
            if record.xml_id in first and record.row not in told:
                message = _("The key '%(key)s' is given twice (first in row %(row)s).", key=record.xml_id, row=first[record.xml_id])
                self._file_problem(table.name, message, self._column_of(mapping, EXTERNAL_ID), record.row)
            first.setdefault(record.xml_id, record.row)

    # -- lines -------------------------------------------------------------------------------------

    def _add_lines(self, mapping: Mapping, lines: Lines, table: Table, records: Sequence[Record]) -> None:
        """Turn the rows of the child file into commands of their parents."""
        children = self._table(lines.file, mapping)
        rows = dict(table.rows)
        parents = {str(rows[record.row][lines.key_column]): record for record in records}
        pairs = []
        for number, row in children.rows:
            parent = parents.get(str(row[lines.parent_column]))
            if parent is None:
                message = _("'%(text)s' is in no row of %(file)s.", text=row[lines.parent_column], file=table.name)
                self._file_problem(children.name, message, lines.parent_column, number)
                continue
            pairs.append((parent, number, row))
        self._add_commands(mapping, lines, children, pairs)

    def _add_own_lines(self, mapping: Mapping, lines: Lines, table: Table, records: Sequence[Record]) -> None:
        """Turn the line columns of the parents' own rows into commands."""
        cells = [column.column for column in lines.columns]
        pairs = [
            (record, number, row)
            for record in records
            for number, row in record.rows
            if any(row[name] not in ("", None) for name in cells)
        ]
        self._add_commands(mapping, lines, table, pairs)

    def _add_commands(
        self, mapping: Mapping, lines: Lines, children: Table, pairs: Sequence[tuple[Record, int, dict[str, Any]]]
    ) -> None:
        model = self.env[self.env[mapping.model]._fields[lines.field].comodel_name]
        self._find_references(children, lines.columns, model, mapping)
        constants = self._constants(lines.constants, model, mapping)
        converted = []
        for parent, number, row in pairs:
            values = {**constants, **self._row_values(children, number, row, lines.columns, model, mapping)}
            name = self._xml_id(lines.external_id, mapping.namespace, row) or values.pop(EXTERNAL_ID, None)
            converted.append((parent, name, values.pop(DATABASE_ID, None), values))
        known = xmlids.rows(self.env, [name for _parent, name, _id, _values in converted if name])
        for parent, name, line_id, values in converted:
            found = known.get(name or "")
            line_id = line_id or (found.res_id if found is not None and found.model == model._name else None)
            parent.values.setdefault(lines.field, []).append((1, line_id, values) if line_id else (0, 0, values))

    # -- records → database ------------------------------------------------------------------------

    def _load(self, mapping: Mapping, records: Sequence[Record]) -> None:
        model = self.env[mapping.model].with_context(import_file=True, **mapping.context)
        loaded: list[int] = []
        for start in range(0, len(records), BATCH_SIZE):
            batch = records[start : start + BATCH_SIZE]
            loaded += self._load_batch(mapping, model, batch)
            done = _("%(file)s: %(done)s of %(total)s", file=mapping.file, done=start + len(batch), total=len(records))
            self._say(start + len(batch), len(records), done)
        self._store_line_ids(mapping, records, loaded)
        if mapping.call:
            self._call(mapping, model.browse(loaded))
        self.loaded.setdefault(mapping.model, []).extend(loaded)
        self.counts[mapping.model] = self.counts.get(mapping.model, 0) + len(loaded)

    def _load_batch(self, mapping: Mapping, model: Any, batch: Sequence[Record]) -> list[int]:
        former = self._former_values(mapping, model, batch)
        try:
            with self.env.cr.savepoint():
                ids = load_converted(model, [record.data() for record in batch])
        except (ConcurrencyError, psycopg2.OperationalError):
            raise
        except Exception as error:
            problems = self._rows_at_fault(mapping, model, batch)
            raise ImportRefused(problems or [CellProblem(mapping.file, None, None, str(error))]) from error
        if self.changes is not None:
            self._note(mapping, model, ids, former)
        return ids

    def _rows_at_fault(self, mapping: Mapping, model: Any, batch: Sequence[Record]) -> list[CellProblem]:
        """Try the rows of a refused batch one by one to name those at fault."""
        problems = []
        for record in batch[:MAX_ROWS_TRIED_ALONE]:
            try:
                with self.env.cr.savepoint():
                    load_converted(model, [record.data()])
            except (ConcurrencyError, psycopg2.OperationalError):
                raise
            except Exception as error:
                column = self._column_of(mapping, getattr(error, "field", None) or "")
                value = str(record.rows[0][1].get(column or "", "")) if record.rows else ""
                problems.append(CellProblem(mapping.file, record.row, column, str(error), value))
        return problems

    def _store_line_ids(self, mapping: Mapping, records: Sequence[Record], loaded: list[int]) -> None:
        """External ids of new lines, in the order they were given."""
        for lines in mapping.lines:
            if not lines.external_id:
                continue
            children = self._table(lines.file, mapping)
            by_parent: dict[str, list[dict[str, Any]]] = {}
            for _number, row in children.rows:
                by_parent.setdefault(str(row[lines.parent_column]), []).append(row)
            rows = dict(self._table(mapping.file, mapping).rows)
            new_ids = []
            parents = self.env[mapping.model].browse(loaded)
            for record, parent in zip(records, parents, strict=True):
                own = by_parent.get(str(rows[record.row][lines.key_column]), [])
                created = sorted(parent[lines.field].ids)[-len(own) :] if own else []
                for row, line_id in zip(own, created, strict=False):
                    name = self._xml_id(lines.external_id, mapping.namespace, row) or ""
                    new_ids.append(xmlids.NewId(name, parent[lines.field]._name, line_id))
            self.env.flush_all()
            known = xmlids.rows(self.env, [new.xml_id for new in new_ids])
            xmlids.store(self.env, [new for new in new_ids if new.xml_id not in known])

    def _call(self, mapping: Mapping, records: Any) -> None:
        assert mapping.call is not None
        if mapping.call.startswith("_") or not callable(getattr(records, mapping.call, None)):
            message = _("%(model)s has no public method '%(name)s' to call.", model=mapping.model, name=mapping.call)
            raise ImportRefused([CellProblem(mapping.source, None, None, message)])
        getattr(records, mapping.call)()

    # -- what changed ------------------------------------------------------------------------------

    def _former_values(self, mapping: Mapping, model: Any, batch: Sequence[Record]) -> dict[int, dict[str, Any]]:
        """Values of the records a batch will change, as `write` takes them; one2many fields as the ids of their lines."""
        if self.changes is None:
            return {}
        known = xmlids.rows(self.env, [record.xml_id for record in batch if record.xml_id])
        former = {}
        for record in batch:
            row = known.get(record.xml_id or "")
            record_id = record.id or (row.res_id if row is not None else None)
            existing = model.browse(record_id).exists() if record_id else None
            if existing:
                former[existing.id] = {name: stored(existing, name) for name in record.values}
                self._note_lines(model, record)
        return former

    def _note_lines(self, model: Any, record: Record) -> None:
        """Lines of existing records that will be written."""
        assert self.changes is not None
        for name, commands in record.values.items():
            if model._fields[name].type == "one2many":
                for command in commands:
                    if command[0] == 1:
                        line = self.env[model._fields[name].comodel_name].browse(command[1])
                        self.changes.append(Change(line._name, line.id, {each: stored(line, each) for each in command[2]}))

    def _note(self, mapping: Mapping, model: Any, ids: Sequence[int], former: dict[int, dict[str, Any]]) -> None:
        assert self.changes is not None
        for record_id in ids:
            before = former.get(record_id)
            if before is None:
                self.changes.append(Change(mapping.model, record_id, None))
                continue
            record = model.browse(record_id)
            for name in [name for name in before if model._fields[name].type == "one2many"]:
                lines = record[name]
                self.changes += [Change(lines._name, line_id, None) for line_id in lines.ids if line_id not in before[name]]
                del before[name]
            self.changes.append(Change(mapping.model, record_id, before))


def stored(record: Any, name: str) -> Any:
    """The value of a field as `write` takes it back."""
    field, value = record._fields[name], record[name]
    if field.type == "many2many":
        return [(6, 0, value.ids)]
    if field.type == "one2many":
        return value.ids
    return value.id if field.type == "many2one" else value


def _time_zone(env: Environment) -> Any:
    """The zone in which the times of a file are written: the one of the person who imports it."""
    name = env.context.get("tz") or env.user.tz
    return pytz.timezone(name) if name in pytz.all_timezones_set else pytz.utc


# -- paths -----------------------------------------------------------------------------------------


def with_paths_resolved(env: Environment, mapping: Mapping) -> Mapping:
    """The mapping with `partner_id/id` turned into a look-up, and `order_line/…` into lines in the parent's rows.

    :raises ImportRefused: for a path that leads nowhere
    """
    if mapping.model not in env:
        return mapping
    model, own = env[mapping.model], []
    inner: dict[str, list[Column]] = {}
    for column in mapping.columns:
        head, *rest = split_path(column.field)
        field = model._fields.get(head)
        if rest and field is not None and field.type == "one2many" and rest not in (["id"], [".id"]):
            inner.setdefault(head, []).append(_resolved(replace(column, field="/".join(rest)), env[field.comodel_name], mapping))
        else:
            own.append(_resolved(column, model, mapping))
    lines = [
        replace(entry, columns=[_resolved(column, env[model._fields[entry.field].comodel_name], mapping) for column in entry.columns])
        if entry.field in model._fields else entry
        for entry in mapping.lines
    ]  # fmt: skip
    lines += [Lines(mapping.file, name, "", "", columns) for name, columns in inner.items()]
    return replace(mapping, columns=own, lines=lines)


def _resolved(column: Column, model: Any, mapping: Mapping) -> Column:
    head, *rest = split_path(column.field)
    field = model._fields.get(head)
    if not rest or field is None:
        return replace(column, field=head) if not rest else column
    if field.type not in ("many2one", "many2many", "one2many") or len(rest) > 1:
        message = _("'%(path)s' is no path of %(model)s: a reference is followed by one field, as in partner_id/id.",
                    path=column.field, model=model._name)  # fmt: skip
        raise ImportRefused([CellProblem(mapping.source or mapping.file, None, column.column, message)])
    comodel = model.env[field.comodel_name]
    if rest[0] == "id":
        return replace(column, field=head, lookup=Lookup(external_id="{value}"))
    if rest[0] != ".id" and rest[0] not in comodel._fields:
        message = _("The model %(model)s has no field '%(field)s'.", model=comodel._name, field=rest[0])
        message += did_you_mean(rest[0], comodel._fields)
        raise ImportRefused([CellProblem(mapping.source or mapping.file, None, column.column, message)])
    return replace(column, field=head, lookup=Lookup(by=rest[0]))


def import_tables(
    env: Environment,
    mapping: Path | str | Sequence[Mapping],
    files: Iterable[Path | TableFile | str],
    progress: Progress | None = None,
) -> dict[str, int]:
    """Import files with a mapping file, a folder of them, or mappings already read; see :class:`TableImport`."""
    mappings = read_mappings(mapping) if isinstance(mapping, (str, Path)) else list(mapping)
    return TableImport(env, mappings, files, progress).run()


def refusal(error: Exception) -> list[CellProblem]:
    """The problems of a refused import; any other refusal as one problem of no particular cell."""
    if isinstance(error, ImportRefused):
        return error.problems
    if isinstance(error, UserError):
        return [CellProblem("", None, None, str(error))]
    raise error


def one_value(env: Environment, model: str, field: str, text: Any) -> Any:
    """A value typed by hand, converted as a cell of a column would be.

    :raises UserError: with the reason
    """
    column = Column(field, field, required=True)
    table = Table("", [field], [(1, {field: text})])
    run = TableImport(env, [], [])
    mapping = Mapping(model=model, file="", columns=[column])
    run._find_references(table, [column], env[model], mapping)
    values = run._row_values(table, 1, {field: text}, [column], env[model], mapping)
    if run.problems:
        raise UserError(run.problems[0].message)
    return values[field]

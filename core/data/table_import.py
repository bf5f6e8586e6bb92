"""Importing tables (CSV, XLSX) into models with mapping files: all or nothing, errors by file, row and column.

A mapping (TOML or JSON) says which file feeds which model, and for each column the field, the type and how references
are found. All cells of all files are converted first; only when every one is sound are records created. See
`docs/implementer/import.md`.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from dataclasses import field as dataclass_field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2

from core.base.errors import ConcurrencyError, UserError
from core.data import xmlids
from core.data.load import load_records

if TYPE_CHECKING:
    from core.orm.environment import Environment

Progress = Callable[[int, int, str], None]

BATCH_SIZE = 500
MAX_PROBLEMS_SHOWN = 50
MAX_ROWS_TRIED_ALONE = 2000


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with a file, a row or a cell; rows count from 1, the header being row 1."""

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{row}{column}: {self.message}"


class ImportRefused(UserError):
    """Nothing was imported; `problems` says why, cell by cell."""

    def __init__(self, problems: Sequence[CellProblem]) -> None:
        self.problems = list(problems)
        shown = "\n".join(map(str, self.problems[:MAX_PROBLEMS_SHOWN]))
        more = len(self.problems) - MAX_PROBLEMS_SHOWN
        if more > 0:
            shown += f"\n… and {more} more."
        super().__init__(
            shown,
            code="import.refused",
            hint="Nothing was imported. Correct the files or the mapping and import again.",
        )


# -- mappings --------------------------------------------------------------------------------------


@dataclass
class Lookup:
    """How a cell finds the record it refers to: by external id, or by a field of a model."""

    external_id: str | None = None
    """A pattern such as `northwind.customer_{value}`."""
    model: str | None = None
    by: str = "name"
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


@dataclass
class Lines:
    """Child rows in a file of their own, becoming a one2many of the parent."""

    file: str
    field: str
    parent_column: str
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
    constants: dict[str, Any] = dataclass_field(default_factory=dict)
    context: dict[str, Any] = dataclass_field(default_factory=dict)
    lines: list[Lines] = dataclass_field(default_factory=list)
    call: str | None = None
    """A method called on all imported records at the end."""
    encoding: str = "utf-8"
    delimiter: str = ","
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
                [CellProblem(str(path), None, None, "The folder holds no mapping (*.toml, *.json).")]
            )
        return [mapping for file in files for mapping in read_mappings(file)]
    try:
        text = path.read_text(encoding="utf-8")
        content = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        raise ImportRefused(
            [CellProblem(str(path), None, None, f"The mapping cannot be read: {error.strerror}.")]
        ) from error
    except ValueError as error:
        raise ImportRefused(
            [CellProblem(str(path), None, None, f"The mapping is broken: {error}")]
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
            near = difflib.get_close_matches(key, known, 1)
            hint = f" Did you mean '{near[0]}'?" if near else f" Known keys: {', '.join(known)}."
            raise ImportRefused([CellProblem(file, None, None, f"Unknown key '{key}' in the mapping.{hint}")])
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
        raise ImportRefused([CellProblem(file, None, None, f"The mapping is incomplete: {error}")]) from error


# -- tables ----------------------------------------------------------------------------------------


@dataclass
class Table:
    """A file read: rows as dicts, with their row numbers."""

    name: str
    header: list[str]
    rows: list[tuple[int, dict[str, Any]]]


def read_table(path: Path, mapping: Mapping) -> Table:
    """Read a CSV or XLSX file.

    :raises ImportRefused: wrong encoding, separator or number of cells, with the row
    """
    if path.suffix.lower() in (".xlsx", ".xls", ".ods"):
        return _table(path.name, _spreadsheet_rows(path), mapping)
    return _table(path.name, _csv_rows(path, mapping), mapping)


def _csv_rows(path: Path, mapping: Mapping) -> Iterator[tuple[int, list[Any]]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImportRefused(
            [CellProblem(path.name, None, None, f"The file cannot be read: {error.strerror}.")]
        ) from error
    text = _decode(path.name, content, mapping.encoding)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mapping.delimiter, strict=True)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        raise ImportRefused(
            [CellProblem(path.name, reader.line_num, None, f"Broken CSV: {error}.")]
        ) from error


def _decode(name: str, content: bytes, encoding: str) -> str:
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    try:
        return content.decode(codec)
    except LookupError as error:
        raise ImportRefused([CellProblem(name, None, None, f"Unknown encoding '{encoding}'.")]) from error
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        message = (
            f"The file is not {encoding}: byte 0x{content[error.start]:02x} does not belong there. "
            f'Save it as UTF-8, or name its encoding in the mapping (encoding = "{_likely_encoding(content)}").'
        )
        raise ImportRefused([CellProblem(name, row, None, message)]) from error


def _likely_encoding(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    return "cp1252"


def _spreadsheet_rows(path: Path) -> Iterator[tuple[int, list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    except (CalamineError, OSError) as error:
        raise ImportRefused(
            [CellProblem(path.name, None, None, f"The file is no spreadsheet: {error}")]
        ) from error
    yield from enumerate(sheet.to_python(), 1)


def _table(name: str, numbered_rows: Iterator[tuple[int, list[Any]]], mapping: Mapping) -> Table:
    header: list[str] = []
    rows: list[tuple[int, dict[str, Any]]] = []
    problems: list[CellProblem] = []
    for number, cells in numbered_rows:
        if not header:
            header = [str(cell).strip() for cell in cells]
            _check_separator(name, header, mapping)
        elif any(cell not in ("", None) for cell in cells):
            cells = _joined_overflow(cells, header, mapping)
            if len(cells) != len(header):
                problems.append(CellProblem(name, number, None, _wrong_width(cells, header)))
                continue
            rows.append((number, dict(zip(header, cells, strict=True))))
    if not header:
        problems.append(CellProblem(name, 1, None, "The file is empty; its first row names the columns."))
    if problems:
        raise ImportRefused(problems)
    return Table(name, header, rows)


def _joined_overflow(cells: list[Any], header: list[str], mapping: Mapping) -> list[Any]:
    """The row with surplus cells joined into the column that overflows."""
    surplus = len(cells) - len(header)
    if surplus <= 0 or mapping.overflow not in header:
        return cells
    position = header.index(mapping.overflow)
    end = position + surplus + 1
    return [*cells[:position], mapping.delimiter.join(map(str, cells[position:end])), *cells[end:]]


def _wrong_width(cells: list[Any], header: list[str]) -> str:
    message = f"{len(cells)} cells, but the header names {len(header)} columns."
    if len(cells) > len(header):
        message += " Put texts that hold the separator between double quotes, or name their column in the mapping (overflow = …)."
    return message


def _check_separator(name: str, header: list[str], mapping: Mapping) -> None:
    """One column only, with another separator inside: the mapping names the wrong one."""
    if len(header) != 1:
        return
    for separator, label in ((";", "semicolon"), (",", "comma"), ("\t", "tab"), ("|", "bar")):
        if separator != mapping.delimiter and separator in header[0]:
            shown = "\\t" if separator == "\t" else separator
            message = (
                f'The columns seem to be separated by a {label}. Set delimiter = "{shown}" in the mapping.'
            )
            raise ImportRefused([CellProblem(name, 1, None, message)])


# -- cells → values --------------------------------------------------------------------------------


class CellError(ValueError):
    """A cell that cannot be converted."""


def parse_number(text: Any, decimal: str = ".", thousands: str = "") -> Decimal:
    """A number as it is written in the file; refuses anything else, and separators that contradict the mapping."""
    if isinstance(text, (int, float)):
        return Decimal(str(text))
    plain = str(text).strip()
    if thousands:
        plain = plain.replace(thousands, "")
    if decimal != ".":
        if "." in plain:
            raise CellError(f"'{text}' is not a number written with the decimal separator '{decimal}'.")
        plain = plain.replace(decimal, ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        other = ' Is the decimal separator a comma? Set decimal = "," in the mapping.' if "," in plain else ""
        raise CellError(f"'{text}' is not a number.{other}") from None
    if not number.is_finite():
        raise CellError(f"'{text}' is not a number.")
    return number


def parse_datetime(text: Any, pattern: str | None = None) -> datetime:
    """A date and time in ISO form or in the given strptime pattern."""
    if isinstance(text, datetime):
        return text
    if isinstance(text, date):
        return datetime(text.year, text.month, text.day)
    plain = str(text).strip()
    try:
        return datetime.strptime(plain, pattern) if pattern else datetime.fromisoformat(plain)
    except ValueError:
        expected = f"as {pattern}" if pattern else "as 2026-12-31 or 2026-12-31 23:59:00"
        raise CellError(f"'{text}' is not a date written {expected}.") from None


def parse_boolean(text: Any) -> bool:
    """yes/no in the usual spellings."""
    plain = str(text).strip().lower()
    if plain in ("1", "true", "yes", "y", "x"):
        return True
    if plain in ("0", "false", "no", "n"):
        return False
    raise CellError(f"'{text}' is neither yes nor no.")


_KINDS = {
    "char": "text",
    "text": "text",
    "html": "text",
    "selection": "text",
    "integer": "integer",
    "float": "number",
    "monetary": "number",
    "date": "date",
    "datetime": "datetime",
    "boolean": "boolean",
}


def convert(column: Column, field_type: str, text: Any) -> Any:
    """The value of a cell that is not empty and not a reference.

    :raises CellError: with the reason
    """
    if column.values:
        if str(text) not in column.values:
            raise CellError(f"'{text}' is none of {', '.join(column.values)}.")
        return column.values[str(text)]
    kind = column.type or _KINDS.get(field_type, "text")
    if kind == "number":
        return float(
            parse_number(text, column.decimal, column.thousands) * Decimal(str(column.multiply or 1))
        )
    if kind == "integer":
        number = parse_number(text, column.decimal, column.thousands) * Decimal(str(column.multiply or 1))
        if number != number.to_integral_value():
            raise CellError(f"'{text}' is not a whole number.")
        return int(number)
    if kind == "date":
        return parse_datetime(text, column.format).date()
    if kind == "datetime":
        return parse_datetime(text, column.format).replace(microsecond=0)
    if kind == "boolean":
        return parse_boolean(text)
    if kind != "text":
        raise CellError(f"The mapping gives the unknown type '{kind}'.")
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    return column.prefix + str(text).strip()


# -- the import ------------------------------------------------------------------------------------


@dataclass
class Record:
    """A record to be loaded, and where it comes from."""

    row: int
    xml_id: str | None
    values: dict[str, Any]


class TableImport:
    """One import of several files with their mappings."""

    def __init__(
        self,
        env: Environment,
        mappings: Sequence[Mapping],
        files: Iterable[Path | str],
        progress: Progress | None = None,
    ) -> None:
        self.env = env
        self.mappings = list(mappings)
        self.files = {Path(file).name: Path(file) for file in files}
        self.progress = progress
        self.problems: list[CellProblem] = []
        self.counts: dict[str, int] = {}
        self._tables: dict[tuple[str, str, str], Table] = {}
        self._found: dict[tuple[Any, ...], dict[str, int]] = {}

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
            self.env.flush_all()
        self._say(total, total, "done")
        return self.counts

    def _say(self, done: int, total: int, text: str) -> None:
        if self.progress:
            self.progress(done, total, text)

    def _check_files(self) -> None:
        """Every file has a mapping and the other way round; columns, models and fields exist."""
        mapped = {name for mapping in self.mappings for name in files_of(mapping)}
        for name in self.files.keys() - mapped:
            near = difflib.get_close_matches(name, mapped, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            self.problems.append(CellProblem(name, None, None, f"No mapping is about this file.{hint}"))
        self.mappings = [mapping for mapping in self.mappings if self._has_files(mapping)]
        for mapping in self.mappings:
            try:
                self._check_mapping(mapping)
            except ImportRefused as error:
                self.problems.extend(error.problems)
        if self.problems:
            raise ImportRefused(list(dict.fromkeys(self.problems)))

    def _has_files(self, mapping: Mapping) -> bool:
        """Whether the mapping's files were given; a mapping without its main file is not used."""
        missing = [name for name in files_of(mapping) if name not in self.files]
        if mapping.file in missing:
            return False
        for name in missing:
            self.problems.append(
                CellProblem(name, None, None, f"The mapping of {mapping.file} needs this file too.")
            )
        return not missing

    def _check_mapping(self, mapping: Mapping) -> None:
        if mapping.model not in self.env:
            near = difflib.get_close_matches(mapping.model, list(self.env), 1)
            hint = f" Did you mean '{near[0]}'?" if near else " Is its addon installed?"
            raise ImportRefused(
                [CellProblem(mapping.source, None, None, f"There is no model '{mapping.model}'.{hint}")]
            )
        model = self.env[mapping.model]
        self._check_columns(self._table(mapping.file, mapping), mapping.columns, model, mapping)
        self._check_fields(mapping.constants, model, mapping)
        for lines in mapping.lines:
            self._check_fields([lines.field], model, mapping)
            if lines.field in model._fields:
                comodel = self.env[model._fields[lines.field].comodel_name]
                self._check_columns(self._table(lines.file, mapping), lines.columns, comodel, mapping)
                self._check_fields(lines.constants, comodel, mapping)

    def _check_columns(self, table: Table, columns: Sequence[Column], model: Any, mapping: Mapping) -> None:
        for column in columns:
            if column.column not in table.header:
                near = difflib.get_close_matches(column.column, table.header, 1)
                hint = f" Did you mean '{near[0]}'?" if near else f" The file has: {', '.join(table.header)}."
                self.problems.append(
                    CellProblem(table.name, 1, column.column, f"The file has no such column.{hint}")
                )
            if column.add:
                other = self._table(column.add.file, mapping)
                for name in (column.add.sum, column.add.match):
                    if name not in other.header:
                        self.problems.append(CellProblem(other.name, 1, name, "The file has no such column."))
        self._check_fields([column.field for column in columns], model, mapping)

    def _check_fields(self, names: Iterable[str], model: Any, mapping: Mapping) -> None:
        for name in names:
            if name not in model._fields:
                near = difflib.get_close_matches(name, model._fields, 1)
                hint = f" Did you mean '{near[0]}'?" if near else ""
                self.problems.append(
                    CellProblem(
                        mapping.source, None, None, f"The model {model._name} has no field '{name}'.{hint}"
                    )
                )

    def _table(self, name: str, mapping: Mapping) -> Table:
        key = (name, mapping.encoding, mapping.delimiter)
        if key not in self._tables:
            self._tables[key] = read_table(self.files[name], mapping)
        return self._tables[key]

    def _collect_further(self, start: int) -> None:
        """The cells of the remaining files too, as far as they do not depend on records not imported."""
        before = list(self.problems)
        for mapping in self.mappings[start:]:
            self.problems = []
            self._convert(mapping)
            before += [problem for problem in self.problems if "refers to" not in problem.message]
        self.problems = before

    # -- rows → records ----------------------------------------------------------------------------

    def _convert(self, mapping: Mapping) -> list[Record]:
        model = self.env[mapping.model]
        table = self._table(mapping.file, mapping)
        self._find_references(table, mapping.columns, model, mapping)
        self._check_unique(table, mapping.columns, mapping)
        constants = self._constants(mapping.constants, model, mapping)
        records = []
        for number, row in table.rows:
            values = {**constants, **self._row_values(table, number, row, mapping.columns, model, mapping)}
            xml_id = self._xml_id(mapping.external_id, mapping.namespace, row)
            records.append(Record(number, xml_id, values))
        self._check_unique_ids(table, records)
        for lines in mapping.lines:
            self._add_lines(mapping, lines, table, records)
        return records

    def _xml_id(self, pattern: str | None, namespace: str, row: dict[str, Any]) -> str | None:
        if pattern is None:
            return None
        filled = pattern.format_map({name: _identifier(value) for name, value in row.items()})
        return filled if "." in filled else f"{namespace}.{filled}"

    def _row_values(
        self,
        table: Table,
        number: int,
        row: dict[str, Any],
        columns: Sequence[Column],
        model: Any,
        mapping: Mapping,
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in columns:
            try:
                value = self._cell_value(table, row, column, model, mapping)
            except CellError as error:
                self.problems.append(CellProblem(table.name, number, column.column, str(error)))
            else:
                values[column.field] = value
        return values

    def _cell_value(
        self, table: Table, row: dict[str, Any], column: Column, model: Any, mapping: Mapping
    ) -> Any:
        text = row[column.column]
        if text is None or str(text).strip() in mapping.null:
            if column.required:
                raise CellError("A value is required here.")
            return column.default if column.default is not None else False
        if column.lookup:
            return self._reference(column, model, str(text).strip())
        value = convert(column, model._fields[column.field].type, text)
        if column.add:
            value += self._total(column, row, mapping)
        return value

    def _total(self, column: Column, row: dict[str, Any], mapping: Mapping) -> float:
        """The sum the other file has for this row."""
        assert column.add is not None
        key = ("total", column.add.file, column.add.sum, column.add.match)
        if key not in self._found:
            sums: dict[str, Any] = {}
            other = self._table(column.add.file, mapping)
            for number, entry in other.rows:
                try:
                    amount = parse_number(entry[column.add.sum], column.decimal, column.thousands)
                except CellError as error:
                    self.problems.append(CellProblem(other.name, number, column.add.sum, str(error)))
                    continue
                sums[str(entry[column.add.match])] = (
                    sums.get(str(entry[column.add.match]), Decimal(0)) + amount
                )
            self._found[key] = sums
        return float(self._found[key].get(str(row[column.add.key]), 0))

    # -- references --------------------------------------------------------------------------------

    def _find_references(self, table: Table, columns: Sequence[Column], model: Any, mapping: Mapping) -> None:
        """Look all values of a reference column up at once."""
        for column in columns:
            if not column.lookup:
                continue
            texts = {
                str(row[column.column]).strip()
                for _number, row in table.rows
                if row[column.column] is not None
            }
            texts -= set(mapping.null)
            key = self._lookup_key(column, model)
            known = self._found.setdefault(key, {})
            wanted = texts - known.keys()
            if wanted:
                known.update(self._look_up(column.lookup, model._fields[column.field], wanted))

    def _lookup_key(self, column: Column, model: Any) -> tuple[Any, ...]:
        lookup = column.lookup
        assert lookup is not None
        return (
            lookup.external_id,
            lookup.model or model._fields[column.field].comodel_name,
            lookup.by,
            tuple(sorted(lookup.aliases.items())),
        )

    def _look_up(self, lookup: Lookup, model_field: Any, texts: set[str]) -> dict[str, int]:
        spelt = {text: lookup.aliases.get(text, text) for text in texts}
        if lookup.external_id:
            names = {
                text: lookup.external_id.format(value=_identifier(spelling))
                for text, spelling in spelt.items()
            }
            rows = xmlids.rows(self.env, names.values())
            return {text: rows[name].res_id for text, name in names.items() if name in rows}
        model = self.env[lookup.model or model_field.comodel_name].with_context(active_test=False)
        records = model.search([(lookup.by, "in", list(spelt.values()))])
        by_value: dict[str, list[int]] = {}
        for record in records:
            by_value.setdefault(str(record[lookup.by]), []).append(record.id)
        return {
            text: by_value[spelling][0]
            for text, spelling in spelt.items()
            if len(by_value.get(spelling, ())) == 1
        }

    def _reference(self, column: Column, model: Any, text: str) -> Any:
        found = self._found[self._lookup_key(column, model)].get(text)
        model_field = model._fields[column.field]
        if found is None:
            lookup = column.lookup
            assert lookup is not None
            target = lookup.model or model_field.comodel_name
            by = "external id" if lookup.external_id else lookup.by
            raise CellError(f"'{text}' refers to no record of {target} (by {by}), or to several.")
        return [(6, 0, [found])] if model_field.type in ("many2many", "one2many") else found

    def _constants(self, constants: dict[str, Any], model: Any, mapping: Mapping) -> dict[str, Any]:
        """Constant values; `{ref = "module.name"}` stands for a record, a list for a set of records."""
        values = {}
        for name, value in constants.items():
            if isinstance(value, dict) and "ref" in value:
                found = xmlids.lookup(self.env, value["ref"])
                if found is None:
                    self.problems.append(
                        CellProblem(
                            mapping.source, None, None, f"{name}: there is no record '{value['ref']}'."
                        )
                    )
                    continue
                value = found[1]
            if model._fields[name].type in ("many2many", "one2many"):
                value = [(6, 0, value if isinstance(value, list) else [value])]
            values[name] = value
        return values

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
                    self.problems.append(
                        CellProblem(
                            table.name,
                            number,
                            column.column,
                            f"'{text}' is given twice (first in row {first[text]}).",
                        )
                    )
                first.setdefault(text, number)

    def _check_unique_ids(self, table: Table, records: Sequence[Record]) -> None:
        first: dict[str, int] = {}
        for record in records:
            if record.xml_id is None:
                continue
            if record.xml_id in first and not any(
                p.row == record.row and "given twice" in p.message for p in self.problems
            ):
                self.problems.append(
                    CellProblem(
                        table.name,
                        record.row,
                        None,
                        f"The key '{record.xml_id}' is given twice (first in row {first[record.xml_id]}).",
                    )
                )
            first.setdefault(record.xml_id, record.row)

    # -- lines -------------------------------------------------------------------------------------

    def _add_lines(self, mapping: Mapping, lines: Lines, table: Table, records: Sequence[Record]) -> None:
        """Turn the rows of the child file into commands of their parents."""
        model_field = self.env[mapping.model]._fields[lines.field]
        model = self.env[model_field.comodel_name]
        children = self._table(lines.file, mapping)
        self._find_references(children, lines.columns, model, mapping)
        constants = self._constants(lines.constants, model, mapping)
        rows = dict(table.rows)
        parents = {str(rows[record.row][lines.key_column]): record for record in records}
        known = self._known_lines(lines, children, mapping)
        for number, row in children.rows:
            parent = parents.get(str(row[lines.parent_column]))
            if parent is None:
                message = f"'{row[lines.parent_column]}' is in no row of {table.name}."
                self.problems.append(CellProblem(children.name, number, lines.parent_column, message))
                continue
            values = {**constants, **self._row_values(children, number, row, lines.columns, model, mapping)}
            line_id = known.get(self._xml_id(lines.external_id, mapping.namespace, row) or "")
            command = (1, line_id, values) if line_id else (0, 0, values)
            parent.values.setdefault(lines.field, []).append(command)

    def _known_lines(self, lines: Lines, children: Table, mapping: Mapping) -> dict[str, int]:
        """External id → id of lines imported before."""
        if not lines.external_id:
            return {}
        names = [self._xml_id(lines.external_id, mapping.namespace, row) for _number, row in children.rows]
        return {
            name: row.res_id for name, row in xmlids.rows(self.env, [name for name in names if name]).items()
        }

    # -- records → database ------------------------------------------------------------------------

    def _load(self, mapping: Mapping, records: Sequence[Record]) -> None:
        model = self.env[mapping.model].with_context(import_file=True, **mapping.context)
        loaded: list[int] = []
        for start in range(0, len(records), BATCH_SIZE):
            batch = records[start : start + BATCH_SIZE]
            loaded += self._load_batch(mapping, model, batch)
            self._say(
                start + len(batch), len(records), f"{mapping.file}: {start + len(batch)} of {len(records)}"
            )
        self._store_line_ids(mapping, records, loaded)
        if mapping.call:
            self._call(mapping, model.browse(loaded))
        self.counts[mapping.model] = self.counts.get(mapping.model, 0) + len(loaded)

    def _load_batch(self, mapping: Mapping, model: Any, batch: Sequence[Record]) -> list[int]:
        data = [{"xml_id": record.xml_id, "values": record.values} for record in batch]
        try:
            with self.env.cr.savepoint():
                return list(load_records(model, data)._ids)
        except (ConcurrencyError, psycopg2.OperationalError):
            raise
        except Exception as error:
            raise ImportRefused(
                self._rows_at_fault(mapping, model, batch)
                or [CellProblem(mapping.file, None, None, str(error))]
            ) from error

    def _rows_at_fault(self, mapping: Mapping, model: Any, batch: Sequence[Record]) -> list[CellProblem]:
        """Try the rows of a refused batch one by one to name those at fault."""
        problems = []
        for record in batch[:MAX_ROWS_TRIED_ALONE]:
            try:
                with self.env.cr.savepoint():
                    load_records(model, [{"xml_id": record.xml_id, "values": record.values}])
            except (ConcurrencyError, psycopg2.OperationalError):
                raise
            except Exception as error:
                column = next(
                    (
                        entry.column
                        for entry in mapping.columns
                        if entry.field == getattr(error, "field", None)
                    ),
                    None,
                )
                problems.append(CellProblem(mapping.file, record.row, column, str(error)))
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
                    new_ids.append(
                        xmlids.NewId(
                            self._xml_id(lines.external_id, mapping.namespace, row) or "",
                            parent[lines.field]._name,
                            line_id,
                        )
                    )
            self.env.flush_all()
            known = xmlids.rows(self.env, [new.xml_id for new in new_ids])
            xmlids.store(self.env, [new for new in new_ids if new.xml_id not in known])

    def _call(self, mapping: Mapping, records: Any) -> None:
        assert mapping.call is not None
        if mapping.call.startswith("_") or not callable(getattr(records, mapping.call, None)):
            raise ImportRefused(
                [
                    CellProblem(
                        mapping.source,
                        None,
                        None,
                        f"{mapping.model} has no public method '{mapping.call}' to call.",
                    )
                ]
            )
        getattr(records, mapping.call)()


def files_of(mapping: Mapping) -> list[str]:
    """Names of the files a mapping reads."""
    names = [mapping.file, *(lines.file for lines in mapping.lines)]
    columns = [*mapping.columns, *(column for lines in mapping.lines for column in lines.columns)]
    return list(dict.fromkeys([*names, *(column.add.file for column in columns if column.add)]))


def _identifier(value: Any) -> str:
    """A cell as part of an external id."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    return text.replace(" ", "_").replace(".", "_")


def import_tables(
    env: Environment,
    mapping: Path | str | Sequence[Mapping],
    files: Iterable[Path | str],
    progress: Progress | None = None,
) -> dict[str, int]:
    """Import files with a mapping file, a folder of them, or mappings already read; see :class:`TableImport`."""
    mappings = read_mappings(mapping) if isinstance(mapping, (str, Path)) else list(mapping)
    return TableImport(env, mappings, files, progress).run()

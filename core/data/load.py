"""Creating and updating records that carry an external id.

`load_records` is what data files use; `load` is the import API (`model.load(fields, rows)`), `export_data` its
counterpart. All of them work on batches.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from core.base.errors import UserError
from core.data import xmlids
from core.data.xmlids import NewId

if TYPE_CHECKING:
    from core.orm.environment import Environment

Recordset = Any
"""The ORM composes its recordset classes while it runs: their fields and methods are not known to type checkers."""


def load_records(model: Recordset, data_list: Sequence[dict[str, Any]], update: bool = False) -> Recordset:
    """Create or update records, each `{'xml_id': …, 'values': …, 'noupdate': bool}`, and store their external ids.

    With `update`, records whose external id is marked `noupdate` stay as they are.
    Returns the records in the order of `data_list`; without an `xml_id` a record is always created.
    """
    env = model.env
    known = xmlids.rows(env, [data["xml_id"] for data in data_list if data.get("xml_id")])
    alive = _alive(model, known)
    ids: list[int | None] = []
    to_create: list[tuple[int, dict[str, Any]]] = []
    for position, data in enumerate(data_list):
        row = known.get(data.get("xml_id") or "")
        if row is None or row.res_id not in alive:
            ids.append(None)
            to_create.append((position, data))
            continue
        ids.append(row.res_id)
        if not (update and row.noupdate):
            record = model.browse(row.res_id)
            values = {name: value for name, value in data["values"].items() if name != "id"}
            if values:
                record._load_records_write(values)
    new_ids: list[NewId] = []
    if to_create:
        created = model._load_records_create([data["values"] for _position, data in to_create])
        for (position, data), record in zip(to_create, created, strict=True):
            ids[position] = record.id
            new_ids.extend(_new_ids(record, data))
    xmlids.store(env, new_ids)
    _mark_loaded(env, data_list)
    return model.browse(ids)


def _alive(model: Recordset, known: dict[str, xmlids.Row]) -> set[int]:
    """Which of the known ids still have their record (it may have been deleted behind the ORM's back)."""
    candidates = {row.res_id for row in known.values() if row.model == model._name}
    return set(model.browse(candidates).exists()._ids) if candidates else set()


def _new_ids(record: Recordset, data: dict[str, Any]) -> Iterator[NewId]:
    """The id of a created record, and those of the parents it brought by `_inherits`."""
    xml_id = data.get("xml_id")
    if not xml_id:
        return
    noupdate = bool(data.get("noupdate"))
    for parent_model, parent_field in record._inherits.items():
        if parent_field not in data["values"]:
            yield NewId(
                f"{xml_id}_{parent_model.replace('.', '_')}", parent_model, record[parent_field].id, noupdate
            )
    yield NewId(xml_id, record._name, record.id, noupdate)


def _mark_loaded(env: Environment, data_list: Iterable[dict[str, Any]]) -> None:
    known = xmlids.attached(env)
    if known is not None:
        known.loaded.update(data["xml_id"] for data in data_list if data.get("xml_id"))


# -- the import API --------------------------------------------------------------------------------


class RowError(UserError):
    """A cell that cannot be imported."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message, field=field)


def split_path(name: str) -> list[str]:
    """`partner_id:id` and `partner_id/id` → ['partner_id', 'id']."""
    return re.sub(r"(?<=\w):(?=id$)", "/", re.sub(r"(?<=\w)\.id$", "/.id", name)).split("/")


def load(model: Recordset, fields: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """Import a table of texts: `fields` are paths such as `name`, `partner_id/id`, `order_line/product_id/.id`.

    Rows without a value of their own continue the one2many lines of the record above. All or nothing.
    Returns `{'ids': [...] | False, 'messages': [{'type', 'message', 'rows': {'from', 'to'}, 'field', 'record'}], 'nextrow': 0}`.
    """
    table = _TableLoad(model, [split_path(name) for name in fields])
    savepoint = model.env.cr.savepoint()
    try:
        table.run(rows)
        if not table.messages:
            model.env.flush_all()
    except Exception as error:
        if _is_retryable(error):
            raise
        last = {"from": table.first_row, "to": max(len(rows) - 1, 0)}
        table.messages.append(
            {"type": "error", "message": str(error), "rows": last, "record": False, "field": False}
        )
    savepoint.close(rollback=bool(table.messages))
    return {"ids": False if table.messages else table.ids, "messages": table.messages, "nextrow": 0}


class _TableLoad:
    """Rows on their way in: converted one by one, written in batches, earlier when a row refers to one that waits."""

    def __init__(self, model: Recordset, paths: list[list[str]]) -> None:
        self.model = model
        self.paths = paths
        self.module = model.env.context.get("_import_current_module", "__import__")
        self.ids: list[int] = []
        self.messages: list[dict[str, Any]] = []
        self.first_row = 0
        self._waiting: list[dict[str, Any]] = []
        self._waiting_ids: set[str] = set()

    def run(self, rows: Sequence[Sequence[Any]]) -> None:
        converter = Converter(self.model.env, self._before_lookup)
        for number, (first, last, record_rows) in enumerate(group_rows(self.model, self.paths, rows)):
            try:
                data = converter.record(self.model, self.paths, record_rows, self.module)
            except RowError as error:
                place = {"rows": {"from": first, "to": last}, "record": number, "field": error.field}
                self.messages.append({"type": "error", "message": error.args[0], **place})
                continue
            if not self._waiting:
                self.first_row = first
            self._waiting.append(data)
            self._waiting_ids.add(data.get("xml_id", ""))
        if not self.messages:
            self._flush()

    def _before_lookup(self, xml_id: str) -> None:
        if xml_id in self._waiting_ids and not self.messages:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting, self._waiting_ids = self._waiting, [], set()
        self.ids += load_converted(self.model, waiting)


def _is_retryable(error: Exception) -> bool:
    return type(error).__name__ in (
        "SerializationFailure",
        "DeadlockDetected",
        "LockRequired",
        "ConcurrencyError",
    )


def load_converted(model: Recordset, data_list: list[dict[str, Any]]) -> list[int]:
    """Write what has a database id, load the rest by external id; ids in the order of the rows."""
    ids: list[int] = [0] * len(data_list)
    by_xml_id = []
    for position, data in enumerate(data_list):
        if data.get("id"):
            model.browse(data["id"]).write(data["values"])
            ids[position] = data["id"]
        else:
            by_xml_id.append((position, data))
    loaded = load_records(model, [data for _position, data in by_xml_id])
    for (position, _data), record_id in zip(by_xml_id, loaded._ids, strict=True):
        ids[position] = record_id
    return ids


def group_rows(
    model: Recordset, paths: list[list[str]], rows: Sequence[Sequence[Any]]
) -> Iterator[tuple[int, int, list[Sequence[Any]]]]:
    """(first, last, rows) of each record: a row with nothing but one2many cells belongs to the record above."""
    lines = {name for name, field in model._fields.items() if field.type == "one2many"}
    own = [index for index, path in enumerate(paths) if len(path) == 1 or path[0] not in lines]
    nested = len(own) < len(paths)
    start = 0
    group: list[Sequence[Any]] = []
    for number, row in enumerate(rows):
        continues = nested and group and not any(row[index] not in ("", None, False) for index in own)
        if group and not continues:
            yield start, number - 1, group
            start, group = number, []
        if not group:
            start = number
        group.append(row)
    if group:
        yield start, start + len(group) - 1, group


class Converter:
    """Texts of a table → values `create` and `write` take.

    `before_lookup(xml_id)` is called before an external id is looked up: rows may refer to rows above them.
    """

    def __init__(self, env: Environment, before_lookup: Callable[[str], None] | None = None) -> None:
        self.env = env
        self.before_lookup = before_lookup
        self._names: dict[tuple[str, str], int | None] = {}

    def record(
        self, model: Recordset, paths: list[list[str]], rows: list[Sequence[Any]], module: str
    ) -> dict[str, Any]:
        """One record from its rows: `{'id'?, 'xml_id'?, 'values'}`."""
        data: dict[str, Any] = {"values": {}, "noupdate": False}
        subtables: dict[str, list[tuple[int, list[str]]]] = {}
        first = rows[0]
        for index, path in enumerate(paths):
            name, cell = path[0], first[index]
            if name == "id":
                if cell:
                    data["xml_id"] = xmlids.canonical(cell) if "." in cell else f"{module}.{cell}"
            elif name == ".id":
                if cell not in ("", None, False):
                    data["id"] = int(cell)
            elif len(path) > 1 and self._field(model, name).type == "one2many":
                subtables.setdefault(name, []).append((index, path[1:]))
            else:
                data["values"][name] = self.cell(model, path, cell)
        for name, columns in subtables.items():
            data["values"][name] = self._lines(model, name, columns, rows, module)
        return data

    def _lines(
        self,
        model: Recordset,
        name: str,
        columns: list[tuple[int, list[str]]],
        rows: list[Sequence[Any]],
        module: str,
    ) -> list[Any]:
        """The commands of a one2many from the columns under it."""
        comodel = self.env[model._fields[name].comodel_name]
        paths = [path for _index, path in columns]
        table = [[row[index] for index, _path in columns] for row in rows]
        table = [row for row in table if any(cell not in ("", None, False) for cell in row)]
        commands = []
        for _first, _last, group in group_rows(comodel, paths, table):
            data = self.record(comodel, paths, group, module)
            existing = data.get("id") or self._existing(comodel, data.get("xml_id"))
            commands.append((1, existing, data["values"]) if existing else (0, 0, data["values"]))
        return commands

    def _existing(self, model: Recordset, xml_id: str | None) -> int | None:
        found = xmlids.lookup(self.env, xml_id) if xml_id else None
        return found[1] if found and found[0] == model._name else None

    def _field(self, model: Recordset, name: str) -> Any:
        field = model._fields.get(name)
        if field is None:
            import difflib

            near = difflib.get_close_matches(name, model._fields, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise RowError(f"The model {model._name} has no field '{name}'.{hint}", name)
        return field

    def cell(self, model: Recordset, path: list[str], value: Any) -> Any:
        """One cell under the column `path`."""
        field = self._field(model, path[0])
        if len(path) > 1:
            return self._reference(field, path[1], value)
        if value in ("", None, False):
            return False
        convert = getattr(self, f"_to_{field.type}", None)
        return convert(field, value) if convert else value

    # -- references --------------------------------------------------------------------------------

    def _reference(self, field: Any, subfield: str, value: Any) -> Any:
        many = field.type in ("many2many", "one2many")
        if value in ("", None, False):
            return [(6, 0, [])] if many else False
        texts = [text.strip() for text in str(value).split(",")] if many else [str(value).strip()]
        ids = [self._reference_id(field, subfield, text) for text in texts if text]
        return [(6, 0, ids)] if many else ids[0]

    def _reference_id(self, field: Any, subfield: str, text: str) -> int:
        if subfield == ".id":
            return int(text)
        if subfield == "id":
            return self._xml_id(field, text)
        return self._by_field(field, subfield, text)

    def _xml_id(self, field: Any, text: str) -> int:
        module = self.env.context.get("_import_current_module", "__import__")
        xml_id = text if "." in text else f"{module}.{text}"
        if self.before_lookup:
            self.before_lookup(xml_id)
        found = xmlids.lookup(self.env, xml_id)
        if found is None:
            near = xmlids.similar(self.env, xml_id)
            hint = f" Did you mean '{near}'?" if near else ""
            raise RowError(f"No record has the external id '{xml_id}'.{hint}", field.name)
        if found[0] != field.comodel_name:
            raise RowError(
                f"'{xml_id}' is a {found[0]}, but {field.name} refers to {field.comodel_name}.", field.name
            )
        return found[1]

    def _by_field(self, field: Any, name: str, text: str) -> int:
        records = self.env[field.comodel_name].search([(name, "=", text)], limit=2)
        if len(records) != 1:
            count = "No" if not records else "More than one"
            raise RowError(f"{count} {field.comodel_name} has {name} '{text}'.", field.name)
        return records.id

    def _by_name(self, field: Any, text: str) -> int:
        key = (field.comodel_name, text)
        if key not in self._names:
            found = self.env[field.comodel_name].name_search(text, operator="=", limit=2)
            if len(found) > 1:
                raise RowError(
                    f"'{text}' is the name of several records of {field.comodel_name}.", field.name
                )
            self._names[key] = found[0][0] if found else None
        record_id = self._names[key]
        if record_id is None:
            raise RowError(f"No {field.comodel_name} is called '{text}'.", field.name)
        return record_id

    def _to_many2one(self, field: Any, value: Any) -> int:
        return value if isinstance(value, int) else self._by_name(field, str(value).strip())

    def _to_many2many(self, field: Any, value: Any) -> list[Any]:
        return [
            (6, 0, [self._by_name(field, text.strip()) for text in str(value).split(",") if text.strip()])
        ]

    def _to_reference(self, field: Any, value: Any) -> Any:
        return value

    # -- scalars -----------------------------------------------------------------------------------

    def _to_boolean(self, field: Any, value: Any) -> bool:
        text = str(value).strip().lower()
        if text in ("1", "true", "yes", "t", "y"):
            return True
        if text in ("0", "false", "no", "f", "n"):
            return False
        raise RowError(f"'{value}' is neither yes nor no (write True or False).", field.name)

    def _to_integer(self, field: Any, value: Any) -> int:
        try:
            return int(value)
        except ValueError:
            raise RowError(f"'{value}' is not a whole number.", field.name) from None

    def _to_float(self, field: Any, value: Any) -> float:
        try:
            return float(value)
        except ValueError:
            raise RowError(f"'{value}' is not a number.", field.name) from None

    _to_monetary = _to_float

    def _to_date(self, field: Any, value: Any) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value)[:10])
        except ValueError:
            raise RowError(f"'{value}' is not a date (write it as 2026-12-31).", field.name) from None

    def _to_datetime(self, field: Any, value: Any) -> datetime.datetime:
        if isinstance(value, datetime.datetime):
            return value
        try:
            return datetime.datetime.fromisoformat(str(value))
        except ValueError:
            raise RowError(
                f"'{value}' is not a date and time (write it as 2026-12-31 23:59:00).", field.name
            ) from None

    def _to_selection(self, field: Any, value: Any) -> Any:
        selection = dict(field._description_selection(self.env))
        if value in selection:
            return value
        by_label = {str(label).lower(): key for key, label in selection.items()}
        if str(value).lower() in by_label:
            return by_label[str(value).lower()]
        allowed = ", ".join(str(label) for label in itertools.islice(selection.values(), 10))
        raise RowError(f"'{value}' is not a choice of {field.name} (one of: {allowed}).", field.name)


# -- export ----------------------------------------------------------------------------------------


def export_data(records: Recordset, fields: Sequence[str]) -> dict[str, list[list[Any]]]:
    """`{'datas': rows}` with one column per path of `fields`; one2many lines follow on rows of their own."""
    paths = [split_path(name) for name in fields]
    return {"datas": export_rows(records, paths)}


def export_rows(records: Recordset, paths: list[list[str]]) -> list[list[Any]]:
    """The table of `records`: first row of a record holds its own values, further rows more one2many lines."""
    external = ensure_xml_ids(records) if any(path == ["id"] for path in paths) else {}
    table: list[list[Any]] = []
    for record in records:
        table.extend(_export_record(record, paths, external))
    return table


def _export_record(record: Recordset, paths: list[list[str]], external: dict[int, str]) -> list[list[Any]]:
    first: list[Any] = [""] * len(paths)
    more: list[list[Any]] = []
    done: set[str] = set()
    for index, path in enumerate(paths):
        name = path[0]
        if name == ".id":
            first[index] = record.id
        elif name == "id":
            first[index] = external[record.id]
        elif len(path) == 1 or path[1:] == [""]:
            first[index] = _export_value(record, name)
        elif name not in done:
            done.add(name)
            _export_related(record, name, paths, first, more)
    return [first, *more]


def _export_related(
    record: Recordset, name: str, paths: list[list[str]], first: list[Any], more: list[list[Any]]
) -> None:
    columns = [(index, path[1:]) for index, path in enumerate(paths) if path[0] == name and len(path) > 1]
    lines = export_rows(record[name], [path for _index, path in columns])
    if record._fields[name].type == "many2many":
        lines = (
            [[",".join(str(line[column]) for line in lines) for column in range(len(columns))]]
            if lines
            else []
        )
    for number, line in enumerate(lines):
        while number > len(more):
            more.append([""] * len(paths))
        row = first if number == 0 else more[number - 1] if number <= len(more) else None
        for (index, _path), cell in zip(columns, line, strict=True):
            (row if row is not None else first)[index] = cell


def _export_value(record: Recordset, name: str) -> Any:
    value = record[name]
    field = record._fields[name]
    if field.type in ("many2one", "many2many", "one2many"):
        return ",".join(related.display_name or "" for related in value)
    if field.type == "selection":
        return dict(field._description_selection(record.env)).get(value, "") if value else ""
    if field.type == "boolean":
        return value
    return "" if value is False or value is None else value


def external_ids(records: Recordset) -> dict[int, list[str]]:
    """All external ids of each record: id → ['module.name', …], oldest first."""
    found: dict[int, list[str]] = {record_id: [] for record_id in records._ids}
    if records:
        records.env.cr.execute(
            "SELECT res_id, module || '.' || name FROM ir_model_data WHERE model = %s AND res_id = ANY(%s) ORDER BY id",
            [records._name, list(records._ids)],
        )
        for res_id, xml_id in records.env.cr.fetchall():
            found[res_id].append(xml_id)
    return found


def ensure_xml_ids(records: Recordset) -> dict[int, str]:
    """One external id per record; records without one get `__export__.<table>_<id>`."""
    known = external_ids(records)
    fresh = [
        NewId(f"__export__.{records._table}_{record_id}", records._name, record_id, False)
        for record_id, names in known.items()
        if not names
    ]
    xmlids.store(records.env, fresh)
    return {
        record_id: names[0] if names else f"__export__.{records._table}_{record_id}"
        for record_id, names in known.items()
    }

"""The unit of work: pending creates, updates and links go to the database in few, large statements.

One INSERT per model, one UPDATE per (model, set of columns); values travel as array literals through ``unnest``
(measured: 3× faster than multi-row VALUES, 5× faster than one statement per row).
"""
from __future__ import annotations

import datetime as dt
import itertools
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import orjson
import psycopg2
import psycopg2.extras

from core.orm import compute
from core.orm.dberrors import explain
from core.orm.environment import MISSING, Transaction

if TYPE_CHECKING:
    from core.orm.fields.base import Field

_logger = logging.getLogger(__name__)

ROWS_PER_STATEMENT = 20_000


def flush_all(transaction: Transaction) -> None:
    """Compute what is marked and write everything pending."""
    for _round in itertools.count():
        compute.recompute_all(transaction)
        if not (transaction.creates or transaction.dirty or transaction.links):
            return
        _write(transaction, set(transaction.creates) | set(transaction.dirty), links=True)
        if not transaction.tocompute or not any(any(ids) for ids in transaction.tocompute.values()):
            if not (transaction.creates or transaction.dirty) or transaction.computing:
                return
        if _round > 100:
            raise RecursionError("Flushing does not come to an end: " + ", ".join(transaction.creates))


def flush_fields(transaction: Transaction, names: Mapping[str, Iterable[str]]) -> None:
    """Write what a query on ``{model: field names}`` depends on."""
    if not transaction.pending:
        return
    models: set[str] = set()
    env = None
    for model_name, field_names in names.items():
        fields = transaction.registry.models[model_name]._fields
        for name in field_names:
            field = fields.get(name)
            if field is None:
                continue
            pending = transaction.tocompute.get(field)
            if pending and field.store and any(pending):
                env = env or transaction.superuser_env()
                compute.recompute(env, field)
        if model_name in transaction.creates:
            models.add(model_name)
        dirty = transaction.dirty.get(model_name)
        if dirty and any(fields.get(name) in dirty for name in field_names):
            models.add(model_name)
    relations = _pending_relations(transaction, names)
    if models or relations:
        for model_name in [m for m in models if m in transaction.creates]:
            _recompute_creates(transaction, model_name)
        _write(transaction, _with_referenced(transaction, models | relations), links=bool(relations))


def flush_links(transaction: Transaction, field: Any) -> None:
    """Write pending links of a many2many relation."""
    if any(key[0] == field.relation for key in transaction.links):
        flush_fields(transaction, {field.model_name: [field.name]})


def _pending_relations(transaction: Transaction, names: Mapping[str, Iterable[str]]) -> set[str]:
    """Models on both sides of the pending many2many relations among ``names``."""
    if not transaction.links:
        return set()
    pending = {key[0] for key in transaction.links}
    models: set[str] = set()
    for model_name, field_names in names.items():
        fields = transaction.registry.models[model_name]._fields
        for name in field_names:
            field = fields.get(name)
            if field is not None and field.type == "many2many" and field.relation in pending:  # type: ignore[attr-defined]
                models |= {model_name, field.comodel_name}  # type: ignore[arg-type]
    return models


def _recompute_creates(transaction: Transaction, model_name: str) -> None:
    """Before rows are inserted, compute what they cannot do without; other fields wait until somebody asks or everything
    is flushed, as a compute method may look at, or change, what its caller is still preparing."""
    env = None
    creates = transaction.creates[model_name]
    for field in [f for f in transaction.tocompute if f.model_name == model_name and f.required]:
        pending = transaction.tocompute.get(field)
        if pending and any(id_ in creates for id_ in pending):
            env = env or transaction.superuser_env()
            compute.recompute(env, field)


def _with_referenced(transaction: Transaction, models: set[str]) -> set[str]:
    """``models`` and those whose unsaved records they point to."""
    result: set[str] = set()
    stack = list(models)
    while stack:
        model_name = stack.pop()
        if model_name in result:
            continue
        result.add(model_name)
        for field in _reference_columns(transaction, model_name):
            if field.comodel_name in transaction.creates and field.comodel_name not in result:
                stack.append(field.comodel_name)
                if field.comodel_name in transaction.creates:
                    _recompute_creates(transaction, field.comodel_name)
    return result


def _reference_columns(transaction: Transaction, model_name: str) -> list[Field]:
    return transaction.registry.models[model_name]._many2one_columns()


# -- writing ----------------------------------------------------------------------------------------------------------

def _write(transaction: Transaction, models: set[str], links: bool) -> None:
    postponed: list[tuple[str, Field, list[int]]] = []
    for model_name in _insert_order(transaction, [m for m in transaction.creates if m in models]):
        _insert(transaction, model_name, postponed)
    for model_name, field, ids in postponed:
        transaction.dirty.setdefault(model_name, {}).setdefault(field, {}).update(dict.fromkeys(ids))
        models = models | {model_name}
    for model_name in [m for m in transaction.dirty if m in models]:
        if model_name in transaction.dirty:  # unless an override of `_write_multi` flushed it
            _update(transaction, model_name)
    if links:
        _write_links(transaction)


def _insert_order(transaction: Transaction, models: list[str]) -> list[str]:
    """Referenced models first; a cycle is cut where it is met (its columns are written afterwards)."""
    if len(models) < 2:
        return models
    todo = set(models)
    ordered: dict[str, None] = {}
    visiting: set[str] = set()

    def targets(model_name: str, required: bool) -> list[str]:
        return [field.comodel_name for field in _reference_columns(transaction, model_name)
                if field.required == required and field.comodel_name in todo and field.comodel_name != model_name
                and _points_to_unsaved(transaction, field, field.comodel_name)]  # type: ignore[misc]

    def needs_one_being_visited(model_name: str, seen: set[str]) -> bool:
        """Whether a row of the model cannot be inserted before one of those that wait for it."""
        if model_name in visiting:
            return True
        seen.add(model_name)
        return any(needs_one_being_visited(other, seen) for other in targets(model_name, required=True) if other not in seen)

    def visit(model_name: str) -> None:
        if model_name in ordered or model_name in visiting:
            return
        visiting.add(model_name)
        # a required reference must come first; others may be written afterwards
        for comodel in targets(model_name, required=True):
            visit(comodel)
        for comodel in targets(model_name, required=False):
            if comodel not in ordered and not needs_one_being_visited(comodel, set()):
                visit(comodel)
        visiting.discard(model_name)
        ordered[model_name] = None

    for model_name in models:
        visit(model_name)
    return list(ordered)


def _points_to_unsaved(transaction: Transaction, field: Field, comodel_name: str) -> bool:
    data = transaction.data.get(field)
    if not data:
        return False
    unsaved = transaction.creates[comodel_name]
    return any(data.get(id_) in unsaved for id_ in transaction.creates[field.model_name])


def _insert(transaction: Transaction, model_name: str, postponed: list[tuple[str, Field, list[int]]]) -> None:
    creates = transaction.creates.get(model_name)
    if not creates:
        transaction.creates.pop(model_name, None)
        return
    model = transaction.registry.models[model_name]
    ids = list(creates)
    if transaction.computing:
        ids, waiting = _ready_rows(transaction, model, ids)
        if not ids:
            return
    else:
        waiting = {}
    names: list[str] = ["id"]
    casts: list[str] = ["int4"]
    columns: list[list[Any]] = [ids]
    for field in model._column_fields():
        values = _column_values(transaction, field, ids)
        if values is None:
            continue
        if field.type == "many2one":
            values = _without_unsaved(transaction, field, ids, values, postponed)
        names.append(field.name)
        casts.append(field.sql_type)
        columns.append(values)
    if waiting:
        transaction.creates[model_name] = waiting
    else:
        del transaction.creates[model_name]
    for start in range(0, len(ids), ROWS_PER_STATEMENT):
        part = [column[start:start + ROWS_PER_STATEMENT] for column in columns]
        _run_rows(transaction, model, names, casts, part)


def _ready_rows(transaction: Transaction, model: Any, ids: list[int]) -> tuple[list[int], dict[int, None]]:
    """While a compute method runs, rows that still lack a required value wait; so do rows that point to them."""
    required = [f for f in model._column_fields() if f.required]
    ready: list[int] = []
    waiting: dict[int, None] = {}
    unsaved_of = {f: transaction.creates.get(f.comodel_name, ()) for f in required if f.type == "many2one"}
    for id_ in ids:
        for field in required:
            value = transaction.data[field].get(id_, MISSING) if not field.context_keys else True
            if value is MISSING or value is None or (value is False and field.type != "boolean") \
                    or (field in unsaved_of and value in unsaved_of[field] and field.comodel_name != model._name):
                waiting[id_] = None
                break
        else:
            ready.append(id_)
    return ready, waiting


def _column_values(transaction: Transaction, field: Field, ids: Sequence[int]) -> list[Any] | None:
    """Parameters of one column for new rows, or None when the whole column is NULL."""
    if field.translate or field.company_dependent:
        patches = transaction.patches.get(field)
        if not patches:
            return None
        values = [patches.pop(id_, None) for id_ in ids]
        return [_json(value) for value in values] if any(values) else None
    data = transaction.data.get(field, {})
    if not data and field not in transaction.tocompute:
        return None
    null, convert = field.null, field.convert_to_column
    pending = transaction.tocompute.get(field)
    if pending:  # the value before: if computing gives it again, nothing is left to write
        values = [_before_computing(data.get(id_, MISSING), pending, id_, null) for id_ in ids]
    else:
        values = [data.get(id_, null) for id_ in ids]
    if _is_uniform(values):
        value = convert(values[0])
        return None if value is None else [value] * len(values)
    return [convert(value) for value in values]


def _without_unsaved(transaction: Transaction, field: Field, ids: Sequence[int], values: list[Any],
                     postponed: list[tuple[str, Field, list[int]]]) -> list[Any]:
    """References to rows not inserted yet are left out now and written afterwards."""
    if field.comodel_name == field.model_name:
        return values
    unsaved = transaction.creates.get(field.comodel_name)  # type: ignore[arg-type]
    if not unsaved:
        return values
    later = [id_ for id_, value in zip(ids, values, strict=True) if value in unsaved]
    if not later:
        return values
    postponed.append((field.model_name, field, later))
    return [None if value in unsaved else value for value in values]


def _run_rows(transaction: Transaction, model: Any, names: list[str], casts: list[str], columns: list[list[Any]]) -> None:
    quoted = ", ".join(f'"{name}"' for name in names)
    cr = transaction.cr
    try:
        if len(columns[0]) == 1:
            values = ", ".join(f"%s::{cast}" for cast in casts)
            cr.run(f'INSERT INTO "{model._table}" ({quoted}) VALUES ({values})', [column[0] for column in columns])
        else:
            _insert_many(cr, model._table, names, casts, columns)
    except psycopg2.Error as error:
        raise explain(transaction, model, error, columns[0]) from error


def _insert_many(cr: Any, table: str, names: list[str], casts: list[str], columns: list[list[Any]]) -> None:
    """One INSERT of many rows: what all rows have in common is sent once."""
    same = [_is_uniform(column) for column in columns]
    same[0] = False  # the ids make the rows
    varied = [number for number, uniform in enumerate(same) if not uniform]
    common = [number for number, uniform in enumerate(same) if uniform]
    inserted = ", ".join(f'"{names[number]}"' for number in (*varied, *common))
    arrays = ", ".join(f"%s::{casts[number]}[]" for number in varied)
    constants = "".join(f", %s::{casts[number]}" for number in common)
    cr.run(f'INSERT INTO "{table}" ({inserted}) SELECT v.*{constants} FROM unnest({arrays}) AS v',
           [*(columns[number][0] for number in common),
            *(array_literal(columns[number], casts[number]) for number in varied)])


def _update(transaction: Transaction, model_name: str) -> None:
    by_field = transaction.dirty.pop(model_name)
    model = transaction.registry.models[model_name]
    if len(by_field) == 1:
        ((field, field_ids),) = by_field.items()
        groups: dict[tuple[Field, ...], list[int]] = {(field,): list(field_ids)}
    else:
        fields_of: dict[int, list[Field]] = {}
        for field in sorted(by_field, key=lambda f: f.name):
            for id_ in by_field[field]:
                fields_of.setdefault(id_, []).append(field)
        groups = {}
        for id_, own in fields_of.items():
            groups.setdefault(tuple(own), []).append(id_)
    unsaved = transaction.creates.get(model_name)
    parts: list[tuple[Sequence[Field], list[int], list[list[Any]]]] = []
    for fields, ids in groups.items():
        if unsaved:
            ids = [id_ for id_ in ids if id_ not in unsaved]
        ids.sort()  # one locking order for everybody
        for start in range(0, len(ids), ROWS_PER_STATEMENT):
            part = ids[start:start + ROWS_PER_STATEMENT]
            parts.append((fields, part, [_update_values(transaction, field, part) for field in fields]))
    write = _update_rows if model._write_multi is model._kernel_write_multi else _offer_rows
    for part_fields, part, columns in parts:
        write(transaction, model, part_fields, part, columns)


def _offer_rows(transaction: Transaction, model: Any, fields: Sequence[Field], ids: list[int], columns: list[list[Any]]) -> None:
    """Let the addons that extend ``_write_multi`` look at what is written; the method of the kernel writes it."""
    names = [field.name for field in fields]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    transaction.offering += 1
    try:
        transaction.superuser_env()[model._name].browse(ids)._write_multi(rows)
    finally:
        transaction.offering -= 1


def write_rows(records: Any, vals_list: Sequence[Mapping[str, Any]]) -> None:
    """Put values into the columns of saved records, as the columns hold them; the cache does not learn of it."""
    transaction = records.env.transaction
    model = type(records)
    if not transaction.creates.get(model._name, {}).keys().isdisjoint(records._ids):
        _write(transaction, _with_referenced(transaction, {model._name}), links=False)
    groups: dict[tuple[str, ...], list[tuple[int, Mapping[str, Any]]]] = {}
    for id_, vals in zip(records._ids, vals_list, strict=True):
        if vals:
            groups.setdefault(tuple(vals), []).append((id_, vals))
    for names, rows in groups.items():
        fields = [model._fields[name] for name in names]
        columns = [[_as_column(field, vals[field.name]) for _id, vals in rows] for field in fields]
        _update_rows(transaction, model, fields, [id_ for id_, _vals in rows], columns)


def _as_column(field: Field, value: Any) -> Any:
    if value is False and field.type != "boolean":
        return None
    if field.translate and value and not str(value).startswith("{"):
        return _json({"en_US": value})
    return value


def _update_rows(transaction: Transaction, model: Any, fields: Sequence[Field], ids: list[int], columns: list[list[Any]]) -> None:
    cr = transaction.cr
    try:
        if len(ids) == 1:
            sets = ", ".join(_set_clause(field, f"%s::{field.sql_type}", model) for field in fields)
            cr.run(f'UPDATE "{model._table}" AS t SET {sets} WHERE t.id = %s', [*(c[0] for c in columns), ids[0]])
        elif all(_is_uniform(column) for column in columns):
            sets = ", ".join(_set_clause(field, f"%s::{field.sql_type}", model) for field in fields)
            cr.run(f'UPDATE "{model._table}" AS t SET {sets} WHERE t.id = ANY(%s::int4[])',
                   [*(c[0] for c in columns), array_literal(ids, "int4")])
        else:
            sets = ", ".join(_set_clause(field, f'v."{field.name}"', model) for field in fields)
            names = ", ".join(f'"{field.name}"' for field in fields)
            arrays = ", ".join(f"%s::{field.sql_type}[]" for field in fields)
            cr.run(
                f'UPDATE "{model._table}" AS t SET {sets} FROM unnest(%s::int4[], {arrays}) AS v(id, {names}) '
                "WHERE t.id = v.id",
                [array_literal(ids, "int4"),
                 *(array_literal(c, f.sql_type) for c, f in zip(columns, fields, strict=True))])
    except psycopg2.Error as error:
        raise explain(transaction, model, error, ids) from error
    if cr.rowcount < len(ids) and not all(field.compute for field in fields):
        _refuse_missing(transaction, model, ids)


def _refuse_missing(transaction: Transaction, model: Any, ids: list[int]) -> None:
    """Values were given to rows that are gone: their writer is told."""
    from core.orm.environment import SUPERUSER_ID, Environment
    from core.orm.fields.base import missing_record

    transaction.cr.run(f'SELECT id FROM "{model._table}" WHERE id = ANY(%s)', (ids,))
    gone = set(ids).difference(row[0] for row in transaction.cr.fetchall())
    if gone:
        raise missing_record(Environment(transaction.cr, SUPERUSER_ID, {})[model._name].browse(sorted(gone)))


def _is_uniform(column: list[Any]) -> bool:
    """Whether all values are one (0 and False are not: they differ as texts)."""
    first = column[0]
    return column.count(first) == len(column) and len(set(map(type, column))) == 1


def _set_clause(field: Field, value: str, model: Any) -> str:
    name = f'"{field.name}"'
    if not (field.translate or field.company_dependent):
        return f"{name} = {value}"
    # the patch's keys are put into the column; a NULL patch empties it (everything || NULL is NULL)
    base = "'{}'::jsonb"
    if field.translate:  # a text that had no value at all gets a source text (en_US) too
        base = "jsonb_build_object('en_US', (SELECT e.value FROM jsonb_each(p.patch) AS e LIMIT 1))"
    return (f"{name} = (SELECT jsonb_strip_nulls(COALESCE(t.{name}, {base}) || p.patch) "
            f"FROM (SELECT {value} AS patch) AS p)")


def _update_values(transaction: Transaction, field: Field, ids: Sequence[int]) -> list[Any]:
    if field.translate or field.company_dependent:
        patches = transaction.patches.get(field, {})
        return [_json(patches.pop(id_, None)) for id_ in ids]
    data = transaction.data[field]
    pending = transaction.tocompute.get(field)
    convert, null = field.convert_to_column, field.null
    return [convert(_before_computing(data.get(id_, MISSING), pending or {}, id_, null)) for id_ in ids]


def _before_computing(value: Any, pending: Mapping[Any, Any], id_: int, null: Any) -> Any:
    """The cached value; for a record that waits to be computed the one it had."""
    if value is MISSING:
        value = pending.get(id_, null)
    return null if value is MISSING else value


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()


def _write_links(transaction: Transaction) -> None:
    pending, transaction.links = transaction.links, {}
    cr = transaction.cr
    for key, pairs in pending.items():
        relation, column1, column2, model_name, comodel_name = key
        unsaved = transaction.creates.get(model_name, ()), transaction.creates.get(comodel_name, ())
        if unsaved[0] or unsaved[1]:  # links of rows not inserted yet wait for them
            waiting = {pair: linked for pair, linked in pairs.items() if pair[0] in unsaved[0] or pair[1] in unsaved[1]}
            if waiting:
                transaction.links[key] = waiting
                pairs = {pair: linked for pair, linked in pairs.items() if pair not in waiting}
        if not pairs:
            continue
        removed = [pair for pair, linked in pairs.items() if not linked]
        added = [pair for pair, linked in pairs.items() if linked]
        try:
            if removed:
                cr.run(
                    f'DELETE FROM "{relation}" AS t USING unnest(%s::int4[], %s::int4[]) AS v(a, b) '
                    f'WHERE t."{column1}" = v.a AND t."{column2}" = v.b',
                    [array_literal([p[0] for p in removed], "int4"), array_literal([p[1] for p in removed], "int4")])
            if added:
                cr.run(
                    f'INSERT INTO "{relation}" ("{column1}", "{column2}") '
                    "SELECT * FROM unnest(%s::int4[], %s::int4[]) ON CONFLICT DO NOTHING",
                    [array_literal([p[0] for p in added], "int4"), array_literal([p[1] for p in added], "int4")])
        except psycopg2.Error as error:
            raise explain(transaction, None, error, []) from error


# -- array literals -----------------------------------------------------------------------------------------------------

def array_literal(values: Sequence[Any], cast: str) -> str:
    """PostgreSQL's text form of an array, e.g. ``{1,NULL,"a b"}``."""
    convert = _ARRAY_ITEM.get(cast, _quoted)
    return "{" + ",".join([("NULL" if value is None else convert(value)) for value in values]) + "}"


def _quoted(value: Any) -> str:
    if isinstance(value, psycopg2.extras.Json):  # of a field class of an addon
        value = value.dumps(value.adapted)
    text = value if type(value) is str else str(value)
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '"' in text:
        text = text.replace('"', '\\"')
    return f'"{text}"'


def _bytes(value: Any) -> str:
    return '"\\\\x' + bytes(value).hex() + '"'


def _bool(value: Any) -> str:
    return "t" if value else "f"


def _moment(value: dt.datetime | dt.date) -> str:
    return f'"{value.isoformat(" ")}"' if isinstance(value, dt.datetime) else value.isoformat()


_ARRAY_ITEM: dict[str, Callable[[Any], str]] = {
    "int4": str, "int8": str, "float8": repr, "numeric": repr, "boolean": _bool, "date": _moment, "timestamp": _moment,
    "bytea": _bytes,
}

"""The tables of the models, as SQLAlchemy tables (schema vocabulary and compiler input)."""
from __future__ import annotations

import threading
from typing import Any

import sqlalchemy as sa

from core.orm.fields.base import Field


_building = threading.RLock()


class LazyTable:
    """``Model._table_``: built when somebody asks; most workers never need most tables."""

    def __get__(self, instance: Any, owner: Any) -> sa.Table | None:
        table = owner.__dict__.get("_sa_table")
        if table is None and owner.__dict__.get("_table_wanted"):
            with _building:  # several threads may ask at once; a half-built table must not be seen
                table = owner.__dict__.get("_sa_table")
                if table is None:
                    table = owner._sa_table = build_table(owner)
        return table


def build_table(model: Any) -> sa.Table:
    columns = [sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True)]
    columns += [_column(model, field) for field in model._column_fields()]
    table = sa.Table(model._table, model.registry.metadata, *columns, extend_existing=True)
    _add_indexes(model, table)
    return table


def _column(model: Any, field: Field) -> sa.Column:
    args: list[Any] = []
    if field.type == "many2one" and has_foreign_key(model, field):
        comodel = model.registry.models[field.comodel_name]
        name = constraint_name(model._table, field.name, "fkey")
        args.append(sa.ForeignKey(f"{comodel._table}.id", name=name, ondelete=field.ondelete.upper(), use_alter=True))  # type: ignore[attr-defined]
    nullable = not (field.required and not field.company_dependent)
    return sa.Column(field.name, field.sa_type(), *args, nullable=nullable, comment=field.string)


def has_foreign_key(model: Any, field: Field) -> bool:
    comodel = model.registry.models[field.comodel_name]
    return comodel._auto and not comodel._abstract and not field.company_dependent and not comodel._table_query


def constraint_name(table: str, name: str, suffix: str) -> str:
    """A stable name within PostgreSQL's 63 characters."""
    full = f"{table}_{name}_{suffix}"
    if len(full) > 63:
        import hashlib
        digest = hashlib.sha256(full.encode()).hexdigest()[:8]
        full = f"{full[:63 - len(suffix) - 10]}_{digest}_{suffix}"
    return full


def relation_table(field: Any) -> sa.Table:
    """The link table of a many2many field."""
    found = field.__dict__.get("_relation_table")
    if found is None:
        with _building:
            found = field.__dict__["_relation_table"] = _build_relation_table(field)
    return found


def _build_relation_table(field: Any) -> sa.Table:
    registry = field._model_cls.registry
    found = registry.metadata.tables.get(field.relation)
    if found is not None:
        return found
    model, comodel = field._model_cls, registry.models[field.comodel_name]
    columns = []
    for name, target, ondelete in ((field.column1, model, "cascade"), (field.column2, comodel, field.ondelete)):
        args = []
        if target._auto and not target._abstract and not target._table_query:
            args.append(sa.ForeignKey(f"{target._table}.id", ondelete=ondelete.upper(), use_alter=True,
                                      name=constraint_name(field.relation, name, "fkey")))
        columns.append(sa.Column(name, sa.Integer(), *args, nullable=False, primary_key=True, autoincrement=False))
    table = sa.Table(field.relation, registry.metadata, *columns)
    sa.Index(constraint_name(field.relation, field.column2, "idx"), table.c[field.column2])
    return table


def _add_indexes(model: Any, table: sa.Table) -> None:
    """The indexes that the fields ask for by ``index=``."""
    for field in model._column_fields():
        kind = field.index
        if not kind or kind == "False":
            continue
        column = table.c[field.name]
        name = constraint_name(model._table, field.name, "index")
        if kind == "trigram" and not field.company_dependent:
            # of a translated field the texts of all languages together: see statement.trigram_source
            text = f"CAST(jsonb_path_query_array(\"{field.name}\", '$.*') AS TEXT)" if field.translate \
                else f'"{field.name}"'
            sa.Index(name, sa.text(f"sen_trigrams(sen_search_key({text}))"), _table=table, postgresql_using="gin")
        elif kind == "btree_not_null" or field.company_dependent:
            sa.Index(name, column, postgresql_where=column.is_not(None))
        elif not field.translate:
            sa.Index(name, column)
    _add_name_index(model, table)
    if model._parent_store and "parent_path" in table.c:
        sa.Index(constraint_name(model._table, "parent_path", "pattern"), table.c.parent_path,
                 postgresql_ops={"parent_path": "text_pattern_ops"})


def _add_name_index(model: Any, table: sa.Table) -> None:
    """Lists sorted by name read it in the order of the alphabet from an index: see statement.sort_key."""
    field = model._fields.get(model._rec_name) if model._rec_name else None
    if field is None or field.type != "char" or field.translate or field.name not in table.c or model._transient:
        return
    if model._order.replace(",", " ").split()[0] == field.name:
        sa.Index(constraint_name(model._table, field.name, "sort"),
                 sa.text(f'sen_sort_key("{field.name}") COLLATE "C"'), _table=table)

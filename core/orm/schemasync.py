"""From models to tables: one schema sync for a whole batch of models, then values for new columns."""
from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from core.base.errors import LoadError, Problem
from core.orm import api, tables
from core.orm.environment import SUPERUSER_ID

_logger = logging.getLogger(__name__)


def init_models(registry: Any, cr: Any, model_names: Sequence[str], context: dict[str, Any]) -> None:
    """Create or adapt the tables of the models, fill new columns, then enforce constraints."""
    from core.db import schema
    env = api.Environment(cr, SUPERUSER_ID, context)
    if cr.transaction is not None:
        cr.transaction.flush()
    models = [registry.models[name] for name in model_names if name in registry.models]
    stored = [model for model in models if model._auto and not model._abstract]
    existing = _existing_tables(cr, [model._table for model in stored])
    env.transaction.extra["bootstrapping"] = bootstrapping = "ir_model_data" not in _existing_tables(cr, ["ir_model_data"])
    for model in stored:
        if model._table in existing and _overrides(model, "_auto_init"):
            env[model._name]._auto_init()
    plan = schema.plan(cr, table_specs(registry, stored, schema))
    plan.apply_structure(cr)
    for model in stored:
        if model._table not in existing and _overrides(model, "_auto_init"):
            env[model._name]._auto_init()
    _fill_new_columns(env, stored, existing, plan.new_columns)
    env.flush_all()
    try:
        problems = plan.apply_constraints(cr)
    except schema.BrokenConstraint as error:
        raise _located(error, stored) from error
    for problem in problems:
        _logger.warning("%s", problem)
    for model in models:
        if _overrides(model, "init"):
            env[model._name].init()
    if not bootstrapping or "ir_model_data" in _existing_tables(cr, ["ir_model_data"]):
        env.transaction.extra.pop("bootstrapping", None)


def _located(error: Any, models: Sequence[Any]) -> LoadError:
    """The error at the class that declares the constraint."""
    file, line, declared = None, None, ""
    for model in models:
        if model._table == error.step.table:
            for cls in model.__mro__:
                for key, definition, _message in cls.__dict__.get("_sql_constraints", ()):
                    if f'"{model._table}_{key}"' in error.step.statement and cls.__dict__.get("_source_line"):
                        (file, line), declared = cls._source_line, f"{key}: {definition}"
    return LoadError([Problem(str(error.args[0]), file, line, declared or error.hint)])


def table_specs(registry: Any, models: Sequence[Any], schema: Any) -> list[Any]:
    """What the tables of the models, and their link tables, should look like."""
    specs: dict[str, Any] = {}
    for model in models:
        constraints = {f"{model._table}_{key}": definition for key, definition, _message in model._sql_constraints}
        if model._table in specs:
            continue
        specs[model._table] = schema.TableSpec(table=model._table_, constraints=constraints, comment=model._description)
        for field in model._fields.values():
            if field.type == "many2many" and field.store and field.relation not in specs and not field.inherited \
                    and _owns_relation(registry, field):
                specs[field.relation] = schema.TableSpec(
                    table=field.relation_table, constraints={}, comment=f"RELATION BETWEEN {model._table} AND "
                    f"{registry.models[field.comodel_name]._table}")
    return list(specs.values())


def _owns_relation(registry: Any, field: Any) -> bool:
    """A relation that is the table of a model belongs to that model."""
    return not any(model._table == field.relation and model._auto and not model._abstract for model in registry.models.values())


def _existing_tables(cr: Any, names: Sequence[str]) -> set[str]:
    cr.run("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema::regnamespace "
           "AND relname = ANY(%s)", (list(names),))
    return {row[0] for row in cr.fetchall()}


def _overrides(model: Any, method: str) -> bool:
    from core.orm.models import BaseModel
    return getattr(model, method) is not getattr(BaseModel, method)


def _fill_new_columns(env: Any, models: Sequence[Any], existing: set[str], new_columns: dict[str, list[str]]) -> None:
    """Records that exist already get the default, or the computed value, of a column that is new."""
    for model in models:
        if model._table not in existing:
            continue
        names = new_columns.get(model._table, ())
        fields = [model._fields[name] for name in names if name in model._fields]
        if not fields:
            continue
        env.cr.run(f'SELECT EXISTS (SELECT FROM "{model._table}")')
        if not env.cr.fetchone()[0]:
            continue
        records = env[model._name]
        computed = [field for field in fields if field.compute]
        for field in fields:
            if field.default and not field.compute:
                _fill_default(records, field)
        if computed:
            ids = records.with_context(active_test=False).search([], order="id")._ids
            for field in computed:
                env.add_to_compute(field, records.browse(ids))
            env.flush_all()


def _fill_default(model: Any, field: Any) -> None:
    value = field.default(model)
    if value is None or value is False and field.type != "boolean":
        return
    cached = field.convert_to_cache(value, model, validate=False)
    column = f'"{field.name}"'
    if field.translate or field.company_dependent:
        return
    model.env.cr.run(f'UPDATE "{model._table}" SET {column} = %s WHERE {column} IS NULL',
                     (field.convert_to_column(cached),))


__all__ = ["init_models", "table_specs", "tables"]

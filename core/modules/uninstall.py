"""Removing addons: their records, fields, models; and telling beforehand what will be lost.

Columns of removed fields stay in their tables, nullable; tables of removed models move to the schema `attic`
(architecture, section 4). An explicit clean-up lists and drops both.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core.base.errors import UserError
from core.data import xmlids
from core.db import schema
from core.db.schema.names import foreign_key_name
from core.modules import graph, manifest, ownership, python_source, selections
from core.modules.loader import Progress

if TYPE_CHECKING:
    from core.orm.environment import Environment

_logger = logging.getLogger(__name__)

refusals: list[Callable[[Environment, list[str]], list[str]]] = []
"""Asked before addons are removed: each returns the reasons against it. Rooms above add theirs."""
releases: list[Callable[[Environment, list[str]], None]] = []
"""Called while addons are removed, before their records go, to let go of what refers to them."""

REFLECTED = (
    "ir.model",
    "ir.model.fields",
    "ir.model.fields.selection",
    "ir.model.constraint",
    "ir.model.relation",
)
"""Rows that mirror declarations; removed last, and without deleting data."""


@dataclass
class Preview:
    """What uninstalling would take away."""

    modules: list[str] = field(default_factory=list)
    """The addons, in the order of removal: those that need the others first."""
    records: dict[str, int] = field(default_factory=dict)
    """Model → how many records that the addons brought would be deleted."""
    tables: dict[str, int] = field(default_factory=dict)
    """Table that would move to the attic → rows in it."""
    columns: dict[str, list[str]] = field(default_factory=dict)
    """Table → columns that would stay behind unused, with their data."""

    values: list[str] = field(default_factory=list)
    """Values of selection fields that go, with what becomes of the records that hold them."""

    def lines(self) -> list[str]:
        """The same as text."""
        lines = [f"Addons removed: {', '.join(self.modules)}"]
        lines += [f"{count} record(s) of {model} deleted" for model, count in sorted(self.records.items())]
        lines += self.values
        lines += [
            f"Table {table} ({rows} row(s)) moved to the schema attic"
            for table, rows in sorted(self.tables.items())
        ]
        lines += [
            f"Table {table}: columns kept but unused: {', '.join(columns)}"
            for table, columns in sorted(self.columns.items())
        ]
        return lines


def removal_order(env: Environment, names: Iterable[str]) -> list[str]:
    """`names` and the installed addons that need them, dependants first.

    :raises UserError: for what is not installed, and for `base`
    """
    wanted = {manifest.canonical(name) for name in names}
    states = ("installed", "to upgrade", "to remove")
    installed = set(env["ir.module.module"].search([("state", "in", states)]).mapped("name"))
    missing = wanted - installed
    if missing:
        raise UserError(f"Not installed: {', '.join(sorted(missing))}.", code="modules.not_installed")
    if "base" in wanted:
        raise UserError(
            "The addon 'base' cannot be uninstalled: everything stands on it.", code="modules.base"
        )
    nodes = graph.Graph(installed)
    doomed = wanted | (nodes.dependants(wanted) & installed)
    order = [name for name in nodes.order() if name in doomed]
    return [*reversed(order), *sorted(doomed - set(order))]


def preview_uninstall(env: Environment, names: Iterable[str]) -> Preview:
    """What uninstalling `names` would take away."""
    modules = removal_order(env, names)
    preview = Preview(modules)
    env.flush_all()
    models = _removed_models(env, modules)
    preview.records = dict(Counter(row.model for row in _records(env, modules) if row.model not in models))
    preview.values = [text for value in selections.removed_values(env, modules, models) if (text := _describe(env, value))]
    for model_name in models:
        model = env.registry.models.get(model_name)
        if model is not None and model._auto and not model._abstract:
            env.cr.run(f'SELECT count(*) FROM "{model._table}"')
            preview.tables[model._table] = env.cr.fetchone()[0]
    for model_name, columns in _removed_columns(env, modules, set(models)).items():
        preview.columns[env.registry.models[model_name]._table] = columns
    return preview


def _describe(env: Environment, removed: selections.RemovedValue) -> str:
    """What becomes of the records that hold a value that goes; nothing when there are none."""
    count = len(removed.records(env))
    if not count:
        return ""
    policy = removed.policy if isinstance(removed.policy, str) else "as its addon says"
    return f"{count} record(s) of {removed.model} with {removed.field} = '{removed.value}': {policy}"


def _records(env: Environment, modules: list[str]) -> list[xmlids.Row]:
    """Records only these addons claim, newest first; rows that mirror declarations are not among them."""
    env.cr.run(
        """SELECT d.model, d.res_id FROM ir_model_data d
            WHERE d.module = ANY(%(modules)s) AND d.model != ALL(%(reflected)s)
              AND NOT EXISTS (SELECT 1 FROM ir_model_data o WHERE o.model = d.model AND o.res_id = d.res_id
                                 AND o.module != ALL(%(modules)s) AND o.module NOT LIKE '\\_\\_%%')
         GROUP BY d.model, d.res_id ORDER BY max(d.id) DESC""",
        {"modules": modules, "reflected": list(REFLECTED)},
    )
    return [xmlids.Row(model, res_id) for model, res_id in env.cr.fetchall() if res_id]


def _removed_models(env: Environment, modules: list[str]) -> list[str]:
    """Models that only these addons declare."""
    doomed = set(modules)
    return sorted(
        name
        for name in env.registry.models
        if (owners := ownership.owners(env.registry, name)) and doomed.issuperset(owners)
    )


def _removed_columns(env: Environment, modules: list[str], removed_models: set[str]) -> dict[str, list[str]]:
    """Model that stays → stored columns only these addons declare."""
    doomed = set(modules)
    found: dict[str, list[str]] = {}
    for module in modules:
        for model_name, names in ownership.declared(env.registry, [module])[module].items():
            if model_name in removed_models:
                continue
            model = env.registry.models[model_name]
            for name in names:
                claims = _claims(env, model_name, name)
                column = getattr(model._fields[name], "column", None)
                if column is not None and claims and claims <= doomed:
                    found.setdefault(model_name, []).append(name)
    return {model_name: sorted(set(names)) for model_name, names in found.items()}


def _orphaned_fields(env: Environment, modules: list[str]) -> list[tuple[str, str]]:
    """(model, field) of fields that models have only through a parent these addons extended."""
    doomed = set(modules)
    models = env.registry.models
    gone = {
        (model_name, name)
        for module in modules
        for model_name, names in ownership.declared(env.registry, [module])[module].items()
        for name in names
        if _claims(env, model_name, name) <= doomed
    }
    orphans = set()
    for model_name, model in models.items():
        parents = [
            *model._inherits,
            *(
                name
                for cls in model.__mro__[1:]
                if models.get(name := getattr(cls, "_name", "") or "") is cls
            ),
        ]
        orphans |= {
            (model_name, name)
            for parent, name in gone
            if parent in parents and name in model._fields and not _claims(env, model_name, name)
        }
    return sorted(orphans)


def _claims(env: Environment, model_name: str, name: str) -> set[str]:
    """The addons whose classes of the model declare the field."""
    return {
        cls._module
        for cls in env.registry._definitions.get(model_name, ())
        if any(f.name == name for f in cls._field_definitions)
    }


def uninstall(env: Environment, names: Iterable[str], *, progress: Progress | None = None) -> None:
    """Remove addons and those that need them. The registry must be loaded anew afterwards."""
    modules = removal_order(env, names)
    _refuse(env, modules)
    _run_hooks(env, modules, progress)
    models = _removed_models(env, modules)
    columns = _removed_columns(env, modules, set(models))
    for value in selections.removed_values(env, modules, models):
        selections.release(env, value)
    for release in releases:
        release(env, modules)
    _delete_records(env, modules, set(models))
    env.flush_all()
    _drop_constraints(env, modules)
    _loosen_columns(env, columns, set(models))
    _remove_relations(env, modules)
    _remove_tables(env, models)
    _forget_declarations(env, modules, models, columns)
    env.cr.run(
        "UPDATE ir_module_module SET state = 'uninstalled', latest_version = NULL, demo = false WHERE name = ANY(%s)",
        [modules],
    )
    env.cr.run("DELETE FROM ir_model_data WHERE module = ANY(%s)", [modules])
    env.transaction.clear()
    env.registry.clear_all_caches()


def _refuse(env: Environment, modules: list[str]) -> None:
    """Stop when somebody has reasons against it, with all of them."""
    reasons = [reason for refusal in refusals for reason in refusal(env, modules)]
    if reasons:
        raise UserError(
            f"{', '.join(modules)} cannot be uninstalled:\n" + "\n".join(f"- {reason}" for reason in reasons),
            code="modules.in_use",
        )


def _run_hooks(env: Environment, modules: list[str], progress: Progress | None) -> None:
    for position, name in enumerate(modules):
        if progress:
            progress(position, len(modules), name)
        node = manifest.get(name)
        function = python_source.hook(node, "uninstall_hook") if node else None
        if callable(function):
            function(env)
            env.flush_all()


def _delete_records(env: Environment, modules: list[str], removed_models: set[str]) -> None:
    """Delete what the addons brought, newest first in runs of one model; rows of tables about to move stay."""
    flagged = env(context={**env.context, "_force_unlink": True, "active_test": False})
    run: list[int] = []
    run_model = ""
    for row in [*_records(env, modules), xmlids.Row("", 0)]:
        if row.model != run_model:
            if run and run_model in env.registry and run_model not in removed_models:
                _delete(flagged, run_model, run)
            run, run_model = [], row.model
        run.append(row.res_id)


def _delete(env: Environment, model_name: str, ids: list[int]) -> None:
    """A run in one go; when something holds on to one of them, one by one, leaving that one."""
    records = env[model_name].browse(ids).exists()
    try:
        with env.cr.savepoint():
            records.unlink()
        return
    except Exception as error:
        if len(records) == 1:
            _logger.warning("Kept %s(%s): %s", model_name, ids[0], error)
            return
    for record in records:
        _delete(env, model_name, [record.id])


def _drop_constraints(env: Environment, modules: list[str]) -> None:
    """SQL constraints only these addons declare."""
    env.cr.run(
        """SELECT c.name, m.model FROM ir_model_constraint c
             JOIN ir_model m ON m.id = c.model JOIN ir_module_module o ON o.id = c.module
         GROUP BY c.name, m.model HAVING bool_and(o.name = ANY(%s))""",
        [modules],
    )
    for name, model_name in env.cr.fetchall():
        model = env.registry.models.get(model_name)
        if model is not None and model._auto and not model._abstract:
            env.cr.run(f'ALTER TABLE IF EXISTS "{model._table}" DROP CONSTRAINT IF EXISTS "{name}"')


def _loosen_columns(env: Environment, columns: dict[str, list[str]], removed_models: set[str]) -> None:
    """A column nobody writes any more is not required, and holds on to no row of another table."""
    for model_name, names in columns.items():
        model = env.registry.models[model_name]
        for name in names:
            env.cr.run(f'ALTER TABLE "{model._table}" ALTER COLUMN "{name}" DROP NOT NULL')
            field = model._fields[name]
            if field.type == "many2one":
                _loosen_reference(env, model._table, field, removed_models)


def _loosen_reference(env: Environment, table: str, field: Any, removed_models: set[str]) -> None:
    """References to models that go mean nothing any more; others are emptied when the row they name is deleted."""
    column, constraint = field.name, foreign_key_name(table, field.name)
    env.cr.run(f'ALTER TABLE "{table}" DROP CONSTRAINT IF EXISTS "{constraint}"')
    if field.comodel_name in removed_models:
        env.cr.run(f'UPDATE "{table}" SET "{column}" = NULL WHERE "{column}" IS NOT NULL')
    elif not field.company_dependent:
        target = env.registry.models[field.comodel_name]._table
        env.cr.run(
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{constraint}" FOREIGN KEY ("{column}") '
            f'REFERENCES "{target}" ON DELETE SET NULL NOT VALID'
        )


def _remove_relations(env: Environment, modules: list[str]) -> None:
    """many2many tables only these addons brought."""
    env.cr.run(
        "SELECT r.name FROM ir_model_relation r JOIN ir_module_module o ON o.id = r.module GROUP BY r.name HAVING bool_and(o.name = ANY(%s))",
        [modules],
    )
    for (table,) in env.cr.fetchall():
        schema.attic(env.cr, table)


def _remove_tables(env: Environment, models: list[str]) -> None:
    for name in models:
        model = env.registry.models[name]
        if model._auto and not model._abstract:
            schema.attic(env.cr, model._table)


def _forget_declarations(
    env: Environment, modules: list[str], models: list[str], columns: dict[str, list[str]]
) -> None:
    """The rows that mirror the declarations no remaining addon makes."""
    claimed = """id IN (SELECT res_id FROM ir_model_data d WHERE d.model = %(kind)s AND d.module = ANY(%(modules)s)
                   AND NOT EXISTS (SELECT 1 FROM ir_model_data o WHERE o.model = d.model AND o.res_id = d.res_id AND o.module != ALL(%(modules)s)))"""
    for kind, table in (
        ("ir.model.fields.selection", "ir_model_fields_selection"),
        ("ir.model.fields", "ir_model_fields"),
    ):
        env.cr.run(f"DELETE FROM {table} WHERE {claimed}", {"kind": kind, "modules": modules})
    orphans = _orphaned_fields(env, modules)
    env.cr.run(
        """DELETE FROM ir_model_fields f USING unnest(%s::varchar[], %s::varchar[]) AS gone(model, name)
            WHERE f.model = gone.model AND f.name = gone.name AND f.state = 'base'""",
        [[model_name for model_name, _name in orphans], [name for _model_name, name in orphans]],
    )
    module_rows = "(SELECT id FROM ir_module_module WHERE name = ANY(%s))"
    env.cr.run(f"DELETE FROM ir_model_constraint WHERE module IN {module_rows}", [modules])
    env.cr.run(f"DELETE FROM ir_model_relation WHERE module IN {module_rows}", [modules])
    env.cr.run("DELETE FROM ir_model WHERE model = ANY(%s)", [models])

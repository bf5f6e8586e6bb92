"""Custom models and fields: those that administrators made, kept as rows of ir.model and ir.model.fields.

They become definitions like those of an addon's classes. A change builds the models anew for the transaction that makes
it: nobody else sees them before the commit, and a rollback takes them back.
"""
from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from core.base.expression import dateutil, datetime, literal_eval, safe_eval, time
from core.orm.fields.base import Field
from core.orm.metamodel import MetaModel

if TYPE_CHECKING:
    from core.orm.registry import Registry

_logger = logging.getLogger(__name__)


# -- from rows to definitions ---------------------------------------------------------------------------------------


def definitions(cr: Any) -> dict[str, list[Any]]:
    """Model name → the class that declares a custom model, or the custom fields of a declared one."""
    cr.run("SELECT to_regclass('ir_model_fields_group_rel') IS NOT NULL AND to_regclass('ir_model_fields_selection') IS NOT NULL")
    if not cr.fetchone()[0]:
        return {}
    # whole rows: while the foundation is upgraded a column may still be missing
    cr.run("SELECT to_jsonb(m) FROM ir_model m WHERE m.state = 'manual' ORDER BY m.id")
    models = {row["model"]: row for (row,) in cr.fetchall()}
    cr.run("SELECT to_jsonb(f) FROM ir_model_fields f WHERE f.state = 'manual' ORDER BY f.id")
    rows = [row for (row,) in cr.fetchall()]
    if not models and not rows:
        return {}
    groups, selections = _groups(cr), _selections(cr)
    fields: dict[str, dict[str, Field]] = {}
    for row in rows:
        row["groups"], row["options"] = groups.get(row["id"]), selections.get(row["id"], [])
        fields.setdefault(row["model"], {})[row["name"]] = _field(row)
    return {name: [_class(name, models.get(name), fields.get(name, {}))] for name in {**models, **fields}}


def _groups(cr: Any) -> dict[int, str]:
    """Field row → external ids of the groups it is reserved to."""
    cr.run(
        """SELECT r.field_id, string_agg(d.module || '.' || d.name, ',') FROM ir_model_fields_group_rel r
             JOIN ir_model_data d ON d.model = 'res.groups' AND d.res_id = r.group_id GROUP BY r.field_id""")
    return dict(cr.fetchall())


def _selections(cr: Any) -> dict[int, list[tuple[str, str]]]:
    cr.run(
        """SELECT s.field_id, s.value, coalesce(s.name->>'en_US', s.value) FROM ir_model_fields_selection s
             JOIN ir_model_fields f ON f.id = s.field_id AND f.state = 'manual' ORDER BY s.sequence, s.id""")
    found: dict[int, list[tuple[str, str]]] = {}
    for field_id, value, label in cr.fetchall():
        found.setdefault(field_id, []).append((value, label))
    return found


def _class(name: str, model: dict[str, Any] | None, fields: dict[str, Field]) -> Any:
    from core.orm.models import Model, TransientModel
    attributes: dict[str, Any] = {"_name": name, "_module": None, "_custom": model is not None, **fields}
    if model is None:
        attributes["_inherit"] = [name]
    else:
        attributes["_description"] = (model["name"] or {}).get("en_US") or name
        attributes["_order"] = model.get("order") or "id"
    base = TransientModel if model is not None and model.get("transient") else Model
    return MetaModel(name, (base,), attributes)


def _field(row: dict[str, Any]) -> Field:
    text = lambda name: (row.get(name) or {}).get("en_US")
    attributes: dict[str, Any] = {
        "manual": True, "string": text("field_description"), "help": text("help"), "required": bool(row.get("required")),
        "readonly": bool(row.get("readonly")), "copy": bool(row.get("copied")), "index": bool(row.get("index")),
        "store": bool(row.get("store")), "groups": row["groups"],
    }
    if row.get("related"):
        attributes["related"] = row["related"]
    elif row.get("compute"):
        attributes["compute"] = _computer(row["compute"], row.get("depends") or "")
    attributes.update(_attributes_of_type(row))
    return Field.by_type[row["ttype"]](**attributes)


def _attributes_of_type(row: dict[str, Any]) -> dict[str, Any]:
    kind = row["ttype"]
    if kind in ("char", "text", "html"):
        own = {"translate": bool(row.get("translate"))}
        return {**own, "size": row.get("size") or None} if kind == "char" else {**own, "sanitize": bool(row.get("sanitize"))}
    if kind in ("selection", "reference"):
        return {"selection": row["options"]}
    if kind == "monetary":
        return {"currency_field": row.get("currency_field") or None}
    if kind == "many2one":
        return {"comodel_name": row["relation"], "ondelete": row.get("on_delete") or "set null", "domain": _domain(row)}
    if kind == "one2many":
        return {"comodel_name": row["relation"], "inverse_name": row.get("relation_field"), "domain": _domain(row)}
    if kind == "many2many":
        table = {name: row[key] for name, key in (("relation", "relation_table"), ("column1", "column1"), ("column2", "column2"))
                 if row.get(key)}
        return {"comodel_name": row["relation"], "domain": _domain(row), **table}
    return {}


def _domain(row: dict[str, Any]) -> Any:
    """A literal domain as a list; one with names in it stays a text for the client."""
    try:
        return literal_eval(row.get("domain") or "[]")
    except (ValueError, SyntaxError):
        return row["domain"]


def _computer(code: str, depends: str) -> Callable[[Any], None]:
    """The compute method: a safe expression that assigns ``record['x_name']`` for each record of ``self``."""
    def compute(records: Any) -> None:
        safe_eval(code.strip(), {"self": records, "datetime": datetime, "dateutil": dateutil, "time": time}, mode="exec")

    compute._depends = tuple(name.strip() for name in depends.split(",") if name.strip())  # type: ignore[attr-defined]
    return compute


# -- a change ---------------------------------------------------------------------------------------------------------


def apply(env: Any, model_names: Iterable[str]) -> Registry:
    """Build the models as the rows now say, for this transaction; for everybody once it commits.

    :param model_names: whose tables are to be adapted, with those that delegate to or inherit them
    """
    env.flush_all()
    transaction = env.transaction
    previous = transaction.registry
    fresh = previous.rebuilt(env.cr)
    transaction.use_registry(fresh)
    env.cr.postrollback.add(lambda: transaction.use_registry(previous))
    env.cr.postcommit.add(fresh.publish)
    names = _with_heirs(fresh, [name for name in model_names if name in fresh])
    if names:
        fresh.init_models(env.cr, names, {"update_custom_fields": True})
    for name in fresh.models:
        transaction.superuser_env()[name]._register_hook()
    return fresh


def _with_heirs(registry: Any, names: Sequence[str]) -> list[str]:
    found = dict.fromkeys(names)
    todo = list(names)
    while todo:
        for heir in registry[todo.pop()]._inherit_children:
            if heir not in found:
                found[heir] = None
                todo.append(heir)
    return list(found)

"""The few system models the ORM talks to (they live in addons/base), each through one function here.

Functions of rooms above the ORM are put into ``providers`` by those rooms.
"""
from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any

providers: dict[str, Callable[..., Any]] = {}
"""'xmlid_lookup' (env, xml_id) → (model, id) | None; 'similar_xmlid' (env, xml_id) → xml id | None;
'external_ids' (env, model, ids) → {id: xml_id};
'forget_external_ids' (env, model, ids); 'load', 'export_data': import and export of tables."""


def xmlid_lookup(env: Any, xml_id: str) -> tuple[str, int] | None:
    return _provider("xmlid_lookup")(env, xml_id)


def similar_xmlid(env: Any, xml_id: str) -> str | None:
    """The id nearest to one that does not exist, for its error message."""
    return _provider("similar_xmlid")(env, xml_id)


def _provider(name: str) -> Callable[..., Any]:
    if name not in providers:
        importlib.import_module("core.data")  # a room above: it registers its functions when it is loaded
    return providers[name]


def external_ids(env: Any, model_name: str, ids: Sequence[int]) -> dict[int, str]:
    return _provider("external_ids")(env, model_name, ids)


def load(model: Any, fields: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    return _provider("load")(model, fields, rows)


def export_data(records: Any, fields: Sequence[str]) -> dict[str, Any]:
    return _provider("export_data")(records, fields)


# -- defaults (ir.default) ------------------------------------------------------------------------------------------

def _has_table(env: Any, model_name: str) -> bool:
    """While the very first addon is installed, tables of system models do not exist yet."""
    return model_name in env.registry.models and not env.transaction.extra.get("bootstrapping")


def user_defaults(env: Any, model_name: str) -> dict[str, Any]:
    """Defaults set by users or administrators: field name → value."""
    if not _has_table(env, "ir.default"):
        return {}
    return env["ir.default"]._get_model_defaults(model_name)


def company_default(env: Any, model_name: str, field_name: str) -> Any:
    """Value of a company-dependent field for records that have none in the current company."""
    if not _has_table(env, "ir.default"):
        return None
    return env["ir.default"]._get(model_name, field_name, company_id=env.company.id)


# -- attachments ------------------------------------------------------------------------------------------------------

def read_attachments(env: Any, field: Any, ids: Sequence[int]) -> dict[int, bytes]:
    """Base64 content of binary field ``field`` by record id."""
    attachments = env["ir.attachment"].sudo().with_context(active_test=False, bin_size=False).search_fetch(
        [("res_model", "=", field.model_name), ("res_field", "=", field.name), ("res_id", "in", list(ids))],
        ["res_id", "datas"])
    return {attachment.res_id: attachment.datas for attachment in attachments}


def write_attachments(env: Any, field: Any, ids: Sequence[int], value: Any) -> None:
    """Keep ``value`` (base64, or False) as the content of ``field`` of the records."""
    model = env["ir.attachment"].sudo().with_context(active_test=False)
    unsaved = env.transaction.creates.get(field.model_name, ())
    known = model.browse()
    if any(id_ not in unsaved for id_ in ids):
        known = model.search([("res_model", "=", field.model_name), ("res_field", "=", field.name),
                              ("res_id", "in", list(ids))])
    if not value:
        known.unlink()
        return
    if known:
        known.write({"datas": value})
    having = set(known.mapped("res_id"))
    missing = [id_ for id_ in ids if id_ not in having]
    if missing:
        model.create([{"name": field.name, "res_model": field.model_name, "res_field": field.name, "res_id": id_,
                       "type": "binary", "datas": value} for id_ in missing])


def before_delete(env: Any, model_name: str, ids: Sequence[int]) -> None:
    """What hangs on records by model name and id goes with them."""
    registry = env.registry
    if not _has_table(env, "ir.model.data"):
        return
    if model_name != "ir.model.data":
        _provider("forget_external_ids")(env, model_name, ids)
    if model_name != "ir.attachment" and "ir.attachment" in registry.models:
        env["ir.attachment"].sudo().with_context(active_test=False).search(
            [("res_model", "=", model_name), ("res_id", "in", list(ids)), ("res_field", "in", [False, *_binary_fields(env, model_name)])]
        ).unlink()


def _binary_fields(env: Any, model_name: str) -> list[str]:
    return [name for name, field in env.registry.models[model_name]._fields.items()
            if field.type == "binary" and not field.is_column]


# -- texts ------------------------------------------------------------------------------------------------------------

def field_text(env: Any, field: Any, kind: str, lang: str) -> str | None:
    """Translated label or help of a field."""
    texts = _field_texts(env, lang).get((field.model_name, field.name))
    if texts is None and field._base_fields and field.inherited_field is not None:
        texts = _field_texts(env, lang).get((field.inherited_field.model_name, field.name))
    return texts[0 if kind == "string" else 1] if texts else None


def _field_texts(env: Any, lang: str) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    cache = env.registry._caches["stable"]
    key = ("field_texts", lang)
    texts = cache.get(key)
    if texts is None:
        env.cr.run(
            "SELECT model, name, field_description->>%s, help->>%s FROM ir_model_fields "
            "WHERE field_description ? %s OR help ? %s", (lang, lang, lang, lang))
        texts = {(model, name): (label, help_text) for model, name, label, help_text in env.cr.fetchall()}
        cache[key] = texts
    return texts


def selection_texts(env: Any, field: Any, lang: str) -> list[tuple[Any, str]]:
    """(value, label) pairs of a selection in a language."""
    cache = env.registry._caches["stable"]
    key = ("selection_texts", lang)
    texts = cache.get(key)
    if texts is None:
        env.cr.run(
            "SELECT f.model, f.name, s.value, s.name->>%s FROM ir_model_fields_selection AS s "
            "JOIN ir_model_fields AS f ON f.id = s.field_id WHERE s.name ? %s", (lang, lang))
        texts = {}
        for model, name, value, label in env.cr.fetchall():
            texts.setdefault((model, name), {})[value] = label
        cache[key] = texts
    own = texts.get((field.model_name, field.name), {})
    return [(value, own.get(value) or label) for value, label in field.selection]

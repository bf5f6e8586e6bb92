"""Views for models that have none: built from the model's fields, so that every model has a page from its first day."""

from __future__ import annotations

from lxml import etree
from lxml.builder import E

_HIDDEN = frozenset(
    ("id", "create_uid", "create_date", "write_uid", "write_date", "display_name", "__last_update", "parent_path")
)
_LIST_TYPES = ("char", "integer", "float", "monetary", "boolean", "date", "datetime", "selection", "many2one")
_WIDE_TYPES = ("one2many", "many2many", "text", "html")
_MAX_LIST_COLUMNS = 8


def default_arch(model, view_type: str) -> etree._Element:
    """The arch of a view of this type, from the fields of `model` (an empty recordset)."""
    builder = {"form": _form, "list": _list, "search": _search, "kanban": _kanban}.get(view_type)
    if builder is None:
        return etree.Element(view_type)
    return builder(model)


def _shown_fields(model) -> list:
    return [
        field for name, field in model._fields.items()
        if name not in _HIDDEN and field.type not in ("binary", "image", "json", "properties", "properties_definition", "serialized",
                                                       "many2one_reference")
        and not (field.related and not field.store and field.type in _WIDE_TYPES)
        and not name.startswith(("message_", "activity_", "website_message", "my_activity"))
    ]


def _rec_name(model) -> str | None:
    return model._rec_name if model._rec_name in model._fields else None


def _form(model) -> etree._Element:
    narrow: list[etree._Element] = []
    wide: list[etree._Element] = []
    for field in _shown_fields(model):
        if field.name == _rec_name(model):
            continue
        (wide if field.type in _WIDE_TYPES else narrow).append(E.field(name=field.name))
    sheet = E.sheet()
    if _rec_name(model):
        sheet.append(E.div(E.h1(E.field(name=_rec_name(model))), **{"class": "oe_title"}))
    half = (len(narrow) + 1) // 2
    sheet.append(E.group(E.group(*narrow[:half]), E.group(*narrow[half:])))
    for node in wide:
        sheet.append(E.group(node, string=model._fields[node.get("name")].string or node.get("name")))
    return E.form(sheet)


def _list(model) -> etree._Element:
    names = [_rec_name(model)] if _rec_name(model) else []
    names += [
        field.name for field in _shown_fields(model)
        if field.type in _LIST_TYPES and field.name not in names and (field.store or field.name == "display_name")
    ]
    return E.list(*[E.field(name=name) for name in names[:_MAX_LIST_COLUMNS] or ["display_name"]])


def _search(model) -> etree._Element:
    search = E.search(E.field(name=_rec_name(model) or "id"))
    if "active" in model._fields:
        search.append(E.filter(name="inactive", string="Archived", domain="[('active', '=', False)]"))
    return search


def _kanban(model) -> etree._Element:
    name = _rec_name(model) or "display_name"
    return E.kanban(E.templates(E.t(E.field(name=name), **{"t-name": "card"})))

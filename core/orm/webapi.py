"""What the web client asks of a model: nested reads by specification, saving, pages of groups.

A *specification* tells which fields to read, nested along relations::

    {"name": {}, "partner_id": {"fields": {"display_name": {}}},
     "order_line": {"fields": {"product_id": {}, "price_subtotal": {}}, "limit": 40, "order": "sequence"}}

A many2one without ``fields`` is read as its id, an x2many without ``fields`` as a list of ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.base.errors import AccessError
from core.orm.conditions import X2MANY_TYPES

Specification = Mapping[str, Any]


class WebApiMixin:
    """The part of a model that serves pages."""

    __slots__ = ()

    env: Any
    _name: str
    _fields: dict[str, Any]
    _ids: tuple

    def web_read(self, specification: Specification) -> list[dict[str, Any]]:
        """One dict per record, with the fields of ``specification``."""
        names = [name for name in specification if name != "id"]
        rows = self.read(names, load=None)  # type: ignore[attr-defined]
        for name in names:
            field = self._fields[name]
            wanted = specification[name] or {}
            if field.type == "many2one" or field.type == "many2one_reference":
                self._expand_many2one(rows, name, wanted)
            elif field.type in X2MANY_TYPES:
                self._expand_x2many(rows, name, wanted)
            elif field.type == "reference":
                self._expand_reference(rows, name, wanted)
        return rows

    def _expand_many2one(self, rows: list[dict[str, Any]], name: str, wanted: Mapping[str, Any]) -> None:
        fields = wanted.get("fields")
        if fields is None:
            return
        if self._fields[name].type == "many2one_reference":
            self._expand_many2one_reference(rows, name, fields)
            return
        ids = tuple(dict.fromkeys(row[name] for row in rows if row[name]))
        comodel = self.env[self._fields[name].comodel_name].with_context(**wanted.get("context", {}))
        values = _read_visible(comodel.browse(ids), fields)
        for row in rows:
            if row[name]:
                row[name] = dict(values[row[name]])

    def _expand_many2one_reference(self, rows: list[dict[str, Any]], name: str, fields: Specification) -> None:
        for record, row in zip(self, rows, strict=True):  # type: ignore[call-overload]
            model_name = record[self._fields[name].model_field]
            if not row[name] or model_name not in self.env:
                row[name] = False
                continue
            target = self.env[model_name].browse(row[name]).exists()
            row[name] = _read_visible(target, fields).get(target.id, False) if target else False

    def _expand_reference(self, rows: list[dict[str, Any]], name: str, wanted: Mapping[str, Any]) -> None:
        fields = wanted.get("fields")
        if fields is None:
            return
        for row in rows:
            if row[name]:
                model_name, _comma, id_ = row[name].partition(",")
                target = self.env[model_name].browse(int(id_)).exists()
                found = _read_visible(target, fields).get(target.id) if target else None
                row[name] = {**found, "id": {"id": target.id, "model": model_name}} if found else False

    def _expand_x2many(self, rows: list[dict[str, Any]], name: str, wanted: Mapping[str, Any]) -> None:
        fields = wanted.get("fields")
        ordered = wanted.get("order")
        if fields is None and not ordered:
            return
        comodel = self.env[self._fields[name].comodel_name].with_context(**wanted.get("context", {}))
        ids = tuple(dict.fromkeys(id_ for row in rows for id_ in row[name]))
        if ordered:
            ids = self._in_order(rows, name, comodel, ids, ordered)
        if fields is None:
            return
        limit = wanted.get("limit")
        shown = ids if limit is None else tuple(dict.fromkeys(id_ for row in rows for id_ in row[name][:limit]))
        values = _read_visible(comodel.browse(shown), fields)
        for row in rows:
            row[name] = [dict(values[id_]) if id_ in values else {"id": id_} for id_ in row[name]]

    def _in_order(self, rows: list[dict[str, Any]], name: str, comodel: Any, ids: tuple, order: str) -> tuple:
        found = comodel.with_context(active_test=False).search([("id", "in", list(ids))], order=order)._ids
        rank = {id_: index for index, id_ in enumerate(found)}
        for row in rows:
            row[name] = sorted((id_ for id_ in row[name] if id_ in rank), key=rank.__getitem__)
        return found

    def web_search_read(self, domain: Any, specification: Specification, offset: int = 0, limit: int | None = None,
                        order: str | None = None, count_limit: int | None = None) -> dict[str, Any]:
        """A page of records and the total number of them: ``{"records": […], "length": n}``."""
        records = self.search_fetch(domain, list(specification), offset=offset, limit=limit, order=order)  # type: ignore[attr-defined]
        rows = records.web_read(specification)
        return self._format_web_search_read_results(domain, rows, offset, limit, count_limit)

    def _format_web_search_read_results(self, domain: Any, records: list[dict[str, Any]], offset: int = 0,
                                        limit: int | None = None, count_limit: int | None = None) -> dict[str, Any]:
        page_is_full = bool(limit) and len(records) == limit
        if page_is_full or (offset and not records):
            length = self.search_count(domain, limit=count_limit)  # type: ignore[attr-defined]
        else:
            length = len(records) + offset
        return {"length": length, "records": records}

    def web_save(self, vals: Mapping[str, Any], specification: Specification,
                 next_id: int | None = None) -> list[dict[str, Any]]:
        """Write ``vals`` (or create a record with them) and read the record – or ``next_id`` – back."""
        record: Any = self
        if self._ids:
            if vals:
                record.write(dict(vals))
        else:
            record = record.create([dict(vals)])
        if next_id:
            record = record.browse(next_id)
        return record.with_context(bin_size=True).web_read(specification)

    def web_read_group(self, domain: Any, fields: Sequence[str], groupby: Sequence[str] | str,
                       limit: int | None = None, offset: int = 0, orderby: str | bool = False,
                       lazy: bool = True) -> dict[str, Any]:
        """A page of groups and the number of all groups: ``{"groups": […], "length": n}``."""
        groups = self._web_read_group(domain, fields, groupby, limit, offset, orderby, lazy)
        if not groups:
            length = 0
        elif limit and len(groups) == limit:
            specs = [groupby] if isinstance(groupby, str) else list(groupby)
            used = specs[:1] if lazy else specs
            length = len(self._read_group(domain, [self._with_granularity(spec) for spec in used], ["__count"]))  # type: ignore[attr-defined]
        else:
            length = len(groups) + offset
        return {"groups": groups, "length": length}

    def _web_read_group(self, domain: Any, fields: Sequence[str], groupby: Sequence[str] | str,
                        limit: int | None = None, offset: int = 0, orderby: str | bool = False,
                        lazy: bool = True) -> list[dict[str, Any]]:
        return self.read_group(domain, fields, groupby, offset=offset, limit=limit, orderby=orderby, lazy=lazy)  # type: ignore[attr-defined]

    def web_name_search(self, name: str, specification: Specification, domain: Any = None, operator: str = "ilike",
                        limit: int = 100) -> list[dict[str, Any]]:
        """``name_search`` with more fields than the name."""
        found = self.name_search(name, domain, operator, limit)  # type: ignore[attr-defined]
        if list(specification) == ["display_name"]:
            return [{"id": id_, "display_name": label} for id_, label in found]
        return self.browse([id_ for id_, _label in found]).web_read(specification)  # type: ignore[attr-defined]


def _read_visible(records: Any, fields: Specification) -> dict[int, dict[str, Any]]:
    """Id → values; of records the user may not read only id and name are told, for they are referred to."""
    names = {name: wanted for name, wanted in fields.items() if name != "id"}
    if set(names) <= {"display_name"}:
        if not names:
            return {id_: {"id": id_} for id_ in records._ids}
        named = records.sudo()
        named._fetch_for_names()
        labels = named.mapped("display_name")
        return {id_: {"id": id_, "display_name": label} for id_, label in zip(records._ids, labels, strict=True)}
    try:
        return {row["id"]: row for row in records.web_read(names)}
    except AccessError:
        visible = records._filtered_access("read")
        rows = {row["id"]: row for row in visible.web_read(names)}
        for record in (records - visible).sudo():
            rows[record.id] = {"id": record.id, "display_name": record.display_name}
        return rows


__all__ = ["Specification", "WebApiMixin"]

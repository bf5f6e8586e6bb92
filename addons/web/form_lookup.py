"""Choosing a record for a many2one or tags: suggestions while typing, the whole list, a new one, the chosen one."""
import json

from core import views
from core.exceptions import UserError
from core.http import Response, request
from core.views.search import evaluate

from .page import render_template, translate as _

_MAX_SUGGESTIONS = 8
_ROWS_OF_A_LIST = 20
_MOST_COLUMNS = 6


class LookUp:
    """The part of a form page that finds records for its relations."""

    def _do_search(self, state, key, form):
        """The list a many2one or tags field offers for what was typed so far."""
        name, widget, scope = self._field_of(state, key)
        text = _typed(form)
        domain, context = self._look_up_rules(widget, scope)
        model = self.env[widget.comodel].with_context(**context)
        found = model.name_search(text, args=domain, operator="ilike", limit=_MAX_SUGGESTIONS + 1)
        found = [(identifier, _first_line(named)) for identifier, named in found]
        may_create = widget.may_create and model.has_access("create")
        options = render_template(
            "options.html", key=self.uid + key, options=found[:_MAX_SUGGESTIONS], more=len(found) > _MAX_SUGGESTIONS, text=text,
            may_quick=bool(text) and may_create and widget.may_quick_create and text not in dict(found).values(),
            may_edit=may_create and widget.may_create_and_edit and not self.uid)
        return Response(options)

    def _do_quick(self, state, key, form):
        """Create a record by its name from a many2one."""
        _name, widget, scope = self._field_of(state, key)
        _domain, context = self._look_up_rules(widget, scope)
        created = self.env[widget.comodel].with_context(**context).name_create(_typed(form))
        if not created:
            raise UserError(_("This cannot be created from a name alone. Use “Create and edit…”."))
        return request.make_json_response({"id": created[0], "name": _first_line(created[1])})

    def _do_lookup(self, state, key, form):
        """The whole list of a relation: searched, in pages, with the columns of the model's list."""
        _name, widget, scope = self._field_of(state, key)
        domain, context = self._look_up_rules(widget, scope)
        model = self.env[widget.comodel].with_context(**context)
        text = _typed(form)
        condition = [*domain, ("display_name", "ilike", text)] if text else domain
        number = form.get("__page") or ""
        offset = (int(number) if number.isdigit() else 0) * _ROWS_OF_A_LIST
        records = model.search(condition, offset=offset, limit=_ROWS_OF_A_LIST)
        view = self.env["ir.ui.view"]._compiled(widget.comodel, "list")
        columns = [column for column in view.visible_columns(views.Scope(view, self.env, {}, page=self)) if column.widget is not None]
        columns = [column for column in columns if column.widget.node.attributes.get("widget") != "handle"][:_MOST_COLUMNS]
        rows = self._list_rows(view, columns, records)
        columns, rows = _without_empty_columns(columns, rows)
        return Response(render_template(
            "lookup.html", key=key, title=widget.node.label, columns=columns, rows=rows, text=text,
            page=offset // _ROWS_OF_A_LIST, first=offset + 1, last=offset + len(records), total=model.search_count(condition),
            is_multiple=widget.node.type != "many2one"))

    def _list_rows(self, view, columns, records):
        rows = []
        for record, values in zip(records, views.read_values(view, records), strict=True):
            S = views.Scope(view, self.env, values, id=record.id, page=self)
            rows.append({"id": record.id, "name": _first_line(record.display_name), "cells": [column.widget.cell(S) for column in columns]})
        return rows

    def _do_create(self, state, key, form):
        """A new record of a relation, in a dialog; what was typed becomes its name."""
        _name, widget, scope = self._field_of(state, key)
        _domain, context = self._look_up_rules(widget, scope)
        model, text = self.env[widget.comodel], _typed(form)
        if text and model._rec_name:
            context = {f"default_{model._rec_name}": text, **context}
        return self.record_dialog(widget.comodel, context=context, title=_("New: %s", widget.node.label), pick=key)

    def _do_record(self, state, key, form):
        """The chosen record, in a dialog."""
        name, widget, scope = self._field_of(state, key)
        value = scope.v.get(name)
        if not value:
            raise UserError(_("Nothing is chosen in %s.", widget.node.label))
        return self.record_dialog(widget.comodel, record_id=value[0], title=value[1], pick=key)

    def _field_of(self, state, key):
        parts = key.split(".")
        if len(parts) == 3 and parts[0] in self.view.sublists:
            row = state.row(parts[0], parts[1])
            widget = self.view.sublists[parts[0]].widgets.get(parts[2])
            if row is not None and widget is not None and hasattr(widget, "comodel"):
                return parts[2], widget, state.row_scope(parts[0], row)
        widget = self.view.widgets.get(key)
        if widget is None or not hasattr(widget, "comodel"):
            raise UserError(_("There is no field %s here.", key))
        return key, widget, state.scope()

    def _look_up_rules(self, widget, scope):
        """The domain and the context the view and the field give to a relation."""
        names = _ValueNames(scope, self.env)
        node = widget.node
        domain = node.attributes.get("domain") or node.description.get("domain") or []
        context = node.attributes.get("context") or node.description.get("context") or {}
        domain = evaluate(domain, names.mapping()) if isinstance(domain, str) else domain
        context = evaluate(context, names.mapping()) if isinstance(context, str) else context
        return list(domain or []), {key: value for key, value in (context or {}).items() if not key.endswith("_view_ref")}


def _without_empty_columns(columns, rows):
    """A page of contacts without salespeople needs no column for them; the first column always stays."""
    kept = [place for place in range(len(columns)) if place == 0 or any(str(row["cells"][place]) for row in rows)]
    return [columns[place] for place in kept], [{**row, "cells": [row["cells"][place] for place in kept]} for row in rows]


def picked(record, key, back):
    """Close the dialog a record was chosen or made in, and tell the page which it is."""
    response = discarded(back)
    response.headers["HX-Trigger-After-Swap"] = json.dumps({"record-picked": {"key": key, "id": record.id, "name": _first_line(record.display_name)}})
    return response


def discarded(back):
    """Close the dialog; the page underneath stays as it is."""
    if not request.is_htmx:
        return request.redirect(back)
    response = Response("")
    response.headers.update({"HX-Retarget": "#dialogs", "HX-Reswap": "innerHTML", "HX-Push-Url": "false"})
    return response


def _first_line(name):
    """The name of a record whose display name may carry an address below it."""
    return (name or "").partition("\n")[0]


def _typed(form):
    return (form.get("__q") or "").strip()


class _ValueNames:
    """The names a field's domain may use: the form's values, its parent's, and the usual ones."""

    def __init__(self, scope, env):
        self.scope, self.env = scope, env

    def mapping(self):
        from types import SimpleNamespace

        names = self._values(self.scope)
        if self.scope.parent is not None:
            names["parent"] = SimpleNamespace(**self._values(self.scope.parent))
        names.update(uid=self.env.uid, context=dict(self.env.context), allowed_company_ids=self.env.companies.ids,
                     active_id=self.scope.id, id=self.scope.id or False)
        return names

    @staticmethod
    def _values(scope):
        return {name: _expression_value(widget, scope.v.get(name)) for name, widget in scope.widgets.items()}


def _expression_value(widget, value):
    if isinstance(value, list) and value and isinstance(value[0], views.Row):
        return [row.id for row in value if row.id]
    return widget.for_expression(value)

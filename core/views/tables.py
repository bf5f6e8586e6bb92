"""Rendering lists: the list page, and the tables of lines inside forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from core.i18n import _

from .compiler import Column, CompiledList
from .scope import Modifier, Scope
from .state import Row

_EMPTY_CELL = "<td></td>"
_WHOLE_WIDTH = ("line_section", "line_subsection", "line_note")


def render_rows(view: CompiledList, env: Any, records: Any, values: Iterable[dict], href: Any, *, page: Any, selectable: bool) -> str:
    """The `<tr>`s of a list page. `values` are the rows' widget values, `href(id)` the address of a record."""
    columns = view.visible_columns(Scope(view, env, {}, page=page))
    out: list[str] = []
    select_label = _select_label()
    currencies: dict = {}
    for record_id, row in zip(records.ids, values, strict=True):
        S = Scope(view, env, row, id=record_id, page=page)
        S._currencies = currencies
        decoration = view.decoration(S) if view.decorations else ""
        out.append(f'<tr class="{decoration}" data-id="{record_id}">' if decoration else f'<tr data-id="{record_id}">')
        if selectable:
            out.append(f'<td class="o-select"><input type="checkbox" name="ids" value="{record_id}" aria-label="{select_label}"></td>')
        link = escape(href(record_id)) if href else None
        for position, column in enumerate(columns):
            out.append(_cell(column, S, link if column.button is None else None, position == 0))
        out.append("</tr>")
    return "".join(out)


def _select_label() -> str:
    return str(escape(_("Select")))


def _cell(column: Column, S: Scope, link: str | None, first: bool) -> str:
    if column.cell_hidden is not False and _true(column.cell_hidden, S):
        return _EMPTY_CELL
    if column.button is not None:
        return f'<td class="o-cell-button">{column.button(S)}</td>'
    assert column.widget is not None
    text = escape(column.widget.cell(S))
    css = ' class="o-end"' if column.align else ""
    if link is None or not text:
        return f"<td{css}>{text}</td>"
    # The whole row is clickable through these links; only the first is a tab stop.
    tab = "" if first else ' tabindex="-1"'
    return f'<td{css}><a href="{link}"{tab}>{text}</a></td>'


def _true(condition: bool | Modifier, S: Scope) -> bool:
    return condition(S) if isinstance(condition, Modifier) else condition


def header_cells(view: CompiledList, sort: str = "", sort_url: Any = None, S: Scope | None = None) -> str:
    """The `<th>`s of a list; sortable columns are links when `sort_url(name)` gives an address."""
    out = []
    sorted_name, _blank, direction = sort.partition(" ")
    for column in view.visible_columns(S):
        if column.button is not None:
            out.append("<th></th>")
            continue
        css = ' class="o-end"' if column.align else ""
        tip = f' title="{escape(column.help)}"' if column.help else ""
        label = escape(column.label) if column.widget is None or column.widget.node.attributes.get("widget") != "handle" else ""
        description = column.widget.node.description if column.widget else {}
        if sort_url and description.get("sortable", description.get("store")):
            current = column.name == sorted_name
            aria = f' aria-sort="{"descending" if direction == "desc" else "ascending"}"' if current else ""
            label = f'<a href="{escape(sort_url(column.name, current and direction != "desc"))}">{label}</a>'
            out.append(f"<th{css}{tip}{aria} scope=\"col\">{label}</th>")
        else:
            out.append(f'<th{css}{tip} scope="col">{label}</th>')
    return "".join(out)


def render_sums(view: CompiledList, env: Any, values: list[dict], page: Any, *, leading: int) -> str:
    """The footer with sums, for columns that ask for one; empty when none does."""
    columns = view.visible_columns(Scope(view, env, {}, page=page))
    if not values or not any(column.summed for column in columns):
        return ""
    cells = ["<td></td>"] * leading
    for column in columns:
        if not column.summed or column.widget is None:
            cells.append("<td></td>")
            continue
        total = sum(row.get(column.name) or 0 for row in values)
        S = Scope(view, env, {**values[0], column.name: total}, page=page)
        cells.append(f'<td class="o-end" title="{escape(column.summed)}">{escape(column.widget.text(total, S))}</td>')
    return f"<tfoot><tr>{''.join(cells)}</tr></tfoot>"


# -- tables inside forms ------------------------------------------------------------------------------------


def render_subtable(view: CompiledList, S: Scope, readonly: bool) -> str:
    rows: list[Row] = [row for row in S.v.get(view.field_name) or () if isinstance(row, Row)]
    may_edit = not readonly and bool(view.editable) and view.allows("edit")
    may_create = not readonly and view.allows("create") and bool(view.editable)
    may_delete = not readonly and view.allows("delete")
    opens = not readonly and not view.editable and view.is_opened
    inside = S.sub(view, {})  # conditions on columns speak of `parent`
    columns = view.visible_columns(inside)
    body = []
    for row in rows:
        if not row.removed:
            body.append(_subrow(view, S, row, columns, may_edit, may_delete, opens))
    width = len(columns) + 1
    if may_create:
        body.append(f'<tr class="o-add"><td colspan="{width}">{_add_buttons(view, S)}</td></tr>')
    if opens and view.allows("create"):
        body.append(f'<tr class="o-add"><td colspan="{width}"><button type="submit" class="btn btn-link" name="__action" '
                    f'value="open:{view.field_name}:new" formnovalidate>{escape(_("Add"))}</button></td></tr>')
    if not body:
        body.append(f'<tr><td colspan="{width}" class="o-empty">{escape(_("Nothing here yet."))}</td></tr>')
    error = S.errors.get(view.field_name)
    message = f'<div class="o-field-error">{escape(error)}</div>' if error else ""
    return Markup(
        f'<div class="o-lines" id="{S.page.uid}{S.prefix}{view.field_name}" data-lines="{view.field_name}">{message}<table class="o-table">'
        f'<thead><tr>{header_cells(view, S=inside)}<th class="o-row-tools"><span class="o-sr">{escape(_("Line"))}</span></th></tr></thead>'
        f'<tbody>{"".join(body)}</tbody>{_subtable_sums(view, S, rows, columns)}</table></div>'
    )


def _add_buttons(view: CompiledList, S: Scope) -> str:
    field = view.field_name
    if not view.controls:
        return f'<button type="submit" class="btn btn-link" name="__action" value="add:{field}" formnovalidate data-add>{escape(_("Add a line"))}</button>'
    return " ".join(
        f'<button type="submit" class="btn btn-link" name="__action" value="add:{field}:{number}" formnovalidate'
        f'{" data-add" if number == 0 else ""}>{escape(label)}</button>'
        for number, (_name, label, _context) in enumerate(view.controls)
    )


def _subrow(view: CompiledList, parent: Scope, row: Row, columns: list[Column], may_edit: bool, may_delete: bool, opens: bool) -> str:
    prefix = f"{view.field_name}.{row.key}."
    S = parent.sub(view, row.values, id=row.id, prefix=prefix, key=row.key, errors=row.errors, typed=row.typed, editing=row.editing)
    S.row = row
    editing = row.editing and may_edit
    css = view.decoration(S) + (" o-editing" if editing else "") + (" o-invalid" if row.errors else "")
    # A section or note has one text; it takes the whole width, as the sales line of display_type does.
    if row.values.get("display_type") in _WHOLE_WIDTH and any(column.name == "name" for column in columns):
        cells = _section_cells(view, S, columns, editing)
    else:
        cells = "".join(_subcell(view, column, S, editing) for column in columns)
    tools = _row_tools(view, row, may_edit, may_delete, editing, opens)
    data = f' data-key="{row.key}"' + (' data-editable' if may_edit and not editing else "")
    return f'<tr class="{css.strip()}"{data}>{cells}<td class="o-row-tools">{tools}</td></tr>'


def _section_cells(view: CompiledList, S: Scope, columns: list[Column], editing: bool) -> str:
    name = next(column for column in columns if column.name == "name")
    assert name.widget is not None
    inner = name.widget.edit(S) if editing else escape(name.widget.cell(S))
    kind = "o-note" if S.v["display_type"] == "line_note" else "o-section"
    handle = [column for column in columns if column.widget and column.widget.node.attributes.get("widget") == "handle"]
    lead = f"<td>{handle[0].widget.cell(S)}</td>" if handle and handle[0].widget else ""
    return f'{lead}<td class="{kind}" colspan="{len(columns) - len(handle)}">{inner}</td>'


def _subcell(view: CompiledList, column: Column, S: Scope, editing: bool) -> str:
    if column.cell_hidden is not False and _true(column.cell_hidden, S):
        return _EMPTY_CELL
    if column.button is not None:
        return f'<td class="o-cell-button">{column.button(S) if S.id else ""}</td>'
    widget = column.widget
    assert widget is not None
    label = f' data-label="{escape(column.label)}"'
    css = ' class="o-end"' if column.align else ""
    if editing and widget.editable and not _true(column.readonly, S):
        return f"<td{css}{label}>{widget.edit(S, _true(column.required, S))}</td>"
    error = S.errors.get(column.name)
    message = f'<div class="o-field-error">{escape(error)}</div>' if error else ""
    return f"<td{css}{label}>{escape(widget.cell(S))}{message}</td>"


def _row_tools(view: CompiledList, row: Row, may_edit: bool, may_delete: bool, editing: bool, opens: bool) -> str:
    out = []
    base = f"{view.field_name}:{row.key}"
    if opens and row.id:
        out.append(f'<button type="submit" class="o-icon" name="__action" value="open:{base}" formnovalidate data-open '
                   f'title="{escape(_("Open"))}" aria-label="{escape(_("Open"))}">↗</button>')
    if may_edit and not editing:
        out.append(f'<button type="submit" class="o-icon" name="__action" value="edit:{base}" formnovalidate '
                   f'title="{escape(_("Edit"))}" aria-label="{escape(_("Edit"))}">✎</button>')
    if may_delete:
        out.append(f'<button type="submit" class="o-icon" name="__action" value="remove:{base}" formnovalidate '
                   f'title="{escape(_("Remove"))}" aria-label="{escape(_("Remove"))}">×</button>')
    return "".join(out)


def _subtable_sums(view: CompiledList, S: Scope, rows: list[Row], columns: list[Column]) -> str:
    if not any(column.summed for column in columns) or not rows:
        return ""
    cells = []
    for column in columns:
        if column.summed and column.widget is not None:
            total = sum(row.values.get(column.name) or 0 for row in rows if not row.removed)
            cells.append(f'<td class="o-end" title="{escape(column.summed)}">{escape(column.widget.text(total, S))}</td>')
        else:
            cells.append("<td></td>")
    return f"<tfoot><tr>{''.join(cells)}<td></td></tr></tfoot>"

"""Rendering the tables of lines inside forms."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from core.i18n import _

from .compiler import Column, CompiledList
from .scope import Modifier, Scope
from .state import Row

_EMPTY_CELL = "<td></td>"
_WHOLE_WIDTH = ("line_section", "line_subsection", "line_note")


def _true(condition: bool | Modifier, S: Scope) -> bool:
    return condition(S) if isinstance(condition, Modifier) else condition


def header_cells(view: CompiledList, S: Scope | None = None) -> str:
    """The `<th>`s of a table of lines."""
    out = []
    for column in view.visible_columns(S):
        if column.button is not None:
            out.append("<th></th>")
            continue
        css = ' class="o-end"' if column.align else ""
        tip = f' title="{escape(column.help)}"' if column.help else ""
        label = escape(column.label) if column.widget is None or column.widget.node.attributes.get("widget") != "handle" else ""
        out.append(f'<th{css}{tip} scope="col">{label}</th>')
    return "".join(out)


# -- tables inside forms ------------------------------------------------------------------------------------


def render_subtable(view: CompiledList, S: Scope, readonly: bool) -> str:
    rows: list[Row] = [row for row in S.v.get(view.field_name) or () if isinstance(row, Row)]
    may_edit = not readonly and bool(view.editable) and view.allows("edit")
    may_create = not readonly and view.allows("create") and bool(view.editable)
    may_delete = not readonly and view.allows("delete")
    opens = not readonly and not view.editable and view.is_opened
    may_move = may_edit and bool(view.handle)
    inside = S.sub(view, {})  # conditions on columns speak of `parent`
    columns = view.visible_columns(inside)
    tools = _Tools(view, may_edit, may_create, may_delete, opens)
    body = [_subrow(view, S, row, columns, tools) for row in rows if not row.removed]
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
        f'<div class="o-lines" id="{S.page.uid}{S.prefix}{view.field_name}" data-lines="{view.field_name}"'
        f'{" data-edits" if may_edit or may_create else ""}{" data-handle" if may_move else ""}>{message}<table class="o-table">'
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


class _Tools:
    """What may be done with the lines of a table, and the buttons for it."""

    def __init__(self, view: CompiledList, may_edit: bool, may_create: bool, may_delete: bool, opens: bool):
        self.view, self.may_edit, self.opens = view, may_edit, opens
        self._buttons = [
            _ToolButton("open", "↗", _("Open"), " data-open") if opens else None,
            _ToolButton("edit", "✎", _("Edit")) if may_edit else None,
            _ToolButton("duplicate", "⧉", _("Duplicate")) if may_create else None,
            _ToolButton("remove", "×", _("Remove")) if may_delete else None,
        ]

    def drawn(self, row: Row, editing: bool) -> str:
        base = f"{self.view.field_name}:{row.key}"
        return "".join(
            button.drawn(base) for button in self._buttons if button is not None
            and not (button.action == "edit" and editing) and not (button.action == "open" and not row.id)
        )


class _ToolButton:
    def __init__(self, action: str, sign: str, label: str, data: str = ""):
        self.action = action
        self._before = f'<button type="submit" class="o-icon o-icon-{action}" name="__action" value="{action}:'
        self._after = f'" formnovalidate{data} title="{escape(label)}" aria-label="{escape(label)}">{sign}</button>'

    def drawn(self, base: str) -> str:
        return f"{self._before}{base}{self._after}"


def _subrow(view: CompiledList, parent: Scope, row: Row, columns: list[Column], tools: _Tools) -> str:
    prefix = f"{view.field_name}.{row.key}."
    S = parent.sub(view, row.values, id=row.id, prefix=prefix, key=row.key, errors=row.errors, typed=row.typed, editing=row.editing)
    S.row = row
    editing = row.editing and tools.may_edit
    css = view.decoration(S) + (" o-editing" if editing else "") + (" o-invalid" if row.errors else "")
    # A section or note has one text; it takes the whole width, as the sales line of display_type does.
    if row.values.get("display_type") in _WHOLE_WIDTH and any(column.name == "name" for column in columns):
        cells = _section_cells(view, S, columns, editing)
    else:
        cells = "".join(_subcell(view, column, S, editing) for column in columns)
    data = f' data-key="{row.key}"' + (" data-editable" if tools.may_edit and not editing else "") + ("" if row.touched else " data-fresh")
    return f'<tr class="{css.strip()}"{data}>{cells}<td class="o-row-tools">{tools.drawn(row, editing)}</td></tr>'


def _section_cells(view: CompiledList, S: Scope, columns: list[Column], editing: bool) -> str:
    name = next(column for column in columns if column.name == "name")
    assert name.widget is not None
    inner = name.widget.edit(S) if editing else escape(name.widget.cell(S))
    kind = "o-note" if S.v["display_type"] == "line_note" else "o-section"
    handle = [column for column in columns if column.name == view.handle]
    lead = f"<td>{handle[0].widget.cell(S)}</td>" if handle and handle[0].widget else ""
    return f'{lead}<td class="{kind}" colspan="{len(columns) - len(handle)}">{inner}</td>'


def _subcell(view: CompiledList, column: Column, S: Scope, editing: bool) -> str:
    if column.cell_hidden is not False and _true(column.cell_hidden, S):
        return _EMPTY_CELL
    if column.button is not None:
        return f'<td class="o-cell-button">{column.button(S) if S.id else ""}</td>'
    widget = column.widget
    assert widget is not None
    label = f' data-label="{escape(column.label)}" data-column="{column.name}"'
    css = ' class="o-end"' if column.align else ""
    if editing and widget.editable and not _true(column.readonly, S):
        return f"<td{css}{label}>{widget.edit(S, _true(column.required, S))}</td>"
    error = S.errors.get(column.name)
    message = f'<div class="o-field-error">{escape(error)}</div>' if error else ""
    return f"<td{css}{label}>{escape(widget.cell(S))}{_question(widget, view, S)}{message}</td>"


def _question(widget: Any, view: CompiledList, S: Scope) -> str:
    """The question mark of a value that can be explained: `options="{'explain': 'price'}"`."""
    what = widget.node.options.get("explain")
    if not what or not S.id or not view.model:
        return ""
    title = escape(_("Why? – %s", widget.node.label))
    return (f'<button type="button" class="o-explain" hx-get="/web/explain/{view.model}/{S.id}/{what}" hx-target="#dialogs" hx-swap="morphing" '
            f'hx-push-url="false" title="{title}" aria-label="{title}">?</button>')


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

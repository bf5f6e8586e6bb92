"""The table of a list page: header, rows, the row being edited, groups, totals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape as html_escape
from typing import Any

from markupsafe import Markup, escape

from core.i18n import _

from .compiler import Column, CompiledList
from .groups import Group, is_aggregated
from .scope import Modifier, Scope

_EMPTY_CELL = "<td></td>"


class ListTable:
    """Draws the table of one request. `page` knows addresses; `columns` are those the user wants to see.

    :param href: address of a record, by id; None when records cannot be opened
    """

    def __init__(self, view: CompiledList, env: Any, page: Any, columns: Sequence[Column], *,
                 href: Callable[[int], str] | None = None, selected: frozenset[int] = frozenset()):
        self.view, self.env, self.page = view, env, page
        self.columns = list(columns)
        self.names = view.page_fields(self.columns)
        self.href = href
        self.selected = selected
        self.scope = Scope(view, env, {}, page=page)
        self._select_label = escape(_("Select"))
        self._plan = [self._drawer(column, position == 0) for position, column in enumerate(self.columns)]

    @property
    def width(self) -> int:
        """Number of columns with the one to select by and the one to choose columns in."""
        return len(self.columns) + 2

    # -- header -------------------------------------------------------------------------------------

    def header(self, order: Sequence[tuple[str, bool]], sort_url: Callable[[str], str]) -> str:
        """The `<th>`s of the columns. `order` is what the list is sorted by now: (field, descending)."""
        directions = dict(order)
        return "".join(self._heading(column, directions, sort_url) for column in self.columns)

    @staticmethod
    def _heading(column: Column, directions: Mapping[str, bool], sort_url: Callable[[str], str]) -> str:
        widget = column.widget
        if widget is None or widget.node.attributes.get("widget") == "handle":
            return '<th><span class="o-sr">' + str(escape(column.label or _("Action"))) + "</span></th>"
        css = ' class="o-end"' if column.align else ""
        tip = f' title="{escape(column.help)}"' if column.help else ""
        label = escape(column.label)
        if not is_sortable(widget.node.description):
            return f'<th{css}{tip} scope="col">{label}</th>'
        aria = ""
        if column.name in directions:
            aria = f' aria-sort="{"descending" if directions[column.name] else "ascending"}"'
        return f'<th{css}{tip}{aria} scope="col" data-name="{column.name}"><a href="{escape(sort_url(column.name))}">{label}</a></th>'

    # -- rows ---------------------------------------------------------------------------------------

    def rows(self, records: Any) -> str:
        """The `<tr>`s of `records`, read column by column."""
        names = self.names
        values = [self.view.widgets[name].read_many(records) for name in names]
        out: list[str] = []
        for position, record_id in enumerate(records.ids):
            self._row(out, record_id, {name: column[position] for name, column in zip(names, values, strict=True)})
        return "".join(out)

    def _row(self, out: list[str], record_id: int, values: dict) -> None:
        S = self.scope
        S.at(record_id, values)
        decoration = self.view.decoration(S) if self.view.decorations else ""
        css = f' class="{decoration}"' if decoration else ""
        checked = " checked" if record_id in self.selected else ""
        out.append(f'<tr{css} data-id="{record_id}"><td class="o-select"><input type="checkbox" name="ids" value="{record_id}" '
                   f'aria-label="{self._select_label}"{checked}></td>')
        link = str(escape(self.href(record_id))) if self.href else ""
        for draw in self._plan:
            draw(out, S, values, link)
        out.append("<td></td></tr>")

    def _drawer(self, column: Column, first: bool) -> Callable[[list[str], Scope, dict, str], None]:
        """What writes the cells of one column, with everything that does not depend on the row decided beforehand."""
        hidden = column.cell_hidden
        if column.button is not None:
            return _button_cell(column.button, hidden)
        widget, name = column.widget, column.name
        assert widget is not None
        opening = '<td class="o-end">' if column.align else "<td>"
        # The whole row is clickable through these links; only the first is a tab stop.
        anchor = '<a href="' if first else '<a tabindex="-1" href="'
        text_of = widget.text

        def draw(out: list[str], S: Scope, values: dict, link: str) -> None:
            if hidden is not False and _true(hidden, S):
                out.append(_EMPTY_CELL)
                return
            text = text_of(values.get(name), S)
            if type(text) is not Markup:
                text = html_escape(str(text))  # what markupsafe does, without making an object of each cell
            if not text:
                out.append(opening + "</td>")
            elif link and "<a " not in text:
                out.append(f'{opening}{anchor}{link}">{text}</a></td>')
            else:
                out.append(f"{opening}{text}</td>")

        return draw

    def editing_row(self, S: Scope, key: str) -> str:
        """The row being edited, as inputs; `S` is the scope of its form state."""
        cells = []
        for column in self.columns:
            widget = column.widget
            if widget is None or column.cell_hidden is not False and _true(column.cell_hidden, S):
                cells.append(_EMPTY_CELL)
                continue
            label = f' data-label="{escape(column.label)}"'
            css = ' class="o-end"' if column.align else ""
            if widget.editable and not _true(column.readonly, S):
                cells.append(f"<td{css}{label}>{widget.edit(S, _true(column.required, S))}</td>")
            else:
                cells.append(f"<td{css}{label}>{escape(widget.cell(S))}{widget.error(S, column.name)}</td>")
        tools = "".join(
            f'<button class="o-icon" name="__action" value="{action}" formnovalidate title="{escape(label)}" aria-label="{escape(label)}">{mark}</button>'
            for action, label, mark in (("save", _("Save"), "✓"), ("discard", _("Discard"), "×")))
        # The row stays selected with the others, so that a change can be made to all of them.
        chosen = f'<input type="hidden" name="ids" value="{key}">' if key.isdigit() and int(key) in self.selected else ""
        return f'<tr class="o-editing o-row-edit" data-id="{key}"><td class="o-select">{chosen}</td>{"".join(cells)}<td class="o-row-tools">{tools}</td></tr>'

    # -- groups ---------------------------------------------------------------------------------------

    def group_row(self, group: Group, fold_url: str) -> str:
        """The line of a group: a link that folds or unfolds it, its count, and its sums below their columns."""
        head, rest = self._head_of_group()
        mark = "▾" if group.is_open else "▸"
        expanded = "true" if group.is_open else "false"
        cells = [f'<td class="o-group-name" colspan="{head}"><a href="{escape(fold_url)}" role="button" aria-expanded="{expanded}" '
                 f'data-fold><span class="o-fold o-level-{min(group.level, 6)}" aria-hidden="true">{mark}</span>'
                 f'{escape(group.label)} <span class="o-group-count">({group.count})</span></a></td>']
        cells += [self._aggregate_cell(column, group) for column in rest]
        return f'<tr class="o-group-row o-level-{min(group.level, 6)}" data-group="{escape(group.path)}">{"".join(cells)}<td></td></tr>'

    def _head_of_group(self) -> tuple[int, list[Column]]:
        """How many cells the name of a group takes, and the columns that keep their own."""
        numbers = [position for position, column in enumerate(self.columns) if is_aggregated(column)]
        first = max(numbers[0], 1) if numbers else len(self.columns)
        return first + 1, self.columns[first:]

    def _aggregate_cell(self, column: Column, group: Group) -> str:
        if column.name not in group.aggregates or column.widget is None:
            return _EMPTY_CELL
        value = group.aggregates[column.name]
        if value is None:
            return f'<td class="o-end" title="{escape(_("Several currencies: no sum"))}">—</td>'
        return f'<td class="o-end">{self.formatted(column, value, group.currencies)}</td>'

    def group_pager(self, group: Group, url_of: Callable[[int], str]) -> str:
        """Paging inside an open group that has more records than one page."""
        if group.pages < 2:
            return ""
        links = []
        for number, mark, label in ((group.page - 1, "‹", _("Previous page")), (group.page + 1, "›", _("Next page"))):
            if 1 <= number <= group.pages:
                links.append(f'<a class="btn btn-small" href="{escape(url_of(number))}" aria-label="{escape(label)}">{mark}</a>')
        return f'<tr class="o-group-pager"><td colspan="{self.width}">{group.page} / {group.pages} {"".join(links)}</td></tr>'

    # -- totals -----------------------------------------------------------------------------------------

    def totals(self, aggregates: Mapping[str, Any], currencies: Mapping[str, int]) -> str:
        """The footer: sums and averages of the columns that ask for one; empty when none does."""
        if not any(column.summed or column.averaged for column in self.columns):
            return ""
        cells = [_EMPTY_CELL]
        for column in self.columns:
            title = column.summed or column.averaged
            if not title or column.widget is None or column.name not in aggregates:
                cells.append(_EMPTY_CELL)
            elif aggregates[column.name] is None:
                cells.append(f'<td class="o-end" title="{escape(_("Several currencies: no sum"))}">—</td>')
            else:
                cells.append(f'<td class="o-end" title="{escape(title)}">{self.formatted(column, aggregates[column.name], currencies)}</td>')
        return f"<tfoot><tr>{''.join(cells)}{_EMPTY_CELL}</tr></tfoot>"

    def formatted(self, column: Column, value: Any, currencies: Mapping[str, int]) -> Markup:
        """A sum as the column shows its values, in the currency all of them have."""
        assert column.widget is not None
        self.scope.at(None, {column.name: value, **currencies})
        if column.widget.node.type == "integer" and isinstance(value, float) and value != int(value):
            return escape(column.widget.formats.number(value, 2))
        return escape(column.widget.text(value, self.scope))


def _button_cell(button: Any, hidden: bool | Modifier) -> Callable[[list[str], Scope, dict, str], None]:
    def draw(out: list[str], S: Scope, values: dict, link: str) -> None:
        if hidden is not False and _true(hidden, S):
            out.append(_EMPTY_CELL)
            return
        S.prefix = f"row.{S.id}."
        out.append(f'<td class="o-cell-button">{button(S)}</td>')
        S.prefix = ""

    return draw


def _true(condition: bool | Modifier, S: Scope) -> bool:
    return condition(S) if isinstance(condition, Modifier) else condition


def is_sortable(description: Mapping[str, Any]) -> bool:
    return bool(description.get("sortable", description.get("store"))) and description["type"] not in ("one2many", "many2many", "binary", "image")

"""The list page: columns of the user's choice, sums, groups, rows edited in place, and actions on the selected ones."""
from core import views
from core.exceptions import UserError

from .form_page import FormPage, _Form
from .page import flash, render_template, translate as _
from .records_page import MOST_COUNTED, RecordsPage

_ROW_ACTIONS = frozenset("save onchange search quick lookup create record restore".split())


class ListPage(RecordsPage):
    """One action's records as a table."""

    kind = "list"
    actions = RecordsPage.actions | frozenset(("columns", "edit", "add"))

    # -- GET ---------------------------------------------------------------------------------------------

    def draw(self, *, row=None, state=None, messages=(), selected=frozenset(), confirm=None, status=200):
        """The page; `row` is the row being edited, with the state of its form."""
        columns = self.columns()
        table = views.ListTable(self.view, self.env, self, columns, href=self.href, selected=selected)
        groups = self.state.groups()
        body = self._grouped(table, groups) if groups else self._plain(table, row, state)
        main = render_template(
            "list.html", **self.frame_values(), **body, table=table, groups=groups, choice=self._offered_columns(columns),
            header=table.header(self.state.order(), self.state.sort_url), row=row, row_state=state.dump() if state is not None else "",
            row_dirty=row is not None and row.is_posted and state.is_dirty, confirm=confirm, may_edit=self._is_editable(), may_multi_edit=self.view.multi_edit and self._may_write(),
            may_delete=self._may_delete(), may_export=self.may_export(), has_active=self._has_active(), may_duplicate=self._may_duplicate(),
            bound=self.bound_actions(), reports=self.bound_actions("report"), buttons=self.view.header_buttons,
            help=self.action.help, most=MOST_COUNTED)
        return self.respond(main, messages=messages, status=status)

    def columns(self):
        """The columns the user wants to see."""
        chosen = self.env["web.list.preference"]._columns(self.action.model, self.view_id)
        return self.view.visible_columns(views.Scope(self.view, self.env, {}, page=self), chosen)

    def list_menu(self):
        """What other addons offer beside the list's own tools, e.g. importing."""
        return self.env["ir.http"]._web_list_menu(self.action.model, self.state.url())

    def exported_columns(self):
        return [column for column in self.columns() if column.widget is not None]

    def _offered_columns(self, shown):
        """(name, label, shown) of the columns that can be switched on and off."""
        names = {column.name for column in shown}
        scope = views.Scope(self.view, self.env, {}, page=self)
        everything = {column.name: True for column in self.view.columns}
        return [(column.name, column.label, column.name in names) for column in self.view.visible_columns(scope, everything)
                if column.widget is not None and column.label and column.widget.node.attributes.get("widget") != "handle"]

    def _has_active(self):
        return bool(self.model._active_name) and self._may_write()

    def _may_duplicate(self):
        return self._may_create() and self.view.attributes.get("duplicate", "1") not in ("0", "false")

    def _is_editable(self):
        return bool(self.view.editable) and not self.state.groups()

    # -- without groups ----------------------------------------------------------------------------------

    def _plain(self, table, row, state):
        number, size = self.number(), self.size()
        domain, order = self.domain(), self.order()
        names = [name for name in table.names if name in self.model._fields]
        records = self.ask(lambda: self.model.search_fetch(domain, names, offset=(number - 1) * size, limit=size, order=order))
        total = len(records) if number == 1 and len(records) < size else self.ask(
            lambda: self.model.search_count(domain, limit=MOST_COUNTED + 1))
        edited = row.record if row is not None else None
        before, after = records, records.browse()
        if edited and edited in records:
            position = records.ids.index(edited.id)
            before, after = records[:position], records[position + 1:]
        rows = [table.rows(before), table.rows(after)]
        if row is not None:
            drawn = table.editing_row(state.scope(row), str(edited.id or "new"))
            at_top = not edited and self.view.editable == "top"
            rows.insert(0 if at_top else 1, drawn)
        return {"rows": "".join(rows), "pager": self.pager(total, len(records)), "total": total, "is_all_shown": total <= len(records),
                "totals": self._totals(table, domain, records, total)}

    def _totals(self, table, domain, records, total):
        """Sums over everything that matches; over the page where that would be too much to add up."""
        if not records or not any(column.summed or column.averaged for column in table.columns):
            return ""
        wanted = [column for column in table.columns if column.summed or column.averaged]
        aggregates = views.Aggregates.of_columns(self.model, wanted)
        if total <= len(records) or total > MOST_COUNTED:
            return table.totals(*_page_sums(wanted, aggregates, records))
        row = self.model._read_group(domain, [], aggregates.query())[0]
        _count, sums, currencies = aggregates.read(row)
        return table.totals(sums, currencies)

    # -- groups ------------------------------------------------------------------------------------------

    def _grouped(self, table, specs):
        number, size = self.number(), self.size()
        aggregates = views.Aggregates.of_columns(self.model, table.columns)
        grouping = views.Grouping(self.model, self.domain(), specs, aggregates, order=self.state.order())
        groups = self.ask(lambda: grouping.first_level((number - 1) * size, size))
        total = len(groups) if number == 1 and len(groups) < size else self.ask(grouping.count)
        opened = frozenset(self.args.getlist("open"))
        everything = self.view.is_expanded and "open" not in self.args
        leaves = self.ask(lambda: grouping.unfold(groups, opened, everything))
        self._read_leaves(table, leaves, size)
        out = []
        self._draw_groups(out, table, groups, frozenset(_open_paths(groups)))
        return {"rows": "".join(out), "pager": self.pager(total, len(groups)), "total": total, "totals": "",
                "is_all_shown": True}

    def _read_leaves(self, table, leaves, size):
        """The records of open groups, a page of each."""
        pages = dict(text.rpartition(":")[::2] for text in self.args.getlist("at"))
        names = [name for name in table.names if name in self.model._fields]
        for group in leaves:
            group.pages = -(-group.count // size)
            wanted = pages.get(group.path, "")
            group.page = min(max(int(wanted), 1), group.pages) if wanted.isdigit() and len(wanted) < 8 else 1
            group.records = self.model.search_fetch(group.domain, names, offset=(group.page - 1) * size, limit=size, order=self.order())

    def _draw_groups(self, out, table, groups, opened):
        for group in groups:
            toggled = opened - {group.path} if group.is_open else opened | {group.path}
            out.append(table.group_row(group, self.state.with_values("open", sorted(toggled) or ["-"])))
            if not group.is_open:
                continue
            self._draw_groups(out, table, group.children, opened)
            if group.records is not None:
                out.append(table.rows(group.records))
                out.append(table.group_pager(group, lambda number, group=group: self._page_of_group(group, number)))

    def _page_of_group(self, group, number):
        others = [text for text in self.args.getlist("at") if text.rpartition(":")[0] != group.path]
        return self.state.url(at=[*others, f"{group.path}:{number}"])

    # -- POST --------------------------------------------------------------------------------------------

    def act(self, form):
        action = form.get("__action") or ""
        if action.startswith("row."):
            try:
                return self.press_one(action)
            except UserError as refusal:
                return self.refused(refusal)
        key = form.get("__row") or ""
        if action == "discard":
            return self.back()
        if key and action.partition(":")[0] in _ROW_ACTIONS:
            return RowForm(self, key, form).act(form)
        return super().act(form)

    def _do_columns(self, argument, form):
        """Remember which columns the user wants."""
        shown = set(form.getlist("__column"))
        offered = self._offered_columns(())
        if not shown & {name for name, _label, _shown in offered}:
            raise UserError(_("At least one column has to stay."))
        usual = {column.name: column.is_chosen({}) for column in self.view.columns}
        choice = {name: name in shown for name, _label, _shown in offered if (name in shown) != usual[name]}
        self.env["web.list.preference"]._choose(self.action.model, self.view_id, {} if argument == "reset" else choice)
        return self.back()

    def _do_edit(self, argument, form):
        """A row becomes inputs."""
        chosen = frozenset(int(value) for value in form.getlist("ids") if value.isdigit())
        is_chosen = self.view.multi_edit and argument.isdigit() and int(argument) in chosen
        if not (self._is_editable() or is_chosen) or not self._may_write():
            raise UserError(_("The rows of this list are not edited in place. Open the record instead."))
        return RowForm(self, argument, form).start()

    def _do_add(self, argument, form):
        if not self._is_editable() or not self._may_create():
            raise UserError(_("No row can be added here."))
        return RowForm(self, "new", form).start()


class RowForm(_Form):
    """The row being edited: a form over the columns of the list."""

    uid = ""

    def __init__(self, page, key, form):
        self.page, self.env, self.view = page, page.env, page.view
        self.key = key
        self.url = page.url
        self.record = page.model.browse(int(key) if key.isdigit() and len(key) < 10 else None)
        self.selected = frozenset(int(value) for value in form.getlist("ids") if value.isdigit() and len(value) < 10)
        if self.record:
            self.record.check_access("write")

    def start(self):
        return self.draw(self._fresh_state())

    def draw(self, state, *, messages=(), conflict=None, focus="", status=200, confirm=None):
        state.record = self.record
        return self.page.draw(row=self, state=state, messages=messages, selected=self.selected, confirm=confirm, status=status)

    def refusals(self, S, method):
        return None

    def record_url(self, model, record_id):
        return self.page.record_url(model, record_id)

    def _return_address(self):
        return self.page.state.url()

    def _after(self, result):
        return self.page.back()

    def _do_restore(self, state, argument, form):
        """What the browser kept of a row that was never saved."""
        return FormPage._do_restore(self, state, argument, form)

    def _do_save(self, state, argument, form):
        """Save, and go on where the argument says: another row (`12`), a new one (`new`), or nowhere."""
        if state.is_dirty or not self.record and argument == "":
            if self.view.multi_edit and self.record.id in self.selected and len(self.selected) > 1:
                return self._save_all(state, form)
            if not self._save(state):
                return self._incomplete(state)
        if argument == "new" and self.page._may_create() or argument.isdigit():
            return RowForm(self.page, argument, form).start()
        return self.page.back()

    def _save_all(self, state, form):
        """The changed cells go to every selected record, once the user has said yes."""
        if not state.check():
            return self._incomplete(state)
        records = self.page.model.browse(sorted(self.selected)).exists()
        labels = [self.view.widgets[name].node.label for name in state.changed]
        if form.get("__sure") != "1":
            return self.draw(state, confirm={"count": len(records), "fields": labels})
        values = {name: self.view.widgets[name].to_write(state.values[name]) for name in state.changed
                  if not self.view.is_readonly(name, state.scope())}
        records.write(values)
        flash(_("%(fields)s: changed on %(count)s records.", fields=", ".join(labels), count=len(records)), "success")
        return self.page.back()


def _page_sums(columns, aggregates, records):
    """(sum or average by column, currency by field) of the records at hand."""
    currencies = {}
    for field in aggregates.currencies:
        found = {record[field].id for record in records if record[field]}
        if len(found) == 1:
            currencies[field] = found.pop()
        elif found:
            currencies[field] = None
    sums = {}
    for column in columns:
        currency = aggregates.currency_of.get(column.name)
        values = [record[column.name] or 0 for record in records]
        total = sum(values) / (1 if column.summed else len(values))
        sums[column.name] = None if currency and currencies.get(currency, 0) is None else total
    return sums, {field: value for field, value in currencies.items() if value}


def _open_paths(groups):
    for group in groups:
        if group.is_open:
            yield group.path
            yield from _open_paths(group.children)

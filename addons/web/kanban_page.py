"""The kanban page: cards, alone or in the columns of a grouping, moved by dragging or by the card's menu."""
import contextlib
import json
import re
from datetime import date
from urllib.parse import unquote, urlencode

from core import views
from core.exceptions import UserError

from . import deletion
from .page import flash, render_template, translate as _
from .records_page import MOST_COUNTED, RecordsPage

#: Groupings whose value a card takes over when it is dropped into a column.
_DROPPABLE = ("many2one", "selection", "boolean", "char", "integer")
#: A selection shows all its values as columns if they are not more.
_MOST_EMPTY_COLUMNS = 10
_MOST_COLUMNS = 60


class KanbanPage(RecordsPage):
    """One action's records as cards."""

    kind = "kanban"
    actions = RecordsPage.actions | frozenset(("move", "create", "colour"))

    # -- GET ---------------------------------------------------------------------------------------------

    def draw(self, *, messages=(), status=200):
        specs = self.state.groups()[:1]
        self.cards = views.KanbanCards(self.view, self.env, self, href=self.href if self.view.can_open else None)
        body = self._board(specs[0]) if specs else self._plain()
        main = render_template("kanban.html", **self.frame_values(), **body, is_grouped=bool(specs), help=self.action.help,
                               may_export=self.may_export(), may_edit=False)
        return self.respond(main, messages=messages, status=status)

    def exported_columns(self):
        shown = [widget for name, widget in self.view.widgets.items() if widget.node.attributes.get("invisible") is None]
        return [widget for widget in shown if widget.node.type not in ("binary", "image")]

    def size(self):
        return super().size() if "size" in self.args else self.view.limit

    def _names(self):
        return [name for name in self.view.page_fields() if name in self.model._fields]

    def _plain(self):
        number, size = self.number(), self.size()
        domain = self.domain()
        records = self.ask(lambda: self.model.search_fetch(domain, self._names(), offset=(number - 1) * size, limit=size, order=self.order()))
        total = len(records) if number == 1 and len(records) < size else self.ask(
            lambda: self.model.search_count(domain, limit=MOST_COUNTED + 1))
        return {"cards": list(self.cards.draw(records).values()), "columns": [], "pager": self.pager(total, len(records)), "total": total}

    # -- columns -----------------------------------------------------------------------------------------

    def _board(self, spec):
        field = self.model._fields[spec.partition(":")[0]]
        bar = self.view.progressbar
        sums = {bar.sum_field: f"{bar.sum_field}:sum"} if bar and bar.sum_field and self.model._fields[bar.sum_field].column is not None else {}
        aggregates = views.Aggregates(self.model, sums)
        grouping = views.Grouping(self.model, self.domain(), [spec], aggregates, order=self.state.order(), empty_too=True)
        groups = self.ask(lambda: grouping.first_level(limit=_MOST_COLUMNS))
        if field.type == "selection":
            groups = grouping.with_all_values(groups, _MOST_EMPTY_COLUMNS)
        folded = self._folded(groups, field)
        pages = dict(text.rpartition(":")[::2] for text in self.args.getlist("at"))
        for group in groups:
            group.is_open = group.path not in folded
            group.pages = -(-group.count // self.size()) or 1
            wanted = pages.get(group.path, "")
            group.page = min(int(wanted), group.pages) if wanted.isdigit() and 0 < len(wanted) < 5 else 1
            if group.is_open and group.count:
                group.records = self.ask(lambda group=group: self.model.search_fetch(
                    group.domain, self._names(), limit=group.page * self.size(), order=self.order()))
        may_move = self._may_move(field)
        shown = self.model.browse(dict.fromkeys(record_id for group in groups if group.records for record_id in group.records.ids))
        # A card that can be moved has a menu, where the page's script lists the other columns.
        drawn = self.cards.draw(shown, "<span data-moves></span>" if may_move else "")
        columns = [self._column(group, groups, drawn, spec, bar, aggregates) for group in groups]
        self._add_bars(columns, spec, bar)
        return {"cards": [], "columns": columns, "may_move": may_move, "pager": self.pager(sum(group.count for group in groups), 0),
                "total": sum(group.count for group in groups), "may_sort": may_move and self._is_sequenced()}

    def _folded(self, groups, field):
        """Paths of the columns that show only their heading: those of the address, at first those the records say."""
        if "fold" in self.args:
            return set(self.args.getlist("fold"))
        comodel = self.env[field.comodel_name] if field.type == "many2one" else None
        if comodel is None or "fold" not in comodel._fields:
            return set()
        return {group.path for group in groups if group.value and group.value.sudo().fold}

    def _column(self, group, groups, drawn, spec, bar, aggregates):
        folded = {other.path for other in groups if not other.is_open}
        toggled = folded - {group.path} if not group.is_open else folded | {group.path}
        column = {
            "path": group.path, "label": group.label, "count": group.count, "is_open": group.is_open,
            "cards": [drawn[record_id] for record_id in group.records.ids] if group.records else [],
            "fold_url": self.state.url(fold=sorted(toggled) or ["-"]), "sum": "", "bar": [], "group": group,
            "more_url": self._more_url(group) if group.page < group.pages else "", "left": max(0, group.count - group.page * self.size()),
            "new_url": "", "may_quick": False,
        }
        if bar and bar.sum_field and bar.sum_field in group.aggregates:
            column["sum"] = self._shown_sum(bar.sum_field, group)
        if self._may_create() and self.view.flag("quick_create"):
            name = spec.partition(":")[0]
            if self.view.attributes.get("on_create") == "quick_create" and self.model._rec_name:
                column["may_quick"] = True
            elif ":" not in spec:
                value = group.value.id or False if hasattr(group.value, "_ids") else group.value
                column["new_url"] = f"{self.url}/new?{urlencode({'ctx': json.dumps({f'default_{name}': value})})}"
        return column

    def _shown_sum(self, name, group):
        value = group.aggregates[name]
        if value is None:
            return "—"
        widget = self.view.widgets.get(name)
        if widget is None:
            return views.formats_for(self.env).quantity(value, 2)
        self.cards.scope.at(None, {name: value, **group.currencies})
        return widget.text(value, self.cards.scope)

    def _more_url(self, group):
        others = [text for text in self.args.getlist("at") if text.rpartition(":")[0] != group.path]
        return self.state.url(at=[*others, f"{group.path}:{group.page + 1}"])

    def _add_bars(self, columns, spec, bar):
        """The bar over each column: one query for all of them."""
        field = self.model._fields.get(bar.name) if bar else None
        if field is None or not (field.store or field.search) or field.column is None or not columns:
            return
        grouping = views.Grouping(self.model, self.domain(), [spec, bar.name], views.Aggregates(self.model, {}))
        parents = [column["group"] for column in columns]
        opened = frozenset(group.path for group in parents)
        grouping.unfold(parents, opened)
        for column in columns:
            group = column["group"]
            group.is_open = column["is_open"]
            for child in group.children:
                key = unquote(child.path.rpartition("/")[2])
                column["bar"].append({"label": child.label, "count": child.count, "share": max(2, round(100 * child.count / group.count)),
                                      "css": bar.colours.get(key, "muted")})

    def _is_sequenced(self):
        return "sequence" in self.model._fields and self.model._order.startswith("sequence") and not self.state.order()

    def _may_move(self, field):
        """Whether dropping a card into another column changes the record."""
        if not self._may_write() or not self.view.flag("records_draggable") or field.type not in _DROPPABLE:
            return False
        lifecycle = getattr(self.model, "workflow", None)  # writing the state of a workflow fires the transition, or is refused
        return not field.readonly or lifecycle is not None and field.name == lifecycle.definition.field

    def _value_of(self, name, path):
        """The value of the grouped field in a column."""
        field = self.model._fields[name]
        text = unquote(path)
        if text == "false":
            return False
        if field.type == "boolean" and text == "true":
            return True
        if field.type in ("many2one", "integer") and re.fullmatch(r"-?\d{1,9}", text):
            if field.type == "integer" or self.env[field.comodel_name].browse(int(text)).exists():
                return int(text)
        if field.type in ("date", "datetime"):
            with contextlib.suppress(ValueError):
                return date.fromisoformat(text)
        if field.type == "selection" and text in dict(field._description_selection(self.env)) or field.type == "char" and text:
            return text
        raise UserError(_("This column does not exist."))

    # -- POST --------------------------------------------------------------------------------------------

    def act(self, form):
        action = form.get("__action") or ""
        if action.startswith("row."):
            try:
                return self.press_one(action)
            except UserError as refusal:
                return self.refused(refusal)
        return super().act(form)

    def _do_move(self, argument, form):
        """`move:12:sale`: the card goes into another column, which writes the field – or fires the workflow's transition."""
        record_id, _colon, path = argument.partition(":")
        record = self.record(record_id)
        specs = self.state.groups()[:1]
        field = self.model._fields[specs[0].partition(":")[0]] if specs else None
        if field is None or not self._may_move(field):
            raise UserError(_("The cards of this page cannot be moved."))
        value = self._value_of(field.name, path)
        current = record[field.name].id if field.type == "many2one" else record[field.name]
        if current != value:
            record.write({field.name: value})
        if self._is_sequenced():
            self._resequence(form.get("__order") or "")
        return self.back()

    def _resequence(self, text):
        """Number the records in the order in which a column shows them."""
        ids = [int(part) for part in text.split(",")[:500] if part.isdigit() and len(part) < 10]
        for number, record in enumerate(self.model.browse(ids).exists()):
            if record.sequence != number:
                record.sequence = number

    def _do_create(self, argument, form):
        """A new card from its name, in a column."""
        name = (form.get(f"__name:{argument}") or "").strip()[:200]
        specs = self.state.groups()[:1]
        if not name:
            raise UserError(_("Give the new card a name."))
        if not self._may_create():
            raise UserError(_("No card can be added here."))
        model = self.model
        if specs and argument:
            field_name = specs[0].partition(":")[0]
            model = model.with_context(**{f"default_{field_name}": self._value_of(field_name, argument)})
        model.name_create(name)
        return self.back()

    def _do_colour(self, argument, form):
        record_id, _colon, number = argument.partition(":")
        if not self.view.colour_field or not number.isdigit() or int(number) > 11:
            raise UserError(_("This card has no colour."))
        self.record(record_id).write({self.view.colour_field: int(number)})
        return self.back()

    def press_one(self, action):
        """Also `row.12.card:archive`: what a card's menu offers besides buttons."""
        _row, _dot, rest = action.partition(".")
        key, _dot, rest = rest.partition(".")
        return self._card_action(rest[5:], self.record(key)) if rest.startswith("card:") else super().press_one(action)

    def _card_action(self, name, record):
        if name == "delete":
            return deletion.ask(record, back=self.state.url(), here=self.state.url())
        label = record.display_name
        if name == "archive":
            record.action_archive()
            flash(_("“%s” was archived.", label), "success")
        elif name == "unarchive":
            record.action_unarchive()
            flash(_("“%s” was taken out of the archive.", label), "success")
        else:
            raise UserError(_("This action is not offered here."))
        return self.back()

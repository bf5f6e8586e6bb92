"""Actions on the lines of a form: edited in place, moved, duplicated, pasted from a spreadsheet."""
from core import views
from core.exceptions import UserError
from core.http import Response
from core.views.search import evaluate

from .page import translate as _


class LineActions:
    """The part of a form page that answers actions named `<what>:<one2many field>:<line>`."""

    def _lines_of(self, argument):
        """(field, its compiled list, the rest of the argument) of `order_line:12`."""
        name, _colon, rest = argument.partition(":")
        if name not in self.view.sublists:
            raise UserError(_("There is no table %s here.", name))
        return name, self.view.sublists[name], rest

    def _do_onchange(self, state, key, form):
        parts = key.split(".")
        warning = None
        if len(parts) == 3 and parts[0] in self.view.sublists:
            row = state.row(parts[0], parts[1])
            refused = row is None or parts[2] in row.errors
            if not refused and parts[2] in self.view.sublists[parts[0]].widgets:
                warning = state.onchange_row(parts[0], row, [parts[2]])
        else:
            refused = key in state.errors
            if not refused and key in self.view.widgets:
                warning = state.onchange([key])
        if refused and "__typing" in form:
            return Response("", status=204)  # half a number is no mistake yet
        return self.draw(state, messages=[warning_message(warning)] if warning else [])

    def _do_add(self, state, argument, form):
        name, sublist, number = self._lines_of(argument)
        context = {}
        if number.isdigit() and int(number) < len(sublist.controls):
            context = evaluate(sublist.controls[int(number)][2] or "{}") or {}
        row = state.add_row(name, {key: value for key, value in context.items() if key.startswith("default_")})
        return self.draw(state, focus=f"{name}.{row.key}.")

    def _do_edit(self, state, argument, form):
        name, sublist, key = self._lines_of(argument)
        state.edit_row(name, key)
        column = form.get("__focus") or ""
        return self.draw(state, focus=f"{name}.{key}.{column if column in sublist.widgets else ''}")

    def _do_cancel(self, state, argument, form):
        name, _sublist, key = self._lines_of(argument)
        state.cancel_row(name, key)
        return self._after_lines(state, state.onchange([name]))

    def _do_remove(self, state, argument, form):
        name, _sublist, key = self._lines_of(argument)
        state.remove_row(name, key)
        return self._after_lines(state, state.onchange([name]))

    def _do_duplicate(self, state, argument, form):
        name, _sublist, key = self._lines_of(argument)
        row = state.duplicate_row(name, key)
        if row is not None:
            state.edit_row(name, row.key)
        return self.draw(state, focus=f"{name}.{row.key}." if row else "")

    def _do_move(self, state, argument, form):
        """`order_line:12:3` puts line 12 at the fourth place."""
        name, _sublist, rest = self._lines_of(argument)
        key, _colon, place = rest.partition(":")
        if place.isdigit():
            state.move_row(name, key, int(place))
        return self.draw(state)

    def _do_paste(self, state, argument, form):
        """`order_line:new-3:product_id`: the clipboard goes into the line and the columns from there on."""
        name, sublist, rest = self._lines_of(argument)
        key, _colon, column = rest.partition(":")
        start = state.row(name, key)
        S = state.scope().sub(sublist, {})
        columns = [each for each in sublist.visible_columns(S) if each.widget is not None and each.widget.editable and each.readonly is not True]
        table, names = views.match_columns(views.clipboard_table(form.get("__paste") or ""), columns, column)
        if not table or not any(names):
            raise UserError(_("Nothing in what you pasted fits a column of this table."))
        overwrite = column not in ("", columns[0].name)  # in the middle of a table, a paste fills downwards as in a spreadsheet
        warning = state.paste_rows(name, table, names, start, overwrite=overwrite)
        return self._after_lines(state, warning)

    def _after_lines(self, state, warning):
        messages = [warning_message(warning)] if warning else []
        links = self._problem_links(state)
        if links:
            messages.append({"kind": "danger", "title": _("Some cells cannot be read"), "text": "", "hint": "", "links": links})
        return self.draw(state, messages=messages, focus=links[0]["name"] if links else "")

    def _do_done(self, state, argument, form):
        state.stop_editing_rows()
        return self.draw(state)

    def _press_row(self, state, row, method):
        name, key = row
        if not key.isdigit():
            raise UserError(_("Save the document before using the buttons of its lines."))
        if not self._save(state):
            return self._incomplete(state)
        line = self.env[self.view.sublists[name].model].browse(int(key))
        return self._after(self._call(line, method, {}))

    # -- what is wrong, and where ---------------------------------------------------------------------------

    def _problem_links(self, state):
        """Every field that carries an error: the id of its input, its name, and what is wrong."""
        found = [{"name": name, "id": f"{self.uid}{name}", "label": self.view.widgets[name].node.label, "text": text}
                 for name, text in state.errors.items() if name in self.view.widgets]
        for name, sublist in self.view.sublists.items():
            rows = [row for row in state.values.get(name) or () if not row.removed]
            for number, row in enumerate(rows, start=1):
                found += [{"name": f"{name}.{row.key}.{field}", "id": f"{self.uid}{name}.{row.key}.{field}", "text": text,
                           "label": _("Line %(number)s, %(field)s", number=number, field=sublist.widgets[field].node.label)}
                          for field, text in row.errors.items() if field in sublist.widgets]
        return found


def warning_message(warning):
    return {"kind": "warning", "title": warning.get("title") or _("Please note"), "text": warning.get("message") or "", "hint": ""}

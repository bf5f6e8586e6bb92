"""The state of a form between requests, kept in the page and nowhere else.

A page carries `__state`: what differs from the stored record (`d`), the values it started from (`b`), and the rows of
its one2many fields. Each POST rebuilds the state – stored record, then `d`, then the inputs – performs one action, and
draws the form again. So a form survives a restarted server, works in two tabs, and works without a script.

Lost updates: the page saves with the version it read. If the record moved on, fields only the other person changed are
taken over, and fields both changed are shown to the user (`Conflict`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import orjson

from core.base.errors import UserError
from core.i18n import _
from core.orm.onchange import onchange_methods

from .formats import FormatError
from .scope import Scope


_NEW_KEY = re.compile(r"new-\d{1,9}")


class StoredValues(dict):
    """The values of a stored record, read when they are first asked for: a page reads only what it shows or decides by."""

    __slots__ = ("_record", "_view")

    def __init__(self, view: Any, record: Any):
        super().__init__()
        self._view, self._record = view, record

    def __missing__(self, name: str) -> Any:
        sublist = self._view.sublists.get(name)
        value = read_rows(sublist, self._record[name]) if sublist else self._view.widgets[name].read(self._record)
        self[name] = value
        return value

    def get(self, name: str, default: Any = None) -> Any:
        if name in self or name in self._view.widgets:
            return self[name]
        return default


class Row:
    """One line of a one2many in a form: `key` is its id, or `new-<n>` until it is saved."""

    __slots__ = ("key", "id", "values", "base", "editing", "removed", "errors", "typed", "changed", "touched", "undo")

    def __init__(self, key: str, id: int | None, values: dict, base: dict | None = None):
        self.key, self.id, self.values = key, id, values
        self.base = base if base is not None else {}
        self.editing = self.removed = False
        self.errors: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        self.changed: set[str] = set()
        #: whether somebody typed into the line; a new line with nothing but defaults is not saved
        self.touched = id is not None
        #: what was changed when the user began to edit the line, as wires; None for a new line that was never left
        self.undo: dict[str, Any] | None = None


class Conflict(UserError):
    """Somebody else saved the same fields in between. `fields` maps a name to (theirs, mine), both as values."""

    def __init__(self, message: str, fields: dict[str, tuple[Any, Any]], who: str):
        super().__init__(message, code="web.conflict", hint=_("Choose which value to keep, then save again."))
        self.fields, self.who = fields, who


class FormState:
    """A record being edited."""

    def __init__(self, view: Any, record: Any):
        self.view, self.record, self.env = view, record, record.env
        self.id: int | None = record.id if record else None
        self.values: dict[str, Any] = {}
        self.base: dict[str, Any] = {}
        self.changed: set[str] = set()
        self.errors: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        self.version = ""
        self.stored_version = ""
        #: who saved other fields of the record since the page was drawn; known once this page was saved
        self.merged_with = ""
        #: prefix of input names ('' or that of a line) → the fields this POST brought something new for
        self.typed_now: dict[str, list[str]] = {}
        #: one2many field → keys of its lines in the order of the page, where that is not the stored order
        self.order: dict[str, list[str]] = {}
        self._next_new = 1

    # -- reading -----------------------------------------------------------------------------------

    @classmethod
    def of_record(cls, view: Any, record: Any) -> "FormState":
        state = cls(view, record)
        state.values = StoredValues(view, record)
        state.version = state.stored_version = record_version(record)
        return state

    @classmethod
    def of_defaults(cls, view: Any, model: Any) -> "FormState":
        """A new record with its defaults and everything its onchange methods derive from them."""
        state = cls(view, model)
        for name, widget in view.widgets.items():
            state.values[name] = [] if name in view.sublists else widget.from_wire(False)
        state.apply_onchange(model.onchange({}, [], view.spec()))
        return state

    @classmethod
    def empty(cls, view: Any, model: Any) -> "FormState":
        """A new record whose values all come from the page."""
        state = cls(view, model)
        for name, widget in view.widgets.items():
            state.values[name] = [] if name in view.sublists else widget.from_wire(False)
        return state

    # -- the page's copy --------------------------------------------------------------------------------

    def dump(self) -> str:
        """The hidden `__state` of the page."""
        widgets = self.view.widgets
        changed = {name: widgets[name].to_wire(self.values[name]) for name in self.changed if name not in self.view.sublists}
        rows = {name: self._dump_rows(name) for name in self.view.sublists}
        data = {"v": self.version, "d": changed, "b": self._dump_base(self.view, self.base, self.changed, self.scope()),
                "r": {name: part for name, part in rows.items() if part}, "n": self._next_new, "o": self.order}
        return orjson.dumps(data, default=str, option=orjson.OPT_NON_STR_KEYS).decode()

    @staticmethod
    def _dump_base(view: Any, base: dict, changed: set[str], S: Scope) -> dict:
        """Fingerprints of what the fields held when the page was first drawn, for every field that may have an input."""
        found = dict(base)
        for name, widget in view.widgets.items():
            if name in found or name in changed or name in view.sublists or not widget.editable:
                continue
            if widget.node.attributes.get("invisible") == "1" or view.readonly.get(name) is True:
                continue
            found[name] = widget.fingerprint(S.v.get(name), S)
        return found

    def _dump_rows(self, name: str) -> list:
        widgets = self.view.sublists[name].widgets
        dumped = []
        for row in self.values.get(name) or ():
            if row.changed or row.editing or row.removed or row.id is None:
                part: dict[str, Any] = {"k": row.key, "d": {f: widgets[f].to_wire(row.values.get(f)) for f in row.changed}}
                if row.editing:
                    part["e"] = 1
                    if row.undo is not None:
                        part["u"] = row.undo
                if row.id and (row.editing or row.changed):
                    part["b"] = self._dump_base(self.view.sublists[name], row.base, row.changed, self.row_scope(name, row))
                if row.removed:
                    part["x"] = 1
                if row.touched and row.id is None:
                    part["t"] = 1
                dumped.append(part)
        return dumped

    def load(self, text: str) -> None:
        """Lay what the page had changed over the stored values."""
        try:
            self._lay_over(orjson.loads(text or "{}"))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            raise UserError(_("The page sent a state that cannot be read. Reload the page.")) from error

    def _lay_over(self, data: dict) -> None:
        self.version = data.get("v") or self.stored_version
        self._next_new = int(data.get("n") or 1)
        self.base = dict(data.get("b") or {})
        for name, wire in (data.get("d") or {}).items():
            if name in self.view.widgets and name not in self.view.sublists:
                self.base.setdefault(name, self._fingerprint(name))
                self.values[name] = self.view.widgets[name].from_wire(wire)
                self.changed.add(name)
        for name, parts in (data.get("r") or {}).items():
            if name in self.view.sublists:
                self._load_rows(name, parts)
        for name, keys in (data.get("o") or {}).items():
            if name in self.view.sublists:
                self.order[name] = [str(key) for key in keys]
                self._sort_rows(name)

    def _load_rows(self, name: str, parts: list) -> None:
        sublist = self.view.sublists[name]
        rows = {row.key: row for row in self.values[name]}
        for part in parts:
            key = str(part["k"])
            row = rows.get(key)
            if row is None:
                if not _NEW_KEY.fullmatch(key):
                    continue  # somebody else deleted the line, or the page was tampered with
                row = Row(key, None, empty_values(sublist))
                self.values[name].append(row)
            row.base = part.get("b") or {}
            for field, wire in (part.get("d") or {}).items():
                if field in sublist.widgets:
                    row.values[field] = sublist.widgets[field].from_wire(wire)
                    row.changed.add(field)
            row.editing, row.removed = bool(part.get("e")), bool(part.get("x"))
            row.undo = part.get("u")
            row.touched = row.touched or bool(part.get("t"))
            self.changed.add(name)

    def _fingerprint(self, name: str) -> Any:
        return self.view.widgets[name].fingerprint(self.values.get(name), self.scope())

    # -- what was typed ------------------------------------------------------------------------------------

    def apply_form(self, form: Any, ignored: Iterable[str] = ()) -> None:
        """Take over the inputs that were edited; what cannot be read becomes an error at its field.

        :param ignored: fields whose input does not count, because the user just chose another value for them
        """
        self.typed_now = {"": self._parse_into(form, "", self.view, self, self.scope(), frozenset(ignored))}
        for name, sublist in self.view.sublists.items():
            for row in self.values.get(name) or ():
                if row.editing:
                    prefix = f"{name}.{row.key}."
                    typed = self.typed_now[prefix] = self._parse_into(form, prefix, sublist, row, self.row_scope(name, row))
                    row.touched = row.touched or bool(typed)
                    if row.changed:
                        self.changed.add(name)

    def catch_up(self) -> None:
        """Run the onchange of everything typed since the page was drawn: a browser without a script asked for nothing meanwhile."""
        for name in self.view.sublists:
            for row in list(self.values.get(name) or ()):
                typed = [field for field in self.typed_now.get(f"{name}.{row.key}.", ()) if field not in row.errors]
                if typed:
                    self.onchange_row(name, row, typed)
        typed = [field for field in self.typed_now[""] if field not in self.errors]
        if typed:
            self.onchange(typed)

    @staticmethod
    def _parse_into(form: Any, prefix: str, view: Any, into: "FormState | Row", S: Scope, ignored: frozenset = frozenset()) -> list[str]:
        """The fields something new was typed into. What came back as it was shown is no edit, whatever is stored meanwhile."""
        found = []
        for name, widget in view.widgets.items():
            key = prefix + name
            if name in ignored or name in view.sublists or not widget.editable or not widget.present(form, key):
                continue
            shown = widget.fingerprint(into.values.get(name), S) if name in into.changed or name not in into.base else into.base[name]
            if widget.posted_fingerprint(form, key) == shown:
                continue
            found.append(name)
            text = form.get(key, "")
            if _is_too_long(widget, text):
                into.errors[name] = _("This text has %(found)s characters; at most %(most)s fit here.", found=widget.formats.integer(len(text)),
                                      most=widget.formats.integer(_MOST_CHARACTERS[widget.node.type]))
                into.typed[name] = text
                continue
            try:
                value = widget.parse(form, key, S)
            except FormatError as error:
                into.errors[name] = refusal_text(str(error.args[0]), widget)
                into.typed[name] = form.get(key + ".text") or form.get(key, "")
                continue
            into.base.setdefault(name, shown)
            into.values[name] = value
            into.changed.add(name)
        return found

    # -- scopes ------------------------------------------------------------------------------------------------

    def scope(self, page: Any = None) -> Scope:
        return Scope(self.view, self.env, self.values, id=self.id, page=page, errors=self.errors, typed=self.typed)

    def row_scope(self, name: str, row: Row) -> Scope:
        return self.scope().sub(self.view.sublists[name], row.values, id=row.id, prefix=f"{name}.{row.key}.", key=row.key,
                                errors=row.errors, typed=row.typed)

    # -- lines ----------------------------------------------------------------------------------------------------

    def row(self, name: str, key: str) -> Row | None:
        return next((row for row in self.values.get(name) or () if row.key == key), None)

    def stop_editing_rows(self) -> None:
        for name in self.view.sublists:
            rows = self.values.get(name) or []
            for row in rows:
                row.editing = row.editing and bool(row.errors)
        self.drop_untouched_rows()

    def drop_untouched_rows(self) -> None:
        """A new line nobody wrote into is not a line."""
        for name in self.view.sublists:
            self.values[name] = [row for row in self.values.get(name) or () if row.touched]

    def edit_row(self, name: str, key: str) -> None:
        self.stop_editing_rows()
        row = self.row(name, key)
        if row is not None:
            row.editing = True
            row.undo = {field: self.view.sublists[name].widgets[field].to_wire(row.values.get(field)) for field in row.changed}

    def cancel_row(self, name: str, key: str) -> None:
        """Take back what was typed into a line since its editing began; a line that is new goes away."""
        row = self.row(name, key)
        if row is None:
            return
        if row.undo is None and row.id is None:
            self.values[name].remove(row)
            return
        sublist = self.view.sublists[name]
        undo = row.undo or {}
        row.values = StoredValues(sublist, self.env[sublist.model].browse(row.id)) if row.id else empty_values(sublist)
        row.values.update({field: sublist.widgets[field].from_wire(wire) for field, wire in undo.items() if field in sublist.widgets})
        row.changed = undo.keys() & sublist.widgets.keys()
        row.errors, row.typed, row.editing, row.undo = {}, {}, False, None

    def remove_row(self, name: str, key: str) -> None:
        row = self.row(name, key)
        if row is None:
            return
        if row.id is None:
            self.values[name].remove(row)
        row.removed = True
        self.changed.add(name)

    def add_row(self, name: str, context: dict | None = None) -> Row:
        """A new line with its defaults, being edited."""
        self.stop_editing_rows()
        sublist = self.view.sublists[name]
        row = self._insert_row(name, 0 if sublist.editable == "top" else len(self.values[name]), context)
        row.editing = True
        return row

    def duplicate_row(self, name: str, key: str) -> Row | None:
        """A copy of a line below it; what a copied record starts without (`copy=False`) has its default."""
        self.stop_editing_rows()
        source = self.row(name, key)
        if source is None:
            return None
        sublist = self.view.sublists[name]
        row = self._insert_row(name, self.values[name].index(source) + 1)
        fields = self.env[sublist.model]._fields
        copied = [field for field in sublist.widgets if fields[field].copy and field not in (sublist.inverse, sublist.handle)]
        for field in copied:
            row.values[field] = source.values.get(field)
        row.touched = True
        self.onchange_row(name, row, copied)
        return row

    def move_row(self, name: str, key: str, position: int) -> None:
        """Put a line at a position among those shown, and number the lines accordingly."""
        row = self.row(name, key)
        if row is None or not self.view.sublists[name].handle:
            return
        shown = [other for other in self.values[name] if not other.removed and other is not row]
        shown.insert(max(0, min(position, len(shown))), row)
        self.values[name] = shown + [other for other in self.values[name] if other.removed]
        self._keep_order(name)

    def paste_rows(self, name: str, table: list[list[str]], columns: list[str | None], start: Row | None, *, overwrite: bool) -> dict | None:
        """Type a table of texts into lines; what cannot be read is marked at its cell. Answers an onchange warning.

        :param columns: the field each column of the table goes to, None for columns that go nowhere
        :param overwrite: fill the lines from `start` downwards instead of adding new ones below it
        """
        warning = None
        sublist = self.view.sublists[name]
        position = self.values[name].index(start) if start is not None else len(self.values[name])
        is_waiting = start is not None and start.id is None and not start.touched  # an empty new line takes the first row
        if start is not None and not is_waiting and not overwrite:
            position += 1
        for cells in table:
            rows = self.values[name]
            if is_waiting or overwrite and position < len(rows):
                row = rows[position]
            else:
                row = self._insert_row(name, min(position, len(rows)))
            is_waiting = False
            position += 1
            warning = self._type_into(sublist, row, cells, columns) or warning
        return self.onchange([name]) or warning

    def _type_into(self, sublist: Any, row: Row, cells: list[str], columns: list[str | None]) -> dict | None:
        S = self.row_scope(sublist.field_name, row)
        typed = []
        row.touched, row.editing = True, False
        for field, text in zip(columns, cells, strict=False):
            if field is None or not text.strip():
                continue
            widget = sublist.widgets[field]
            try:
                row.values[field] = widget.parse_text(text.strip(), S)
            except FormatError as error:
                row.errors[field], row.typed[field] = refusal_text(str(error.args[0]), widget), text.strip()
                row.editing = True
                continue
            row.changed.add(field)
            typed.append(field)
        return self._onchange_line(sublist, row, typed)[1] if typed else None

    def _insert_row(self, name: str, position: int, context: dict | None = None) -> Row:
        """A new line with its defaults at a position."""
        sublist = self.view.sublists[name]
        row = Row(f"new-{self._next_new}", None, empty_values(sublist))
        self._next_new += 1
        model = self.env[sublist.model].with_context(**(context or {}))
        answer = model.onchange(self._parent_for_row(sublist), [], sublist.spec())
        self._fill_row(sublist, row, answer.get("value") or {})
        self.values[name].insert(position, row)
        self.changed.add(name)
        self._keep_order(name)
        return row

    def _keep_order(self, name: str) -> None:
        """Lines are stored in the order of their handle field: give it ascending values, changing as few lines as possible."""
        self.order[name] = [row.key for row in self.values[name]]
        self.changed.add(name)
        handle = self.view.sublists[name].handle
        before: Row | None = None
        for row in self.values[name]:
            if not handle or row.removed:
                continue
            if before is not None:
                number, lowest = row.values[handle] or 0, (before.values[handle] or 0) + (not _comes_after(row, before))
                if number < lowest:
                    row.values[handle] = lowest
                    row.changed.add(handle)
            before = row

    def _sort_rows(self, name: str) -> None:
        places = {key: place for place, key in enumerate(self.order[name])}
        self.values[name].sort(key=lambda row: places.get(row.key, len(places)))

    def _fill_row(self, sublist: Any, row: Row, value: dict) -> None:
        for field, wire in value.items():
            widget = sublist.widgets.get(field)
            if widget is not None:
                row.values[field] = _onchange_value(widget, row.values.get(field), wire)
                row.changed.add(field)

    # -- onchange -----------------------------------------------------------------------------------------------------

    def onchange(self, names: Iterable[str], changed: Iterable[str] | None = None) -> dict | None:
        """Run the onchange of header fields; answers a warning (title, message) or None.

        :param changed: of a one2many in `names`, the fields that changed on its lines; None for lines that came or went
        """
        names, values = list(names), self.values_for_onchange()
        spec, risky = self._spec_within_reach(names, changed)
        answer = self._subject().onchange(values, names, spec)
        if not risky.isdisjoint(answer.get("value") or ()):
            answer = self._subject().onchange(values, names, self.view.spec())
        self.apply_onchange(answer)
        return answer.get("warning")

    def _spec_within_reach(self, names: list[str], changed: Iterable[str] | None) -> tuple[dict, set[str]]:
        """The part of the form an edit may change by computation, and the fields of it whose onchange methods may change more.

        An order of 200 lines is compared field by field otherwise, although a quantity changes the totals and nothing else.
        """
        full = self.view.spec()
        model = self.view.model
        with_methods = onchange_methods(type(self.env[model]))
        if not with_methods.keys().isdisjoint(names):
            return full, set()
        reached = self._reached(names, changed)
        header = {name for owner, name in reached if owner == model}.union(names)
        spec = {name: part for name, part in full.items() if name in header}
        for name, sublist in self.view.sublists.items():
            fields = {field for owner, field in reached if owner == sublist.model}
            if name in spec or fields:
                spec[name] = {"fields": {field: part for field, part in full[name]["fields"].items() if field in fields}}
        return spec, with_methods.keys() & spec.keys()

    def _reached(self, names: list[str], changed: Iterable[str] | None) -> set[tuple[str, str]]:
        """The (model, field) pairs that depend on the edited fields; of a line its own fields are known already."""
        spread = self.env["ir.ui.view"]._onchange_spread
        reached: set[tuple[str, str]] = set()
        for name in names:
            reached.update(*spread(self.view.model)[name])
            sublist = self.view.sublists.get(name)
            if sublist is not None:
                of_lines = spread(sublist.model)
                reached.update(*(of_lines[field][1] for field in (sublist.widgets if changed is None else changed)))
        return reached

    def onchange_row(self, name: str, row: Row, fields: list[str]) -> dict | None:
        """Run the onchange of fields of a line, then of the lines in their document."""
        self.changed.add(name)
        changed, warning = self._onchange_line(self.view.sublists[name], row, fields)
        return self.onchange([name], changed) or warning

    def _onchange_line(self, sublist: Any, row: Row, fields: list[str]) -> tuple[set[str], dict | None]:
        """The fields of the line that changed, and a warning."""
        line = self.env[sublist.model].browse(row.id) if row.id else self.env[sublist.model]
        # Relations first: what is derived from them must not replace what was typed beside them.
        fields = sorted(fields, key=lambda field: sublist.widgets[field].node.type != "many2one")
        row.changed.update(fields)
        typed = {field: sublist.widgets[field].to_write(row.values[field]) for field in fields}
        answer = line.onchange({**self._parent_for_row(sublist), **self._row_vals(sublist, row), **typed}, fields, sublist.spec())
        value = answer.get("value") or {}
        self._fill_row(sublist, row, value)
        return {*fields, *value} & sublist.widgets.keys(), answer.get("warning")

    def _subject(self) -> Any:
        return self.env[self.view.model].browse(self.id) if self.id else self.env[self.view.model].with_context(self.env.context)

    def _parent_for_row(self, sublist: Any) -> dict:
        """The document's values under the line's inverse field, so that the line's onchange sees unsaved changes."""
        if not sublist.inverse:
            return {}
        values = {
            name: value for name, value in self.values_for_onchange().items() if name not in self.view.sublists
        }
        return {sublist.inverse: {**values, "id": self.id} if self.id else values}

    def values_for_onchange(self) -> dict:
        return {name: self._command_or_value(name) for name in self.changed}

    def _command_or_value(self, name: str) -> Any:
        sublist = self.view.sublists.get(name)
        if sublist is None:
            return self.view.widgets[name].to_write(self.values[name])
        commands: list = []
        for row in self.values[name]:
            if row.removed:
                if row.id:
                    commands.append((2, row.id, 0))
            elif row.id is None:
                commands.append((0, row.key, self._row_vals(sublist, row)))
            elif row.changed:
                commands.append((1, row.id, self._row_vals(sublist, row)))
        return commands

    def _row_vals(self, sublist: Any, row: Row) -> dict:
        return {field: sublist.widgets[field].to_write(row.values[field]) for field in row.changed}

    def apply_onchange(self, answer: dict) -> None:
        for name, wire in (answer.get("value") or {}).items():
            widget = self.view.widgets.get(name)
            if widget is None:
                continue
            if name in self.view.sublists:
                self._apply_commands(name, wire or [])
            else:
                if name not in self.base and widget.editable and self.view.readonly.get(name) is not True:
                    self.base[name] = self._fingerprint(name)
                self.values[name] = _onchange_value(widget, self.values.get(name), wire)
                self.changed.add(name)

    def _apply_commands(self, name: str, commands: list) -> None:
        sublist = self.view.sublists[name]
        for command in commands:
            code, key = command[0], command[1] if len(command) > 1 else None
            values = command[2] if len(command) > 2 and isinstance(command[2], dict) else {}
            if code == 5:
                for row in self.values[name]:
                    row.removed = True
                self.values[name] = [row for row in self.values[name] if row.id]
            elif code == 0:
                self._fill_row(sublist, self._row_for_new(name, key), values)
            elif code in (1, 4):
                row = self.row(name, str(key))
                if row is None and code == 4 and isinstance(key, int):
                    record = self.env[sublist.model].browse(key)
                    self.values[name] += read_rows(sublist, record)
                elif row is not None:
                    self._fill_row(sublist, row, values)
            elif code in (2, 3):
                self.remove_row(name, str(key))
        self.changed.add(name)

    def _row_for_new(self, name: str, key: Any) -> Row:
        row = self.row(name, str(key)) if key else None
        if row is None:
            row = Row(f"new-{self._next_new}", None, empty_values(self.view.sublists[name]))
            row.touched = True
            self._next_new += 1
            self.values[name].append(row)
        return row

    # -- saving -----------------------------------------------------------------------------------------------------------

    def check(self) -> bool:
        """Whether everything typed is readable and everything required is there; else the fields carry errors."""
        self.drop_untouched_rows()
        self._check_required(self.view, self.values, self.errors, self.scope())
        for name, sublist in self.view.sublists.items():
            for row in self.values.get(name) or ():
                if not row.removed and row.changed:
                    self._check_required(sublist, row.values, row.errors, self.row_scope(name, row))
                    row.editing = row.editing or bool(row.errors)
        return not self.errors and not any(row.errors for name in self.view.sublists for row in self.values.get(name) or ())

    @staticmethod
    def _check_required(view: Any, values: dict, errors: dict, S: Scope) -> None:
        for name, widget in view.widgets.items():
            if name in errors or not view.is_required(name, S) or view.is_readonly(name, S):
                continue
            if widget.node.attributes.get("invisible") == "1" and not widget.node.description.get("required"):
                continue
            empty = all(row.removed for row in values[name]) if name in view.sublists else widget.is_empty(values.get(name))
            if empty and not widget.node.description.get("readonly"):
                errors[name] = _("Please fill in %s.", widget.node.label)

    def save(self) -> Any:
        """Write what changed; answers the record. Raises Conflict, or whatever the model refuses with."""
        vals = self._saved_values()
        if self.id is None:
            self.record = self.env[self.view.model].create(vals)
            self.id = self.record.id
        elif vals:
            self._refuse_lost_update(vals)
            if self.version and self.version != self.stored_version:
                self.merged_with = self._last_writer()
            self.record.write(vals)
        return self.record

    def _saved_values(self) -> dict:
        S = self.scope()
        vals: dict[str, Any] = {}
        for name in self.changed:
            if name in self.view.sublists:
                commands = self._saved_commands(name)
                if commands:
                    vals[name] = commands
            elif self._is_saved(self.view, name, S):
                vals[name] = self.view.widgets[name].to_write(self.values[name])
        return vals

    @staticmethod
    def _is_saved(view: Any, name: str, S: Scope) -> bool:
        if name == "id" or view.widgets[name].node.type == "binary" and not isinstance(S.v.get(name), (str, bytes)) and S.v.get(name):
            return False
        return name in view.force_save or not view.is_readonly(name, S)

    def _saved_commands(self, name: str) -> list:
        sublist = self.view.sublists[name]
        commands: list = []
        for row in self.values[name]:
            S = self.row_scope(name, row)
            vals = {
                field: sublist.widgets[field].to_write(row.values[field])
                for field in row.changed if self._is_saved(sublist, field, S)
            }
            if row.removed:
                if row.id:
                    commands.append((2, row.id, 0))
            elif row.id is None:
                if row.changed:
                    commands.append((0, 0, vals))
            elif vals:
                commands.append((1, row.id, vals))
        return commands

    def _refuse_lost_update(self, vals: dict) -> None:
        """Raise Conflict for fields that somebody else changed since the page was drawn, and that are changed here too."""
        clashes = {}
        if self.version and self.version != self.stored_version:
            fresh = FormState.of_record(self.view, self.record)
            for name in vals:
                if name not in self.view.sublists and name in self.base and self._clashes(name, fresh):
                    clashes[name] = (fresh.values[name], self.values[name])
        for name in vals:
            if name in self.view.sublists:
                self._refuse_lost_line_update(name)
        if clashes:
            who = self._last_writer()
            raise Conflict(_("%s saved this record while you were editing it.", who), clashes, who)

    def _last_writer(self) -> str:
        return str(self.record.sudo().write_uid.display_name or _("Somebody"))

    def _clashes(self, name: str, fresh: "FormState") -> bool:
        theirs = fresh._fingerprint(name)
        return bool(theirs != self.base[name] and theirs != self._fingerprint(name))

    def _refuse_lost_line_update(self, name: str) -> None:
        """A line both changed: the line is shown as it is stored now, marked, and nothing is saved."""
        sublist = self.view.sublists[name]
        clashing = False
        for row in self.values[name]:
            if row.id is None or row.removed or not row.base:
                continue
            stored = StoredValues(sublist, self.env[sublist.model].browse(row.id))
            S = self.row_scope(name, row)
            for field in sorted(row.changed & row.base.keys()):
                widget = sublist.widgets[field]
                theirs = widget.fingerprint(stored[field], S)
                if theirs != row.base[field] and theirs != widget.fingerprint(row.values[field], S):
                    row.errors[field] = _("Somebody else changed this to %s meanwhile. Save again to keep your value.", widget.text(stored[field], S))
                    row.base[field] = theirs
                    row.editing = clashing = True
        if clashing:
            raise UserError(_("Somebody else changed the same line while you were editing it."), code="web.conflict", field=name)

    def accept_theirs(self, names: Iterable[str]) -> None:
        """Settle a conflict: drop my value of these fields, and continue from the stored version."""
        fresh = FormState.of_record(self.view, self.record)
        for name in names:
            self.changed.discard(name)
            self.values[name] = fresh.values[name]
            self.base.pop(name, None)
        self.take_stored_version()

    def take_stored_version(self) -> None:
        fresh = FormState.of_record(self.view, self.record)
        self.base = {name: fresh._fingerprint(name) for name in self.base}
        self.version = self.stored_version

    @property
    def is_dirty(self) -> bool:
        return bool(self.changed)


def read_rows(sublist: Any, lines: Any) -> list[Row]:
    return [Row(str(line.id), line.id, StoredValues(sublist, line)) for line in lines]


def _comes_after(row: Row, other: Row) -> bool:
    """Whether a line stands behind another with the same number: lines are created in the order of the page."""
    return row.id is None or other.id is not None and row.id > other.id


def read_values(view: Any, records: Any) -> list[dict]:
    """The values of a list page, row by row; read column by column, only what the page shows or decides by."""
    names = view.page_fields()
    columns = [view.widgets[name].read_many(records) for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)] if names else [{} for _ in records]


def empty_values(view: Any) -> dict:
    return {name: widget.from_wire(False) for name, widget in view.widgets.items()}


def record_version(record: Any) -> str:
    """What the page remembers to notice that somebody else saved in between."""
    if "write_date" not in record._fields:
        return ""
    moment = record.sudo().write_date
    return moment.isoformat() if moment else ""


def _onchange_value(widget: Any, current: Any, wire: Any) -> Any:
    """The new value of a field from an onchange's answer; x2many tags come as commands against the current ones."""
    if widget.node.type not in ("one2many", "many2many"):
        return widget.from_wire(wire)
    pairs = dict(current or ())
    for command in wire or ():
        code, key = command[0], command[1] if len(command) > 1 else None
        details = command[2] if len(command) > 2 and isinstance(command[2], dict) else {}
        if code in (1, 4) and isinstance(key, int):
            pairs[key] = details.get("display_name") or pairs.get(key, "")
        elif code in (2, 3):
            pairs.pop(key, None)
        elif code == 5:
            pairs.clear()
        elif code == 6:
            pairs = {identifier: pairs.get(identifier, "") for identifier in command[2]}
    return list(pairs.items())


#: What one field takes from a form. More is a mistake of the clipboard.
_MOST_CHARACTERS = {"char": 10_000, "text": 1_000_000, "html": 1_000_000}


def _is_too_long(widget: Any, text: Any) -> bool:
    return isinstance(text, str) and len(text) > _MOST_CHARACTERS.get(widget.node.type, len(text))


def refusal_text(kind: str, widget: Any) -> str:
    formats = widget.formats
    texts = {
        "number": _("This is not a number. Write it like %s.", formats.number(1234.5, 2)),
        "integer": _("Please write a whole number."),
        "date": _("This is not a date. Write it like %s.", formats.date_hint),
        "datetime": _("This is not a date and time. Write it like %s.", f"{formats.date_hint} 14:30"),
        "choice": _("Please choose one of the list."),
        "unknown": _("Nothing with this name was found. Choose from the list."),
        "ambiguous": _("Several entries have this name. Choose from the list."),
    }
    return texts.get(kind, kind)

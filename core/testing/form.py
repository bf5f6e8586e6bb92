"""``Form``: edit a record in a test the way the web client does.

A form shows what its view shows: only the fields of the view can be touched, invisible and readonly ones cannot be
written, required ones must be filled, and each edit runs the onchange. Nothing is saved before ``save``::

    with Form(env["sale.order"]) as order:
        order.partner_id = partner
        with order.order_line.new() as line:
            line.product_id = product
            line.product_uom_qty = 5
"""

from __future__ import annotations

import datetime
import itertools
import logging
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from lxml import etree

from core.base.expression import compile_expression
from core.orm.commands import Command

_logger = logging.getLogger(__name__)

_SUBVIEW_TAGS = {"list": "list", "tree": "list", "form": "form", "kanban": "kanban"}
_MODIFIERS = ("invisible", "readonly", "required")
LINE_LEVELS = 2
"""Lines of lines can be edited; what is below is only known by its ids (a company's form holds companies)."""
_virtual_ids = itertools.count(1)


# The view


class _Modifier:
    """The condition of a modifier: each place where the field stands has its own, and one without is enough."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        self.places: list[tuple[str, ...]] = []

    def add(self, sources: Iterable[str | None]) -> None:
        self.places.append(tuple(source for source in sources if source))

    def holds(self, names: Any) -> bool:
        return bool(self.places) and all(any(names.test(source) for source in place) for place in self.places)

    def __str__(self) -> str:
        return " and ".join(" or ".join(place) or "False" for place in self.places)


class _ViewField:
    """A field of the view, with its modifiers and – for lines – the views of its lines."""

    def __init__(self, field: Any) -> None:
        self.field = field
        self.name: str = field.name
        self.type: str = field.type
        self.modifiers = {name: _Modifier() for name in _MODIFIERS}
        self.force_save = False
        self.context = "{}"
        self.list_view: _View | None = None
        self.edit_view: _View | None = None

    def spec(self) -> dict[str, Any]:
        if self.type not in ("one2many", "many2many"):
            return {}
        fields: dict[str, Any] = {}
        for view in (self.list_view, self.edit_view):
            if view is not None:
                fields.update(view.spec())
        return {"fields": fields}


class _View:
    """What a form or list shows of a model."""

    def __init__(self, model: Any, arch: Any, level: int = LINE_LEVELS) -> None:
        self.model = model
        self.level = level
        self.fields: dict[str, _ViewField] = {}
        for node in _own_field_nodes(arch):
            self._add(node, arch)
        self.fields.pop("id", None)

    def spec(self) -> dict[str, Any]:
        return {name: view_field.spec() for name, view_field in self.fields.items()}

    def _add(self, node: Any, root: Any) -> None:
        name = node.get("name")
        field = self.model._fields.get(name)
        if field is None:
            raise AssertionError(f"The view of {self.model._name} shows {name!r}, which the model does not have.")
        known = self.fields.get(name)
        view_field = known or _ViewField(field)
        self.fields[name] = view_field
        ancestors = [parent.get("invisible") for parent in _ancestors_below(node, root)]
        column = node.get("column_invisible")
        view_field.modifiers["invisible"].add([node.get("invisible"), column, *ancestors])
        view_field.modifiers["readonly"].add([node.get("readonly", "True" if field.readonly else None)])
        view_field.modifiers["required"].add([node.get("required", "True" if field.required else None)])
        view_field.force_save = view_field.force_save or node.get("force_save", "0") not in ("0", "False", "false")
        if node.get("context"):
            view_field.context = node.get("context")
        if field.type in ("one2many", "many2many") and view_field.edit_view is None:
            self._add_subviews(view_field, node)

    def _add_subviews(self, view_field: _ViewField, node: Any) -> None:
        comodel = self.model.env[view_field.field.comodel_name]
        if view_field.type == "many2many" or not self.level:
            return
        below = self.level - 1
        inline = {_SUBVIEW_TAGS[child.tag]: child for child in node if child.tag in _SUBVIEW_TAGS}
        if "list" not in inline and "kanban" not in inline and "form" not in inline:
            inline["list"] = _load_arch(comodel, None, "list")
        lines = inline.get("list")
        if lines is not None:
            view_field.list_view = _View(comodel, lines, below)
        if lines is not None and lines.get("editable"):
            view_field.edit_view = view_field.list_view
        else:
            form = inline.get("form")
            form = form if form is not None else _load_arch(comodel, None, "form")
            view_field.edit_view = _View(comodel, form, below)


def _own_field_nodes(arch: Any) -> Iterator[Any]:
    """The field nodes of the view itself, not those of the views of its lines."""
    for node in arch.iter("field"):
        if not any(parent.tag == "field" for parent in _ancestors_below(node, arch)):
            yield node


def _ancestors_below(node: Any, root: Any) -> Iterator[Any]:
    for parent in node.iterancestors():
        if parent is root:
            return
        yield parent


def _load_arch(model: Any, view_id: int | None, view_type: str) -> Any:
    found = model.get_views([(view_id or False, view_type)])["views"][view_type]["arch"]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(found.encode() if isinstance(found, str) else found, parser)


def _view_id(env: Any, view: Any) -> int | None:
    if view is None or isinstance(view, int):
        return view
    if isinstance(view, str):
        return env.ref(view).id
    return view.id


class _Names:
    """The names that modifiers and contexts of a form can mention."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def test(self, source: str) -> bool:
        return bool(self.evaluate(source))

    def evaluate(self, source: str) -> Any:
        expression = compile_expression(source.strip())
        return expression.evaluate({name: self.lookup(name) for name in expression.names})

    def lookup(self, name: str) -> Any:
        form = self.form
        env = form._env
        if name in form._values or name in form._model._fields:
            return form._plain(name)
        if name == "parent" and form._parent is not None:
            return _ParentValues(form._parent)
        known = {
            "context": dict(env.context), "uid": env.uid, "id": form._record.id, "active_id": form._record.id,
            "active_model": form._model._name, "active_ids": form._record.ids, "current_date": str(datetime.date.today()),
            "allowed_company_ids": env.companies.ids, "current_company_id": env.company.id,
            "true": True, "false": False, "company_id": env.company.id,
        }
        if name in known:
            return known[name]
        from core.tools import safe_eval
        tools = {"time": safe_eval.time, "datetime": safe_eval.datetime, "relativedelta": getattr(
            getattr(safe_eval, "dateutil", None), "relativedelta", None), "context_today": datetime.date.today}
        if tools.get(name) is not None:
            return tools[name]
        raise NameError(f"A modifier in the view of {form._model._name} mentions {name!r}, which the form does not have.")


class _ParentValues:
    """``parent`` in the modifiers of a line."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self.form._plain(name) if name != "id" else self.form._record.id


# Values of x2many fields


class _Line:
    """A line of a one2many: saved (``id`` is an int) or new (a virtual id)."""

    __slots__ = ("id", "values", "changed", "linked")

    def __init__(self, id_: Any, values: dict[str, Any], linked: bool = False) -> None:
        self.id = id_
        self.values = values
        self.changed: set[str] = set()
        self.linked = linked

    @property
    def is_new(self) -> bool:
        return not isinstance(self.id, int)


class _Lines:
    """The lines of a one2many as the form holds them."""

    def __init__(self, view_field: _ViewField, rows: Iterable[Mapping[str, Any]] = ()) -> None:
        self.view_field = view_field
        self.view_fields: dict[str, _ViewField] = {}
        for view in (view_field.list_view, view_field.edit_view):
            if view is not None:
                self.view_fields.update(view.fields)
        self.lines = [_Line(row["id"], self._values(row)) for row in rows]
        self.removed: list[int] = []
        self.unlinked: list[int] = []

    def _values(self, row: Mapping[str, Any]) -> dict[str, Any]:
        values = {name: _from_read(view_field, row.get(name, False)) for name, view_field in self.view_fields.items()}
        return values

    @property
    def ids(self) -> list[Any]:
        return [line.id for line in self.lines]

    def is_changed(self) -> bool:
        return bool(self.removed or self.unlinked) or any(line.is_new or line.changed or line.linked for line in self.lines)

    def apply(self, commands: Iterable[Any]) -> None:
        """Take over what an onchange did to the lines."""
        for command in commands:
            code, id_ = command[0], command[1] if len(command) > 1 else None
            if code == Command.CREATE:
                line = _Line(id_ or f"virtual_{next(_virtual_ids)}", self._values(command[2]))
                line.changed.update(command[2])
                self.lines.append(line)
            elif code == Command.UPDATE:
                self._update(id_, command[2])
            elif code in (Command.DELETE, Command.UNLINK):
                self.remove(id_, unlink=code == Command.UNLINK)
            elif code == Command.LINK:
                values = command[2] if len(command) > 2 and command[2] else {}
                self.lines.append(_Line(id_, self._values(values), linked=True))
            else:
                kept = set(command[2]) if code == Command.SET else set()
                for line in list(self.lines):
                    if line.id not in kept:
                        self.remove(line.id)

    def _update(self, id_: Any, values: Mapping[str, Any]) -> None:
        line = next(line for line in self.lines if line.id == id_)
        for name, value in values.items():
            view_field = self.view_fields.get(name)
            if view_field is not None:
                line.values[name] = _applied(view_field, line.values.get(name), value)
                line.changed.add(name)

    def remove(self, id_: Any, unlink: bool = False) -> None:
        self.lines = [line for line in self.lines if line.id != id_]
        if isinstance(id_, int):
            (self.unlinked if unlink else self.removed).append(id_)

    def commands(self, readonly: Any = None) -> list[tuple]:
        """The commands that bring the lines about; ``readonly(line, name)`` tells which values are not sent."""
        result: list[tuple] = [(Command.DELETE, id_, 0) for id_ in self.removed]
        result += [(Command.UNLINK, id_, 0) for id_ in self.unlinked]
        for line in self.lines:
            if line.is_new:
                result.append((Command.CREATE, line.id, self._sent(line, self.view_fields, readonly)))
                continue
            if line.linked:
                result.append((Command.LINK, line.id, 0))
            values = self._sent(line, line.changed, readonly)
            if values:
                result.append((Command.UPDATE, line.id, values))
        return result

    def _sent(self, line: _Line, names: Iterable[str], readonly: Any) -> dict[str, Any]:
        values = {}
        for name in names:
            if name not in self.view_fields or (readonly is not None and readonly(line, name)):
                continue
            values[name] = _to_write(line.values.get(name, False))
        return values


class _Links:
    """The ids of a many2many as the form holds them."""

    def __init__(self, rows: Iterable[Any] = ()) -> None:
        self.ids: list[int] = [row["id"] if isinstance(row, Mapping) else row for row in rows]
        self.original = list(self.ids)

    def apply(self, commands: Iterable[Any]) -> None:
        for command in commands:
            if not isinstance(command, list | tuple):
                self.ids.append(command)
            elif command[0] == Command.LINK:
                if command[1] not in self.ids:
                    self.ids.append(command[1])
            elif command[0] in (Command.UNLINK, Command.DELETE):
                self.ids = [id_ for id_ in self.ids if id_ != command[1]]
            elif command[0] == Command.CLEAR:
                self.ids = []
            elif command[0] == Command.SET:
                self.ids = list(command[2])

    def is_changed(self) -> bool:
        return self.ids != self.original

    def commands(self, readonly: Any = None) -> list[tuple]:
        return [(Command.SET, 0, list(self.ids))]


def _from_read(view_field: _ViewField, value: Any) -> Any:
    """A value of ``web_read`` in the form's own form."""
    if view_field.type == "one2many":
        if value and isinstance(value[0], list | tuple):
            lines = _Lines(view_field)
            lines.apply(value)
            return lines
        return _Lines(view_field, value or ())
    if view_field.type == "many2many":
        links = _Links()
        if value and isinstance(value[0], list | tuple):
            links.apply(value)
        else:
            links = _Links(value or ())
        return links
    if view_field.type in ("many2one", "many2one_reference") and isinstance(value, Mapping):
        return value.get("id", False)
    return value


def _applied(view_field: _ViewField, old: Any, value: Any) -> Any:
    """A field's value after an onchange answered ``value``."""
    if isinstance(old, _Lines | _Links):
        old.apply(value or [])
        return old
    return _from_read(view_field, value)


def _to_write(value: Any) -> Any:
    return value.commands() if isinstance(value, _Lines | _Links) else value


# The form


class Form:
    """A form on ``record`` (a record to edit, or an empty recordset to create one).

    :param view: external id, id or record of the form view; default is the model's form view
    """

    def __init__(self, record: Any, view: Any = None) -> None:
        assert len(record) <= 1, f"A form shows one record at a time, got {record!r}."
        view_id = _view_id(record.env, view)
        self._start(record, _View(record, _load_arch(record, view_id, "form")), None)
        if record:
            self._read()
        else:
            self._fill_defaults()

    @classmethod
    def from_action(cls, env: Any, action: Mapping[str, Any]) -> Form:
        """The form that an action opens."""
        from core.tools.safe_eval import safe_eval
        context = action.get("context", {})
        if isinstance(context, str):
            context = safe_eval(context, {"active_id": False, **env.context})
        record = env[action["res_model"]].with_context(**context).browse(action.get("res_id") or ())
        view = next((view[0] for view in action.get("views") or () if view[1] == "form"), None)
        return cls(record, view or action.get("view_id") and action["view_id"][0] or None)

    def _start(self, record: Any, view: _View, parent: Form | None) -> None:
        attributes = {
            "_record": record, "_model": record.browse(), "_env": record.env, "_view": view, "_parent": parent,
            "_values": {}, "_changed": set(), "_names": _Names(self),
        }
        for name, value in attributes.items():
            object.__setattr__(self, name, value)

    def _read(self) -> None:
        row = self._record.web_read(self._view.spec())[0]
        self._take(row)
        self._changed.clear()

    def _take(self, row: Mapping[str, Any]) -> None:
        for name, view_field in self._view.fields.items():
            self._values[name] = _from_read(view_field, row.get(name, False))

    def _fill_defaults(self) -> None:
        for name, view_field in self._view.fields.items():
            self._values[name] = _from_read(view_field, False)
        self._onchange([], self._context_values())

    # Reading and writing fields

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "id":
            return self._record.id
        view_field = self._field(name)
        value = self._values[name]
        if view_field.type == "many2one":
            return self._env[view_field.field.comodel_name].browse(value or ())
        if view_field.type == "one2many":
            return O2MProxy(self, view_field)
        if view_field.type == "many2many":
            return M2MProxy(self, view_field)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        view_field = self._field(name)
        self._check_writable(view_field)
        if view_field.type == "one2many":
            raise AssertionError(f"Can't set the one2many {name!r}: use {name}.new(), .edit() and .remove().")
        if view_field.type == "many2many":
            M2MProxy(self, view_field).set(value)
            return
        self._values[name] = self._checked(view_field, value)
        self._edited(name)

    def _field(self, name: str) -> _ViewField:
        view_field = self._view.fields.get(name)
        if view_field is None:
            raise AssertionError(f"{name!r} was not found in the view of {self._model._name}")
        return view_field

    def _checked(self, view_field: _ViewField, value: Any) -> Any:
        if view_field.type == "many2one":
            if value and value._name != view_field.field.comodel_name:
                raise AssertionError(f"{view_field.name} takes a record of {view_field.field.comodel_name}, not {value!r}.")
            return value.id if value else False
        if value is None:
            return False
        if view_field.type == "selection" and value:
            keys = [key for key, _label in view_field.field._description_selection(self._env)] \
                if hasattr(view_field.field, "_description_selection") else [value]
            assert value in keys, f"{value!r} is no option of {view_field.name}: {keys}"
        if view_field.type in ("date", "datetime") and isinstance(value, str):
            return view_field.field.convert_to_cache(value, self._model)
        if view_field.type in ("integer", "float", "monetary") and value is False:
            return 0
        return value

    def _check_writable(self, view_field: _ViewField) -> None:
        name = view_field.name
        if self._is(name, "readonly") and not view_field.force_save:
            raise AssertionError(f"can't write on readonly field {name!r}")
        if self._is(name, "invisible"):
            raise AssertionError(f"can't write on invisible field {name!r}")

    def _is(self, name: str, modifier: str) -> bool:
        return self._view.fields[name].modifiers[modifier].holds(self._names)

    def _plain(self, name: str) -> Any:
        """A value as modifiers see it: relations are ids."""
        if name not in self._values:
            value: Any = self._record[name] if self._record else False
            if hasattr(value, "_ids"):
                value = value.id if self._model._fields[name].type == "many2one" else value.ids
            return value
        value = self._values[name]
        return value.ids if isinstance(value, _Lines | _Links) else value

    def _edited(self, name: str) -> None:
        self._changed.add(name)
        self._onchange([name])

    # Onchange

    def _onchange(self, names: list[str], values: dict[str, Any] | None = None) -> None:
        answer = self._record.onchange(self._form_values() if values is None else values, names, self._view.spec())
        warning = answer.get("warning")
        if warning:
            _logger.getChild("onchange").warning("%s: %s", warning.get("title"), warning.get("message"))
        for name, value in answer.get("value", {}).items():
            view_field = self._view.fields.get(name)
            if view_field is not None:
                self._values[name] = _applied(view_field, self._values.get(name), value)
                self._changed.add(name)

    def _form_values(self) -> dict[str, Any]:
        """All values of the form, as ``onchange`` takes them."""
        values = {name: _to_write(value) for name, value in self._values.items()
                  if not (self._record and isinstance(value, _Lines | _Links) and not value.is_changed())}
        return {**values, **self._context_values()}

    def _context_values(self) -> dict[str, Any]:
        """Values that the form has from its surroundings (the parent of a line)."""
        return {}

    # Saving

    def save(self) -> Any:
        """Create or write the record; the form then shows what was saved."""
        values = self._values_to_save()
        record = self._record
        if not record or values:
            rows = record.web_save(values, self._view.spec())
            object.__setattr__(self, "_record", record.browse(rows[0]["id"]))
            self._take(rows[0])
        self._changed.clear()
        return self._record

    @property
    def record(self) -> Any:
        """The record the form shows, as it is saved."""
        assert not self._changed or self._record, "The form has unsaved changes."
        return self._record

    def _values_to_save(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, view_field in self._view.fields.items():
            value = self._values[name]
            self._check_required(view_field, value)
            if not self._is_sent(name, view_field, value):
                continue
            values[name] = value.commands(self._line_readonly(view_field)) if isinstance(value, _Lines) \
                else _to_write(value)
        return values

    def _is_sent(self, name: str, view_field: _ViewField, value: Any) -> bool:
        if not view_field.force_save and self._is(name, "readonly"):
            return False
        if isinstance(value, _Lines | _Links):
            return value.is_changed() or (not self._record and isinstance(value, _Links))
        return not self._record or name in self._changed

    def _check_required(self, view_field: _ViewField, value: Any) -> None:
        name = view_field.name
        if view_field.type == "boolean" or not self._is_empty(value):
            return
        if self._is(name, "required") and not self._is(name, "invisible"):
            raise AssertionError(f"{name} is a required field ({view_field.modifiers['required']})")

    @staticmethod
    def _is_empty(value: Any) -> bool:
        if isinstance(value, _Lines | _Links):
            return not value.ids
        return value is False or value is None  # an empty text is a text that was entered: the model decides

    def _line_readonly(self, view_field: _ViewField) -> Any:
        """Tells which values of a line are not sent because they are readonly there."""
        proxy = O2MProxy(self, view_field)

        def readonly(line: _Line, name: str) -> bool:
            form = proxy._form_of(line)
            sub_field = form._view.fields.get(name)
            if sub_field is None:
                view = view_field.list_view
                sub_field = view.fields.get(name) if view is not None else None
            if sub_field is None or sub_field.force_save:
                return False
            return sub_field.modifiers["readonly"].holds(form._names)

        return readonly

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if kind is None:
            self.save()


class O2MForm(Form):
    """The form of one line; saving it puts the line into the parent form."""

    def __init__(self, proxy: O2MProxy, line: _Line | None) -> None:
        parent, view_field = proxy._form, proxy._view_field
        assert view_field.edit_view is not None
        comodel = proxy._comodel()
        saved = line is not None and not line.is_new
        record = comodel.browse(line.id) if saved and line is not None else comodel
        self._start(record, view_field.edit_view, parent)
        object.__setattr__(self, "_proxy", proxy)
        object.__setattr__(self, "_line", line)
        if line is None:
            self._fill_defaults()
        else:
            self._values.update(_copied(line.values))
            self._changed.update(line.changed)
            for name, sub_field in self._view.fields.items():
                self._values.setdefault(name, _from_read(sub_field, False))

    def _context_values(self) -> dict[str, Any]:
        inverse = self._proxy._view_field.field.inverse_name
        if not inverse:
            return {}
        parent = self._parent
        own = self._proxy._view_field.name
        values = {name: value for name, value in parent._form_values().items() if name != own}
        return {inverse: {**values, "id": parent._record.id}}

    def save(self) -> Any:
        """Check the line and put it into the parent form, which runs its onchange."""
        for name, view_field in self._view.fields.items():
            self._check_required(view_field, self._values[name])
        lines: _Lines = self._proxy._lines()
        line = self._line
        if line is None:
            line = _Line(f"virtual_{next(_virtual_ids)}", lines._values({}))
            object.__setattr__(self, "_line", line)
            lines.lines.append(line)
        line.values.update(self._values)
        line.changed.update(self._changed)
        self._parent._edited(self._proxy._view_field.name)
        return None


def _copied(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a line, so that an abandoned edit leaves it alone."""
    import copy
    return {name: _copy_lines(value, copy) for name, value in values.items()}


def _copy_lines(value: Any, copy: Any) -> Any:
    if isinstance(value, _Links):
        links = _Links(value.ids)
        links.original = list(value.original)
        return links
    if isinstance(value, _Lines):
        lines = copy.copy(value)
        lines.lines = [copy.copy(line) for line in value.lines]
        lines.removed, lines.unlinked = list(value.removed), list(value.unlinked)
        return lines
    return value


class O2MProxy:
    """A one2many of a form."""

    def __init__(self, form: Form, view_field: _ViewField) -> None:
        self._form = form
        self._view_field = view_field

    def _lines(self) -> _Lines:
        return self._form._values[self._view_field.name]

    def _comodel(self) -> Any:
        env = self._form._env
        context = self._form._names.evaluate(self._view_field.context)
        return env[self._view_field.field.comodel_name].with_context(**context)

    def _form_of(self, line: _Line) -> O2MForm:
        return O2MForm(self, line)

    def __len__(self) -> int:
        return len(self._lines().lines)

    @property
    def ids(self) -> list[Any]:
        return self._lines().ids

    @property
    def _records(self) -> list[dict[str, Any]]:
        """The values of all lines, to look at."""
        return [line.values for line in self._lines().lines]

    def __getitem__(self, index: int) -> dict[str, Any]:
        """The values of a line, to look at."""
        return self._lines().lines[index].values

    def __iter__(self) -> Iterator[O2MForm]:
        return iter([self.edit(index) for index in range(len(self))])

    def new(self) -> O2MForm:
        """A form for a new line, filled with its defaults."""
        self._form._check_writable(self._view_field)
        return O2MForm(self, None)

    def edit(self, index: int) -> O2MForm:
        """A form on the line at ``index``."""
        self._form._check_writable(self._view_field)
        return O2MForm(self, self._lines().lines[index])

    def remove(self, index: int) -> None:
        """Remove the line at ``index``."""
        self._form._check_writable(self._view_field)
        lines = self._lines()
        lines.remove(lines.lines[index].id)
        self._form._edited(self._view_field.name)


class M2MProxy:
    """A many2many of a form: a sequence of records."""

    def __init__(self, form: Form, view_field: _ViewField) -> None:
        self._form = form
        self._view_field = view_field

    def _links(self) -> _Links:
        return self._form._values[self._view_field.name]

    def _records(self) -> Any:
        return self._form._env[self._view_field.field.comodel_name].browse(tuple(self._links().ids))

    def __len__(self) -> int:
        return len(self._links().ids)

    def __getitem__(self, index: Any) -> Any:
        return self._records()[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._records())

    def __bool__(self) -> bool:
        return bool(self._links().ids)

    @property
    def ids(self) -> list[int]:
        return list(self._links().ids)

    def add(self, record: Any) -> None:
        """Link a record."""
        self._check_model(record)
        links = self._links()
        new = [id_ for id_ in record.ids if id_ not in links.ids]
        self._change([*links.ids, *new])

    def remove(self, id: int | None = None, index: int | None = None) -> None:
        """Unlink the record with ``id``, or the one at ``index``."""
        assert (id is None) != (index is None), "Give either id or index."
        ids = list(self._links().ids)
        if id is None:
            assert index is not None
            del ids[index]
        else:
            ids.remove(id)
        self._change(ids)

    def set(self, records: Any) -> None:
        """Link these records and no others."""
        if records:
            self._check_model(records)
        self._change(list(records.ids) if records else [])

    def clear(self) -> None:
        """Unlink all."""
        self._change([])

    def _check_model(self, records: Any) -> None:
        expected = self._view_field.field.comodel_name
        assert records._name == expected, f"{self._view_field.name} takes records of {expected}, not {records!r}."

    def _change(self, ids: list[int]) -> None:
        self._form._check_writable(self._view_field)
        links = self._links()
        if ids != links.ids:
            links.ids = ids
            self._form._edited(self._view_field.name)

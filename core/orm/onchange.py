"""Onchange: what editing a field does to the other fields of a form, before anything is saved.

The edited record is rebuilt in memory as a new record that stands for the saved one. The edited fields are assigned,
which marks computed fields; then the onchange methods run, and again for the fields they changed. The answer is the
difference between two snapshots, in the form ``web_read`` returns, with x2many fields as commands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from core.orm.commands import Command
from core.orm.conditions import X2MANY_TYPES
from core.orm.webapi import Specification

_MAX_ROUNDS = 50


class OnchangeMixin:
    """The part of a model that serves forms being edited."""

    __slots__ = ()

    env: Any
    _name: str
    _fields: dict[str, Any]
    _ids: tuple

    def onchange(self, values: Mapping[str, Any], field_names: Sequence[str], fields_spec: Specification) -> dict[str, Any]:
        """Consequences of editing ``field_names`` on a form.

        :param values: what the form holds, x2many fields as commands; the many2one of a line to the form that holds
            it may be a dict of that form's values
        :param field_names: the edited fields; none for a new form, which is answered with its default values
        :param fields_spec: the fields of the form, as for ``web_read``
        :return: ``{"value": {field: value}}``, and ``"warning": {"title", "message", "type"}`` if there is one
        """
        unknown = [name for name in field_names if name not in self._fields]
        if unknown:
            raise ValueError(f"Onchange on {self._name}: unknown field {unknown[0]!r}.")
        known = {name: value for name, value in values.items() if name in self._fields and name != "id"}
        with _forgetting_new_records(self.env.transaction):
            return self._onchange_answer(known, list(field_names), fields_spec)

    @property
    def _onchange_methods(self) -> dict[str, list[Any]]:
        """Field name → its onchange methods."""
        return onchange_methods(type(self))

    def _get_fields_spec(self) -> Specification:
        """A specification, as ``onchange`` takes it, of every field of the model."""
        kinds: dict[str, Any] = {**dict.fromkeys(X2MANY_TYPES, {"fields": {}}), "many2one": {"fields": {"display_name": {}}}}
        return {name: kinds.get(field.type, {}) for name, field in self._fields.items()}

    def _onchange_answer(self, values: dict[str, Any], names: list[str], spec: Specification) -> dict[str, Any]:
        first = not names
        record = self._form_record(values, spec, first, names)
        before = Snapshot(record, spec, fetch=not first)
        if first:
            names = list(spec)
        else:
            edited = {name: values[name] for name in names if name in values}
            _assign(record, edited)
            for name in edited:
                if name in before.spec:
                    before.take(name)  # the client knows what it sent: only what changes from here on is told
        result: dict[str, Any] = {}
        self._run_onchanges(record, names, before, spec, result)
        after = Snapshot(record, spec)
        result["value"] = after.difference(before, everything=first)
        return _finished(result)

    def _form_record(self, values: dict[str, Any], spec: Specification, first: bool, edited: Sequence[str]) -> Any:
        """The new record of the form, without the edits."""
        origin = self if self._ids else None
        if origin is not None:
            _read_along(origin, spec)
        if first:
            missing = [name for name in spec if name not in values and name in self._fields]
            defaults = self.default_get(missing)  # type: ignore[attr-defined]
            values = {**values, **{name: value for name, value in defaults.items() if name not in values}}
            for name in missing:
                field = self._fields[name]
                if name not in values and not field.compute and name != "id":
                    values[name] = False
        initial = {name: value for name, value in values.items() if name not in edited and not self._is_size(name, value)}
        return self.new(self._with_parents(initial), origin=origin)  # type: ignore[attr-defined]

    def _is_size(self, name: str, value: Any) -> bool:
        """Whether the form holds only the size of a file ("1.05 Kb"), as it was read: the content is the record's."""
        return self._fields[name].type == "binary" and isinstance(value, str) and " " in value

    def _with_parents(self, values: dict[str, Any]) -> dict[str, Any]:
        """``values`` with the dicts of a parent form's values made records."""
        result = dict(values)
        for name, value in values.items():
            field = self._fields[name]
            if field.type == "many2one" and isinstance(value, dict):
                result[name] = _parent_record(self.env[field.comodel_name], value)
        return result

    def _run_onchanges(self, record: Any, names: Sequence[str], before: Snapshot, spec: Specification,
                       result: dict[str, Any]) -> None:
        recursive = self.env.context.get("recursive_onchanges", True)
        todo = list(dict.fromkeys(names))
        done: set[str] = set()
        for _round in range(_MAX_ROUNDS):
            if not todo:
                return
            for name in todo:
                done.add(name)
                record._apply_onchange_methods(name, result)
            if not recursive:
                return
            todo = [name for name in spec if name not in done and name in self._fields
                    and before.has_changed(name, record)]

    def _apply_onchange_methods(self, field_name: str, result: dict[str, Any]) -> None:
        """Run the onchange methods of one field on ``self``; what they return is collected in ``result``."""
        for method in onchange_methods(type(self)).get(field_name, ()):
            answer = method(self)
            if not answer:
                continue
            if answer.get("value"):
                for name, value in answer["value"].items():
                    if name in self._fields and name != "id":
                        self[name] = value  # type: ignore[index]
            if answer.get("warning"):
                result.setdefault("warnings", []).append(answer["warning"])
            if answer.get("domain"):
                result.setdefault("domain", {}).update(answer["domain"])


@contextmanager
def _forgetting_new_records(transaction: Any) -> Iterator[None]:
    """Afterwards drop the new records made inside.

    New records standing for the same saved record are equal and share the cache: the next onchange on it would find
    the edits of this one.
    """
    before = {model: set(ids) for model, ids in transaction.new_records.items()}
    try:
        yield
    finally:
        for cache in (transaction.data, transaction.tocompute):
            for key, values in cache.items():
                model_name = (key[0] if type(key) is tuple else key).model_name
                kept = before.get(model_name, ())
                for id_ in [id_ for id_ in values if not id_ and id_ not in kept]:
                    del values[id_]
        for model, ids in transaction.new_records.items():
            kept = before.get(model, ())
            for id_ in [id_ for id_ in ids if id_ not in kept]:
                del ids[id_]


def onchange_methods(model_cls: type) -> dict[str, list[Any]]:
    """Field name → the methods decorated by ``@api.onchange`` on it."""
    methods = model_cls.__dict__.get("_onchange_methods_by_field")
    if methods is None:
        methods = {}
        for attribute in dir(model_cls):
            function = getattr(model_cls, attribute, None) if not attribute.startswith("__") else None
            names = _onchange_names(model_cls, attribute, function)
            for name in names:
                methods.setdefault(name, []).append(function)
        model_cls._onchange_methods_by_field = methods  # type: ignore[attr-defined]
    return methods


def _onchange_names(model_cls: type, attribute: str, function: Any) -> tuple[str, ...]:
    """The fields an onchange method reacts to; an override without decorator keeps those it overrides."""
    if not callable(function):
        return ()
    for cls in model_cls.__mro__:
        declared = cls.__dict__.get(attribute)
        names = getattr(declared, "_onchange", None)
        if names is not None:
            return tuple(names)
    return ()


def _read_along(records: Any, spec: Specification) -> None:
    """Bring what the form shows of saved records into the cache at once; in memory they are looked at one by one."""
    names = [name for name in spec if name in records._fields and records._fields[name].store and name != "id"]
    records.fetch(names)
    for name in names:
        lines_spec = (spec[name] or {}).get("fields")
        if lines_spec and records._fields[name].type in X2MANY_TYPES:
            lines = records[name]
            if lines:
                _read_along(lines, lines_spec)


def _assign(record: Any, values: Mapping[str, Any]) -> None:
    """Put the edits on the record, and mark what is computed from them."""
    prepared = record._with_parents(dict(values))
    for name, value in prepared.items():
        record[name] = value


def _parent_record(comodel: Any, values: Mapping[str, Any]) -> Any:
    id_ = values.get("id")
    rest = {name: value for name, value in values.items() if name != "id" and name in comodel._fields}
    origin = comodel.browse(id_) if id_ and isinstance(id_, int) else None
    return comodel.new(comodel._with_parents(rest), origin=origin)


def _finished(result: dict[str, Any]) -> dict[str, Any]:
    """``result`` with several warnings joined to one."""
    warnings = result.pop("warnings", None)
    if not warnings:
        return result
    distinct = list({(warning.get("title"), warning.get("message")): warning for warning in warnings}.values())
    if len(distinct) == 1:
        warning = distinct[0]
        result["warning"] = {"type": "dialog", **warning}
    else:
        message = "\n\n".join(f"{warning.get('title') or ''}\n\n{warning.get('message') or ''}" for warning in distinct)
        kind = "dialog" if any(warning.get("type", "dialog") == "dialog" for warning in distinct) else "notification"
        result["warning"] = {"title": "Warnings", "message": message, "type": kind}
    return result


class Snapshot:
    """The values of a record's fields (and of its lines) at one moment."""

    __slots__ = ("record", "spec", "values")

    def __init__(self, record: Any, spec: Specification, fetch: bool = True) -> None:
        self.record = record
        self.spec = {name: wanted for name, wanted in spec.items() if name in record._fields and name != "id"}
        self.values: dict[str, Any] = {}
        if fetch:
            for name in self.spec:
                self.take(name)

    def take(self, name: str) -> None:
        """Remember the present value of a field."""
        value = self.record[name]
        field = self.record._fields[name]
        if field.type in X2MANY_TYPES:
            sub_spec = (self.spec[name] or {}).get("fields") or {}
            self.values[name] = {line._ids[0]: Snapshot(line, sub_spec) for line in value}
        else:
            self.values[name] = value

    def has_changed(self, name: str, record: Any) -> bool:
        """Whether the field has another value now than in this snapshot."""
        if name not in self.values:
            return bool(record[name])
        value = record[name]
        if record._fields[name].type not in X2MANY_TYPES:
            return bool(self.values[name] != value)
        lines = self.values[name]
        if set(lines) != set(value._ids):
            return True
        return any(lines[line._ids[0]].changed_names(line) for line in value)

    def changed_names(self, record: Any) -> list[str]:
        return [name for name in self.spec if self.has_changed(name, record)]

    def difference(self, before: Snapshot, everything: bool = False) -> dict[str, Any]:
        """The fields that differ from ``before`` (or all), as the client takes them."""
        result: dict[str, Any] = {}
        for name, wanted in self.spec.items():
            value = self.values[name]
            field = self.record._fields[name]
            if field.type in X2MANY_TYPES:
                old = before.values.get(name, {}) if not everything else {}
                commands = self._commands(name, wanted or {}, old, value)
                if commands:
                    result[name] = commands
                elif everything:
                    result[name] = []
            elif everything or name not in before.values or before.values[name] != value:
                result[name] = web_value(self.record, name, wanted or {})
        return result

    def _commands(self, name: str, wanted: Mapping[str, Any], old: Mapping[Any, Snapshot],
                  new: Mapping[Any, Snapshot]) -> list[tuple]:
        commands: list[tuple] = []
        is_one2many = self.record._fields[name].type == "one2many"
        for id_ in old:
            if id_ not in new:
                commands.append(_removal(id_, is_one2many))
        for id_, line in new.items():
            commands.extend(self._line_commands(id_, line, old.get(id_)))
        return [command for command in commands if command]

    def _line_commands(self, id_: Any, line: Snapshot, old: Snapshot | None) -> Iterator[tuple]:
        real = id_ or getattr(id_, "origin", None)
        if old is None:
            if real:
                yield (Command.LINK, real, {"id": real, **line.difference(line, everything=True)})
                changed = line.changed_against_origin()
                if changed:
                    yield (Command.UPDATE, real, changed)
            else:
                yield (Command.CREATE, _virtual_id(id_), line.difference(line, everything=True))
            return
        changed = line.difference(old)
        if changed:
            yield (Command.UPDATE, real or _virtual_id(id_), changed)

    def changed_against_origin(self) -> dict[str, Any]:
        """What a line that stands for a saved one differs in from it."""
        origin = self.record._origin
        if not origin or self.record.id:
            return {}
        return self.difference(Snapshot(origin, {
            name: wanted for name, wanted in self.spec.items() if self.record._fields[name].type not in X2MANY_TYPES
        }))


def _removal(id_: Any, is_one2many: bool) -> tuple:
    real = id_ or getattr(id_, "origin", None)
    code = Command.DELETE if is_one2many else Command.UNLINK
    return (code, real or _virtual_id(id_), 0)


def _virtual_id(id_: Any) -> Any:
    """The name under which the client knows a line that is not saved."""
    return getattr(id_, "ref", None) or 0


def web_value(record: Any, name: str, wanted: Mapping[str, Any]) -> Any:
    """The value of a field of a record in memory, as ``web_read`` returns it."""
    field = record._fields[name]
    value = record[name]
    if field.type == "many2one":
        return _many2one_value(value, wanted.get("fields"))
    if field.type == "reference" and value:
        if wanted.get("fields") is None:
            return f"{value._name},{value.id}"
        return {"id": {"id": value.id, "model": value._name}, "display_name": value.sudo().display_name}
    if field.type == "properties":
        return field.convert_to_read(value, record)
    return field.convert_to_read(value, record, use_display_name=False)


def _many2one_value(value: Any, fields: Mapping[str, Any] | None) -> Any:
    if not value:
        return False
    id_ = value.id or value._origin.id
    if fields is None:
        return id_ or False
    if not id_:
        return False
    result: dict[str, Any] = {"id": id_}
    for name, wanted in fields.items():
        if name == "id":
            continue
        source = value.sudo() if name == "display_name" else value
        result[name] = [line.id for line in source[name]] if source._fields[name].type in X2MANY_TYPES \
            else web_value(source, name, wanted or {})
    return result


__all__ = ["OnchangeMixin", "Snapshot", "onchange_methods", "web_value"]

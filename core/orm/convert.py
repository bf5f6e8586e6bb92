"""Copies, defaults, descriptions, and the forms of records that leave or enter the program."""
from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Self

from core.orm import api, system
from core.orm.commands import Command


class ConvertMixin:
    """``copy``, ``default_get``, ``fields_get``, import and export."""

    __slots__ = ()

    env: Any
    _name: str
    _ids: tuple
    _fields: dict[str, Any]
    _inherits: Mapping[str, str]

    # -- defaults -----------------------------------------------------------------------------------------------------

    @api.model
    def default_get(self, fields_list: Sequence[str]) -> dict[str, Any]:
        """Default values of the named fields: from the context (``default_x``), the users' defaults, the fields."""
        env = self.env
        context = env.context
        user_defaults = system.user_defaults(env, self._name)
        defaults: dict[str, Any] = {}
        parents: dict[str, list[str]] = {}
        has_context_defaults = any(key.startswith("default_") for key in context)
        for name in fields_list:
            field = self._fields.get(name)
            if field is None:
                continue
            if has_context_defaults and (key := f"default_{name}") in context:
                defaults[name] = context[key]
                continue
            if user_defaults and name in user_defaults and not field.company_dependent:
                defaults[name] = user_defaults[name]
                continue
            if field.default:
                defaults[name] = field.default(self)
                continue
            if field.inherited:
                parents.setdefault(self._parent_model_of(field), []).append(field.name)
        for parent_name, names in parents.items():
            defaults.update(env[parent_name].default_get(names))
        return self._defaults_as_values(defaults)

    def _default_of(self, name: str) -> Any:
        """The default of one field; an extended ``default_get`` is asked for all fields at once, and once only."""
        if not type(self)._extends_default_get or f"default_{name}" in self.env.context:  # type: ignore[attr-defined]
            return self.default_get([name]).get(name)
        known = self.env._cached
        key = ("defaults", self._name)
        if key not in known:
            known[key] = {}  # what it computes on the way finds no defaults rather than itself
            known[key] = self.browse().default_get(list(type(self)._names_with_defaults))  # type: ignore[attr-defined]
        return known[key].get(name)

    def _parent_model_of(self, field: Any) -> str:
        return self._fields[field.related[0]].comodel_name

    def _defaults_as_values(self, defaults: dict[str, Any]) -> dict[str, Any]:
        for name, value in defaults.items():
            field = self._fields[name]
            if value.__class__ in (str, int, float, bool):
                continue
            if field.type in ("one2many", "many2many"):
                if hasattr(value, "_ids"):
                    defaults[name] = [Command.set(list(value._ids))]
            else:
                defaults[name] = field.value_to_write(value, self)
        return defaults

    # -- copying --------------------------------------------------------------------------------------------------------

    def copy_data(self, default: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Values that ``copy`` creates the duplicates with, one dictionary per record."""
        default = dict(default or {})
        return [record._copy_values(dict(default)) for record in self.with_context(active_test=False)]  # type: ignore[attr-defined]

    def _copy_values(self, values: dict[str, Any]) -> dict[str, Any]:
        seen = self.env.context.get("__copy_data_seen") or {}
        model_seen = set(seen.get(self._name, ()))
        if self._ids[0] in model_seen:
            return values
        record = self.with_context(__copy_data_seen={**seen, self._name: (*model_seen, self._ids[0])})  # type: ignore[attr-defined]
        if self._inherits:
            given = {link for parent, link in self._inherits.items() if link in values}
        else:
            given = set()
        for name, field in self._fields.items():
            if name in values or name == "id" or field.automatic or not field.copy:
                continue
            if field.inherited:
                if field.related[0] in given:
                    continue
            elif not field.store and not field.inverse:
                continue
            if name in self._inherits.values() or name == "parent_path":
                continue
            if field.type == "one2many":
                if field.store or field.inherited:
                    values[name] = [Command.create(line) for line in record[name].sorted("id").copy_data() if line]
            elif field.type == "many2many":
                values[name] = [Command.set(list(record[name]._ids))]
            else:
                values[name] = field.convert_to_write(record[name], record)
        return self._without_inverse_names(values)

    def _without_inverse_names(self, values: dict[str, Any]) -> dict[str, Any]:
        """The lines of a one2many point to the duplicate, not to the original."""
        for name, commands in values.items():
            field = self._fields.get(name)
            if field is not None and field.type == "one2many" and field.inverse_name and isinstance(commands, list):
                for command in commands:
                    if command[0] == Command.CREATE:
                        command[2].pop(field.inverse_name, None)
        return values

    def copy(self, default: Mapping[str, Any] | None = None) -> Self:
        """Duplicate the records; ``default`` overrides values."""
        vals_list = self.with_context(active_test=False).copy_data(default)  # type: ignore[attr-defined]
        new = self.create(vals_list)  # type: ignore[attr-defined]
        for old, record in zip(self, new, strict=True):  # type: ignore[call-overload]
            old.copy_translations(record, excluded=default or ())
        return new

    def copy_translations(self, new: Any, excluded: Collection[str] = ()) -> None:
        """Give a duplicate the translations of the original."""
        for link in self._inherits.values():
            if link not in excluded and new[link] != self[link]:  # type: ignore[index]
                self[link].copy_translations(new[link], excluded)  # type: ignore[index]
        names = [name for name, field in self._fields.items()
                 if field.translate and field.store and field.copy and name not in excluded]
        if not names:
            return
        env = self.env
        env.flush_fields({self._name: names})
        columns = ", ".join(f'"{name}"' for name in names)
        env.cr.run(f'SELECT {columns} FROM "{self._table}" WHERE id = %s', (self._ids[0],))  # type: ignore[attr-defined]
        row = env.cr.fetchone()
        for name, texts in zip(names, row or (), strict=False):
            own = new[name]
            for lang, text in (texts or {}).items():
                current = env.context.get("lang") or "en_US"
                if lang != current and text and self[name] == own:  # type: ignore[index]
                    new.with_context(lang=lang)[name] = text

    # -- descriptions -----------------------------------------------------------------------------------------------------

    @api.model
    def fields_get(self, allfields: Collection[str] | None = None,
                   attributes: Collection[str] | None = None) -> dict[str, dict[str, Any]]:
        """Descriptions of the fields the user may see: name → attributes."""
        env = self.env
        result = {}
        for name, field in self._fields.items():
            if allfields and name not in allfields:
                continue
            if field.groups and not field.is_accessible(env):
                continue
            description = field.get_description(env, attributes)
            if "readonly" in description and not env.su and not self.has_access("write") and not self.has_access("create"):  # type: ignore[attr-defined]
                description["readonly"] = True
            result[name] = description
        return result

    # -- import and export ------------------------------------------------------------------------------------------------

    @api.model
    def load(self, fields: Sequence[str], data: Sequence[Sequence[Any]]) -> dict[str, Any]:
        """Import a table; see the guide on importing. Returns {'ids': …, 'messages': …}."""
        return system.load(self, fields, data)

    def export_data(self, fields_to_export: Sequence[str]) -> dict[str, Any]:
        """{'datas': rows} with a column per (dotted, slashed) field."""
        return system.export_data(self, fields_to_export)

    # -- properties of fields in the database --------------------------------------------------------------------------------

    def update_field_translations(self, field_name: str, translations: Mapping[str, Any]) -> bool:
        """Set texts of a translated field: {lang: text}."""
        self.check_access("write")  # type: ignore[attr-defined]
        field = self._fields[field_name]
        for lang, text in translations.items():
            if isinstance(text, Mapping):
                for record in self.with_context(lang=lang):  # type: ignore[attr-defined]
                    value = str(record[field_name] or "")
                    for source, target in text.items():
                        value = value.replace(source, target)
                    record[field_name] = value
            elif field.translate:
                self.with_context(lang=lang).write({field_name: text})  # type: ignore[attr-defined]
        return True

    def get_field_translations(self, field_name: str, langs: Iterable[str] | None = None) -> tuple[list[dict], dict]:
        """([{lang, source, value}], {'translation_type', 'translation_show_source'}) for one record."""
        self.ensure_one()  # type: ignore[attr-defined]
        langs = list(langs or [code for code, _name in self.env["res.lang"].get_installed()])
        source = self.with_context(lang="en_US")[field_name] or ""  # type: ignore[attr-defined]
        values = [{"lang": lang, "source": source, "value": self.with_context(lang=lang)[field_name] or ""}  # type: ignore[attr-defined]
                  for lang in langs]
        field = self._fields[field_name]
        return values, {"translation_type": "char" if field.type == "char" else "text",
                        "translation_show_source": callable(field.translate)}

    def to_json(self) -> str:
        return json.dumps(self.read(), default=str)  # type: ignore[attr-defined]

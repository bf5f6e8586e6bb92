"""Fields with one value per company, kept in a jsonb column {company id: value}."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.orm.environment import Environment
from core.orm.fields.base import Field
from core.orm.ids import IdType

_classes: dict[type[Field], type[Field]] = {}


class CompanyDependentMixin:
    """Stores the value of the current company; a company without one of its own reads the default."""

    sql_type = "jsonb"

    def sa_type(self) -> Any:
        from sqlalchemy.dialects.postgresql import JSONB
        return JSONB()

    def fallback(self, model: Any) -> Any:
        """Cached form of the value for companies that have none."""
        from core.orm import system
        env = model.env
        memo = env._cached.setdefault("company_defaults", {})
        if self not in memo:
            value = system.company_default(env, self.model_name, self.name)  # type: ignore[attr-defined]
            memo[self] = self.null if value is None or value is False else self.convert_to_cache(  # type: ignore[attr-defined]
                value, model.browse(), validate=False)
        return memo[self]

    def empty_value(self, record: Any) -> Any:
        return self.fallback(record)

    def unsaved_value(self, record: Any) -> Any:
        patch = record.env.transaction.patches.get(self, {}).get(record._ids[0]) or {}  # type: ignore[call-overload]
        key = str(record.env.company.id)
        return self.convert_to_cache(patch[key], record, validate=False) if key in patch else self.fallback(record)  # type: ignore[attr-defined]

    def fill_from_column(self, env: Environment, ids: Sequence[int], values: Sequence[Any]) -> None:
        data = env.field_data(self)  # type: ignore[arg-type]
        fallback: Any = None
        loaded = False
        model = env[self.model_name]  # type: ignore[attr-defined]
        for id_, value in zip(ids, values, strict=False):
            if id_ in data:
                continue
            if value is None:
                if not loaded:
                    fallback, loaded = self.fallback(model), True
                data[id_] = fallback
            else:
                data[id_] = self.convert_to_cache(value, model, validate=False)  # type: ignore[attr-defined]

    def _after_update(self, env: Environment, ids: Sequence[IdType], cache_value: Any) -> None:
        real = [id_ for id_ in ids if id_]
        if not real:
            return
        key = str(env.company.id)
        value = self.json_value(cache_value)
        patches = env.transaction.patches.setdefault(self, {})  # type: ignore[arg-type]
        for id_ in real:
            patch = patches.get(id_) or {}  # type: ignore[arg-type]
            patch[key] = value
            patches[id_] = patch  # type: ignore[index]
        self.mark_dirty(env, real)  # type: ignore[attr-defined]

    def json_value(self, cache_value: Any) -> Any:
        value = super().convert_to_column(cache_value)  # type: ignore[misc]
        if value is None or isinstance(value, (bool, int, float, str, dict, list)):
            return value
        return str(value)


def company_dependent_class(cls: type[Field]) -> type[Field]:
    """The kind of field ``cls``, one value per company."""
    made = _classes.get(cls)
    if made is None:
        made = _classes[cls] = type(f"CompanyDependent{cls.__name__}", (CompanyDependentMixin, cls), {})
    return made

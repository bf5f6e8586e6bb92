"""Which addon declares which models and fields."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from core.orm.metamodel import MetaModel
from core.orm.registry import Registry


def declared(registry: Registry, modules: Collection[str]) -> dict[str, dict[str, list[str]]]:
    """module → {model name → names of the fields this addon gives it}.

    The first addon of a model gets the automatic and inherited fields too; an addon that adds a mixin gets the
    fields of the mixin.
    """
    result: dict[str, dict[str, list[str]]] = {}
    for module in modules:
        of_module = result[module] = {}
        for cls in MetaModel.module_to_models.get(module, ()):
            if cls._name in registry.models:
                fields = dict.fromkeys(of_module.get(cls._name, ()))
                fields.update(dict.fromkeys(_fields_of(registry, cls)))
                of_module[cls._name] = list(fields)
    return result


def _fields_of(registry: Registry, cls: Any) -> list[str]:
    model = registry.models[cls._name]
    definitions = registry._definitions[cls._name]
    own = [field.name for field in cls._field_definitions if field.name in model._fields]
    if definitions[0] is cls:
        elsewhere = {field.name for other in definitions[1:] for field in other._field_definitions}
        return [name for name in model._fields if name not in elsewhere or name in own]
    for parent in cls.__dict__.get("_inherit") or ():
        if parent != cls._name and parent in registry.models:
            own += [name for name in registry.models[parent]._fields if name not in own]
    return own


def touched_models(registry: Registry, modules: Collection[str]) -> list[str]:
    """Models the addons declare or extend, those that inherit one of them, and those that delegate to one."""
    classes = {cls for module in modules for cls in MetaModel.module_to_models.get(module, ())}
    touched = {name for name, model in registry.models.items() if not classes.isdisjoint(model.__mro__)}
    while True:
        delegating = {
            name
            for name, model in registry.models.items()
            if name not in touched and touched.intersection(model._inherits)
        }
        if not delegating:
            return sorted(touched)
        touched |= delegating


def owners(registry: Registry, model_name: str) -> list[str]:
    """The addons that declare or extend a model, in load order."""
    return list(dict.fromkeys(cls._module for cls in registry._definitions.get(model_name, ())))

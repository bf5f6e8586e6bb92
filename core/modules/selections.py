"""Values that addons add to selection fields of others (`selection_add`), when those addons go.

What happens to records holding such a value is the field's `ondelete`: 'set null' (the default), 'set default',
'set <value>', 'cascade', or a function of the records.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from core.orm.environment import Environment


class RemovedValue(NamedTuple):
    """A value only the removed addons know."""

    model: str
    field: str
    value: str
    policy: Any

    def records(self, env: Environment) -> Any:
        """The records that hold it."""
        model = env(su=True)[self.model].with_context(active_test=False)
        return model.search([(self.field, "=", self.value)])


def removed_values(
    env: Environment, modules: Collection[str], removed_models: Collection[str]
) -> list[RemovedValue]:
    """All values that go with the addons, of fields that stay."""
    found = []
    for name, model in env.registry.models.items():
        if name in removed_models or model._abstract:
            continue
        for field in model._fields.values():
            if field.type == "selection" and field.store and len(field._base_fields) > 1:
                policies = field.ondelete or {}
                found += [
                    RemovedValue(name, field.name, value, policies.get(value, "set null"))
                    for value in _only_known_to(field, modules)
                ]
    return found


def _only_known_to(field: Any, modules: Collection[str]) -> list[str]:
    """The values no remaining definition of the field names."""
    doomed: dict[str, None] = {}
    kept: set[str] = set()
    for definition in field._base_fields:
        for key in ("selection", "selection_add"):
            pairs = definition._args.get(key)
            values = [pair[0] for pair in pairs] if isinstance(pairs, (list, tuple)) else []
            if definition._module in modules:
                doomed.update(dict.fromkeys(values))
            else:
                kept.update(values)
    return [value for value in doomed if value not in kept]


def release(env: Environment, removed: RemovedValue) -> None:
    """Apply the policy to the records that hold the value."""
    records = removed.records(env)
    if not records:
        return
    if callable(removed.policy):
        removed.policy(records)
    elif removed.policy == "cascade":
        records.unlink()
    else:
        records.write({removed.field: _replacement(records, removed)})


def _replacement(records: Any, removed: RemovedValue) -> Any:
    if removed.policy == "set null":
        return False
    if removed.policy == "set default":
        return records.default_get([removed.field]).get(removed.field, False)
    return removed.policy.removeprefix("set ")

"""Computed fields: which fields depend on which, marking what a change makes stale, and recomputing in batches.

``registry.triggers[field]`` lists ``(path, dependents)``: when ``field`` changes on some records, the ``dependents``
of the records found by following ``path`` backwards are stale. A stale *stored* field is marked in
``transaction.tocompute`` and computed when somebody reads it, or at the next flush; a stale *non-stored* one just
leaves the cache.
"""
from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from core.base.errors import MissingError
from core.orm.environment import MAX_RECOMPUTE_ROUNDS, MISSING, Environment, Transaction
from core.orm.ids import IdType

if TYPE_CHECKING:
    from core.orm.fields.base import Field
    from core.orm.registry import Registry

_logger = logging.getLogger(__name__)

Triggers = tuple[tuple[tuple["Field", ...], tuple["Field", ...]], ...]


# -- the dependency graph -------------------------------------------------------------------------------------------

def build_triggers(registry: Registry) -> None:
    """Fill ``registry.triggers`` and ``registry.field_computed`` from the declared dependencies."""
    from core.base.errors import LoadError, Problem
    from core.orm.registry import field_problem

    triggers: dict[Field, dict[tuple[Field, ...], dict[Field, None]]] = {}
    problems: list[Problem] = []
    for model in registry.models.values():
        if model._abstract:
            continue  # a mixin may depend on fields that only its heirs have
        for field in model._fields.values():
            for dependency in field.depends:
                try:
                    for path, source in resolve_dependency(registry, field, dependency):
                        triggers.setdefault(source, {}).setdefault(path, {})[field] = None
                except KeyError as error:
                    if field.manual:
                        registry.custom_problems[model._name, field.name] = str(error.args[0])
                    else:
                        problems.append(field_problem(model, field, str(error.args[0])))
    if problems:
        raise LoadError(problems)
    registry.triggers = {
        source: tuple((path, tuple(dependents)) for path, dependents in paths.items())
        for source, paths in triggers.items()
    }
    registry.field_computed = _computed_together(registry)
    registry.feeds_stored = {}
    registry.dependents = {}
    _mark_recursive(registry)


def resolve_dependency(registry: Registry, field: Field, dependency: str) -> Iterable[tuple[tuple[Field, ...], Field]]:
    """All (path, source) that the dotted ``dependency`` of ``field`` makes a trigger of."""
    model = registry.models[field.model_name]
    path: tuple[Field, ...] = ()
    names = dependency.split(".")
    while names:
        name = names.pop(0)
        source = model._fields.get(name)
        if source is None:
            from core.orm.registry import suggest
            raise KeyError(f"Field {field} depends on {dependency!r}, but {model._name} has no field {name!r}."
                           + suggest(name, model._fields))
        if source._live_related and source is not field:
            names = [*source.related, *names]
            continue
        if source is field and not path and not names:
            continue
        yield path, source
        if source.type == "one2many" and source.inverse_name and source.store:
            comodel = registry.models[source.comodel_name]
            inverse = comodel._fields[source.inverse_name]
            yield (*path, source), inverse
            active = comodel._active_name
            if active and comodel._fields[active].store:
                yield (*path, source), comodel._fields[active]
        if names:
            if not source.comodel_name:
                raise KeyError(f"Field {field} depends on {dependency!r}, but {source} is not relational.")
            path = (*path, source)
            model = registry.models[source.comodel_name]


def _computed_together(registry: Registry) -> dict[Field, tuple[Field, ...]]:
    """For each computed field, the fields that its compute method assigns."""
    result: dict[Field, tuple[Field, ...]] = {}
    for model in registry.models.values():
        groups: dict[Any, list[Field]] = {}
        for field in model._fields.values():
            if not field.compute:
                continue
            if field.related:
                result[field] = (field,)
            else:
                groups.setdefault(field.compute, []).append(field)
        for fields in groups.values():
            for field in fields:
                result[field] = tuple(fields)
    return result


def _mark_recursive(registry: Registry) -> None:
    """Set ``recursive`` on fields that depend on themselves through a path of records."""
    for source, entries in registry.triggers.items():
        for path, dependents in entries:
            if path and source in dependents:
                source.recursive = True


def feeds_stored(registry: Registry, field: Field) -> bool:
    """Whether some stored field depends on ``field``, directly or through non-stored ones."""
    known = registry.feeds_stored.get(field)
    if known is None:
        seen: set[Field] = set()
        stack = [field]
        known = False
        while stack and not known:
            current = stack.pop()
            if current in seen:
                continue
            seen.add(current)
            for _path, dependents in registry.triggers.get(current, ()):
                for dependent in dependents:
                    if dependent.store:
                        known = True
                    else:
                        stack.append(dependent)
        registry.feeds_stored[field] = known
    return known


def triggers_of(registry: Registry, model_name: str, names: tuple[str, ...]) -> Triggers:
    """Triggers of several fields of a model, those with the same path together."""
    key = (model_name, names)
    found = registry.trigger_cache.get(key)
    if found is None:
        merged: dict[tuple[Field, ...], dict[Field, None]] = {}
        fields = registry.models[model_name]._fields
        for name in names:
            for path, dependents in registry.triggers.get(fields[name], ()):
                merged.setdefault(path, {}).update(dict.fromkeys(dependents))
        found = tuple((path, tuple(dependents)) for path, dependents in merged.items())
        registry.trigger_cache[key] = found
    return found


# -- marking --------------------------------------------------------------------------------------------------------

def modified(records: Any, names: Iterable[str], *, create: bool = False, before: bool = False) -> None:
    """Mark what depends on the fields ``names`` of ``records``.

    With ``before``, called while the old values are still there, so that what was reached through them is marked too.
    """
    if not records._ids:
        return
    env = records.env
    transaction = env.transaction
    names = names if type(names) is tuple else tuple(names)
    if not before:
        _touch(transaction, records._name, names, records._ids, create)
    propagate(env, triggers_of(env.registry, records._name, names), records._ids)


def _touch(transaction: Transaction, model_name: str, names: Sequence[str], ids: Iterable[IdType], create: bool) -> None:
    watched = transaction.registry.watched.get(model_name, MISSING)
    if watched is MISSING:
        return
    if create or watched is None or not watched.isdisjoint(names):
        if not transaction.touched:
            transaction.cr.precommit.add(transaction.before_commit_hooks)
        transaction.touched.setdefault(model_name, {}).update({id_: None for id_ in ids if id_})  # type: ignore[misc]


def propagate(env: Environment, triggers: Triggers, ids: Sequence[IdType]) -> None:
    if not triggers:
        return
    transaction = env.transaction
    registry = env.registry
    if not env.su:
        env = env(su=True)
    seen: dict[Field, set[IdType]] = {}
    stack: list[tuple[Triggers, Sequence[IdType]]] = [(triggers, ids)]
    steps: Steps = {}
    while stack:
        entries, ids = stack.pop()
        for path, dependents in entries:
            coarse = _needs_query(path) and not any(d.store or feeds_stored(registry, d) for d in dependents)
            if coarse:
                _forget_everywhere(env, path, dependents, ids)
                continue
            reached = follow_back(env, path, ids, steps=steps) if path else ids
            if not reached:
                continue
            for field in dependents:
                marked = mark(transaction, field, reached) if field.store \
                    else _forget(transaction, field, reached, seen)
                if marked:
                    following = triggers_of(registry, field.model_name, (field.name,))
                    if following:
                        stack.append((following, marked))


def _needs_query(path: tuple[Field, ...]) -> bool:
    return any(field.type != "one2many" or not field.inverse_name for field in path)


def mark(transaction: Transaction, field: Field, ids: Iterable[IdType]) -> list[IdType]:
    """Mark a stored computed field for recomputation; returns the ids that were not marked yet."""
    protected = transaction.protected.get(field)
    pending = transaction.tocompute.get(field)
    if pending is None:
        pending = {}
    fresh = [id_ for id_ in ids if id_ not in pending and not (protected and id_ in protected)]
    if not fresh:
        return fresh
    if field.context_keys:
        # the old values live under several keys; they are read again from the database when needed
        if not _is_dirty(transaction, field):
            transaction.invalidate(field, fresh)
        for id_ in fresh:
            pending[id_] = MISSING
            for key in transaction.context_data_keys(field):
                transaction.data[key].pop(id_, None)
    else:
        data = transaction.data[field]
        for id_ in fresh:
            pending[id_] = data.pop(id_, MISSING)
    transaction.tocompute[field] = pending
    if field in transaction.registry.remembered:
        _remember(transaction, field, fresh, pending)
    _touch(transaction, field.model_name, (field.name,), fresh, False)
    return fresh


def _remember(transaction: Transaction, field: Field, ids: Sequence[IdType], pending: dict[IdType, Any]) -> None:
    """Keep the value a field had before this transaction changed it (a new record had none)."""
    created = transaction.created.get(field.model_name, ())
    saved = [id_ for id_ in ids if id_ and (field, id_) not in transaction.before]
    unknown = [id_ for id_ in saved if pending[id_] is MISSING and id_ not in created]
    if unknown:
        env = transaction.superuser_env()
        data = transaction.data[field]
        for id_ in unknown:
            del pending[id_]
        try:
            env[field.model_name].browse(unknown)._fetch_field(field)
        except MissingError:
            env[field.model_name].browse(unknown).exists()._fetch_field(field)
        for id_ in unknown:
            pending[id_] = data.pop(id_, MISSING)
    for id_ in saved:
        transaction.before[field, id_] = pending[id_]


def _is_dirty(transaction: Transaction, field: Field) -> bool:
    return field in transaction.dirty.get(field.model_name, ())


def unmark(transaction: Transaction, field: Field, ids: Iterable[IdType]) -> None:
    """Take marks back; the old values return to the cache."""
    pending = transaction.tocompute.get(field)
    if not pending:
        return
    data = transaction.data[field] if not field.context_keys else {}
    for id_ in ids:
        old = pending.pop(id_, MISSING)
        if old is not MISSING and id_ not in data:
            data[id_] = old
    if not pending:
        transaction.tocompute.pop(field, None)


def _forget(transaction: Transaction, field: Field, ids: Iterable[IdType],
            seen: dict[Field, set[IdType]]) -> list[IdType]:
    """Drop cached values of a non-stored field; returns the ids not yet seen in this round."""
    known = seen.setdefault(field, set())
    protected = transaction.protected.get(field, ())
    fresh = [id_ for id_ in ids if id_ not in known and id_ not in protected]
    known.update(fresh)
    if fresh:
        _touch(transaction, field.model_name, (field.name,), fresh, False)
        transaction.invalidate(field, fresh)
    return fresh


def _forget_everywhere(env: Environment, path: tuple[Field, ...], dependents: Sequence[Field], ids: Sequence[IdType]) -> None:
    """Drop all cached values of non-stored fields nobody stored depends on: cheaper than finding which are stale."""
    transaction = env.transaction
    registry = env.registry
    stack = list(dependents)
    seen: set[Field] = set()
    in_memory = follow_back(env, path, ids, memory_only=True) if transaction.new_records else ()
    while stack:
        field = stack.pop()
        if field in seen:
            continue
        seen.add(field)
        protected = transaction.protected.get(field, ())
        model_new = transaction.new_records.get(field.model_name)
        for key in transaction.context_data_keys(field):
            data = transaction.data.get(key)
            if not data:
                continue
            if not protected and not model_new:
                data.clear()
                continue
            for id_ in [i for i in data if i and i not in protected]:
                del data[id_]
            if field in dependents:
                for id_ in in_memory:
                    if id_ not in protected:
                        data.pop(id_, None)
        for _path, following in registry.triggers.get(field, ()):
            stack.extend(dep for dep in following if not dep.store)


# -- going back along a path ------------------------------------------------------------------------------------------

Steps = dict[tuple["Field", tuple[IdType, ...]], list[IdType]]
"""Steps back that one propagation has taken already: paths to several fields often begin with the same ones."""


def follow_back(env: Environment, path: tuple[Field, ...], ids: Sequence[IdType], memory_only: bool = False,
                steps: Steps | None = None) -> list[IdType]:
    """Ids of the records that reach ``ids`` through ``path``."""
    found: Sequence[IdType] = list(ids)
    for field in reversed(path):
        found = _referring(env, field, found, memory_only) if steps is None else _step_back(env, field, found, steps)
        if not found:
            return []
    return list(found)


def _step_back(env: Environment, field: Field, ids: Sequence[IdType], steps: Steps) -> list[IdType]:
    key = (field, tuple(ids))
    found = steps.get(key)
    if found is None:
        found = steps[key] = _referring(env, field, ids, False)
    return found


def _referring(env: Environment, field: Field, ids: Sequence[IdType], memory_only: bool) -> list[IdType]:
    if field.type == "one2many" and field.inverse_name:
        return _parents(env, field, ids, memory_only)
    if field.type == "many2many" and field.store:
        return _linked(env, field, ids, memory_only)
    if field.store and field.is_column:
        return _pointing(env, field, ids, memory_only)
    return _searched(env, field, ids, memory_only)


def _parents(env: Environment, field: Field, ids: Sequence[IdType], memory_only: bool) -> list[IdType]:
    """Records whose one2many ``field`` holds ``ids``: what their inverse many2one points to."""
    inverse = field.inverse_field(env)  # type: ignore[attr-defined]
    lines = env[field.comodel_name].browse(ids)  # type: ignore[index]
    data = env.field_data(inverse)
    found: dict[IdType, None] = {}
    for line in lines:
        id_ = line._ids[0]
        value = data.get(id_, MISSING)
        if value is MISSING:
            if memory_only and id_:
                continue
            try:
                value = inverse.cached(line)
            except MissingError:
                continue
        if value:
            if inverse.type == "many2one_reference" and line[inverse.model_field] != field.model_name:
                continue
            found[value] = None
        elif value is not None and not isinstance(value, (bool, int)):
            found[value] = None  # a NewId
    return list(found)


def _pointing(env: Environment, field: Field, ids: Sequence[IdType], memory_only: bool) -> list[IdType]:
    """Records whose stored many2one ``field`` is among ``ids``: database plus what is pending in memory."""
    transaction = env.transaction
    wanted = set(ids)
    found: dict[IdType, None] = {}
    data = transaction.data.get(field) or {}
    if not memory_only:
        unsaved = transaction.creates.get(field.comodel_name) or ()  # type: ignore[arg-type]
        saved = [id_ for id_ in ids if id_ and id_ not in unsaved]
        for inverse in env.registry.field_inverses.get(field, ()):
            lines = transaction.data.get(inverse)
            if saved and lines and not inverse.domain and all(id_ in lines for id_ in saved):
                for id_ in saved:
                    found.update(dict.fromkeys(lines[id_]))
                saved = []
                break
        if saved:
            env.cr.run(f'SELECT id FROM "{env.registry.models[field.model_name]._table}" WHERE "{field.name}" = ANY(%s)',
                       (saved,))
            for (id_,) in env.cr.fetchall():
                if id_ not in data or data[id_] in wanted:
                    found[id_] = None
    model = field.model_name
    for pending in (transaction.creates.get(model), transaction.dirty.get(model, {}).get(field),
                    transaction.new_records.get(model)):
        if pending:
            for id_ in pending:
                if data.get(id_, MISSING) in wanted:
                    found[id_] = None
    return list(found)


def _linked(env: Environment, field: Field, ids: Sequence[IdType], memory_only: bool) -> list[IdType]:
    """Records whose many2many ``field`` holds some of ``ids``."""
    transaction = env.transaction
    wanted = set(ids)
    found: dict[IdType, None] = {}
    if not memory_only:
        unsaved = transaction.creates.get(field.comodel_name) or ()  # type: ignore[arg-type]
        saved = [id_ for id_ in ids if id_ and id_ not in unsaved]
        if saved:
            env.cr.run(f'SELECT DISTINCT "{field.column1}" FROM "{field.relation}" WHERE "{field.column2}" = ANY(%s)',  # type: ignore[attr-defined]
                       (saved,))
            found.update({row[0]: None for row in env.cr.fetchall()})
        for (id_, line), linked in (transaction.links.get(field._relation_key()) or {}).items():  # type: ignore[attr-defined]
            if linked and line in wanted:
                found[id_] = None
        other_side = (field.relation, field.column2, field.column1, field.comodel_name, field.model_name)  # type: ignore[attr-defined]
        for (line, id_), linked in (transaction.links.get(other_side) or {}).items():
            if linked and line in wanted:
                found[id_] = None
    data = transaction.data.get(field)
    new = transaction.new_records.get(field.model_name)
    if data and new:
        for new_id in new:
            lines = data.get(new_id)
            if lines and not wanted.isdisjoint(lines):
                found[new_id] = None
    return list(found)


def _searched(env: Environment, field: Field, ids: Sequence[IdType], memory_only: bool) -> list[IdType]:
    """Records whose non-stored relational ``field`` holds some of ``ids``."""
    transaction = env.transaction
    found: dict[IdType, None] = {}
    wanted = set(ids)
    saved = [id_ for id_ in ids if id_]
    if saved and not memory_only and field.is_searchable():
        records = env[field.model_name].with_context(active_test=False).search([(field.name, "in", saved)], order="id")
        found.update(dict.fromkeys(records._ids))
    for key in transaction.context_data_keys(field):
        data = transaction.data.get(key)
        for id_, value in (data or {}).items():
            if value in wanted if field.type == "many2one" else not wanted.isdisjoint(value or ()):
                found[id_] = None
    return list(found)


# -- recomputing ------------------------------------------------------------------------------------------------------

def recompute(env: Environment, field: Field, id_: IdType | None = None) -> None:
    """Compute the records marked for ``field``: all saved ones in one call, or only ``id_`` for recursive fields."""
    pending = env.transaction.tocompute.get(field)
    if not pending:
        return
    if id_ is not None and (field.recursive or not id_):
        ids: list[IdType] = [id_]
    else:
        ids = [pending_id for pending_id in pending if pending_id]
    if not ids:
        return
    _compute_marked(env, field, ids)


def _compute_marked(env: Environment, field: Field, ids: Sequence[IdType]) -> None:
    records = env[field.model_name].browse(ids)
    try:
        if field.recursive:
            _compute_recursive(env, field, records)
        else:
            compute_value(field, records)
    except MissingError:
        # some of them were deleted by the database along with a record they belonged to
        existing = records.exists()
        if len(existing) == len(records):
            raise
        unmark(env.transaction, field, (records - existing)._ids)
        if existing:
            _compute_marked(env, field, existing._ids)


def _compute_recursive(env: Environment, field: Field, records: Any) -> None:
    """First, in one call, the records that wait for no other one; then the others, each asking for what it needs."""
    pending = env.transaction.tocompute.get(field, {})
    hops = _recursion_hops(field, records)
    if hops and len(records) > 1:
        waiting = [_names_any(hop, records, pending) for hop in hops]
        free = [id_ for id_, *waits in zip(records._ids, *waiting, strict=True) if id_ in pending and not any(waits)]
        if free:
            compute_value(field, records.browse(free))
    for record in records:
        if record._ids[0] in env.transaction.tocompute.get(field, ()):
            compute_value(field, record)


def _recursion_hops(field: Field, records: Any) -> list[Field]:
    """The many2one fields through which ``field`` depends on itself; none when it does so in another way."""
    own = {other.name for other in records.registry.field_computed[field]}
    hops = []
    for path in field.depends:
        first, *rest = path.split(".")
        if own.isdisjoint((first, *rest)):
            continue
        hop = records._fields.get(first)
        if len(rest) != 1 or hop is None or hop.type != "many2one" or hop.comodel_name != field.model_name:
            return []
        hops.append(hop)
    return hops


def _names_any(hop: Field, records: Any, pending: Mapping[IdType, Any]) -> list[bool]:
    """For each record, whether ``hop`` leads to one of ``pending``."""
    return [value in pending for value in hop.mapped(records)]


def compute_value(field: Field, records: Any) -> None:
    """Call the compute method of ``field`` on ``records``."""
    env = records.env
    transaction = env.transaction
    group = records.registry.field_computed[field]
    stored = [f for f in group if f.store]
    taken = _take_marks(transaction, stored, records._ids)
    if field.compute_sudo and not env.su:
        records = records.sudo()
    transaction.computing += 1
    frames: list[list[tuple[Field, Sequence[IdType]]]] = transaction.extra.setdefault("computing", [])
    frames.append([])
    try:
        with env.protecting(group, records):
            _call_on_existing(field, records)
    except BaseException:
        for f, ids in taken:
            mark(transaction, f, ids)
        raise
    finally:
        transaction.computing -= 1
        meanwhile = frames.pop()
    if frames:
        frames[-1] += [*((f, records._ids) for f in stored), *meanwhile]
    if meanwhile and stored and not field.recursive:
        _mark_again(env.registry, transaction, stored, meanwhile)


def _mark_again(registry: Registry, transaction: Transaction, fields: Sequence[Field],
                meanwhile: Sequence[tuple[Field, Sequence[IdType]]]) -> None:
    """What depends on ``fields`` and was computed while they were (by a flush inside the method) saw their old values."""
    for dependent, ids in meanwhile:
        if dependent not in fields and any(dependent in dependents_of(registry, field) for field in fields):
            mark(transaction, dependent, ids)


def dependents_of(registry: Registry, field: Field) -> frozenset[Field]:
    """All fields that depend on ``field``, directly or through others."""
    known = registry.dependents.get(field)
    if known is None:
        found: set[Field] = set()
        stack = [field]
        while stack:
            for _path, dependents in registry.triggers.get(stack.pop(), ()):
                stack += [dependent for dependent in dependents if dependent not in found]
                found.update(dependents)
        known = registry.dependents[field] = frozenset(found)
    return known


def _call_on_existing(field: Field, records: Any) -> None:
    """Compute; records that went away with the one they belonged to (ON DELETE CASCADE) are left out."""
    try:
        call_compute(field, records)
    except MissingError:
        existing = records.exists()
        if len(existing) == len(records):
            raise
        if existing:
            call_compute(field, existing)


def _take_marks(transaction: Transaction, fields: Sequence[Field], ids: Sequence[IdType]) -> list[tuple[Field, list[IdType]]]:
    """Remove the marks of ``ids`` and give the old values back to the cache."""
    taken = []
    for field in fields:
        pending = transaction.tocompute.get(field)
        if pending:
            marked = [id_ for id_ in ids if id_ in pending]
            if marked:
                unmark(transaction, field, marked)
                taken.append((field, marked))
    return taken


def call_compute(field: Field, records: Any) -> None:
    """Through a method of the model, so that an addon sees the values before they change (tracking does)."""
    records._compute_field_value(field)


def compute_field_value(field: Field, records: Any) -> None:
    if isinstance(field.compute, str):
        getattr(records, field.compute)()
    else:
        field.compute(records)


def recompute_all(transaction: Transaction) -> None:
    """Compute everything that is marked (of saved records)."""
    if not transaction.tocompute:
        return
    env = transaction.superuser_env()
    for _round in range(MAX_RECOMPUTE_ROUNDS):
        fields = [field for field, ids in transaction.tocompute.items() if any(ids)]
        if not fields:
            return
        for field in fields:
            recompute(env, field)
    raise RecursionError(
        "Recomputation does not come to an end; still marked: "
        + ", ".join(str(field) for field, ids in transaction.tocompute.items() if any(ids)))

"""The engine: transitions, steps, settling, history.

``fire`` moves records along their lifecycle; ``settle`` is level-triggered: it looks at what *is*, runs every automatic
step whose condition holds, then automatic transitions, until nothing changes.
"""
from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from core.base.errors import MissingError, UserError
from core.i18n import _
from core.orm import identifiers
from core.orm.environment import MISSING, Environment
from core.orm.registry import suggest
from core.workflow import diagram, setup
from core.workflow.declaration import Facet, Policy, Slot, Step, Transition, Workflow
from core.workflow.drawing import Drawing
from core.workflow.path import Path, of_definition, of_record
from core.workflow.refusal import Refusal, Refused, as_refusals

MAX_ROUNDS = 25
STATE = "core.workflow"


class EngineState:
    """What the engine remembers during a transaction."""

    __slots__ = ("depth", "env", "free_ids", "last", "moving", "owners", "rows", "settling", "stack")

    def __init__(self, env: Environment) -> None:
        self.env = env(su=True)
        self.depth = 0
        self.settling = False
        self.moving: set[tuple[str, int]] = set()
        self.owners: dict[str, dict[int, int | None]] = {}
        """Records to settle: model → id → history entry that is the cause."""
        self.stack: list[int] = []
        """History entries that are being carried out, innermost last."""
        self.last: dict[tuple[str, int], int] = {}
        """The newest history entry of each record, in this transaction."""
        self.rows: list[dict[str, Any]] = []
        """History entries not inserted yet; they go out with the next flush."""
        self.free_ids: list[int] = []

    def flush(self) -> None:
        if self.rows:
            rows, self.rows = self.rows, []
            self.env["workflow.history"]._append(rows)

    def rolled_back(self) -> None:
        """A savepoint was rolled back; what was remembered before it had been flushed.

        Entries written since then are gone and cannot be the cause of others.
        """
        self.rows.clear()
        self.last.clear()
        for causes in self.owners.values():
            causes.update(dict.fromkeys(causes))


def state_of(env: Environment) -> EngineState:
    services = env.transaction.services
    state = services.get(STATE)
    if state is None:
        state = services[STATE] = EngineState(env)
    return state


@dataclass
class Available:
    """A transition or manual step of one record, and why it is refused (if it is)."""

    kind: str
    name: str
    string: str
    method: str | None
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def enabled(self) -> bool:
        return not self.refusals


# -- operations -----------------------------------------------------------------------------------------------------

@contextmanager
def _operation(env: Environment) -> Iterator[None]:
    state = state_of(env)
    state.depth += 1
    try:
        yield
    except BaseException:
        state.depth -= 1
        raise
    if state.depth > 1 or state.settling:
        state.depth -= 1
        return
    try:
        settle_touched(env)
    finally:
        state.depth -= 1


def operation(target: Any) -> Any:
    """A business operation: documents it touches are settled when the outermost operation ends.

    ``with workflow.operation(env): …`` or a decorator of a model's method.
    """
    if isinstance(target, Environment):
        return _operation(target)

    @functools.wraps(target)
    def wrapper(self: Any, *args: Any, **kwargs: Any) -> Any:
        with _operation(self.env):
            return target(self, *args, **kwargs)
    return wrapper


# -- the face of a record ---------------------------------------------------------------------------------------------

class RecordWorkflow:
    """``record.workflow``: what a record's workflow offers."""

    __slots__ = ("definition", "records")

    def __init__(self, records: Any) -> None:
        self.records = records
        self.definition: Workflow = setup.of(records.env.registry).by_model[records._name]

    @staticmethod
    def property() -> Any:
        return property(RecordWorkflow)

    def fire(self, name: str) -> None:
        """Carry out a transition on all records, or on none.

        :raises Refused: with every reason against it, for every record
        """
        _Firing(self.records, self.definition, self._transition(name)).run()

    def _transition(self, name: str) -> Transition:
        transition = self.definition.transitions.get(name)
        if transition is None:
            raise ValueError(f"{self.definition.xml_id} has no transition {name!r}." + suggest(name, self.definition.transitions))
        return transition

    def run(self, name: str) -> Any:
        """Carry out a manual step, as its button does; returns what it created.

        :raises Refused: the step is not one of the record's policy, or its condition does not hold
        """
        created = None
        with _operation(self.records.env):
            for record in self.records:
                refusals = _step_refusals(record, self.definition, *_find_step(record, self.definition, name))
                if refusals:
                    raise Refused(refusals)
                _slot, policy, step = _find_step(record, self.definition, name)
                made = _run_step(record, self.definition, policy, step, "manual")
                created = made if created is None else created | made
        return created

    def available(self) -> list[Available]:
        """Every transition and manual step of the record, with the reasons against it."""
        record = self.records.ensure_one()
        result = []
        for transition in self.definition.transitions.values():
            if transition.auto:
                continue
            result.append(Available("transition", transition.name, _text(record, transition), transition.method,
                                    _refusals(record, self.definition, transition)))
        for slot, policy in _slots_of(record, self.definition):
            for step in (policy or slot).steps:
                if _mode(record, policy, step) == "manual":
                    result.append(Available("step", step.name, _text(record, step), None,
                                            _step_refusals(record, self.definition, slot, policy, step)))
        return result

    def settle(self) -> None:
        """Do now what is due automatically."""
        owners = state_of(self.records.env).owners.setdefault(self.records._name, {})
        owners.update(dict.fromkeys(self.records.ids))
        settle_touched(self.records.env)

    def history(self) -> Any:
        """The records' history (``workflow.history``), oldest first."""
        self.records.check_access("read")
        state_of(self.records.env).flush()
        return self.records.env["workflow.history"].sudo().search(
            [("model", "=", self.records._name), ("res_id", "in", self.records.ids)], order="id")

    def chain(self) -> Any:
        """The history of the records and of everything it caused, oldest first: one readable chain.

        What people did to the documents the records brought about belongs to it.
        """
        found = frontier = self.history()
        while frontier:
            frontier = found.search(_consequences(frontier)) - found
            found |= frontier
        return found.sorted("id")

    def diagram(self) -> str:
        """The workflow as a Mermaid drawing; of one record, with the steps of its policy."""
        record = self.records[:1]
        policies = [policy for _slot, policy in _slots_of(record, self.definition, any_state=True) if policy] if record else []
        return diagram.mermaid(self.definition, policies)

    def path(self) -> Path:
        """The record's way so far and what can come next, as a drawing and as text, in the user's language."""
        record = self.records.ensure_one()
        steps = [(step, _mode(record, policy, step)) for slot, policy in _slots_of(record, self.definition, any_state=True)
                 for step in (policy or slot).steps]
        return of_record(self, functools.partial(_text, record), functools.partial(_state_label, record, self.definition), steps)

    def progress(self) -> list[dict[str, Any]]:
        """The status bar: lifecycle states and facets in the order of the record's policy.

        Each item has ``name``, ``string``, ``kind`` ('state' or 'facet') and ``status`` ('done', 'current' or 'todo').
        """
        return _progress(self.records.ensure_one(), self.definition)


def _text(record: Any, part: Transition | Step | Any) -> str:
    """The label of a declared part, in the user's language."""
    from core import i18n
    return i18n.get_text(part.place.module, record.env.context.get("lang"), part.string)


def policy_selection(env: Environment, slot: str) -> list[tuple[str, str]]:
    """(value, label) of the installed policies of a slot 'module.workflow_id/slot_name'."""
    xml_id, _slash, name = slot.partition("/")
    workflow = setup.of(env.registry).by_id.get(xml_id)
    policies = workflow.policies.get(name, []) if workflow else []
    return [(policy.value, _text(env["base"], policy)) for policy in policies]


def _consequences(entries: Any) -> list[Any]:
    """Domain of the entries that these set off, and of all that happened to their documents and those they created."""
    documents: dict[str, set[int]] = {}
    for entry in entries:
        documents.setdefault(entry.model, set()).add(entry.res_id)
        if entry.created_documents:
            model, _colon, ids = entry.created_documents.partition(":")
            documents.setdefault(model, set()).update(map(int, ids.split(",")))
    domain: list[Any] = [("cause_id", "in", entries.ids)]
    for model, res_ids in documents.items():
        domain = ["|", *domain, "&", ("model", "=", model), ("res_id", "in", sorted(res_ids))]
    return domain


# -- firing -----------------------------------------------------------------------------------------------------------

class _Firing:
    """One ``fire``: lock, check everything, then effects, state, history."""

    def __init__(self, records: Any, workflow: Workflow, transition: Transition) -> None:
        self.records = records
        self.env = records.env
        self.workflow = workflow
        self.transition = transition

    def run(self) -> None:
        if not self.records:
            return
        with _operation(self.env):
            self._lock()
            self._check()
            entries = self._append_history()
            with self._carrying_out(entries):
                self._effects()
                self._move()
            self._wake()

    def _lock(self) -> None:
        """Two people cannot move a record at once; records made in this transaction are nobody else's."""
        created = self.env.transaction.created.get(self.records._name, ())
        ids = [id_ for id_ in self.records.ids if id_ not in created]
        if ids:
            self.records.browse(ids)._lock_rows()

    def _check(self) -> None:
        refusals = []
        for record in self.records:
            refusals += _refusals(record, self.workflow, self.transition)
        if refusals:
            raise Refused(refusals, _("%(transition)s is refused:", transition=_text(self.records, self.transition)))

    def _append_history(self) -> list[int]:
        field_name = self.workflow.field
        assert field_name is not None
        return append_history(self.records, self.workflow, [
            {"kind": "transition", "name": self.transition.name, "from_state": record[field_name] or False,
             "to_state": self.transition.to, **_policy_values(record, self.workflow)} for record in self.records])

    @contextmanager
    def _carrying_out(self, entries: list[int]) -> Iterator[None]:
        stack = state_of(self.env).stack
        stack.append(entries[0])
        try:
            yield
        finally:
            stack.pop()

    def _effects(self) -> None:
        functions = setup.of(self.env.registry)
        for hook in self.transition.effects:
            registration = functions.function("effect", hook.call)
            if registration.batch:
                registration.function(self.records)
            else:
                for record in self.records:
                    registration.function(record)

    def _move(self) -> None:
        _put(self.records, self.workflow, self.transition.to)

    def _wake(self) -> None:
        if self.workflow.slots or any(t.auto for t in self.workflow.transitions.values()):
            state = state_of(self.env)
            owners = state.owners.setdefault(self.records._name, {})
            for record in self.records:
                owners[record.id] = state.last.get((record._name, record.id))


def _put(records: Any, workflow: Workflow, value: Any) -> None:
    """Write the state; the write hook knows that it comes from the engine."""
    state = state_of(records.env)
    keys = {(records._name, id_) for id_ in records.ids} - state.moving
    state.moving |= keys
    try:
        records.write({workflow.field: value})
    finally:
        state.moving -= keys


def _refusals(record: Any, workflow: Workflow, transition: Transition) -> list[Refusal]:
    """Every reason against a transition of one record."""
    refusals = _state_refusals(record, workflow, transition) + _group_refusals(record, transition)
    if refusals:
        return refusals
    functions = setup.of(record.env.registry)
    for hook in transition.guards:
        refusals += as_refusals(functions.function("guard", hook.call).function(record))
    return refusals


def _state_refusals(record: Any, workflow: Workflow, transition: Transition) -> list[Refusal]:
    state = record[workflow.field] if workflow.field else False
    if state in transition.sources:
        return []
    current = _state_label(record, workflow, state)
    if state == transition.to:
        return [Refusal("workflow.already", _("%(record)s is “%(state)s” already.", record=record.display_name, state=current),
                        hint=_("Reload the page to see its present state."))]
    return [Refusal(
        "workflow.state", _("%(record)s is “%(state)s”; “%(transition)s” applies to: %(states)s.",
                            record=record.display_name, state=current, transition=_text(record, transition),
                            states=", ".join(_state_label(record, workflow, name) for name in transition.sources)))]


def _state_label(record: Any, workflow: Workflow, name: Any) -> str:
    labels = dict(record._fields[workflow.field]._description_selection(record.env)) if workflow.field else {}
    return str(labels.get(name) or name or "–")


#: Whom a refused button names of those who may press it.
_PEOPLE_NAMED = 3


def _group_refusals(record: Any, part: Transition | Step) -> list[Refusal]:
    env = record.env
    if not part.groups or env.su or env.user.has_groups(part.groups):
        return []
    groups = [env.ref(xml_id.strip(), raise_if_not_found=False) for xml_id in part.groups.split(",")]
    names = ", ".join(group.sudo().full_name for group in groups if group)
    people = [user.name for group in groups if group for user in group.sudo().users if user.active and not user.share]
    hint = _("It is reserved to: %s.", names) if names else ""
    if people:
        hint += " " + _("Ask %s.", ", ".join(list(dict.fromkeys(people))[:_PEOPLE_NAMED]))
    return [Refusal("workflow.groups", _("You may not do “%s”.", _text(record, part)), hint=hint or None)]


def on_state_written(workflow: Workflow, records: Any, value: Any) -> bool:
    """Write hook of the state field: assigning a state is firing the one transition that leads there."""
    state = state_of(records.env)
    field_name = workflow.field
    assert field_name is not None
    todo = records.browse([id_ for id_ in records._ids if id_ and (records._name, id_) not in state.moving])
    if len(todo) < len(records):
        if todo:
            on_state_written(workflow, todo, value)
        return False
    for origin, same in todo.sudo().grouped(field_name).items():
        if origin == value:
            continue
        ways = [t for t in workflow.transitions.values() if origin in t.sources and t.to == value]
        if len(ways) == 1:
            _enter(same.with_env(records.env), ways[0])
        elif workflow.direct and records.env.su:
            _assign_state(same, workflow, value)
        else:
            raise UserError(_illegal_state(same, workflow, origin, value))
    return True


def _assign_state(records: Any, workflow: Workflow, value: Any) -> None:
    """A program puts records into a state without a transition: nothing else happens, the history tells."""
    field_name = str(workflow.field)
    append_history(records, workflow, [
        {"kind": "transition", "name": "assigned", "from_state": record[field_name] or False, "to_state": value,
         **_policy_values(record, workflow)} for record in records])
    _put(records, workflow, value)


def _illegal_state(records: Any, workflow: Workflow, origin: Any, value: Any) -> str:
    legal = ", ".join(f"“{_state_label(records, workflow, t.to)}” ({_text(records, t)})"
                      for t in workflow.transitions.values() if origin in t.sources)
    return _("%(record)s cannot go from “%(origin)s” to “%(target)s”. From there it can go to: %(legal)s.",
             record=records[:1].display_name, origin=_state_label(records, workflow, origin),
             target=_state_label(records, workflow, value), legal=legal or _("nowhere"))


def _enter(records: Any, transition: Transition) -> None:
    """Every trigger enters through the transition's method, so that no override is bypassed."""
    if transition.method:
        getattr(records, transition.method)()
    else:
        records.workflow.fire(transition.name)


def on_policy_written(workflow: Workflow, slot: Slot, records: Any, value: Any) -> bool:
    """Write hook of a slot's field: the policy is fixed once the freezing transition has happened."""
    frozen_from = workflow.transitions[slot.freeze_on].to if slot.freeze_on else None
    field_name = workflow.field
    for record in records:
        if field_name and record[field_name] == frozen_from and (record[slot.field] or False) != (value or False):
            raise UserError(_("%(record)s is “%(state)s”: its policy cannot be changed any more.", record=record.display_name,
                              state=_state_label(record, workflow, record[field_name])))
    return False


def on_facet_written(facet: Facet, records: Any, value: Any) -> bool:
    """Write hook of a facet: it is derived; programs of ours may correct it as superuser, people may not."""
    if records.env.su:
        return False
    raise UserError(
        _("“%(facet)s” of %(records)s follows from the documents behind it and cannot be set by hand.",
          facet=facet.string, records=", ".join(records.mapped("display_name")[:3])),
        hint=_("Change the documents instead: deliver, invoice, register the payment."))


# -- steps ------------------------------------------------------------------------------------------------------------

def _slots_of(record: Any, workflow: Workflow, any_state: bool = False) -> list[tuple[Slot, Policy | None]]:
    """The slots that are open in the record's state, each with the record's policy (None: the slot's own steps)."""
    result = []
    for slot in workflow.slots.values():
        if not any_state and workflow.field and record[workflow.field] not in slot.states:
            continue
        value = record[slot.field]
        policy = next((p for p in workflow.policies.get(slot.name, ()) if p.value == value), None) if value else None
        result.append((slot, policy))
    return result


def _find_step(record: Any, workflow: Workflow, name: str) -> tuple[Slot, Policy | None, Step]:
    steps = []
    for slot, policy in _slots_of(record, workflow, any_state=True):
        for step in (policy or slot).steps:
            if step.name == name:
                return slot, policy, step
            steps.append(step.name)
    raise Refused([Refusal("workflow.step", _("%(record)s has no step “%(step)s” under its policy.",
                                              record=record.display_name, step=name),
                           hint=_("Its steps are: %s.", ", ".join(steps)) if steps else None)])


def _step_refusals(record: Any, workflow: Workflow, slot: Slot, policy: Policy | None, step: Step) -> list[Refusal]:
    if workflow.field and record[workflow.field] not in slot.states:
        return [Refusal("workflow.state", _("%(record)s is “%(state)s”; “%(step)s” applies to: %(states)s.",
                                            record=record.display_name,
                                            state=_state_label(record, workflow, record[workflow.field]),
                                            step=_text(record, step),
                                            states=", ".join(_state_label(record, workflow, name) for name in slot.states)))]
    refusals = _group_refusals(record, step)
    if not refusals and step.when and not _holds(record, step.when):
        registration = setup.of(record.env.registry).function("condition", step.when)
        reason = (registration.function.__doc__ or "").strip().splitlines()[:1]
        refusals.append(Refusal("workflow.condition", _("“%(step)s” is not due for %(record)s.", step=_text(record, step),
                                                        record=record.display_name),
                                hint=_(reason[0]) if reason else None))
    return refusals


def _holds(record: Any, name: str) -> bool:
    return bool(setup.of(record.env.registry).function("condition", name).function(record.sudo()))


def _mode(record: Any, policy: Policy | None, step: Step) -> str:
    """'auto' or 'manual': as declared, unless a setting of the company says otherwise."""
    if policy is None:
        return step.mode
    env = record.env
    company = record.company_id if "company_id" in record._fields else env.company
    return env["workflow.step.mode"].sudo()._mode_of(company.id, policy.xml_id, step.name) or step.mode


def _run_step(record: Any, workflow: Workflow, policy: Policy | None, step: Step, mode: str, cause: int | None = None) -> Any:
    """Do a step as superuser (the person who set it off may lack rights on what it creates); returns what it created."""
    function = setup.of(record.env.registry).function("step", step.do).function
    state = state_of(record.env)
    (entry,) = reserve_history(record.env, 1, f"{record._name}.{step.name}")
    state.stack.append(entry)
    try:
        created = function(record.sudo())
    finally:
        state.stack.pop()
    if not created and mode == "auto":
        state.free_ids.insert(0, entry)
    else:
        append_history(record, workflow, [{
            "id": entry, "kind": "step", "name": step.name, "policy": policy.xml_id if policy else False, "mode": mode,
            "cause_id": cause if cause is not None else (state.stack[-1] if state.stack else False),
            "created_documents": _documents(created)}])
    return created


def _documents(created: Any) -> str | bool:
    return f"{created._name}:{','.join(map(str, created.ids))}" if created else False


# -- settling -----------------------------------------------------------------------------------------------------------

def on_unlink(records: Any) -> None:
    """Before watched documents go, remember whom that concerns."""
    _collect_owners(records.sudo(), state_of(records.env), None)


def settle_touched(env: Environment) -> None:
    """Settle the owners of all documents that changed, until nothing changes any more."""
    state = state_of(env)
    if state.settling:
        return
    touched = env.transaction.touched
    if not touched and not state.owners:
        return
    state.settling = True
    ran: list[str] = []
    env = env(su=True)
    try:
        for _round in range(MAX_ROUNDS):
            _collect_touched(env, state)
            if not state.owners:
                return
            owners, state.owners = state.owners, {}
            for model_name, ids in owners.items():
                _settle_records(env, model_name, ids, ran)
        raise UserError(_("The workflow does not come to rest. These steps were repeated: %s. Correct their conditions, or "
                          "switch one of them to manual.", ", ".join(dict.fromkeys(ran[-10:]))))
    finally:
        state.settling = False


def _collect_touched(env: Environment, state: EngineState) -> None:
    _record_facets(env)
    touched = env.transaction.touched
    cause = state.stack[-1] if state.stack else None
    while touched:
        model_name, ids = next(iter(touched.items()))
        del touched[model_name]
        if model_name in setup.of(env.registry).watchers:
            records = env[model_name].browse(list(ids))
            try:
                _collect_owners(records, state, cause)
            except MissingError:  # deleted by the database along with what they belonged to
                _collect_owners(records.exists(), state, cause)


def _collect_owners(records: Any, state: EngineState, cause: int | None) -> None:
    for workflow, watch in setup.of(records.env.registry).watchers.get(records._name, ()):
        found = state.owners.setdefault(workflow.model, {})
        owners = records.mapped(watch.owner)
        if not owners:
            continue
        newest = max((state.last.get((records._name, id_)) or 0 for id_ in records.ids), default=0) or cause
        for id_ in owners.ids:
            found[id_] = max(found.get(id_) or 0, newest or 0) or None


def _record_facets(env: Environment) -> None:
    """History of derived statuses: an entry for each that changed since the last look."""
    before = env.transaction.before
    changed = []
    while before:
        field, id_ = key = next(iter(before))
        old = before.pop(key)
        record = env[field.model_name].browse(id_)
        try:
            new = record[field.name]
        except MissingError:
            continue
        workflow = setup.of(env.registry).by_model[field.model_name]
        if old is MISSING:  # what a new record starts with is no change, unless it is complete at once
            old = field.null
            if not _is_done(workflow.facets[field.name], new):
                continue
        if new != old:
            changed.append((record, workflow, {
                "kind": "facet", "name": field.name, "from_state": _facet_text(old), "to_state": _facet_text(new)}))
    changed.sort(key=lambda change: _facet_order(change[1], change[2]["name"]))
    if changed:
        ids = reserve_history(env, len(changed), f"{changed[0][0]._name}.{changed[0][2]['name']}")
        for entry, (record, workflow, row) in zip(ids, changed, strict=True):
            append_history(record, workflow, [{"id": entry, **row, **_policy_values(record, workflow)}])


def _facet_order(workflow: Workflow, name: str) -> tuple[bool, int]:
    """Facets of steps before those that sum up, as “done”; each in the order of the declaration."""
    return workflow.facets[name].step is None, list(workflow.facets).index(name)


def _facet_text(value: Any) -> str:
    return "" if value is False or value is None else str(value)


def _is_done(facet: Any, value: Any) -> bool:
    return str(value) in facet.done if facet.done else bool(value)


def _settle_records(env: Environment, model_name: str, ids: dict[int, int | None], ran: list[str]) -> None:
    workflow = setup.of(env.registry).by_model.get(model_name)
    if workflow is None:
        return
    for record in env[model_name].browse(sorted(ids)):
        try:
            _settle_record(record, workflow, ids[record.id], ran)
        except MissingError:
            if record.exists():
                raise  # something else is missing


def _settle_record(record: Any, workflow: Workflow, cause: int | None, ran: list[str]) -> None:
    for _round in range(MAX_ROUNDS):
        if not _settle_once(record, workflow, cause, ran):
            return
    raise UserError(_("%(record)s does not come to rest. These steps were repeated: %(steps)s.",
                      record=record.display_name, steps=", ".join(dict.fromkeys(ran[-10:]))))


def _settle_once(record: Any, workflow: Workflow, cause: int | None, ran: list[str]) -> bool:
    """One pass over the automatic steps and transitions; whether anything was done."""
    progress = False
    for _slot, policy in _slots_of(record, workflow):
        for step in (policy or _slot).steps:
            if _mode(record, policy, step) != "auto" or (step.when and not _holds(record, step.when)):
                continue
            if _run_step(record, workflow, policy, step, "auto", cause):
                ran.append(step.name)
                progress = True
    for transition in workflow.transitions.values():
        if transition.auto and record[workflow.field] in transition.sources and _holds(record, transition.when or ""):
            ran.append(transition.name)
            _enter(record, transition)
            progress = True
    return progress


# -- history --------------------------------------------------------------------------------------------------------------

def reserve_history(env: Environment, count: int, hint: str = "") -> list[int]:
    """Ids for history entries still to be written: what they cause can refer to them."""
    state = state_of(env)
    while len(state.free_ids) < count:
        state.free_ids += identifiers.reserve(env.transaction, "workflow_history_id_seq", count - len(state.free_ids), hint)
    taken = state.free_ids[:count]
    del state.free_ids[:count]
    return taken


def append_history(records: Any, workflow: Workflow, rows: list[dict[str, Any]]) -> list[int]:
    """Write entries, one per record unless ``res_id`` says which; returns their ids."""
    env = records.env
    state = state_of(env)
    missing = [row for row in rows if "id" not in row]
    ids = iter(reserve_history(env, len(missing), f"{records._name}.{rows[0]['name']}") if missing else ())
    targets = records.ids
    for index, row in enumerate(rows):
        row.setdefault("id", None)
        if row["id"] is None:
            row["id"] = next(ids)
        row.setdefault("res_id", targets[index] if index < len(targets) else False)
        row.setdefault("cause_id", (state.stack[-1] if state.stack else state.last.get((records._name, row["res_id"]))) or False)
        if row["cause_id"] == row["id"]:
            row["cause_id"] = False
        row.update(model=records._name, workflow=workflow.xml_id, user_id=env.uid, automatic=state.settling)
        state.last[records._name, row["res_id"]] = row["id"]
    state.rows += rows
    return [row["id"] for row in rows]


def _policy_values(record: Any, workflow: Workflow) -> dict[str, Any]:
    for _slot, policy in _slots_of(record, workflow, any_state=True):
        if policy is not None:
            return {"policy": policy.xml_id}
    return {"policy": False}


# -- the status bar -----------------------------------------------------------------------------------------------------

def _progress(record: Any, workflow: Workflow) -> list[dict[str, Any]]:
    """Lifecycle on the way from the initial state, then facets in the order of the policy's steps."""
    items: list[dict[str, Any]] = []
    current: Any = record[workflow.field] if workflow.field else False
    path: list[str] = _main_path(workflow, current) if workflow.states else []
    position = path.index(current) if current in path else -1
    for index, name in enumerate(path):
        status = "done" if index < position else "current" if index == position else "todo"
        items.append({"name": name, "string": _state_label(record, workflow, name), "kind": "state", "status": status})
    facets = _ordered_facets(record, workflow)
    open_slots = bool(_slots_of(record, workflow)) if workflow.slots else True
    for facet in facets:
        done = _is_done(facet, record[facet.name])
        items.append({"name": facet.name, "string": _text(record, facet), "kind": "facet", "status": "done" if done else "todo"})
    if open_slots and facets:
        for item in items:
            if item["kind"] == "facet" and item["status"] == "todo":
                item["status"] = "current"
                for other in items:
                    if other["kind"] == "state" and other["status"] == "current":
                        other["status"] = "done"
                break
    return items


def _main_path(workflow: Workflow, current: str) -> list[str]:
    """The states a record passes on its way: from the initial one the shortest way to where policies work, through
    the present state if that lies beside it, and on from there. What can be reached from the very beginning at any
    time (as cancelling) is no step of the way.
    """
    initial = next(state.name for state in workflow.states.values() if state.initial)
    target = next((name for slot in workflow.slots.values() for name in slot.states), None)
    path = _shortest(workflow, initial, target) if target else [initial]
    if target and current and current not in path and current != initial:
        beside = _shortest(workflow, current, target)
        if beside[-1] == target and current not in {t.to for t in workflow.transitions.values() if target in t.sources}:
            path = [initial, *beside]
    while True:
        onward = next((t.to for t in workflow.transitions.values() if path[-1] in t.sources and t.to not in path
                       and (path[-1] == initial or initial not in t.sources)), None)
        if onward is None:
            break
        path.append(onward)
    if current and current not in path:
        return [initial, current]
    return path


def _shortest(workflow: Workflow, start: str, goal: str) -> list[str]:
    """The fewest states from ``start`` to ``goal``, both included; only ``start`` when there is no way."""
    ways = [[start]]
    seen = {start}
    for way in ways:
        if way[-1] == goal:
            return way
        for transition in workflow.transitions.values():
            if way[-1] in transition.sources and transition.to not in seen:
                seen.add(transition.to)
                ways.append([*way, transition.to])
    return [start]


def _ordered_facets(record: Any, workflow: Workflow) -> list[Any]:
    """Facets bound to a step stand where the record's policy has that step; the others last."""
    order: dict[str, int] = {}
    for slot, policy in _slots_of(record, workflow, any_state=True):
        for step in (policy or slot).steps:
            order.setdefault(step.name, len(order))
    facets = list(workflow.facets.values())
    return sorted(facets, key=lambda facet: order.get(facet.step or "", len(order)) if facet.step else len(order) + 1)


def drawings(env: Environment) -> list[tuple[Workflow, Drawing]]:
    """Every workflow of the database with its drawing, in the user's language."""
    found = sorted(setup.of(env.registry).by_id.values(), key=lambda workflow: workflow.xml_id)
    return [(workflow, of_definition(workflow, functools.partial(_text, env["base"]))) for workflow in found]


def steps_of_policy(env: Environment, xml_id: str) -> list[str] | None:
    """Names of the steps of a policy, None when no installed addon has it."""
    for workflow in setup.of(env.registry).by_id.values():
        for policies in workflow.policies.values():
            for policy in policies:
                if policy.xml_id == xml_id:
                    return [step.name for step in policy.steps]
    return None

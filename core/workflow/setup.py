"""Composing the declared workflows for a registry, checking them, and hooking the engine into the ORM."""
from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from core.base.errors import LoadError, Problem
from core.data import tags
from core.modules import graph, manifest
from core.orm.registry import AFTER_SETUP, suggest
from core.workflow import names
from core.workflow.declaration import Declared, Place, Policy, Reader, Slot, Workflow, read_file

if TYPE_CHECKING:
    from core.orm.registry import Registry

FOLDER = "workflow"


class Workflows:
    """The workflows of a registry: by model, and who is woken by which documents."""

    def __init__(self) -> None:
        self.by_model: dict[str, Workflow] = {}
        self.by_id: dict[str, Workflow] = {}
        self.functions: dict[tuple[str, str], names.Registration] = {}
        self.watchers: dict[str, list[tuple[Workflow, Any]]] = {}

    def function(self, kind: str, name: str) -> names.Registration:
        return self.functions[kind, name]


def of(registry: Registry) -> Workflows:
    """The workflows of a registry (empty ones before it is set up)."""
    found = registry.__dict__.get("_workflows")
    if found is None:
        found = registry.__dict__["_workflows"] = Workflows()
    return found


def compose(registry: Registry) -> None:
    """Read, check and install the workflows of the loaded addons; all mistakes are raised together."""
    problems: list[Problem] = []
    workflows = Workflows()
    declared = list(_declared(registry.loaded_modules, problems))
    _build(declared, workflows, problems)
    _Checks(registry, workflows, problems).run()
    if problems:
        raise LoadError(problems)
    registry.__dict__["_workflows"] = workflows
    _install(registry, workflows)


def _declared(modules: Iterable[str], problems: list[Problem]) -> Iterable[Declared]:
    for module in modules:
        found = manifest.get(module)
        if found is None:
            continue
        for name in found.data:
            path = Path(name)
            if path.parts[0] == FOLDER and path.suffix == ".xml":
                file = Path(found.path) / path
                declared, wrong = read_file(module, file)
                problems.extend(wrong)
                yield from declared


def _build(declared: list[Declared], workflows: Workflows, problems: list[Problem]) -> None:
    for item in declared:
        reader = Reader(item, problems)
        if item.tag == "workflow":
            _add_workflow(workflows, reader.workflow(item.element), problems)
        elif item.tag == "workflow_extend":
            reader.known(item.element, "ref", "id")
            ref = reader.qualified(reader.required(item.element, "ref"))
            workflow = workflows.by_id.get(ref)
            if workflow is None:
                reader.problem(item.element, f"There is no workflow {ref!r}." + suggest(ref, workflows.by_id),
                               "Name the workflow of an addon this one depends on.")
            else:
                reader.parts(item.element, workflow, extending=True)
        else:
            _add_policy(workflows, reader, item)


def _add_workflow(workflows: Workflows, workflow: Workflow, problems: list[Problem]) -> None:
    other = workflows.by_id.get(workflow.xml_id) or workflows.by_model.get(workflow.model)
    if other is not None:
        problems.append(Problem(
            f"Model {workflow.model!r} has the workflow {other.xml_id} already, declared in {other.place.file}:{other.place.line}.",
            workflow.place.file, workflow.place.line, "Extend it with <workflow_extend>."))
        return
    workflows.by_id[workflow.xml_id] = workflow
    workflows.by_model[workflow.model] = workflow


def _add_policy(workflows: Workflows, reader: Reader, item: Declared) -> None:
    policy = reader.policy(item.element)
    xml_id, _slash, slot_name = policy.slot.partition("/")
    workflow = workflows.by_id.get(xml_id)
    if workflow is None:
        reader.problem(item.element, f"Policy {policy.xml_id}: there is no workflow {xml_id!r}."
                       + suggest(xml_id, workflows.by_id), "slot=\"module.workflow_id/slot_name\"")
        return
    if slot_name not in workflow.slots:
        reader.problem(item.element, f"Policy {policy.xml_id}: {xml_id} has no slot {slot_name!r}."
                       + suggest(slot_name, workflow.slots))
        return
    known = workflow.policies.setdefault(slot_name, [])
    twin = next((other for other in known if other.value == policy.value), None)
    if twin is not None:
        reader.problem(item.element, f"The value {policy.value!r} of slot {policy.slot} is taken by {twin.xml_id} "
                                     f"({twin.place.file}:{twin.place.line}).")
        return
    known.append(policy)
    known.sort(key=lambda other: other.sequence)


# -- checks ---------------------------------------------------------------------------------------------------------

class _Checks:
    """What must hold before a workflow may run."""

    def __init__(self, registry: Registry, workflows: Workflows, problems: list[Problem]) -> None:
        self.registry = registry
        self.workflows = workflows
        self.problems = problems

    def run(self) -> None:
        self._resolve_functions()
        for workflow in self.workflows.by_id.values():
            model = self.registry.models.get(workflow.model)
            if model is None:
                self._problem(workflow.place, f"There is no model {workflow.model!r}."
                              + suggest(workflow.model, self.registry.models))
                continue
            if workflow.states:
                self._lifecycle(workflow, model)
            self._functions_of(workflow)
            self._facets(workflow, model)
            self._slots(workflow, model)
            self._watches(workflow)

    def _problem(self, place: Place, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(message, place.file, place.line, hint))

    def _resolve_functions(self) -> None:
        """Which function each name means here; two unrelated addons claiming one name is a conflict."""
        loaded = self.registry.loaded_modules
        for (kind, name), registrations in names.all_registrations().items():
            present = [r for r in registrations if r.addon is None or r.addon in loaded]
            present.sort(key=lambda r: loaded.index(r.addon) if r.addon else -1)
            for earlier, later in zip(present, present[1:], strict=False):
                if earlier.addon == later.addon or earlier.addon and later.addon and earlier.addon not in _dependencies(later.addon):
                    self._problem(Place(later.addon or "", later.file, later.line),
                                  f"The {kind} {name!r} is registered by {earlier.addon} too, at {earlier.place}.",
                                  f"Choose another name, or let {later.addon} depend on {earlier.addon} to override it.")
            if present:
                self.workflows.functions[kind, name] = present[-1]

    def _lifecycle(self, workflow: Workflow, model: Any) -> None:
        field = model._fields.get(workflow.field or "")
        if field is None:
            self._problem(workflow.place, f"{workflow.model} has no field {workflow.field!r}."
                          + suggest(workflow.field or "", model._fields))
            return
        self._states(workflow, field)
        self._transitions(workflow, model)
        self._reachability(workflow)

    def _states(self, workflow: Workflow, field: Any) -> None:
        values = {pair[0] for pair in field.selection} if isinstance(field.selection, list) else None
        if values is not None:
            for state in workflow.states.values():
                if state.name not in values:
                    self._problem(state.place, f"The state {state.name!r} is not a value of {field}."
                                  + suggest(state.name, values))
            missing = values - workflow.states.keys()
            if missing:
                self._problem(workflow.place, f"{field} has the values {', '.join(sorted(missing))}, which {workflow.xml_id} "
                                              "does not declare as states.", "Add <state> elements, also by <workflow_extend>.")
        initial = [state for state in workflow.states.values() if state.initial]
        if len(initial) != 1:
            places = ", ".join(f"{s.place.file}:{s.place.line}" for s in initial)
            self._problem(workflow.place, f"{workflow.xml_id} needs exactly one initial state, it has {len(initial)}"
                          + (f" ({places})." if places else "."))

    def _transitions(self, workflow: Workflow, model: Any) -> None:
        for transition in workflow.transitions.values():
            for name in (*transition.sources, transition.to):
                if name not in workflow.states:
                    self._problem(transition.place, f"Transition {transition.name!r}: there is no state {name!r}."
                                  + suggest(name, workflow.states))
            if transition.method and not callable(getattr(model, transition.method, None)):
                self._problem(transition.place, f"Transition {transition.name!r}: {workflow.model} has no method "
                              f"{transition.method!r}." + suggest(transition.method, dir(model)))
            if transition.auto and not transition.when:
                self._problem(transition.place, f"Transition {transition.name!r} is automatic, so it needs a condition (when).")

    def _reachability(self, workflow: Workflow) -> None:
        exits: dict[str, set[str]] = {name: set() for name in workflow.states}
        for transition in workflow.transitions.values():
            for source in transition.sources:
                exits.setdefault(source, set()).add(transition.to)
        initial = next((state.name for state in workflow.states.values() if state.initial), None)
        reached, stack = set(), [initial] if initial else []
        while stack:
            name = stack.pop()
            if name not in reached:
                reached.add(name)
                stack.extend(exits.get(name, ()))
        for state in workflow.states.values():
            if initial and state.name not in reached:
                self._problem(state.place, f"The state {state.name!r} cannot be reached from {initial!r}.")
            if not exits[state.name] and not state.final:
                self._problem(state.place, f"The state {state.name!r} has no way out.", 'Mark it final="1" or add a transition.')
            if exits[state.name] and state.final:
                self._problem(state.place, f"The state {state.name!r} is final but has a way out.")

    def _functions_of(self, workflow: Workflow) -> None:
        for transition in workflow.transitions.values():
            for kind, hooks in (("guard", transition.guards), ("effect", transition.effects)):
                for hook in hooks:
                    self._named(kind, hook.call, hook.place)
            if transition.when:
                self._named("condition", transition.when, transition.place)
        owners: list[Slot | Policy] = [*workflow.slots.values()]
        owners += [policy for policies in workflow.policies.values() for policy in policies]
        for owner in owners:
            for step in owner.steps:
                self._named("step", step.do, step.place)
                if step.when:
                    self._named("condition", step.when, step.place)

    def _named(self, kind: str, name: str, place: Place) -> None:
        registration = self.workflows.functions.get((kind, name))
        if registration is None:
            known = [other for k, other in self.workflows.functions if k == kind]
            self._problem(place, f"No addon registers the {kind} {name!r}." + suggest(name, known),
                          f"Register it: @workflow.{kind}({name!r}), and depend on the addon that does.")
        elif registration.addon and registration.addon != place.module \
                and registration.addon not in _dependencies(place.module):
            self._problem(place, f"The {kind} {name!r} comes from {registration.addon} ({registration.place}), which "
                                 f"{place.module} does not depend on.", f"Add {registration.addon!r} to the manifest's depends.")

    def _facets(self, workflow: Workflow, model: Any) -> None:
        for facet in workflow.facets.values():
            if facet.name not in model._fields:
                self._problem(facet.place, f"Facet {facet.name!r}: {workflow.model} has no such field."
                              + suggest(facet.name, model._fields))

    def _slots(self, workflow: Workflow, model: Any) -> None:
        for slot in workflow.slots.values():
            field = model._fields.get(slot.field)
            if field is None:
                self._problem(slot.place, f"Slot {slot.name!r}: {workflow.model} has no field {slot.field!r}."
                              + suggest(slot.field, model._fields))
            elif field.type != "selection":
                self._problem(slot.place, f"Slot {slot.name!r}: {field} must be a selection.")
            for name in slot.states:
                if name not in workflow.states:
                    self._problem(slot.place, f"Slot {slot.name!r}: there is no state {name!r}." + suggest(name, workflow.states))
            if slot.freeze_on and slot.freeze_on not in workflow.transitions:
                self._problem(slot.place, f"Slot {slot.name!r}: there is no transition {slot.freeze_on!r}."
                              + suggest(slot.freeze_on, workflow.transitions))

    def _watches(self, workflow: Workflow) -> None:
        for watch in workflow.watches:
            model = self.registry.models.get(watch.model)
            if model is None:
                self._problem(watch.place, f"<watch>: there is no model {watch.model!r}."
                              + suggest(watch.model, self.registry.models))
                continue
            for name in watch.fields:
                if name not in model._fields:
                    self._problem(watch.place, f"<watch>: {watch.model} has no field {name!r}." + suggest(name, model._fields))
            for name in watch.owner.split("."):
                field = model._fields.get(name)
                if field is None or not field.comodel_name:
                    self._problem(watch.place, f"<watch>: {watch.owner!r} does not lead from {watch.model} to {workflow.model}: "
                                               f"{model._name} has no relation {name!r}." + suggest(name, model._fields))
                    break
                model = self.registry.models[field.comodel_name]
            else:
                if model._name != workflow.model:
                    self._problem(watch.place, f"<watch>: {watch.owner!r} leads from {watch.model} to {model._name}, "
                                               f"not to {workflow.model}.")


@functools.lru_cache(maxsize=1024)
def _dependencies(addon: str) -> frozenset[str]:
    """All addons that ``addon`` depends on."""
    try:
        return frozenset(graph.load_order([addon])) - {addon}
    except LoadError:
        return frozenset()


# -- hooking in -------------------------------------------------------------------------------------------------------

def _install(registry: Registry, workflows: Workflows) -> None:
    from core.workflow import engine
    for workflow in workflows.by_id.values():
        model = registry.models[workflow.model]
        if "workflow" not in model._fields:
            type.__setattr__(model, "workflow", engine.RecordWorkflow.property())
        if workflow.states and workflow.field:
            registry.write_hooks[workflow.model, workflow.field] = functools.partial(engine.on_state_written, workflow)
        for slot in workflow.slots.values():
            _offer_policies(model, slot, workflow)
            if slot.freeze_on:
                registry.write_hooks[workflow.model, slot.field] = functools.partial(engine.on_policy_written, workflow, slot)
        for watch in workflow.watches:
            workflows.watchers.setdefault(watch.model, []).append((workflow, watch))
            _watch(registry, watch.model, watch.fields)
        if workflow.facets:
            _watch(registry, workflow.model, tuple(workflow.facets))
            registry.remembered.update(
                field for name in workflow.facets if (field := model._fields[name]).store and field.compute)
            for name, facet in workflow.facets.items():
                if model._fields[name].compute:
                    registry.write_hooks.setdefault((workflow.model, name), functools.partial(engine.on_facet_written, facet))
    for model_name in workflows.watchers:
        registry.before_unlink.setdefault(model_name, []).append(engine.on_unlink)
    registry.before_commit.append(engine.settle_touched)


def _watch(registry: Registry, model_name: str, fields: tuple[str, ...]) -> None:
    if model_name in registry.watched and registry.watched[model_name] is None:
        return
    if not fields:
        registry.watched[model_name] = None
    else:
        registry.watched[model_name] = frozenset(fields) | (registry.watched.get(model_name) or frozenset())


def _offer_policies(model: Any, slot: Any, workflow: Workflow) -> None:
    """The values of the slot's field are those of the installed policies."""
    field = model._fields[slot.field]
    declared = field._args.get("selection")
    values = dict(declared) if isinstance(declared, list) else {}
    for policy in workflow.policies.get(slot.name, ()):
        values.setdefault(policy.value, policy.string)
    field.selection = list(values.items())
    field._known = frozenset(values)


def _ignore(loader: Any, element: etree._Element) -> None:
    """Workflow elements are read from disk when the registry is set up; loading data has nothing to do with them."""


for _tag in ("workflow", "workflow_extend", "policy"):
    tags.register(_tag, _ignore)

AFTER_SETUP.append(compose)

"""Workflows as addons declare them in XML: names only, with the place each came from.

The files are those of the manifest's ``data`` that lie in a folder ``workflow``. They are read when the registry is
set up, from disk, so that a running server and its database never disagree about code and declarations.
"""
from __future__ import annotations

import dataclasses
import difflib
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from core.base.errors import Problem


@dataclass(frozen=True)
class Place:
    """Where a declaration stands."""

    module: str
    file: str
    line: int


@dataclass
class State:
    name: str
    string: str
    initial: bool
    final: bool
    place: Place


@dataclass
class Hook:
    """A guard or effect of a transition."""

    name: str
    call: str
    before: str | None
    after: str | None
    place: Place


@dataclass
class Transition:
    name: str
    method: str | None
    sources: tuple[str, ...]
    to: str
    string: str
    groups: str | None
    auto: bool
    when: str | None
    place: Place
    guards: list[Hook] = dataclasses.field(default_factory=list)
    effects: list[Hook] = dataclasses.field(default_factory=list)


@dataclass
class Facet:
    """A derived status; ``done`` lists the values that count as complete (none: any true value)."""

    name: str
    string: str
    done: tuple[str, ...]
    step: str | None
    place: Place


@dataclass
class Watch:
    """Documents whose change wakes their owner; ``owner`` is a dotted path from the document."""

    model: str
    owner: str
    fields: tuple[str, ...]
    place: Place


@dataclass
class Step:
    name: str
    do: str
    mode: str
    when: str | None
    string: str
    groups: str | None
    place: Place


@dataclass
class Slot:
    """Where policies plug in; its own steps apply to records without a policy."""

    name: str
    states: tuple[str, ...]
    field: str
    freeze_on: str | None
    place: Place
    steps: list[Step] = dataclasses.field(default_factory=list)


@dataclass
class Policy:
    xml_id: str
    slot: str
    value: str
    string: str
    sequence: int
    place: Place
    steps: list[Step] = dataclasses.field(default_factory=list)


@dataclass
class Workflow:
    xml_id: str
    model: str
    field: str | None
    place: Place
    direct: bool = False
    """Whether a program (the superuser) may assign a state to which no transition leads, as existing addons do."""
    states: dict[str, State] = dataclasses.field(default_factory=dict)
    transitions: dict[str, Transition] = dataclasses.field(default_factory=dict)
    facets: dict[str, Facet] = dataclasses.field(default_factory=dict)
    slots: dict[str, Slot] = dataclasses.field(default_factory=dict)
    watches: list[Watch] = dataclasses.field(default_factory=list)
    policies: dict[str, list[Policy]] = dataclasses.field(default_factory=dict)


@dataclass
class Declared:
    """A root element of a workflow file."""

    tag: str
    element: etree._Element
    place: Place


@functools.lru_cache(maxsize=512)
def _parse(path: str, stamp: int) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=False)
    return etree.parse(path, parser).getroot()


def read_file(module: str, path: Path) -> tuple[list[Declared], list[Problem]]:
    """The declarations in a file, and what is wrong with its XML."""
    try:
        root = _parse(str(path), os.stat(path).st_mtime_ns)
    except etree.XMLSyntaxError as error:
        return [], [Problem(f"Broken XML: {error.msg}", str(path), error.lineno)]
    except OSError as error:
        return [], [Problem(f"The file cannot be read: {error.strerror}", str(path))]
    found = [Declared(str(element.tag), element, Place(module, str(path), element.sourceline or 0))
             for element in _elements(root) if element.tag in ("workflow", "workflow_extend", "policy")]
    return found, []


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    for element in root:
        if element.tag == "data":
            yield from element
        else:
            yield element


def _words(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").replace(",", " ").split())


def _true(text: str | None) -> bool:
    return text in ("1", "True", "true")


class Reader:
    """Builds one declaration from an element; collects what it does not understand."""

    def __init__(self, declared: Declared, problems: list[Problem]) -> None:
        self.module = declared.place.module
        self.file = declared.place.file
        self.problems = problems

    def place(self, element: etree._Element) -> Place:
        return Place(self.module, self.file, element.sourceline or 0)

    def problem(self, element: etree._Element, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(message, self.file, element.sourceline, hint))

    def required(self, element: etree._Element, name: str) -> str:
        value = element.get(name)
        if not value:
            self.problem(element, f"<{element.tag}> needs the attribute {name!r}.")
        return value or ""

    def qualified(self, xml_id: str) -> str:
        return xml_id if "." in xml_id else f"{self.module}.{xml_id}"

    def known(self, element: etree._Element, *names: str) -> None:
        for name in element.keys():
            if name not in names:
                self.problem(element, f"<{element.tag}> has no attribute {name!r}.",
                             f"It takes {', '.join(names)}.")

    # -- parts ------------------------------------------------------------------------------------------------------

    def state(self, element: etree._Element) -> State:
        self.known(element, "name", "string", "initial", "final")
        name = self.required(element, "name")
        return State(name, element.get("string") or name, _true(element.get("initial")), _true(element.get("final")),
                     self.place(element))

    def transition(self, element: etree._Element) -> Transition:
        self.known(element, "name", "method", "from", "to", "string", "groups", "auto", "when")
        name = self.required(element, "name")
        transition = Transition(
            name, element.get("method"), _words(self.required(element, "from")), self.required(element, "to"),
            element.get("string") or name.replace("_", " ").capitalize(), element.get("groups"),
            _true(element.get("auto")), element.get("when"), self.place(element))
        self.hooks(element, transition)
        return transition

    def hooks(self, element: etree._Element, transition: Transition) -> None:
        """The guards and effects inside a transition, put where their anchors say."""
        for child in element:
            if child.tag not in ("guard", "effect"):
                self.problem(child, f"<{child.tag}> cannot stand in a transition.", "It takes guard and effect.")
                continue
            self.known(child, "name", "call", "before", "after")
            hook = Hook(self.required(child, "name"), self.required(child, "call"), child.get("before"),
                        child.get("after"), self.place(child))
            self.insert(child, transition.guards if child.tag == "guard" else transition.effects, hook)

    def insert(self, element: etree._Element, hooks: list[Hook], hook: Hook) -> None:
        twin = next((other for other in hooks if other.name == hook.name), None)
        if twin is not None:
            self.problem(element, f"{hook.name!r} is declared twice in this transition; the other place is "
                                  f"{twin.place.file}:{twin.place.line}.", "Choose another name.")
            return
        anchor = hook.before or hook.after
        if not anchor:
            hooks.append(hook)
            return
        position = next((index for index, other in enumerate(hooks) if other.name == anchor), None)
        if position is None:
            self.problem(element, f"The anchor {anchor!r} does not exist in this transition.",
                         f"There are: {', '.join(other.name for other in hooks) or 'none'}.")
            return
        hooks.insert(position if hook.before else position + 1, hook)

    def facet(self, element: etree._Element) -> Facet:
        self.known(element, "name", "string", "done", "step")
        name = self.required(element, "name")
        return Facet(name, element.get("string") or name, _words(element.get("done")), element.get("step"),
                     self.place(element))

    def watch(self, element: etree._Element) -> Watch:
        self.known(element, "model", "owner", "fields")
        return Watch(self.required(element, "model"), self.required(element, "owner"), _words(element.get("fields")),
                     self.place(element))

    def step(self, element: etree._Element) -> Step:
        self.known(element, "name", "do", "mode", "when", "string", "groups")
        name = self.required(element, "name")
        mode = element.get("mode") or "auto"
        if mode not in ("auto", "manual"):
            self.problem(element, f"mode={mode!r}: a step is 'auto' or 'manual'.")
        return Step(name, self.required(element, "do"), mode, element.get("when"),
                    element.get("string") or name.replace("_", " ").capitalize(), element.get("groups"), self.place(element))

    def slot(self, element: etree._Element) -> Slot:
        self.known(element, "name", "states", "field", "freeze_on")
        slot = Slot(self.required(element, "name"), _words(self.required(element, "states")),
                    self.required(element, "field"), element.get("freeze_on"), self.place(element))
        slot.steps = self.steps(element)
        return slot

    def steps(self, element: etree._Element) -> list[Step]:
        steps: dict[str, Step] = {}
        for child in element:
            if child.tag != "step":
                self.problem(child, f"<{child.tag}> cannot stand in <{element.tag}>.", "It takes step.")
                continue
            step = self.step(child)
            if step.name in steps:
                self.problem(child, f"The step {step.name!r} is declared twice.")
            steps[step.name] = step
        return list(steps.values())

    def policy(self, element: etree._Element) -> Policy:
        self.known(element, "id", "slot", "value", "string", "sequence")
        value = self.required(element, "value")
        policy = Policy(self.qualified(self.required(element, "id")), self.required(element, "slot"), value,
                        element.get("string") or value, int(element.get("sequence") or 10), self.place(element))
        policy.steps = self.steps(element)
        if not policy.steps:
            self.problem(element, f"The policy {policy.xml_id} has no step.")
        return policy

    def workflow(self, element: etree._Element) -> Workflow:
        self.known(element, "id", "model", "field", "direct")
        workflow = Workflow(self.qualified(self.required(element, "id")), self.required(element, "model"),
                            element.get("field"), self.place(element), direct=element.get("direct") in ("1", "True"))
        self.parts(element, workflow, extending=False)
        return workflow

    def parts(self, element: etree._Element, workflow: Workflow, *, extending: bool) -> None:
        """Add the children of <workflow> or <workflow_extend> to the workflow."""
        for child in element:
            if child.tag == "state":
                state = self.state(child)
                self.add(child, workflow.states, state.name, state)
            elif child.tag == "transition":
                self._transition(child, workflow, extending)
            elif child.tag == "facet":
                facet = self.facet(child)
                self.add(child, workflow.facets, facet.name, facet)
            elif child.tag == "watch":
                workflow.watches.append(self.watch(child))
            elif child.tag == "slot":
                self._slot(child, workflow, extending)
            else:
                self.problem(child, f"<{child.tag}> cannot stand in <{element.tag}>.",
                             "It takes state, transition, facet, watch and slot.")

    def _transition(self, element: etree._Element, workflow: Workflow, extending: bool) -> None:
        known = workflow.transitions.get(element.get("name") or "")
        if known is not None and extending and not element.get("to"):
            self.known(element, "name", "string", "groups")
            known.string = element.get("string") or known.string
            known.groups = element.get("groups") or known.groups
            self.hooks(element, known)
            return
        if extending and not element.get("to") and not element.get("from"):
            near = difflib.get_close_matches(element.get("name") or "", workflow.transitions, 1)
            self.problem(element, f"There is no transition {element.get('name')!r} to extend.",
                         (f"Did you mean {near[0]!r}? " if near else "") + "A new one needs 'from' and 'to'.")
            return
        transition = self.transition(element)
        self.add(element, workflow.transitions, transition.name, transition)

    def _slot(self, element: etree._Element, workflow: Workflow, extending: bool) -> None:
        known = workflow.slots.get(element.get("name") or "")
        if known is not None and extending:
            self.known(element, "name")
            known.steps += self.steps(element)
            return
        slot = self.slot(element)
        self.add(element, workflow.slots, slot.name, slot)

    def add(self, element: etree._Element, parts: dict, name: str, part: object) -> None:
        if name in parts:
            other = parts[name].place
            self.problem(element, f"<{element.tag} name={name!r}> is declared already in {other.file}:{other.line}.",
                         "Extend it (without 'to'), or choose another name.")
        else:
            parts[name] = part

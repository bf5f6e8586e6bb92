"""The way of one record through its workflow, in the user's words: what happened, where it stands, what can come next."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core.i18n import _
from core.i18n.formats import format_date
from core.workflow.declaration import Step, Workflow
from core.workflow.drawing import Drawing, Edge, Node

if TYPE_CHECKING:
    from core.workflow.engine import Available, RecordWorkflow

#: Entries of the history that are shown; the newest count.
MOST_ENTRIES = 60


@dataclass(slots=True)
class Entry:
    """A line of the history. ``created`` are (model, id, name) of the documents a step made."""

    date: datetime
    who: str
    what: str
    automatic: bool
    created: list[tuple[str, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Path:
    """A record's way: the drawing and the same told as text."""

    drawing: Drawing
    entries: list[Entry]
    offers: list[Available]


def of_record(workflow: RecordWorkflow, label: Any, state_label: Any, steps: list[tuple[Step, str]]) -> Path:
    """The way of one record.

    :param label: function that gives a declared part's name in the user's language
    :param state_label: function that gives a state's name
    :param steps: the steps of the record's policy, each with its mode ('auto' or 'manual')
    """
    record, definition = workflow.records, workflow.definition
    history = workflow.history().sudo()
    offers = workflow.available()
    progress = workflow.progress()
    drawing = Drawing(_("The way of %s", record.display_name))
    current = record[definition.field] if definition.field else False
    visits = _visits(record, definition, history)
    marks = {item["name"]: item["status"] for item in progress if item["kind"] == "state"}
    for name in definition.states:
        mark = marks.get(name, "todo") if name == current else "done" if name in visits else "todo"
        drawing.states.append(Node(name, state_label(name), mark.replace("todo", ""), visits.get(name, "")))
    drawing.edges = _edges(definition, label, current, history, offers)
    drawing.facts = _facts(record, definition, progress, history, steps)
    return Path(drawing, [_entry(each, definition, label, state_label) for each in history[-MOST_ENTRIES:]],
                [offer for offer in offers if _is_near(offer, definition, current)])


def of_definition(definition: Workflow, label: Any) -> Drawing:
    """The workflow itself, without a record."""
    drawing = Drawing(definition.xml_id)
    drawing.states = [Node(state.name, label(state), "", _("beginning") if state.initial else _("end") if state.final else "")
                      for state in definition.states.values()]
    drawing.edges = [Edge(source, transition.to, label(transition)) for transition in definition.transitions.values()
                     for source in transition.sources]
    drawing.facts = [Node(facet.name, label(facet), "", facet.step or "") for facet in definition.facets.values()]
    return drawing


def _visits(record: Any, definition: Workflow, history: Any) -> dict[str, str]:
    """Who brought the record into which state, and when; of several visits the last one."""
    visits = {}
    moves = [entry for entry in history if entry.kind == "transition"]
    first = moves[0].from_state if moves else record[definition.field] if definition.field else None
    if first and "create_date" in record._fields:
        creator = record.sudo()
        visits[first] = _signature(record, creator.create_date, creator.create_uid)
    for entry in moves:
        visits[entry.to_state] = _signature(record, entry.date, entry.user_id)
    return visits


def _signature(record: Any, date: Any, user: Any) -> str:
    return f"{format_date(record.env, date)} · {user.display_name}" if date else str(user.display_name or "")


def _edges(definition: Workflow, label: Any, current: Any, history: Any, offers: list[Available]) -> list[Edge]:
    taken = {(entry.name, entry.from_state) for entry in history if entry.kind == "transition"}
    offered = {offer.name: offer for offer in offers if offer.kind == "transition"}
    edges = []
    for transition in definition.transitions.values():
        for source in transition.sources:
            mark, why = "done" if (transition.name, source) in taken else "", ""
            offer = offered.get(transition.name)
            if source == current and offer is not None:
                mark = "open" if offer.enabled else "refused"
                why = " ".join(str(refusal.message) for refusal in offer.refusals)
            edges.append(Edge(source, transition.to, label(transition), mark, why))
    return edges


def _facts(record: Any, definition: Workflow, progress: list[dict[str, Any]], history: Any, steps: list[tuple[Step, str]]) -> list[Node]:
    modes = {step.name: _("automatic") if mode == "auto" else _("by hand") for step, mode in steps}
    changed = {entry.name: entry for entry in history if entry.kind == "facet"}
    facts = []
    for item in progress:
        if item["kind"] != "facet":
            continue
        entry = changed.get(item["name"])
        facet = definition.facets[item["name"]]
        note = _signature(record, entry.date, entry.user_id) if entry and item["status"] == "done" else modes.get(facet.step or "", "")
        facts.append(Node(item["name"], item["string"], "" if item["status"] == "todo" else item["status"], note))
    return facts


def _is_near(offer: Available, definition: Workflow, current: Any) -> bool:
    """Whether it concerns the present state: what applies to other states only is no possible next step."""
    return offer.kind != "transition" or current in definition.transitions[offer.name].sources


def _entry(entry: Any, definition: Workflow, label: Any, state_label: Any) -> Entry:
    return Entry(entry.date, entry.user_id.display_name, _told(entry, definition, label, state_label), bool(entry.automatic), _documents(entry))


def _told(entry: Any, definition: Workflow, label: Any, state_label: Any) -> str:
    """What an entry says; parts that addons have taken away since keep their technical name."""
    if entry.kind == "transition":
        transition = definition.transitions.get(entry.name)
        name = label(transition) if transition else entry.name
        return f"{name}: {state_label(entry.from_state)} → {state_label(entry.to_state)}"
    if entry.kind == "facet":
        facet = definition.facets.get(entry.name)
        before, after = (_value(entry, value) for value in (entry.from_state, entry.to_state))
        return f"{label(facet) if facet else entry.name}: {before} → {after}"
    steps = [step for policies in definition.policies.values() for policy in policies for step in policy.steps]
    steps += [step for slot in definition.slots.values() for step in slot.steps]
    step = next((each for each in steps if each.name == entry.name), None)
    return label(step) if step and step.string else _("Step “%s”", entry.name)


def _value(entry: Any, value: str) -> str:
    """A derived status as people read it."""
    described = {}
    if entry.model in entry.env.registry:
        described = entry.env[entry.model].fields_get([entry.name], ["type", "selection"]).get(entry.name, {})
    if described.get("type") == "boolean":
        return _("yes") if value == "True" else _("no")
    return str(dict(described.get("selection") or ()).get(value, value) or "–")


def _documents(entry: Any) -> list[tuple[str, int, str]]:
    """Documents a step made that still exist and that the user may read."""
    if not entry.created_documents:
        return []
    model, _colon, ids = entry.created_documents.partition(":")
    env = entry.sudo(False).env
    if model not in env.registry:
        return []
    found = env[model].browse(map(int, ids.split(","))).exists()
    return [(model, record.id, record.display_name) for record in found._filtered_access("read")]

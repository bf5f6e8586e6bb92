"""The way of one record: where it has been, what can come next and why not, what it brought about."""
from __future__ import annotations

from core import workflow


def new_ticket(env, **values):
    return env["wf.ticket"].create({"name": "T", "owner_id": 2, **values})


def marks(path):
    return {state.name: state.mark for state in path.drawing.states}


def test_a_new_record_stands_at_the_beginning(ticket_env):
    path = new_ticket(ticket_env).workflow.path()

    assert marks(path) == {"new": "current", "open": "", "closed": ""}
    assert path.drawing.states[0].note  # who made it, and when
    assert path.entries == []


def test_what_is_possible_and_what_is_refused_is_on_the_arrows(ticket_env):
    path = new_ticket(ticket_env, owner_id=False).workflow.path()

    edge = next(edge for edge in path.drawing.edges if edge.source == "new")
    assert (edge.mark, edge.why) == ("refused", "Ticket T has no owner.")
    assert [(offer.name, offer.enabled) for offer in path.offers if offer.kind == "transition"] == [("open", False)]

    assert next(edge.mark for edge in new_ticket(ticket_env).workflow.path().drawing.edges if edge.source == "new") == "open"


def test_what_happened_is_told_with_what_came_of_it(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="now")
    ticket.action_open()
    ticket.bill_ids.paid = True
    ticket_env.flush_all()
    workflow.settle_touched(ticket_env)
    ticket.action_close()

    path = ticket.workflow.path()
    assert marks(path) == {"new": "done", "open": "done", "closed": "current"}
    assert [entry.what for entry in path.entries if "→" in entry.what and not entry.what.startswith("Paid")] == ["Open: New → Open", "Close: Open → Closed"]
    assert [(model, name) for entry in path.entries for model, _id, name in entry.created] == [("wf.bill", "Bill")]
    assert "Paid: no → yes" in [entry.what for entry in path.entries]
    assert path.drawing.facts[0].string == "Paid"


def test_it_can_be_drawn(ticket_env):
    assert workflow.svg(new_ticket(ticket_env).workflow.path().drawing).startswith("<svg")


def test_every_declared_workflow_has_a_drawing(ticket_env):
    drawings = {definition.xml_id: drawing for definition, drawing in workflow.drawings(ticket_env)}

    drawing = drawings["wf_ticket.workflow_ticket"]
    assert [(state.name, state.note) for state in drawing.states] == [("new", "beginning"), ("open", ""), ("closed", "end")]
    assert [(edge.source, edge.target) for edge in drawing.edges] == [("new", "open"), ("open", "closed")]
    assert [(fact.string, fact.note) for fact in drawing.facts] == [("Paid", "bill")]

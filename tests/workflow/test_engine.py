"""Transitions, policies, settling and history of the engine."""
from __future__ import annotations

import psycopg2
import pytest

from core.exceptions import UserError
from core.workflow import Refused, operation


def new_ticket(env, **values):
    return env["wf.ticket"].create({"name": "T", "owner_id": 2, **values})


def test_fire_runs_effects_in_anchor_order_and_moves_the_state(ticket_env):
    tickets = new_ticket(ticket_env) | new_ticket(ticket_env)

    tickets.action_open()

    assert tickets.mapped("state") == ["open", "open"]
    assert tickets.mapped("opened") == [2, 2]
    assert tickets.mapped("stamp") == ["stamp ", "stamp "]


def test_all_refusals_of_all_records_are_collected_and_nothing_happens(ticket_env):
    good, bad = new_ticket(ticket_env), new_ticket(ticket_env, name="?", owner_id=False)

    with pytest.raises(Refused) as caught:
        (good | bad).action_open()

    assert [refusal.code for refusal in caught.value.refusals] == ["wf.no_owner", "wf.no_name"]
    assert "Ticket ? has no owner. Assign somebody." in str(caught.value)
    assert good.state == bad.state == "new"
    assert not good.workflow.history()


def test_confirming_twice_says_so(ticket_env):
    ticket = new_ticket(ticket_env)
    ticket.action_open()

    with pytest.raises(Refused, match="T is “Open” already"):
        ticket.action_open()


def test_assigning_the_state_is_firing_the_transition(ticket_env):
    ticket = new_ticket(ticket_env, owner_id=False)
    with pytest.raises(Refused, match="has no owner"):
        ticket.state = "open"

    ticket.owner_id = 2
    ticket.write({"state": "open", "name": "T2"})

    assert (ticket.state, ticket.name, ticket.stamp) == ("open", "T2", "stamp ")


def test_an_illegal_assignment_names_the_legal_ones(ticket_env):
    ticket = new_ticket(ticket_env)
    with pytest.raises(UserError, match="cannot go from “New” to “Closed”. From there it can go to: “Open” \\(Open\\)"):
        ticket.state = "closed"


def test_a_facet_cannot_be_set_by_hand(ticket_env):
    admin = ticket_env.ref("base.user_admin")
    ticket = new_ticket(ticket_env)
    with pytest.raises(UserError, match="follows from the documents behind it"):
        ticket.with_user(admin).write({"is_paid": True})


def test_automatic_step_runs_once_whatever_happens(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="now")
    ticket.action_open()
    assert len(ticket.bill_ids) == 1

    ticket.workflow.settle()
    ticket.workflow.settle()

    assert len(ticket.bill_ids) == 1


def test_a_watched_document_wakes_its_owner_at_the_end_of_the_operation(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="now")
    ticket.action_open()
    with operation(ticket_env):
        ticket.bill_ids.unlink()
        assert not ticket.bill_ids

    assert len(ticket.bill_ids) == 1, "the step is level-triggered: the missing bill was made again"


def test_a_watched_document_wakes_its_owner_before_the_commit(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="now")
    ticket.action_open()
    ticket.bill_ids.unlink()

    ticket_env.cr.flush()

    assert len(ticket.bill_ids) == 1


def test_manual_step_waits_for_its_button_and_its_condition(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="hand")
    ticket.action_open()
    assert not ticket.bill_ids

    with pytest.raises(Refused, match="The bill of the ticket is paid"):
        ticket.workflow.run("more")
    assert ticket.workflow.run("bill") == ticket.bill_ids

    assert len(ticket.bill_ids) == 1


def test_available_lists_everything_with_its_reasons(ticket_env):
    ticket = new_ticket(ticket_env, owner_id=False, billing_policy="hand")

    available = {item.name: item for item in ticket.workflow.available()}
    assert [refusal.code for refusal in available["open"].refusals] == ["wf.no_owner"]
    assert [refusal.code for refusal in available["close"].refusals] == ["workflow.state"]
    assert "bill" not in available

    ticket.owner_id = 2
    ticket.action_open()
    available = {item.name: item for item in ticket.workflow.available()}
    assert available["bill"].enabled and available["bill"].string == "Make the bill"
    assert not available["more"].enabled


def test_history_is_one_readable_chain(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="now")
    ticket.action_open()
    with operation(ticket_env):
        ticket.bill_ids.paid = True

    entries = [(entry.kind, entry.name, entry.from_state, entry.to_state) for entry in ticket.workflow.history()]
    assert entries == [
        ("transition", "open", "new", "open"), ("step", "bill", False, False), ("facet", "is_paid", False, "True")]
    opened, billed, _paid = ticket.workflow.history()
    assert billed.cause_id == opened.id
    assert billed.created_documents == f"wf.bill:{ticket.bill_ids.id}"
    assert billed.policy == "wf_ticket.policy_now"


def test_history_cannot_be_changed_by_anybody(ticket_env):
    ticket = new_ticket(ticket_env)
    ticket.action_open()
    ticket.workflow.history()
    for statement in ("UPDATE workflow_history SET name = 'x'", "DELETE FROM workflow_history"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege), ticket_env.cr.savepoint():
            ticket_env.cr.execute(statement)


def test_policy_is_frozen_after_opening(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="hand")
    ticket.billing_policy = "now"
    ticket.action_open()
    with pytest.raises(UserError, match="policy cannot be changed"):
        ticket.billing_policy = "hand"


def test_a_setting_switches_a_step_to_manual(ticket_env):
    ticket_env["workflow.step.mode"].create({"policy": "wf_ticket.policy_now", "step": "bill", "mode": "manual"})
    ticket = new_ticket(ticket_env, billing_policy="now")
    ticket.action_open()
    assert not ticket.bill_ids

    ticket.workflow.run("bill")

    assert ticket.workflow.history().filtered(lambda entry: entry.kind == "step").mode == "manual"


def test_a_setting_for_an_unknown_step_is_refused(ticket_env):
    with pytest.raises(UserError, match="has no step bil. Its steps are: bill"):
        ticket_env["workflow.step.mode"].create({"policy": "wf_ticket.policy_now", "step": "bil", "mode": "manual"})


def test_drawing(ticket_env):
    assert new_ticket(ticket_env, billing_policy="now").workflow.diagram() == '''stateDiagram-v2
    state "New" as new
    state "Open" as open
    state "Closed" as closed
    [*] --> new
    new --> open : Open [owner, named]
    open --> closed : Close
    closed --> [*]
    note right of open
        Bill at once
        bill (auto)
    end note
'''


def test_status_bar_follows_lifecycle_and_policy(ticket_env):
    ticket = new_ticket(ticket_env, billing_policy="now")
    assert [(item["string"], item["status"]) for item in ticket.workflow.progress()] == [
        ("New", "current"), ("Open", "todo"), ("Closed", "todo"), ("Paid", "todo")]


def test_savepoint_rollback_takes_history_along(ticket_env):
    ticket = new_ticket(ticket_env)
    with pytest.raises(ZeroDivisionError), ticket_env.cr.savepoint():
        ticket.action_open()
        1 / 0
    assert ticket.state == "new"
    assert not ticket.workflow.history()


@pytest.mark.parametrize(("model", "state", "path"), [
    ("sale.order", "draft", ["draft", "sale"]), ("sale.order", "sent", ["draft", "sent", "sale"]),
    ("sale.order", "sale", ["draft", "sale"]), ("sale.order", "cancel", ["draft", "cancel"]),
    ("account.move", "draft", ["draft", "posted"]), ("account.move", "cancel", ["draft", "cancel"]),
])
def test_the_way_of_a_document(env, model, state, path):
    from core.workflow import setup
    from core.workflow.engine import _main_path
    assert _main_path(setup.of(env.registry).by_model[model], state) == path

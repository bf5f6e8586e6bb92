"""Mistakes in workflow files: found before anything is changed, all at once, with file and line."""
from __future__ import annotations

import pytest
from ticket_world import MODELS, WORKFLOW, write_ticket_addon
from module_helpers import fingerprint

from core.base.errors import LoadError
from core.modules import operations


def problems(dbname, addons, old, new, models=MODELS):
    assert old in WORKFLOW
    write_ticket_addon(addons, WORKFLOW.replace(old, new), models)
    before = fingerprint(dbname)
    with pytest.raises(LoadError) as caught:
        operations.install(dbname, ["wf_ticket"])
    assert fingerprint(dbname) == before
    for problem in caught.value.problems:
        assert problem.file and problem.line, problem
    return "\n".join(map(str, caught.value.problems))


@pytest.mark.parametrize(("old", "new", "message"), [
    ('call="wf.has_owner"', 'call="wf.has_ownr"', "No addon registers the guard 'wf.has_ownr'. Did you mean 'wf.has_owner'?"),
    ('do="wf.ensure_bill" mode="auto"', 'do="wf.ensure" mode="auto"', "No addon registers the step 'wf.ensure'."),
    ('when="wf.is_paid"', 'when="wf.paid"', "No addon registers the condition 'wf.paid'."),
    ('method="action_open"', 'method="action_opn"', "wf.ticket has no method 'action_opn'. Did you mean 'action_open'?"),
    ('from="open" to="closed"', 'from="opn" to="closed"', "there is no state 'opn'"),
    ('initial="1"', '', "needs exactly one initial state, it has 0"),
    (' final="1"', '', "The state 'closed' has no way out."),
    ('<state name="open" string="Open"/>', '', "values open, which wf_ticket.workflow_ticket does not declare"),
    ('before="stamp"', 'before="stmp"', "The anchor 'stmp' does not exist"),
    ('model="wf.ticket"', 'model="wf.tickt"', "There is no model 'wf.tickt'. Did you mean 'wf.ticket'?"),
    ('field="billing_policy"', 'field="biling_policy"', "wf.ticket has no field 'biling_policy'"),
    ('owner="ticket_id"', 'owner="ticket"', "wf.bill has no relation 'ticket'"),
    ('<facet name="is_paid"', '<facet name="is_payed"', "wf.ticket has no such field"),
    ('value="hand"', 'value="now"', "The value 'now' of slot wf_ticket.workflow_ticket/billing is taken by"),
    ('mode="auto"/>', 'mode="automatic"/>', "a step is 'auto' or 'manual'"),
    ('<transition name="close"', '<transition nam="close" name="close"', "has no attribute 'nam'"),
    ('billing" value="now"', 'biling" value="now"', "has no slot 'biling'. Did you mean 'billing'?"),
])
def test_mistake_is_named_with_its_place(dbname, addons, old, new, message):
    assert message in problems(dbname, addons, old, new)


def test_all_mistakes_are_reported_together(dbname, addons):
    write_ticket_addon(addons, WORKFLOW.replace("wf.has_owner", "a.b").replace('"wf.is_paid"', '"c.d"')
                       .replace("action_close", "action_cls"))
    with pytest.raises(LoadError) as caught:
        operations.install(dbname, ["wf_ticket"])
    assert len(caught.value.problems) == 3


def test_broken_xml(dbname, addons):
    assert "ticket.xml:" in problems(dbname, addons, "</workflow>", "</workflw>")

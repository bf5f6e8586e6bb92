"""The small world of these tests: tickets that are worked on, billed and paid, declared as an addon would."""
from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "modules"))

from module_helpers import write_addon

MODELS = '''
from core import _, api, fields, models, workflow
from core.workflow import Refusal


class Ticket(models.Model):
    _name = "wf.ticket"
    _description = "Ticket"

    name = fields.Char(required=True)
    owner_id = fields.Many2one("res.users")
    state = fields.Selection([("new", "New"), ("open", "Open"), ("closed", "Closed")], default="new", copy=False)
    billing_policy = fields.Selection([], "Billing")
    bill_ids = fields.One2many("wf.bill", "ticket_id")
    is_paid = fields.Boolean(compute="_compute_is_paid", store=True)
    stamp = fields.Char()
    opened = fields.Integer()

    @api.depends("bill_ids.paid")
    def _compute_is_paid(self):
        for ticket in self:
            ticket.is_paid = bool(ticket.bill_ids) and all(ticket.bill_ids.mapped("paid"))

    def action_open(self):
        self.workflow.fire("open")

    def action_close(self):
        self.workflow.fire("close")


class Bill(models.Model):
    _name = "wf.bill"
    _description = "Bill"

    name = fields.Char()
    ticket_id = fields.Many2one("wf.ticket")
    paid = fields.Boolean()


@workflow.guard("wf.has_owner")
def has_owner(ticket):
    if not ticket.owner_id:
        return Refusal("wf.no_owner", _("Ticket %s has no owner.", ticket.name), hint=_("Assign somebody."))


@workflow.guard("wf.has_real_name")
def has_real_name(ticket):
    if ticket.name == "?":
        return Refusal("wf.no_name", _("Ticket %s has no real name.", ticket.name))


@workflow.effect("wf.stamp")
def stamp(ticket):
    ticket.stamp = (ticket.stamp or "") + "stamp "


@workflow.effect("wf.count", batch=True)
def count(tickets):
    tickets.opened = len(tickets)


@workflow.condition("wf.is_paid")
def is_paid(ticket):
    """The bill of the ticket is paid."""
    return ticket.is_paid


@workflow.step("wf.ensure_bill", creates="wf.bill")
def ensure_bill(ticket):
    if ticket.bill_ids:
        return ticket.env["wf.bill"]
    return ticket.env["wf.bill"].create({"name": "Bill", "ticket_id": ticket.id})


@workflow.step("wf.always", creates="wf.bill")
def always(ticket):
    return ticket.env["wf.bill"].create({"name": "again", "ticket_id": ticket.id})
'''

WORKFLOW = '''<odoo>
    <workflow id="workflow_ticket" model="wf.ticket" field="state">
        <state name="new" string="New" initial="1"/>
        <state name="open" string="Open"/>
        <state name="closed" string="Closed" final="1"/>
        <transition name="open" method="action_open" from="new" to="open" string="Open">
            <guard name="owner" call="wf.has_owner"/>
            <guard name="named" call="wf.has_real_name"/>
            <effect name="stamp" call="wf.stamp"/>
            <effect name="count" call="wf.count" before="stamp"/>
        </transition>
        <transition name="close" method="action_close" from="open" to="closed" string="Close"/>
        <facet name="is_paid" string="Paid" step="bill"/>
        <slot name="billing" states="open" field="billing_policy" freeze_on="open"/>
        <watch model="wf.bill" owner="ticket_id"/>
    </workflow>
    <policy id="policy_now" slot="wf_ticket.workflow_ticket/billing" value="now" string="Bill at once">
        <step name="bill" do="wf.ensure_bill" mode="auto"/>
    </policy>
    <policy id="policy_hand" slot="wf_ticket.workflow_ticket/billing" value="hand" string="Bill by hand">
        <step name="bill" do="wf.ensure_bill" mode="manual" string="Make the bill"/>
        <step name="more" do="wf.ensure_bill" mode="manual" when="wf.is_paid"/>
    </policy>
</odoo>'''

ACCESS = (
    "id,name,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink\n"
    "a,a,model_wf_ticket,base.group_user,1,1,1,1\nb,b,model_wf_bill,base.group_user,1,1,1,1\n")


def write_ticket_addon(root: Path, workflow: str = WORKFLOW, models: str = MODELS) -> None:
    write_addon(root, "wf_ticket", {
        "__init__.py": "from . import models\n", "models.py": models, "workflow/ticket.xml": workflow,
        "security/ir.model.access.csv": ACCESS,
    }, data=["security/ir.model.access.csv", "workflow/ticket.xml"])

from core import Command, _, models, workflow
from core.exceptions import UserError

from .account_move import REVERSE_TYPE


class AccountMove(models.Model):
    """Credit notes and reversing entries."""

    _inherit = "account.move"

    def _reverse_move_vals(self, default_values, cancel=True):
        """Values of the entry that reverses this one; invoices become credit notes with the same lines."""
        self.ensure_one()
        move_type = REVERSE_TYPE[self.move_type]
        vals = self.with_context(include_business_fields=True).copy_data({"move_type": move_type, **default_values})[0]
        if move_type == "entry":
            vals["line_ids"] = [Command.create(line._reversed_values()) for line in self.line_ids]
            vals.pop("invoice_line_ids", None)
        vals["reversed_entry_id"] = self.id
        vals.setdefault("invoice_origin", self.invoice_origin)
        return vals

    @workflow.operation
    def _reverse_moves(self, default_values_list=None, cancel=False):
        """Create the credit notes or reversing entries. ``cancel`` also posts them and settles the originals."""
        default_values_list = default_values_list or [{} for _move in self]
        if cancel:
            self.line_ids.filtered(lambda line: line.reconciled or line.matching_number).remove_move_reconcile()
        reverse_moves = self.create([
            move._reverse_move_vals(defaults, cancel=cancel)
            for move, defaults in zip(self, default_values_list, strict=True)])
        if cancel:
            reverse_moves._post(soft=False)
            for move, reverse in zip(self, reverse_moves, strict=True):
                move._settle_with(reverse)
        return reverse_moves

    def _settle_with(self, other):
        """Reconcile the open items this entry and another have on the same accounts."""
        lines = (self.line_ids + other.line_ids).filtered(
            lambda line: line.account_id.reconcile and not line.reconciled)
        for _key, group in lines.grouped(lambda line: (line.account_id, line.partner_id)).items():
            if len(group.move_id) > 1:
                group.reconcile()

    def action_reverse(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("account.action_view_account_move_reversal")
        if self.is_invoice():
            action["name"] = _("Credit Note")
        return action

    def action_switch_move_type(self):
        """Turn draft invoices into credit notes and back; amounts change their sign."""
        other = {"out_invoice": "out_refund", "out_refund": "out_invoice", "in_invoice": "in_refund",
                 "in_refund": "in_invoice"}
        for move in self:
            if move.posted_before or move.state != "draft":
                raise UserError(_("%s was posted before; its type can no longer change.", move.display_name))
            if move.move_type not in other:
                raise UserError(_("%s has no opposite type.", move.type_name))
            lines = move.line_ids.filtered(lambda line: line.display_type == "product")
            negative = move.amount_total < 0
            if negative:
                for line in lines:
                    line.with_context(_skip_invoice_sync=True).quantity = -line.quantity
            move.write({"move_type": other[move.move_type]})

"""Validating a transfer: what was prepared leaves; what was not becomes a backorder or is dropped."""
from core import _, fields, models, workflow
from core.exceptions import UserError
from core.tools import float_compare

CLOSED = ("done", "cancel")


class StockPickingValidation(models.Model):
    _inherit = "stock.picking"

    @workflow.operation
    def button_validate(self):
        """Move the prepared goods. Returns True, or the action of the backorder question.

        Context keys of the published interface: ``skip_backorder`` (do not ask),
        ``picking_ids_not_to_backorder`` (drop what these did not move).
        """
        self._refuse_closed()
        drafts = self.filtered(lambda picking: picking.state == "draft")
        drafts.action_confirm()
        drafts._take_demand_of_drafts()
        self._sanity_check()
        if not self.env.context.get("skip_backorder"):
            asked = self._check_backorder()
            if asked:
                return asked._action_generate_backorder_wizard()
        dropping = self.filtered(lambda picking: picking._drops_remainder())
        dropping.with_context(cancel_backorder=True)._action_done()
        (self - dropping)._action_done()
        return True

    def _refuse_closed(self):
        done = self.filtered(lambda picking: picking.state == "done")
        if done:
            raise UserError(_("Transfer %(name)s was validated already on %(date)s. Create a return to take goods back.",
                              name=done[0].name, date=fields.Datetime.to_string(done[0].date_done) if done[0].date_done else "?"))
        cancelled = self.filtered(lambda picking: picking.state == "cancel")
        if cancelled:
            raise UserError(_("Transfer %s is cancelled and cannot be validated.", cancelled[0].name))

    def _take_demand_of_drafts(self):
        """Validating a draft means: all of it went."""
        for move in self.move_ids.filtered(lambda move: move.state not in CLOSED and not move._has_quantity()):
            move.quantity = move.product_uom_qty

    def _drops_remainder(self):
        return (self.picking_type_id.create_backorder == "never"
                or self.id in (self.env.context.get("picking_ids_not_to_backorder") or ()))

    def _sanity_check(self, separate_pickings=True):
        """Refuse transfers without goods, naming all of them."""
        empty = self.filtered(lambda picking: not picking.move_ids)
        if empty:
            raise UserError(_("Add some products to %s before validating.", ", ".join(empty.mapped("name"))))
        idle = self.filtered(lambda picking: not any(
            move._has_quantity() for move in picking.move_ids if move.state not in CLOSED))
        if idle:
            raise UserError(_("Nothing is prepared in %s: check the availability or enter the quantities that went out.",
                              ", ".join(idle.mapped("name"))))
        self.move_ids.move_line_ids.filtered(
            lambda line: line.state not in CLOSED and line.quantity and not line.lot_name)._check_tracking()

    # -- backorders -------------------------------------------------------------------------------

    def _moves_to_do(self):
        """The moves validation concerns: the picked ones, or all of them when none was picked."""
        moves = self.move_ids.filtered(lambda move: move.state not in CLOSED)
        by_picking = self.browse([move.picking_id.id for move in moves if move.picked])
        return moves.filtered(lambda move: move.picked if move.picking_id in by_picking else move._has_quantity())

    def _remaining_moves(self):
        """(move, quantity) of what validation would leave open."""
        doing = self._moves_to_do()
        for move in self.move_ids.filtered(lambda move: move.state not in CLOSED):
            moved = move._picked_quantity() if move in doing else 0.0
            if float_compare(moved, move.product_uom_qty, precision_rounding=move.product_uom.rounding) < 0:
                yield move, move.product_uom_qty - moved

    def _check_backorder(self):
        """The transfers that would leave something open and whose kind says to ask about it."""
        return self.filtered(lambda picking: picking.picking_type_id.create_backorder == "ask"
                             and not picking._drops_remainder() and any(True for _left in picking._remaining_moves()))

    def _action_generate_backorder_wizard(self, show_transfers=False):
        wizard = self.env["stock.backorder.confirmation"].create({
            "pick_ids": [(4, picking.id) for picking in self], "show_transfers": show_transfers,
            "backorder_confirmation_line_ids": [(0, 0, {"picking_id": picking.id, "to_backorder": True}) for picking in self]})
        return {
            "name": _("Create Backorder?"),
            "type": "ir.actions.act_window",
            "res_model": "stock.backorder.confirmation",
            "res_id": wizard.id,
            "view_mode": "form",
            "views": [(self.env.ref("stock.view_backorder_confirmation").id, "form")],
            "target": "new",
            "context": {**self.env.context, "button_validate_picking_ids": self.ids},
        }

    @workflow.operation
    def _action_done(self):
        """Move what was prepared in these transfers; the rest goes into backorders, or with `cancel_backorder` in the context is dropped."""
        self._check_company()
        cancel_backorder = bool(self.env.context.get("cancel_backorder"))
        todo = self._moves_to_do()
        if not todo:
            return True
        if cancel_backorder:
            (self.move_ids.filtered(lambda move: move.state not in CLOSED) - todo)._action_cancel()
        todo._action_done(cancel_backorder=cancel_backorder)
        self.write({"date_done": fields.Datetime.now(), "priority": "0"})
        self._create_backorder()
        return True

    def _create_backorder(self, backorder_moves=None):
        """Move what is still open into a new transfer each; returns the new transfers."""
        backorders = self.browse()
        for picking in self:
            left = (backorder_moves or picking.move_ids).filtered(
                lambda move: move.picking_id == picking and move.state not in CLOSED)
            if not left or not picking.move_ids - left:
                continue
            backorder = picking.copy(picking._create_backorder_picking_values())
            left.write({"picking_id": backorder.id})
            left.move_line_ids.write({"picking_id": backorder.id})
            picking.message_post(body=_("The backorder %s has been created.", backorder.name))
            backorders |= backorder
        backorders._reserve_backorders()
        return backorders

    def _create_backorder_picking_values(self):
        self.ensure_one()
        return {"name": "/", "move_ids": [], "backorder_id": self.id, "group_id": self.group_id.id,
                "user_id": False, "return_id": self.return_id.id,
                "location_id": self.location_id.id, "location_dest_id": self.location_dest_id.id}

    def _reserve_backorders(self):
        waiting = self.move_ids.filtered(
            lambda move: move.state in ("confirmed", "partially_available", "waiting") and move._should_assign_at_confirm())
        if waiting:
            waiting._action_assign()


class StockMoveValidation(models.Model):
    _inherit = "stock.move"

    def _picked_quantity(self):
        """What validation would move of this move: its picked lines, or all lines when none is picked."""
        if not self.picked or all(line.picked for line in self.move_line_ids):
            return self.quantity
        return sum(
            line.product_uom_id._compute_quantity(line.quantity, self.product_uom, rounding_method="HALF-UP")
            for line in self.move_line_ids if line.picked)

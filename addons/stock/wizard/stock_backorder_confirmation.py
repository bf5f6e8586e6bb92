from core import fields, models


class StockBackorderConfirmation(models.TransientModel):
    """Asks what to do with the quantities a transfer did not move."""

    _name = "stock.backorder.confirmation"
    _description = "Backorder Confirmation"

    pick_ids = fields.Many2many("stock.picking", "stock_picking_backorder_rel")
    show_transfers = fields.Boolean()
    backorder_confirmation_line_ids = fields.One2many("stock.backorder.confirmation.line", "backorder_confirmation_id",
                                                      string="Backorder Confirmation Lines")

    def process(self):
        """Keep the rest in backorders (only for the transfers ticked, when they are shown)."""
        dropped = self.backorder_confirmation_line_ids.filtered(lambda line: not line.to_backorder).picking_id
        return self._validate(dropped)

    def process_cancel_backorder(self):
        """Drop the rest."""
        return self._validate(self.pick_ids)

    def _validate(self, dropped):
        pickings = self.env["stock.picking"].browse(
            self.env.context.get("button_validate_picking_ids") or []) | self.pick_ids
        return pickings.with_context(
            skip_backorder=True, picking_ids_not_to_backorder=dropped.ids).button_validate()


class StockBackorderConfirmationLine(models.TransientModel):
    _name = "stock.backorder.confirmation.line"
    _description = "Backorder Confirmation Line"

    backorder_confirmation_id = fields.Many2one("stock.backorder.confirmation", "Immediate Transfer")
    picking_id = fields.Many2one("stock.picking", "Transfer")
    to_backorder = fields.Boolean("To Backorder")

from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import float_compare, float_is_zero


class StockReturnPicking(models.TransientModel):
    """Take goods of a done transfer back."""

    _name = "stock.return.picking"
    _description = "Return Picking"

    picking_id = fields.Many2one("stock.picking")
    product_return_moves = fields.One2many("stock.return.picking.line", "wizard_id", "Moves",
                                           compute="_compute_moves", store=True, readonly=False, precompute=True)
    company_id = fields.Many2one(related="picking_id.company_id")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if "picking_id" in fields_list and not values.get("picking_id") \
                and self.env.context.get("active_model") == "stock.picking":
            values["picking_id"] = self.env.context.get("active_id")
        return values

    @api.depends("picking_id")
    def _compute_moves(self):
        for wizard in self:
            if not wizard.picking_id:
                wizard.product_return_moves = [(5,)]
                continue
            if wizard.picking_id.state != "done":
                raise UserError(_("Only done transfers can be returned; %s is not.", wizard.picking_id.name))
            lines = [(0, 0, wizard._prepare_stock_return_picking_line_vals_from_move(move))
                     for move in wizard.picking_id.move_ids if move.state == "done" and move._returnable_quantity() > 0]
            if not lines:
                raise UserError(_("Everything of %s was returned already.", wizard.picking_id.name))
            wizard.product_return_moves = [(5,), *lines]

    @api.model
    def _prepare_stock_return_picking_line_vals_from_move(self, stock_move):
        return {"product_id": stock_move.product_id.id, "quantity": 0.0, "move_id": stock_move.id, "to_refund": True,
                "uom_id": stock_move.product_uom.id}

    def _prepare_picking_default_values(self):
        picking = self.picking_id
        return {
            "move_ids": [],
            "picking_type_id": picking._get_default_return_type().id,
            "state": "draft",
            "origin": _("Return of %s", picking.name),
            "location_id": picking.location_dest_id.id,
            "location_dest_id": picking.location_id.id,
            "return_id": picking.id,
            "group_id": picking.group_id.id,
            "user_id": False,
        }

    def _create_return(self):
        """Create, confirm and reserve the transfer back; returns it."""
        self.ensure_one()
        lines = self.product_return_moves.filtered(
            lambda line: not float_is_zero(line.quantity, precision_rounding=line.uom_id.rounding))
        if not lines:
            raise UserError(_("Enter how much of what comes back."))
        lines._check_returnable()
        values = self._prepare_picking_default_values()
        values.pop("state")
        return_picking = self.picking_id.copy(values)
        self.picking_id.message_post(body=_("Return %s has been created.", return_picking.name))
        self.env["stock.move"].create([line._move_back_values(return_picking) for line in lines])
        return_picking.action_confirm()
        return return_picking

    def _open(self, picking):
        return {"name": _("Returned Picking"), "type": "ir.actions.act_window", "res_model": "stock.picking",
                "res_id": picking.id, "view_mode": "form", "views": [(False, "form")]}

    def action_create_returns(self):
        return self._open(self._create_return())

    def action_create_returns_all(self):
        """Return everything that has not come back yet."""
        for line in self.product_return_moves:
            line.quantity = line.move_id._returnable_quantity()
        return self._open(self._create_return())

    # Name of earlier series, still called by addons.
    create_returns = action_create_returns


class StockReturnPickingLine(models.TransientModel):
    _name = "stock.return.picking.line"
    _description = "Return Picking Line"
    _rec_name = "product_id"

    product_id = fields.Many2one("product.product", "Product", required=True)
    move_quantity = fields.Float(related="move_id.quantity", string="Move Quantity")
    quantity = fields.Float("Quantity", digits="Product Unit of Measure", default=0.0, required=True)
    uom_id = fields.Many2one("uom.uom", "Unit of Measure", compute="_compute_uom_id", store=True, readonly=False)
    wizard_id = fields.Many2one("stock.return.picking", "Wizard")
    move_id = fields.Many2one("stock.move", "Move")
    to_refund = fields.Boolean("Update quantities on SO/PO", default=True,
                               help="The order's delivered quantity goes down when this return is done.")

    @api.depends("move_id", "product_id")
    def _compute_uom_id(self):
        for line in self:
            line.uom_id = line.move_id.product_uom or line.product_id.uom_id

    def _check_returnable(self):
        """Never take back more than went out."""
        for line in self:
            if line.quantity < 0:
                raise UserError(_("The quantity of %s to return cannot be negative.", line.product_id.display_name))
            limit = line.move_id._returnable_quantity() if line.move_id else None
            if limit is not None and float_compare(line.quantity, limit, precision_rounding=line.uom_id.rounding) > 0:
                raise UserError(_(
                    "%(quantity)s %(uom)s of %(product)s cannot come back: only %(limit)s went out and have not been returned.",
                    quantity=line.quantity, uom=line.uom_id.name, product=line.product_id.display_name, limit=limit))

    def _prepare_move_default_values(self, new_picking):
        """What the move back has other than the move it takes back."""
        source = self.move_id
        return {
            "name": new_picking.name,
            "product_id": self.product_id.id,
            "product_uom_qty": self.quantity,
            "product_uom": self.uom_id.id or self.product_id.uom_id.id,
            "picking_id": new_picking.id,
            "location_id": source.location_dest_id.id or new_picking.location_id.id,
            "location_dest_id": source.location_id.id or new_picking.location_dest_id.id,
            "location_final_id": False,
            "picking_type_id": new_picking.picking_type_id.id,
            "warehouse_id": new_picking.picking_type_id.warehouse_id.id,
            "partner_id": new_picking.partner_id.id,
            "company_id": new_picking.company_id.id,
            "date": fields.Datetime.now(),
            "origin_returned_move_id": source.id,
            "procure_method": "make_to_stock",
            "rule_id": False,
            "group_id": new_picking.group_id.id,
            "price_unit": source.price_unit,
            "to_refund": self.to_refund,
            "origin": new_picking.origin,
        }

    def _move_back_values(self, new_picking):
        """Values of the move back: a copy, so that it keeps what addons know of the first one."""
        values = self._prepare_move_default_values(new_picking)
        return self.move_id.copy_data(values)[0] if self.move_id else values


class StockMoveReturn(models.Model):
    _inherit = "stock.move"

    def _returnable_quantity(self):
        """What went out with this done move and neither came back nor is on its way back (move's unit)."""
        self.ensure_one()
        back = sum(
            move.product_uom._compute_quantity(
                move.quantity if move.state == "done" else move.product_uom_qty, self.product_uom, rounding_method="HALF-UP")
            for move in self.returned_move_ids if move.state != "cancel")
        return max(0.0, self.quantity - back)

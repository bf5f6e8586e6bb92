"""What the statutory forms of the warehouse show: quantities asked for and moved, at cost."""
from core import _, models


class StockPicking(models.Model):
    _inherit = "stock.picking"

    def _l10n_vn_form(self):
        """'01-VT' for goods received, '02-VT' for goods issued."""
        self.ensure_one()
        return "01-VT" if self.picking_type_code == "incoming" else "02-VT"

    def _l10n_vn_rows(self):
        """The lines of the form, in the units and at the cost of the moves."""
        self.ensure_one()
        return [move._l10n_vn_row() for move in self.move_ids.filtered(lambda move: move.state != "cancel")]

    def _l10n_vn_signatories(self):
        """Who signs the form, from left to right."""
        self.ensure_one()
        partner = _("Delivered by") if self.picking_type_code == "incoming" else _("Received by")
        return [_("Prepared by"), partner, _("Storekeeper"), _("Chief accountant"), _("Director")]


class StockMove(models.Model):
    _inherit = "stock.move"

    def _l10n_vn_row(self):
        """Name, code, unit, quantity asked for and moved, cost of one unit and amount in the company's currency."""
        self.ensure_one()
        currency = self.company_id.currency_id
        moved = self.quantity if self.state == "done" else 0.0
        price = self._l10n_vn_unit_cost()
        return {
            "name": self.product_id.with_context(display_default_code=False).display_name, "code": self.product_id.default_code or "",
            "unit": self.product_uom.name, "asked": self.product_uom_qty, "moved": moved, "price": price,
            "amount": currency.round(moved * price),
        }

    def _l10n_vn_unit_cost(self):
        """The cost of one unit of the move: what it was valued at, else the product's cost."""
        self.ensure_one()
        if self.price_unit:
            return abs(self.price_unit)
        cost = self.product_id.with_company(self.company_id).standard_price
        return self.product_id.uom_id._compute_price(cost, self.product_uom)

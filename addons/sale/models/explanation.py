"""Why this price, why this tax, on lines of orders and of the invoices made from them."""
from core import _, models

from odoo.addons.product.price_trace import recording


class SaleOrderLine(models.Model):
    _name = "sale.order.line"
    _inherit = ["sale.order.line", "account.explanation.mixin"]

    def _explain_price(self):
        """Title and rows: list price, pricelist rule, unit, currency, what a person typed, discount, amount."""
        line = self._in_own_company()
        currency = self.currency_id
        rows = []
        if self.product_id and not self.display_type:
            computed, rows = line._price_rows_of_rule(currency)
            rows.append(self._explanation_row(
                _("Unit price"), _("per %s", self.product_uom.name) if self.product_uom else "", computed, self._amount_text(computed, currency),
                "total"))
            if currency.compare_amounts(computed, self.price_unit):
                rows.append(self._kept_row(computed, currency))
        rows += self._line_total_rows(self.price_unit, self.product_uom_qty, self.discount, self.price_subtotal, self.product_uom, currency)
        return _("Why this price?"), rows

    def _price_rows_of_rule(self, currency):
        """(price, rows) of the computation as it runs now."""
        kwargs = self._get_pricelist_kwargs()
        with recording() as choice:
            self.order_id.pricelist_id._compute_price_rule(
                kwargs["product"], kwargs["quantity"], currency=kwargs["currency"], uom=kwargs["uom"], date=kwargs["date"], compute_price=False)
        with recording() as steps:
            computed = self._computed_price_unit()
        kinds = [step.kind for step in steps]
        if "before_discount" in kinds:  # shown before the rule's discount, which stands in the field beside it
            steps = steps[kinds.index("before_discount") + 1:]
        return computed, self._price_rows([*choice, *steps], currency, kwargs["uom"])

    def _kept_row(self, computed, currency):
        if self.qty_invoiced and self.technical_price_unit == self.price_unit:
            return self._explanation_row(
                _("Kept"), _("The line is invoiced; today the program computes %s.", self._amount_text(computed, currency)), self.price_unit,
                self._amount_text(self.price_unit, currency))
        if self.technical_price_unit == self.price_unit:
            return self._explanation_row(
                _("Kept"), _("The price was computed on an earlier day; use “Update prices” to take today's."), self.price_unit,
                self._amount_text(self.price_unit, currency))
        return self._typed_row(computed, self.price_unit, currency)

    def _explain_taxes(self):
        """Title and rows: where the taxes come from, and how their amounts came about."""
        order = self.order_id
        company = order.company_id
        own = self.product_id.taxes_id._filter_taxes_by_company(company)
        expected = order.fiscal_position_id.map_tax(own)
        source = _("Taxes of the product %s", self.product_id.name) if self.product_id else _("The line has no product")
        rows = self._tax_source_rows(own, source, order.fiscal_position_id, expected, self.tax_id)
        lines = order._priced_lines()
        base_lines = [line._prepare_base_line_for_taxes_computation() for line in lines]
        if self in lines:
            rows += self._tax_amount_rows(base_lines, list(lines._ids).index(self.id), order.currency_id, company)
        return _("Why these taxes?"), rows


class AccountMoveLine(models.Model):
    _inherit = "account.move.line"

    def _explain_price(self):
        """Invoices of orders take the order's price."""
        ordered = self.sale_line_ids.filtered("product_id")[:1]
        if not ordered or not ordered.has_access("read"):
            return super()._explain_price()
        _title, rows = ordered._explain_price()
        last = next((index for index, row in enumerate(rows) if row["kind"] == "total"), len(rows) - 1) + 1
        kept = [self._explanation_row(_("Order %s", ordered.order_id.name), _("The invoice takes the order's price.")), *rows[:last]]
        currency = self.currency_id
        if currency.compare_amounts(ordered.price_unit, rows[last - 1]["amount"]):
            kept.append(self._explanation_row(_("Price on the order"), "", ordered.price_unit, self._amount_text(ordered.price_unit, currency)))
        if currency.compare_amounts(ordered.price_unit, self.price_unit):
            kept.append(self._typed_row(ordered.price_unit, self.price_unit, currency))
        kept += self._line_total_rows(self.price_unit, self.quantity, self.discount, self.price_subtotal, self.product_uom_id, currency)
        return _("Why this price?"), kept

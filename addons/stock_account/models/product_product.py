"""The value of a product's stock: layers are added when goods come, taken from when they leave."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import float_is_zero

from ..valuation import round_value, take_first


class ProductProduct(models.Model):
    _inherit = "product.product"

    stock_valuation_layer_ids = fields.One2many("stock.valuation.layer", "product_id")
    company_currency_id = fields.Many2one("res.currency", "Valuation Currency", compute="_compute_value_svl")
    quantity_svl = fields.Float("Valued Quantity", compute="_compute_value_svl", compute_sudo=True)
    value_svl = fields.Float("Stock Value", compute="_compute_value_svl", compute_sudo=True)
    avg_cost = fields.Monetary("Average Cost", compute="_compute_value_svl", compute_sudo=True,
                               currency_field="company_currency_id")
    total_value = fields.Monetary("Total Value", compute="_compute_value_svl", compute_sudo=True,
                                  currency_field="company_currency_id")
    valuation = fields.Selection(related="product_tmpl_id.valuation", readonly=True)
    cost_method = fields.Selection(related="product_tmpl_id.cost_method", readonly=True)

    @api.depends("stock_valuation_layer_ids.value", "stock_valuation_layer_ids.quantity")
    @api.depends_context("to_date", "company")
    def _compute_value_svl(self):
        """Quantity and value by the layers of the company, as of the moment ``to_date`` of the context."""
        company = self.env.company
        domain = [("product_id", "in", self.ids), ("company_id", "=", company.id)]
        if self.env.context.get("to_date"):
            domain.append(("create_date", "<=", fields.Datetime.to_datetime(self.env.context["to_date"])))
        rows = self.env["stock.valuation.layer"].sudo()._read_group(domain, ["product_id"], ["quantity:sum", "value:sum"])
        sums = {product.id: (quantity, value) for product, quantity, value in rows}
        for product in self:
            quantity, value = sums.get(product._origin.id, (0.0, 0.0))
            product.company_currency_id = company.currency_id
            product.quantity_svl = quantity
            product.value_svl = product.total_value = company.currency_id.round(value)
            product.avg_cost = value / quantity if not product._no_quantity(quantity) else 0.0

    def _no_quantity(self, quantity):
        return float_is_zero(quantity, precision_rounding=self.uom_id.rounding or 0.01)

    def write(self, vals):
        if "standard_price" in vals and not self.env.context.get("disable_auto_svl"):
            self.filtered(lambda product: product.cost_method != "fifo")._change_standard_price(vals["standard_price"])
        return super().write(vals)

    # -- values of layers ---------------------------------------------------------------------------

    def _prepare_in_svl_vals(self, quantity, unit_cost):
        """Values of the layer of ``quantity`` (in the product's unit) that comes in at ``unit_cost``."""
        self.ensure_one()
        value = self.env.company.currency_id.round(unit_cost * quantity)
        return {
            "product_id": self.id,
            "value": value,
            "unit_cost": unit_cost,
            "quantity": quantity,
            "remaining_qty": quantity,
            "remaining_value": value,
        }

    def _prepare_out_svl_vals(self, quantity, company):
        """Values of the layer of ``quantity`` that leaves; older layers are used up for it."""
        self.ensure_one()
        currency = company.currency_id
        values = {"product_id": self.id, "quantity": -quantity, "unit_cost": self.standard_price,
                  "value": -currency.round(quantity * self.standard_price)}
        if self.cost_method in ("fifo", "average"):
            used = self._run_fifo(quantity, company)
            values["remaining_qty"] = used.get("remaining_qty", 0.0)
            if self.cost_method == "fifo":
                values.update(used)
            elif not used.get("remaining_qty") and self._no_quantity(self._remaining_quantity(company)):
                values["value"] = -self._all_value(company)  # the last unit takes what rounding left
        return values

    def _all_value(self, company):
        return self.with_company(company).sudo().value_svl

    def _remaining_quantity(self, company):
        return sum(self._get_fifo_candidates(company).mapped("remaining_qty"))

    def _get_fifo_candidates_domain(self, company):
        return [("product_id", "=", self.id), ("remaining_qty", ">", 0), ("company_id", "=", company.id)]

    def _get_fifo_candidates(self, company):
        """Layers of goods that are still there, the oldest first."""
        return self.env["stock.valuation.layer"].sudo().search(self._get_fifo_candidates_domain(company), order="create_date, id")

    def _run_fifo(self, quantity, company):
        """Use up the oldest layers: the value that leaves, and what was in no layer (valued at the last known cost)."""
        self.ensure_one()
        candidates = self._get_fifo_candidates(company)
        taken, missing = take_first(
            [(layer, layer.remaining_qty, layer.remaining_value) for layer in candidates], quantity,
            company.currency_id.rounding)
        for layer, used, value in taken:
            layer.write({"remaining_qty": layer.remaining_qty - used,
                         "remaining_value": company.currency_id.round(layer.remaining_value - value)})
        value = sum(step.value for step in taken)
        last_cost = taken[-1].value / taken[-1].quantity if taken else self.standard_price
        if self.cost_method == "fifo":
            self._follow_fifo_cost(candidates, last_cost)
        if not missing:
            return {"value": -company.currency_id.round(value), "unit_cost": value / quantity if quantity else 0.0,
                    "remaining_qty": 0.0}
        estimated = company.currency_id.round(missing * last_cost)
        value += estimated
        return {"value": -company.currency_id.round(value), "unit_cost": value / quantity, "remaining_qty": -missing,
                "remaining_value": -estimated}

    def _follow_fifo_cost(self, candidates, last_cost):
        """The cost on a FIFO product is that of the next unit to leave; of the last one when there is none."""
        following = candidates.filtered(lambda layer: layer.remaining_qty > 0)[:1]
        cost = following.remaining_value / following.remaining_qty if following else last_cost
        if cost != self.standard_price:
            self.sudo().with_context(disable_auto_svl=True).standard_price = cost

    def _run_fifo_vacuum(self, company=None):
        """Goods that left before they came: their real cost replaces the estimate once it is known."""
        company = company or self.env.company
        layers = self.env["stock.valuation.layer"].sudo()
        owing = layers.search([("product_id", "in", self.ids), ("remaining_qty", "<", 0), ("company_id", "=", company.id)],
                              order="create_date, id")
        corrections = [values for layer in owing if (values := layer.product_id._settle_negative_layer(layer, company))]
        return layers.create(corrections)

    def _settle_negative_layer(self, layer, company):
        """Values of the layer that corrects ``layer`` by what has come in since; None while nothing has."""
        owed = -layer.remaining_qty
        taken, missing = take_first(
            [(other, other.remaining_qty, other.remaining_value) for other in self._get_fifo_candidates(company)], owed,
            company.currency_id.rounding)
        if not taken:
            return None
        settled = owed - missing
        estimated = round_value(-layer.remaining_value * settled / owed, company.currency_id.rounding)
        if layer.product_id.cost_method == "average":
            estimated = round_value(settled * layer.unit_cost, company.currency_id.rounding)
        real = sum(step.value for step in taken)
        for other, used, value in taken:
            other.write({"remaining_qty": other.remaining_qty - used,
                         "remaining_value": company.currency_id.round(other.remaining_value - value)})
        layer.write({"remaining_qty": -missing,
                     "remaining_value": company.currency_id.round(layer.remaining_value + estimated) if missing else 0.0})
        difference = company.currency_id.round(estimated - real)
        if company.currency_id.is_zero(difference):
            return None
        return {
            "company_id": company.id, "product_id": self.id, "value": difference, "unit_cost": 0.0, "quantity": 0.0,
            "remaining_qty": 0.0, "stock_move_id": layer.stock_move_id.id, "stock_valuation_layer_id": layer.id,
            "description": _("Revaluation of %s (negative inventory)", layer.description or self.display_name),
        }

    # -- the cost changes -----------------------------------------------------------------------------

    def _change_standard_price(self, new_price):
        """Before the cost of products changes: what is in stock gains or loses value."""
        values = []
        company = self.env.company
        for product in self.with_company(company).sudo():
            if product._no_quantity(product.quantity_svl):
                continue
            difference = company.currency_id.round(product.quantity_svl * new_price) - product.value_svl
            difference = company.currency_id.round(difference)
            if not company.currency_id.is_zero(difference):
                values.append({
                    "company_id": company.id, "product_id": product.id, "value": difference, "quantity": 0.0,
                    "description": _("Product value manually modified (from %(old)s to %(new)s)",
                                     old=product.standard_price, new=new_price)})
        self.env["stock.valuation.layer"].sudo().create(values)._validate_accounting_entries()

    def _svl_empty_stock(self):
        """Take the stock out of the books before its valuation changes: {product: (quantity, value)} taken."""
        company = self.env.company
        stock = {product: (product.quantity_svl, product.value_svl) for product in self.with_company(company).sudo()
                 if not product._no_quantity(product.quantity_svl) or product.value_svl}
        if not stock:
            return {}
        self.env["stock.valuation.layer"].sudo().search([
            ("product_id", "in", [product.id for product in stock]), ("company_id", "=", company.id),
            ("remaining_qty", "!=", 0)]).write({"remaining_qty": 0.0, "remaining_value": 0.0})
        self.env["stock.valuation.layer"].sudo().create([{
            "company_id": company.id, "product_id": product.id, "quantity": -quantity, "value": -value,
            "unit_cost": value / quantity if quantity else 0.0,
            "description": _("Valuation method changed: stock taken out")} for product, (quantity, value) in stock.items()
        ])._validate_accounting_entries()
        return stock

    def _svl_replenish_stock(self, stock):
        """Put the stock back into the books, valued the new way."""
        company = self.env.company
        values = []
        for product, (quantity, value) in stock.items():
            product.invalidate_recordset(["cost_method", "valuation"])
            if product.cost_method == "standard":
                value = company.currency_id.round(quantity * product.standard_price)
            elif quantity:
                product.with_context(disable_auto_svl=True).standard_price = value / quantity
            values.append({
                "company_id": company.id, "product_id": product.id, "quantity": quantity, "value": value,
                "unit_cost": value / quantity if quantity else 0.0, "remaining_qty": quantity, "remaining_value": value,
                "description": _("Valuation method changed: stock put back")})
        self.env["stock.valuation.layer"].sudo().create(values)._validate_accounting_entries()

    def _stock_account_get_anglo_saxon_price_unit(self, uom=False):
        """Cost of a unit on an invoice that no delivery explains."""
        price = self.standard_price
        if not self or not uom or self.uom_id.id == uom.id:
            return price or 0.0
        return self.uom_id._compute_price(price, uom)

    def action_revaluation(self):
        self.ensure_one()
        if self._no_quantity(self.quantity_svl):
            raise UserError(_("%s has no stock to value.", self.display_name))
        action = self.env["ir.actions.act_window"]._for_xml_id("stock_account.action_stock_valuation_layer_revaluation")
        return {**action, "context": {"default_product_id": self.id, "default_company_id": self.env.company.id}}

from core import _, api, fields, models
from core.exceptions import ValidationError

from odoo.addons.base.models.res_partner import WARNING_HELP, WARNING_MESSAGE


class ProductTemplate(models.Model):
    _inherit = "product.template"

    invoice_policy = fields.Selection(
        [("order", "Ordered quantities"), ("delivery", "Delivered quantities")], "Invoicing Policy",
        compute="_compute_invoice_policy", store=True, readonly=False, precompute=True, tracking=True,
        help="Ordered: invoice what was ordered. Delivered: invoice what was delivered.")
    service_type = fields.Selection([("manual", "Manually set quantities on order")], "Track Service",
                                    compute="_compute_service_type", store=True, readonly=False, precompute=True)
    expense_policy = fields.Selection([("no", "No"), ("cost", "At cost"), ("sales_price", "Sales price")],
                                      "Re-Invoice Costs", default="no")
    sale_line_warn = fields.Selection(WARNING_MESSAGE, "Sales Order Line", default="no-message", required=True, help=WARNING_HELP)
    sale_line_warn_msg = fields.Text("Message for Sales Order Line")
    sales_count = fields.Float("Sold", compute="_compute_sales_count", digits="Product Unit of Measure")

    @api.depends("type")
    def _compute_invoice_policy(self):
        for template in self:
            template.invoice_policy = template.invoice_policy or "order"

    @api.depends("type")
    def _compute_service_type(self):
        for template in self:
            template.service_type = template.service_type or "manual"

    @api.depends("product_variant_ids.sales_count")
    def _compute_sales_count(self):
        for template in self:
            template.sales_count = sum(template.with_context(active_test=False).product_variant_ids.mapped("sales_count"))

    @api.constrains("company_id")
    def _check_sale_product_company(self):
        """A product used by another company's orders cannot become private to this one."""
        for template in self.filtered("company_id"):
            foreign = self.env["sale.order.line"].sudo().search(
                [("product_id", "in", template.product_variant_ids.ids), ("company_id", "!=", template.company_id.id)], limit=1)
            if foreign:
                raise ValidationError(_("%(product)s is on order %(order)s of %(company)s and cannot belong to another company.",
                                        product=template.display_name, order=foreign.order_id.name,
                                        company=foreign.company_id.name))

    def action_view_sales(self):
        action = self.env["ir.actions.actions"]._for_xml_id("sale.action_sale_order_line")
        action["domain"] = [("product_template_id", "in", self.ids), ("state", "=", "sale")]
        return action


class ProductProduct(models.Model):
    _inherit = "product.product"

    sales_count = fields.Float("Sold", compute="_compute_sales_count", digits="Product Unit of Measure")

    def _compute_sales_count(self):
        """Quantity sold in the last 365 days, in the product's unit."""
        since = fields.Datetime.subtract(fields.Datetime.now(), days=365)
        groups = self.env["sale.order.line"].sudo()._read_group(
            [("product_id", "in", self.ids), ("state", "=", "sale"), ("order_id.date_order", ">=", since)],
            ["product_id", "product_uom"], ["product_uom_qty:sum"])
        totals = dict.fromkeys(self.ids, 0.0)
        for product, unit, quantity in groups:
            totals[product.id] += unit._compute_quantity(quantity, product.uom_id, raise_if_failure=False)
        for product in self:
            product.sales_count = totals.get(product.id, 0.0)

    def get_product_multiline_description_sale(self):
        """The text of this product on an order: its name and, below, its sales description."""
        self.ensure_one()
        return f"{self.display_name}\n{self.description_sale}" if self.description_sale else self.display_name

    def action_view_sales(self):
        action = self.env["ir.actions.actions"]._for_xml_id("sale.action_sale_order_line")
        action["domain"] = [("product_id", "in", self.ids), ("state", "=", "sale")]
        return action

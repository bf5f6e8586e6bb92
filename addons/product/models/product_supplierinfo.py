from core import api, fields, models


class SupplierInfo(models.Model):
    _name = "product.supplierinfo"
    _description = "Supplier Pricelist"
    _order = "sequence, min_qty DESC, price, id"
    _rec_name = "partner_id"

    partner_id = fields.Many2one(
        "res.partner", "Vendor", ondelete="cascade", required=True, check_company=True, index=True)
    product_name = fields.Char("Vendor Product Name")
    product_code = fields.Char("Vendor Product Code")
    sequence = fields.Integer("Sequence", default=1)
    product_uom = fields.Many2one("uom.uom", "Unit of Measure", related="product_tmpl_id.uom_po_id")
    min_qty = fields.Float(
        "Quantity", default=0.0, required=True, digits="Product Unit of Measure",
        help="The smallest quantity, in the purchase unit, this price applies to.")
    price = fields.Float("Price", default=0.0, digits="Product Price", required=True)
    price_discounted = fields.Float("Discounted Price", compute="_compute_price_discounted")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company.id, index=True)
    currency_id = fields.Many2one(
        "res.currency", "Currency", default=lambda self: self.env.company.currency_id.id, required=True)
    date_start = fields.Date("Start Date")
    date_end = fields.Date("End Date")
    product_id = fields.Many2one(
        "product.product", "Product Variant", check_company=True,
        domain="[('product_tmpl_id', '=', product_tmpl_id)] if product_tmpl_id else []",
        help="Empty: the price applies to all variants.")
    product_tmpl_id = fields.Many2one(
        "product.template", "Product Template", check_company=True, index=True, ondelete="cascade")
    product_variant_count = fields.Integer("Variant Count", related="product_tmpl_id.product_variant_count")
    delay = fields.Integer(
        "Delivery Lead Time", default=1, required=True, help="Days from the order's confirmation to the receipt.")
    discount = fields.Float("Discount (%)", digits="Discount")

    @api.depends("price", "discount")
    def _compute_price_discounted(self):
        for info in self:
            info.price_discounted = info.price * (1 - info.discount / 100)

    @api.onchange("product_tmpl_id")
    def _onchange_product_tmpl_id(self):
        if self.product_id and self.product_id not in self.product_tmpl_id.product_variant_ids:
            self.product_id = False

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_template(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_template(vals))

    @api.model
    def _with_template(self, vals):
        """A price given for a variant alone belongs to that variant's template."""
        if not vals.get("product_id") or vals.get("product_tmpl_id"):
            return vals
        product = self.env["product.product"].browse(vals["product_id"])
        return {**vals, "product_tmpl_id": product.product_tmpl_id.id}

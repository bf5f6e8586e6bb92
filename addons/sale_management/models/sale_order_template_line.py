from core import api, fields, models


class SaleOrderTemplateLine(models.Model):
    _name = "sale.order.template.line"
    _description = "Quotation Template Line"
    _order = "sale_order_template_id, sequence, id"

    sale_order_template_id = fields.Many2one("sale.order.template", "Quotation Template Reference", index=True, required=True,
                                             ondelete="cascade")
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one(related="sale_order_template_id.company_id", store=True, index=True)
    product_id = fields.Many2one("product.product", check_company=True, domain="[('sale_ok', '=', True)]")
    name = fields.Text("Description", translate=True)
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", compute="_compute_product_uom_id", store=True, readonly=False,
                                     precompute=True, domain="[('category_id', '=', product_uom_category_id)]")
    product_uom_category_id = fields.Many2one(related="product_id.uom_id.category_id")
    product_uom_qty = fields.Float("Quantity", required=True, digits="Product Unit of Measure", default=1)
    display_type = fields.Selection([("line_section", "Section"), ("line_note", "Note")])

    _sql_constraints = [
        ("accountable_product_id_required",
         "CHECK(display_type IS NOT NULL OR (product_id IS NOT NULL AND product_uom_id IS NOT NULL))",
         "A line of a template needs a product and a unit of measure."),
        ("non_accountable_fields_null",
         "CHECK(display_type IS NULL OR (product_id IS NULL AND product_uom_qty = 0 AND product_uom_id IS NULL))",
         "A section or a note has no product and no quantity."),
    ]

    @api.depends("product_id")
    def _compute_product_uom_id(self):
        for line in self:
            line.product_uom_id = line.product_id.uom_id

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if vals.get("display_type"):
                vals.update(product_id=False, product_uom_qty=0, product_uom_id=False)
        return super().create(vals_list)

    def _prepare_order_line_values(self):
        """Values of the order line this line proposes."""
        self.ensure_one()
        values = {"display_type": self.display_type, "product_id": self.product_id.id, "product_uom_qty": self.product_uom_qty,
                  "product_uom": self.product_uom_id.id, "sequence": self.sequence}
        if self.name:
            values["name"] = self.name
        return values

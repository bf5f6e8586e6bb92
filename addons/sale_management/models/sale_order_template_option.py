from core import api, fields, models


class SaleOrderTemplateOption(models.Model):
    _name = "sale.order.template.option"
    _description = "Quotation Template Option"
    _check_company_auto = True

    sale_order_template_id = fields.Many2one("sale.order.template", "Quotation Template Reference", index=True, required=True,
                                             ondelete="cascade")
    company_id = fields.Many2one(related="sale_order_template_id.company_id", store=True, index=True)
    product_id = fields.Many2one("product.product", required=True, check_company=True, domain="[('sale_ok', '=', True)]")
    name = fields.Text("Description", required=True, translate=True, compute="_compute_name", store=True, readonly=False, precompute=True)
    uom_id = fields.Many2one("uom.uom", "Unit of Measure", required=True, compute="_compute_uom_id", store=True, readonly=False,
                             precompute=True, domain="[('category_id', '=', product_uom_category_id)]")
    product_uom_category_id = fields.Many2one(related="product_id.uom_id.category_id")
    quantity = fields.Float(required=True, digits="Product Unit of Measure", default=1)

    @api.depends("product_id")
    def _compute_name(self):
        for option in self:
            if option.product_id:
                option.name = option.product_id.get_product_multiline_description_sale()

    @api.depends("product_id")
    def _compute_uom_id(self):
        for option in self:
            option.uom_id = option.product_id.uom_id

    def _prepare_option_line_values(self):
        """Values of the optional product this option proposes."""
        self.ensure_one()
        return {"name": self.name, "product_id": self.product_id.id, "quantity": self.quantity, "uom_id": self.uom_id.id}

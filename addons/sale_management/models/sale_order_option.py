"""A product the customer may add to the quotation, on its page."""
from core import _, api, fields, models
from core.exceptions import UserError


class SaleOrderOption(models.Model):
    _name = "sale.order.option"
    _description = "Sale Options"
    _order = "sequence, id"

    order_id = fields.Many2one("sale.order", "Sales Order Reference", ondelete="cascade", index=True)
    company_id = fields.Many2one(related="order_id.company_id")
    currency_id = fields.Many2one(related="order_id.currency_id")
    product_id = fields.Many2one("product.product", required=True, domain="[('sale_ok', '=', True)]")
    line_id = fields.Many2one("sale.order.line", ondelete="set null", copy=False, index="btree_not_null")
    sequence = fields.Integer(default=10, help="The place of the option in the list")
    name = fields.Text("Description", required=True, compute="_compute_name", store=True, readonly=False, precompute=True)
    quantity = fields.Float(required=True, digits="Product Unit of Measure", default=1)
    uom_id = fields.Many2one("uom.uom", "Unit of Measure", required=True, compute="_compute_uom_id", store=True, readonly=False,
                             precompute=True, domain="[('category_id', '=', product_uom_category_id)]")
    product_uom_category_id = fields.Many2one(related="product_id.uom_id.category_id")
    price_unit = fields.Float("Unit Price", digits="Product Price", compute="_compute_price_unit", store=True, readonly=False,
                              precompute=True)
    discount = fields.Float("Discount (%)", digits="Discount", compute="_compute_discount", store=True, readonly=False, precompute=True)
    is_present = fields.Boolean("Present on Quotation", compute="_compute_is_present", search="_search_is_present")

    @api.depends("product_id")
    def _compute_name(self):
        for option in self:
            if option.product_id:
                product = option.product_id.with_context(lang=option.order_id.partner_id.lang or self.env.lang)
                option.name = product.get_product_multiline_description_sale()

    @api.depends("product_id")
    def _compute_uom_id(self):
        for option in self:
            if option.product_id and option.uom_id.category_id != option.product_id.uom_id.category_id:
                option.uom_id = option.product_id.uom_id

    @api.depends("product_id", "uom_id", "quantity")
    def _compute_price_unit(self):
        for option in self.filtered("product_id"):
            option.price_unit = option._price_and_discount()[0]

    @api.depends("product_id", "uom_id", "quantity")
    def _compute_discount(self):
        for option in self.filtered("product_id"):
            option.discount = option._price_and_discount()[1]

    def _price_and_discount(self):
        """(unit price, discount in percent) of the order's pricelist, in the order's currency and the option's unit."""
        self.ensure_one()
        order = self.order_id
        asked = {"product": self.product_id, "quantity": self.quantity or 1.0, "uom": self.uom_id,
                 "date": order.date_order or fields.Datetime.now(), "currency": order.currency_id or self.env.company.currency_id}
        rule = self.env["product.pricelist.item"]
        if order.pricelist_id:
            found = order.pricelist_id._compute_price_rule(self.product_id, asked["quantity"], uom=self.uom_id, date=asked["date"],
                                                           compute_price=False)
            rule = rule.browse(found[self.product_id.id][1] or ())
        price = rule._compute_price(**asked)
        listed = rule._compute_price_before_discount(**asked) if rule and rule._show_discount() else price
        if listed <= price:
            return price, 0.0
        return listed, (listed - price) / listed * 100.0

    @api.depends("line_id", "order_id.order_line", "product_id")
    def _compute_is_present(self):
        for option in self:
            option.is_present = bool(option.order_id.order_line.filtered(
                lambda line, option=option: line.product_id == option.product_id))

    def _search_is_present(self, operator, value):
        present = (operator == "=") == bool(value)
        return [("line_id", "!=" if present else "=", False)]

    def button_add_to_order(self):
        self.add_option_to_order()

    def add_option_to_order(self):
        """Make the option a line of its quotation.

        :raise UserError: the order is confirmed or cancelled
        """
        self.ensure_one()
        order = self.order_id
        if not order._can_be_edited_on_portal():
            raise UserError(_("Options can be added to a quotation only; %s is none any more.", order.name))
        line = self.env["sale.order.line"].create(self._get_values_to_add_to_order())
        self.line_id = line
        return line

    def _get_values_to_add_to_order(self):
        self.ensure_one()
        return {"order_id": self.order_id.id, "price_unit": self.price_unit, "name": self.name, "product_id": self.product_id.id,
                "product_uom_qty": self.quantity, "product_uom": self.uom_id.id, "discount": self.discount,
                "sequence": max(self.order_id.order_line.mapped("sequence"), default=10) + 1}

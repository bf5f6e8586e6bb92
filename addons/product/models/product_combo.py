from core import _, api, fields, models
from core.exceptions import ValidationError


class ProductCombo(models.Model):
    _name = "product.combo"
    _description = "Product Combo"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one("res.company", index=True)
    combo_item_ids = fields.One2many("product.combo.item", "combo_id", copy=True)
    combo_item_count = fields.Integer("Product Count", compute="_compute_combo_item_count")
    currency_id = fields.Many2one("res.currency", compute="_compute_currency_id")
    base_price = fields.Float(
        "Combo Price", compute="_compute_base_price", digits="Product Price",
        help="The smallest price of the choices; it weighs the combos when the price of the whole is split.")

    @api.depends("combo_item_ids")
    def _compute_combo_item_count(self):
        for combo in self:
            combo.combo_item_count = len(combo.combo_item_ids)

    @api.depends("company_id")
    def _compute_currency_id(self):
        for combo in self:
            combo.currency_id = (combo.company_id.sudo() or self.env.company).currency_id

    @api.depends("combo_item_ids.product_id.lst_price")
    def _compute_base_price(self):
        for combo in self:
            combo.base_price = min(combo.combo_item_ids.product_id.mapped("lst_price"), default=0.0)

    @api.constrains("combo_item_ids")
    def _check_combo_item_ids(self):
        for combo in self:
            products = combo.combo_item_ids.mapped("product_id.id")
            if not products:
                raise ValidationError(_("The combo %s needs at least one product.", combo.name))
            if len(products) != len(combo.combo_item_ids):
                raise ValidationError(_("The combo %s contains a product twice.", combo.name))


class ProductComboItem(models.Model):
    _name = "product.combo.item"
    _description = "Product Combo Item"

    company_id = fields.Many2one("res.company", related="combo_id.company_id", store=True)
    combo_id = fields.Many2one("product.combo", ondelete="cascade", required=True, index=True)
    product_id = fields.Many2one(
        "product.product", "Options", ondelete="restrict", domain=[("type", "!=", "combo")], required=True)
    currency_id = fields.Many2one("res.currency", related="product_id.currency_id")
    lst_price = fields.Float("Original Price", related="product_id.lst_price", digits="Product Price")
    extra_price = fields.Float("Extra Price", default=0.0, digits="Product Price")

from core import _, api, fields, models
from core.exceptions import UserError


class ProductAttribute(models.Model):
    _name = "product.attribute"
    _description = "Product Attribute"
    _order = "sequence, id"

    name = fields.Char("Attribute", required=True, translate=True)
    active = fields.Boolean(default=True)
    create_variant = fields.Selection(
        [("always", "Instantly"), ("dynamic", "Dynamically"), ("no_variant", "Never")],
        "Variant Creation", default="always", required=True,
        help="Instantly: every possible variant is created as soon as the value is added to a product.\n"
             "Dynamically: a variant is created when it is first ordered.\n"
             "Never: the value is recorded on the order line only.")
    display_type = fields.Selection(
        [("radio", "Radio"), ("pills", "Pills"), ("select", "Select"), ("color", "Color"),
         ("multi", "Multi-checkbox")], default="radio", required=True)
    sequence = fields.Integer(index=True, default=20)
    value_ids = fields.One2many("product.attribute.value", "attribute_id", "Values", copy=True)
    attribute_line_ids = fields.One2many("product.template.attribute.line", "attribute_id", "Lines")
    template_value_ids = fields.One2many("product.template.attribute.value", "attribute_id", "Template Values")
    product_tmpl_ids = fields.Many2many(
        "product.template", string="Related Products", compute="_compute_products", store=True)
    number_related_products = fields.Integer(compute="_compute_number_related_products")

    _sql_constraints = [(
        "check_multi_checkbox_no_variant",
        "CHECK (display_type != 'multi' OR create_variant = 'no_variant')",
        "Multi-checkbox display type is not compatible with the creation of variants")]

    @api.depends("attribute_line_ids.active", "attribute_line_ids.product_tmpl_id")
    def _compute_products(self):
        for attribute in self:
            attribute.product_tmpl_ids = attribute.attribute_line_ids.filtered("active").product_tmpl_id

    @api.depends("product_tmpl_ids")
    def _compute_number_related_products(self):
        for attribute in self:
            attribute.number_related_products = len(attribute.product_tmpl_ids)

    def write(self, vals):
        if "create_variant" in vals:
            changed = self.filtered(lambda attribute: attribute.create_variant != vals["create_variant"])
            self._refuse_if_used(changed, _("change the variant creation of"))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used_on_product(self):
        self._refuse_if_used(self, _("delete"))

    def _refuse_if_used(self, attributes, action):
        used = attributes.filtered("product_tmpl_ids")
        if used:
            raise UserError(_(
                "You cannot %(action)s the attribute %(attribute)s: it is used on %(products)s. "
                "Remove it from these products first.",
                action=action, attribute=used[0].display_name,
                products=", ".join(used[0].product_tmpl_ids.mapped("display_name"))))

    def _without_no_variant_attributes(self):
        return self.filtered(lambda attribute: attribute.create_variant != "no_variant")


class ProductAttributeValue(models.Model):
    _name = "product.attribute.value"
    _description = "Attribute Value"
    _order = "attribute_id, sequence, id"

    name = fields.Char("Value", required=True, translate=True)
    sequence = fields.Integer(index=True)
    attribute_id = fields.Many2one(
        "product.attribute", "Attribute", ondelete="cascade", required=True, index=True)
    pav_attribute_line_ids = fields.Many2many(
        "product.template.attribute.line", relation="product_attribute_value_product_template_attribute_line_rel",
        string="Lines", copy=False)
    default_extra_price = fields.Float()
    is_custom = fields.Boolean("Free text", help="Customers may type their own text for this value.")
    html_color = fields.Char("Color")
    display_type = fields.Selection(related="attribute_id.display_type")
    color = fields.Integer("Color Index", default=0)
    image = fields.Image("Image", max_width=70, max_height=70)
    active = fields.Boolean(default=True)
    is_used_on_products = fields.Boolean("Used on Products", compute="_compute_is_used_on_products")

    _sql_constraints = [(
        "value_company_uniq", "unique (name, attribute_id)",
        "You cannot create two values with the same name for the same attribute.")]

    @api.depends("pav_attribute_line_ids")
    def _compute_is_used_on_products(self):
        for value in self:
            value.is_used_on_products = bool(value.pav_attribute_line_ids.filtered("product_tmpl_id.active"))

    @api.depends("attribute_id")
    @api.depends_context("show_attribute")
    def _compute_display_name(self):
        if not self.env.context.get("show_attribute", True):
            return super()._compute_display_name()
        for value in self:
            value.display_name = f"{value.attribute_id.name}: {value.name}"

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used_on_product(self):
        used = self.filtered("is_used_on_products")
        if used:
            raise UserError(_(
                "The value %(value)s is used on %(products)s and cannot be deleted. Remove it there first.",
                value=used[0].display_name,
                products=", ".join(used[0].pav_attribute_line_ids.product_tmpl_id.mapped("display_name"))))

    def _without_no_variant_attributes(self):
        return self.filtered(lambda value: value.attribute_id.create_variant != "no_variant")

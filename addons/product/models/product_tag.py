from core import api, fields, models


class ProductTag(models.Model):
    _name = "product.tag"
    _description = "Product Tag"
    _order = "sequence, id"

    name = fields.Char("Name", required=True, translate=True)
    sequence = fields.Integer(default=10)
    color = fields.Char("Color", default="#3C3C3C")
    product_template_ids = fields.Many2many(
        "product.template", "product_tag_product_template_rel", string="Product Templates")
    product_product_ids = fields.Many2many(
        "product.product", "product_tag_product_product_rel", string="Product Variants",
        domain="[('attribute_line_ids', '!=', False), ('product_tmpl_id', 'not in', product_template_ids)]")
    product_ids = fields.Many2many(
        "product.product", string="All Product Variants using this Tag", compute="_compute_product_ids")
    visible_on_ecommerce = fields.Boolean("Visible on eCommerce", default=True)

    # A translated name is stored with all its languages: `unique (name)` would accept a name again once it has a translation.
    _sql_constraints = [("name_uniq", "EXCLUDE ((name->>'en_US') WITH =)", "Tag name already exists!")]

    @api.depends("product_template_ids", "product_product_ids")
    def _compute_product_ids(self):
        for tag in self:
            tag.product_ids = tag.product_template_ids.product_variant_ids | tag.product_product_ids

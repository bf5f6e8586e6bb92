from core import _, api, fields, models
from core.exceptions import UserError, ValidationError


class ProductTemplateAttributeLine(models.Model):
    """An attribute of a product template with the values it can take."""

    _name = "product.template.attribute.line"
    _description = "Product Template Attribute Line"
    _rec_name = "attribute_id"
    _rec_names_search = ["attribute_id", "value_ids"]
    _order = "sequence, attribute_id, id"

    active = fields.Boolean(default=True)
    product_tmpl_id = fields.Many2one(
        "product.template", "Product Template", ondelete="cascade", required=True, index=True)
    sequence = fields.Integer(default=10)
    attribute_id = fields.Many2one(
        "product.attribute", "Attribute", ondelete="restrict", required=True, index=True)
    value_ids = fields.Many2many(
        "product.attribute.value", relation="product_attribute_value_product_template_attribute_line_rel",
        string="Values", domain="[('attribute_id', '=', attribute_id)]", ondelete="restrict")
    value_count = fields.Integer(compute="_compute_value_count", store=True)
    product_template_value_ids = fields.One2many(
        "product.template.attribute.value", "attribute_line_id", "Product Attribute Values")

    @api.depends("value_ids")
    def _compute_value_count(self):
        for line in self:
            line.value_count = len(line.value_ids)

    @api.onchange("attribute_id")
    def _onchange_attribute_id(self):
        self.value_ids = self.value_ids.filtered(lambda value: value.attribute_id == self.attribute_id)

    @api.constrains("active", "value_ids", "attribute_id")
    def _check_valid_values(self):
        for line in self:
            if line.active and not line.value_ids:
                raise ValidationError(_(
                    "The attribute %(attribute)s needs at least one value on the product %(product)s.",
                    attribute=line.attribute_id.display_name, product=line.product_tmpl_id.display_name))
            foreign = line.value_ids.filtered(lambda value, line=line: value.attribute_id != line.attribute_id)
            if foreign:
                raise ValidationError(_(
                    "On the product %(product)s the value %(value)s does not belong to the attribute %(attribute)s.",
                    product=line.product_tmpl_id.display_name, value=foreign[0].display_name,
                    attribute=line.attribute_id.display_name))

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._update_product_template_attribute_values()
        return lines

    def write(self, vals):
        if "product_tmpl_id" in vals or "attribute_id" in vals:
            moved = self.filtered(lambda line: (
                vals.get("product_tmpl_id", line.product_tmpl_id.id) != line.product_tmpl_id.id
                or vals.get("attribute_id", line.attribute_id.id) != line.attribute_id.id))
            if moved:
                raise UserError(_(
                    "The attribute line %s cannot be moved to another product or attribute. "
                    "Delete it and create a new one.", moved[0].display_name))
        result = super().write(vals)
        if "value_ids" in vals or "active" in vals:
            self._update_product_template_attribute_values()
        return result

    def unlink(self):
        """Variants in use keep their line: it is archived instead of deleted."""
        templates = self.product_tmpl_id
        self.product_template_value_ids._drop_or_archive()
        keep = self.filtered(lambda line: line.with_context(active_test=False).product_template_value_ids)
        super(ProductTemplateAttributeLine, keep).write({"active": False})
        super(ProductTemplateAttributeLine, self - keep).unlink()
        templates.exists()._create_variant_ids()
        return True

    def _update_product_template_attribute_values(self):
        """Bring the template values in line with ``value_ids``, then create or archive variants."""
        template_values = self.env["product.template.attribute.value"]
        to_create, to_drop = [], template_values
        for line in self.with_context(active_test=False):
            existing = line.product_template_value_ids
            wanted = line.value_ids if line.active else line.value_ids.browse()
            to_drop |= existing.filtered(
                lambda tv, wanted=wanted: tv.ptav_active and tv.product_attribute_value_id not in wanted)
            revived = existing.filtered(
                lambda tv, wanted=wanted: not tv.ptav_active and tv.product_attribute_value_id in wanted)
            revived.write({"ptav_active": True})
            to_create += [
                {"product_attribute_value_id": value.id, "attribute_line_id": line.id,
                 "price_extra": value.default_extra_price}
                for value in wanted - existing.product_attribute_value_id]
        template_values.create(to_create)
        to_drop._drop_or_archive()
        self.product_tmpl_id._create_variant_ids()

    def _without_no_variant_attributes(self):
        return self.filtered(lambda line: line.attribute_id.create_variant != "no_variant")

    def _is_configurable(self):
        self.ensure_one()
        return len(self.value_ids) >= 2 or self.attribute_id.display_type == "multi" or self.value_ids.is_custom


class ProductTemplateAttributeValue(models.Model):
    """A value as it is offered on one template, with its extra price."""

    _name = "product.template.attribute.value"
    _description = "Product Template Attribute Value"
    _order = "attribute_line_id, product_attribute_value_id, id"

    ptav_active = fields.Boolean("Active", default=True)
    name = fields.Char("Value", related="product_attribute_value_id.name")
    product_attribute_value_id = fields.Many2one(
        "product.attribute.value", "Attribute Value", required=True, ondelete="cascade", index=True)
    attribute_line_id = fields.Many2one(
        "product.template.attribute.line", required=True, ondelete="cascade", index=True)
    product_tmpl_id = fields.Many2one(
        "product.template", "Product Template", related="attribute_line_id.product_tmpl_id", store=True, index=True)
    attribute_id = fields.Many2one(
        "product.attribute", "Attribute", related="attribute_line_id.attribute_id", store=True, index=True)
    price_extra = fields.Float(
        "Extra Price", default=0.0, digits="Product Price",
        help="Added to the sales price of the template for variants with this value.")
    currency_id = fields.Many2one(related="product_tmpl_id.currency_id")
    exclude_for = fields.One2many(
        "product.template.attribute.exclusion", "product_template_attribute_value_id", "Exclude for")
    ptav_product_variant_ids = fields.Many2many(
        "product.product", relation="product_variant_combination", string="Related Variants", readonly=True)
    html_color = fields.Char("HTML Color Index", related="product_attribute_value_id.html_color")
    is_custom = fields.Boolean(related="product_attribute_value_id.is_custom")
    display_type = fields.Selection(related="product_attribute_value_id.display_type")
    color = fields.Integer("Color")
    image = fields.Image(related="product_attribute_value_id.image")

    _sql_constraints = [(
        "attribute_value_unique", "unique(attribute_line_id, product_attribute_value_id)",
        "Each value should be defined only once per attribute per product.")]

    @api.depends("attribute_id")
    def _compute_display_name(self):
        for value in self:
            value.display_name = f"{value.attribute_id.name}: {value.name}"

    def _drop_or_archive(self):
        """Delete the values no variant in use needs; archive the others so that old documents keep reading."""
        if not self:
            return
        variants = self.with_context(active_test=False).ptav_product_variant_ids
        variants._unlink_or_archive()
        used = self.filtered(lambda value: value.with_context(active_test=False).ptav_product_variant_ids.exists())
        used.write({"ptav_active": False})
        (self - used).unlink()

    def _get_combination_name(self):
        """The values that tell variants apart, as shown behind the product's name: "White, L"."""
        values = self._without_no_variant_attributes()._filter_single_value_lines()
        return ", ".join(value.name for value in values)

    def _filter_single_value_lines(self):
        return self.filtered(lambda value: len(value.attribute_line_id.value_ids) > 1)

    def _only_active(self):
        return self.filtered("ptav_active")

    def _without_no_variant_attributes(self):
        return self.filtered(lambda value: value.attribute_id.create_variant != "no_variant")

    def _ids2str(self):
        return ",".join(str(value_id) for value_id in sorted(self.ids))


class ProductTemplateAttributeExclusion(models.Model):
    _name = "product.template.attribute.exclusion"
    _description = "Product Template Attribute Exclusion"
    _order = "product_tmpl_id, id"

    product_template_attribute_value_id = fields.Many2one(
        "product.template.attribute.value", "Attribute Value", ondelete="cascade", index=True)
    product_tmpl_id = fields.Many2one(
        "product.template", "Product Template", ondelete="cascade", required=True, index=True)
    value_ids = fields.Many2many(
        "product.template.attribute.value", relation="product_attr_exclusion_value_ids_rel",
        string="Attribute Values", domain="[('product_tmpl_id', '=', product_tmpl_id), ('ptav_active', '=', True)]")


class ProductAttributeCustomValue(models.Model):
    _name = "product.attribute.custom.value"
    _description = "Product Attribute Custom Value"
    _order = "custom_product_template_attribute_value_id, id"

    name = fields.Char("Name", compute="_compute_name")
    custom_product_template_attribute_value_id = fields.Many2one(
        "product.template.attribute.value", "Attribute Value", required=True, ondelete="restrict")
    custom_value = fields.Char("Custom Value")

    @api.depends("custom_product_template_attribute_value_id.name", "custom_value")
    def _compute_name(self):
        for custom in self:
            value_name = custom.custom_product_template_attribute_value_id.display_name
            custom.name = f"{value_name}: {custom.custom_value or ''}" if value_name else (custom.custom_value or "")

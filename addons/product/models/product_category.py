from core import _, api, fields, models
from core.exceptions import UserError, ValidationError


class ProductCategory(models.Model):
    _name = "product.category"
    _shared_rows = True
    _description = "Product Category"
    _parent_name = "parent_id"
    _parent_store = True
    _rec_name = "complete_name"
    _order = "complete_name"

    name = fields.Char("Name", index="trigram", required=True)
    complete_name = fields.Char("Complete Name", compute="_compute_complete_name", recursive=True, store=True)
    parent_id = fields.Many2one("product.category", "Parent Category", index=True, ondelete="cascade")
    parent_path = fields.Char(index=True)
    child_id = fields.One2many("product.category", "parent_id", "Child Categories")
    product_count = fields.Integer(
        "# Products", compute="_compute_product_count",
        help="Number of products in this category and the categories below it.")
    product_properties_definition = fields.PropertiesDefinition("Product Properties")

    @api.depends("name", "parent_id.complete_name")
    def _compute_complete_name(self):
        for category in self:
            parent = category.parent_id
            category.complete_name = f"{parent.complete_name} / {category.name}" if parent else category.name

    def _compute_product_count(self):
        groups = self.env["product.template"]._read_group(
            [("categ_id", "child_of", self.ids)], ["categ_id"], ["__count"])
        count_of = {category.id: count for category, count in groups}
        for category in self:
            below = self.search([("id", "child_of", category.ids)]).ids if category.ids else []
            category.product_count = sum(count_of.get(category_id, 0) for category_id in below)

    @api.constrains("parent_id")
    def _check_category_recursion(self):
        if self._has_cycle():
            raise ValidationError(_("A product category cannot lie below itself."))

    @api.model
    def name_create(self, name):
        category = self.create({"name": name})
        return category.id, category.display_name

    @api.depends_context("hierarchical_naming")
    def _compute_display_name(self):
        if self.env.context.get("hierarchical_naming", True):
            return super()._compute_display_name()
        for category in self:
            category.display_name = category.name

    @api.ondelete(at_uninstall=False)
    def _unlink_except_default_category(self):
        main = self.env.ref("product.product_category_all", raise_if_not_found=False)
        if main and main in self:
            raise UserError(_(
                "The category %s holds the products without a category of their own and cannot be deleted.",
                main.display_name))

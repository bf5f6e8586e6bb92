from core import _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.tools import float_compare

from ..price_trace import note


class ProductProduct(models.Model):
    _name = "product.product"
    _description = "Product Variant"
    _inherits = {"product.template": "product_tmpl_id"}
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "is_favorite desc, default_code, name, id"
    _check_company_domain = models.check_company_domain_parent_of
    _rec_names_search = ["default_code", "name", "barcode"]

    price_extra = fields.Float(
        "Variant Price Extra", compute="_compute_product_price_extra", digits="Product Price",
        help="The sum of the extra prices of all attribute values.")
    lst_price = fields.Float(
        "Sales Price", compute="_compute_product_lst_price", inverse="_set_product_lst_price", digits="Product Price",
        help="The template's price plus the extra prices of the variant.")
    default_code = fields.Char("Internal Reference", index=True)
    code = fields.Char("Reference", compute="_compute_product_code")
    partner_ref = fields.Char("Customer Ref", compute="_compute_partner_ref")
    active = fields.Boolean("Active", default=True)
    product_tmpl_id = fields.Many2one(
        "product.template", "Product Template", auto_join=True, index=True, ondelete="cascade", required=True)
    barcode = fields.Char("Barcode", copy=False, index="btree_not_null", help="What a scanner reads.")
    product_template_attribute_value_ids = fields.Many2many(
        "product.template.attribute.value", relation="product_variant_combination", string="Attribute Values",
        domain=[("attribute_line_id.value_count", ">", 1)], ondelete="restrict")
    product_template_variant_value_ids = fields.Many2many(
        "product.template.attribute.value", relation="product_variant_combination", string="Variant Values",
        domain=[("attribute_line_id.value_count", ">", 1)], ondelete="restrict")
    combination_indices = fields.Char(compute="_compute_combination_indices", store=True, index=True)
    is_product_variant = fields.Boolean(compute="_compute_is_product_variant")
    standard_price = fields.Float(
        "Cost", company_dependent=True, digits="Product Price", groups="base.group_user",
        help="What one unit is worth to the company; used for margins and inventory valuation.")
    volume = fields.Float("Volume", digits="Volume")
    weight = fields.Float("Weight", digits="Stock Weight")
    pricelist_item_count = fields.Integer("Number of price rules", compute="_compute_variant_item_count")
    packaging_ids = fields.One2many("product.packaging", "product_id", "Product Packages")
    additional_product_tag_ids = fields.Many2many(
        "product.tag", "product_tag_product_product_rel", string="Additional Product Tags",
        domain="[('id', 'not in', product_tag_ids)]")
    all_product_tag_ids = fields.Many2many(
        "product.tag", compute="_compute_all_product_tag_ids", search="_search_all_product_tag_ids")

    def init(self):
        """One active variant per combination, also under concurrent creation."""
        self.env.cr.execute("""
            CREATE UNIQUE INDEX IF NOT EXISTS product_product_combination_unique
            ON product_product (product_tmpl_id, combination_indices) WHERE active IS TRUE""")

    # --- computed ---------------------------------------------------------------------------------------------

    @api.depends("product_template_attribute_value_ids")
    def _compute_combination_indices(self):
        for product in self:
            product.combination_indices = product.product_template_attribute_value_ids._ids2str()

    def _compute_is_product_variant(self):
        self.is_product_variant = True

    @api.depends("product_template_attribute_value_ids.price_extra")
    def _compute_product_price_extra(self):
        for product in self:
            # combination_indices names the values of the variant: without one there is nothing to read
            values = product.combination_indices and product.product_template_attribute_value_ids
            product.price_extra = sum(values.mapped("price_extra")) if values else 0.0

    @api.depends("list_price", "price_extra")
    @api.depends_context("uom")
    def _compute_product_lst_price(self):
        unit = self.env["uom.uom"].browse(self.env.context.get("uom"))
        for product in self:
            price = product.list_price
            if unit:
                price = product.uom_id._compute_price(price, unit)
            product.lst_price = price + product.price_extra

    @api.onchange("lst_price")
    def _set_product_lst_price(self):
        unit = self.env["uom.uom"].browse(self.env.context.get("uom"))
        for product in self:
            price = product.lst_price
            if unit:
                price = unit._compute_price(price, product.uom_id)
            product.list_price = price - product.price_extra

    @api.depends("product_tmpl_id.default_code", "default_code")
    @api.depends_context("partner_id")
    def _compute_product_code(self):
        """The vendor's code when the context names a vendor, else our own."""
        partner_id = self.env.context.get("partner_id")
        for product in self:
            product.code = product.default_code
            if partner_id:
                seller = product.seller_ids.filtered(
                    lambda seller, product=product: seller.partner_id.id == partner_id
                    and seller.product_id in (product, product.browse()))[:1]
                product.code = seller.product_code or product.default_code

    @api.depends_context("partner_id")
    def _compute_partner_ref(self):
        for product in self:
            product.partner_ref = product.display_name

    def _compute_variant_item_count(self):
        items = self.env["product.pricelist.item"]
        for product in self:
            product.pricelist_item_count = items.search_count([
                "|", "&", ("product_tmpl_id", "=", product.product_tmpl_id.id), ("applied_on", "=", "1_product"),
                "&", ("product_id", "=", product.id), ("applied_on", "=", "0_product_variant")])

    @api.depends("product_tag_ids", "additional_product_tag_ids")
    def _compute_all_product_tag_ids(self):
        for product in self:
            product.all_product_tag_ids = product.product_tag_ids | product.additional_product_tag_ids

    def _search_all_product_tag_ids(self, operator, operand):
        return ["|", ("product_tag_ids", operator, operand), ("additional_product_tag_ids", operator, operand)]

    @api.depends("name", "default_code", "product_tmpl_id", "product_template_attribute_value_ids")
    @api.depends_context("display_default_code", "partner_id", "lang")
    def _compute_display_name(self):
        with_code = self.env.context.get("display_default_code", True)
        for product in self.sudo():
            name = product.name
            # combination_indices names the values of the variant: without one there is nothing to read
            values = product.combination_indices and product.product_template_attribute_value_ids
            variant = values._get_combination_name() if values else ""
            if variant:
                name = f"{name} ({variant})"
            code = product.code if with_code else False
            product.display_name = f"[{code}] {name}" if code else name

    # --- checks -------------------------------------------------------------------------------------------------

    @api.constrains("barcode")
    def _check_barcode_uniqueness(self):
        """Two products that one company sees never share a barcode, and none is a packaging's."""
        barcodes = [barcode for barcode in self.mapped("barcode") if barcode]
        if not barcodes:
            return
        products = self.sudo().with_context(active_test=False).search([("barcode", "in", barcodes)])
        by_barcode = products.grouped(lambda product: (product.barcode, product.company_id.id))
        shared = {product.barcode for product in products if not product.company_id}
        for (barcode, company_id), group in by_barcode.items():
            if len(group) > 1 or (company_id and barcode in shared):
                owners = products.filtered(lambda product, barcode=barcode: product.barcode == barcode)
                raise ValidationError(_(
                    "The barcode %(barcode)s is already used by: %(products)s. Scan or type another one.",
                    barcode=barcode, products=", ".join(owners.mapped("display_name"))))
        packaging = self.env["product.packaging"].sudo().search([("barcode", "in", barcodes)], limit=1)
        if packaging:
            raise ValidationError(_(
                "The barcode %(barcode)s already belongs to the packaging %(packaging)s.",
                barcode=packaging.barcode, packaging=packaging.display_name))

    @api.onchange("uom_id")
    def _onchange_uom_id(self):
        if self.uom_id:
            self.uom_po_id = self.uom_id

    @api.onchange("default_code")
    def _onchange_default_code(self):
        return self.product_tmpl_id._onchange_default_code() if self.product_tmpl_id else None

    # --- create, write, unlink ------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        """A variant created on its own brings its template; the template must not create a second one."""
        return super(ProductProduct, self.with_context(create_product_product=False)).create(
            vals_list).with_context(self.env.context)

    def write(self, vals):
        result = super().write(vals)
        if "active" in vals:
            self._archive_templates_without_variants()
        return result

    def _archive_templates_without_variants(self):
        """A template lives and sleeps with its variants."""
        templates = self.with_context(active_test=False).product_tmpl_id
        for template in templates:
            any_active = any(template.with_context(active_test=False).product_variant_ids.mapped("active"))
            if template.active != any_active and (any_active or not template.has_dynamic_attributes()):
                super(type(template), template).write({"active": any_active})

    def unlink(self):
        """Deleting the last variant of a template deletes the template, except when variants come on demand."""
        templates = self.product_tmpl_id.with_context(active_test=False)
        emptied = templates.filtered(
            lambda template: not (template.product_variant_ids - self) and not template.has_dynamic_attributes())
        result = super().unlink()
        emptied.with_context(self.env.context).unlink()
        return result

    def _unlink_or_archive(self, check_access=True):
        """Delete the variants nothing refers to, archive the others."""
        if not self:
            return
        try:
            with self.env.cr.savepoint():
                # Through the base method: the template stays although its last variant goes.
                super(ProductProduct, self).unlink()
                return
        except Exception as error:
            if not self._is_reference_error(error):
                raise
        if len(self) > 1:
            half = len(self) // 2
            self[:half]._unlink_or_archive(check_access=check_access)
            self[half:]._unlink_or_archive(check_access=check_access)
        elif self.active:
            super(ProductProduct, self).write({"active": False})

    @api.model
    def _is_reference_error(self, error):
        """Did the database or a business rule refuse the deletion because the record is in use?"""
        return isinstance(error, UserError) or getattr(error, "pgcode", "") in ("23503", "23001", "23502")

    def copy(self, default=None):
        """Copying a variant copies its template; the result is the copy's variant."""
        new_products = self.browse()
        for product in self:
            template = product.product_tmpl_id.copy(default=default)
            new_products |= template.product_variant_id or template._create_product_variant(
                template._get_first_possible_combination())
        return new_products

    # --- prices -----------------------------------------------------------------------------------------------------

    def _price_compute(self, price_type, uom=None, currency=None, company=None, date=False):
        """Price of each variant by id: ``list_price`` (with extras) or ``standard_price``, in unit and currency."""
        company = company or self.env.company
        date = date or fields.Date.context_today(self)
        extra = self.env.context.get("no_variant_attributes_price_extra") or ()
        prices = {}
        for product in self.with_company(company):
            price = product.sudo()[price_type] or 0.0
            if price_type == "list_price":
                price += product.price_extra + sum(extra)
                if product.price_extra or extra:
                    note("extra", price, extra=product.price_extra + sum(extra))
            prices[product.id] = product.product_tmpl_id._price_in(price, price_type, uom, currency, company, date)
        return prices

    @api.depends_context("pricelist", "quantity", "uom", "date", "currency")
    def _get_contextual_price(self):
        self.ensure_one()
        context = self.env.context
        pricelist = self.product_tmpl_id._get_contextual_pricelist()
        unit = self.env["uom.uom"].browse(context.get("uom")) or self.uom_id
        return pricelist._get_product_price(
            self, context.get("quantity", 1.0), uom=unit, date=context.get("date"))

    def _get_attributes_extra_price(self):
        self.ensure_one()
        return self.price_extra

    def _get_no_variant_attributes_price_extra(self, combination):
        return sum(combination.filtered(
            lambda value: value.attribute_id.create_variant == "no_variant").mapped("price_extra"))

    # --- vendors ----------------------------------------------------------------------------------------------------

    def _prepare_sellers(self, params=False):
        return self.seller_ids.filtered(
            lambda seller: seller.partner_id.active).sorted(
                lambda seller: (seller.sequence, -seller.min_qty, seller.price, seller.id))

    def _get_filtered_sellers(self, partner_id=False, quantity=0.0, date=None, uom_id=False, params=False):
        """Vendor prices that apply: company, vendor, variant, dates and minimum quantity."""
        self.ensure_one()
        date = date or fields.Date.context_today(self)
        precision = self.env["decimal.precision"].precision_get("Product Unit of Measure")
        sellers = self._prepare_sellers(params)
        sellers = sellers.filtered(lambda seller: not seller.company_id or seller.company_id == self.env.company)

        def applies(seller):
            in_seller_unit = quantity
            if quantity and uom_id and uom_id != seller.product_uom:
                in_seller_unit = uom_id._compute_quantity(quantity, seller.product_uom)
            return (
                (not seller.date_start or seller.date_start <= date)
                and (not seller.date_end or seller.date_end >= date)
                and (not partner_id or seller.partner_id in (partner_id, partner_id.parent_id))
                and (quantity is None or float_compare(
                    in_seller_unit, seller.min_qty, precision_digits=precision) >= 0)
                and (not seller.product_id or seller.product_id == self))

        return sellers.filtered(applies)

    def _select_seller(self, partner_id=False, quantity=0.0, date=None, uom_id=False, ordered_by="price_discounted",
                       params=False):
        """The best vendor price: the first vendor in order, among that vendor's prices the cheapest."""
        sellers = self._get_filtered_sellers(
            partner_id=partner_id, quantity=quantity, date=date, uom_id=uom_id, params=params)
        first_vendor = sellers[:1].partner_id
        of_first = sellers.filtered(lambda seller: seller.partner_id == first_vendor)
        return of_first.sorted(ordered_by)[:1]

    # --- texts and actions ------------------------------------------------------------------------------------------

    def get_product_multiline_description_sale(self):
        """Name and sales description as they appear on a document line."""
        self.ensure_one()
        name = self.display_name
        return f"{name}\n{self.description_sale}" if self.description_sale else name

    def _get_barcodes_by_company(self):
        return [(company_id, products.mapped("barcode"))
                for company_id, products in self.filtered("barcode").grouped("company_id").items()]

    def _filter_to_unlink(self, check_access=True):
        return self

    def _is_variant_possible(self, parent_combination=None):
        self.ensure_one()
        return self.product_tmpl_id._is_combination_possible(self.product_template_attribute_value_ids)

    def open_product_template(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "product.template",
            "view_mode": "form",
            "res_id": self.product_tmpl_id.id,
            "target": "new",
        }

    def open_pricelist_rules(self):
        self.ensure_one()
        return self.product_tmpl_id.open_pricelist_rules()

from core import api, fields, models


class SaleReport(models.Model):
    """Sales figures: one row per order, product and price. Addons add columns with `_select_additional_fields`,
    `_from_sale`, `_where_sale` and `_group_by_sale`; the tables are l (line), s (order), p, t (product), partner."""

    _name = "sale.report"
    _description = "Sales Analysis Report"
    _auto = False
    _rec_name = "date"
    _order = "date desc"

    @api.model
    def _get_done_states(self):
        return ["sale"]

    name = fields.Char("Order Reference", readonly=True)
    date = fields.Datetime("Order Date", readonly=True)
    partner_id = fields.Many2one("res.partner", "Customer", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    pricelist_id = fields.Many2one("product.pricelist", readonly=True)
    team_id = fields.Many2one("crm.team", "Sales Team", readonly=True)
    user_id = fields.Many2one("res.users", "Salesperson", readonly=True)
    state = fields.Selection(
        [("draft", "Quotation"), ("sent", "Quotation Sent"), ("sale", "Sales Order"), ("cancel", "Cancelled")], "Status", readonly=True)
    invoice_status = fields.Selection(
        [("upselling", "Upselling Opportunity"), ("invoiced", "Fully Invoiced"), ("to invoice", "To Invoice"),
         ("no", "Nothing to Invoice")], "Order Invoice Status", readonly=True)
    line_invoice_status = fields.Selection(
        [("upselling", "Upselling Opportunity"), ("invoiced", "Fully Invoiced"), ("to invoice", "To Invoice"),
         ("no", "Nothing to Invoice")], "Invoice Status", readonly=True)

    commercial_partner_id = fields.Many2one("res.partner", "Customer Entity", readonly=True)
    country_id = fields.Many2one("res.country", "Customer Country", readonly=True)
    industry_id = fields.Many2one("res.partner.industry", "Customer Industry", readonly=True)
    partner_zip = fields.Char("Customer ZIP", readonly=True)
    state_id = fields.Many2one("res.country.state", "Customer State", readonly=True)

    order_reference = fields.Reference([("sale.order", "Sales Order")], "Order", readonly=True, aggregator="count_distinct")
    categ_id = fields.Many2one("product.category", "Product Category", readonly=True)
    product_id = fields.Many2one("product.product", "Product Variant", readonly=True)
    product_tmpl_id = fields.Many2one("product.template", "Product", readonly=True)
    product_uom = fields.Many2one("uom.uom", "Unit of Measure", readonly=True)
    product_uom_qty = fields.Float("Qty Ordered", readonly=True)
    qty_to_deliver = fields.Float("Qty To Deliver", readonly=True)
    qty_delivered = fields.Float("Qty Delivered", readonly=True)
    qty_to_invoice = fields.Float("Qty To Invoice", readonly=True)
    qty_invoiced = fields.Float("Qty Invoiced", readonly=True)
    price_subtotal = fields.Monetary("Untaxed Total", readonly=True)
    price_total = fields.Monetary("Total", readonly=True)
    untaxed_amount_to_invoice = fields.Monetary("Untaxed Amount To Invoice", readonly=True)
    untaxed_amount_invoiced = fields.Monetary("Untaxed Amount Invoiced", readonly=True)
    price_unit = fields.Float("Unit Price", aggregator="avg", readonly=True)
    discount = fields.Float("Discount %", readonly=True, aggregator="avg")
    discount_amount = fields.Monetary("Discount Amount", readonly=True)
    weight = fields.Float("Gross Weight", readonly=True)
    volume = fields.Float(readonly=True)
    nbr = fields.Integer("# of Lines", readonly=True)
    currency_id = fields.Many2one("res.currency", compute="_compute_currency_id")

    @api.depends_context("allowed_company_ids")
    def _compute_currency_id(self):
        self.currency_id = self.env.company.currency_id

    def _with_sale(self):
        """Common table expressions of the query, without the word WITH."""
        return ""

    def _case_value_or_one(self, value):
        return f"CASE COALESCE({value}, 0) WHEN 0 THEN 1.0 ELSE {value} END"

    def _money(self, column):
        """The sum of a line's amount in the currency of the order's company."""
        return f"CASE WHEN l.product_id IS NOT NULL THEN SUM({column} / {self._case_value_or_one('s.currency_rate')}) ELSE 0 END"

    def _quantity(self, column):
        """The sum of a line's quantity in the unit of the product."""
        return f"CASE WHEN l.product_id IS NOT NULL THEN SUM({column} / u.factor * u2.factor) ELSE 0 END"

    def _select_sale(self):
        columns = {
            "id": "MIN(l.id)",
            "product_id": "l.product_id",
            "line_invoice_status": "l.invoice_status",
            "product_uom": "t.uom_id",
            "product_uom_qty": self._quantity("l.product_uom_qty"),
            "qty_delivered": self._quantity("l.qty_delivered"),
            "qty_to_deliver": self._quantity("(l.product_uom_qty - l.qty_delivered)"),
            "qty_invoiced": self._quantity("l.qty_invoiced"),
            "qty_to_invoice": self._quantity("l.qty_to_invoice"),
            "price_unit": f"CASE WHEN l.product_id IS NOT NULL THEN AVG(l.price_unit / {self._case_value_or_one('s.currency_rate')}) ELSE 0 END",
            "price_total": self._money("l.price_total"),
            "price_subtotal": self._money("l.price_subtotal"),
            "untaxed_amount_to_invoice": self._money("l.untaxed_amount_to_invoice"),
            "untaxed_amount_invoiced": self._money("l.untaxed_amount_invoiced"),
            "nbr": "COUNT(*)",
            "name": "s.name",
            "date": "s.date_order",
            "state": "s.state",
            "invoice_status": "s.invoice_status",
            "partner_id": "s.partner_id",
            "user_id": "s.user_id",
            "company_id": "s.company_id",
            "categ_id": "t.categ_id",
            "pricelist_id": "s.pricelist_id",
            "team_id": "s.team_id",
            "product_tmpl_id": "p.product_tmpl_id",
            "commercial_partner_id": "partner.commercial_partner_id",
            "country_id": "partner.country_id",
            "industry_id": "partner.industry_id",
            "state_id": "partner.state_id",
            "partner_zip": "partner.zip",
            "weight": "CASE WHEN l.product_id IS NOT NULL THEN SUM(p.weight * l.product_uom_qty / u.factor * u2.factor) ELSE 0 END",
            "volume": "CASE WHEN l.product_id IS NOT NULL THEN SUM(p.volume * l.product_uom_qty / u.factor * u2.factor) ELSE 0 END",
            "discount": "l.discount",
            "discount_amount": self._money("l.price_unit * l.product_uom_qty * l.discount / 100.0"),
            "order_reference": "concat('sale.order', ',', s.id)",
            **self._select_additional_fields(),
        }
        return ",\n".join(f"{expression} AS {name}" for name, expression in columns.items())

    def _select_additional_fields(self):
        """Hook of addons: `{column: SQL}`."""
        return {}

    def _from_sale(self):
        return """
            sale_order_line l
            LEFT JOIN sale_order s ON s.id = l.order_id
            JOIN res_partner partner ON s.partner_id = partner.id
            LEFT JOIN product_product p ON l.product_id = p.id
            LEFT JOIN product_template t ON p.product_tmpl_id = t.id
            LEFT JOIN uom_uom u ON u.id = l.product_uom
            LEFT JOIN uom_uom u2 ON u2.id = t.uom_id
        """

    def _where_sale(self):
        return "l.display_type IS NULL"

    def _group_by_sale(self):
        return """
            l.product_id, l.order_id, l.price_unit, l.invoice_status, l.discount, t.uom_id, t.categ_id, s.name, s.date_order,
            s.partner_id, s.user_id, s.state, s.invoice_status, s.company_id, s.pricelist_id, s.team_id, s.currency_rate,
            p.product_tmpl_id, partner.commercial_partner_id, partner.country_id, partner.industry_id, partner.state_id,
            partner.zip, s.id
        """

    def _query(self):
        with_ = self._with_sale()
        return f"""
            {"WITH " + with_ if with_ else ""}
            SELECT {self._select_sale()}
            FROM {self._from_sale()}
            WHERE {self._where_sale()}
            GROUP BY {self._group_by_sale()}
        """

    @property
    def _table_query(self):
        return self._query()

    def action_open_order(self):
        self.ensure_one()
        return {"type": "ir.actions.act_window", "res_model": self.order_reference._name, "res_id": self.order_reference.id,
                "views": [[False, "form"]]}

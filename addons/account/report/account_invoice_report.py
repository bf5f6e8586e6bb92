from core import api, fields, models
from core.tools import SQL


class AccountInvoiceReport(models.Model):
    """Invoiced figures: one row per product line of invoices, bills and credit notes, in the company's currency.

    Addons add columns with `_select`, `_from` and `_where`; the tables are line, move, partner (the customer), product,
    template, uom_line, uom_template, commercial_partner."""

    _name = "account.invoice.report"
    _description = "Invoices Statistics"
    _auto = False
    _rec_name = "invoice_date"
    _order = "invoice_date desc"

    move_id = fields.Many2one("account.move", readonly=True)
    journal_id = fields.Many2one("account.journal", "Journal", readonly=True)
    company_id = fields.Many2one("res.company", "Company", readonly=True)
    company_currency_id = fields.Many2one("res.currency", "Company Currency", readonly=True)
    partner_id = fields.Many2one("res.partner", "Partner", readonly=True)
    commercial_partner_id = fields.Many2one("res.partner", "Main Partner", readonly=True)
    country_id = fields.Many2one("res.country", "Country", readonly=True)
    invoice_user_id = fields.Many2one("res.users", "Salesperson", readonly=True)
    move_type = fields.Selection(
        [("out_invoice", "Customer Invoice"), ("in_invoice", "Vendor Bill"), ("out_refund", "Customer Credit Note"),
         ("in_refund", "Vendor Credit Note")], readonly=True)
    state = fields.Selection([("draft", "Draft"), ("posted", "Open"), ("cancel", "Cancelled")], "Invoice Status", readonly=True)
    payment_state = fields.Selection(
        [("not_paid", "Not Paid"), ("in_payment", "In Payment"), ("paid", "Paid"), ("partial", "Partially Paid"),
         ("reversed", "Reversed"), ("blocked", "Blocked"), ("invoicing_legacy", "Invoicing App Legacy")], "Payment Status", readonly=True)
    fiscal_position_id = fields.Many2one("account.fiscal.position", "Fiscal Position", readonly=True)
    invoice_date = fields.Date("Invoice Date", readonly=True)
    invoice_date_due = fields.Date("Due Date", readonly=True)

    quantity = fields.Float("Product Quantity", readonly=True)
    product_id = fields.Many2one("product.product", "Product", readonly=True)
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", readonly=True)
    product_categ_id = fields.Many2one("product.category", "Product Category", readonly=True)
    account_id = fields.Many2one("account.account", "Revenue/Expense Account", readonly=True)
    price_subtotal_currency = fields.Monetary("Untaxed Amount in Currency", readonly=True, currency_field="currency_id")
    price_subtotal = fields.Monetary("Untaxed Amount", readonly=True, currency_field="company_currency_id")
    price_total = fields.Monetary("Total", readonly=True, currency_field="company_currency_id")
    price_total_currency = fields.Monetary("Total in Currency", readonly=True, currency_field="currency_id")
    price_average = fields.Monetary("Average Price", readonly=True, aggregator="avg", currency_field="company_currency_id")
    currency_id = fields.Many2one("res.currency", "Currency", readonly=True)

    @property
    def _table_query(self):
        return SQL("%s %s %s", self._select(), self._from(), self._where())

    @api.model
    def _select(self):
        """`SELECT …`; revenue counts positive, credit notes and bills negative."""
        sign = SQL("CASE WHEN move.move_type IN ('in_invoice', 'out_refund') THEN -1 ELSE 1 END")
        return SQL("""
            SELECT
                line.id, line.move_id, line.product_id, line.account_id, line.journal_id, line.company_id, line.currency_id,
                line.partner_id AS commercial_partner_id,
                company.currency_id AS company_currency_id,
                move.state, move.move_type, move.partner_id, move.invoice_user_id, move.fiscal_position_id, move.payment_state,
                move.invoice_date, move.invoice_date_due,
                uom_template.id AS product_uom_id,
                template.categ_id AS product_categ_id,
                partner.country_id,
                line.quantity / NULLIF(COALESCE(uom_line.factor, 1) / COALESCE(uom_template.factor, 1), 0) * %(sign)s AS quantity,
                line.price_subtotal * %(sign)s AS price_subtotal_currency,
                line.price_total * %(sign)s AS price_total_currency,
                -line.balance AS price_subtotal,
                line.price_total * %(sign)s / NULLIF(COALESCE(move.invoice_currency_rate, 1), 0) AS price_total,
                -COALESCE(line.balance / NULLIF(line.quantity, 0)
                    * COALESCE(uom_line.factor, 1) / NULLIF(COALESCE(uom_template.factor, 1), 0), 0)
                    * CASE WHEN move.move_type IN ('in_invoice', 'out_refund') THEN -1 ELSE 1 END AS price_average
        """, sign=sign)

    @api.model
    def _from(self):
        return SQL("""
            FROM account_move_line line
                LEFT JOIN res_partner partner ON partner.id = line.partner_id
                LEFT JOIN product_product product ON product.id = line.product_id
                LEFT JOIN account_account account ON account.id = line.account_id
                LEFT JOIN product_template template ON template.id = product.product_tmpl_id
                LEFT JOIN uom_uom uom_line ON uom_line.id = line.product_uom_id
                LEFT JOIN uom_uom uom_template ON uom_template.id = template.uom_id
                INNER JOIN account_move move ON move.id = line.move_id
                INNER JOIN res_company company ON company.id = line.company_id
                LEFT JOIN res_partner commercial_partner ON commercial_partner.id = move.commercial_partner_id
        """)

    @api.model
    def _where(self):
        return SQL("""
            WHERE move.move_type IN ('out_invoice', 'out_refund', 'in_invoice', 'in_refund')
                AND line.account_id IS NOT NULL
                AND line.display_type = 'product'
        """)

from core import api, fields, models
from core.tools import ormcache

from odoo.addons.base.models.res_partner import WARNING_HELP, WARNING_MESSAGE


class ResPartner(models.Model):
    _inherit = "res.partner"

    property_account_payable_id = fields.Many2one(
        "account.account", company_dependent=True, string="Account Payable", ondelete="restrict",
        domain="[('account_type', '=', 'liability_payable'), ('deprecated', '=', False)]",
        help="Used for what we owe this partner.")
    property_account_receivable_id = fields.Many2one(
        "account.account", company_dependent=True, string="Account Receivable", ondelete="restrict",
        domain="[('account_type', '=', 'asset_receivable'), ('deprecated', '=', False)]",
        help="Used for what this partner owes us.")
    property_account_position_id = fields.Many2one(
        "account.fiscal.position", company_dependent=True, string="Fiscal Position",
        help="Decides the taxes and accounts of this partner's documents.")
    property_payment_term_id = fields.Many2one(
        "account.payment.term", company_dependent=True, string="Customer Payment Terms", ondelete="restrict")
    property_supplier_payment_term_id = fields.Many2one(
        "account.payment.term", company_dependent=True, string="Vendor Payment Terms")
    credit = fields.Monetary(
        "Total Receivable", compute="_credit_debit_get", search="_credit_search",
        groups="account.group_account_invoice,account.group_account_readonly",
        help="What this partner owes you; negative: what you owe after a payment above the amount due.")
    debit = fields.Monetary(
        "Total Payable", compute="_credit_debit_get", search="_debit_search",
        groups="account.group_account_invoice,account.group_account_readonly")
    credit_limit = fields.Float(
        "Credit Limit", company_dependent=True, copy=False,
        groups="account.group_account_invoice,account.group_account_readonly")
    use_partner_credit_limit = fields.Boolean("Partner Limit", company_dependent=True)
    debit_limit = fields.Monetary("Payable Limit")
    total_invoiced = fields.Monetary(
        "Total Invoiced", compute="_invoice_total",
        groups="account.group_account_invoice,account.group_account_readonly")
    currency_id = fields.Many2one("res.currency", compute="_get_company_currency", string="Currency")
    invoice_ids = fields.One2many("account.move", "partner_id", "Invoices", readonly=True, copy=False)
    invoice_warn = fields.Selection(
        WARNING_MESSAGE, "Invoice", default="no-message", help=WARNING_HELP)
    invoice_warn_msg = fields.Text("Message for Invoice")
    supplier_rank = fields.Integer(default=0, copy=False)
    customer_rank = fields.Integer(default=0, copy=False)
    trust = fields.Selection(
        [("good", "Good Debtor"), ("normal", "Normal Debtor"), ("bad", "Bad Debtor")],
        "Degree of trust", company_dependent=True)
    ignore_abnormal_invoice_date = fields.Boolean(company_dependent=True)
    ignore_abnormal_invoice_amount = fields.Boolean(company_dependent=True)

    @api.depends_context("company")
    def _get_company_currency(self):
        for partner in self:
            partner.currency_id = (partner.company_id.sudo() or self.env.company).currency_id

    @api.depends_context("company")
    def _credit_debit_get(self):
        """Open amounts per partner in one statement, for the current company."""
        self.credit = self.debit = 0.0
        if not self.ids:
            return
        open_of = self._open_amounts(self.ids)
        for partner in self:
            partner.credit = open_of.get((partner.id, "asset_receivable"), 0.0)
            partner.debit = -open_of.get((partner.id, "liability_payable"), 0.0)

    @api.model
    def _open_amounts(self, partner_ids=None):
        """{(partner id, account type): open amount} of receivable and payable items of the company."""
        self.env["account.move.line"].flush_model()
        self.env.cr.execute("""
            SELECT line.partner_id, account.account_type, SUM(line.amount_residual)
              FROM account_move_line line JOIN account_account account ON account.id = line.account_id
             WHERE account.account_type IN ('asset_receivable', 'liability_payable')
               AND line.parent_state = 'posted' AND line.reconciled IS NOT TRUE
               AND line.company_id = %(company)s AND line.partner_id IS NOT NULL
               AND (%(partners)s::int[] IS NULL OR line.partner_id = ANY(%(partners)s::int[]))
             GROUP BY line.partner_id, account.account_type""",
            {"company": self.env.company.id, "partners": list(partner_ids) if partner_ids is not None else None})
        return {(partner_id, kind): float(amount) for partner_id, kind, amount in self.env.cr.fetchall()}

    def _search_open_amount(self, account_type, operator, operand):
        compare = {
            "=": lambda amount: amount == operand, "!=": lambda amount: amount != operand,
            ">": lambda amount: amount > operand, "<": lambda amount: amount < operand,
            ">=": lambda amount: amount >= operand, "<=": lambda amount: amount <= operand}.get(operator)
        if compare is None or not isinstance(operand, (int, float)):
            return [("id", "=", 0)]
        sign = 1 if account_type == "asset_receivable" else -1
        amounts = {partner_id: sign * amount
                   for (partner_id, kind), amount in self._open_amounts().items() if kind == account_type}
        if compare(0.0):
            return [("id", "not in", [partner_id for partner_id, amount in amounts.items() if not compare(amount)])]
        return [("id", "in", [partner_id for partner_id, amount in amounts.items() if compare(amount)])]

    @api.model
    def _credit_search(self, operator, operand):
        return self._search_open_amount("asset_receivable", operator, operand)

    @api.model
    def _debit_search(self, operator, operand):
        return self._search_open_amount("liability_payable", operator, operand)

    def _invoice_total(self):
        """Untaxed revenue with the partner and everyone below it."""
        self.total_invoiced = 0.0
        if not self.ids:
            return
        children = self.with_context(active_test=False).search([("id", "child_of", self.ids)])
        groups = self.env["account.move"]._read_group(
            [("partner_id", "in", children.ids), ("state", "=", "posted"),
             ("move_type", "in", ("out_invoice", "out_refund")), ("company_id", "in", self.env.companies.ids)],
            ["partner_id"], ["amount_untaxed_signed:sum"])
        for invoiced, total in groups:
            above, seen = invoiced, set()
            while above and above.id not in seen:
                if above in self:
                    self.browse(above.id).total_invoiced += total
                seen.add(above.id)
                above = above.parent_id

    @ormcache("partner_id", "company_id")
    def _own_bank_ids(self, partner_id, company_id):
        """A company's own bank accounts, asked for on every invoice."""
        return self.env["res.partner.bank"].sudo().search([
            ("partner_id", "=", partner_id), ("company_id", "in", [company_id, False])])._ids

    def _increase_rank(self, field, n=1):
        for partner in self.sudo():
            partner[field] += n

    @api.model
    def _commercial_fields(self):
        return super()._commercial_fields() + [
            "debit_limit", "property_account_payable_id", "property_account_receivable_id",
            "property_account_position_id", "property_payment_term_id", "property_supplier_payment_term_id",
            "credit_limit"]

    @api.model
    def _find_accounting_partner(self, partner):
        """Whose receivables and payables the entries of ``partner`` belong to."""
        return partner.commercial_partner_id

    def action_view_partner_invoices(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("account.action_move_out_invoice_type")
        children = self.with_context(active_test=False).search([("id", "child_of", self.ids)])
        action["domain"] = [("move_type", "in", ("out_invoice", "out_refund")), ("partner_id", "in", children.ids)]
        return action


class ResPartnerBank(models.Model):
    _inherit = "res.partner.bank"
    _clears_caches = ("default",)


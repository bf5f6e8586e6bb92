from core import api, fields, models


class AccountPaymentMethod(models.Model):
    _name = "account.payment.method"
    _shared_rows = True
    _description = "Payment Methods"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    payment_type = fields.Selection([("inbound", "Inbound"), ("outbound", "Outbound")], required=True)

    _sql_constraints = [(
        "name_code_unique", "unique (code, payment_type)",
        "The combination code/payment type already exists!")]

    @api.model
    def _get_payment_method_information(self):
        """Per method code: ``mode`` (unique or multi) and the journal ``type`` it suits."""
        return {"manual": {"mode": "multi", "type": ("bank", "cash", "credit")}}


class AccountPaymentMethodLine(models.Model):
    _name = "account.payment.method.line"
    _shared_rows = True
    _description = "Payment Methods of Journals"
    _order = "sequence, id"

    name = fields.Char(compute="_compute_name", store=True, readonly=False)
    sequence = fields.Integer(default=10)
    payment_method_id = fields.Many2one("account.payment.method", "Payment Method", required=True, ondelete="cascade")
    payment_account_id = fields.Many2one(
        "account.account", "Outstanding Account", check_company=True, copy=False, ondelete="restrict",
        help="Payments wait on this account until the bank statement arrives; empty: they post to the journal's account.")
    journal_id = fields.Many2one("account.journal", "Journal", check_company=True, index="btree_not_null",
                                 ondelete="cascade")
    code = fields.Char(related="payment_method_id.code")
    payment_type = fields.Selection(related="payment_method_id.payment_type")
    company_id = fields.Many2one(related="journal_id.company_id")

    @api.depends("payment_method_id.name")
    def _compute_name(self):
        for line in self:
            if not line.name:
                line.name = line.payment_method_id.name

    @api.depends("journal_id")
    @api.depends_context("hide_payment_journal_id")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.name

from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError


class AccountPayment(models.Model):
    """Money received from or sent to a partner.

    Confirming a payment posts one journal entry between the journal's account (or the outstanding account of the
    payment method) and the partner's receivable or payable account.
    """

    _name = "account.payment"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Payments"
    _order = "date desc, name desc"
    _check_company_auto = True

    name = fields.Char("Number", compute="_compute_name", store=True, copy=False)
    date = fields.Date(default=fields.Date.context_today, required=True, tracking=True)
    move_id = fields.Many2one("account.move", "Journal Entry", index=True, copy=False, check_company=True)
    journal_id = fields.Many2one(
        "account.journal", "Journal", check_company=True, required=True, domain="[('type', 'in', ('bank', 'cash', 'credit'))]",
        compute="_compute_journal_id", store=True, readonly=False, precompute=True, tracking=True)
    company_id = fields.Many2one("res.company", related="journal_id.company_id", store=True, precompute=True, index=True)
    state = fields.Selection(
        [("draft", "Draft"), ("in_process", "In Process"), ("paid", "Paid"), ("canceled", "Canceled"),
         ("rejected", "Rejected")], required=True, default="draft", copy=False, tracking=True, readonly=True)
    is_reconciled = fields.Boolean("Is Reconciled", compute="_compute_reconciliation_status", store=True)
    is_matched = fields.Boolean("Is Matched With a Bank Statement", compute="_compute_reconciliation_status", store=True)
    is_sent = fields.Boolean(readonly=True, copy=False)
    partner_bank_id = fields.Many2one("res.partner.bank", "Recipient Bank Account", ondelete="restrict")
    payment_method_line_id = fields.Many2one(
        "account.payment.method.line", "Payment Method", ondelete="restrict", copy=False,
        compute="_compute_payment_method_line_id", store=True, readonly=False, precompute=True)
    payment_method_id = fields.Many2one(
        "account.payment.method", "Method", related="payment_method_line_id.payment_method_id", store=True)
    payment_method_code = fields.Char(related="payment_method_line_id.code")
    amount = fields.Monetary("Amount", tracking=True)
    payment_type = fields.Selection(
        [("outbound", "Send"), ("inbound", "Receive")], "Payment Type", default="inbound", required=True, tracking=True)
    partner_type = fields.Selection(
        [("customer", "Customer"), ("supplier", "Vendor")], default="customer", required=True, tracking=True)
    memo = fields.Char("Memo", tracking=True)
    payment_reference = fields.Char("Payment Reference", copy=False, tracking=True)
    currency_id = fields.Many2one(
        "res.currency", "Currency", compute="_compute_currency_id", store=True, readonly=False, precompute=True)
    company_currency_id = fields.Many2one("res.currency", related="company_id.currency_id")
    partner_id = fields.Many2one(
        "res.partner", "Customer/Vendor", ondelete="restrict", check_company=True, tracking=True, index=True)
    outstanding_account_id = fields.Many2one(
        "account.account", "Outstanding Account", index="btree_not_null",
        compute="_compute_outstanding_account_id", store=True, precompute=True)
    destination_account_id = fields.Many2one(
        "account.account", "Destination Account",
        compute="_compute_destination_account_id", store=True, readonly=False, precompute=True)
    invoice_ids = fields.Many2many(
        "account.move", "account_move__account_payment", "payment_id", "invoice_id", string="Invoices", copy=False)
    reconciled_invoice_ids = fields.Many2many(
        "account.move", string="Reconciled Invoices", compute="_compute_stat_buttons_from_reconciliation")
    reconciled_invoices_count = fields.Integer(compute="_compute_stat_buttons_from_reconciliation")
    reconciled_bill_ids = fields.Many2many(
        "account.move", string="Reconciled Bills", compute="_compute_stat_buttons_from_reconciliation")
    reconciled_bills_count = fields.Integer(compute="_compute_stat_buttons_from_reconciliation")
    amount_signed = fields.Monetary(compute="_compute_amount_signed")
    amount_company_currency_signed = fields.Monetary(
        compute="_compute_amount_signed", store=True, currency_field="company_currency_id")
    writeoff_line_ids = fields.Json(store=False)
    country_code = fields.Char(related="company_id.account_fiscal_country_id.code")

    _sql_constraints = [("check_amount_not_negative", "CHECK(amount >= 0.0)", "The payment amount cannot be negative.")]

    # --- computed -----------------------------------------------------------------------------------------------------

    @api.depends("move_id", "state")
    def _compute_name(self):
        for payment in self:
            number = payment.move_id.name
            payment.name = number if number and number != "/" else _("Draft Payment")

    @api.depends("payment_type")
    def _compute_journal_id(self):
        for payment in self:
            if not payment.journal_id:
                payment.journal_id = self.env["account.journal"]._of_types(
                    self.env.company, ("bank", "cash", "credit"))[:1]

    @api.depends("journal_id", "payment_type")
    def _compute_payment_method_line_id(self):
        for payment in self:
            available = payment.journal_id._get_available_payment_method_lines(payment.payment_type)
            if payment.payment_method_line_id not in available:
                payment.payment_method_line_id = available[:1]

    @api.depends("journal_id")
    def _compute_currency_id(self):
        for payment in self:
            payment.currency_id = (
                payment.journal_id.currency_id or payment.journal_id.company_id.currency_id or payment.currency_id)

    @api.depends("journal_id", "payment_method_line_id")
    def _compute_outstanding_account_id(self):
        for payment in self:
            payment.outstanding_account_id = (
                payment.payment_method_line_id.payment_account_id or payment.journal_id.default_account_id)

    @api.depends("partner_id", "partner_type", "company_id")
    def _compute_destination_account_id(self):
        for payment in self:
            partner = payment.partner_id.commercial_partner_id.with_company(payment.company_id)
            customer = payment.partner_type == "customer"
            account = partner.property_account_receivable_id if customer else partner.property_account_payable_id
            if not account:
                account = self.env["account.account"].search([
                    ("account_type", "=", "asset_receivable" if customer else "liability_payable"),
                    ("company_ids", "in", payment.company_id.ids), ("deprecated", "=", False)], limit=1)
            payment.destination_account_id = account

    @api.depends("payment_type", "amount", "move_id.line_ids.balance")
    def _compute_amount_signed(self):
        for payment in self:
            sign = 1 if payment.payment_type == "inbound" else -1
            payment.amount_signed = sign * payment.amount
            liquidity, _counterpart, _writeoff = payment._seek_for_lines()
            payment.amount_company_currency_signed = sum(liquidity.mapped("balance"))

    @api.depends("move_id.line_ids.amount_residual", "move_id.line_ids.amount_residual_currency", "state")
    def _compute_reconciliation_status(self):
        for payment in self:
            liquidity, counterpart, _writeoff = payment._seek_for_lines()
            payment.is_reconciled = bool(counterpart) and all(counterpart.mapped("reconciled"))
            payment.is_matched = bool(liquidity) and (
                liquidity.account_id <= payment.journal_id.default_account_id or all(liquidity.mapped("reconciled")))

    @api.depends("move_id.line_ids.matched_debit_ids", "move_id.line_ids.matched_credit_ids")
    def _compute_stat_buttons_from_reconciliation(self):
        for payment in self:
            settled = payment.move_id._get_reconciled_invoices() if payment.move_id else self.env["account.move"]
            payment.reconciled_invoice_ids = settled.filtered(lambda move: move.is_sale_document(True))
            payment.reconciled_bill_ids = settled.filtered(lambda move: move.is_purchase_document(True))
            payment.reconciled_invoices_count = len(payment.reconciled_invoice_ids)
            payment.reconciled_bills_count = len(payment.reconciled_bill_ids)

    def _seek_for_lines(self):
        """The entry's lines: (liquidity or outstanding, partner's account, write-offs)."""
        self.ensure_one()
        lines = self.move_id.line_ids
        liquidity = lines.filtered(lambda line: line.account_id == self.outstanding_account_id)
        counterpart = (lines - liquidity).filtered(
            lambda line: line.account_id.account_type in ("asset_receivable", "liability_payable"))
        return liquidity, counterpart, lines - liquidity - counterpart

    # --- checks -------------------------------------------------------------------------------------------------------

    @api.constrains("payment_method_line_id", "journal_id")
    def _check_payment_method_line_id(self):
        for payment in self:
            if payment.payment_method_line_id.journal_id and (
                    payment.payment_method_line_id.journal_id != payment.journal_id):
                raise ValidationError(_(
                    "The payment method %(method)s belongs to another journal than %(journal)s.",
                    method=payment.payment_method_line_id.name, journal=payment.journal_id.display_name))

    def write(self, vals):
        posted = self.filtered(lambda payment: payment.state not in ("draft", "canceled"))
        touched = {"amount", "partner_id", "journal_id", "date", "payment_type", "currency_id"} & vals.keys()
        for payment in posted:
            changed = [name for name in touched if payment._fields[name].convert_to_write(
                payment[name], payment) != vals[name]]
            if changed:
                raise UserError(_(
                    "The payment %s is confirmed and can no longer change. Reset it to draft first.", payment.name))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_posted(self):
        for payment in self:
            if payment.state not in ("draft", "canceled"):
                raise UserError(_(
                    "The payment %s is confirmed and cannot be deleted. Cancel it instead.", payment.name))

    # --- the entry ----------------------------------------------------------------------------------------------------

    def _prepare_move_line_default_vals(self, write_off_line_vals=None, force_balance=None):
        """Values of the lines of the payment's entry: liquidity, counterpart, write-offs."""
        self.ensure_one()
        if not self.outstanding_account_id:
            raise UserError(_(
                "The journal %s has no account. Set its bank or cash account first.", self.journal_id.display_name))
        sign = 1 if self.payment_type == "inbound" else -1
        amount_currency = sign * self.amount
        balance = force_balance if force_balance is not None else self.currency_id._convert(
            amount_currency, self.company_id.currency_id, self.company_id, self.date)
        writeoffs = write_off_line_vals or []
        written_off = sum(values["amount_currency"] for values in writeoffs)
        written_off_balance = sum(values["balance"] for values in writeoffs)
        label = self._line_label()
        shared = {"date_maturity": self.date, "currency_id": self.currency_id.id,
                  "partner_id": self.partner_id.commercial_partner_id.id, "name": label}
        return [
            {**shared, "amount_currency": amount_currency, "balance": balance,
             "account_id": self.outstanding_account_id.id},
            {**shared, "amount_currency": -amount_currency - written_off, "balance": -balance - written_off_balance,
             "account_id": self.destination_account_id.id},
            *writeoffs,
        ]

    def _line_label(self):
        label = _("Customer payment") if self.partner_type == "customer" else _("Vendor payment")
        return f"{label}: {self.memo}" if self.memo else label

    def _generate_journal_entry(self, write_off_line_vals=None, force_balance=None, line_ids=None):
        """Create the entries of confirmed payments, as drafts, in one batch."""
        moves = self.env["account.move"].create([
            {"move_type": "entry", "ref": payment.memo, "date": payment.date, "journal_id": payment.journal_id.id,
             "company_id": payment.company_id.id, "partner_id": payment.partner_id.id,
             "currency_id": payment.currency_id.id, "partner_bank_id": payment.partner_bank_id.id,
             "origin_payment_id": payment.id,
             "line_ids": line_ids or [Command.create(values) for values in payment._prepare_move_line_default_vals(
                 (write_off_line_vals or {}).get(payment.id) if isinstance(write_off_line_vals, dict)
                 else write_off_line_vals, force_balance)]}
            for payment in self])
        for payment, move in zip(self, moves, strict=True):
            payment.move_id = move
        return moves

    def action_post(self):
        """Confirm draft payments: their entries are posted and the money counts."""
        drafts = self.filtered(lambda payment: payment.state == "draft")
        wrong = self - drafts
        if wrong:
            raise UserError(_("The payment %s is not a draft; it cannot be confirmed again.", wrong[0].name))
        drafts._refuse_without_amount()
        without_entry = drafts.filtered(lambda payment: not payment.move_id)
        if without_entry:
            without_entry._generate_journal_entry()
        drafts.move_id._post(soft=False)
        for payment in drafts:
            payment.state = payment._state_when_posted()

    def _refuse_without_amount(self):
        for payment in self:
            if payment.currency_id.is_zero(payment.amount):
                raise UserError(_("The payment of %s has no amount. Enter what was paid.",
                                  payment.partner_id.display_name or payment.journal_id.display_name))

    def _state_when_posted(self):
        """Money on the journal's own account has arrived; on an outstanding account it is on its way."""
        return "paid" if self.outstanding_account_id == self.journal_id.default_account_id else "in_process"

    def action_validate(self):
        self.state = "paid"

    def action_reject(self):
        self.state = "rejected"

    def action_cancel(self):
        moves = self.move_id.filtered(lambda move: move.state != "cancel")
        if moves:
            moves.button_cancel()
        self.state = "canceled"

    def action_draft(self):
        self.state = "draft"
        moves = self.move_id.filtered(lambda move: move.state != "draft")
        if moves:
            moves.button_draft()
        moves = self.move_id
        self.move_id = False
        moves.button_cancel()

    def mark_as_sent(self):
        self.is_sent = True

    def unmark_as_sent(self):
        self.is_sent = False

    def button_open_invoices(self):
        return self._open_documents(self.reconciled_invoice_ids, _("Paid Invoices"))

    def button_open_bills(self):
        return self._open_documents(self.reconciled_bill_ids, _("Paid Bills"))

    def button_open_journal_entry(self):
        return self._open_documents(self.move_id, _("Journal Entry"))

    def _open_documents(self, moves, name):
        action = {"name": name, "type": "ir.actions.act_window", "res_model": "account.move",
                  "context": {"create": False}, "domain": [("id", "in", moves.ids)], "view_mode": "list,form"}
        return {**action, "view_mode": "form", "res_id": moves.id} if len(moves) == 1 else action

    def _get_payment_receipt_report_values(self):
        return {"display_invoices": bool(self.reconciled_invoice_ids | self.reconciled_bill_ids),
                "display_payment_method": True}

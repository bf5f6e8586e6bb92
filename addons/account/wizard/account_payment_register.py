from core import Command, _, api, fields, models, workflow
from core.exceptions import UserError
from core.tools import format_amount


class AccountPaymentRegister(models.TransientModel):
    """Records the payment of open documents and settles them with it."""

    _name = "account.payment.register"
    _description = "Pay"
    _check_company_auto = True

    payment_date = fields.Date("Payment Date", required=True, default=fields.Date.context_today)
    amount = fields.Monetary(currency_field="currency_id", compute="_compute_amount", store=True, readonly=False)
    communication = fields.Char("Memo", compute="_compute_communication", store=True, readonly=False)
    group_payment = fields.Boolean(
        "Group Payments", compute="_compute_group_payment", store=True, readonly=False,
        help="One payment per partner instead of one per document.")
    currency_id = fields.Many2one("res.currency", "Currency", compute="_compute_currency_id", store=True, readonly=False)
    journal_id = fields.Many2one(
        "account.journal", compute="_compute_journal_id", store=True, readonly=False, check_company=True,
        domain="[('id', 'in', available_journal_ids)]")
    available_journal_ids = fields.Many2many("account.journal", compute="_compute_available_journal_ids")
    partner_bank_id = fields.Many2one("res.partner.bank", "Recipient Bank Account")
    company_currency_id = fields.Many2one("res.currency", related="company_id.currency_id")
    line_ids = fields.Many2many(
        "account.move.line", "account_payment_register_move_line_rel", "wizard_id", "line_id", string="Journal items",
        readonly=True, copy=False)
    payment_type = fields.Selection(
        [("outbound", "Send Money"), ("inbound", "Receive Money")], "Payment Type", compute="_compute_from_lines",
        store=True)
    partner_type = fields.Selection(
        [("customer", "Customer"), ("supplier", "Vendor")], compute="_compute_from_lines", store=True)
    source_amount = fields.Monetary(
        "Amount to Pay (company currency)", compute="_compute_from_lines", store=True,
        currency_field="company_currency_id")
    source_amount_currency = fields.Monetary(
        "Amount to Pay (foreign currency)", compute="_compute_from_lines", store=True,
        currency_field="source_currency_id")
    source_currency_id = fields.Many2one("res.currency", compute="_compute_from_lines", store=True)
    can_edit_wizard = fields.Boolean(compute="_compute_from_lines", store=True)
    can_group_payments = fields.Boolean(compute="_compute_from_lines", store=True)
    company_id = fields.Many2one("res.company", compute="_compute_from_lines", store=True)
    partner_id = fields.Many2one("res.partner", "Customer/Vendor", compute="_compute_from_lines", store=True)
    payment_method_line_id = fields.Many2one(
        "account.payment.method.line", "Payment Method", compute="_compute_payment_method_line_id", store=True,
        readonly=False)
    payment_difference = fields.Monetary(compute="_compute_payment_difference", currency_field="currency_id")
    payment_difference_handling = fields.Selection(
        [("open", "Keep open"), ("reconcile", "Mark as fully paid")], "Payment Difference Handling",
        default="open")
    writeoff_account_id = fields.Many2one("account.account", "Difference Account", check_company=True)
    writeoff_label = fields.Char("Journal Item Label", default=lambda self: _("Write-Off"))
    overpayment_message = fields.Char(compute="_compute_overpayment_message")

    # --- from the documents -------------------------------------------------------------------------------------------

    @api.model
    def default_get(self, fields_list):
        defaults = super().default_get(fields_list)
        if "line_ids" in fields_list and "line_ids" not in defaults:
            defaults["line_ids"] = [Command.set(self._lines_to_pay().ids)]
        return defaults

    @api.model
    def _lines_to_pay(self):
        """Open receivable and payable items of the documents or items the dialog was opened on."""
        model, ids = self.env.context.get("active_model"), self.env.context.get("active_ids", [])
        if model == "account.move":
            lines = self.env["account.move"].browse(ids).line_ids
        elif model == "account.move.line":
            lines = self.env["account.move.line"].browse(ids)
        else:
            raise UserError(_("Open this dialog on the invoices or journal items to pay."))
        drafts = lines.move_id.filtered(lambda move: move.state != "posted")
        if drafts:
            raise UserError(_("%s is not posted. Confirm it first, then register the payment.", drafts[0].display_name))
        lines = lines.filtered(
            lambda line: line.account_type in ("asset_receivable", "liability_payable") and not line.reconciled)
        if not lines:
            raise UserError(_("There is nothing left to pay on the selected documents."))
        if len(lines.company_id.root_id) > 1:
            raise UserError(_("Register the payments of different companies one by one."))
        if len(set(lines.mapped("account_type"))) > 1:
            raise UserError(_("Customer invoices and vendor bills cannot be paid together. Select one kind."))
        return lines

    @api.depends("line_ids")
    def _compute_from_lines(self):
        for wizard in self:
            lines = wizard.line_ids._origin or wizard.line_ids
            company = lines.company_id[:1] or self.env.company
            residual = sum(lines.mapped("amount_residual"))
            currencies = lines.currency_id
            wizard.company_id = company
            wizard.partner_id = lines.partner_id[:1]
            wizard.payment_type = "inbound" if residual > 0 else "outbound"
            wizard.partner_type = (
                "customer" if lines[:1].account_type == "asset_receivable" else "supplier")
            wizard.source_currency_id = currencies if len(currencies) == 1 else company.currency_id
            wizard.source_amount = abs(residual)
            wizard.source_amount_currency = (
                abs(sum(lines.mapped("amount_residual_currency"))) if len(currencies) == 1 else abs(residual))
            wizard.can_edit_wizard = len(wizard._batches()) == 1
            wizard.can_group_payments = len(lines.move_id) > 1 and wizard.can_edit_wizard

    def _batches(self):
        """Items that one payment can settle: same partner, account, currency, direction."""
        lines = self.line_ids._origin or self.line_ids
        return list(lines.grouped(lambda line: (
            line.partner_id, line.account_id, line.currency_id, line.balance > 0)).values())

    @api.depends("can_group_payments")
    def _compute_group_payment(self):
        for wizard in self:
            wizard.group_payment = wizard.can_group_payments

    @api.depends("company_id")
    def _compute_available_journal_ids(self):
        for wizard in self:
            wizard.available_journal_ids = self.env["account.journal"]._of_types(
                wizard.company_id, ("bank", "cash", "credit"))

    @api.depends("company_id")
    def _compute_journal_id(self):
        for wizard in self:
            if not wizard.journal_id:
                journals = self.env["account.journal"]._of_types(
                    wizard.company_id or self.env.company, ("bank", "cash", "credit"))
                in_currency = journals.filtered(lambda journal, wizard=wizard: (
                    journal.currency_id or journal.company_id.currency_id) == wizard.source_currency_id)
                wizard.journal_id = (in_currency or journals)[:1]

    @api.depends("journal_id", "payment_type")
    def _compute_payment_method_line_id(self):
        for wizard in self:
            available = wizard.journal_id._get_available_payment_method_lines(wizard.payment_type)
            if wizard.payment_method_line_id not in available:
                wizard.payment_method_line_id = available[:1]

    @api.depends("journal_id", "source_currency_id")
    def _compute_currency_id(self):
        for wizard in self:
            wizard.currency_id = (
                wizard.journal_id.currency_id or wizard.source_currency_id or wizard.company_id.currency_id)

    @api.depends("source_amount", "source_amount_currency", "currency_id", "payment_date", "company_id")
    def _compute_amount(self):
        for wizard in self:
            wizard.amount = wizard._amount_due() if wizard.source_currency_id and wizard.currency_id else 0.0

    def _amount_due(self):
        """What is due on all documents, in the payment's currency."""
        if self.currency_id == self.source_currency_id:
            return self.source_amount_currency
        if self.currency_id == self.company_currency_id:
            return self.source_amount
        return self.company_currency_id._convert(
            self.source_amount, self.currency_id, self.company_id, self.payment_date or fields.Date.context_today(self))

    @api.depends("line_ids")
    def _compute_communication(self):
        for wizard in self:
            labels = [line.move_id.payment_reference or line.move_id.ref or line.move_name for line in wizard.line_ids]
            wizard.communication = ", ".join(dict.fromkeys(label for label in labels if label))

    @api.depends("amount", "source_amount_currency", "currency_id")
    def _compute_payment_difference(self):
        for wizard in self:
            wizard.payment_difference = wizard._amount_due() - wizard.amount if wizard.currency_id else 0.0

    @api.depends("payment_difference")
    def _compute_overpayment_message(self):
        for wizard in self:
            wizard.overpayment_message = wizard._overpayment_text(-wizard.payment_difference)

    def _overpayment_text(self, excess):
        if not self.currency_id or self.currency_id.compare_amounts(excess, 0.0) <= 0 or not self.can_edit_wizard:
            return False
        amount = format_amount(self.env, excess, self.currency_id)
        if self.partner_type == "customer":
            return _("The payment is %(amount)s above the amount due; that amount becomes credit of %(partner)s.",
                     amount=amount, partner=self.partner_id.display_name)
        return _("The payment is %(amount)s above the amount due; that amount becomes our credit with %(partner)s.",
                 amount=amount, partner=self.partner_id.display_name)

    # --- payments -----------------------------------------------------------------------------------------------------

    @workflow.operation
    def action_create_payments(self):
        """Create and confirm the payments, settle the documents, and say what became of money above the amount due."""
        message = self.overpayment_message
        payments = self._create_payments()
        if self.env.context.get("dont_redirect_to_payments"):
            return True
        action = self._open_payments(payments)
        if not message:
            return action
        return {
            "type": "ir.actions.client", "tag": "display_notification",
            "params": {"title": _("Payment above the amount due"), "message": message, "type": "warning",
                       "sticky": True, "next": {"type": "ir.actions.act_window_close"}}}

    def _open_payments(self, payments):
        action = {"name": _("Payments"), "type": "ir.actions.act_window", "res_model": "account.payment",
                  "context": {"create": False}, "domain": [("id", "in", payments.ids)], "view_mode": "list,form"}
        return {**action, "view_mode": "form", "res_id": payments.id} if len(payments) == 1 else action

    def _create_payments(self):
        """Create, confirm and reconcile; returns the payments."""
        self.ensure_one()
        if not self.journal_id:
            raise UserError(_(
                "%s has no bank or cash journal to pay with. Create one in the accounting settings.",
                self.company_id.display_name))
        batches = self._payment_batches()
        vals_list = [self._create_payment_vals(lines, amount) for lines, amount in batches]
        payments = self.env["account.payment"].create(vals_list)
        payments._generate_journal_entry(write_off_line_vals=self._writeoffs(payments))
        payments.action_post()
        for payment, (lines, _amount) in zip(payments, batches, strict=True):
            self._settle(payment, lines)
        return payments

    def _payment_batches(self):
        """[(items, amount)] of the payments to make; only a single batch may be paid with another amount."""
        batches = self._batches()
        if len(batches) == 1:
            lines = batches[0]
            if self.group_payment or len(lines.move_id) == 1 or self.currency_id.compare_amounts(
                    self.amount, self._amount_due()):
                return [(lines, self.amount)]
            batches = list(lines.grouped("move_id").values())
        return [(lines, self._due_of(lines)) for lines in batches]

    def _due_of(self, lines):
        if lines.currency_id == self.currency_id:
            return abs(sum(lines.mapped("amount_residual_currency")))
        return abs(self.company_currency_id._convert(
            sum(lines.mapped("amount_residual")), self.currency_id, self.company_id, self.payment_date))

    def _create_payment_vals(self, lines, amount):
        inbound = sum(lines.mapped("balance")) > 0
        return {
            "date": self.payment_date, "amount": amount, "payment_type": "inbound" if inbound else "outbound",
            "partner_type": "customer" if lines[:1].account_type == "asset_receivable" else "supplier",
            "memo": self._memo_of(lines), "journal_id": self.journal_id.id, "company_id": self.company_id.id,
            "currency_id": self.currency_id.id, "partner_id": lines.partner_id[:1].id,
            "partner_bank_id": self.partner_bank_id.id, "payment_method_line_id": self.payment_method_line_id.id,
            "destination_account_id": lines.account_id[:1].id,
            "invoice_ids": [Command.set(lines.move_id.filtered(lambda move: move.is_invoice(True)).ids)],
        }

    def _memo_of(self, lines):
        if lines == (self.line_ids._origin or self.line_ids):
            return self.communication
        return ", ".join(dict.fromkeys(
            line.move_id.payment_reference or line.move_id.ref or line.move_name for line in lines))

    def _writeoffs(self, payments):
        """Write-off lines by payment id, when the difference is to be closed."""
        if self.payment_difference_handling != "reconcile" or len(payments) != 1 or (
                self.currency_id.is_zero(self.payment_difference)):
            return {}
        if not self.writeoff_account_id:
            raise UserError(_("Choose the account that takes the difference."))
        sign = 1 if self.payment_type == "inbound" else -1
        amount_currency = sign * self.payment_difference
        balance = self.currency_id._convert(
            amount_currency, self.company_currency_id, self.company_id, self.payment_date)
        return {payments.id: [{
            "name": self.writeoff_label, "account_id": self.writeoff_account_id.id, "partner_id": self.partner_id.id,
            "currency_id": self.currency_id.id, "amount_currency": amount_currency, "balance": balance}]}

    def _settle(self, payment, lines):
        counterpart = payment.move_id.line_ids.filtered(
            lambda line: line.account_id == payment.destination_account_id and not line.reconciled)
        (counterpart + lines.filtered(lambda line: line.account_id == payment.destination_account_id)).reconcile()

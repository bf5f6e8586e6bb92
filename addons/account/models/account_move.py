import re

from core import Command, _, api, fields, models, workflow
from core.exceptions import UserError, ValidationError
from core.tools import format_amount

from ..tax_engine import decimal_of

PAYMENT_STATES = [
    ("not_paid", "Not Paid"), ("in_payment", "In Payment"), ("paid", "Paid"), ("partial", "Partially Paid"),
    ("reversed", "Reversed"), ("blocked", "Blocked"), ("invoicing_legacy", "Invoicing App Legacy"),
]
STATUSES_IN_PAYMENT = [
    ("not_paid", "Not Paid"), ("in_payment", "In Payment"), ("paid", "Paid"), ("partial", "Partially Paid"),
    ("reversed", "Reversed"), ("blocked", "Blocked"), ("invoicing_legacy", "Invoicing App Legacy"),
    ("draft", "Draft"), ("cancel", "Cancelled"),
]
MOVE_TYPES = [
    ("entry", "Journal Entry"), ("out_invoice", "Customer Invoice"), ("out_refund", "Customer Credit Note"),
    ("in_invoice", "Vendor Bill"), ("in_refund", "Vendor Credit Note"), ("out_receipt", "Sales Receipt"),
    ("in_receipt", "Purchase Receipt"),
]
REVERSE_TYPE = {
    "entry": "entry", "out_invoice": "out_refund", "in_invoice": "in_refund", "in_refund": "entry",
    "out_refund": "entry", "out_receipt": "out_refund", "in_receipt": "in_refund",
}
# Changing one of these re-derives the tax and payment term lines of a draft document.
SYNC_FIELDS = frozenset((
    "line_ids", "invoice_line_ids", "currency_id", "invoice_currency_rate", "invoice_date", "date", "move_type",
    "invoice_date_due", "invoice_payment_term_id", "partner_id", "fiscal_position_id", "journal_id",
    "payment_reference"))
# What a posted entry states towards the outside; it changes only through a credit note or back in draft.
PROTECTED_FIELDS = frozenset((
    "journal_id", "date", "invoice_date", "partner_id", "currency_id", "move_type", "company_id", "line_ids",
    "invoice_line_ids", "name", "invoice_payment_term_id", "fiscal_position_id"))


class AccountMove(models.Model):
    _name = "account.move"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Journal Entry"
    _order = "date desc, name desc, invoice_date desc, id desc"
    _check_company_auto = True
    _rec_names_search = ["name", "partner_id.name", "ref"]
    _mail_post_access = "read"

    # --- accounting -------------------------------------------------------------------------------------------------
    name = fields.Char("Number", default="/", copy=False, tracking=True, index="trigram", readonly=False)
    sequence_prefix = fields.Char(compute="_compute_split_sequence", store=True)
    sequence_number = fields.Integer(compute="_compute_split_sequence", store=True)
    ref = fields.Char("Reference", copy=False, tracking=True, index="trigram")
    date = fields.Date(
        "Date", index=True, required=True, copy=False, tracking=True,
        compute="_compute_date", store=True, readonly=False, precompute=True)
    state = fields.Selection(
        [("draft", "Draft"), ("posted", "Posted"), ("cancel", "Cancelled")], "Status", required=True, readonly=True,
        copy=False, tracking=True, default="draft", index=True)
    move_type = fields.Selection(
        MOVE_TYPES, "Type", required=True, readonly=True, tracking=True, change_default=True, index=True, default="entry")
    journal_id = fields.Many2one(
        "account.journal", "Journal", required=True, check_company=True, index=True,
        compute="_compute_journal_id", inverse="_inverse_journal_id", store=True, readonly=False, precompute=True)
    journal_group_id = fields.Many2one("account.journal.group", "Ledger", store=False)
    company_id = fields.Many2one(
        "res.company", "Company", index=True, required=True,
        compute="_compute_company_id", inverse="_inverse_company_id", store=True, readonly=False, precompute=True)
    line_ids = fields.One2many("account.move.line", "move_id", "Journal Items", copy=True)
    origin_payment_id = fields.Many2one("account.payment", "Payment", index="btree_not_null", copy=False)
    matched_payment_ids = fields.Many2many(
        "account.payment", "account_move__account_payment", "invoice_id", "payment_id", string="Matched Payments",
        copy=False)
    payment_ids = fields.One2many("account.payment", "move_id", "Payments")
    always_tax_exigible = fields.Boolean(default=True)
    auto_post = fields.Selection(
        [("no", "No"), ("at_date", "At Date"), ("monthly", "Monthly"), ("quarterly", "Quarterly"),
         ("yearly", "Yearly")], "Auto-post", default="no", required=True, copy=False)
    auto_post_until = fields.Date("Auto-post until", copy=False)
    checked = fields.Boolean("Checked", default=True, copy=False)
    posted_before = fields.Boolean(copy=False)
    hide_post_button = fields.Boolean(compute="_compute_hide_post_button")

    # --- document ---------------------------------------------------------------------------------------------------
    invoice_line_ids = fields.One2many(
        "account.move.line", "move_id", "Invoice lines", copy=False,
        domain=[("display_type", "in", ("product", "line_section", "line_note"))])
    invoice_date = fields.Date("Invoice/Bill Date", index=True, copy=False)
    invoice_date_due = fields.Date(
        "Due Date", compute="_compute_invoice_date_due", store=True, readonly=False, index=True, copy=False)
    delivery_date = fields.Date("Delivery Date", copy=False)
    invoice_payment_term_id = fields.Many2one(
        "account.payment.term", "Payment Terms", check_company=True,
        compute="_compute_invoice_payment_term_id", store=True, readonly=False, precompute=True)
    partner_id = fields.Many2one(
        "res.partner", "Partner", tracking=True, check_company=True, index=True, ondelete="restrict",
        change_default=True)
    commercial_partner_id = fields.Many2one(
        "res.partner", "Commercial Entity", compute="_compute_commercial_partner_id", store=True, ondelete="restrict",
        index=True, precompute=True)
    partner_shipping_id = fields.Many2one(
        "res.partner", "Delivery Address", check_company=True,
        compute="_compute_partner_shipping_id", store=True, readonly=False, precompute=True,
        help="Taxes of the fiscal position follow this address.")
    partner_bank_id = fields.Many2one(
        "res.partner.bank", "Recipient Bank", check_company=True, ondelete="restrict", tracking=True,
        compute="_compute_partner_bank_id", store=True, readonly=False)
    bank_partner_id = fields.Many2one("res.partner", compute="_compute_bank_partner_id")
    fiscal_position_id = fields.Many2one(
        "account.fiscal.position", "Fiscal Position", check_company=True, ondelete="restrict",
        compute="_compute_fiscal_position_id", store=True, readonly=False, precompute=True)
    payment_reference = fields.Char("Payment Reference", index="trigram", copy=False, tracking=True)
    invoice_user_id = fields.Many2one(
        "res.users", "Salesperson", copy=False, tracking=True,
        compute="_compute_invoice_default_sale_person", store=True, readonly=False, precompute=True)
    user_id = fields.Many2one("res.users", "User", related="invoice_user_id")
    invoice_origin = fields.Char("Origin", readonly=True, tracking=True, help="The documents this one comes from.")
    narration = fields.Html("Terms and Conditions", compute="_compute_narration", store=True, readonly=False)
    invoice_source_email = fields.Char("Source Email", tracking=True, copy=False)
    is_move_sent = fields.Boolean(readonly=True, copy=False, tracking=True)
    reversed_entry_id = fields.Many2one(
        "account.move", "Reversal of", index="btree_not_null", readonly=True, copy=False, check_company=True)
    reversal_move_ids = fields.One2many("account.move", "reversed_entry_id", "Reversal Move")
    quick_edit_mode = fields.Boolean(compute="_compute_quick_edit_mode")

    # --- amounts ----------------------------------------------------------------------------------------------------
    company_currency_id = fields.Many2one("res.currency", "Company Currency", related="company_id.currency_id")
    currency_id = fields.Many2one(
        "res.currency", "Currency", required=True, tracking=True,
        compute="_compute_currency_id", store=True, readonly=False, precompute=True)
    invoice_currency_rate = fields.Float(
        "Currency Rate", compute="_compute_invoice_currency_rate", store=True, readonly=False, precompute=True,
        digits=0, copy=False, help="Units of the document's currency per unit of the company's currency.")
    direction_sign = fields.Integer(compute="_compute_direction_sign")
    amount_untaxed = fields.Monetary("Untaxed Amount", compute="_compute_amount", store=True, readonly=True, tracking=True)
    amount_tax = fields.Monetary("Tax", compute="_compute_amount", store=True, readonly=True)
    amount_total = fields.Monetary(
        "Total", compute="_compute_amount", store=True, readonly=True, inverse="_inverse_amount_total")
    amount_residual = fields.Monetary("Amount Due", compute="_compute_amount", store=True)
    amount_untaxed_signed = fields.Monetary(
        "Untaxed Amount Signed", compute="_compute_amount", store=True, currency_field="company_currency_id")
    amount_tax_signed = fields.Monetary(
        "Tax Signed", compute="_compute_amount", store=True, currency_field="company_currency_id")
    amount_total_signed = fields.Monetary(
        "Total Signed", compute="_compute_amount", store=True, currency_field="company_currency_id")
    amount_residual_signed = fields.Monetary(
        "Amount Due Signed", compute="_compute_amount", store=True, currency_field="company_currency_id")
    amount_untaxed_in_currency_signed = fields.Monetary(
        "Untaxed Amount Signed Currency", compute="_compute_amount", store=True)
    amount_total_in_currency_signed = fields.Monetary("Total in Currency Signed", compute="_compute_amount", store=True)
    amount_total_words = fields.Char("Amount in Words", compute="_compute_amount_total_words")
    tax_totals = fields.Json("Invoice Totals", compute="_compute_tax_totals")
    payment_state = fields.Selection(
        PAYMENT_STATES, "Payment Status", compute="_compute_payment_state", store=True, readonly=True, copy=False,
        tracking=True)
    status_in_payment = fields.Selection(STATUSES_IN_PAYMENT, compute="_compute_status_in_payment", copy=False)
    invoice_has_outstanding = fields.Boolean(compute="_compute_outstanding")
    invoice_outstanding_credits_debits_widget = fields.Json(compute="_compute_outstanding")
    invoice_payments_widget = fields.Json(compute="_compute_payments_widget")
    type_name = fields.Char("Type Name", compute="_compute_type_name")
    country_code = fields.Char(related="company_id.account_fiscal_country_id.code", readonly=True)
    invoice_partner_display_name = fields.Char(compute="_compute_invoice_partner_display_info", store=True)
    partner_credit_warning = fields.Text(compute="_compute_partner_credit_warning")
    tax_lock_date_message = fields.Char(compute="_compute_tax_lock_date_message")

    def init(self):
        """One number per journal, and every committed entry balanced, also against raw SQL."""
        self.env.cr.execute("""
            CREATE UNIQUE INDEX IF NOT EXISTS account_move_unique_name
            ON account_move (name, journal_id) WHERE state = 'posted' AND name != '/'""")

    # --- kinds of documents -------------------------------------------------------------------------------------------

    @api.model
    def get_invoice_types(self, include_receipts=False):
        return self.get_sale_types(include_receipts) + self.get_purchase_types(include_receipts)

    @api.model
    def get_sale_types(self, include_receipts=False):
        return ["out_invoice", "out_refund"] + (["out_receipt"] if include_receipts else [])

    @api.model
    def get_purchase_types(self, include_receipts=False):
        return ["in_invoice", "in_refund"] + (["in_receipt"] if include_receipts else [])

    @api.model
    def get_inbound_types(self, include_receipts=True):
        return ["out_invoice", "in_refund"] + (["out_receipt"] if include_receipts else [])

    @api.model
    def get_outbound_types(self, include_receipts=True):
        return ["in_invoice", "out_refund"] + (["in_receipt"] if include_receipts else [])

    def is_invoice(self, include_receipts=False):
        return self.move_type in self.get_invoice_types(include_receipts)

    def is_sale_document(self, include_receipts=False):
        return self.move_type in self.get_sale_types(include_receipts)

    def is_purchase_document(self, include_receipts=False):
        return self.move_type in self.get_purchase_types(include_receipts)

    def is_inbound(self, include_receipts=True):
        return self.move_type in self.get_inbound_types(include_receipts)

    def is_outbound(self, include_receipts=True):
        return self.move_type in self.get_outbound_types(include_receipts)

    def is_entry(self):
        return self.move_type == "entry"

    def is_refund(self):
        return self.move_type in ("out_refund", "in_refund")

    # --- computed: header ---------------------------------------------------------------------------------------------

    @api.depends("move_type")
    def _compute_direction_sign(self):
        """Sign of an invoice line's balance: revenue is a credit, a vendor's line a debit."""
        for move in self:
            move.direction_sign = 1 if move.move_type == "entry" or move.is_outbound() else -1

    @api.depends("name")
    def _compute_split_sequence(self):
        for move in self:
            found = re.match(r"^(.*?)(\d+)(\D*)$", move.name or "")
            move.sequence_prefix = found.group(1) if found else False
            move.sequence_number = int(found.group(2)) if found else 0

    @api.depends("invoice_date", "company_id")
    def _compute_date(self):
        for move in self:
            if move.invoice_date and move.is_invoice(include_receipts=True) and move.state == "draft":
                move.date = move.invoice_date
            elif not move.date:
                move.date = fields.Date.context_today(move)

    @api.depends("company_id", "move_type")
    def _compute_journal_id(self):
        for move in self.filtered(lambda move: not move.journal_id or not move._journal_suits(move.journal_id)):
            move.journal_id = move._search_default_journal()

    def _journal_suits(self, journal):
        if self.is_sale_document(include_receipts=True):
            return journal.type == "sale"
        if self.is_purchase_document(include_receipts=True):
            return journal.type == "purchase"
        return True

    def _get_valid_journal_types(self):
        if self.is_sale_document(include_receipts=True):
            return ["sale"]
        if self.is_purchase_document(include_receipts=True):
            return ["purchase"]
        return ["general"]

    def _search_default_journal(self):
        company = self.company_id or self.env.company
        types = self._get_valid_journal_types()
        chosen = self.env["account.journal"].browse(self.env.context.get("default_journal_id"))
        if chosen and chosen.type in types:
            return chosen
        journal = self.env["account.journal"]._of_types(company | company.root_id, types)[:1]
        if not journal:
            labels = dict(self.env["account.journal"]._fields["type"]._description_selection(self.env))
            raise UserError(_(
                "%(company)s has no journal of the type %(types)s. Load a chart of accounts in the accounting settings, "
                "or create the journal.",
                company=company.display_name, types=", ".join(labels[kind] for kind in types)))
        return journal

    def _inverse_journal_id(self):
        self._compute_company_id()

    def _inverse_company_id(self):
        for move in self:
            if move.journal_id and move.journal_id.company_id not in move.company_id.parent_ids | move.company_id:
                move.journal_id = move.with_company(move.company_id)._search_default_journal()

    @api.depends("journal_id")
    def _compute_company_id(self):
        for move in self:
            journal_company = move.journal_id.company_id
            if journal_company and (not move.company_id or journal_company not in move.company_id.parent_ids):
                move.company_id = journal_company
            elif not move.company_id:
                move.company_id = self.env.company

    @api.depends("journal_id")
    def _compute_currency_id(self):
        for move in self:
            if not move.currency_id or not move.is_invoice(include_receipts=True):
                move.currency_id = (
                    move.journal_id.currency_id or move.currency_id or move.company_id.currency_id
                    or self.env.company.currency_id)

    @api.depends("currency_id", "company_id", "invoice_date")
    def _compute_invoice_currency_rate(self):
        for move in self:
            currency, company_currency = move.currency_id, move.company_id.currency_id
            if not currency or not company_currency or currency == company_currency:
                move.invoice_currency_rate = 1.0
                continue
            day = move.invoice_date or fields.Date.context_today(move)
            move.invoice_currency_rate = self.env["res.currency"]._get_conversion_rate(
                company_currency, currency, move.company_id, day)

    @api.depends("partner_id")
    def _compute_commercial_partner_id(self):
        for move in self:
            move.commercial_partner_id = move.partner_id.commercial_partner_id

    @api.depends("partner_id")
    def _compute_partner_shipping_id(self):
        for move in self:
            if not move.is_invoice(include_receipts=True):
                move.partner_shipping_id = False
            elif move.partner_id:
                move.partner_shipping_id = move.partner_id.address_get(["delivery"])["delivery"]
            else:
                move.partner_shipping_id = False

    @api.depends("partner_id", "partner_shipping_id", "company_id", "move_type")
    def _compute_fiscal_position_id(self):
        for move in self:
            if not move.is_invoice(include_receipts=True):
                move.fiscal_position_id = False
                continue
            delivery = move.partner_shipping_id if move.is_sale_document(include_receipts=True) else None
            move.fiscal_position_id = self.env["account.fiscal.position"].with_company(
                move.company_id)._get_fiscal_position(move.partner_id, delivery=delivery)

    @api.depends("partner_id", "move_type")
    def _compute_invoice_payment_term_id(self):
        for move in self:
            partner = move.partner_id.with_company(move.company_id)
            if move.is_sale_document(include_receipts=True) and partner.property_payment_term_id:
                move.invoice_payment_term_id = partner.property_payment_term_id
            elif move.is_purchase_document(include_receipts=True) and partner.property_supplier_payment_term_id:
                move.invoice_payment_term_id = partner.property_supplier_payment_term_id
            elif not move.is_invoice(include_receipts=True) or move.partner_id != move._origin.partner_id:
                move.invoice_payment_term_id = False

    @api.depends("invoice_date", "invoice_payment_term_id", "move_type")
    def _compute_invoice_date_due(self):
        """The last due date of the payment term; without a term the date typed, at the earliest the invoice's."""
        today = fields.Date.context_today(self)
        for move in self:
            if not move.is_invoice(include_receipts=True):
                move.invoice_date_due = move.invoice_date_due
                continue
            start = move.invoice_date or today
            lines = move.invoice_payment_term_id.line_ids
            if lines:
                move.invoice_date_due = max(line._get_due_date(start) for line in lines)
            else:
                move.invoice_date_due = max(move.invoice_date_due or start, start)

    @api.depends("move_type")
    def _compute_invoice_default_sale_person(self):
        for move in self:
            if move.is_sale_document(include_receipts=True):
                move.invoice_user_id = move.invoice_user_id or self.env.user
            else:
                move.invoice_user_id = False

    @api.depends("move_type", "partner_id", "company_id")
    def _compute_narration(self):
        for move in self:
            move.narration = move.narration or False

    @api.depends("company_id", "partner_id", "move_type")
    def _compute_bank_partner_id(self):
        for move in self:
            move.bank_partner_id = (
                move.company_id.partner_id if move.is_inbound() else move.commercial_partner_id)

    @api.depends("bank_partner_id")
    def _compute_partner_bank_id(self):
        for move in self:
            if not move.is_invoice(include_receipts=True):
                move.partner_bank_id = False
                continue
            banks = move._available_banks()
            if move.partner_bank_id not in banks:
                move.partner_bank_id = banks[:1]

    def _available_banks(self):
        """Bank accounts the document can be paid to: ours, or the vendor's."""
        partner = self.bank_partner_id
        if partner == self.company_id.partner_id:
            return self.env["res.partner.bank"].browse(partner._own_bank_ids(partner.id, self.company_id.id))
        return partner.bank_ids.filtered(lambda bank: not bank.company_id or bank.company_id == self.company_id)

    @api.depends("partner_id", "invoice_source_email", "partner_id.display_name")
    def _compute_invoice_partner_display_info(self):
        for move in self:
            move.invoice_partner_display_name = move.partner_id.display_name or move.invoice_source_email or False

    @api.depends("move_type")
    def _compute_type_name(self):
        labels = dict(self._fields["move_type"]._description_selection(self.env))
        for move in self:
            move.type_name = labels.get(move.move_type)

    @api.depends("state", "date", "auto_post")
    def _compute_hide_post_button(self):
        today = fields.Date.context_today(self)
        for move in self:
            move.hide_post_button = move.state != "draft" or (
                move.auto_post != "no" and bool(move.date) and move.date > today)

    def _compute_quick_edit_mode(self):
        self.quick_edit_mode = False

    @api.depends("company_id", "partner_id", "amount_total")
    def _compute_partner_credit_warning(self):
        self.partner_credit_warning = ""

    @api.depends("date", "line_ids.tax_ids", "state", "move_type")
    def _compute_tax_lock_date_message(self):
        for move in self:
            locked = move.state == "draft" and move.date and move.company_id._locked_until(move)
            move.tax_lock_date_message = _(
                "The period up to %s is closed; the entry needs a later date.", locked) if locked else False

    @api.depends("name", "state", "move_type", "ref")
    @api.depends_context("input_full_display_name")
    def _compute_display_name(self):
        for move in self:
            move.display_name = move._get_move_display_name(show_ref=True)

    def _get_move_display_name(self, show_ref=False):
        self.ensure_one()
        name = self.name if self.name and self.name != "/" else ""
        if self.state == "draft":
            name = f"{_('Draft')} {self.type_name or _('Journal Entry')}" + (f" {name}" if name else "")
        return f"{name or self.type_name} ({self.ref})" if show_ref and self.ref else name or self.type_name

    # --- computed: amounts ----------------------------------------------------------------------------------------------

    @api.depends(
        "line_ids.balance", "line_ids.amount_currency", "line_ids.amount_residual",
        "line_ids.amount_residual_currency", "line_ids.display_type", "line_ids.tax_line_id", "state", "currency_id")
    def _compute_amount(self):
        """Totals are sums over the journal items, so they never differ from the ledger."""
        for move in self:
            move._set_amounts(*move._sum_lines())

    def _sum_lines(self):
        """(untaxed, tax, total, residual) in company currency, then in the document's currency, as ledger balances."""
        is_invoice = self.is_invoice(include_receipts=True)
        untaxed, tax, total, residual = [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]

        def add(sums, company_amount, currency_amount):
            sums[0] += company_amount
            sums[1] += currency_amount

        for line in self.line_ids:
            kind = line.display_type
            if not is_invoice:
                if line.balance > 0:
                    add(total, line.balance, line.amount_currency)
            elif kind == "tax":
                add(tax, line.balance, line.amount_currency)
                add(total, line.balance, line.amount_currency)
            elif kind in ("product", "rounding"):
                add(untaxed, line.balance, line.amount_currency)
                add(total, line.balance, line.amount_currency)
            elif kind == "payment_term":
                add(residual, line.amount_residual, line.amount_residual_currency)
        return untaxed, tax, total, residual

    def _set_amounts(self, untaxed, tax, total, residual):
        sign = self.direction_sign
        currency = self.currency_id or self.company_id.currency_id
        in_entry_currency = 1 if self.move_type == "entry" else -1
        round_document, round_company = currency.round, self.company_currency_id.round
        self.amount_untaxed = round_document(sign * untaxed[1])
        self.amount_tax = round_document(sign * tax[1])
        self.amount_total = round_document(sign * total[1])
        self.amount_residual = round_document(-sign * residual[1])
        self.amount_untaxed_signed = round_company(-untaxed[0])
        self.amount_untaxed_in_currency_signed = round_document(-untaxed[1])
        self.amount_tax_signed = round_company(-tax[0])
        self.amount_total_signed = round_company(abs(total[0]) if in_entry_currency == 1 else -total[0])
        self.amount_residual_signed = round_company(residual[0])
        self.amount_total_in_currency_signed = round_document(
            abs(self.amount_total) if in_entry_currency == 1 else -(sign * self.amount_total))

    def _inverse_amount_total(self):
        """A two-line entry may be typed as its total alone."""
        for move in self.filtered(lambda move: move.is_entry() and len(move.line_ids) == 2):
            amount = abs(move.amount_total)
            for line in move.line_ids:
                line.balance = amount if line.balance > 0 else -amount

    @api.depends(
        "invoice_line_ids.price_unit", "invoice_line_ids.quantity", "invoice_line_ids.discount",
        "invoice_line_ids.tax_ids", "invoice_line_ids.display_type", "currency_id", "move_type")
    def _compute_tax_totals(self):
        taxes = self.env["account.tax"]
        for move in self:
            if not move.is_invoice(include_receipts=True):
                move.tax_totals = None
                continue
            base_lines = [move._prepare_product_base_line_for_taxes_computation(line)
                          for line in move.invoice_line_ids if line.display_type == "product"]
            move.tax_totals = taxes._get_tax_totals_summary(
                base_lines, move.currency_id or self.env.company.currency_id, move.company_id or self.env.company)

    @api.depends("amount_total", "currency_id")
    @api.depends_context("lang")
    def _compute_amount_total_words(self):
        for move in self:
            move.amount_total_words = move.currency_id.amount_to_text(move.amount_total) if move.currency_id else ""

    @api.depends("amount_residual", "move_type", "state", "company_id", "reversal_move_ids.payment_state")
    def _compute_payment_state(self):
        for move in self:
            move.payment_state = move._current_payment_state()

    def _current_payment_state(self):
        if self.payment_state in ("blocked", "invoicing_legacy") and self.state == "posted":
            return self.payment_state
        if self.state != "posted" or not self.is_invoice(include_receipts=True):
            return "not_paid"
        currency = self.currency_id or self.company_currency_id
        if not currency.is_zero(self.amount_residual):
            paid_in_part = currency.compare_amounts(abs(self.amount_residual), abs(self.amount_total)) < 0
            return "partial" if paid_in_part else "not_paid"
        if currency.is_zero(self.amount_total):
            return "paid"
        return "reversed" if self._settled_by_reversal_only() else self._get_invoice_in_payment_state_when_settled()

    def _get_invoice_in_payment_state_when_settled(self):
        """Paid at once; an addon with bank statements answers 'in_payment' until the statement line is matched."""
        return "paid"

    def _settled_by_reversal_only(self):
        counterparts = self._matched_moves()
        reverse = {"out_invoice": "out_refund", "in_invoice": "in_refund", "out_refund": "out_invoice",
                   "in_refund": "in_invoice"}.get(self.move_type)
        return bool(counterparts) and all(
            move.move_type == reverse or (move.move_type == "entry" and move.reversed_entry_id == self)
            for move in counterparts)

    def _matched_moves(self):
        lines = self.line_ids.filtered(lambda line: line.account_id.reconcile)
        return (lines.matched_debit_ids.debit_move_id | lines.matched_credit_ids.credit_move_id).move_id - self

    @api.model
    def _get_invoice_in_payment_state(self):
        return "paid"

    @api.depends("payment_state", "state")
    def _compute_status_in_payment(self):
        for move in self:
            move.status_in_payment = move.payment_state if move.state == "posted" else move.state

    # --- outstanding credits and payments shown on the form -----------------------------------------------------------------

    def _outstanding_lines(self):
        """Open items of the partner that could settle this document."""
        self.ensure_one()
        accounts = self.line_ids.filtered(lambda line: line.display_type == "payment_term").account_id
        if self.state != "posted" or not accounts or self.payment_state not in ("not_paid", "partial"):
            return self.env["account.move.line"]
        return self.env["account.move.line"].search([
            ("account_id", "in", accounts.ids), ("parent_state", "=", "posted"),
            ("partner_id", "=", self.commercial_partner_id.id), ("reconciled", "=", False),
            ("balance", "<" if self.is_inbound() else ">", 0.0),
            "|", ("amount_residual", "!=", 0.0), ("amount_residual_currency", "!=", 0.0)])

    def _compute_outstanding(self):
        for move in self:
            lines = move._outstanding_lines() if move.id and move.is_invoice(include_receipts=True) else ()
            move.invoice_has_outstanding = bool(lines)
            move.invoice_outstanding_credits_debits_widget = {
                "outstanding": True, "move_id": move.id,
                "title": _("Outstanding credits") if move.is_inbound() else _("Outstanding debits"),
                "content": [move._outstanding_entry(line) for line in lines],
            } if lines else False

    def _outstanding_entry(self, line):
        same_currency = line.currency_id == self.currency_id
        amount = abs(line.amount_residual_currency if same_currency else line.amount_residual)
        currency = line.currency_id if same_currency else self.company_currency_id
        return {
            "journal_name": line.ref or line.move_name, "amount": amount, "currency_id": currency.id, "id": line.id,
            "move_id": line.move_id.id, "date": fields.Date.to_string(line.date),
            "formatted_amount": format_amount(self.env, amount, currency),
        }

    def _compute_payments_widget(self):
        for move in self:
            partials = move._get_reconciled_partials() if move.id and move.state == "posted" else ()
            move.invoice_payments_widget = {
                "title": _("Less Payment"), "outstanding": False,
                "content": [move._payment_entry(*partial) for partial in partials],
            } if partials and move.is_invoice(include_receipts=True) else False

    def _get_reconciled_partials(self):
        """(partial, amount in the document's currency, counterpart line) for the receivable and payable lines."""
        lines = self.line_ids.filtered(
            lambda line: line.account_type in ("asset_receivable", "liability_payable"))
        return [(partial, partial.debit_amount_currency, partial.credit_move_id)
                for partial in lines.matched_credit_ids] + [
                    (partial, partial.credit_amount_currency, partial.debit_move_id)
                    for partial in lines.matched_debit_ids]

    def _payment_entry(self, partial, amount, counterpart):
        return {
            "name": counterpart.name, "journal_name": counterpart.journal_id.name, "amount": amount,
            "currency_id": self.currency_id.id, "date": fields.Date.to_string(counterpart.date),
            "partial_id": partial.id, "account_payment_id": counterpart.payment_id.id,
            "move_id": counterpart.move_id.id, "ref": counterpart.move_id.ref or counterpart.move_id.name,
            "formatted_amount": format_amount(self.env, amount, self.currency_id),
        }

    def js_assign_outstanding_line(self, line_id):
        """Settle this document with an open item of the partner."""
        self.ensure_one()
        line = self.env["account.move.line"].browse(line_id)
        line += self.line_ids.filtered(lambda own: own.account_id == line.account_id and not own.reconciled)
        return line.reconcile()

    def action_use_outstanding(self):
        """Settle these documents with what the partner has open with us, oldest first."""
        for move in self:
            lines = move._outstanding_lines()
            if not lines:
                raise UserError(_("%s has no open credit that could settle it.", move.display_name))
            (lines + move.line_ids.filtered(
                lambda line, lines=lines: line.account_id in lines.account_id and not line.reconciled)).reconcile()
        return True

    def js_remove_outstanding_partial(self, partial_id):
        self.ensure_one()
        return self.env["account.partial.reconcile"].browse(partial_id).unlink()

    def _get_reconciled_payments(self):
        return self._matched_moves().origin_payment_id

    def _get_reconciled_invoices(self):
        return self._matched_moves().filtered(lambda move: move.is_invoice(include_receipts=True))

    # --- onchange ---------------------------------------------------------------------------------------------------------

    @api.onchange("partner_id")
    def _onchange_partner_id(self):
        warning = self.partner_id.with_company(self.company_id).invoice_warn
        if self.partner_id and warning and warning != "no-message":
            return {"warning": {"title": _("Warning for %s", self.partner_id.name),
                                "message": self.partner_id.invoice_warn_msg}}
        return None

    @api.onchange("fiscal_position_id")
    def _onchange_fiscal_position_id(self):
        return None

    # --- checks -----------------------------------------------------------------------------------------------------------

    @api.constrains("journal_id", "move_type")
    def _check_journal_move_type(self):
        for move in self:
            if not move._journal_suits(move.journal_id):
                raise ValidationError(_(
                    "%(document)s cannot be recorded in the journal %(journal)s. Choose a journal of its type.",
                    document=move.type_name, journal=move.journal_id.display_name))

    @api.constrains("ref", "move_type", "partner_id", "journal_id", "invoice_date", "state")
    def _check_duplicate_supplier_reference(self):
        bills = self.filtered(lambda move: move.state == "posted" and move.is_purchase_document() and move.ref)
        if not bills:
            return
        for bill in bills:
            twin = self.search([
                ("ref", "=", bill.ref), ("commercial_partner_id", "=", bill.commercial_partner_id.id),
                ("move_type", "=", bill.move_type), ("company_id", "=", bill.company_id.id),
                ("invoice_date", "=", bill.invoice_date), ("state", "=", "posted"), ("id", "!=", bill.id)], limit=1)
            if twin:
                raise ValidationError(_(
                    "The vendor reference %(reference)s of %(vendor)s is already recorded on %(bill)s. "
                    "Check whether this bill was entered twice.",
                    reference=bill.ref, vendor=bill.commercial_partner_id.name, bill=twin.name))

    def _check_balanced(self, container=None):
        """Debit equals credit on every entry; raises and names the entry, else returns nothing."""
        moves = container["records"] if container else self
        unbalanced = moves._get_unbalanced_moves()
        if unbalanced:
            move, debit, credit = unbalanced[0]
            raise UserError(_(
                "The entry %(entry)s is not balanced: debit %(debit)s, credit %(credit)s. Both sums must be equal.",
                entry=move.display_name,
                debit=format_amount(self.env, debit, move.company_currency_id),
                credit=format_amount(self.env, credit, move.company_currency_id)))

    def _get_unbalanced_moves(self):
        """List of (entry, debit, credit) of the entries that do not balance."""
        result = []
        for move in self:
            currency = move.company_currency_id
            balance = sum(line.balance for line in move.line_ids)
            if not currency.is_zero(balance):
                debit = sum(line.balance for line in move.line_ids if line.balance > 0)
                result.append((move, currency.round(debit), currency.round(debit - balance)))
        return result

    # --- create, write, unlink, copy ------------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        """Documents arrive with their product lines; tax and payment term lines are derived once for the batch."""
        vals_list = [self._merge_line_commands(self._sanitize_vals(dict(vals))) for vals in vals_list]
        if any(vals.get("state") == "posted" for vals in vals_list):
            raise UserError(_("An entry is created as a draft. Create it first, then post it."))
        quiet = self.with_context(skip_invoice_sync=True)
        moves = super(AccountMove, quiet).create(vals_list).with_env(self.env)
        moves._after_lines_changed()
        return moves

    def write(self, vals):
        if not vals:
            return True
        vals = self._merge_line_commands(self._sanitize_vals(dict(vals)))
        self._refuse_protected_changes(vals)
        if SYNC_FIELDS.isdisjoint(vals):
            result = super().write(vals)
            if "state" in vals:
                self.line_ids.mapped("parent_state")  # now, so that the lines go out once
            return result
        result = super(AccountMove, self.with_context(skip_invoice_sync=True)).write(vals)
        self._after_lines_changed()
        return result

    def _after_lines_changed(self):
        """Derive what follows from the lines, then insist on debit = credit. Callers that collect changes skip it."""
        if self.env.context.get("skip_invoice_sync"):
            return
        self._sync_dynamic_lines()
        if self.env.context.get("check_move_validity", True):
            self._check_balanced()

    @api.model
    def _sanitize_vals(self, vals):
        if vals.get("name") is False:
            vals["name"] = "/"
        return vals

    @api.model
    def _merge_line_commands(self, vals):
        """``invoice_line_ids`` and ``line_ids`` are two windows on the same lines: no command may run twice."""
        if not vals.get("invoice_line_ids") or not vals.get("line_ids"):
            return vals
        merged = {}
        for command in [*vals["line_ids"], *vals.pop("invoice_line_ids")]:
            key = (command[0], command[1]) if len(command) > 1 and command[1] else (command[0], len(merged), "new")
            if key in merged and command[0] in (Command.CREATE, Command.UPDATE):
                command = (command[0], command[1], {**merged[key][2], **command[2]})
            merged[key] = command
        vals["line_ids"] = list(merged.values())
        return vals

    def _refuse_protected_changes(self, vals):
        if PROTECTED_FIELDS.isdisjoint(vals) or self.env.context.get("skip_invoice_sync"):
            return
        for move in self.filtered(lambda move: move.state == "posted"):
            changed = [name for name in PROTECTED_FIELDS & vals.keys() if move._differs(name, vals[name])]
            if changed:
                labels = ", ".join(sorted(self._fields[name]._description_string(self.env) for name in changed))
                raise UserError(_(
                    "%(entry)s is posted; these fields can no longer change: %(fields)s. "
                    "Reset the entry to draft, or record a credit note.",
                    entry=move.display_name, fields=labels))

    def _differs(self, name, value):
        field = self._fields[name]
        if field.type == "one2many":
            return any(command[0] not in (Command.LINK,) and not (
                command[0] == Command.UPDATE and self._harmless_line_values(command[2])) for command in value or ())
        return field.convert_to_cache(value, self) != field.convert_to_cache(self[name], self)

    @api.model
    def _harmless_line_values(self, values):
        return set(values) <= {"name", "date_maturity", "sequence", "analytic_distribution"}

    def unlink(self):
        self._unlink_forbid_parts_of_chain()  # before the lines go
        lines = self.line_ids
        numbers = self.env["account.move.number"]
        freed = [(move.journal_id.id, move.sequence_prefix, move.sequence_number)
                 for move in self if move.posted_before and move.name not in ("/", False)]
        lines.with_context(skip_invoice_sync=True).unlink()
        result = super().unlink()
        numbers._release(freed)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_forbid_parts_of_chain(self):
        """A posted document stays; a numbered draft may go only when its number is the last one of its series."""
        for move in self:
            if move.state == "posted":
                raise UserError(_(
                    "%(entry)s is posted and cannot be deleted. Record a credit note, or reset it to draft and cancel it.",
                    entry=move.display_name))
        numbered = self.filtered(lambda move: move.posted_before and move.name not in ("/", False))
        gap = self.env["account.move.number"]._first_gap(numbered)
        if gap:
            raise UserError(_(
                "Deleting %s would leave a gap in the numbering. Cancel it instead.", gap.display_name))

    def copy_data(self, default=None):
        default = dict(default or {})
        vals_list = super().copy_data(default)
        for move, vals in zip(self, vals_list, strict=True):
            if move.is_invoice(include_receipts=True) and "line_ids" in vals:
                vals["line_ids"] = [
                    command for command in vals["line_ids"]
                    if command[0] != Command.CREATE or command[2].get("display_type", "product") in (
                        "product", "line_section", "line_note")]
        return vals_list

    # --- derived lines ----------------------------------------------------------------------------------------------------------

    def _sync_dynamic_lines(self, container=None):
        """Tax and payment term lines of draft documents follow from their product lines; one pass for the batch."""
        documents = self.filtered(
            lambda move: move.state == "draft" and move.is_invoice(include_receipts=True))
        if not documents:
            return
        to_create, to_write, to_drop = [], [], self.env["account.move.line"]
        for move in documents:
            create, write, drop = move._plan_dynamic_lines()
            to_create += create
            to_write += write
            to_drop |= drop
        lines = self.env["account.move.line"].with_context(skip_invoice_sync=True, dynamic_unlink=True)
        for line, values in to_write:
            line.with_env(lines.env).write(values)
        lines.create(to_create)
        to_drop.with_env(lines.env).unlink()
        # Computed now: what other apps compute from the lines sends these to the database, with or without them.
        documents.line_ids.mapped("credit")
        documents.line_ids.mapped("price_total")

    def _plan_dynamic_lines(self):
        """(values of new lines, [(line, changed values)], lines to drop) that bring one document up to date."""
        product_lines = self.line_ids.filtered(lambda line: line.display_type == "product")
        amounts = self.env["account.tax"]._compute_document_amounts(
            [self._prepare_product_base_line_for_taxes_computation(line) for line in product_lines], self.currency_id, self.company_id)
        write, balance = self._plan_product_lines(product_lines, amounts)
        taxes = self._needed_tax_lines(product_lines, amounts)
        balance += sum((decimal_of(values["balance"]) for values in taxes.values()), decimal_of(0))
        terms = self._needed_term_lines(balance, taxes, amounts)
        create, drop = [], self.env["account.move.line"]
        for kind, needed in (("tax", taxes), ("payment_term", terms)):
            existing = self.line_ids.filtered(lambda line, kind=kind: line.display_type == kind)
            new, changed, gone = self._match_dynamic_lines(existing, needed, kind)
            create += new
            write += changed
            drop |= gone
        return create, write, drop

    def _prepare_product_base_line_for_taxes_computation(self, product_line):
        """What the tax computation is given for a line; addons change it here or on the tax."""
        return self.env["account.tax"]._prepare_base_line_for_taxes_computation(
            product_line, currency_id=product_line.currency_id or self.currency_id,
            rate=self.invoice_currency_rate or 1.0, is_refund=self.move_type in ("out_refund", "in_refund"))

    def _plan_product_lines(self, lines, amounts):
        """Ledger amounts of the product lines: ([(line, changed values)], sum of their balances)."""
        write, balance = [], decimal_of(0)
        for line, line_amounts in zip(lines, amounts, strict=True):
            amount_currency = float(line_amounts.untaxed) * self.direction_sign
            values = {
                "amount_currency": amount_currency, "balance": self._to_company_currency(amount_currency),
                "price_subtotal": float(line_amounts.untaxed), "price_total": float(line_amounts.total)}
            balance += decimal_of(values["balance"])
            changed = {name: value for name, value in values.items() if line[name] != value}
            if changed:
                write.append((line, changed))
        return write, balance

    def _to_company_currency(self, amount_currency):
        rate = self.invoice_currency_rate
        if self.currency_id == self.company_id.currency_id or not rate:
            return self.company_id.currency_id.round(amount_currency)
        return self.company_id.currency_id.round(amount_currency / rate)

    def _needed_tax_lines(self, product_lines, amounts):
        """One journal item per distribution line and account, with the document's tax amount."""
        is_refund, needed = self.move_type in ("out_refund", "in_refund"), {}
        taxes = self.env["account.tax"]
        groups = {}
        for line, line_amounts in zip(product_lines, amounts, strict=True):
            for tax_amount in line_amounts.taxes:
                tax = taxes.browse(tax_amount.tax.key)
                account = False if tax._has_own_accounts(is_refund) else line.account_id
                base, amount = groups.get((tax, account), (decimal_of(0), decimal_of(0)))
                groups[tax, account] = (base + tax_amount.base, amount + tax_amount.amount)
        for (tax, account), (base, amount) in groups.items():
            for repartition, part in tax._distribute(amount, is_refund, self.currency_id):
                target = repartition.account_id or account
                target = self.fiscal_position_id.map_account(target) if target else target
                values = self._tax_line_values(tax, repartition, target, base, part)
                needed[repartition.id, values["account_id"]] = values
        return {key: values for key, values in needed.items()
                if values["amount_currency"] or values["tax_base_amount"]}

    def _tax_line_values(self, tax, repartition, account, base, amount):
        amount_currency = float(amount) * self.direction_sign
        return {
            "name": tax.invoice_label or tax.name,
            "amount_currency": amount_currency,
            "balance": self._to_company_currency(amount_currency),
            "tax_base_amount": abs(self._to_company_currency(float(base))),
            "tax_repartition_line_id": repartition.id,
            "account_id": account.id if account else False,
            "tax_tag_ids": [Command.set(repartition.tag_ids.ids)] if repartition.tag_ids else [],
        }

    def _needed_term_lines(self, balance, taxes, amounts):
        """Receivable or payable items by due date; their balances take what the other lines leave open."""
        total = sum((line.total for line in amounts), decimal_of(0))
        if not amounts or (not total and not balance):
            return {}
        sign = -self.direction_sign
        start = self.invoice_date or self.date or fields.Date.context_today(self)
        if self.invoice_payment_term_id:
            schedule = self.invoice_payment_term_id._compute_terms(
                start, self.currency_id, self.company_id, 0.0, 0.0, sign, float(-balance), float(total) * sign)["line_ids"]
        else:
            schedule = [{"date": self.invoice_date_due or start, "foreign_amount": float(total) * sign,
                         "company_amount": float(-balance)}]
        account = self._get_receivable_payable_account()
        return {
            (index,): {
                "name": self.payment_reference or False, "account_id": account.id, "date_maturity": term["date"],
                "amount_currency": term["foreign_amount"], "balance": term["company_amount"]}
            for index, term in enumerate(schedule)}

    def _get_receivable_payable_account(self):
        partner = self.commercial_partner_id.with_company(self.company_id)
        account = (
            partner.property_account_receivable_id if self.is_sale_document(include_receipts=True)
            else partner.property_account_payable_id)
        if not account:
            kind = "asset_receivable" if self.is_sale_document(include_receipts=True) else "liability_payable"
            account = self.env["account.account"].search([
                ("account_type", "=", kind), ("company_ids", "in", self.company_id.ids),
                ("deprecated", "=", False)], limit=1)
        if not account:
            raise UserError(_(
                "%(company)s has no receivable or payable account. Load a chart of accounts in the accounting settings.",
                company=self.company_id.display_name))
        return self.fiscal_position_id.map_account(account)

    def _match_dynamic_lines(self, existing, needed, kind):
        """Keep lines whose key is still needed (changing only what differs), create the missing, drop the rest."""
        by_key = {line._dynamic_key(index): line for index, line in enumerate(existing.sorted(
            lambda line: (line.date_maturity or line.date or fields.Date.today(), line.id)))}
        create, write = [], []
        for key, values in needed.items():
            line = by_key.pop(key, None)
            if line is None:
                create.append(self._new_dynamic_line(values, kind))
                continue
            changed = {name: value for name, value in values.items()
                       if name != "tax_tag_ids" and line._raw_value(name) != value}
            if changed:
                write.append((line, changed))
        drop = existing.browse([line.id for line in by_key.values()])
        return create, write, drop

    def _new_dynamic_line(self, values, kind):
        return {
            **values, "display_type": kind, "move_id": self.id, "currency_id": self.currency_id.id,
            "partner_id": self.commercial_partner_id.id, "quantity": 0.0 if kind == "payment_term" else 1.0,
            "price_unit": 0.0, "product_id": False, "product_uom_id": False, "tax_ids": [], "sequence": 10000,
        }

    # --- posting --------------------------------------------------------------------------------------------------------------

    def action_post(self):
        """Post the entries: number them, fix them, and count them in the ledger."""
        self._post(soft=False)
        return False

    def _post(self, soft=True):
        """Post draft entries and return those posted. ``soft`` leaves entries with a future date for that day."""
        to_post = self
        if soft:
            today = fields.Date.context_today(self)
            future = self.filtered(lambda move: move.date > today and move.auto_post == "no")
            future.write({"auto_post": "at_date"}) if future else None
            to_post = self - future
        if not to_post:
            return to_post
        to_post._prepare_posting()
        to_post.workflow.fire("post")
        return to_post

    def _prepare_posting(self):
        """Sales documents without a date get today's; where that moves due dates or rates, derived lines follow."""
        undated = self.filtered(lambda move: not move.invoice_date and move.is_sale_document(include_receipts=True)
                                and move.state == "draft")
        if undated:
            undated.line_ids.mapped("date")  # read once; the date of the entry is theirs too
            undated.with_context(skip_invoice_sync=True).write({"invoice_date": fields.Date.context_today(self)})
            undated.filtered(lambda move: move._derived_lines_outdated())._after_lines_changed()

    def _derived_lines_outdated(self):
        """Would another invoice date change what was derived from the product lines?"""
        if self.currency_id != self.company_id.currency_id:
            return True
        plan = self.invoice_payment_term_id.line_ids
        due = sorted(line._get_due_date(self.invoice_date) for line in plan) if plan else [self.invoice_date_due]
        terms = self.line_ids.filtered(lambda line: line.display_type == "payment_term")
        return sorted(terms.mapped("date_maturity")) != due

    def _assign_numbers(self):
        """Effect of posting: gapless numbers per journal and period, in the order of the batch."""
        unnumbered = self.filtered(lambda move: not move.name or move.name == "/")
        numbers = self.env["account.move.number"]._next(
            [(move.journal_id, move.journal_id._number_prefix(move)) for move in unnumbered])
        for move, number in zip(unnumbered, numbers, strict=True):
            move.name = number
        self.env["account.move.number"]._keep_up_with(self - unnumbered)

    def _assign_payment_references(self):
        """Effect of posting: what customers quote when they pay."""
        for move in self:
            if move.is_sale_document(include_receipts=True) and not move.payment_reference:
                reference = move._get_invoice_computed_reference()
                if reference:
                    # Through the base method: no derived line follows from the reference but the names set here.
                    super(AccountMove, move).write({"payment_reference": reference})
                    terms = move.line_ids.filtered(lambda line: line.display_type == "payment_term" and not line.name)
                    terms.with_context(skip_invoice_sync=True).write({"name": reference})

    def _get_invoice_computed_reference(self):
        self.ensure_one()
        kind = self.journal_id.invoice_reference_type
        if kind == "none":
            return ""
        return self.partner_id.ref or str(self.partner_id.id) if kind == "partner" else self.name

    def _after_posting(self):
        """Effect of posting: customers and vendors count as such; refunds settle what they reverse."""
        self.posted_before = True
        for move in self:
            partner = move.commercial_partner_id
            if move.is_sale_document() and not partner.customer_rank:
                partner.sudo().customer_rank = 1
            elif move.is_purchase_document() and not partner.supplier_rank:
                partner.sudo().supplier_rank = 1

    def button_draft(self):
        """Back to draft: the entry leaves the ledger, its reconciliations are undone, its number is kept."""
        self.workflow.fire("draft")
        return True

    def button_cancel(self):
        """Cancel the entries; posted ones leave the ledger first."""
        posted = self.filtered(lambda move: move.state == "posted")
        if posted:
            posted.button_draft()
        self.workflow.fire("cancel")
        return True

    def button_request_cancel(self):
        return self.button_cancel()

    def _undo_reconciliation(self):
        """Effect of leaving the ledger."""
        self.line_ids.remove_move_reconcile()

    def _creation_message(self):
        self.ensure_one()
        return _("%s created", self.type_name)

    # --- reversal -------------------------------------------------------------------------------------------------------------

    def _reverse_move_vals(self, default_values, cancel=True):
        """Values of the entry that reverses this one; invoices become credit notes with the same lines."""
        self.ensure_one()
        move_type = REVERSE_TYPE[self.move_type]
        vals = self.with_context(include_business_fields=True).copy_data({"move_type": move_type, **default_values})[0]
        if move_type == "entry":
            vals["line_ids"] = [Command.create(line._reversed_values()) for line in self.line_ids]
            vals.pop("invoice_line_ids", None)
        vals["reversed_entry_id"] = self.id
        vals.setdefault("invoice_origin", self.invoice_origin)
        return vals

    @workflow.operation
    def _reverse_moves(self, default_values_list=None, cancel=False):
        """Create the credit notes or reversing entries. ``cancel`` also posts them and settles the originals."""
        default_values_list = default_values_list or [{} for _move in self]
        if cancel:
            self.line_ids.filtered(lambda line: line.reconciled or line.matching_number).remove_move_reconcile()
        reverse_moves = self.create([
            move._reverse_move_vals(defaults, cancel=cancel)
            for move, defaults in zip(self, default_values_list, strict=True)])
        if cancel:
            reverse_moves._post(soft=False)
            for move, reverse in zip(self, reverse_moves, strict=True):
                move._settle_with(reverse)
        return reverse_moves

    def _settle_with(self, other):
        """Reconcile the open items this entry and another have on the same accounts."""
        lines = (self.line_ids + other.line_ids).filtered(
            lambda line: line.account_id.reconcile and not line.reconciled)
        for _key, group in lines.grouped(lambda line: (line.account_id, line.partner_id)).items():
            if len(group.move_id) > 1:
                group.reconcile()

    def action_reverse(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("account.action_view_account_move_reversal")
        if self.is_invoice():
            action["name"] = _("Credit Note")
        return action

    def action_switch_move_type(self):
        """Turn draft invoices into credit notes and back; amounts change their sign."""
        other = {"out_invoice": "out_refund", "out_refund": "out_invoice", "in_invoice": "in_refund",
                 "in_refund": "in_invoice"}
        for move in self:
            if move.posted_before or move.state != "draft":
                raise UserError(_("%s was posted before; its type can no longer change.", move.display_name))
            if move.move_type not in other:
                raise UserError(_("%s has no opposite type.", move.type_name))
            lines = move.line_ids.filtered(lambda line: line.display_type == "product")
            negative = move.amount_total < 0
            if negative:
                for line in lines:
                    line.with_context(skip_invoice_sync=True).quantity = -line.quantity
            move.write({"move_type": other[move.move_type]})

    # --- actions and texts -----------------------------------------------------------------------------------------------------

    def action_register_payment(self):
        """Open the dialog that records a payment of these documents."""
        return self.line_ids.action_register_payment()

    def action_force_register_payment(self):
        return self.action_register_payment()

    def action_invoice_sent(self):
        self.ensure_one()
        self.is_move_sent = True
        return True

    def action_send_and_print(self):
        return self.action_invoice_sent()


    def preview_invoice(self):
        self.ensure_one()
        return {"type": "ir.actions.act_url", "target": "self", "url": f"/my/invoices/{self.id}"}

    def button_set_checked(self):
        self.checked = True

    def open_payments(self):
        self.ensure_one()
        payments = self.matched_payment_ids | self._get_reconciled_payments()
        action = {
            "name": _("Payments"), "type": "ir.actions.act_window", "res_model": "account.payment",
            "context": {"create": False}, "domain": [("id", "in", payments.ids)], "view_mode": "list,form"}
        return {**action, "view_mode": "form", "res_id": payments.id} if len(payments) == 1 else action

    def open_reconcile_view(self):
        return self.line_ids.open_reconcile_view()

    def open_reversals(self):
        self.ensure_one()
        return {
            "name": _("Reversals"), "type": "ir.actions.act_window", "res_model": "account.move",
            "view_mode": "list,form", "domain": [("id", "in", self.reversal_move_ids.ids)]}

    @api.model
    def _get_invoice_report_filename(self, extension="pdf"):
        return f"{(self.name or '').replace('/', '_')}.{extension}"

    def action_invoice_print(self):
        """Print the invoices, and remember that they were."""
        self.is_move_sent = True
        return self.env.ref("account.account_invoices").report_action(self)

    def _get_report_base_filename(self):
        return self._get_move_display_name()

    def _get_name_invoice_report(self):
        return "account.report_invoice_document"

    def _get_lines_onchange_currency(self):
        return self.line_ids

    def _get_accounting_date(self, invoice_date, has_tax, lock_dates=None):
        """The date an entry gets in the ledger: the invoice's, unless that period is closed."""
        self.ensure_one()
        locked = self.company_id._locked_until(self.with_context(as_of=invoice_date), date=invoice_date)
        return fields.Date.add(locked, days=1) if locked else invoice_date

    def _affect_tax_report(self):
        return any(line.tax_ids or line.tax_line_id for line in self.line_ids)

    def _is_ready_to_be_sent(self):
        return self.state == "posted"

    def _refunds_origin_required(self):
        return False

    def _is_downpayment(self):
        """Overridden by sales: is this the invoice of an advance?"""
        return False

    def _get_invoiced_lot_values(self):
        """Overridden by inventory: lots and serial numbers delivered with this invoice."""
        return []



import re

from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.tools import format_amount

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
BLOCKING_PAYMENT_STATES = ("blocked", "invoicing_legacy")
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
        quiet = self.with_context(_skip_invoice_sync=True)
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
        result = super(AccountMove, self.with_context(_skip_invoice_sync=True)).write(vals)
        self._after_lines_changed()
        return result

    def _after_lines_changed(self):
        """Derive what follows from the lines, then insist on debit = credit. Callers that collect changes skip it."""
        if self.env.context.get("_skip_invoice_sync"):
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
        if PROTECTED_FIELDS.isdisjoint(vals) or self.env.context.get("_skip_invoice_sync"):
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
        lines.with_context(_skip_invoice_sync=True).unlink()
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

    # --- actions and texts -----------------------------------------------------------------------------------------------------

    def action_register_payment(self):
        """Open the dialog that records a payment of these documents."""
        return self.line_ids.action_register_payment()

    def action_force_register_payment(self):
        return self.action_register_payment()

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



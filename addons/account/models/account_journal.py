from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.tools import ormcache


class AccountJournalGroup(models.Model):
    _name = "account.journal.group"
    _description = "Account Journal Group"
    _order = "sequence, id"

    name = fields.Char("Ledger group", required=True, translate=True)
    company_id = fields.Many2one("res.company", default=lambda self: self.env.company)
    excluded_journal_ids = fields.Many2many("account.journal", string="Excluded Journals")
    sequence = fields.Integer(default=10)


class AccountJournal(models.Model):
    _name = "account.journal"
    _shared_rows = True
    _inherit = ["mail.thread"]
    _description = "Journal"
    _order = "sequence, type, code"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of
    _rec_names_search = ["name", "code"]

    name = fields.Char("Journal Name", required=True, translate=True)
    code = fields.Char("Short Code", size=5, required=True, compute="_compute_code", store=True, readonly=False,
                       precompute=True, help="Prefix of the numbers of this journal's entries.")
    active = fields.Boolean(default=True)
    type = fields.Selection(
        [("sale", "Sales"), ("purchase", "Purchase"), ("cash", "Cash"), ("bank", "Bank"),
         ("credit", "Credit Card"), ("general", "Miscellaneous")], required=True)
    account_control_ids = fields.Many2many("account.account", string="Allowed accounts", check_company=True)
    default_account_type = fields.Char("Default Account Type", compute="_compute_default_account_type")
    default_account_id = fields.Many2one(
        "account.account", "Default Account", check_company=True, copy=False, ondelete="restrict",
        domain="[('deprecated', '=', False)]")
    suspense_account_id = fields.Many2one(
        "account.account", "Suspense Account", check_company=True, ondelete="restrict",
        compute="_compute_suspense_account_id", store=True, readonly=False)
    profit_account_id = fields.Many2one("account.account", "Profit Account", check_company=True)
    loss_account_id = fields.Many2one("account.account", "Loss Account", check_company=True)
    non_deductible_account_id = fields.Many2one("account.account", "Private Part Account", check_company=True)
    restrict_mode_hash_table = fields.Boolean("Secure Posted Entries with Hash")
    sequence = fields.Integer(default=10)
    invoice_reference_type = fields.Selection(
        [("none", "Open"), ("partner", "Based on Customer"), ("invoice", "Based on Invoice")],
        "Communication Type", required=True, default="invoice")
    invoice_reference_model = fields.Selection(
        [("odoo", "Invoice number"), ("euro", "European")], "Communication Standard", required=True, default="odoo")
    currency_id = fields.Many2one("res.currency", "Currency")
    company_id = fields.Many2one(
        "res.company", "Company", required=True, readonly=True, index=True, default=lambda self: self.env.company)
    country_code = fields.Char(related="company_id.account_fiscal_country_id.code", readonly=True)
    refund_sequence = fields.Boolean(
        "Dedicated Credit Note Sequence", compute="_compute_refund_sequence", store=True, readonly=False, precompute=True)
    payment_sequence = fields.Boolean(
        "Dedicated Payment Sequence", compute="_compute_payment_sequence", store=True, readonly=False, precompute=True)
    sequence_override_regex = fields.Text(help="Regular expression that recognises imported numbers.")
    inbound_payment_method_line_ids = fields.One2many(
        "account.payment.method.line", "journal_id", "Inbound Payment Methods", copy=False,
        domain=[("payment_type", "=", "inbound")])
    outbound_payment_method_line_ids = fields.One2many(
        "account.payment.method.line", "journal_id", "Outbound Payment Methods", copy=False,
        domain=[("payment_type", "=", "outbound")])
    bank_account_id = fields.Many2one(
        "res.partner.bank", "Bank Account", ondelete="restrict", copy=False, index="btree_not_null", check_company=True)
    bank_acc_number = fields.Char(related="bank_account_id.acc_number", readonly=False)
    journal_group_ids = fields.Many2many("account.journal.group", string="Ledger Group")
    show_on_dashboard = fields.Boolean(default=True)
    color = fields.Integer("Color Index", default=0)

    _sql_constraints = [(
        "code_company_uniq", "unique (company_id, code)", "Journal codes must be unique per company.")]

    # --- computed ---------------------------------------------------------------------------------------------------

    @api.depends("type", "company_id")
    def _compute_code(self):
        for journal in self:
            if not journal.code and journal.type:
                journal.code = self.get_next_bank_cash_default_code(journal.type, journal.company_id)

    @api.depends("type")
    def _compute_default_account_type(self):
        kinds = {"bank": "asset_cash", "cash": "asset_cash", "credit": "liability_credit_card",
                 "sale": "income", "purchase": "expense"}
        for journal in self:
            journal.default_account_type = kinds.get(journal.type, "%")

    @api.depends("type", "company_id")
    def _compute_suspense_account_id(self):
        for journal in self:
            if journal.type not in ("bank", "cash", "credit"):
                journal.suspense_account_id = False
            elif not journal.suspense_account_id:
                journal.suspense_account_id = journal.company_id.account_journal_suspense_account_id

    @api.depends("type")
    def _compute_refund_sequence(self):
        for journal in self:
            journal.refund_sequence = journal.type in ("sale", "purchase")

    @api.depends("type")
    def _compute_payment_sequence(self):
        for journal in self:
            journal.payment_sequence = journal.type in ("bank", "cash", "credit")

    @api.depends("name", "currency_id")
    def _compute_display_name(self):
        for journal in self:
            name = journal.name
            if journal.currency_id and journal.currency_id != journal.company_id.currency_id:
                name = f"{name} ({journal.currency_id.name})"
            journal.display_name = name

    @api.model
    def get_next_bank_cash_default_code(self, journal_type, company, protected_codes=()):
        prefix = {"cash": "CSH", "bank": "BNK", "credit": "CCD", "sale": "INV", "purchase": "BILL"}.get(
            journal_type, "MISC")
        taken = set(self.with_context(active_test=False).search([
            ("code", "=like", prefix + "%"), ("company_id", "=", company.id)]).mapped("code")) | set(protected_codes)
        candidates = [prefix] if journal_type in ("sale", "purchase", "general") else []
        candidates += [f"{prefix}{number}" for number in range(1, 100)]
        return next((code for code in candidates if code not in taken), False)

    @api.model
    def _of_types(self, companies, types):
        """Active journals of these types, in order; asked for on every document, so their ids are remembered."""
        return self.browse(self._ids_of_types(tuple(companies.ids), tuple(types)))

    @ormcache("company_ids", "types")
    def _ids_of_types(self, company_ids, types):
        return self.sudo().search([("company_id", "in", company_ids), ("type", "in", types)])._ids

    # --- create -----------------------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        journals = super().create([self._fill_missing_values(dict(vals)) for vals in vals_list])
        journals._add_manual_payment_methods()
        return journals

    @api.model
    def _fill_missing_values(self, vals):
        """A bank or cash journal without an account gets one of its own."""
        company = self.env["res.company"].browse(vals.get("company_id")) or self.env.company
        if vals.get("type") in ("bank", "cash", "credit") and not vals.get("default_account_id"):
            vals["default_account_id"] = self._create_liquidity_account(vals, company).id
        if not vals.get("name") and vals.get("type"):
            vals["name"] = dict(self._fields["type"]._description_selection(self.env))[vals["type"]]
        return vals

    @api.model
    def _create_liquidity_account(self, vals, company):
        prefix = company.cash_account_code_prefix if vals["type"] == "cash" else company.bank_account_code_prefix
        accounts = self.env["account.account"].with_company(company)
        start = (prefix or "101").ljust(6, "0")[:-1] + "1"
        return accounts.create({
            "name": vals.get("name") or _("Bank"),
            "code": accounts._search_new_account_code(start),
            "account_type": "liability_credit_card" if vals["type"] == "credit" else "asset_cash",
            "currency_id": vals.get("currency_id"),
            "company_ids": [Command.set(company.ids)],
        })

    def _add_manual_payment_methods(self):
        liquidity = self.filtered(lambda journal: journal.type in ("bank", "cash", "credit"))
        if not liquidity:
            return
        methods = self.env["account.payment.method"].sudo().search([("code", "=", "manual")])
        have = {(line.journal_id.id, line.payment_method_id.id)
                for line in liquidity.inbound_payment_method_line_ids | liquidity.outbound_payment_method_line_ids}
        self.env["account.payment.method.line"].create([
            {"name": method.name, "payment_method_id": method.id, "journal_id": journal.id}
            for journal in liquidity for method in methods if (journal.id, method.id) not in have])

    def write(self, vals):
        if not {"active", "sequence", "type", "company_id", "code"}.isdisjoint(vals):
            self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        for journal, vals in zip(self, vals_list, strict=True):
            vals.setdefault("name", "")
            if "code" not in (default or {}):
                vals["code"] = self.get_next_bank_cash_default_code(journal.type, journal.company_id)
            if "name" not in (default or {}):
                vals["name"] = _("%s (copy)", journal.name)
        return vals_list

    # --- checks -----------------------------------------------------------------------------------------------------

    @api.constrains("type", "default_account_id")
    def _check_type_default_account_id_type(self):
        for journal in self:
            if journal.type in ("sale", "purchase") and journal.default_account_id.account_type in (
                    "asset_receivable", "liability_payable"):
                raise ValidationError(_(
                    "The journal %(journal)s cannot use %(account)s by default: sales and purchases need an income or "
                    "expense account there, not a receivable or payable one.",
                    journal=journal.name, account=journal.default_account_id.display_name))

    @api.constrains("company_id")
    def _check_company_unchanged(self):
        for journal in self:
            other = self.env["account.move"].sudo().search([
                ("journal_id", "=", journal.id), ("company_id", "!=", journal.company_id.id)], limit=1)
            if other:
                raise ValidationError(_("The journal %s has entries; its company cannot change.", journal.name))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_has_entries(self):
        used = self.env["account.move"].sudo().search([("journal_id", "in", self.ids)], limit=1)
        if used:
            raise UserError(_(
                "The journal %s has entries and cannot be deleted. Archive it instead.", used.journal_id.display_name))

    # --- accounts and methods -----------------------------------------------------------------------------------------

    def _get_available_payment_method_lines(self, payment_type):
        lines = self.inbound_payment_method_line_ids if payment_type == "inbound" else (
            self.outbound_payment_method_line_ids)
        return lines.sorted("sequence")

    def _get_journal_inbound_outstanding_payment_accounts(self):
        return self.inbound_payment_method_line_ids.payment_account_id or self.default_account_id

    def _get_journal_outbound_outstanding_payment_accounts(self):
        return self.outbound_payment_method_line_ids.payment_account_id or self.default_account_id

    def _number_prefix(self, move):
        """What precedes the number: ``INV/2026/``; miscellaneous entries count per month."""
        self.ensure_one()
        code = self.code
        if self.refund_sequence and move.move_type in ("out_refund", "in_refund"):
            code = "R" + code
        if self.payment_sequence and move.origin_payment_id:
            code = "P" + code
        if self.type == "general":
            return f"{code}/{move.date:%Y/%m}/"
        return f"{code}/{move.date:%Y}/"

    def action_archive(self):
        return self.write({"active": False})

from core import _, api, fields, models
from core.exceptions import UserError, ValidationError

ACCOUNT_TYPES = [
    ("asset_receivable", "Receivable"),
    ("asset_cash", "Bank and Cash"),
    ("asset_current", "Current Assets"),
    ("asset_non_current", "Non-current Assets"),
    ("asset_prepayments", "Prepayments"),
    ("asset_fixed", "Fixed Assets"),
    ("liability_payable", "Payable"),
    ("liability_credit_card", "Credit Card"),
    ("liability_current", "Current Liabilities"),
    ("liability_non_current", "Non-current Liabilities"),
    ("equity", "Equity"),
    ("equity_unaffected", "Current Year Earnings"),
    ("income", "Income"),
    ("income_other", "Other Income"),
    ("expense", "Expenses"),
    ("expense_depreciation", "Depreciation"),
    ("expense_direct_cost", "Cost of Revenue"),
    ("off_balance", "Off-Balance Sheet"),
]


class AccountAccountTag(models.Model):
    _name = "account.account.tag"
    _description = "Account Tag"

    name = fields.Char("Tag Name", required=True, translate=True)
    applicability = fields.Selection(
        [("accounts", "Accounts"), ("taxes", "Taxes"), ("products", "Products")], required=True, default="accounts")
    color = fields.Integer("Color Index")
    active = fields.Boolean(default=True)
    tax_negate = fields.Boolean("Negate Tax Balance")
    country_id = fields.Many2one("res.country", "Country")


class AccountGroup(models.Model):
    _name = "account.group"
    _description = "Account Group"
    _order = "code_prefix_start"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    parent_id = fields.Many2one("account.group", index=True, ondelete="cascade", compute="_compute_parent_id", store=True)
    code_prefix_start = fields.Char("Code Prefix Start", required=True)
    code_prefix_end = fields.Char("Code Prefix End")
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company.root_id)

    @api.depends("code_prefix_start", "company_id")
    def _compute_parent_id(self):
        """The group with the longest shorter prefix."""
        for group in self:
            prefix = group.code_prefix_start or ""
            shorter = [prefix[:length] for length in range(1, len(prefix))]
            parents = self.search([
                ("code_prefix_start", "in", shorter), ("company_id", "=", group.company_id.id)]) if shorter else self
            group.parent_id = parents.sorted(lambda parent: len(parent.code_prefix_start))[-1:] if shorter else False

    @api.depends("code_prefix_start", "name")
    def _compute_display_name(self):
        for group in self:
            group.display_name = f"{group.code_prefix_start} {group.name}" if group.code_prefix_start else group.name

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if vals.get("code_prefix_start") and not vals.get("code_prefix_end"):
                vals["code_prefix_end"] = vals["code_prefix_start"]
        return super().create(vals_list)


class AccountAccount(models.Model):
    _name = "account.account"
    _shared_rows = True
    _inherit = ["mail.thread"]
    _description = "Account"
    _order = "code, id"
    _rec_names_search = ["name", "code"]
    _check_company_domain = models.check_companies_domain_parent_of

    name = fields.Char("Account Name", required=True, index="trigram", tracking=True, translate=True)
    code = fields.Char("Code", size=64, required=True, index=True, tracking=True)
    currency_id = fields.Many2one(
        "res.currency", "Account Currency", help="Forces all journal items of this account into this currency.")
    company_currency_id = fields.Many2one("res.currency", compute="_compute_company_currency_id")
    company_ids = fields.Many2many(
        "res.company", string="Companies", required=True, default=lambda self: self.env.company)
    deprecated = fields.Boolean(default=False, tracking=True)
    account_type = fields.Selection(
        ACCOUNT_TYPES, "Type", required=True, tracking=True, index=True,
        compute="_compute_account_type", store=True, readonly=False, precompute=True)
    include_initial_balance = fields.Boolean(
        "Bring Accounts Balance Forward", compute="_compute_include_initial_balance", store=True, precompute=True,
        help="Balance sheet accounts carry their balance into the next year; income and expense start from zero.")
    internal_group = fields.Selection(
        [("equity", "Equity"), ("asset", "Asset"), ("liability", "Liability"), ("income", "Income"),
         ("expense", "Expense"), ("off", "Off Balance")],
        "Internal Group", compute="_compute_internal_group", store=True, precompute=True)
    reconcile = fields.Boolean(
        "Allow Reconciliation", compute="_compute_reconcile", store=True, readonly=False, precompute=True, tracking=True,
        help="Debits and credits of this account are matched with each other (invoices with payments).")
    tax_ids = fields.Many2many(
        "account.tax", "account_account_tax_default_rel", "account_id", "tax_id", string="Default Taxes")
    note = fields.Text("Internal Notes")
    tag_ids = fields.Many2many("account.account.tag", "account_account_account_tag", string="Tags")
    group_id = fields.Many2one("account.group", compute="_compute_account_group")
    non_trade = fields.Boolean(default=False)
    current_balance = fields.Float(compute="_compute_current_balance")
    used = fields.Boolean(compute="_compute_used", search="_search_used")

    @api.depends_context("company")
    def _compute_company_currency_id(self):
        self.company_currency_id = self.env.company.currency_id

    @api.depends("code")
    def _compute_account_type(self):
        """A new account is of the type of the account with the nearest code."""
        for account in self.filtered(lambda account: account.code and not account.account_type):
            nearest = self.search([("code", "<=", account.code), ("id", "!=", account._origin.id)],
                                  order="code desc", limit=1)
            account.account_type = nearest.account_type or "asset_current"

    @api.depends("account_type")
    def _compute_include_initial_balance(self):
        for account in self:
            group = (account.account_type or "").split("_")[0]
            account.include_initial_balance = (
                group not in ("income", "expense") and account.account_type != "equity_unaffected")

    @api.depends("account_type")
    def _compute_internal_group(self):
        for account in self:
            account.internal_group = account.account_type and account.account_type.split("_", 1)[0]

    @api.depends("account_type")
    def _compute_reconcile(self):
        for account in self:
            if account.account_type in ("asset_receivable", "liability_payable"):
                account.reconcile = True
            elif account.internal_group in ("income", "expense", "equity") or account.account_type == "asset_cash":
                account.reconcile = False

    @api.depends("code")
    def _compute_account_group(self):
        groups = self.env["account.group"].search([("company_id", "=", self.env.company.root_id.id)])
        for account in self:
            code = account.code or ""
            matching = [group for group in groups if group.code_prefix_start
                        and group.code_prefix_start <= code[:len(group.code_prefix_start)]
                        and code[:len(group.code_prefix_end)] <= group.code_prefix_end]
            account.group_id = max(matching, key=lambda group: len(group.code_prefix_start)) if matching else False

    def _compute_current_balance(self):
        groups = self.env["account.move.line"]._read_group(
            [("account_id", "in", self.ids), ("parent_state", "=", "posted"),
             ("company_id", "in", self.env.companies.ids)], ["account_id"], ["balance:sum"])
        balance_of = {account.id: balance for account, balance in groups}
        for account in self:
            account.current_balance = balance_of.get(account.id, 0.0)

    def _compute_used(self):
        used = self.env["account.move.line"].sudo()._read_group([("account_id", "in", self.ids)], ["account_id"])
        used_ids = {account.id for (account,) in used}
        for account in self:
            account.used = account.id in used_ids

    def _search_used(self, operator, value):
        if operator not in ("=", "!=") or not isinstance(value, bool):
            raise UserError(_("Search for used accounts with “is” or “is not”."))
        groups = self.env["account.move.line"].sudo()._read_group([("account_id", "!=", False)], ["account_id"])
        return [("id", "in" if (operator == "=") == value else "not in", [account.id for (account,) in groups])]

    @api.depends("code", "name")
    def _compute_display_name(self):
        for account in self:
            account.display_name = f"{account.code} {account.name}" if account.code else account.name

    # --- checks -----------------------------------------------------------------------------------------------------

    @api.constrains("code", "company_ids")
    def _check_code_unique_per_company(self):
        codes = self.mapped("code")
        same_code = self.sudo().search([("code", "in", codes)]).grouped("code")
        for account in self.sudo():
            for other in same_code.get(account.code, self.browse()) - account:
                shared = account.company_ids & other.company_ids
                if shared:
                    raise ValidationError(_(
                        "The account code %(code)s is already used in %(company)s by %(account)s. Choose another code.",
                        code=account.code, company=shared[0].name, account=other.name))

    @api.constrains("account_type", "reconcile")
    def _check_reconcile(self):
        for account in self:
            if account.account_type in ("asset_receivable", "liability_payable") and not account.reconcile:
                raise ValidationError(_(
                    "The account %s is receivable or payable and must allow reconciliation.", account.display_name))

    def write(self, vals):
        if "reconcile" in vals and not vals["reconcile"]:
            self._check_no_open_matching()
        return super().write(vals)

    def _check_no_open_matching(self):
        matched = self.env["account.move.line"].sudo().search([
            ("account_id", "in", self.ids), ("matching_number", "!=", False)], limit=1)
        if matched:
            raise UserError(_(
                "%s has reconciled items and must keep allowing reconciliation. Undo the reconciliations first.",
                matched.account_id.display_name))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_contains_journal_items(self):
        used = self.filtered("used")
        if used:
            raise UserError(_(
                "These accounts have journal items and cannot be deleted: %s. Mark them as deprecated instead.",
                ", ".join(used.mapped("display_name"))))

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        for account, vals in zip(self, vals_list, strict=True):
            if "code" not in (default or {}):
                vals["code"] = self._search_new_account_code(account.code)
            if "name" not in (default or {}):
                vals["name"] = _("%s (copy)", account.name)
        return vals_list

    @api.model
    def _search_new_account_code(self, start_code, cache=None):
        """The first free code from ``start_code`` on, counting up its trailing digits."""
        taken = set(cache or ()) | set(self.sudo().search([("company_ids", "in", self.env.company.ids)]).mapped("code"))
        if start_code not in taken:
            return start_code
        head = start_code.rstrip("0123456789")
        tail = start_code[len(head):]
        for number in range(int(tail or 0) + 1, 10 ** max(len(tail), 1)):
            code = f"{head}{number:0{len(tail) or 1}d}"
            if code not in taken:
                return code
        for number in range(1, 1000):
            if f"{start_code}.{number}" not in taken:
                return f"{start_code}.{number}"
        raise UserError(_("No free account code was found after %s. Choose a code yourself.", start_code))

    # --- the ledger ---------------------------------------------------------------------------------------------------

    @api.model
    def _trial_balance(self, date_from, date_to, company=None):
        """Opening, movement and closing of every account with postings, in company currency, ordered by code.

        :return: list of dicts ``account_id, code, name, opening_debit, opening_credit, debit, credit, closing_debit,
            closing_credit``. In each of the three pairs the sum of debits equals the sum of credits, because every
            posted entry is balanced. Balances before ``date_from`` are opening balances, whatever the fiscal year.
        """
        company = company or self.env.company
        self.env["account.move.line"].check_access("read")
        self.env.cr.execute("""
            SELECT line.account_id,
                   COALESCE(SUM(line.balance) FILTER (WHERE line.date < %(date_from)s), 0),
                   COALESCE(SUM(line.debit) FILTER (WHERE line.date >= %(date_from)s), 0),
                   COALESCE(SUM(line.credit) FILTER (WHERE line.date >= %(date_from)s), 0)
              FROM account_move_line line
             WHERE line.company_id = %(company_id)s AND line.parent_state = 'posted' AND line.date <= %(date_to)s
               AND line.account_id IS NOT NULL
             GROUP BY line.account_id""",
            {"date_from": date_from, "date_to": date_to, "company_id": company.id})
        sums = {row[0]: tuple(float(value) for value in row[1:]) for row in self.env.cr.fetchall()}
        currency = company.currency_id
        return [
            account._trial_balance_row(currency, *sums[account.id])
            for account in self.browse(sums).sorted(lambda account: (account.code, account.id))]

    def _trial_balance_row(self, currency, opening, debit, credit):
        closing = currency.round(opening + debit - credit)
        return {
            "account_id": self.id, "code": self.code, "name": self.name,
            "opening_debit": max(opening, 0.0), "opening_credit": max(-opening, 0.0),
            "debit": debit, "credit": credit,
            "closing_debit": max(closing, 0.0), "closing_credit": max(-closing, 0.0),
        }

    def _get_used_account_ids(self):
        return self.filtered("used").ids

    def action_open_related_taxes(self):
        self.ensure_one()
        taxes = self.env["account.tax"].search([("repartition_line_ids.account_id", "=", self.id)])
        return {
            "type": "ir.actions.act_window", "name": _("Taxes"), "res_model": "account.tax",
            "view_mode": "list,form", "domain": [("id", "in", taxes.ids)],
        }

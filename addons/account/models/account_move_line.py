from core import _, api, fields, models, workflow
from core.exceptions import UserError, ValidationError

# Changing one of these on a draft document's line changes its taxes, totals or due amounts.
LINE_SYNC_FIELDS = frozenset((
    "price_unit", "quantity", "discount", "tax_ids", "account_id", "display_type", "currency_id", "product_id",
    "balance", "debit", "credit", "amount_currency", "partner_id"))
LINE_PROTECTED_FIELDS = frozenset((
    "balance", "debit", "credit", "amount_currency", "account_id", "currency_id", "partner_id", "journal_id", "move_id",
    "tax_ids", "tax_line_id", "quantity", "price_unit", "discount", "display_type", "date"))


class AccountMoveLine(models.Model):
    _name = "account.move.line"
    _description = "Journal Item"
    _order = "date desc, move_name desc, id"
    _check_company_auto = True
    _rec_names_search = ["name", "move_id", "product_id"]

    # --- the entry --------------------------------------------------------------------------------------------------
    move_id = fields.Many2one(
        "account.move", "Journal Entry", required=True, readonly=True, index=True, auto_join=True, ondelete="cascade",
        check_company=True)
    journal_id = fields.Many2one(related="move_id.journal_id", store=True, precompute=True, index=True, copy=False)
    company_id = fields.Many2one(related="move_id.company_id", store=True, precompute=True, readonly=True, index=True)
    company_currency_id = fields.Many2one("res.currency", related="move_id.company_currency_id")
    move_name = fields.Char("Number", related="move_id.name", store=True, index="btree")
    parent_state = fields.Selection(related="move_id.state", store=True)
    date = fields.Date(related="move_id.date", store=True, copy=False, index=True)
    invoice_date = fields.Date(related="move_id.invoice_date", copy=False)
    ref = fields.Char("Reference", related="move_id.ref", readonly=False)
    move_type = fields.Selection(related="move_id.move_type")
    sequence = fields.Integer(default=100)

    # --- amounts ----------------------------------------------------------------------------------------------------
    account_id = fields.Many2one(
        "account.account", "Account", index=True, ondelete="restrict", tracking=True, auto_join=True,
        domain="[('deprecated', '=', False)]",
        compute="_compute_account_id", store=True, readonly=False, precompute=True)
    name = fields.Char(
        "Label", compute="_compute_name", store=True, readonly=False, precompute=True, tracking=True)
    debit = fields.Monetary(
        "Debit", compute="_compute_debit_credit", inverse="_inverse_debit", store=True, readonly=False, precompute=True,
        currency_field="company_currency_id")
    credit = fields.Monetary(
        "Credit", compute="_compute_debit_credit", inverse="_inverse_credit", store=True, readonly=False,
        precompute=True, currency_field="company_currency_id")
    balance = fields.Monetary("Balance", currency_field="company_currency_id", default=0.0, tracking=True)
    amount_currency = fields.Monetary(
        "Amount in Currency", compute="_compute_amount_currency", store=True, readonly=False, precompute=True)
    currency_id = fields.Many2one(
        "res.currency", "Currency", required=True,
        compute="_compute_currency_id", store=True, readonly=False, precompute=True)
    currency_rate = fields.Float(compute="_compute_currency_rate", digits=0)
    is_same_currency = fields.Boolean(compute="_compute_same_currency")
    partner_id = fields.Many2one(
        "res.partner", "Partner", ondelete="restrict", index=True,
        compute="_compute_partner_id", store=True, readonly=False, precompute=True)
    payment_id = fields.Many2one("account.payment", "Originator Payment", related="move_id.origin_payment_id")

    # --- taxes ------------------------------------------------------------------------------------------------------
    tax_ids = fields.Many2many(
        "account.tax", string="Taxes", check_company=True, tracking=True,
        context={"active_test": False}, compute="_compute_tax_ids", store=True, readonly=False, precompute=True)
    tax_repartition_line_id = fields.Many2one(
        "account.tax.repartition.line", "Originator Tax Distribution Line", ondelete="restrict", readonly=True,
        check_company=True)
    tax_line_id = fields.Many2one(
        "account.tax", "Originator tax", related="tax_repartition_line_id.tax_id", store=True, precompute=True,
        ondelete="restrict")
    tax_group_id = fields.Many2one(related="tax_line_id.tax_group_id", string="Originator tax group")
    group_tax_id = fields.Many2one("account.tax", "Originator Group of Taxes", index="btree_not_null")
    tax_base_amount = fields.Monetary("Base Amount", readonly=True, currency_field="company_currency_id")
    tax_tag_ids = fields.Many2many("account.account.tag", string="Tags", ondelete="restrict")

    # --- reconciliation -----------------------------------------------------------------------------------------------
    amount_residual = fields.Monetary(
        "Residual Amount", compute="_compute_amount_residual", store=True, currency_field="company_currency_id",
        help="What is still open, in the company's currency.")
    amount_residual_currency = fields.Monetary(
        "Residual Amount in Currency", compute="_compute_amount_residual", store=True)
    reconciled = fields.Boolean(compute="_compute_amount_residual", store=True)
    full_reconcile_id = fields.Many2one(
        "account.full.reconcile", "Matching", copy=False, index="btree_not_null", readonly=True)
    matched_debit_ids = fields.One2many(
        "account.partial.reconcile", "credit_move_id", "Matched Debits", readonly=True)
    matched_credit_ids = fields.One2many(
        "account.partial.reconcile", "debit_move_id", "Matched Credits", readonly=True)
    matching_number = fields.Char("Matching #", copy=False, index="btree_not_null", readonly=True)
    is_account_reconcile = fields.Boolean(related="account_id.reconcile")
    account_type = fields.Selection(related="account_id.account_type", string="Internal Type")
    account_internal_group = fields.Selection(related="account_id.internal_group")

    # --- document line ------------------------------------------------------------------------------------------------
    display_type = fields.Selection(
        [("product", "Product"), ("cogs", "Cost of Goods Sold"), ("tax", "Tax"), ("discount", "Discount"),
         ("rounding", "Rounding"), ("payment_term", "Payment Term"), ("line_section", "Section"),
         ("line_note", "Note"), ("epd", "Early Payment Discount")], required=True, default="product", readonly=False)
    product_id = fields.Many2one(
        "product.product", "Product", ondelete="restrict", check_company=True, index="btree_not_null")
    product_uom_id = fields.Many2one(
        "uom.uom", "Unit of Measure", domain="[('category_id', '=', product_uom_category_id)]", ondelete="restrict",
        compute="_compute_product_uom_id", store=True, readonly=False, precompute=True)
    product_uom_category_id = fields.Many2one("uom.category", related="product_id.uom_id.category_id")
    quantity = fields.Float("Quantity", default=1.0, digits="Product Unit of Measure")
    date_maturity = fields.Date("Due Date", index=True, tracking=True)
    price_unit = fields.Float(
        "Unit Price", digits="Product Price",
        compute="_compute_price_unit", store=True, readonly=False, precompute=True)
    price_subtotal = fields.Monetary("Subtotal", compute="_compute_totals", store=True)
    price_total = fields.Monetary("Total", compute="_compute_totals", store=True)
    discount = fields.Float("Discount (%)", digits="Discount", default=0.0)
    is_downpayment = fields.Boolean("Down Payment Line")
    is_refund = fields.Boolean(compute="_compute_is_refund")
    discount_date = fields.Date("Discount Date", store=True)
    discount_amount_currency = fields.Monetary("Discount amount in Currency")
    discount_balance = fields.Monetary("Discount Balance", currency_field="company_currency_id")

    _sql_constraints = [
        ("check_credit_debit", "CHECK (display_type IN ('line_section', 'line_note') OR credit * debit = 0)",
         "A journal item is either a debit or a credit."),
        ("check_accountable_required_fields",
         "CHECK (display_type IN ('line_section', 'line_note') OR account_id IS NOT NULL)",
         "Missing required account on accountable line."),
        ("check_non_accountable_fields_null",
         "CHECK (display_type NOT IN ('line_section', 'line_note') OR "
         "(amount_currency = 0 AND debit = 0 AND credit = 0 AND account_id IS NULL))",
         "Sections and notes carry no account and no amount."),
    ]

    def init(self):
        """Every committed entry balances: a deferred check in the database, so that raw SQL cannot break it either.

        The check runs per row at commit, but sums an entry only once: the last entry checked in this statement is
        remembered.
        """
        self.env.cr.execute("""
            CREATE OR REPLACE FUNCTION account_move_check_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                checked_move integer := CASE WHEN TG_OP = 'DELETE' THEN OLD.move_id ELSE NEW.move_id END;
                memo text := statement_timestamp()::text || '/' || checked_move::text;
                difference numeric;
            BEGIN
                IF current_setting('sen.balanced_move', true) = memo THEN
                    RETURN NULL;
                END IF;
                SELECT SUM(balance) INTO difference FROM account_move_line WHERE move_id = checked_move;
                IF abs(difference) >= 0.00001 THEN
                    RAISE EXCEPTION 'The journal entry % is not balanced: debit and credit differ by %.',
                        checked_move, difference USING ERRCODE = 'check_violation';
                END IF;
                PERFORM set_config('sen.balanced_move', memo, true);
                RETURN NULL;
            END $$;
            DROP TRIGGER IF EXISTS account_move_line_balanced ON account_move_line;
            CREATE CONSTRAINT TRIGGER account_move_line_balanced
            AFTER INSERT OR DELETE OR UPDATE OF balance, move_id ON account_move_line
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION account_move_check_balanced();
            CREATE INDEX IF NOT EXISTS account_move_line_open_items
            ON account_move_line (account_id, partner_id) WHERE reconciled IS NOT TRUE AND parent_state = 'posted'""")

    # --- computed: what a line proposes ---------------------------------------------------------------------------------

    @api.depends("move_id.currency_id", "move_id.company_id")
    def _compute_currency_id(self):
        for line in self:
            move = line.move_id
            if move.is_invoice(include_receipts=True):
                line.currency_id = move.currency_id
            else:
                line.currency_id = line.currency_id or move.journal_id.currency_id or move.company_id.currency_id

    @api.depends("move_id.partner_id")
    def _compute_partner_id(self):
        for line in self:
            if line.move_id.is_invoice(include_receipts=True) or not line.partner_id:
                line.partner_id = line.move_id.commercial_partner_id

    @api.depends("product_id")
    def _compute_name(self):
        for line in self:
            if line.product_id and line.display_type == "product":
                line.name = line._product_description()
            else:
                line.name = line.name or False

    def _product_description(self):
        product = self.product_id.with_context(lang=self.partner_id.lang or self.env.lang)
        description = (
            product.description_sale if self.move_id.is_sale_document(include_receipts=True)
            else product.description_purchase)
        return f"{product.display_name}\n{description}" if description else product.display_name

    @api.depends("display_type", "product_id")
    def _compute_account_id(self):
        for line in self:
            if line.display_type in ("line_section", "line_note"):
                line.account_id = False
            elif line.display_type == "product" and line.move_id.is_invoice(include_receipts=True):
                if line.product_id or not line.account_id:
                    line.account_id = line._proposed_account() or line.account_id
            elif not line.account_id:
                line.account_id = line.move_id.journal_id.default_account_id

    def _proposed_account(self):
        """The income or expense account of the product, else the journal's."""
        move = self.move_id
        account = self.env["account.account"]
        if self.product_id:
            accounts = self.product_id.product_tmpl_id.with_company(move.company_id).get_product_accounts(
                fiscal_pos=move.fiscal_position_id)
            account = accounts["income" if move.is_sale_document(include_receipts=True) else "expense"]
        return account or move.journal_id.default_account_id

    @api.depends("product_id")
    def _compute_product_uom_id(self):
        for line in self:
            if line.product_id and (
                    not line.product_uom_id or line.product_uom_id.category_id != line.product_id.uom_id.category_id):
                purchase = line.move_id.is_purchase_document()
                line.product_uom_id = line.product_id.uom_po_id if purchase else line.product_id.uom_id

    @api.depends("product_id", "product_uom_id")
    def _compute_price_unit(self):
        self._prefetch_product_taxes()
        for line in self:
            if not line.product_id or line.display_type != "product" or not line.move_id.is_invoice(True):
                line.price_unit = line.price_unit or 0.0
                continue
            line.price_unit = line._computed_price_unit()

    def _computed_price_unit(self):
        """The product's price on this document."""
        move = self.move_id
        return self.product_id._get_tax_included_unit_price(
            move.company_id, move.currency_id, move.date,
            "sale" if move.is_sale_document(include_receipts=True) else "purchase",
            fiscal_position=move.fiscal_position_id, product_uom=self.product_uom_id)

    @api.depends("product_id", "product_uom_id")
    def _compute_tax_ids(self):
        self._prefetch_product_taxes()
        for line in self:
            if line.display_type != "product" or not line.move_id.is_invoice(include_receipts=True):
                continue
            if line.product_id or line.account_id.tax_ids or not line.tax_ids:
                line.tax_ids = line._get_computed_taxes()

    def _prefetch_product_taxes(self):
        """One statement for the taxes of all products, instead of one per line."""
        templates = self.product_id.product_tmpl_id
        if templates:
            kinds = {move.is_sale_document(include_receipts=True) for move in self.move_id if move.is_invoice(True)}
            templates.fetch(["taxes_id" if is_sale else "supplier_taxes_id" for is_sale in kinds])

    def _get_computed_taxes(self):
        """Taxes of the product, else of the account, else the company's default, mapped by the fiscal position."""
        return self.move_id.fiscal_position_id.map_tax(self._get_computed_taxes_before_position())

    def _get_computed_taxes_before_position(self):
        self.ensure_one()
        move, company = self.move_id, self.move_id.company_id or self.env.company
        is_sale = move.is_sale_document(include_receipts=True)
        template = self.product_id.product_tmpl_id
        taxes = template.taxes_id if is_sale else template.supplier_taxes_id
        taxes = taxes._filter_taxes_by_company(company)
        if not self.product_id:
            use = "sale" if is_sale else "purchase"
            taxes = self.account_id.tax_ids.filtered(lambda tax: tax.type_tax_use == use)
            if not taxes:
                taxes = company.account_sale_tax_id if is_sale else company.account_purchase_tax_id
        return taxes

    # --- computed: amounts ------------------------------------------------------------------------------------------------

    @api.depends("balance")
    def _compute_debit_credit(self):
        for line in self:
            line.debit = line.balance if line.balance > 0.0 else 0.0
            line.credit = -line.balance if line.balance < 0.0 else 0.0

    @api.onchange("debit")
    def _inverse_debit(self):
        for line in self:
            if line.debit:
                line.credit = 0.0
            line.balance = line.debit - line.credit

    @api.onchange("credit")
    def _inverse_credit(self):
        for line in self:
            if line.credit:
                line.debit = 0.0
            line.balance = line.debit - line.credit

    @api.onchange("amount_currency", "currency_id")
    def _onchange_amount_currency(self):
        if self.currency_id and self.currency_id != self.company_currency_id and self.amount_currency:
            self.balance = self.currency_id._convert(
                self.amount_currency, self.company_currency_id, self.company_id or self.env.company,
                self.move_id.date or fields.Date.context_today(self))

    @api.depends("currency_id", "balance")
    def _compute_amount_currency(self):
        for line in self:
            if line.currency_id == line.company_currency_id or not line.currency_id:
                line.amount_currency = line.balance
            elif not line.amount_currency:
                line.amount_currency = line.currency_id.round(line.balance * line.currency_rate)

    @api.depends("currency_id", "company_id", "move_id.date")
    def _compute_currency_rate(self):
        for line in self:
            if not line.currency_id or line.currency_id == line.company_currency_id:
                line.currency_rate = 1.0
            elif line.move_id.is_invoice(include_receipts=True):
                line.currency_rate = line.move_id.invoice_currency_rate
            else:
                line.currency_rate = self.env["res.currency"]._get_conversion_rate(
                    line.company_currency_id, line.currency_id, line.company_id or self.env.company,
                    line.move_id.date or fields.Date.context_today(line))

    @api.depends("currency_id", "company_currency_id")
    def _compute_same_currency(self):
        for line in self:
            line.is_same_currency = line.currency_id == line.company_currency_id

    @api.depends("move_id.move_type")
    def _compute_is_refund(self):
        for line in self:
            line.is_refund = line.move_id.is_refund()

    @api.depends("quantity", "discount", "price_unit", "tax_ids", "currency_id", "display_type")
    def _compute_totals(self):
        """Subtotal and total of document lines, computed per document so that they add up to its totals."""
        taxes = self.env["account.tax"]
        for move, lines in self.grouped("move_id").items():
            priced = lines.filtered(lambda line: line.display_type == "product")
            for line in lines - priced:
                line.price_subtotal = line.price_total = 0.0
            if not priced:
                continue
            company = move.company_id or self.env.company
            amounts = taxes._compute_document_amounts(
                [move._prepare_product_base_line_for_taxes_computation(line) for line in priced], move.currency_id or company.currency_id, company)
            for line, line_amounts in zip(priced, amounts, strict=True):
                line.price_subtotal = float(line_amounts.untaxed)
                line.price_total = float(line_amounts.total)

    @api.depends(
        "balance", "amount_currency", "account_id", "currency_id",
        "matched_debit_ids.amount", "matched_debit_ids.credit_amount_currency",
        "matched_credit_ids.amount", "matched_credit_ids.debit_amount_currency")
    def _compute_amount_residual(self):
        """What is open: the amount less what has been matched. Accounts that are not reconciled have nothing open."""
        for line in self:
            account = line.account_id
            if not account or not (
                    account.reconcile or account.account_type in ("asset_cash", "liability_credit_card")):
                line.amount_residual = line.amount_residual_currency = 0.0
                line.reconciled = False
                continue
            matched, matched_currency = line._matched_amounts()
            line.amount_residual = line.company_currency_id.round(line.balance - matched)
            line.amount_residual_currency = line.currency_id.round(line.amount_currency - matched_currency)
            line.reconciled = bool(
                line.balance or line.amount_currency or line.matched_debit_ids or line.matched_credit_ids
            ) and not line.amount_residual and not line.amount_residual_currency and line.display_type not in (
                "line_section", "line_note")

    def _matched_amounts(self):
        """(company currency, own currency) matched so far, with the sign of the line."""
        debits, credits = self.matched_debit_ids, self.matched_credit_ids
        return (sum(credits.mapped("amount")) - sum(debits.mapped("amount")),
                sum(credits.mapped("debit_amount_currency")) - sum(debits.mapped("credit_amount_currency")))

    @api.depends("name", "move_id.name", "ref")
    def _compute_display_name(self):
        for line in self:
            parts = [part for part in (line.move_name, line.name) if part and part != "/"]
            line.display_name = " ".join(parts) or _("Draft item")

    # --- create, write, unlink ------------------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create([self._normalise_amounts(dict(vals)) for vals in vals_list])
        if not self.env.context.get("_skip_invoice_sync"):
            lines._refuse_posted(_("add lines to"))
            lines.move_id._after_lines_changed()
        return lines

    @api.model
    def _normalise_amounts(self, vals):
        """Debit and credit are two ways to write the balance."""
        if vals.get("display_type") in ("line_section", "line_note"):
            vals.update({"account_id": False, "debit": 0.0, "credit": 0.0, "quantity": 0.0, "price_unit": 0.0,
                         "tax_ids": []})
        debit, credit = vals.pop("debit", None), vals.pop("credit", None)
        if "balance" not in vals and (debit is not None or credit is not None):
            vals["balance"] = (debit or 0.0) - (credit or 0.0)
        return vals

    def write(self, vals):
        if not vals:
            return True
        if self.env.context.get("_skip_invoice_sync"):
            return super().write(self._write_amounts(dict(vals)))
        if not LINE_PROTECTED_FIELDS.isdisjoint(vals):
            changed = self.filtered(lambda line: any(
                line._changes(name, vals[name]) for name in LINE_PROTECTED_FIELDS & vals.keys()))
            changed._refuse_posted(_("change the amounts or accounts of"))
        result = super(AccountMoveLine, self.with_context(_skip_invoice_sync=True)).write(
            self._write_amounts(dict(vals)))
        if not LINE_SYNC_FIELDS.isdisjoint(vals):
            self.move_id._after_lines_changed()
        return result

    @api.model
    def _write_amounts(self, vals):
        if ("debit" in vals or "credit" in vals) and "balance" not in vals:
            return self._normalise_amounts(vals)
        return vals

    def _changes(self, name, value):
        field = self._fields[name]
        if field.type in ("one2many", "many2many"):
            return True
        return field.convert_to_cache(value, self) != field.convert_to_cache(self[name], self)

    def _refuse_posted(self, action):
        posted = self.filtered(lambda line: line.parent_state == "posted")
        if posted:
            raise UserError(_(
                "You cannot %(action)s %(entry)s: it is posted. Reset it to draft first, or record a credit note.",
                action=action, entry=posted[0].move_id.display_name))

    def unlink(self):
        if not self:
            return True
        if self.env.context.get("_skip_invoice_sync"):
            return super().unlink()
        self._refuse_posted(_("delete lines of"))
        moves = self.move_id
        result = super().unlink()
        moves._after_lines_changed()
        return result

    def _raw_value(self, name):
        value = self[name]
        return value.id if isinstance(value, models.Model) else value

    def _dynamic_key(self, index):
        if self.display_type == "tax":
            return (self.tax_repartition_line_id.id, self.account_id.id)
        return (index,)

    def _reversed_values(self):
        return {
            "name": self.name, "account_id": self.account_id.id, "partner_id": self.partner_id.id,
            "currency_id": self.currency_id.id, "balance": -self.balance, "amount_currency": -self.amount_currency,
            "tax_ids": [(6, 0, self.tax_ids.ids)], "tax_repartition_line_id": self.tax_repartition_line_id.id,
            "tax_base_amount": self.tax_base_amount, "display_type": self.display_type,
            "date_maturity": self.date_maturity, "product_id": self.product_id.id, "quantity": self.quantity,
            "product_uom_id": self.product_uom_id.id, "analytic_distribution": self.analytic_distribution,
        }

    @api.constrains("account_id", "display_type")
    def _check_off_balance(self):
        for line in self:
            if line.account_id.account_type == "off_balance" and (line.tax_ids or line.tax_line_id):
                raise ValidationError(_("%s is an off-balance account and takes no taxes.", line.account_id.display_name))

    # --- reconciliation -------------------------------------------------------------------------------------------------------

    @workflow.operation
    def reconcile(self):
        """Match the open debits with the open credits of these items; they are on one account, of posted entries.

        :return: dict with ``partials`` and, when everything is settled, ``full_reconcile``
        """
        return self._reconcile_plan([self])

    @api.model
    def _reconcile_plan(self, reconciliation_plan):
        partials = self.env["account.partial.reconcile"]
        results = {"partials": partials, "full_reconcile": self.env["account.full.reconcile"]}
        for lines in reconciliation_plan:
            lines._check_reconcilable()
            new_partials, full = partials._reconcile_lines(lines)
            results["partials"] |= new_partials
            results["full_reconcile"] |= full
        return results

    def _check_reconcilable(self):
        if not self:
            return
        for line in self:
            if line.parent_state != "posted":
                raise UserError(_(
                    "%s is not posted; only posted entries can be reconciled. Post it first.", line.move_id.display_name))
        accounts = self.account_id
        if len(accounts) > 1:
            raise UserError(_(
                "Items of different accounts cannot be reconciled with each other: %s.",
                ", ".join(accounts.mapped("display_name"))))
        if not accounts.reconcile and accounts.account_type not in ("asset_cash", "liability_credit_card"):
            raise UserError(_(
                "The account %s does not allow reconciliation. Allow it on the account first.", accounts.display_name))
        if len(self.company_id.root_id) > 1:
            raise UserError(_(
                "Items of different companies cannot be reconciled: %s.", ", ".join(self.company_id.mapped("name"))))

    def remove_move_reconcile(self):
        """Undo the reconciliations of these items."""
        (self.matched_debit_ids | self.matched_credit_ids).unlink()

    def _all_reconciled_lines(self):
        """These items and everything connected to them by reconciliations."""
        lines, frontier = self, self
        while frontier:
            linked = (frontier.matched_debit_ids.debit_move_id | frontier.matched_credit_ids.credit_move_id) - lines
            lines |= linked
            frontier = linked
        return lines

    def action_register_payment(self, ctx=None):
        return {
            "name": _("Pay"), "res_model": "account.payment.register", "view_mode": "form", "views": [[False, "form"]],
            "context": {"active_model": "account.move.line", "active_ids": self.ids, **(ctx or {})},
            "target": "new", "type": "ir.actions.act_window"}

    def open_move(self):
        self.ensure_one()
        return {"type": "ir.actions.act_window", "res_model": "account.move", "res_id": self.move_id.id,
                "views": [[False, "form"]], "view_mode": "form"}

    def open_reconcile_view(self):
        lines = self._all_reconciled_lines()
        return {"name": _("Reconciled Items"), "type": "ir.actions.act_window", "res_model": "account.move.line",
                "view_mode": "list,form", "domain": [("id", "in", lines.ids)]}

    # --- hooks used by other apps ---------------------------------------------------------------------------------------------

    def _copy_data_extend_business_fields(self, values):
        """Addons add the links (e.g. to order lines) that a credit note keeps."""

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        for line, vals in zip(self, vals_list, strict=True):
            if line.display_type == "line_section" or line.display_type == "line_note":
                vals["name"] = line.name
            if self.env.context.get("include_business_fields"):
                line._copy_data_extend_business_fields(vals)
        return vals_list

from core import Command, _, fields, models
from core.exceptions import UserError

from ..tax_engine import decimal_of


class AccountMove(models.Model):
    """Tax and payment term lines: derived from the product lines, once per batch."""

    _inherit = "account.move"

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
        lines = self.env["account.move.line"].with_context(_skip_invoice_sync=True, dynamic_unlink=True)
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

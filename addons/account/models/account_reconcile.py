from core import Command, _, api, fields, models
from core.exceptions import UserError

from .. import matching
from ..matching import OpenItem
from ..tax_engine import decimal_of


class AccountPartialReconcile(models.Model):
    """A part of a debit settled with a part of a credit. All amounts are positive."""

    _name = "account.partial.reconcile"
    _description = "Partial Reconcile"

    debit_move_id = fields.Many2one("account.move.line", index=True, required=True, ondelete="restrict")
    credit_move_id = fields.Many2one("account.move.line", index=True, required=True, ondelete="restrict")
    full_reconcile_id = fields.Many2one("account.full.reconcile", "Full Reconcile", copy=False, index="btree_not_null")
    exchange_move_id = fields.Many2one("account.move", index="btree_not_null", copy=False)
    company_id = fields.Many2one("res.company", "Company", readonly=True, related="debit_move_id.company_id", store=True,
                                 precompute=True)
    company_currency_id = fields.Many2one("res.currency", related="company_id.currency_id")
    debit_currency_id = fields.Many2one("res.currency", related="debit_move_id.currency_id", store=True, precompute=True)
    credit_currency_id = fields.Many2one("res.currency", related="credit_move_id.currency_id", store=True, precompute=True)
    amount = fields.Monetary(currency_field="company_currency_id")
    debit_amount_currency = fields.Monetary(currency_field="debit_currency_id")
    credit_amount_currency = fields.Monetary(currency_field="credit_currency_id")
    max_date = fields.Date("Max Date of Matched Lines", compute="_compute_max_date", store=True, precompute=True,
                           index=True)

    @api.depends("debit_move_id", "credit_move_id")
    def _compute_max_date(self):
        for partial in self:
            partial.max_date = max(partial.debit_move_id.date, partial.credit_move_id.date)

    # --- matching -----------------------------------------------------------------------------------------------------

    @api.model
    def _reconcile_lines(self, lines):
        """Settle these open items with each other, oldest first: (new partials, full reconciliation or nothing)."""
        ordered = lines.filtered(lambda line: not line.reconciled).sorted(
            lambda line: (line.date_maturity or line.date, line.id))
        items = [line._open_item() for line in ordered]
        # Read before anything waits to be written; what is created then joins these in memory.
        ordered.mapped("matched_debit_ids")
        ordered.mapped("matched_credit_ids")
        partials = self._create_matches(items, lines.company_id[:1].currency_id.decimal_places)
        touched = partials.debit_move_id | partials.credit_move_id
        if not touched:
            return partials, self.env["account.full.reconcile"]
        numbers = {number for number in touched.mapped("matching_number") if number}
        exchange, exchange_partials = self._book_exchange_differences(
            [difference for difference in matching.exchange_differences(items) if difference[0] in touched._ids])
        partials[-1:].exchange_move_id = exchange
        partials |= exchange_partials
        connected = touched | exchange_partials.debit_move_id | exchange_partials.credit_move_id
        if numbers:
            connected |= connected.search([("matching_number", "in", list(numbers))])
        connected.move_id.mapped("payment_state")  # now, so that each entry goes out once
        if all(line.reconciled for line in connected):
            return partials, self._close(connected, partials, exchange, bool(numbers))
        connected._set_matching(min(numbers, default=f"P{partials._ids[0]}"))
        return partials, self.env["account.full.reconcile"]

    @api.model
    def _create_matches(self, items, digits):
        debits = [item for item in items if item.residual_currency > 0 or item.residual > 0]
        credits = [item for item in items if item.residual_currency < 0 or item.residual < 0]
        return self.create([
            {"debit_move_id": found.debit, "credit_move_id": found.credit, "amount": float(found.amount),
             "debit_amount_currency": float(found.debit_amount_currency),
             "credit_amount_currency": float(found.credit_amount_currency)}
            for found in matching.match(debits, credits, digits)])

    @api.model
    def _close(self, connected, partials, exchange, matched_before):
        """A full reconciliation: nothing connected is open any more. Items matched earlier bring their own partials."""
        if matched_before:
            partials = self.search([
                "|", ("debit_move_id", "in", connected.ids), ("credit_move_id", "in", connected.ids)])
        full = self.env["account.full.reconcile"].create({"exchange_move_id": exchange.id})
        partials.write({"full_reconcile_id": full.id})
        connected._set_matching(str(full.id), full)
        return full

    @api.model
    def _book_exchange_differences(self, differences):
        """One entry that takes what remains in company currency of items settled in their own: (entry, its partials)."""
        if not differences:
            return self.env["account.move"], self
        lines = self.env["account.move.line"].browse([key for key, _amount in differences])
        amounts = [float(amount) for _key, amount in differences]
        move = self.env["account.move"].create({
            "move_type": "entry", "journal_id": self._exchange_settings(lines.company_id[:1])[0].id,
            "date": max(lines.mapped("date")), "line_ids": self._exchange_commands(lines, amounts)})
        move._post(soft=False)
        counterparts = move.line_ids.filtered(lambda line: line.account_id.reconcile).sorted("id")
        return move, self.create([
            {"debit_move_id": (line if amount > 0 else counterpart).id,
             "credit_move_id": (counterpart if amount > 0 else line).id,
             "amount": abs(amount), "debit_amount_currency": 0.0, "credit_amount_currency": 0.0}
            for line, counterpart, amount in zip(lines, counterparts, amounts, strict=True)])

    @api.model
    def _exchange_settings(self, company):
        """(journal, gain account, loss account) of exchange differences."""
        settings = (company.currency_exchange_journal_id, company.income_currency_exchange_account_id,
                    company.expense_currency_exchange_account_id)
        if not all(settings):
            raise UserError(_(
                "%s needs a journal and accounts for exchange differences. Set them in the accounting settings.",
                company.display_name))
        return settings

    @api.model
    def _exchange_commands(self, lines, amounts):
        company = lines.company_id[:1]
        _journal, gain, loss = self._exchange_settings(company)
        commands = []
        for line, amount in zip(lines, amounts, strict=True):
            shared = {"name": _("Currency exchange rate difference"), "partner_id": line.partner_id.id}
            commands.append(Command.create({
                **shared, "account_id": line.account_id.id, "balance": -amount, "currency_id": line.currency_id.id,
                "amount_currency": 0.0}))
            commands.append(Command.create({
                **shared, "account_id": (loss if amount > 0 else gain).id, "balance": amount,
                "currency_id": company.currency_id.id, "amount_currency": amount}))
        return commands

    # --- undoing ------------------------------------------------------------------------------------------------------

    def unlink(self):
        """Undo matchings: full reconciliations fall, exchange entries are reversed, the other matches remain."""
        if not self:
            return True
        full = self.full_reconcile_id
        lines = self.debit_move_id | self.credit_move_id
        connected = lines._all_reconciled_lines()
        exchange = self.exchange_move_id | full.exchange_move_id
        result = super().unlink()
        full.exists().unlink()
        connected._set_matching(False)
        for line in connected.filtered(lambda line: line.matched_debit_ids or line.matched_credit_ids):
            group = line._all_reconciled_lines()
            group._set_matching("P%d" % min((group.matched_debit_ids | group.matched_credit_ids).ids))
        exchange.exists()._reverse_moves(
            [{"date": move._reversal_date(), "ref": _("Reversal of: %s", move.name)} for move in exchange], cancel=True)
        return result


class AccountFullReconcile(models.Model):
    _name = "account.full.reconcile"
    _description = "Full Reconcile"

    partial_reconcile_ids = fields.One2many("account.partial.reconcile", "full_reconcile_id", "Reconciliation Parts")
    reconciled_line_ids = fields.One2many("account.move.line", "full_reconcile_id", "Matched Journal Items")
    exchange_move_id = fields.Many2one("account.move", index="btree_not_null")

    def _compute_display_name(self):
        for full in self:
            full.display_name = str(full.id)


class AccountMoveLine(models.Model):
    _inherit = "account.move.line"

    def _set_matching(self, number, full=False):
        """Connected items share one number: that of the full reconciliation, or P and a number while some are open."""
        self.with_context(_skip_invoice_sync=True).write({
            "matching_number": number, "full_reconcile_id": full and full.id})

    def _open_item(self):
        return OpenItem(
            self.id, decimal_of(self.amount_residual), decimal_of(self.amount_residual_currency), self.currency_id.id,
            self.currency_id.decimal_places)


class AccountMove(models.Model):
    _inherit = "account.move"

    def _reversal_date(self):
        """The entry's own date, or the first open day after it."""
        locked = self.company_id._locked_until(self)
        return fields.Date.add(locked, days=1) if locked else self.date

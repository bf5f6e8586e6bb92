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

    @api.depends("debit_move_id.date", "credit_move_id.date")
    def _compute_max_date(self):
        for partial in self:
            partial.max_date = max(partial.debit_move_id.date, partial.credit_move_id.date)

    # --- matching -----------------------------------------------------------------------------------------------------

    @api.model
    def _match_lines(self, lines):
        """Create the partials that settle these open items, oldest first: (partials, exchange difference entries)."""
        if not lines:
            return self, self.env["account.move"]
        ordered = lines.sorted(lambda line: (line.date_maturity or line.date, line.id))
        items = [line._open_item() for line in ordered]
        debits = [item for item in items if item.residual_currency > 0 or item.residual > 0]
        credits = [item for item in items if item.residual_currency < 0 or item.residual < 0]
        digits = lines.company_id[:1].currency_id.decimal_places
        matches = matching.match(debits, credits, digits)
        partials = self.create([
            {"debit_move_id": found.debit, "credit_move_id": found.credit, "amount": float(found.amount),
             "debit_amount_currency": float(found.debit_amount_currency),
             "credit_amount_currency": float(found.credit_amount_currency)}
            for found in matches])
        touched = {found.debit for found in matches} | {found.credit for found in matches}
        differences = [(key, amount) for key, amount in matching.exchange_differences(items) if key in touched]
        exchange = self._book_exchange_differences(differences)
        if exchange:
            partials[-1:].exchange_move_id = exchange
        self._mark_partially_matched(lines.browse(sorted(touched)))
        return partials, exchange

    @api.model
    def _book_exchange_differences(self, differences):
        """One entry that takes what remains in company currency of items settled in their own currency."""
        if not differences:
            return self.env["account.move"]
        lines = self.env["account.move.line"].browse([key for key, _amount in differences])
        company = lines.company_id[:1]
        journal = company.currency_exchange_journal_id
        gain, loss = company.income_currency_exchange_account_id, company.expense_currency_exchange_account_id
        if not journal or not gain or not loss:
            raise UserError(_(
                "%s needs a journal and accounts for exchange differences. Set them in the accounting settings.",
                company.display_name))
        commands = []
        for line, (_key, amount) in zip(lines, differences, strict=True):
            difference = float(amount)
            shared = {"name": _("Currency exchange rate difference"), "partner_id": line.partner_id.id,
                      "currency_id": line.currency_id.id, "amount_currency": 0.0}
            commands.append(Command.create({**shared, "account_id": line.account_id.id, "balance": -difference}))
            commands.append(Command.create({
                **shared, "account_id": (loss if difference > 0 else gain).id, "balance": difference,
                "currency_id": company.currency_id.id, "amount_currency": difference}))
        move = self.env["account.move"].create({
            "move_type": "entry", "journal_id": journal.id, "date": max(lines.mapped("date")), "line_ids": commands})
        move._post(soft=False)
        self._match_exchange_lines(lines, move, [float(amount) for _key, amount in differences])
        return move

    @api.model
    def _match_exchange_lines(self, lines, move, differences):
        counterparts = move.line_ids.filtered(lambda line: line.account_id.reconcile).sorted("id")
        self.create([
            {"debit_move_id": (line if difference > 0 else counterpart).id,
             "credit_move_id": (counterpart if difference > 0 else line).id,
             "amount": abs(difference), "debit_amount_currency": 0.0, "credit_amount_currency": 0.0}
            for line, counterpart, difference in zip(lines, counterparts, differences, strict=True)])

    @api.model
    def _mark_partially_matched(self, lines):
        """Connected items share one matching number, with a P while something is open."""
        if not lines:
            return
        connected = lines._all_reconciled_lines()
        number = "P%d" % min((connected.matched_debit_ids | connected.matched_credit_ids).ids)
        connected.with_context(skip_invoice_sync=True).write({"matching_number": number})

    @api.model
    def _close_settled(self, lines, exchange_moves):
        """A full reconciliation when nothing connected to these items is open any more."""
        full = self.env["account.full.reconcile"]
        connected = lines._all_reconciled_lines()
        partials = connected.matched_debit_ids | connected.matched_credit_ids
        if not partials or not all(line.reconciled for line in connected):
            return full
        full = full.create({
            "partial_reconcile_ids": [Command.set(partials.ids)], "exchange_move_id": exchange_moves[:1].id})
        connected.with_context(skip_invoice_sync=True).write(
            {"full_reconcile_id": full.id, "matching_number": str(full.id)})
        return full

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
        connected.with_context(skip_invoice_sync=True).write({"full_reconcile_id": False, "matching_number": False})
        still_matched = connected.filtered(lambda line: line.matched_debit_ids or line.matched_credit_ids)
        for line in still_matched:
            self._mark_partially_matched(line)
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

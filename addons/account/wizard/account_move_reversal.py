from core import Command, _, api, fields, models
from core.exceptions import UserError


class AccountMoveReversal(models.TransientModel):
    """Credit notes for invoices, reversing entries for entries."""

    _name = "account.move.reversal"
    _description = "Account Move Reversal"
    _check_company_auto = True

    move_ids = fields.Many2many(
        "account.move", "account_move_reversal_move", "reversal_id", "move_id", domain=[("state", "=", "posted")])
    new_move_ids = fields.Many2many("account.move", "account_move_reversal_new_move", "reversal_id", "new_move_id")
    date = fields.Date("Reversal date", default=fields.Date.context_today)
    reason = fields.Char("Reason displayed on Credit Note")
    journal_id = fields.Many2one(
        "account.journal", "Journal", required=True, check_company=True,
        compute="_compute_journal_id", store=True, readonly=False, precompute=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True, default=lambda self: self.env.company)
    available_journal_ids = fields.Many2many("account.journal", compute="_compute_available_journal_ids")
    residual = fields.Monetary(compute="_compute_from_moves")
    currency_id = fields.Many2one("res.currency", compute="_compute_from_moves")
    move_type = fields.Char(compute="_compute_from_moves")

    @api.model
    def default_get(self, fields_list):
        defaults = super().default_get(fields_list)
        moves = self.env["account.move"]
        if self.env.context.get("active_model") == "account.move":
            moves = moves.browse(self.env.context.get("active_ids", []))
        if any(move.state != "posted" for move in moves):
            raise UserError(_("Only posted entries can be reversed. Delete or cancel the drafts instead."))
        if len(moves.company_id) > 1:
            raise UserError(_("Reverse the entries of different companies one by one."))
        if moves:
            defaults["company_id"] = moves.company_id.id
            if "move_ids" in fields_list:
                defaults["move_ids"] = [Command.set(moves.ids)]
        return defaults

    @api.depends("move_ids")
    def _compute_journal_id(self):
        for wizard in self:
            wizard.journal_id = wizard.journal_id or wizard.move_ids.journal_id.filtered("active")[:1]

    @api.depends("move_ids")
    def _compute_available_journal_ids(self):
        for wizard in self:
            kinds = set(wizard.move_ids.journal_id.mapped("type"))
            wizard.available_journal_ids = self.env["account.journal"].search([
                ("company_id", "=", wizard.company_id.id), ("type", "in", list(kinds))])

    @api.depends("move_ids")
    def _compute_from_moves(self):
        for wizard in self:
            moves = wizard.move_ids._origin
            wizard.residual = moves.amount_residual if len(moves) == 1 else 0.0
            wizard.currency_id = moves.currency_id[:1]
            kinds = set(moves.mapped("move_type"))
            wizard.move_type = kinds.pop() if len(kinds) == 1 else False

    def _prepare_default_reversal(self, move):
        reference = _("Reversal of: %(entry)s, %(reason)s", entry=move.name, reason=self.reason) if self.reason else _(
            "Reversal of: %s", move.name)
        return {
            "ref": reference, "date": self.date or move.date,
            "invoice_date": (self.date or move.date) if move.is_invoice(include_receipts=True) else False,
            "journal_id": self.journal_id.id, "invoice_payment_term_id": False,
            "invoice_user_id": move.invoice_user_id.id,
        }

    def reverse_moves(self, is_modify=False):
        """Create the reversals; those of entries are posted at once, credit notes stay drafts to be adapted."""
        self.ensure_one()
        moves = self.move_ids
        entries = moves.filtered(lambda move: move.move_type == "entry" or is_modify)
        created = self.env["account.move"]
        for group, cancel in ((entries, True), (moves - entries, False)):
            if group:
                created |= group._reverse_moves([self._prepare_default_reversal(move) for move in group], cancel=cancel)
        if is_modify:
            created = self._copies_to_correct(moves)
        self.new_move_ids = created
        return self._open(created)

    def refund_moves(self):
        return self.reverse_moves(is_modify=False)

    def modify_moves(self):
        """Reverse entirely and open a copy to correct."""
        return self.reverse_moves(is_modify=True)

    def _copies_to_correct(self, moves):
        copies = self.env["account.move"]
        for move in moves:
            copies |= move.with_context(include_business_fields=True).copy(
                {"date": self.date or move.date} if move.move_type == "entry" else {"invoice_date": self.date})
        return copies

    def _open(self, moves):
        action = {"name": _("Reverse Moves"), "type": "ir.actions.act_window", "res_model": "account.move"}
        if len(moves) == 1:
            return {**action, "view_mode": "form", "res_id": moves.id}
        return {**action, "view_mode": "list,form", "domain": [("id", "in", moves.ids)]}

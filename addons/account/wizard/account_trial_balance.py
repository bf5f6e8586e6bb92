from core import Command, _, api, fields, models
from core.exceptions import UserError


class AccountTrialBalance(models.TransientModel):
    _name = "account.trial.balance"
    _description = "Trial Balance"

    date_from = fields.Date("From", required=True, default=lambda self: self._fiscal_year()["date_from"])
    date_to = fields.Date("To", required=True, default=lambda self: self._fiscal_year()["date_to"])
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company)
    line_ids = fields.One2many("account.trial.balance.line", "report_id", "Accounts", readonly=True)

    @api.model
    def _fiscal_year(self):
        return self.env.company.compute_fiscalyear_dates(fields.Date.context_today(self))

    @api.depends("date_from", "date_to")
    def _compute_display_name(self):
        for report in self:
            report.display_name = _(
                "Trial balance %(date_from)s – %(date_to)s", date_from=report.date_from, date_to=report.date_to)

    def action_show(self):
        """Compute the balances and show them as a list."""
        self.ensure_one()
        if self.date_from > self.date_to:
            raise UserError(_("The first day must not lie after the last one."))
        rows = self.env["account.account"]._trial_balance(self.date_from, self.date_to, self.company_id)
        known = self.env["account.trial.balance.line"]._fields
        self.line_ids = [Command.clear()] + [
            Command.create({name: value for name, value in row.items() if name in known}) for row in rows]
        return {
            "name": self.display_name, "type": "ir.actions.act_window", "res_model": "account.trial.balance.line",
            "view_mode": "list", "domain": [("report_id", "=", self.id)], "context": {"create": False}}


class AccountTrialBalanceLine(models.TransientModel):
    _name = "account.trial.balance.line"
    _description = "Trial Balance Line"
    _order = "code, id"
    _rec_name = "account_id"

    report_id = fields.Many2one("account.trial.balance", required=True, ondelete="cascade", index=True)
    account_id = fields.Many2one("account.account", "Account", required=True, ondelete="cascade")
    code = fields.Char("Code")
    currency_id = fields.Many2one("res.currency", related="report_id.company_id.currency_id")
    opening_debit = fields.Monetary("Opening Debit")
    opening_credit = fields.Monetary("Opening Credit")
    debit = fields.Monetary("Debit")
    credit = fields.Monetary("Credit")
    closing_debit = fields.Monetary("Closing Debit")
    closing_credit = fields.Monetary("Closing Credit")

    def action_open_items(self):
        """The journal items behind a line."""
        self.ensure_one()
        report = self.report_id
        return {
            "name": self.account_id.display_name, "type": "ir.actions.act_window", "res_model": "account.move.line",
            "view_mode": "list,form",
            "domain": [("account_id", "=", self.account_id.id), ("parent_state", "=", "posted"),
                       ("date", ">=", report.date_from), ("date", "<=", report.date_to)]}

from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError

from .. import payment_schedule
from ..payment_schedule import Instalment
from ..tax_engine import decimal_of


class AccountPaymentTerm(models.Model):
    _name = "account.payment.term"
    _shared_rows = True
    _description = "Payment Terms"
    _order = "sequence, id"
    _check_company_domain = models.check_company_domain_parent_of

    name = fields.Char("Payment Terms", translate=True, required=True)
    active = fields.Boolean(default=True)
    note = fields.Html("Description on the Invoice", translate=True)
    line_ids = fields.One2many(
        "account.payment.term.line", "payment_id", "Terms", copy=True,
        default=lambda self: [Command.create({"value": "percent", "value_amount": 100.0, "nb_days": 0})])
    company_id = fields.Many2one("res.company", "Company")
    sequence = fields.Integer(required=True, default=10)
    currency_id = fields.Many2one("res.currency", compute="_compute_currency_id")
    display_on_invoice = fields.Boolean("Show installment dates", default=True)
    early_discount = fields.Boolean("Early Discount")
    discount_percentage = fields.Float("Discount %", default=2.0)
    discount_days = fields.Integer("Discount Days", default=10)
    early_pay_discount_computation = fields.Selection(
        [("included", "On early payment"), ("excluded", "Never"), ("mixed", "Always (upon invoice)")],
        "Cash Discount Tax Reduction", default="included")

    @api.depends("company_id")
    @api.depends_context("company")
    def _compute_currency_id(self):
        for term in self:
            term.currency_id = (term.company_id or self.env.company).currency_id

    @api.constrains("line_ids", "early_discount")
    def _check_lines(self):
        for term in self:
            instalments = term._instalments()
            percent = float(payment_schedule.percent_total(instalments))
            has_percent = any(line.kind == "percent" for line in instalments)
            if has_percent and round(percent, 2) != 100.0:
                raise ValidationError(_(
                    "The percentages of the payment term %(term)s add up to %(percent)s %%, they must make 100 %%.",
                    term=term.name, percent=f"{percent:g}"))
            if term.early_discount and len(term.line_ids) > 1:
                raise ValidationError(_("%s: an early discount needs a payment term with a single line.", term.name))

    def _instalments(self):
        return [line._instalment() for line in self.line_ids]

    def _compute_terms(self, date_ref, currency, company, tax_amount, tax_amount_currency, sign, untaxed_amount,
                       untaxed_amount_currency, cash_rounding=None):
        """Due dates and amounts of a document; amounts carry the document's sign.

        :return: dict with ``line_ids``: list of ``date, foreign_amount, company_amount``
        """
        total = decimal_of(company.currency_id.round(tax_amount + untaxed_amount))
        total_currency = decimal_of(currency.round(tax_amount_currency + untaxed_amount_currency))
        start = date_ref or fields.Date.context_today(self)
        instalments = self._instalments()
        foreign = payment_schedule.schedule(total_currency, instalments, start, currency.decimal_places)
        own = payment_schedule.schedule(total, instalments, start, company.currency_id.decimal_places)
        return {
            "total_amount": float(total),
            "discount_percentage": self.discount_percentage if self.early_discount else 0.0,
            "discount_date": self._discount_date(start),
            "line_ids": [
                {"date": day, "foreign_amount": float(amount_currency), "company_amount": float(amount)}
                for (day, amount_currency), (_day, amount) in zip(foreign, own, strict=True)],
        }

    def _discount_date(self, start):
        return fields.Date.add(start, days=self.discount_days) if self.early_discount else False

    @api.ondelete(at_uninstall=False)
    def _unlink_except_referenced_terms(self):
        used = self.env["account.move"].sudo().search([("invoice_payment_term_id", "in", self.ids)], limit=1)
        if used:
            raise UserError(_(
                "The payment term %s is used on documents and cannot be deleted. Archive it instead.",
                used.invoice_payment_term_id.name))

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        if "name" not in (default or {}):
            for term, vals in zip(self, vals_list, strict=True):
                vals["name"] = _("%s (copy)", term.name)
        return vals_list


class AccountPaymentTermLine(models.Model):
    _name = "account.payment.term.line"
    _shared_rows = True
    _description = "Payment Terms Line"
    _order = "id"

    value = fields.Selection([("percent", "Percent"), ("fixed", "Fixed")], required=True, default="percent")
    value_amount = fields.Float("Due", digits="Payment Terms", help="Percent of the total, or an amount.")
    delay_type = fields.Selection(
        [("days_after", "Days after invoice date"), ("days_after_end_of_month", "Days after end of month"),
         ("days_after_end_of_next_month", "Days after end of next month"),
         ("days_end_of_month_on_the", "Days end of month on the")], required=True, default="days_after")
    display_days_next_month = fields.Boolean(compute="_compute_display_days_next_month")
    days_next_month = fields.Char("Days on the next month", default="10", size=2)
    nb_days = fields.Integer("Days", default=0)
    payment_id = fields.Many2one(
        "account.payment.term", "Payment Terms", required=True, index=True, ondelete="cascade")

    @api.depends("delay_type")
    def _compute_display_days_next_month(self):
        for line in self:
            line.display_days_next_month = line.delay_type == "days_end_of_month_on_the"

    @api.constrains("value", "value_amount")
    def _check_percent(self):
        if any(line.value == "percent" and not 0 <= line.value_amount <= 100 for line in self):
            raise ValidationError(_("Percentages on the Payment Terms lines must be between 0 and 100."))

    @api.constrains("days_next_month")
    def _check_days_next_month(self):
        for line in self:
            if line.days_next_month and not line.days_next_month.isdecimal():
                raise ValidationError(_("The day of the next month must be a number from 0 to 31."))

    def _instalment(self):
        return Instalment(
            self.value, decimal_of(self.value_amount), self.delay_type, self.nb_days, int(self.days_next_month or 0))

    def _get_due_date(self, date_ref):
        self.ensure_one()
        return payment_schedule.due_date(date_ref or fields.Date.context_today(self), self._instalment())

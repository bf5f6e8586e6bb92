from core import Command, fields
from core.tests import Form

from odoo.addons.product.tests.common import ProductCommon


class AccountTestInvoicingCommon(ProductCommon):
    """A company of its own with the neutral chart, a customer, a vendor, two products and a 15 % tax."""

    chart_template = "generic_coa"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({
            "name": "company_1_data", "currency_id": cls.env.ref("base.USD").id})
        cls.env.user.company_ids |= cls.company
        cls.env = cls.env(context=dict(cls.env.context, allowed_company_ids=cls.company.ids))
        cls.env["account.chart.template"].try_loading(cls.chart_template, cls.company)
        cls.company_data = cls._collect_company_data(cls.company)
        cls.tax_sale_a = cls.company_data["default_tax_sale"]
        cls.tax_purchase_a = cls.company_data["default_tax_purchase"]
        cls.partner_a = cls.env["res.partner"].create({"name": "partner_a"})
        cls.partner_b = cls.env["res.partner"].create({"name": "partner_b"})
        cls.product_a = cls._create_product(name="product_a", lst_price=1000.0, standard_price=800.0)
        cls.product_b = cls._create_product(name="product_b", lst_price=200.0, standard_price=160.0)
        cls.pay_terms_a = cls.env.ref("account.account_payment_term_immediate")
        cls.pay_terms_b = cls.env.ref("account.account_payment_term_advance_60days")

    @classmethod
    def _collect_company_data(cls, company):
        chart = cls.env["account.chart.template"].with_company(company).sudo()
        return {
            "company": company, "currency": company.currency_id,
            "default_account_revenue": chart.ref("income"), "default_account_expense": chart.ref("expense"),
            "default_account_receivable": chart.ref("receivable"), "default_account_payable": chart.ref("payable"),
            "default_account_tax_sale": chart.ref("tax_received"),
            "default_account_tax_purchase": chart.ref("tax_paid"),
            "default_journal_sale": chart.ref("sale"), "default_journal_purchase": chart.ref("purchase"),
            "default_journal_bank": chart.ref("bank"), "default_journal_cash": chart.ref("cash"),
            "default_journal_misc": chart.ref("general"),
            "default_tax_sale": company.account_sale_tax_id, "default_tax_purchase": company.account_purchase_tax_id,
        }

    @classmethod
    def _create_product(cls, **values):
        if "lst_price" in values:
            values["list_price"] = values.pop("lst_price")
        return super()._create_product(**values)

    @classmethod
    def setup_other_company(cls, **values):
        """A second company with the same chart; its data as :attr:`company_data`."""
        company = cls.env["res.company"].create({"name": "company_2", **values})
        cls.env.user.company_ids |= company
        cls.env["account.chart.template"].try_loading(cls.chart_template, company)
        return cls._collect_company_data(company)

    @classmethod
    def init_invoice(cls, move_type, partner=None, invoice_date=None, post=False, products=None, amounts=None,
                     taxes=None, company=None, currency=None, journal=None):
        """A document with one line per product or amount."""
        lines = [{"product_id": product.id} for product in products or ()]
        lines += [{"name": "test line", "price_unit": amount} for amount in amounts or ()]
        if taxes is not None:
            lines = [{**line, "tax_ids": [Command.set(taxes.ids)]} for line in lines]
        values = {
            "move_type": move_type, "partner_id": (partner or cls.partner_a).id,
            "invoice_date": invoice_date or fields.Date.from_string("2019-01-01"),
            "invoice_line_ids": [Command.create(line) for line in lines]}
        if currency:
            values["currency_id"] = currency.id
        if journal:
            values["journal_id"] = journal.id
        move = cls.env["account.move"].create(values)
        if post:
            move.action_post()
        return move

    @classmethod
    def pay(cls, moves, amount=None, journal=None, **values):
        """Register the payment of documents and return the payments."""
        wizard = cls.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=moves.ids).create({
                "payment_date": "2019-01-31",
                **({"amount": amount} if amount is not None else {}),
                **({"journal_id": journal.id} if journal else {}), **values})
        return wizard._create_payments()

    def ledger(self, move):
        """(account code, debit, credit) of an entry's lines, sorted."""
        return sorted((line.account_id.code, line.debit, line.credit) for line in move.line_ids
                      if line.display_type not in ("line_section", "line_note"))

    def assertInvoiceValues(self, move, expected_lines_values, expected_move_values):
        self.assertRecordValues(move.line_ids.sorted(
            lambda line: (line.sequence, not bool(line.tax_line_id), line.name or "", line.balance)), expected_lines_values)
        self.assertRecordValues(move, [expected_move_values])


__all__ = ["AccountTestInvoicingCommon", "Form"]

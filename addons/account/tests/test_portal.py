"""Invoices on the customer's pages, and their way there by mail."""
from core.tests import HttpCase, new_test_user, tagged

from .common import AccountTestInvoicingCommon


@tagged("post_install", "-at_install")
class TestInvoicePortal(HttpCase, AccountTestInvoicingCommon):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner_a.email = "a@example.com"
        cls.invoice = cls.init_invoice("out_invoice", products=cls.product_a, post=True)
        cls.foreign = cls.init_invoice("out_invoice", partner=cls.partner_b, products=cls.product_b, post=True)
        cls.draft = cls.init_invoice("out_invoice", products=cls.product_a)
        cls.customer = new_test_user(cls.env, login="khach", password="khachkhach", groups="base.group_portal",
                                     partner_id=cls.partner_a.id, company_id=cls.company.id, company_ids=[(6, 0, cls.company.ids)])

    def test_the_link_opens_the_invoice(self):
        page = self.url_open(self.invoice.get_portal_url())
        self.assertEqual(page.status_code, 200)
        for shown in (self.invoice.name, "product_a", "1,150.00"):
            self.assertIn(shown, page.text)

    def test_without_token_or_rights_nothing_is_told(self):
        self.assertEqual(self.url_open(f"/my/invoices/{self.invoice.id}", allow_redirects=False).status_code, 303)
        self.authenticate("khach", "khachkhach")
        self.assertEqual(self.url_open(f"/my/invoices/{self.invoice.id}").status_code, 200)
        for move in (self.foreign, self.draft):
            self.assertEqual(self.url_open(f"/my/invoices/{move.id}", allow_redirects=False).headers["Location"], "/my")

    def test_the_list(self):
        self.authenticate("khach", "khachkhach")
        page = self.url_open("/my/invoices").text
        self.assertIn(self.invoice.name, page)
        self.assertNotIn(self.foreign.name, page)
        self.assertIn("Overdue", page)  # invoiced in 2019
        self.assertNotIn(self.invoice.name, self.url_open("/my/invoices?filterby=bills").text)
        self.assertEqual(self.url_open("/my/invoices?sortby=nonsense&filterby=nonsense").status_code, 200)

    def test_an_invoice_is_sent_by_mail(self):
        action = self.invoice.action_invoice_sent()
        self.assertFalse(self.invoice.is_move_sent)
        composer = self.env["mail.compose.message"].with_context(**action["context"]).create({})
        self.assertIn(self.invoice.name, composer.subject)
        self.assertEqual(len(composer.attachment_ids), 1)
        composer.action_send_mail()
        self.assertTrue(self.invoice.is_move_sent)
        mail = self.env["mail.mail"].search([("model", "=", "account.move"), ("res_id", "=", self.invoice.id)], limit=1)
        self.assertEqual(mail.recipient_ids, self.partner_a)

    def test_the_receipt_of_a_payment(self):
        payment = self.pay(self.invoice, amount=150.0)
        html = self.env["ir.actions.report"]._render_qweb_html("account.action_report_payment_receipt", payment.ids)[0].decode()
        for shown in (payment.name, self.invoice.name, "150.00", "1,000.00", "One Hundred And Fifty"):
            self.assertIn(shown, html)

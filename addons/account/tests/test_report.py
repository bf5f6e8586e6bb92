from .common import AccountTestInvoicingCommon


class TestInvoiceDocument(AccountTestInvoicingCommon):
    def test_the_printed_invoice_shows_what_counts(self):
        self.product_a.description_sale = "Oak & steel <b>"
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        move.invoice_user_id = False
        self.pay(move, amount=150.0)
        html, kind = self.env["ir.actions.report"]._render_qweb_html("account.report_invoice_with_payments", move.ids)
        text = html.decode()
        self.assertEqual(kind, "html")
        for shown in (move.name, "partner_a", "Tax 15%", "1,150.00", "1,000.00", "Oak &amp; steel &lt;b&gt;",
                      "One Thousand, One Hundred And Fifty Dollars", "Paid on"):
            self.assertIn(shown, text)

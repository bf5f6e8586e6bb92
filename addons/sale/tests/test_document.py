"""The printed quotation and order: what the customer reads on it."""
import re

from core.exceptions import AccessError, UserError
from core.tests import new_test_user, tagged

from .common import SaleCase


@tagged("post_install", "-at_install")
class TestOrderDocument(SaleCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner.write({"street": "12 Lê Lợi", "city": "Huế", "vat": "0100233488"})
        cls.desk = cls.product("Bàn gỗ sồi", 100, taxes=cls.tax)
        cls.service = cls.product("Lắp đặt", 30)

    def html(self, orders, report="sale.action_report_saleorder", lang=None):
        env = self.env(context={**self.env.context, "lang": lang}) if lang else self.env
        return env["ir.actions.report"]._render_qweb_html(report, orders.ids)[0].decode()

    def text(self, orders, **options):
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.html(orders, **options))).replace("\N{NO-BREAK SPACE}", " ")

    def test_who_what_how_much(self):
        order = self.order((self.desk, 3), (self.service, 2), client_order_ref="PO-77")
        text = self.text(order)
        for shown in (f"Quotation {order.name}", "Công ty Hoa Sen", "12 Lê Lợi", "0100233488", "PO-77", "Bàn gỗ sồi", "VAT 10%",
                      "Lắp đặt", "360.00", "30.00", "390.00", "Three Hundred And Ninety"):
            self.assertIn(shown, text)

    def test_quantities_say_no_more_than_needed(self):
        self.assertRegex(self.text(self.order((self.desk, 3), (self.service, 2.5))), r" 3 Units .* 2\.5 Units ")

    def test_the_column_of_discounts_appears_with_a_discount(self):
        plain, reduced = self.order((self.desk, 1)), self.order((self.desk, 1, {"discount": 12.5}))
        self.assertNotIn("Disc.%", self.text(plain))
        self.assertRegex(self.text(reduced), r"Disc\.% .* 12\.5 ")

    def test_sections_notes_and_subtotals(self):
        order = self.env["sale.order"].create({"partner_id": self.partner.id, "order_line": [
            (0, 0, {"display_type": "line_section", "name": "Nội thất", "sequence": 1}),
            (0, 0, {"product_id": self.desk.id, "product_uom_qty": 2, "sequence": 2}),
            (0, 0, {"display_type": "line_note", "name": "Bảo hành 24 tháng", "sequence": 3}),
            (0, 0, {"display_type": "line_section", "name": "Dịch vụ", "sequence": 4}),
            (0, 0, {"product_id": self.service.id, "sequence": 5})]})
        self.assertRegex(self.text(order),
                         r"Nội thất .*Bàn gỗ sồi .*Bảo hành 24 tháng .*Subtotal \$ 200\.00 .*Dịch vụ .*Lắp đặt .*Subtotal \$ 30\.00")

    def test_the_document_speaks_the_customers_language(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        self.partner.lang = "vi_VN"
        self.assertRegex(self.text(self.order((self.desk, 15000))), r"1\.500\.000,00")

    def test_names_follow_the_language_after_they_were_read_in_another(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        unit = self.env.ref("uom.product_uom_unit")
        unit.with_context(lang="vi_VN").name = "Cái"
        self.assertEqual((unit.display_name, unit.with_context(lang="vi_VN").display_name), ("Units", "Cái"))
        self.partner.lang = "vi_VN"
        self.assertIn("1 Cái", self.text(self.order((self.desk, 1))))

    def test_every_look_of_a_company(self):
        order = self.order((self.desk, 1))
        for layout in self.env["report.layout"].search([]):
            self.company.external_report_layout_id = layout.view_id
            self.assertIn(order.name, self.html(order), layout.name)

    def test_pro_forma(self):
        order = self.order((self.desk, 1))
        self.assertIn(f"Pro-Forma Invoice {order.name}", self.text(order, report="sale.action_report_pro_forma_invoice"))

    def test_states_name_the_document(self):
        order = self.order((self.desk, 1))
        order.action_confirm()
        self.assertIn(f"Order {order.name}", self.text(order))
        self.assertNotIn("Quotation", self.text(order))

    def test_other_addresses_are_told(self):
        delivery = self.env["res.partner"].create({"name": "Kho Đà Nẵng", "parent_id": self.partner.id, "type": "delivery", "street": "9 Ông Ích Khiêm"})
        text = self.text(self.order((self.desk, 1), partner_shipping_id=delivery.id))
        self.assertRegex(text, r"Shipping Address .*9 Ông Ích Khiêm")

    def test_markup_in_names_is_text(self):
        self.partner.name = "<script>alert(1)</script>"
        self.desk.name = '<img src=x onerror="alert(1)">'
        order = self.order((self.desk, 1), client_order_ref="<b>&")
        html = self.html(order)
        self.assertNotIn("<script>alert", html)
        self.assertNotIn("<img src=x", html)
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", html)

    def test_scripts_in_terms_are_taken_out(self):
        order = self.order((self.desk, 1), note='<p onclick="x()">Giao trong 7 ngày</p><script>alert(1)</script>')
        html = self.html(order)
        self.assertIn("Giao trong 7 ngày", html)
        self.assertNotIn("alert(1)", html)
        self.assertNotIn("onclick", html)

    def test_many_orders_in_one_file(self):
        orders = self.order((self.desk, 1)) | self.order((self.service, 1))
        html = self.html(orders)
        self.assertEqual(html.count('class="article'), 2)
        pdf = self.env["ir.actions.report"]._pdf_if_possible("sale.action_report_saleorder", orders.ids)
        self.assertTrue(pdf is None or pdf.startswith(b"%PDF"))

    def test_the_file_is_named_after_the_document(self):
        order = self.order((self.desk, 1))
        report = self.env.ref("sale.action_report_saleorder")
        self.assertEqual(report._document_file_name(order), f"Quotation - {order.name}")

    def test_kept_documents_are_given_again(self):
        report = self.env.ref("sale.action_report_saleorder")
        report.write({"attachment": "'%s.pdf' % object.name", "attachment_use": True})
        order = self.order((self.desk, 1))
        first = self.env["ir.actions.report"]._pdf_if_possible(report, order.ids)
        if first is None:
            self.skipTest("This machine makes no PDF files")
        order.client_order_ref = "changed"
        self.assertEqual(report.retrieve_attachment(order).raw, first)
        self.assertEqual(self.env["ir.actions.report"]._render_qweb_pdf(report, order.ids)[0], first)

    def test_a_server_without_pango_shows_a_page_to_print(self):
        from unittest.mock import patch

        from core.reports import PdfUnavailable

        reports = self.env["ir.actions.report"]
        order = self.order((self.desk, 1))
        with patch.object(type(reports), "_run_pdf_engine", side_effect=PdfUnavailable("No PDF here.", hint="Install Pango.")):
            body, kind = reports._render_or_page("pdf", "sale.action_report_saleorder", order.ids)
            self.assertIsNone(reports._pdf_if_possible("sale.action_report_saleorder", order.ids))
        self.assertEqual(kind, "html")
        self.assertIn("No PDF here. Install Pango.", body.decode())
        self.assertIn(order.name, body.decode())

    def test_a_model_gives_its_report_the_values(self):
        """`report.<name>` with `_get_report_values` decides what the template sees."""
        from unittest.mock import Mock, patch

        shown, other = self.order((self.desk, 1)), self.order((self.service, 1))
        values = Mock()
        values._get_report_values.return_value = {"docs": shown, "doc_ids": shown.ids, "doc_model": "sale.order"}
        with patch.object(type(self.env["ir.actions.report"]), "_get_rendering_context_model", return_value=values):
            text = self.text(other)
        self.assertIn(shown.name, text)
        self.assertNotIn(other.name, text)
        self.assertEqual(values._get_report_values.call_args.args, (other.ids,))

    def test_a_report_is_named_by_id_template_or_record(self):
        reports, action = self.env["ir.actions.report"], self.env.ref("sale.action_report_saleorder")
        for name in ("sale.action_report_saleorder", "sale.report_saleorder", action.id, action):
            self.assertEqual(reports._get_report(name), action)
        with self.assertRaisesRegex(UserError, "no report"):
            reports._get_report("sale.nothing")

    def test_the_action_of_a_button(self):
        order = self.order((self.desk, 1))
        action = self.env.ref("sale.action_report_saleorder").report_action(order)
        self.assertEqual((action["type"], action["report_name"], action["context"]["active_ids"]),
                         ("ir.actions.report", "sale.report_saleorder", order.ids))

    def test_pro_forma_invoices_are_for_their_group(self):
        seller = new_test_user(self.env, login="zed_seller", groups="sales_team.group_sale_salesman_all_leads")
        order = self.order((self.desk, 1))
        reports = self.env["ir.actions.report"].with_user(seller)
        with self.assertRaisesRegex(AccessError, "may print"):
            reports._render_qweb_html("sale.action_report_pro_forma_invoice", order.ids)
        seller.groups_id += self.env.ref("sale.group_proforma_sales")
        self.assertIn(order.name.encode(), reports._render_qweb_html("sale.action_report_pro_forma_invoice", order.ids)[0])


@tagged("post_install", "-at_install")
class TestSendQuotation(SaleCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner.email = "mua@hoasen.example.com"

    def composer(self, orders):
        action = orders.action_quotation_send()
        self.assertEqual((action["res_model"], action["target"]), ("mail.compose.message", "new"))
        return self.env["mail.compose.message"].with_context(**action["context"]).create({})

    def test_sending_marks_the_quotation_as_sent(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        composer = self.composer(order)
        self.assertEqual(order.state, "draft")
        self.assertIn(order.name, composer.subject)
        self.assertEqual(composer.partner_ids, self.partner)
        self.assertIn(f"/my/orders/{order.id}?access_token={order.access_token}", composer.body)
        composer.action_send_mail()
        self.assertEqual(order.state, "sent")
        mail = self.env["mail.mail"].search([("res_id", "=", order.id), ("model", "=", "sale.order")], limit=1)
        self.assertEqual(mail.recipient_ids, self.partner)
        self.assertEqual(mail.state, "outgoing")
        [name] = mail.attachment_ids.mapped("name")
        self.assertRegex(name, rf"{order.name}\.(pdf|html)$")

    def test_several_quotations_each_get_their_mail(self):
        product = self.product("Tư vấn", 100)
        orders = self.order((product, 1)) | self.order((product, 2))
        self.composer(orders).action_send_mail()
        self.assertEqual(set(orders.mapped("state")), {"sent"})
        for order in orders:
            self.assertIn(order.name, order.message_ids.filtered("subject")[0].subject)

    def test_a_confirmed_order_is_sent_as_confirmation(self):
        order = self.order((self.product("Tư vấn", 100), 1))
        order.action_confirm()
        composer = self.composer(order)
        self.assertEqual(composer.template_id, self.env.ref("sale.mail_template_sale_confirmation"))
        composer.action_send_mail()
        self.assertEqual(order.state, "sale")

"""The customer's page of a quotation: who may open it, what can be done on it."""
import base64
import io
import re

from core.tests import HttpCase, new_test_user, tagged

from .common import SaleCase


@tagged("post_install", "-at_install")
class TestOrderPortal(HttpCase, SaleCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner.email = "mua@hoasen.example.com"
        cls.stranger = cls.env["res.partner"].create({"name": "Công ty Khác", "email": "khac@example.com"})
        cls.customer_user = new_test_user(cls.env, login="khach", password="khachkhach", groups="base.group_portal",
                                          partner_id=cls.partner.id)
        cls.other_user = new_test_user(cls.env, login="nguoila", password="nguoilaaa", groups="base.group_portal",
                                       partner_id=cls.stranger.id)
        cls.desk = cls.product("Bàn gỗ sồi", 100, taxes=cls.tax)

    def setUp(self):
        super().setUp()
        self.quotation = self.order((self.desk, 3))
        self.quotation.action_quotation_sent()
        self.url = self.quotation.get_portal_url()

    def post(self, path, page=None, **values):
        token = re.search(r'name="csrf_token" value="([^"]+)"', (page or self.url_open(self.url)).text).group(1)
        return self.url_open(path, data={"csrf_token": token, **values}, allow_redirects=False)

    def drawn(self):
        from PIL import Image

        out = io.BytesIO()
        Image.new("RGBA", (300, 90), (20, 40, 90, 255)).save(out, "PNG")
        return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()

    # -- who may see it ---------------------------------------------------------------------------

    def test_the_link_opens_the_quotation(self):
        page = self.url_open(self.url)
        self.assertEqual(page.status_code, 200)
        for shown in (self.quotation.name, "Bàn gỗ sồi", "330.00"):
            self.assertIn(shown, page.text)

    def test_without_the_token_a_visitor_has_to_sign_in(self):
        for address in (f"/my/orders/{self.quotation.id}", f"/my/orders/{self.quotation.id}?access_token=wrong", "/my/orders/999999999"):
            answer = self.url_open(address, allow_redirects=False)
            self.assertEqual(answer.status_code, 303)
            self.assertTrue(answer.headers["Location"].startswith("/web/login"))
            self.assertNotIn("Bàn gỗ", answer.text)

    def test_the_token_of_another_order_opens_nothing(self):
        other = self.order((self.desk, 1))
        answer = self.url_open(f"/my/orders/{self.quotation.id}?access_token={other._portal_ensure_token()}", allow_redirects=False)
        self.assertEqual(answer.status_code, 303)

    def test_a_customer_sees_his_own_documents_only(self):
        foreign = self.env["sale.order"].create({"partner_id": self.stranger.id, "order_line": [(0, 0, {"product_id": self.desk.id})]})
        foreign.action_quotation_sent()
        self.authenticate("khach", "khachkhach")
        listed = self.url_open("/my/quotes").text
        self.assertIn(self.quotation.name, listed)
        self.assertNotIn(f">{foreign.name}<", listed)
        self.assertEqual(self.url_open(f"/my/orders/{self.quotation.id}").status_code, 200)
        refused = self.url_open(f"/my/orders/{foreign.id}", allow_redirects=False)
        self.assertEqual((refused.status_code, refused.headers["Location"]), (303, "/my"))
        self.assertEqual(self.url_open("/my/orders/999999999").status_code, 404)
        self.assertEqual(self.url_open(f"/my/orders/{foreign.id}?report_type=pdf", allow_redirects=False).status_code, 303)

    def test_drafts_are_not_shown_to_signed_in_customers(self):
        draft = self.order((self.desk, 1))
        self.authenticate("khach", "khachkhach")
        self.assertEqual(self.url_open(f"/my/orders/{draft.id}", allow_redirects=False).status_code, 303)

    def test_programs_of_a_customer_read_his_own_orders_only(self):
        self.env["sale.order"].create({"partner_id": self.stranger.id})
        mine = self.env["sale.order"].with_user(self.customer_user).search([])
        self.assertIn(self.quotation, mine)
        self.assertEqual(mine.partner_id, self.partner)

    def test_the_back_office_is_closed(self):
        self.authenticate("khach", "khachkhach")
        for address in ("/app", "/app/orders", f"/app/quotations/{self.quotation.id}"):
            answer = self.url_open(address, allow_redirects=False)
            self.assertEqual((answer.status_code, answer.headers["Location"]), (303, "/my"))

    def test_home_counts_the_documents(self):
        self.authenticate("khach", "khachkhach")
        self.assertRegex(self.url_open("/my").text, r'data-placeholder_count="quotation_count">1<')
        self.assertEqual(self.make_jsonrpc_request("/my/counters", {"counters": ["quotation_count", "order_count"]}),
                         {"quotation_count": 1, "order_count": 0})

    def test_nonsense_in_the_address_is_no_error(self):
        self.authenticate("khach", "khachkhach")
        for query in ("date_begin=x&date_end=y", "date_begin=2020-01-01", "sortby=nothing", "page=abc"):
            self.assertEqual(self.url_open(f"/my/quotes?{query}").status_code, 200, query)
        self.assertNotIn(self.quotation.name, self.url_open("/my/quotes?date_begin=2020-01-01&date_end=2020-12-31").text)
        self.assertEqual(self.url_open("/my/quotes/page/999").status_code, 200)
        self.assertEqual(self.url_open("/my/orders/99999999999999999999").status_code, 404)

    # -- what can be done ---------------------------------------------------------------------------

    def test_accept_and_sign(self):
        answer = self.post(f"/my/orders/{self.quotation.id}/sign", access_token=self.quotation.access_token, name="Nguyễn Văn Đức",
                           signature=self.drawn())
        self.assertEqual(answer.status_code, 303)
        self.assertEqual((self.quotation.state, self.quotation.signed_by), ("sale", "Nguyễn Văn Đức"))
        self.assertTrue(self.quotation.signature)
        thanked = self.url_open(answer.headers["Location"]).text
        self.assertIn("Thank You!", thanked)
        self.assertNotIn("Accept &amp; Sign", thanked)
        signed = self.quotation.message_ids.filtered(lambda message: "Order signed by" in (message.body or ""))
        self.assertEqual(signed.author_id, self.partner)

    def test_a_name_alone_is_written_out_as_signature(self):
        self.post(f"/my/orders/{self.quotation.id}/sign", access_token=self.quotation.access_token, name="Đức", signature="")
        self.assertTrue(base64.b64decode(self.quotation.signature).startswith(b"\x89PNG"))

    def test_signing_is_refused(self):
        path, token = f"/my/orders/{self.quotation.id}/sign", self.quotation.access_token
        self.assertEqual(self.post(path, access_token="wrong", name="X").status_code, 303)
        self.assertEqual(self.post(path, access_token=token, name="  ").status_code, 422)
        self.assertEqual(self.post(path, access_token=token, name="X", signature="data:image/png;base64,PHN2Zz4=").status_code, 422)
        self.assertEqual(self.url_open(path, data={"access_token": token, "name": "X"}, allow_redirects=False).status_code, 400)  # no CSRF token
        self.assertEqual(self.quotation.state, "sent")
        self.quotation.validity_date = "2020-01-01"
        self.assertEqual(self.post(path, access_token=token, name="X").status_code, 422)
        self.assertEqual(self.quotation.state, "sent")

    def test_accepting_by_program(self):
        path = f"/my/orders/{self.quotation.id}/accept"
        self.assertEqual(self.make_jsonrpc_request(path, {"access_token": "wrong"}), {"error": "Invalid order."})
        self.assertIn("error", self.make_jsonrpc_request(path, {"access_token": self.quotation.access_token, "name": "X"}))
        result = self.make_jsonrpc_request(path, {"access_token": self.quotation.access_token, "name": "X", "signature": self.drawn()})
        self.assertTrue(result["force_refresh"])
        self.assertEqual(self.quotation.state, "sale")

    def test_decline_with_a_reason(self):
        path, token = f"/my/orders/{self.quotation.id}/decline", self.quotation.access_token
        self.assertEqual(self.post(path, access_token=token, decline_message=" ").status_code, 422)
        self.post(path, access_token=token, decline_message="Giá cao quá <script>x</script>")
        self.assertEqual(self.quotation.state, "cancel")
        told = self.quotation.message_ids.filtered(lambda message: "Giá cao quá" in (message.body or ""))
        self.assertEqual(told.author_id, self.partner)
        self.assertNotIn("<script>", told.body)

    def test_the_customer_writes_and_reads_messages_but_no_notes(self):
        self.quotation.message_post(body="Ghi chú nội bộ", subtype_xmlid="mail.mt_note")
        answer = self.post("/portal/message", model="sale.order", res_id=self.quotation.id, access_token=self.quotation.access_token,
                           body="Giao thứ Bảy được không?")
        self.assertEqual(answer.status_code, 303)
        page = self.url_open(self.url).text
        self.assertIn("Giao thứ Bảy được không?", page)
        self.assertNotIn("Ghi chú nội bộ", page)

    def test_nobody_writes_on_a_foreign_order(self):
        self.authenticate("nguoila", "nguoilaaa")
        page = self.url_open("/my/account")
        answer = self.post("/portal/message", page, model="sale.order", res_id=self.quotation.id, body="x")
        self.assertEqual(answer.status_code, 404)
        for model in ("res.users", "no.such.model", "res.partner"):
            self.assertEqual(self.post("/portal/message", page, model=model, res_id=1, body="x").status_code, 404)

    def test_the_document_of_the_page(self):
        html = self.url_open(f"{self.url}&report_type=html")
        self.assertEqual(html.status_code, 200)
        self.assertIn("default-src 'none'", html.headers["Content-Security-Policy"])
        self.assertIn(self.quotation.name, html.text)

    def test_markup_in_names_is_text(self):
        self.partner.name = "<script>alert(1)</script>"
        self.desk.name = "<img src=x onerror=alert(1)>"
        order = self.order((self.desk, 1))
        order.action_quotation_sent()
        page = self.url_open(order.get_portal_url()).text
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<img src=x", page)

    def test_looking_at_a_quotation_is_noted_once(self):
        self.url_open(self.url)
        self.url_open(self.url)
        viewed = self.quotation.message_ids.filtered(lambda message: "viewed by customer" in (message.body or ""))
        self.assertEqual(len(viewed), 1)

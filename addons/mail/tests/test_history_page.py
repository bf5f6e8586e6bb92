"""The history of a record as its page asks for it: only for those who may see the record, and never for customers."""
from core.tests import HttpCase, new_test_user, tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestHistoryPage(HttpCase, MailCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.address = f"/web/chatter/res.partner/{cls.contact.id}"
        cls.reader = new_test_user(cls.env, "zed_history_reader", groups="base.group_user")
        cls.contact.message_post(body="Called back", message_type="comment", subtype_xmlid="mail.mt_note")

    def page(self, login, address=None):
        self.authenticate(login, login)
        return self.url_open(address or self.address)

    def post(self, login, **values):
        self.authenticate(login, login)
        token = self.url_open("/app").text.split('id="csrf" value="')[1].split('"')[0]
        return self.url_open(self.address, data={"csrf_token": token, **values}, headers={"HX-Request": "true"})

    def test_it_shows_what_was_said(self):
        self.assertIn("Called back", self.page("zed_mail_seller").text)

    def test_customers_find_nothing_there(self):
        self.assertEqual(self.page("zed_mail_portal").status_code, 404)

    def test_records_without_a_history_have_none(self):
        self.assertEqual(self.page("zed_mail_seller", "/web/chatter/res.lang/1").status_code, 404)
        self.assertEqual(self.page("zed_mail_seller", "/web/chatter/no.such.model/1").status_code, 404)
        self.assertEqual(self.page("zed_mail_seller", "/web/chatter/res.partner/999999999").status_code, 404)

    def test_a_note_is_text_whatever_it_contains(self):
        answer = self.post("zed_mail_seller", __chatter="note", text="<script>alert(1)</script>")
        self.assertIn("&lt;script&gt;alert(1)", answer.text)
        self.assertNotIn("<script>alert", answer.text)

    def test_an_unknown_action_is_refused(self):
        self.assertEqual(self.post("zed_mail_seller", __chatter="run").status_code, 422)

    def test_nothing_to_say_is_refused_in_place(self):
        self.assertIn("Write something first.", self.post("zed_mail_seller", __chatter="note", text="  ").text)

from core.exceptions import UserError
from core.tests import tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestTemplate(MailCase):
    """Mails made from templates."""

    def template(self, **values):
        return self.env["mail.template"].create({
            "name": "Zed", "model_id": self.env["ir.model"]._get_id("res.partner"),
            "subject": "Chào {{ object.name }}", "body_html": '<p>Kính gửi <t t-out="object.name"/></p>', **values})

    def mail(self, template, **values):
        return self.env["mail.mail"].browse(template.send_mail(self.contact.id, **values))

    def test_placeholders_are_filled(self):
        mail = self.mail(self.template())
        self.assertEqual(mail.subject, "Chào Minh Long")
        self.assertIn("<p>Kính gửi Minh Long</p>", mail.body_html)
        self.assertEqual(mail.recipient_ids, self.contact)

    def test_values_are_escaped(self):
        self.contact.sudo().name = "<script>x</script>"
        self.assertNotIn("<script>", self.mail(self.template()).body_html)

    def test_recipients_come_from_the_template(self):
        mail = self.mail(self.template(partner_to="{{ object.id }}", email_to="{{ object.email }}"))
        self.assertEqual(mail.email_to, "info@minhlong.example.com")
        self.assertEqual(mail.recipient_ids, self.contact)

    def test_a_fallback_stands_in_for_an_empty_value(self):
        self.assertEqual(self.mail(self.template(subject="{{ object.ref ||| no code }}")).subject, "no code")

    def test_a_wrong_placeholder_is_named(self):
        with self.assertRaisesRegex(UserError, "object.nonsense"):
            self.mail(self.template(subject="{{ object.nonsense }}"))

    def test_a_template_cannot_leave_the_sandbox(self):
        with self.assertRaises(UserError):
            self.mail(self.template(subject="{{ ().__class__.__base__ }}"))

    def test_posting_a_template_writes_on_the_record(self):
        message = self.contact.message_post_with_source(self.template(), message_type="comment",
                                                        subtype_xmlid="mail.mt_comment")
        self.assertEqual(message.subject, "Chào Minh Long")
        self.assertIn("Kính gửi Minh Long", message.body)

    def test_the_composer_starts_from_the_template_and_posts(self):
        composer = self.env["mail.compose.message"].with_context(
            active_model="res.partner", active_ids=self.contact.ids).create({"template_id": self.template().id})
        self.assertEqual(composer.subject, "Chào Minh Long")
        composer.action_send_mail()
        self.assertIn("Kính gửi", self.messages(self.contact)[-1].body)

    def test_the_body_is_translated_text_by_text(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        template = self.template(body_html='<p>Dear <t t-out="object.name"/></p>', lang="{{ object.lang }}")
        template.update_field_translations("body_html", {"vi_VN": {"Dear": "Kính gửi"}})
        self.contact.sudo().lang = "vi_VN"
        self.assertIn("Kính gửi Minh Long", self.mail(template).body_html)

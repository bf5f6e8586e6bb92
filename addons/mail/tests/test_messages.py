from markupsafe import Markup

from core.exceptions import AccessError
from core.tests import tagged
from core.tools import mute_logger

from .common import MailCase


@tagged("post_install", "-at_install")
class TestMessages(MailCase):
    """Posting, telling people, and who may read what."""

    def post(self, body="Xin chào", **values):
        values = {"message_type": "comment", "subtype_xmlid": "mail.mt_comment", **values}
        return self.contact.with_user(self.seller).message_post(body=body, **values)

    def test_a_new_record_says_so(self):
        [message] = self.messages(self.contact)
        self.assertIn("Contact created", message.body)
        self.assertEqual(message.subtype_id, self.env.ref("mail.mt_note"))
        self.assertEqual(message.author_id, self.seller.partner_id)

    def test_text_is_escaped_and_markup_is_kept(self):
        self.assertEqual(self.post("<b>").body, "<p>&lt;b&gt;</p>")
        self.assertIn("<b>bold</b>", self.post(Markup("<b>bold</b>")).body)
        self.assertNotIn("script", self.post(Markup("<p>x<script>alert(1)</script></p>")).body)

    def test_followers_are_told_the_author_is_not(self):
        self.contact.message_subscribe([self.colleague.partner_id.id])
        message = self.post()
        self.assertEqual(message.notified_partner_ids, self.colleague.partner_id)
        self.assertTrue(message.with_user(self.colleague).needaction)
        self.assertEqual(self.contact.with_user(self.colleague).message_needaction_counter, 1)
        message.with_user(self.colleague).set_message_done()
        self.assertFalse(message.with_user(self.colleague).needaction)

    def test_a_note_reaches_nobody(self):
        self.contact.message_subscribe([self.colleague.partner_id.id])
        self.assertFalse(self.post(subtype_xmlid="mail.mt_note").notified_partner_ids)

    def test_people_outside_get_a_mail_in_the_outbox(self):
        message = self.post(partner_ids=self.contact.ids)
        mail = self.env["mail.mail"].search([("mail_message_id", "=", message.id)])
        self.assertEqual((mail.state, mail.recipient_ids), ("outgoing", self.contact))
        self.assertIn("Xin chào", mail.body_html)
        self.assertEqual(message.notification_ids.notification_type, "email")

    def test_without_an_outgoing_server_mails_wait(self):
        message = self.post(partner_ids=self.contact.ids)
        self.env["mail.mail"].process_email_queue()
        self.assertEqual(self.env["mail.mail"].search([("mail_message_id", "=", message.id)]).state, "outgoing")

    def test_sending_empties_the_outbox(self):
        self.env["ir.mail_server"].create({"name": "Test", "smtp_host": "localhost"})
        message = self.post(partner_ids=self.contact.ids)
        self.env["mail.mail"].process_email_queue()
        self.assertFalse(self.env["mail.mail"].search([("mail_message_id", "=", message.id)]))
        self.assertEqual(message.notification_ids.notification_status, "sent")

    def test_a_mail_without_an_address_fails_with_a_reason(self):
        mail = self.env["mail.mail"].create({"subject": "x", "body_html": "y"})
        with mute_logger("odoo.addons.mail.models.mail_mail"):
            mail.send()
        self.assertEqual(mail.state, "exception")
        self.assertIn("no recipient", mail.failure_reason)

    def test_files_belong_to_the_record(self):
        message = self.post(attachments=[("đơn.txt", b"content")])
        self.assertEqual(message.attachment_ids.mapped(lambda f: (f.name, f.res_model, f.res_id)),
                         [("đơn.txt", "res.partner", self.contact.id)])
        self.assertEqual(self.contact.message_attachment_count, 1)

    def test_nothing_is_attached_that_the_writer_may_not_read(self):
        secret = self.env["ir.attachment"].create({"name": "secret", "raw": b"secret", "res_model": "ir.config_parameter",
                                                   "res_id": self.env["ir.config_parameter"].search([], limit=1).id})
        with self.assertRaises(AccessError):
            self.contact.with_user(self.seller).message_post(body="look", attachment_ids=secret.ids)

    def test_messages_are_as_visible_as_their_record(self):
        message = self.post()
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertIn(message, self.env["mail.message"].with_user(self.colleague).search([]))
        self.assertFalse(self.env["mail.message"].with_user(self.portal).search([("id", "=", message.id)]))
        with self.assertRaises(AccessError):
            message.with_user(self.portal).read(["body"])

    def test_outsiders_never_see_internal_notes(self):
        contact = self.portal.partner_id
        note = contact.message_post(body="internal", subtype_xmlid="mail.mt_note")
        said = contact.message_post(body="for you", subtype_xmlid="mail.mt_comment", message_type="comment",
                                    partner_ids=contact.ids)
        self.env.flush_all()
        found = self.env["mail.message"].with_user(self.portal).search([("res_id", "=", contact.id)])
        self.assertIn(said, found)
        self.assertNotIn(note, found)

    def test_outsiders_see_only_what_was_sent_to_them(self):
        self.post(partner_ids=[self.colleague.partner_id.id, self.portal.partner_id.id])
        told = self.env["mail.notification"].with_user(self.portal).search([])
        self.assertEqual(told.res_partner_id, self.portal.partner_id)

    def test_who_may_not_write_the_record_may_not_post(self):
        with self.assertRaises(AccessError):
            self.contact.with_user(self.portal).message_post(body="x")

    def test_messages_go_with_their_record(self):
        self.post()
        model, id_ = self.contact._name, self.contact.id
        self.contact.sudo().unlink()
        self.assertFalse(self.env["mail.message"].search([("model", "=", model), ("res_id", "=", id_)]))
        self.assertFalse(self.env["mail.followers"].search([("res_model", "=", model), ("res_id", "=", id_)]))

    def test_a_message_of_a_hidden_record_is_hidden_on_every_way(self):
        message = self.post()
        self.env["ir.rule"].create({
            "name": "Zed hidden", "model_id": self.env["ir.model"]._get_id("res.partner"),
            "domain_force": f"[('id', '!=', {self.contact.id})]", "groups": [(4, self.env.ref("base.group_user").id)]})
        self.env.flush_all()
        seen = message.with_user(self.colleague)
        for look in (lambda: seen.body, lambda: seen.read(["body"]), seen.message_format,
                     lambda: seen.write({"body": "x"}), seen.unlink):
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                look()
        with self.assertRaises(AccessError):
            self.env["mail.message"].with_user(self.colleague).create(
                {"model": "res.partner", "res_id": self.contact.id, "body": "smuggled"})

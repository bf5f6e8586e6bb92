from core.exceptions import AccessError
from core.tests import tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestFollowers(MailCase):
    """Who follows a record."""

    def test_the_creator_follows(self):
        contact = self.env["res.partner"].with_user(self.seller).create({"name": "Zed"})
        self.assertEqual(contact.message_partner_ids, self.seller.partner_id)
        self.assertTrue(contact.message_is_follower)

    def test_the_user_in_charge_follows_and_is_told(self):
        contact = self.env["res.partner"].with_user(self.seller).create({"name": "Zed", "user_id": self.colleague.id})
        self.assertIn(self.colleague.partner_id, contact.message_partner_ids)
        told = self.env["mail.message"].search([("message_type", "=", "user_notification"), ("res_id", "=", contact.id)])
        self.assertEqual(told.notified_partner_ids, self.colleague.partner_id)
        self.assertIn("assigned", told.body)

    def test_following_twice_is_following_once(self):
        for _time in range(2):
            self.contact.message_subscribe([self.colleague.partner_id.id])
        self.assertEqual(len(self.contact.message_follower_ids.filtered(
            lambda follower: follower.partner_id == self.colleague.partner_id)), 1)

    def test_people_stop_following(self):
        self.contact.message_subscribe([self.colleague.partner_id.id])
        self.contact.with_user(self.colleague).message_unsubscribe([self.colleague.partner_id.id])
        self.assertNotIn(self.colleague.partner_id, self.contact.message_partner_ids)

    def test_chosen_kinds_replace_the_default_ones(self):
        note = self.env.ref("mail.mt_note")
        self.contact.message_subscribe([self.colleague.partner_id.id], subtype_ids=note.ids)
        follower = self.contact.message_follower_ids.filtered(
            lambda item: item.partner_id == self.colleague.partner_id)
        self.assertEqual(follower.subtype_ids, note)

    def test_outsiders_do_not_get_the_internal_kinds(self):
        self.contact.message_subscribe([self.portal.partner_id.id])
        follower = self.contact.message_follower_ids.filtered(lambda item: item.partner_id == self.portal.partner_id)
        self.assertFalse(follower.subtype_ids.filtered("internal"))

    def test_only_who_may_change_the_record_adds_others(self):
        with self.assertRaises(AccessError):
            self.contact.with_user(self.colleague).message_subscribe([self.seller.partner_id.id])

    def test_records_are_found_by_their_followers(self):
        self.contact.message_subscribe([self.colleague.partner_id.id])
        partners = self.env["res.partner"]
        self.assertIn(self.contact, partners.search([("message_partner_ids", "in", self.colleague.partner_id.ids)]))
        self.assertIn(self.contact, partners.with_user(self.colleague).search([("message_is_follower", "=", True)]))

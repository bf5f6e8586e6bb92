from datetime import timedelta

from core import fields
from core.exceptions import AccessError
from core.tests import tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestActivity(MailCase):
    """Things to do about records."""

    def plan(self, days=0, **values):
        return self.contact.activity_schedule(
            "mail.mail_activity_data_todo", fields.Date.today() + timedelta(days=days),
            **{"summary": "Gọi lại", "user_id": self.colleague.id, **values})

    def test_the_record_shows_its_next_activity(self):
        self.plan(days=5)
        self.plan(days=-1, summary="Muộn")
        self.assertEqual((self.contact.activity_state, self.contact.activity_summary), ("overdue", "Muộn"))
        self.assertEqual(self.contact.activity_user_id, self.colleague)
        self.assertIn(self.contact, self.env["res.partner"].search([("activity_state", "=", "overdue")]))
        self.assertNotIn(self.contact, self.env["res.partner"].search([("activity_state", "=", "planned")]))

    def test_the_state_follows_the_day(self):
        states = [self.plan(days=days).state for days in (-1, 0, 1)]
        self.assertEqual(states, ["overdue", "today", "planned"])

    def test_the_person_in_charge_is_told_and_follows(self):
        self.plan()
        self.assertIn(self.colleague.partner_id, self.contact.message_partner_ids)
        told = self.env["mail.notification"].search([("res_partner_id", "=", self.colleague.partner_id.id)])
        self.assertTrue(told)

    def test_what_is_done_is_posted_and_gone(self):
        activity = self.plan()
        activity.with_user(self.colleague).action_feedback("Đã gọi")
        self.assertFalse(self.contact.activity_ids)
        self.assertIn("Đã gọi", self.messages(self.contact)[-1].body)

    def test_kinds_that_are_kept_are_archived(self):
        self.env.ref("mail.mail_activity_data_todo").keep_done = True
        activity = self.plan()
        activity.action_feedback("xong")
        self.assertEqual((activity.active, activity.state, activity.feedback), (False, "done", "xong"))

    def test_one_kind_triggers_the_next(self):
        todo, call = self.env.ref("mail.mail_activity_data_todo"), self.env.ref("mail.mail_activity_data_call")
        todo.write({"chaining_type": "trigger", "triggered_next_type_id": call.id})
        self.plan().action_feedback()
        self.assertEqual(self.contact.activity_ids.activity_type_id, call)

    def test_activities_are_found_moved_and_removed_by_kind(self):
        kinds = ["mail.mail_activity_data_todo"]
        self.plan()
        tomorrow = fields.Date.today() + timedelta(days=1)
        self.contact.activity_reschedule(kinds, date_deadline=tomorrow, new_user_id=self.seller.id)
        self.assertEqual(self.contact.activity_ids.mapped(lambda a: (a.date_deadline, a.user_id)), [(tomorrow, self.seller)])
        self.contact.activity_unlink(kinds)
        self.assertFalse(self.contact.activity_ids)

    def test_archiving_or_deleting_the_record_ends_its_activities(self):
        activity = self.plan()
        self.contact.sudo().active = False
        self.assertFalse(activity.exists())

    def test_outsiders_see_no_activities_of_others(self):
        activity = self.plan()
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertRaises(AccessError):
            activity.with_user(self.portal).read(["summary"])

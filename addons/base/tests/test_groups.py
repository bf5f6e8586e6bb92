from core import Command
from core.exceptions import ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestGroups(TransactionCase):
    """Implied groups: stored closed, added and taken away."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.low, cls.middle, cls.high = cls.env["res.groups"].create(
            [{"name": "Zed low"}, {"name": "Zed middle"}, {"name": "Zed high"}])
        cls.middle.implied_ids = cls.low
        cls.high.implied_ids = cls.middle
        cls.user = new_test_user(cls.env, "zed_member")

    def test_a_member_is_in_every_implied_group(self):
        self.user.groups_id = [Command.link(self.high.id)]
        self.assertLessEqual(self.low | self.middle | self.high, self.user.groups_id)
        self.assertEqual(self.high.trans_implied_ids, self.low | self.middle)

    def test_users_added_on_the_group_get_the_implied_ones(self):
        self.high.users = [Command.link(self.user.id)]
        self.assertIn(self.low, self.user.groups_id)

    def test_a_new_implication_reaches_the_present_members(self):
        self.user.groups_id = [Command.link(self.low.id)]
        extra = self.env["res.groups"].create({"name": "Zed extra"})
        self.low._apply_group(extra)
        self.assertIn(extra, self.user.groups_id)

        self.low._remove_group(extra)
        self.assertNotIn(extra, self.user.groups_id)

    def test_a_group_is_kept_as_long_as_another_one_implies_it(self):
        other = self.env["res.groups"].create({"name": "Zed other", "implied_ids": [Command.link(self.low.id)]})
        self.user.groups_id = [Command.link(self.middle.id), Command.link(other.id)]
        self.middle._remove_group(self.low)
        self.assertIn(self.low, self.user.groups_id)

    def test_groups_cannot_imply_themselves(self):
        with self.assertRaises(ValidationError):
            self.low.implied_ids = self.high

    def test_who_becomes_a_portal_user_keeps_no_internal_right(self):
        self.user.groups_id = [Command.link(self.high.id)]
        self.user.groups_id = [Command.set([self.env.ref("base.group_portal").id])]
        self.assertEqual(self.user.groups_id, self.env.ref("base.group_portal"))
        self.assertTrue(self.user.share)

    def test_nobody_has_two_types(self):
        with self.assertRaises(ValidationError):
            self.user.groups_id = [Command.link(self.env.ref("base.group_portal").id)]

    def test_groups_are_found_by_application_and_name(self):
        settings = self.env.ref("base.group_system")
        self.assertEqual(settings.full_name, "Administration / Settings")
        self.assertIn(settings, self.env["res.groups"].search([("full_name", "=", "Administration / Settings")]))
        self.assertIn(self.high, self.env["res.groups"].search([("trans_implied_ids", "in", self.low.ids)]))

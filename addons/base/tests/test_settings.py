from core.exceptions import AccessError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestSettings(TransactionCase):
    """The settings form: groups and addons by the names of its fields."""

    def test_only_administrators_change_settings(self):
        user = new_test_user(self.env, "zed_settings")
        with self.assertRaises(AccessError):
            self.env["res.config.settings"].with_user(user).create({}).execute()

    def test_executing_unchanged_settings_changes_nothing(self):
        implied = self.env.ref("base.group_user").implied_ids
        self.env["res.config.settings"].create({}).execute()
        self.assertEqual(self.env.ref("base.group_user").implied_ids, implied)

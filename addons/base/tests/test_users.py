from datetime import timedelta

from core import Command, fields
from core.exceptions import AccessDenied, AccessError, UserError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestUsers(TransactionCase):
    """Accounts, passwords, API keys and the own preferences."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = new_test_user(cls.env, "zed_seller", groups="base.group_user")
        cls.portal = new_test_user(cls.env, "zed_portal", groups="base.group_portal")

    def check(self, user, password, interactive=True):
        return user.with_user(user)._check_credentials(
            {"login": user.login, "password": password, "type": "password"}, {"interactive": interactive})

    def test_the_ids_of_the_first_users_are_fixed(self):
        self.assertEqual(self.env.ref("base.user_root").id, 1)
        self.assertEqual(self.env.ref("base.user_admin").id, 2)
        self.assertFalse(self.env.ref("base.user_root").active)

    def test_a_password_is_stored_as_a_hash_and_never_read_back(self):
        self.user.password = "mật khẩu"

        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.user.id])
        self.assertTrue(self.env.cr.fetchone()[0].startswith("$argon2id$"))
        self.assertFalse(self.user.password)
        self.assertEqual(self.check(self.user, "mật khẩu")["uid"], self.user.id)

    def test_a_wrong_or_empty_password_is_refused(self):
        self.user.password = "right"
        for wrong in ("wrong", "", None):
            with self.assertRaises(AccessDenied):
                self.check(self.user, wrong)

    def test_a_password_set_by_sql_is_accepted_once_and_hashed(self):
        self.env.cr.execute("UPDATE res_users SET password = 'plain' WHERE id = %s", [self.user.id])
        self.check(self.user, "plain")
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.user.id])
        self.assertTrue(self.env.cr.fetchone()[0].startswith("$argon2id$"))

    def test_changing_the_own_password_needs_the_old_one(self):
        self.user.password = "old"
        users = self.env["res.users"].with_user(self.user)
        with self.assertRaises(AccessDenied):
            users.change_password("not the old one", "new")
        users.change_password("old", "new")
        self.check(self.user, "new")

    def test_an_api_key_works_for_programs_only(self):
        key = self.env["res.users.apikeys"].with_user(self.user)._generate(
            "rpc", "script", fields.Datetime.now() + timedelta(days=1))

        self.assertEqual(self.check(self.user, key, interactive=False)["uid"], self.user.id)
        with self.assertRaises(AccessDenied):
            self.check(self.user, key)

    def test_an_expired_key_and_one_of_another_scope_are_refused(self):
        keys = self.env["res.users.apikeys"].with_user(self.user)
        key = keys._generate("rpc", "script", fields.Datetime.now() + timedelta(days=1))
        self.assertIsNone(keys._check_credentials(scope="other", key=key))

        self.env.cr.execute("UPDATE res_users_apikeys SET expiration_date = '2020-01-01' WHERE user_id = %s",
                            [self.user.id])
        self.assertIsNone(keys._check_credentials(scope="rpc", key=key))

    def test_only_administrators_make_keys_without_an_end(self):
        keys = self.env["res.users.apikeys"]
        with self.assertRaises(UserError):
            keys.with_user(self.user)._generate("rpc", "for ever", False)
        self.assertTrue(keys.with_user(self.env.ref("base.user_admin"))._generate("rpc", "for ever", False))

    def test_the_dialog_shows_a_new_key_once_to_who_knows_the_password(self):
        self.user.password = "clerk's password"
        dialogs = self.env["res.users.apikeys.description"].with_user(self.user)
        with self.assertRaisesRegex(UserError, "No key was made"):
            dialogs.create({"name": "script", "password": "wrong"}).make_key()
        self.assertFalse(self.user.api_key_ids)
        dialog = dialogs.create({"name": "script", "duration": "7", "password": "clerk's password"})
        key = dialog.make_key()["context"]["default_key"]
        self.assertEqual(self.check(self.user, key, interactive=False)["uid"], self.user.id)
        self.assertIn((self.user.api_key_ids.expiration_date - fields.Datetime.now()).days, (6, 7))
        self.assertFalse(dialog.password)
        self.user.with_user(self.user).api_key_ids.remove()
        with self.assertRaises(AccessDenied):
            self.check(self.user, key, interactive=False)

    def test_a_user_changes_the_own_preferences_but_not_the_own_rights(self):
        own = self.user.with_user(self.user)
        own.write({"signature": "<p>Chào</p>", "tz": "Asia/Ho_Chi_Minh"})
        self.assertEqual(self.user.tz, "Asia/Ho_Chi_Minh")
        with self.assertRaises(AccessError):
            own.write({"groups_id": [Command.link(self.env.ref("base.group_system").id)]})
        with self.assertRaises(AccessError):
            self.portal.with_user(self.user).write({"name": "x"})

    def test_portal_users_are_outsiders(self):
        self.assertTrue(self.portal.share)
        self.assertTrue(self.portal._is_portal())
        self.assertFalse(self.user.share)
        self.assertTrue(self.user._is_internal())

    def test_has_group_follows_implied_groups(self):
        admin = self.env.ref("base.user_admin")
        self.assertTrue(admin.has_group("base.group_user"))
        self.assertTrue(admin._is_admin())
        self.assertFalse(self.user.has_group("base.group_system"))
        self.assertFalse(self.user.has_groups("base.group_user,!base.group_user"))
        self.assertTrue(self.user.has_groups("base.group_portal,base.group_user"))

    def test_the_current_company_is_one_of_the_allowed_ones(self):
        other = self.env["res.company"].create({"name": "Zed Other"})
        with self.assertRaises(ValidationError):
            self.user.company_id = other
        self.user.write({"company_ids": [Command.link(other.id)], "company_id": other.id})
        self.assertEqual(set(self.user._get_company_ids()), {self.env.ref("base.main_company").id, other.id})

    def test_the_system_s_users_stay(self):
        for xml_id in ("base.user_root", "base.user_admin", "base.public_user"):
            with self.assertRaises(UserError):
                self.env.ref(xml_id).unlink()

    def test_logins_are_unique(self):
        with self.assertRaises(Exception), self.env.cr.savepoint():
            self.env["res.users"].create({"name": "x", "login": "zed_seller"})
            self.env.flush_all()

    def test_a_session_ends_when_password_or_login_change(self):
        token = self.user._compute_session_token("sid")
        self.assertEqual(self.user._compute_session_token("sid"), token)
        self.user.password = "another"
        self.assertNotEqual(self.user._compute_session_token("sid"), token)

    def test_users_are_found_by_login(self):
        self.assertEqual(self.env["res.users"].name_search("zed_seller")[0][0], self.user.id)

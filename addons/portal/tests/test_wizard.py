from core.exceptions import AccessError, UserError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestPortalWizard(TransactionCase):
    """Customers get access to their documents, and lose it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.customer = cls.env["res.partner"].create({"name": "Hoa Sen", "email": "mua@hoasen.example.com"})

    def line(self, partner=None):
        wizard = self.env["portal.wizard"].with_context(active_ids=(partner or self.customer).ids, active_model="res.partner").create({})
        return wizard.user_ids

    def test_granting_makes_a_portal_user_and_invites_him(self):
        line = self.line()
        line.action_grant_access()
        user = self.customer.user_ids
        self.assertEqual(user.login, "mua@hoasen.example.com")
        self.assertTrue(user._is_portal())
        self.assertFalse(user._is_internal())
        mail = self.env["mail.mail"].search([("email_to", "ilike", "mua@hoasen.example.com")], limit=1)
        self.assertIn("/portal/invitation?token=", mail.body_html)

    def test_revoking_closes_the_door(self):
        line = self.line()
        line.action_grant_access()
        line.action_revoke_access()
        self.assertFalse(self.customer.with_context(active_test=False).user_ids.active)
        line = self.line()
        line.action_grant_access()
        self.assertTrue(self.customer.user_ids.active)

    def test_a_contact_without_an_address_is_refused(self):
        self.customer.email = "nonsense"
        with self.assertRaisesRegex(UserError, "no valid email"):
            self.line().action_grant_access()

    def test_an_address_in_use_is_refused(self):
        new_test_user(self.env, login="mua@hoasen.example.com", groups="base.group_user")
        with self.assertRaisesRegex(UserError, "already a user"):
            self.line().action_grant_access()

    def test_employees_keep_their_rights(self):
        employee = new_test_user(self.env, login="nhanvien@example.com", email="nhanvien@example.com", groups="base.group_user")
        with self.assertRaisesRegex(UserError, "has access already"):
            self.line(employee.partner_id).action_grant_access()

    def test_only_those_who_manage_contacts_may(self):
        employee = new_test_user(self.env, login="zed", groups="base.group_user")
        with self.assertRaises(AccessError):
            self.env["portal.wizard"].with_user(employee).with_context(active_ids=self.customer.ids).create({})

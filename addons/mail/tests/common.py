"""What the tests of messages share."""
from core.tests import TransactionCase, new_test_user


class MailCase(TransactionCase):
    """A salesperson, a colleague with an inbox, an outside user, and a contact they talk about."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.seller = new_test_user(cls.env, "zed_mail_seller", groups="base.group_user,base.group_partner_manager")
        cls.colleague = new_test_user(cls.env, "zed_mail_colleague", notification_type="inbox")
        cls.portal = new_test_user(cls.env, "zed_mail_portal", groups="base.group_portal")
        cls.contact = cls.env["res.partner"].with_user(cls.seller).create(
            {"name": "Minh Long", "email": "info@minhlong.example.com"})
        cls.contact.flush_recordset()

    def messages(self, record):
        return self.env["mail.message"].search([("model", "=", record._name), ("res_id", "=", record.id)], order="id")

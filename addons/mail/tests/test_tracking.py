from core.tests import tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestTracking(MailCase):
    """The log of changed fields."""

    def changes(self, record):
        values = self.env["mail.tracking.value"].search([("mail_message_id", "in", self.messages(record).ids)])
        return {value.field_id.name: (value._display_text(new=False), value._display_text()) for value in values}

    def setUp(self):
        super().setUp()
        self.flush_tracking()

    def test_changes_are_logged_with_old_and_new_value(self):
        self.contact.write({"name": "Minh Long JSC", "user_id": self.seller.id})
        self.flush_tracking()
        self.assertEqual(self.changes(self.contact), {
            "name": ("Minh Long", "Minh Long JSC"), "user_id": ("", self.seller.name)})

    def test_many_writes_of_one_transaction_make_one_message(self):
        before = len(self.messages(self.contact))
        self.contact.phone = "1"
        self.contact.phone = "2"
        self.contact.name = "x"
        self.flush_tracking()
        self.assertEqual(len(self.messages(self.contact)), before + 1)
        self.assertEqual(self.changes(self.contact)["phone"], ("", "2"))

    def test_a_change_taken_back_is_none(self):
        before = len(self.messages(self.contact))
        self.contact.name = "x"
        self.contact.name = "Minh Long"
        self.flush_tracking()
        self.assertEqual(len(self.messages(self.contact)), before)

    def test_untracked_fields_and_contexts_are_not_logged(self):
        before = len(self.messages(self.contact))
        self.contact.write({"city": "Huế"})
        self.contact.with_context(mail_notrack=True).phone = "1"
        self.contact.with_context(tracking_disable=True).name = "y"
        self.flush_tracking()
        self.assertEqual(len(self.messages(self.contact)), before)

    def test_the_first_values_of_a_record_are_no_changes(self):
        contact = self.env["res.partner"].create({"name": "Mới"})
        contact.name = "Mới hơn"
        self.flush_tracking()
        self.assertEqual(len(self.messages(contact)), 1)

    def test_the_chatter_gets_type_label_and_values(self):
        self.contact.vat = "0100233488"
        self.flush_tracking()
        [value] = self.messages(self.contact)[-1].tracking_value_ids._tracking_value_format()
        self.assertEqual((value["changedField"], value["fieldType"]), ("Tax ID", "char"))
        self.assertEqual((value["oldValue"]["value"], value["newValue"]["value"]), (False, "0100233488"))

    def test_context_keys_silence_creation(self):
        quiet = self.env["res.partner"].with_context(mail_create_nolog=True, mail_create_nosubscribe=True)
        contact = quiet.with_user(self.seller).create({"name": "Yên lặng"})
        self.assertFalse(self.messages(contact))
        self.assertFalse(contact.message_partner_ids)

    def test_a_thousand_changes_cost_few_statements(self):
        contacts = self.env["res.partner"].with_context(tracking_disable=True).create(
            [{"name": f"Khách {number}"} for number in range(1000)])
        # A new transaction would see them as old records.
        self.flush_tracking()
        self.env.invalidate_all()
        contacts = contacts.with_env(self.env)
        before = self.env.cr.sql_log_count
        contacts.write({"phone": "0912345678"})
        self.flush_tracking()
        self.assertLess(self.env.cr.sql_log_count - before, 30)
        self.assertEqual(self.env["mail.tracking.value"].search_count(
            [("mail_message_id.res_id", "in", contacts.ids), ("mail_message_id.model", "=", "res.partner")]), 1000)

from psycopg2 import IntegrityError

from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestTag(TransactionCase):
    """Tags of opportunities and orders."""

    def test_a_name_is_taken_also_once_it_is_translated(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        tag = self.env["crm.tag"].create({"name": "Roofing"})
        tag.with_context(lang="vi_VN").name = "Lợp mái"
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.env["crm.tag"].create({"name": "Roofing"})
        self.assertTrue(self.env["crm.tag"].create({"name": "Roofing tiles"}))

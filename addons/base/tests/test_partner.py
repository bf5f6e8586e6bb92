from core.exceptions import UserError, ValidationError
from core.tests import Form, TransactionCase, tagged

from .common import DISABLED_MAIL_CONTEXT


@tagged("post_install", "-at_install")
class TestPartner(TransactionCase):
    """Companies, their contacts and addresses."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Partner = cls.env["res.partner"].with_context(**DISABLED_MAIL_CONTEXT)
        cls.vietnam = cls.env.ref("base.vn")
        cls.company = cls.Partner.create({
            "name": "Minh Long", "is_company": True, "vat": "0100233488", "street": "12 Hàng Bài", "city": "Hà Nội",
            "country_id": cls.vietnam.id})

    def contact(self, **values):
        return self.Partner.create({"name": "Nguyễn Văn Đức", "parent_id": self.company.id, **values})

    def test_a_contact_takes_address_and_tax_code_of_its_company(self):
        contact = self.contact()

        self.assertEqual((contact.street, contact.city, contact.country_id), ("12 Hàng Bài", "Hà Nội", self.vietnam))
        self.assertEqual(contact.vat, "0100233488")
        self.assertEqual(contact.commercial_partner_id, self.company)
        self.assertEqual(contact.commercial_company_name, "Minh Long")

    def test_a_delivery_address_keeps_its_own_street(self):
        address = self.contact(name=False, type="delivery", street="Kho 5")

        self.assertEqual(address.street, "Kho 5")
        self.assertEqual(address.display_name, "Minh Long, Delivery Address")

    def test_a_change_of_the_company_reaches_its_contacts(self):
        contact, address = self.contact(), self.contact(type="invoice", street="Quầy 3")

        self.company.write({"street": "1 Lê Lợi", "vat": "0314409058"})

        self.assertEqual((contact.street, contact.vat), ("1 Lê Lợi", "0314409058"))
        self.assertEqual((address.street, address.vat), ("Quầy 3", "0314409058"))

    def test_the_first_contact_gives_its_address_to_a_company_without_one(self):
        empty = self.Partner.create({"name": "Mới", "is_company": True})

        self.Partner.create({"name": "An", "parent_id": empty.id, "street": "5 Trần Phú"})

        self.assertEqual(empty.street, "5 Trần Phú")

    def test_the_name_shown_starts_with_the_company(self):
        contact = self.contact()

        self.assertEqual(contact.complete_name, "Minh Long, Nguyễn Văn Đức")
        self.assertEqual(contact.with_context(show_address=True).display_name.split("\n")[1], "12 Hàng Bài")
        self.assertEqual(contact.with_context(show_vat=True).display_name, "Minh Long, Nguyễn Văn Đức ‒ 0100233488")

    def test_address_get_prefers_the_type_and_falls_back_to_the_contact(self):
        contact = self.contact()
        delivery = self.contact(type="delivery")

        found = self.company.address_get(["delivery", "invoice"])

        self.assertEqual(found["delivery"], delivery.id)
        self.assertEqual(found["invoice"], self.company.id)
        self.assertEqual(contact.address_get(["delivery"])["delivery"], delivery.id)

    def test_contacts_are_found_by_code_phone_and_name(self):
        self.company.write({"ref": "KH001", "phone": "0912345678"})

        for text in ("KH001", "0912345678", "Minh Long", "0100233488"):
            self.assertIn(self.company.id, [id_ for id_, _name in self.Partner.name_search(text)], text)

    def test_a_contact_cannot_be_below_itself(self):
        contact = self.contact()
        with self.assertRaises(ValidationError):
            self.company.parent_id = contact

    def test_a_contact_needs_a_name_an_address_does_not(self):
        with self.assertRaises(ValidationError):
            self.Partner.create({"type": "contact"})
            self.env.flush_all()

    def test_the_contact_of_a_user_can_be_neither_deleted_nor_archived(self):
        partner = self.env.ref("base.partner_admin")
        with self.assertRaises(UserError):
            partner.unlink()
        with self.assertRaises(Exception):
            partner.active = False

    def test_a_text_with_an_address_makes_a_contact(self):
        id_, _name = self.Partner.name_create("Lan <lan@example.com>")

        self.assertEqual(self.Partner.browse(id_).mapped(lambda p: (p.name, p.email)), [("Lan", "lan@example.com")])
        self.assertEqual(self.Partner.find_or_create("lan@example.com").id, id_)

    def test_a_website_gets_its_protocol(self):
        self.company.website = "minhlong.example.com"
        self.assertEqual(self.company.website, "http://minhlong.example.com")

    def test_the_form_shows_the_company_address_before_saving(self):
        with Form(self.Partner) as form:
            form.name = "Bình"
            form.parent_id = self.company
        self.assertEqual(form.save().city, "Hà Nội")

    def test_many_contacts_are_created_in_few_statements(self):
        values = [{"name": f"Khách {number}", "city": "Huế"} for number in range(500)]
        self.env.flush_all()
        before = self.env.cr.sql_log_count

        partners = self.Partner.create(values)
        self.env.flush_all()

        self.assertEqual(len(partners), 500)
        self.assertLess(self.env.cr.sql_log_count - before, 40)

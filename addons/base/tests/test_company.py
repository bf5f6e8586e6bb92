from core.exceptions import UserError, ValidationError
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestCompany(TransactionCase):
    """Companies, their contact and their branches."""

    def test_a_company_has_a_contact_of_its_own(self):
        company = self.env["res.company"].create({"name": "Zed trading", "street": "1 Lê Lợi", "vat": "0100233488"})
        self.assertTrue(company.partner_id.is_company)
        self.assertEqual((company.partner_id.name, company.partner_id.street), ("Zed trading", "1 Lê Lợi"))
        company.partner_id.city = "Huế"
        self.assertEqual(company.city, "Huế")
        company.email = "info@zed.example.com"
        self.assertEqual(company.partner_id.email, "info@zed.example.com")

    def test_who_creates_a_company_may_work_in_it(self):
        company = self.env["res.company"].create({"name": "Zed mine"})
        self.assertIn(company, self.env.user.company_ids)

    def test_a_branch_shares_the_currency_of_its_main_company(self):
        main = self.env["res.company"].create({"name": "Zed main", "currency_id": self.env.ref("base.VND").id})
        branch = self.env["res.company"].create({"name": "Zed branch", "parent_id": main.id})
        self.assertEqual(branch.currency_id, main.currency_id)
        self.assertEqual(branch.root_id, main)
        main.currency_id = self.env.ref("base.USD")
        self.assertEqual(branch.currency_id, self.env.ref("base.USD"))
        with self.assertRaises(ValidationError):
            branch.currency_id = self.env.ref("base.EUR")

    def test_a_branch_stays_with_its_main_company(self):
        first, second = self.env["res.company"].create([{"name": "Zed one"}, {"name": "Zed two"}])
        with self.assertRaises(UserError):
            first.parent_id = second

    def test_the_company_of_active_users_cannot_be_archived(self):
        with self.assertRaises(ValidationError):
            self.env.ref("base.main_company").active = False

    def test_companies_cannot_be_duplicated(self):
        with self.assertRaises(UserError):
            self.env.ref("base.main_company").copy()

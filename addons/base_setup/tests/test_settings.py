from core.tests import TransactionCase


class TestGeneralSettings(TransactionCase):
    """The general settings show the company and switch what belongs to everybody."""

    def test_the_company_is_described(self):
        company = self.env.company
        company.write({"street": "1 Lê Lợi", "city": "Huế", "country_id": self.env.ref("base.vn").id})
        settings = self.env["res.config.settings"].create({})
        self.assertEqual(settings.company_id, company)
        self.assertIn("1 Lê Lợi", settings.company_informations)
        self.assertEqual(settings.company_count, self.env["res.company"].search_count([]))

    def test_several_currencies_are_a_group(self):
        self.env["res.config.settings"].create({"group_multi_currency": True}).execute()
        self.assertTrue(self.env.user.has_group("base.group_multi_currency"))

    def test_addons_find_their_places(self):
        arch = self.env["res.config.settings"].get_view(view_type="form")["arch"]
        for place in ('id="companies"', 'id="user_default_rights"', 'name="integration"'):
            self.assertIn(place, arch)

from core.tests import Form, TransactionCase


class TestAddress(TransactionCase):
    def test_a_street_and_its_parts(self):
        partner = self.env["res.partner"].create({"name": "Ann", "street": "Chaussee de Namur 40 - 2b"})
        self.assertEqual((partner.street_name, partner.street_number, partner.street_number2), ("Chaussee de Namur", "40", "2b"))
        partner.street_number = "41"
        self.assertEqual(partner.street, "Chaussee de Namur 41 - 2b")

    def test_a_city_from_the_list_fills_the_address(self):
        country = self.env.ref("base.be")
        country.enforce_cities = True
        city = self.env["res.city"].create({"name": "Ramillies", "zipcode": "1367", "country_id": country.id})
        with Form(self.env["res.partner"], "base.view_partner_form") as form:
            form.name = "Ann"
            form.country_id = country
            form.city_id = city
        partner = form.save()
        self.assertEqual((partner.city, partner.zip, city.display_name), ("Ramillies", "1367", "Ramillies (1367)"))
        self.assertIn("city_id", self.env["res.partner"]._address_fields())

from core.exceptions import UserError, ValidationError
from core.tests import TransactionCase


class TestUom(TransactionCase):
    def setUp(self):
        super().setUp()
        self.unit = self.env.ref("uom.product_uom_unit")
        self.dozen = self.env.ref("uom.product_uom_dozen")
        self.gram = self.env.ref("uom.product_uom_gram")
        self.ton = self.env.ref("uom.product_uom_ton")

    def test_quantity_between_units_of_one_category(self):
        self.assertEqual(self.gram._compute_quantity(1020000, self.ton), 1.02)
        self.assertEqual(self.dozen._compute_quantity(1, self.unit), 12)
        self.assertEqual(self.unit._compute_quantity(1, self.dozen, round=True), 0.09)

    def test_price_between_units(self):
        self.assertAlmostEqual(self.gram._compute_price(2, self.ton), 2000000.0)
        self.assertAlmostEqual(self.dozen._compute_price(144, self.unit), 12.0)

    def test_other_category_is_refused_unless_asked_not_to(self):
        with self.assertRaises(UserError):
            self.gram._compute_quantity(1, self.unit)
        self.assertEqual(self.gram._compute_quantity(5, self.unit, raise_if_failure=False), 5)

    def test_bigger_unit_by_its_ratio(self):
        score = self.env["uom.uom"].create({
            "name": "Score", "factor_inv": 20, "uom_type": "bigger", "rounding": 1.0,
            "category_id": self.unit.category_id.id})
        self.assertEqual(self.unit._compute_quantity(2, score), 1)
        self.assertEqual(score._compute_quantity(2, self.unit), 40)

    def test_second_reference_unit_is_refused(self):
        with self.assertRaises(ValidationError):
            self.env["uom.uom"].create({
                "name": "Other", "uom_type": "reference", "category_id": self.unit.category_id.id})

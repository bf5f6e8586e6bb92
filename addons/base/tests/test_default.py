from core.exceptions import ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestDefault(TransactionCase):
    """Defaults set by people: the most particular one wins."""

    def city(self, user=None):
        return self.env["res.partner"].with_user(user or self.env.user).default_get(["city"]).get("city")

    def test_the_user_s_own_default_comes_before_the_common_one(self):
        user = new_test_user(self.env, "zed_default")
        self.env["ir.default"].set("res.partner", "city", "Huế")
        self.env["ir.default"].set("res.partner", "city", "Đà Nẵng", user_id=user.id)
        self.assertEqual(self.city(), "Huế")
        self.assertEqual(self.city(user), "Đà Nẵng")

    def test_a_default_is_replaced_and_removed(self):
        defaults = self.env["ir.default"]
        defaults.set("res.partner", "city", "A")
        defaults.set("res.partner", "city", "B")
        self.assertEqual(defaults._get("res.partner", "city"), "B")
        defaults.discard_values("res.partner", "city", ["B"])
        self.assertIsNone(defaults._get("res.partner", "city"))
        self.assertFalse(self.city())

    def test_a_deleted_record_is_nobody_s_default(self):
        bank = self.env["res.bank"].create({"name": "Zed"})
        self.env["ir.default"].set("res.partner.bank", "bank_id", bank.id)
        self.env["ir.default"].discard_records(bank)
        self.assertIsNone(self.env["ir.default"]._get("res.partner.bank", "bank_id"))

    def test_unknown_fields_and_wrong_values_are_refused(self):
        with self.assertRaises(ValidationError):
            self.env["ir.default"].set("res.partner", "nonsense", 1)
        with self.assertRaises(ValidationError):
            self.env["ir.default"].set("res.partner", "color", "red")

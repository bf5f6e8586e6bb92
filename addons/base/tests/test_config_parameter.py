from core.exceptions import AccessError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestConfigParameter(TransactionCase):
    """System parameters."""

    def test_a_parameter_is_set_read_and_removed(self):
        parameters = self.env["ir.config_parameter"]
        self.assertEqual(parameters.get_param("h7.key", "default"), "default")
        self.assertFalse(parameters.set_param("h7.key", 5))
        self.assertEqual(parameters.get_param("h7.key"), "5")
        self.assertEqual(parameters.set_param("h7.key", False), "5")
        self.assertFalse(parameters.get_param("h7.key"))

    def test_a_change_is_seen_at_once(self):
        record = self.env["ir.config_parameter"].create({"key": "h7.key", "value": "a"})
        self.env["ir.config_parameter"].get_param("h7.key")
        record.value = "b"
        self.assertEqual(self.env["ir.config_parameter"].get_param("h7.key"), "b")

    def test_the_system_s_own_parameters_stay(self):
        secret = self.env["ir.config_parameter"].search([("key", "=", "database.secret")])
        with self.assertRaises(ValidationError):
            secret.unlink()
        with self.assertRaises(ValidationError):
            secret.key = "renamed"

    def test_users_do_not_read_parameters(self):
        user = new_test_user(self.env, "h7_param")
        with self.assertRaises(AccessError):
            self.env["ir.config_parameter"].with_user(user).get_param("database.secret")

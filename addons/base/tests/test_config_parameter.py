from core.exceptions import AccessError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestConfigParameter(TransactionCase):
    """System parameters."""

    def test_a_parameter_is_set_read_and_removed(self):
        parameters = self.env["ir.config_parameter"]
        self.assertEqual(parameters.get_param("zed.key", "default"), "default")
        self.assertFalse(parameters.set_param("zed.key", 5))
        self.assertEqual(parameters.get_param("zed.key"), "5")
        self.assertEqual(parameters.set_param("zed.key", False), "5")
        self.assertFalse(parameters.get_param("zed.key"))

    def test_a_change_is_seen_at_once(self):
        record = self.env["ir.config_parameter"].create({"key": "zed.key", "value": "a"})
        self.env["ir.config_parameter"].get_param("zed.key")
        record.value = "b"
        self.assertEqual(self.env["ir.config_parameter"].get_param("zed.key"), "b")

    def test_the_system_s_own_parameters_stay(self):
        secret = self.env["ir.config_parameter"].search([("key", "=", "database.secret")])
        with self.assertRaises(ValidationError):
            secret.unlink()
        with self.assertRaises(ValidationError):
            secret.key = "renamed"

    def test_users_do_not_read_parameters(self):
        user = new_test_user(self.env, "zed_param")
        with self.assertRaises(AccessError):
            self.env["ir.config_parameter"].with_user(user).get_param("database.secret")

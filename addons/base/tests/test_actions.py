from core import Command
from core.exceptions import AccessError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestActions(TransactionCase):
    """Window, server and report actions."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner_model = cls.env["ir.model"]._get("res.partner")
        cls.partner = cls.env["res.partner"].create({"name": "Zed action"})

    def server_action(self, **values):
        return self.env["ir.actions.server"].create(
            {"name": "Zed", "model_id": self.partner_model.id, "state": "code", **values})

    def run_on(self, action, records):
        return action.with_context(active_model=records._name, active_ids=records.ids, active_id=records[:1].id).run()

    def test_an_id_names_one_action_of_any_kind(self):
        window = self.env.ref("base.action_partner_form")
        common = self.env["ir.actions.actions"].browse(window.id)
        self.assertEqual((common.type, common.name), ("ir.actions.act_window", window.name))

    def test_a_window_action_opens_its_views_in_order(self):
        values = self.env["ir.actions.act_window"]._for_xml_id("base.action_partner_form")
        self.assertEqual([kind for _view, kind in values["views"]], ["kanban", "list", "form"])
        self.assertNotIn("create_uid", values)

    def test_code_sees_the_records_and_returns_an_action(self):
        action = self.server_action(code="""
for record in records:
    record.write({'city': 'Huế'})
action = {'type': 'ir.actions.act_window_close'}
""")
        self.assertEqual(self.run_on(action, self.partner), {"type": "ir.actions.act_window_close"})
        self.assertEqual(self.partner.city, "Huế")

    def test_code_cannot_leave_the_sandbox(self):
        for code in ("__import__('os').getcwd()", "env.cr._cnx", "open('/etc/passwd')"):
            with self.assertRaises(Exception):
                self.run_on(self.server_action(code=code), self.partner)

    def test_broken_code_is_refused_when_it_is_saved(self):
        with self.assertRaises(ValidationError):
            self.server_action(code="for record in")

    def test_a_field_is_set_without_code(self):
        action = self.server_action(state="object_write", update_path="city", value="Đà Lạt")
        self.run_on(action, self.partner)
        self.assertEqual(self.partner.city, "Đà Lạt")

    def test_groups_say_who_may_run_it(self):
        user = new_test_user(self.env, "zed_runner", groups="base.group_user")
        action = self.server_action(code="record.city", groups_id=[Command.set(self.env.ref("base.group_system").ids)])
        self.env.flush_all()
        with self.assertRaises(AccessError):
            self.run_on(action.with_user(user), self.partner.with_user(user))

    def test_an_action_is_offered_on_its_model(self):
        action = self.server_action(code="record")
        action.create_action()
        offered = self.env["ir.actions.actions"].get_bindings("res.partner")["action"]
        self.assertIn(action.id, [item["id"] for item in offered])
        action.unlink_action()
        offered = self.env["ir.actions.actions"].get_bindings("res.partner").get("action", [])
        self.assertNotIn(action.id, [item["id"] for item in offered])

    def test_a_window_action_needs_a_model_that_exists(self):
        with self.assertRaises(ValidationError):
            self.env["ir.actions.act_window"].create({"name": "x", "res_model": "no.such.model"})

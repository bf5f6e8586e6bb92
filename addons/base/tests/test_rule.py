from core import Command
from core.exceptions import AccessError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestRule(TransactionCase):
    """Record rules: global ones are ANDed, those of groups are ORed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.group_a, cls.group_b = cls.env["res.groups"].create([{"name": "Zed rule A"}, {"name": "Zed rule B"}])
        cls.user = new_test_user(cls.env, "zed_rules")
        cls.env["ir.model.access"].create({
            "name": "zed", "model_id": cls.env["ir.model"]._get_id("res.bank"), "group_id": cls.group_a.id,
            "perm_read": True, "perm_write": True, "perm_create": True, "perm_unlink": True})
        cls.user.groups_id = [Command.link(cls.group_a.id), Command.link(cls.group_b.id)]
        cls.north, cls.south, cls.closed = cls.env["res.bank"].create(
            [{"name": "Zed north", "city": "N"}, {"name": "Zed south", "city": "S"}, {"name": "Zed closed", "city": "N",
                                                                                   "zip": "closed"}])

    def rule(self, domain, group=None, **values):
        return self.env["ir.rule"].create({
            "name": f"Zed {domain}", "model_id": self.env["ir.model"]._get_id("res.bank"), "domain_force": domain,
            "groups": [Command.set(group.ids if group else [])], **values})

    def seen(self):
        self.env.flush_all()
        return self.env["res.bank"].with_user(self.user).search([("name", "like", "Zed")])

    def test_without_rules_everything_is_seen(self):
        self.assertEqual(self.seen(), self.north | self.south | self.closed)

    def test_rules_of_groups_widen_each_other(self):
        self.rule("[('city', '=', 'N')]", self.group_a)
        self.assertEqual(self.seen(), self.north | self.closed)
        self.rule("[('city', '=', 'S')]", self.group_b)
        self.assertEqual(self.seen(), self.north | self.south | self.closed)

    def test_a_global_rule_cannot_be_widened(self):
        self.rule("[('zip', '!=', 'closed')]")
        self.rule("[(1, '=', 1)]", self.group_a)
        self.assertEqual(self.seen(), self.north | self.south)

    def test_rules_know_the_user_and_the_companies(self):
        self.rule("[('create_uid', '=', user.id)]", self.group_a)
        self.assertFalse(self.seen())
        own = self.env["res.bank"].with_user(self.user).create({"name": "Zed own"})
        self.assertEqual(self.seen(), own)

    def test_a_rule_applies_to_its_operations_only(self):
        self.rule("[('city', '=', 'N')]", self.group_a, perm_read=False)
        self.assertIn(self.south, self.seen())
        with self.assertRaisesRegex(AccessError, "Zed"):
            self.south.with_user(self.user).name = "changed"
        self.north.with_user(self.user).name = "Zed changed"

    def test_a_user_outside_the_group_is_not_touched_by_its_rule(self):
        self.rule("[('city', '=', 'N')]", self.env["res.groups"].create({"name": "Zed nobody"}))
        self.assertIn(self.south, self.seen())

    def test_the_error_names_record_and_rule(self):
        rule = self.rule("[('city', '=', 'N')]", self.group_a)
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertRaises(AccessError) as caught:
            self.south.with_user(self.user).read(["name"])
        self.assertIn(f"id {self.south.id}", str(caught.exception))
        self.assertNotIn("Zed south", str(caught.exception), "the name may not be read either")
        self.assertIn(rule.name, str(caught.exception))

    def test_a_domain_that_does_not_work_is_refused(self):
        with self.assertRaises(ValidationError):
            self.rule("[('nonsense', '=', 1)]")
        with self.assertRaises(ValidationError):
            self.rule("__import__('os')")

    def test_records_of_other_companies_are_hidden(self):
        other = self.env["res.company"].create({"name": "Zed elsewhere"})
        partner = self.env["res.partner"].create({"name": "Zed stranger", "company_id": other.id})
        self.env.flush_all()
        self.assertNotIn(partner, self.env["res.partner"].with_user(self.user).search([("name", "=", "Zed stranger")]))

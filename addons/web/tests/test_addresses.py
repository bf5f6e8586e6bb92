from core.tests import TransactionCase


class TestAddresses(TransactionCase):
    """Window actions have readable, unique and stable addresses."""

    def action(self, name, **values):
        return self.env["ir.actions.act_window"].create({"name": name, "res_model": "res.partner", **values})

    def slug(self, action):
        return self.env["ir.actions.act_window"]._web_slugs()[1][action.id]

    def test_the_name_becomes_the_address(self):
        self.assertEqual(self.slug(self.action("Loyal Customers (VIP)")), "loyal-customers-vip")

    def test_a_path_wins(self):
        self.assertEqual(self.slug(self.action("Anything", path="loyal")), "loyal")

    def test_the_same_name_twice_gets_two_addresses(self):
        first, second = self.action("Twice"), self.action("Twice")
        self.assertNotEqual(self.slug(first), self.slug(second))

    def test_names_without_letters_fall_back_to_the_id(self):
        action = self.action("客户")
        self.assertEqual(self.slug(action), f"action-{action.id}")

    def test_reserved_words_are_no_addresses(self):
        self.assertNotIn(self.slug(self.action("New")), ("new",))
        self.assertFalse(self.slug(self.action("12")).isdigit())

    def test_menus_of_a_hidden_menu_are_hidden(self):
        hidden = self.env["ir.ui.menu"].create({"name": "Hidden", "groups_id": [(6, 0, [self.env.ref("base.group_portal").id])]})
        entry = self.env["ir.ui.menu"].create({
            "name": "Entry", "parent_id": hidden.id, "action": f"ir.actions.act_window,{self.action('Below').id}"})
        visible = self.env["ir.ui.menu"].with_user(2)._visible_menu_ids()
        self.assertNotIn(entry.id, visible)

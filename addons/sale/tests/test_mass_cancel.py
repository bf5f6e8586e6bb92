from core.tests import TransactionCase


class TestMassCancel(TransactionCase):
    def test_orders_chosen_in_a_list_are_cancelled(self):
        partner = self.env["res.partner"].create({"name": "Ann"})
        orders = self.env["sale.order"].create([{"partner_id": partner.id}, {"partner_id": partner.id}])
        orders[0].action_confirm()
        wizard = self.env["sale.mass.cancel.orders"].with_context(active_model="sale.order", active_ids=orders.ids).create({})
        self.assertEqual((wizard.sale_orders_count, wizard.has_confirmed_order), (2, True))
        wizard.action_mass_cancel()
        self.assertEqual(orders.mapped("state"), ["cancel", "cancel"])

from datetime import datetime

from core.exceptions import UserError

from .common import StockCase


class TestReservation(StockCase):
    """What is set aside for whom."""

    def test_nothing_is_promised_twice(self):
        tea = self.goods("Trà sen", on_hand=10)
        first = self.transfer("out", (tea, 6))
        second = self.transfer("out", (tea, 6))
        self.assertEqual((first.move_ids.quantity, second.move_ids.quantity), (6, 4))
        self.assertEqual((first.state, second.move_ids.state), ("assigned", "partially_available"))
        self.assertEqual(self.on_shelf(tea), (10, 10))

    def test_two_moves_of_one_transfer_share_what_there_is(self):
        tea = self.goods("Trà sen", on_hand=10)
        picking = self.transfer("out", (tea, 6), (tea, 6))
        self.assertEqual(sum(picking.move_ids.mapped("quantity")), 10)
        self.assertEqual(self.on_shelf(tea), (10, 10))
        self.assertBooksAgree(tea)

    def test_unreserving_frees_and_checking_takes_again(self):
        tea = self.goods("Trà sen", on_hand=10)
        picking = self.transfer("out", (tea, 6))
        picking.do_unreserve()
        self.assertEqual((picking.state, self.on_shelf(tea)), ("confirmed", (10, 0)))
        picking.action_assign()
        self.assertEqual((picking.state, self.on_shelf(tea)), ("assigned", (10, 6)))

    def test_oldest_goods_leave_first(self):
        tea = self.goods("Trà sen")
        shelves = self.env["stock.location"].create(
            [{"name": name, "location_id": self.stock.id} for name in ("Kệ A", "Kệ B")])
        quants = self.env["stock.quant"]
        quants._update_available_quantity(tea, shelves[0], 5, in_date=datetime(2026, 3, 1))
        quants._update_available_quantity(tea, shelves[1], 5, in_date=datetime(2026, 1, 1))
        picking = self.transfer("out", (tea, 7))
        taken = {line.location_id: line.quantity for line in picking.move_line_ids}
        self.assertEqual(taken, {shelves[1]: 5, shelves[0]: 2})

    def test_lifo_category_takes_the_newest(self):
        category = self.env["product.category"].create(
            {"name": "Báo", "removal_strategy_id": self.env.ref("stock.removal_lifo").id})
        paper = self.goods("Báo", categ_id=category.id)
        shelves = self.env["stock.location"].create(
            [{"name": name, "location_id": self.stock.id} for name in ("Kệ A", "Kệ B")])
        self.env["stock.quant"]._update_available_quantity(paper, shelves[0], 5, in_date=datetime(2026, 3, 1))
        self.env["stock.quant"]._update_available_quantity(paper, shelves[1], 5, in_date=datetime(2026, 1, 1))
        self.assertEqual(self.transfer("out", (paper, 3)).move_line_ids.location_id, shelves[0])

    def test_arriving_goods_are_offered_to_who_waits_longest(self):
        tea = self.goods("Trà sen")
        early = self.transfer("out", (tea, 5))
        late = self.transfer("out", (tea, 5))
        self.assertEqual((early.state, late.state), ("confirmed", "confirmed"))
        self.transfer("in", (tea, 6)).button_validate()
        self.assertEqual((early.move_ids.quantity, late.move_ids.quantity), (5, 1))

    def test_all_at_once_waits_until_everything_is_there(self):
        tea, coffee = self.goods("Trà", on_hand=5), self.goods("Cà phê")
        picking = self.transfer("out", (tea, 5), (coffee, 5), confirm=False)
        picking.move_type = "one"
        picking.action_confirm()
        self.assertEqual(picking.state, "confirmed")
        picking.move_type = "direct"
        self.assertEqual(picking.state, "assigned")

    def test_lowered_demand_gives_goods_back(self):
        tea = self.goods("Trà sen", on_hand=10)
        picking = self.transfer("out", (tea, 8))
        picking.move_ids.product_uom_qty = 3
        self.assertEqual(self.on_shelf(tea), (10, 3))
        self.assertEqual(picking.move_ids.state, "assigned")

    def test_goods_shipped_by_force_are_taken_from_later_reservations(self):
        tea = self.goods("Trà sen", on_hand=10)
        promised = self.transfer("out", (tea, 10))
        urgent = self.transfer("out", (tea, 4))
        self.assertEqual(urgent.state, "confirmed")
        urgent.move_ids.quantity = 4
        urgent.button_validate()
        self.assertEqual(promised.move_ids.quantity, 6)
        self.assertEqual(self.on_shelf(tea), (6, 6))
        self.assertBooksAgree(tea)

    def test_reserving_more_than_available_is_refused(self):
        tea = self.goods("Trà sen", on_hand=3)
        with self.assertRaisesRegex(UserError, "not possible to reserve"):
            self.env["stock.quant"]._update_reserved_quantity(tea, self.stock, 5)

    def test_forecast_counts_what_comes_and_goes(self):
        tea = self.goods("Trà sen", on_hand=10)
        self.transfer("out", (tea, 4))
        self.transfer("in", (tea, 7))
        self.env.invalidate_all()
        self.assertEqual((tea.qty_available, tea.free_qty, tea.outgoing_qty, tea.incoming_qty, tea.virtual_available),
                         (10, 6, 4, 7, 13))
        self.assertIn(tea, self.env["product.product"].search([("virtual_available", ">", 12)]))
        self.assertNotIn(tea, self.env["product.product"].search([("qty_available", "<", 10)]))
        self.assertEqual(tea.with_context(location=self.customers.id).qty_available, 0)

    def test_quantities_of_many_products_cost_the_same_number_of_queries(self):
        products = self.env["product.product"].concat(*(self.goods(f"Hàng {number}", on_hand=number) for number in range(1, 9)))

        def queries(records):
            self.env.invalidate_all()
            records.mapped("uom_id.rounding")
            before = self.env.cr.sql_log_count
            records.mapped("qty_available")
            return self.env.cr.sql_log_count - before

        self.assertLessEqual(queries(products), queries(products[0]) + 1)

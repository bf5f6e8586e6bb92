from core.exceptions import UserError

from .common import StockCase


class TestCounts(StockCase):
    """A count makes the books agree with the shelf, by a move."""

    def test_surplus_and_shortage(self):
        tea = self.goods("Trà sen", on_hand=10)
        self.count(tea, 12)
        self.assertEqual(self.on_shelf(tea), (12, 0))
        self.count(tea, 7)
        self.assertEqual(self.on_shelf(tea), (7, 0))
        moves = self.env["stock.move"].search([("product_id", "=", tea.id), ("is_inventory", "=", True)], order="id")
        self.assertEqual(moves.mapped("product_uom_qty"), [10, 2, 5])
        self.assertBooksAgree(tea)

    def test_count_equal_to_the_books_makes_no_move(self):
        tea = self.goods("Trà sen", on_hand=10)
        before = self.env["stock.move"].search_count([("product_id", "=", tea.id)])
        quant = self.count(tea, 10)
        self.assertEqual(self.env["stock.move"].search_count([("product_id", "=", tea.id)]), before)
        self.assertTrue(quant.last_count_date)
        self.assertFalse(quant.inventory_quantity_set)

    def test_difference_shows_before_it_is_applied(self):
        tea = self.goods("Trà sen", on_hand=10)
        quant = self.env["stock.quant"].search([("product_id", "=", tea.id), ("location_id", "=", self.stock.id)])
        quant.inventory_quantity = 8
        self.assertTrue(quant.inventory_quantity_set)
        self.assertEqual(quant.inventory_diff_quantity, -2)
        self.assertEqual(self.on_shelf(tea), (10, 0))

    def test_counts_of_many_products_in_one_go(self):
        products = [self.goods(f"Hàng {number}") for number in range(5)]
        self.env["stock.quant"].create([
            {"product_id": product.id, "location_id": self.stock.id, "inventory_quantity": 10 + number}
            for number, product in enumerate(products)]).action_apply_inventory()
        self.assertEqual([product.qty_available for product in products], [10, 11, 12, 13, 14])

    def test_serial_numbers_are_single(self):
        phone = self.goods("Điện thoại", tracking="serial")
        serial = self.env["stock.lot"].create({"name": "SN1", "product_id": phone.id})
        self.count(phone, 1, lot=serial)
        with self.assertRaisesRegex(UserError, "one unit"):
            self.count(phone, 2, lot=serial)

    def test_tracked_goods_need_their_lot(self):
        with self.assertRaisesRegex(UserError, "lot or serial number"):
            self.count(self.goods("Sữa", tracking="lot"), 5)

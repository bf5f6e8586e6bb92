from core.exceptions import UserError, ValidationError

from .common import StockCase


class TestQuants(StockCase):
    """Quants are changed by moves only, and hold what they promise."""

    def test_available_and_reserved(self):
        tea = self.goods("Trà sen")
        quants = self.env["stock.quant"]
        quants._update_available_quantity(tea, self.stock, 10)
        self.assertEqual(quants._get_available_quantity(tea, self.stock), 10)
        quants._update_reserved_quantity(tea, self.stock, 4)
        self.assertEqual(quants._get_available_quantity(tea, self.stock), 6)
        quants._update_reserved_quantity(tea, self.stock, -4)
        self.assertEqual(quants._get_available_quantity(tea, self.stock), 10)

    def test_one_quant_per_place(self):
        tea = self.goods("Trà sen")
        for quantity in (1, 2, 3):
            self.env["stock.quant"]._update_available_quantity(tea, self.stock, quantity)
        self.assertEqual(self.env["stock.quant"].search([("product_id", "=", tea.id)]).mapped("quantity"), [6])

    def test_nothing_is_kept_in_a_view_location(self):
        with self.assertRaisesRegex(ValidationError, "only groups other locations"):
            self.env["stock.quant"]._update_available_quantity(self.goods("Trà sen"), self.warehouse.view_location_id, 1)

    def test_unit_of_moved_goods_is_fixed(self):
        tea = self.goods("Trà sen", on_hand=3)
        with self.assertRaisesRegex(UserError, "unit of measure"):
            tea.uom_id = self.dozen

    def test_goods_in_stock_stay_counted(self):
        with self.assertRaisesRegex(UserError, "in stock"):
            self.goods("Trà sen", on_hand=3).is_storable = False

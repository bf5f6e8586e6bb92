from core.tests import HttpCase, tagged

from .common import SaleStockCase


@tagged("post_install", "-at_install")
class TestDeliveriesOnThePortal(HttpCase, SaleStockCase):
    """The customer follows his deliveries and takes their slips."""

    def test_the_order_tells_what_is_shipped(self):
        order = self.confirmed_order([("Laptop", 2, 100)])
        picking = order.picking_ids
        page = self.url_open(order.get_portal_url()).text
        self.assertIn(picking.name, page)
        self.assertIn("Being prepared", page)
        self.deliver(picking)
        self.assertIn("Shipped", self.url_open(order.get_portal_url()).text)

    def test_the_slip_is_open_to_whom_the_order_is(self):
        order = self.confirmed_order([("Laptop", 2, 100)])
        address = f"/my/picking/pdf/{order.picking_ids.id}"
        self.assertEqual(self.url_open(f"{address}?access_token={order._portal_ensure_token()}").status_code, 200)
        for refused in (address, f"{address}?access_token=wrong", "/my/picking/pdf/999999999"):
            self.assertEqual(self.url_open(refused, allow_redirects=False).status_code, 303, refused)

    def test_other_transfers_are_nobodys_business(self):
        receipt = self.transfer("in", (self.goods("Ghế"), 1))
        self.assertEqual(self.url_open(f"/my/picking/pdf/{receipt.id}", allow_redirects=False).status_code, 303)

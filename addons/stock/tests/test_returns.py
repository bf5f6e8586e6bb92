from core.exceptions import UserError

from .common import StockCase


class TestReturns(StockCase):
    """What went out may come back, and no more than that."""

    def _return(self, picking, quantity=None):
        wizard = self.env["stock.return.picking"].with_context(
            active_id=picking.id, active_model="stock.picking").create({"picking_id": picking.id})
        if quantity is None:
            action = wizard.action_create_returns_all()
        else:
            wizard.product_return_moves.quantity = quantity
            action = wizard.action_create_returns()
        return self.env["stock.picking"].browse(action["res_id"])

    def test_return_brings_the_goods_back(self):
        tea = self.goods("Trà sen", on_hand=10)
        delivery = self.transfer("out", (tea, 8))
        delivery.button_validate()

        back = self._return(delivery, 3)

        self.assertEqual((back.state, back.return_id), ("assigned", delivery))
        self.assertEqual(back.move_ids.origin_returned_move_id, delivery.move_ids)
        back.button_validate()
        self.assertEqual(self.on_shelf(tea), (5, 0))
        self.assertBooksAgree(tea)

    def test_no_more_than_what_went_out(self):
        delivery = self.transfer("out", (self.goods("Trà sen", on_hand=10), 8))
        delivery.button_validate()
        self._return(delivery, 5)
        with self.assertRaisesRegex(UserError, "only 3"):
            self._return(delivery, 4)

    def test_everything_returned_leaves_nothing_to_return(self):
        delivery = self.transfer("out", (self.goods("Trà sen", on_hand=10), 8))
        delivery.button_validate()
        self._return(delivery).button_validate()
        with self.assertRaisesRegex(UserError, "returned already"):
            self._return(delivery)

    def test_only_done_transfers(self):
        with self.assertRaisesRegex(UserError, "Only done transfers"):
            self._return(self.transfer("out", (self.goods("Trà sen", on_hand=10), 8)))

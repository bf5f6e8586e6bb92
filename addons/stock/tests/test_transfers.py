from core.exceptions import UserError

from .common import StockCase


class TestTransfers(StockCase):
    """Receive, deliver, deliver in part; states follow the moves."""

    def test_delivery_takes_the_goods_from_the_shelf(self):
        tea = self.goods("Trà sen", on_hand=100)
        picking = self.transfer("out", (tea, 30))
        self.assertEqual(picking.state, "assigned")
        self.assertEqual(self.on_shelf(tea), (100, 30))

        picking.button_validate()

        self.assertEqual(picking.state, "done")
        self.assertTrue(picking.date_done)
        self.assertEqual(self.on_shelf(tea), (70, 0))
        self.assertBooksAgree(tea)

    def test_receipt_puts_the_goods_on_the_shelf(self):
        tea = self.goods("Trà sen")
        picking = self.transfer("in", (tea, 12))
        self.assertEqual(picking.state, "assigned")

        picking.button_validate()

        self.assertEqual(self.on_shelf(tea), (12, 0))
        self.assertBooksAgree(tea)

    def test_names_are_numbered_by_warehouse_and_kind(self):
        first = self.transfer("out", (self.goods("A"), 1))
        second = self.transfer("out", (self.goods("B"), 1))
        self.assertRegex(first.name, rf"^{self.warehouse.code}/OUT/\d{{5}}$")
        self.assertEqual(int(second.name[-5:]), int(first.name[-5:]) + 1)

    def test_part_delivery_leaves_a_backorder(self):
        tea = self.goods("Trà sen", on_hand=100)
        picking = self.transfer("out", (tea, 30))
        picking.move_ids.quantity = 20

        question = picking.button_validate()
        self.assertEqual(question["res_model"], "stock.backorder.confirmation")
        wizard = self.env["stock.backorder.confirmation"].with_context(**question["context"]).browse(question["res_id"])
        wizard.process()

        self.assertEqual(picking.state, "done")
        self.assertEqual(picking.move_ids.mapped("quantity"), [20])
        backorder = picking.backorder_ids
        self.assertEqual(backorder.mapped("state"), ["assigned"])
        self.assertEqual(backorder.move_ids.product_uom_qty, 10)
        self.assertEqual(self.on_shelf(tea), (80, 10))
        self.assertBooksAgree(tea)

    def test_part_delivery_without_backorder_drops_the_rest(self):
        tea = self.goods("Trà sen", on_hand=100)
        picking = self.transfer("out", (tea, 30))
        picking.move_ids.quantity = 20

        question = picking.button_validate()
        self.env["stock.backorder.confirmation"].with_context(**question["context"]).browse(
            question["res_id"]).process_cancel_backorder()

        self.assertEqual(picking.state, "done")
        self.assertFalse(picking.backorder_ids)
        self.assertEqual(sorted(picking.move_ids.mapped("state")), ["cancel", "done"])
        self.assertEqual(self.on_shelf(tea), (80, 0))

    def test_one_of_two_products_picked_leaves_the_other_to_the_backorder(self):
        tea, coffee = self.goods("Trà", on_hand=10), self.goods("Cà phê", on_hand=10)
        picking = self.transfer("out", (tea, 4), (coffee, 6))
        picking.move_ids.filtered(lambda move: move.product_id == tea).picked = True

        picking.with_context(skip_backorder=True).button_validate()

        self.assertEqual(picking.move_ids.product_id, tea)
        self.assertEqual(picking.backorder_ids.move_ids.product_id, coffee)
        self.assertEqual(picking.backorder_ids.state, "assigned")
        self.assertBooksAgree(tea, coffee)

    def test_validating_twice_is_refused(self):
        picking = self.transfer("out", (self.goods("Trà sen", on_hand=5), 5))
        picking.button_validate()
        with self.assertRaisesRegex(UserError, "validated already"):
            picking.button_validate()

    def test_validating_without_goods_is_refused(self):
        picking = self.transfer("out", (self.goods("Trà sen"), 5))
        self.assertEqual(picking.state, "confirmed")
        with self.assertRaisesRegex(UserError, "Nothing is prepared"):
            picking.button_validate()

    def test_done_transfers_cannot_be_cancelled_or_deleted(self):
        picking = self.transfer("out", (self.goods("Trà sen", on_hand=5), 5))
        picking.button_validate()
        with self.assertRaisesRegex(UserError, "Create a return"):
            picking.action_cancel()
        with self.assertRaisesRegex(UserError, "create a return"):
            picking.unlink()

    def test_cancelling_frees_the_goods(self):
        tea = self.goods("Trà sen", on_hand=5)
        picking = self.transfer("out", (tea, 5))
        picking.action_cancel()
        self.assertEqual(picking.state, "cancel")
        self.assertEqual(self.on_shelf(tea), (5, 0))

    def test_validating_a_draft_moves_all_of_it(self):
        tea = self.goods("Trà sen", on_hand=50)
        picking = self.transfer("out", (tea, 7), confirm=False)
        self.assertEqual(picking.state, "draft")
        picking.button_validate()
        self.assertEqual(picking.state, "done")
        self.assertEqual(self.on_shelf(tea), (43, 0))

    def test_dozens_are_counted_in_pieces(self):
        eggs = self.goods("Trứng", on_hand=30)
        picking = self.transfer("out", (eggs, 2), confirm=False)
        picking.move_ids.product_uom = self.dozen
        picking.action_confirm()
        self.assertEqual(self.on_shelf(eggs), (30, 24))
        picking.button_validate()
        self.assertEqual(self.on_shelf(eggs), (6, 0))

    def test_goods_that_are_not_counted_leave_no_quants(self):
        paper = self.env["product.product"].create({"name": "Giấy", "type": "consu", "is_storable": False})
        picking = self.transfer("out", (paper, 3))
        self.assertEqual(picking.state, "assigned")
        picking.button_validate()
        self.assertEqual(picking.state, "done")
        self.assertFalse(self.env["stock.quant"].search([("product_id", "=", paper.id)]))

    def test_lots_are_asked_for(self):
        milk = self.goods("Sữa", tracking="lot")
        receipt = self.transfer("in", (milk, 10))
        with self.assertRaisesRegex(UserError, "lot or serial number"):
            receipt.button_validate()
        receipt.move_line_ids.lot_name = "L2026-11"
        receipt.button_validate()
        lot = self.env["stock.lot"].search([("product_id", "=", milk.id)])
        self.assertEqual((lot.name, lot.product_qty), ("L2026-11", 10))
        delivery = self.transfer("out", (milk, 4))
        self.assertEqual(delivery.move_line_ids.lot_id, lot)
        delivery.button_validate()
        self.assertEqual(lot.product_qty, 6)
        self.assertBooksAgree(milk)

    def test_a_move_has_its_history(self):
        picking = self.transfer("out", (self.goods("Trà sen", on_hand=5), 5))
        picking.button_validate()
        self.assertEqual(picking.move_ids.workflow.history().mapped("to_state"), ["confirmed", "assigned", "done"])

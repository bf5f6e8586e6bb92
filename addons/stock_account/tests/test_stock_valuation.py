"""Receipts and deliveries of one product, and what they leave in the books."""
from core.exceptions import UserError
from core.tests import Form, TransactionCase, tagged


@tagged("post_install", "-at_install")
class ValuationCase(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        company = cls.env.company
        if not company.chart_template:
            cls.env["account.chart.template"].try_loading("generic_coa", company)
        cls.supplier = cls.env.ref("stock.stock_location_suppliers")
        cls.customer = cls.env.ref("stock.stock_location_customers")
        cls.stock = cls.env["stock.warehouse"].search([("company_id", "=", company.id)], limit=1).lot_stock_id
        cls.category = cls.env["product.category"].create({"name": "Valued goods"})
        cls.product = cls.env["product.product"].create({
            "name": "Trà sen", "type": "consu", "is_storable": True, "categ_id": cls.category.id, "standard_price": 0.0})

    def value_by(self, cost_method, valuation="manual_periodic"):
        self.category.write({"property_cost_method": cost_method, "property_valuation": valuation})

    def move(self, source, target, quantity, price=0.0, origin=None):
        move = self.env["stock.move"].create({
            "name": self.product.name, "product_id": self.product.id, "product_uom_qty": quantity,
            "product_uom": self.product.uom_id.id, "location_id": source.id, "location_dest_id": target.id,
            "price_unit": price, "origin_returned_move_id": origin.id if origin else False})
        move._action_confirm()
        move.quantity = quantity
        move.picked = True
        move._action_done()
        return move

    def receive(self, quantity, price):
        return self.move(self.supplier, self.stock, quantity, price)

    def deliver(self, quantity):
        return self.move(self.stock, self.customer, quantity)

    def assertStock(self, quantity, value, cost=None):
        self.product.invalidate_recordset()
        self.assertEqual((self.product.quantity_svl, self.product.value_svl), (quantity, value))
        if cost is not None:
            self.assertAlmostEqual(self.product.standard_price, cost, 2)

    def balances(self, move):
        """{account code: balance} of the entries of a move."""
        lines = move.stock_valuation_layer_ids.account_move_id.line_ids
        self.assertEqual(sum(lines.mapped("balance")), 0.0)
        return {line.account_id.code: line.balance for line in lines}


class TestCostMethods(ValuationCase):

    def test_standard_price_values_everything_at_the_cost_of_the_product(self):
        self.value_by("standard")
        self.product.standard_price = 10
        self.receive(10, 7.0)
        self.assertStock(10, 100.0, 10.0)
        self.deliver(4)
        self.assertStock(6, 60.0, 10.0)

    def test_average_cost_follows_receipts(self):
        self.value_by("average")
        self.receive(10, 10.0)
        self.receive(10, 12.0)
        self.assertStock(20, 220.0, 11.0)
        self.deliver(5)
        self.assertStock(15, 165.0, 11.0)

    def test_average_cost_leaves_nothing_behind(self):
        self.value_by("average")
        self.receive(3, 10.0 / 3)
        for _number in range(3):
            self.deliver(1)
        self.assertStock(0, 0.0)

    def test_fifo_takes_the_oldest_first(self):
        self.value_by("fifo")
        self.receive(10, 10.0)
        self.receive(10, 12.0)
        delivery = self.deliver(15)
        self.assertEqual(delivery.stock_valuation_layer_ids.value, -160.0)
        self.assertStock(5, 60.0, 12.0)
        self.assertEqual(sum(self.product.stock_valuation_layer_ids.mapped("remaining_value")), 60.0)

    def test_a_return_costs_what_the_delivery_did(self):
        self.value_by("fifo")
        self.receive(10, 10.0)
        delivery = self.deliver(4)
        self.receive(10, 20.0)
        self.move(self.customer, self.stock, 4, origin=delivery)
        self.assertStock(20, 300.0)

    def test_goods_that_left_before_they_came_get_their_real_cost(self):
        for method in ("fifo", "average"):
            with self.subTest(method=method), self.env.cr.savepoint() as savepoint:
                self.value_by(method)
                self.product.with_context(disable_auto_svl=True).standard_price = 10
                self.env["stock.quant"].with_context(inventory_mode=True)
                self.deliver_without_stock(5)
                self.assertStock(-5, -50.0)
                self.receive(10, 12.0)
                self.assertStock(5, 60.0, 12.0)
                savepoint.rollback()

    def deliver_without_stock(self, quantity):
        move = self.env["stock.move"].create({
            "name": "early", "product_id": self.product.id, "product_uom_qty": quantity,
            "product_uom": self.product.uom_id.id, "location_id": self.stock.id, "location_dest_id": self.customer.id})
        move._action_confirm()
        self.env["stock.move.line"].create({
            "move_id": move.id, "product_id": self.product.id, "product_uom_id": self.product.uom_id.id,
            "location_id": self.stock.id, "location_dest_id": self.customer.id, "quantity": quantity, "picked": True})
        move._action_done()

    def test_goods_of_others_have_no_value(self):
        self.value_by("average")
        owner = self.env["res.partner"].create({"name": "Owner"})
        move = self.env["stock.move"].create({
            "name": "consigned", "product_id": self.product.id, "product_uom_qty": 5, "price_unit": 10,
            "product_uom": self.product.uom_id.id, "location_id": self.supplier.id, "location_dest_id": self.stock.id})
        move._action_confirm()
        move.quantity = 5
        move.move_line_ids.owner_id = owner
        move.picked = True
        move._action_done()
        self.assertStock(0, 0.0)

    def test_two_deliveries_of_one_product_in_one_transfer(self):
        self.value_by("average")
        self.receive(3, 10.0 / 3)
        moves = self.env["stock.move"]
        for quantity in (1, 2):
            moves |= self.env["stock.move"].create({
                "name": f"{quantity}", "product_id": self.product.id, "product_uom_qty": quantity,
                "product_uom": self.product.uom_id.id, "location_id": self.stock.id, "location_dest_id": self.customer.id})
        moves._action_confirm(merge=False)
        for move in moves:
            move.quantity = move.product_uom_qty
        moves.picked = True
        moves._action_done()
        self.assertStock(0, 0.0)


class TestChanges(ValuationCase):

    def test_a_new_cost_revalues_the_stock(self):
        self.value_by("standard")
        self.product.standard_price = 10
        self.receive(10, 0)
        self.product.standard_price = 12
        self.assertStock(10, 120.0, 12.0)

    def test_a_new_costing_method_keeps_the_value(self):
        self.value_by("average")
        self.receive(10, 10.0)
        self.receive(10, 12.0)
        self.value_by("fifo")
        self.assertStock(20, 220.0)
        self.deliver(10)
        self.assertStock(10, 110.0)

    def test_back_to_the_standard_price_values_at_that_price(self):
        self.value_by("average")
        self.receive(10, 10.0)
        self.value_by("standard")
        self.product.standard_price = 9
        self.assertStock(10, 90.0)

    def test_revaluation_spreads_over_what_is_there(self):
        self.value_by("fifo")
        self.receive(10, 10.0)
        self.receive(20, 10.0)
        wizard = Form(self.env["stock.valuation.layer.revaluation"].with_context(default_product_id=self.product.id))
        wizard.added_value = 31
        wizard.reason = "Freight"
        wizard.save().action_validate_revaluation()
        self.assertStock(30, 331.0)
        remaining = self.product.stock_valuation_layer_ids.filtered("remaining_qty").mapped("remaining_value")
        self.assertEqual(remaining, [110.33, 220.67])

    def test_nothing_to_revalue(self):
        with self.assertRaisesRegex(UserError, "no stock"):
            Form(self.env["stock.valuation.layer.revaluation"].with_context(default_product_id=self.product.id))

    def test_a_category_of_valued_goods_stays(self):
        self.receive(1, 10.0)
        with self.assertRaisesRegex(UserError, "Valued goods"):
            self.category.unlink()


class TestEntries(ValuationCase):

    def test_receipt_and_delivery(self):
        self.value_by("average", "real_time")
        accounts = self.product.product_tmpl_id.get_product_accounts()
        receipt = self.receive(10, 10.0)
        self.assertEqual(self.balances(receipt), {accounts["stock_valuation"].code: 100.0, accounts["stock_input"].code: -100.0})
        delivery = self.deliver(4)
        self.assertEqual(self.balances(delivery), {accounts["stock_valuation"].code: -40.0, accounts["stock_output"].code: 40.0})
        self.assertEqual(delivery.account_move_ids.mapped("state"), ["posted"])

    def test_the_ledger_equals_the_value_of_the_stock(self):
        self.value_by("fifo", "real_time")
        self.receive(3, 3.33)
        self.receive(7, 4.01)
        self.deliver(5)
        self.receive(1, 9.99)
        self.deliver(6)
        account = self.product.product_tmpl_id.get_product_accounts()["stock_valuation"]
        lines = self.env["account.move.line"].search([("account_id", "=", account.id), ("product_id", "=", self.product.id)])
        self.assertAlmostEqual(sum(lines.mapped("balance")), self.product.value_svl, 2)
        self.assertStock(0, 0.0)

    def test_missing_accounts_are_named(self):
        self.value_by("average", "real_time")
        self.category.property_stock_account_input_categ_id = False
        with self.assertRaisesRegex(UserError, "Valued goods.*Stock Input Account"):
            self.receive(1, 10.0)
        self.assertFalse(self.product.stock_valuation_layer_ids)

    def test_invoices_of_anglo_saxon_companies_carry_the_cost(self):
        self.env.company.anglo_saxon_accounting = True
        self.value_by("standard", "real_time")
        self.product.standard_price = 6
        invoice = self.env["account.move"].create({
            "move_type": "out_invoice", "partner_id": self.env["res.partner"].create({"name": "Buyer"}).id,
            "invoice_line_ids": [(0, 0, {"product_id": self.product.id, "quantity": 3, "price_unit": 10, "tax_ids": []})]})
        invoice.action_post()
        accounts = self.product.product_tmpl_id.get_product_accounts()
        cogs = invoice.line_ids.filtered(lambda line: line.display_type == "cogs")
        self.assertEqual({line.account_id: line.balance for line in cogs},
                         {accounts["expense"]: 18.0, accounts["stock_output"]: -18.0})
        self.assertEqual((invoice.amount_total, sum(invoice.line_ids.mapped("balance"))), (30.0, 0.0))
        invoice.button_draft()
        self.assertFalse(invoice.line_ids.filtered(lambda line: line.display_type == "cogs"))

"""What was sold, at what it cost: deliveries and invoices of orders, in a company that values stock automatically."""
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestCostOfSales(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        company = cls.env.company
        if not company.chart_template:
            cls.env["account.chart.template"].try_loading("generic_coa", company)
        company.anglo_saxon_accounting = True
        category = cls.env["product.category"].create({
            "name": "FIFO", "property_cost_method": "fifo", "property_valuation": "real_time"})
        cls.product = cls.env["product.product"].create({
            "name": "Cà phê", "is_storable": True, "categ_id": category.id, "invoice_policy": "delivery", "taxes_id": []})
        cls.accounts = cls.product.product_tmpl_id.get_product_accounts()
        cls.receive(10, 10.0)
        cls.receive(10, 14.0)

    @classmethod
    def receive(cls, quantity, price):
        stock = cls.env["stock.warehouse"].search([], limit=1).lot_stock_id
        move = cls.env["stock.move"].create({
            "name": "receipt", "product_id": cls.product.id, "product_uom_qty": quantity, "price_unit": price,
            "product_uom": cls.product.uom_id.id, "location_dest_id": stock.id,
            "location_id": cls.env.ref("stock.stock_location_suppliers").id})
        move._action_confirm()
        move.write({"quantity": quantity, "picked": True})
        move._action_done()

    def delivered_order(self, quantity):
        order = self.env["sale.order"].create({
            "partner_id": self.env["res.partner"].create({"name": "Buyer"}).id,
            "order_line": [(0, 0, {"product_id": self.product.id, "product_uom_qty": quantity, "price_unit": 20})]})
        order.action_confirm()
        order.picking_ids.move_ids.picked = True
        order.picking_ids.button_validate()
        return order

    def cogs(self, invoice):
        return {line.account_id: line.balance for line in invoice.line_ids if line.display_type == "cogs"}

    def test_an_invoice_takes_the_cost_of_its_delivery(self):
        order = self.delivered_order(15)
        invoice = order._create_invoices()
        invoice.action_post()
        self.assertEqual(self.cogs(invoice), {self.accounts["expense"]: 170.0, self.accounts["stock_output"]: -170.0})

    def test_the_interim_account_of_deliveries_is_settled(self):
        order = self.delivered_order(15)
        invoice = order._create_invoices()
        invoice.action_post()
        interim = self.env["account.move.line"].search([
            ("account_id", "=", self.accounts["stock_output"].id), ("product_id", "=", self.product.id)])
        self.assertEqual(sum(interim.mapped("balance")), 0.0)
        self.assertTrue(all(interim.mapped("reconciled")))

    def test_a_credit_note_gives_the_cost_back(self):
        order = self.delivered_order(15)
        invoice = order._create_invoices()
        invoice.action_post()
        refund = invoice._reverse_moves()
        refund.action_post()
        self.assertEqual(self.cogs(refund), {self.accounts["expense"]: -170.0, self.accounts["stock_output"]: 170.0})

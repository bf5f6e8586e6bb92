from core.exceptions import UserError

from .common import StockCase


class TestWarehouse(StockCase):
    """A warehouse comes complete, and so does a company."""

    def test_a_warehouse_brings_locations_kinds_and_routes(self):
        warehouse = self.env["stock.warehouse"].create({"name": "Kho Đà Nẵng", "code": "DN"})
        self.assertEqual(warehouse.lot_stock_id.complete_name, "DN/Stock")
        self.assertEqual(warehouse.lot_stock_id.warehouse_id, warehouse)
        self.assertEqual((warehouse.in_type_id.code, warehouse.out_type_id.code), ("incoming", "outgoing"))
        self.assertEqual(warehouse.out_type_id.return_picking_type_id, warehouse.in_type_id)
        rule = warehouse.delivery_route_id.rule_ids
        self.assertEqual((rule.location_src_id, rule.location_dest_id), (warehouse.lot_stock_id, self.customers))

    def test_a_company_brings_a_warehouse(self):
        company = self.env["res.company"].create({"name": "Chi nhánh Huế"})
        warehouse = self.env["stock.warehouse"].search([("company_id", "=", company.id)])
        self.assertEqual(len(warehouse), 1)
        self.assertTrue(warehouse.out_type_id.sequence_id)

    def test_the_first_records_have_their_names(self):
        self.assertEqual(self.env.ref("stock.stock_location_stock"), self.env.ref("stock.warehouse0").lot_stock_id)
        self.assertEqual(self.env.ref("stock.picking_type_out"), self.env.ref("stock.warehouse0").out_type_id)

    def test_procurement_chooses_the_warehouse_and_batches(self):
        tea, coffee = self.goods("Trà", on_hand=5), self.goods("Cà phê", on_hand=5)
        group = self.env["procurement.group"].create({"name": "S1"})
        need = self.env["procurement.group"].Procurement
        self.env["procurement.group"].run([
            need(product, 2, product.uom_id, self.customers, product.name, "S1", self.env.company,
                 {"group_id": group, "warehouse_id": self.warehouse, "company_id": self.env.company})
            for product in (tea, coffee)])
        picking = group.stock_move_ids.picking_id
        self.assertEqual((len(picking), picking.state, picking.origin), (1, "assigned", "S1"))

    def test_a_need_without_rule_says_so(self):
        nowhere = self.env["stock.location"].create({"name": "Nơi khác", "usage": "customer", "location_id": False})
        need = self.env["procurement.group"].Procurement
        tea = self.goods("Trà")
        with self.assertRaisesRegex(UserError, "No rule brings"):
            self.env["procurement.group"].run([need(tea, 1, tea.uom_id, nowhere, "x", "x", self.env.company, {})])

    def test_archiving_with_open_transfers_is_refused(self):
        self.transfer("out", (self.goods("Trà", on_hand=5), 1))
        with self.assertRaisesRegex(UserError, "open transfers"):
            self.warehouse.active = False

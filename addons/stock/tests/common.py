from core.tests import TransactionCase


class StockCase(TransactionCase):
    """Factories for stock scenarios: goods, what is on the shelf, transfers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.warehouse = cls.env["stock.warehouse"].search([("company_id", "=", cls.env.company.id)], limit=1)
        cls.stock = cls.warehouse.lot_stock_id
        cls.customers = cls.env.ref("stock.stock_location_customers")
        cls.suppliers = cls.env.ref("stock.stock_location_suppliers")
        cls.unit = cls.env.ref("uom.product_uom_unit")
        cls.dozen = cls.env.ref("uom.product_uom_dozen")
        cls.partner = cls.env["res.partner"].create({"name": "Công ty Hoa Sen"})

    @classmethod
    def goods(cls, name, on_hand=0, tracking="none", **values):
        """A storable product with ``on_hand`` pieces in stock."""
        product = cls.env["product.product"].create(
            {"name": name, "type": "consu", "is_storable": True, "tracking": tracking, **values})
        if on_hand:
            cls.count(product, on_hand)
        return product

    @classmethod
    def count(cls, product, quantity, location=None, lot=None):
        """Count ``quantity`` of ``product`` into the stock location."""
        quant = cls.env["stock.quant"].create({
            "product_id": product.id, "location_id": (location or cls.stock).id, "inventory_quantity": quantity,
            "lot_id": lot.id if lot else False})
        quant.action_apply_inventory()
        return quant

    def transfer(self, kind, *lines, confirm=True):
        """A transfer of [(product, quantity)] of kind 'out', 'in' or 'int'."""
        picking_type = self.warehouse[f"{kind}_type_id"]
        picking = self.env["stock.picking"].create({
            "picking_type_id": picking_type.id,
            "partner_id": self.partner.id,
            "move_ids": [(0, 0, {"name": product.name, "product_id": product.id, "product_uom_qty": quantity,
                                 "product_uom": product.uom_id.id,
                                 "location_id": picking_type.default_location_src_id.id,
                                 "location_dest_id": picking_type.default_location_dest_id.id})
                         for product, quantity in lines],
        })
        if confirm:
            picking.action_confirm()
        return picking

    def on_shelf(self, product, location=None):
        """(quantity, reserved) of ``product`` at the stock location."""
        quants = self.env["stock.quant"].search(
            [("product_id", "=", product.id), ("location_id", "child_of", (location or self.stock).id)])
        return sum(quants.mapped("quantity")), sum(quants.mapped("reserved_quantity"))

    def assertBooksAgree(self, *products):
        """A quant is the sum of the done moves, and is reserved for the open lines that take from it."""
        self.env.flush_all()
        for product in products:
            for quant in self.env["stock.quant"].search([("product_id", "=", product.id)]):
                lines = self.env["stock.move.line"].search([
                    ("product_id", "=", product.id), ("lot_id", "=", quant.lot_id.id)])
                done = lines.filtered(lambda line: line.state == "done")
                came = sum(done.filtered(lambda line, quant=quant: line.location_dest_id == quant.location_id)
                           .mapped("quantity_product_uom"))
                went = sum(done.filtered(lambda line, quant=quant: line.location_id == quant.location_id)
                           .mapped("quantity_product_uom"))
                self.assertAlmostEqual(quant.quantity, came - went, 6)
                held = sum(lines.filtered(lambda line, quant=quant: line.state not in ("done", "cancel")
                                          and line.location_id == quant.location_id).mapped("quantity_product_uom"))
                expected = 0.0 if quant.location_id.should_bypass_reservation() else held
                self.assertAlmostEqual(quant.reserved_quantity, expected, 6)


class TestStockCommon(StockCase):
    """Names that tests of existing addons expect."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        env = cls.env
        cls.ProductObj = env["product.product"]
        cls.UomObj = env["uom.uom"]
        cls.PartnerObj = env["res.partner"]
        cls.ModelDataObj = env["ir.model.data"]
        cls.StockPackObj = env["stock.move.line"]
        cls.StockQuantObj = env["stock.quant"]
        cls.PickingObj = env["stock.picking"]
        cls.MoveObj = env["stock.move"]
        cls.LotObj = env["stock.lot"]
        cls.StockLocationObj = env["stock.location"]
        cls.picking_type_in = cls.warehouse.in_type_id.id
        cls.picking_type_out = cls.warehouse.out_type_id.id
        cls.supplier_location = cls.suppliers.id
        cls.stock_location = cls.stock.id
        cls.customer_location = cls.customers.id
        cls.categ_unit = env.ref("uom.product_uom_categ_unit").id
        cls.categ_kgm = env.ref("uom.product_uom_categ_kgm").id
        cls.productA = cls.goods("Product A")
        cls.productB = cls.goods("Product B")
        cls.productC = cls.goods("Product C")
        cls.productD = cls.goods("Product D")
        cls.productE = cls.goods("Product E")
        cls.uom_unit = cls.unit
        cls.uom_dozen = cls.dozen
        cls.uom_kg = env.ref("uom.product_uom_kgm")
        cls.partner_delta_id = cls.partner.id

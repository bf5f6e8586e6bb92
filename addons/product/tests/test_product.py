from core.exceptions import UserError, ValidationError
from core.tests import Form

from .common import ProductCommon


class TestProduct(ProductCommon):
    def test_template_and_single_variant_are_one(self):
        template = self.env["product.template"].create({
            "name": "Lamp", "default_code": "L1", "barcode": "8930001", "standard_price": 7.0, "weight": 1.5})
        variant = template.product_variant_id
        self.assertEqual((variant.default_code, variant.barcode, variant.standard_price, variant.weight),
                         ("L1", "8930001", 7.0, 1.5))
        variant.default_code = "L2"
        self.assertEqual(template.default_code, "L2")
        template.barcode = "8930002"
        self.assertEqual(variant.barcode, "8930002")

    def test_a_variant_brings_its_template(self):
        self.assertEqual(self.product.product_tmpl_id.product_variant_ids, self.product)
        self.product.list_price = 25.0
        self.assertEqual(self.product.product_tmpl_id.list_price, 25.0)
        self.assertEqual(self.product.lst_price, 25.0)

    def test_names_and_search(self):
        self.product.default_code = "TP-1"
        self.assertEqual(self.product.display_name, "[TP-1] Test Product")
        self.assertIn(self.product.id, [found[0] for found in self.env["product.product"].name_search("TP-1")])

    def test_a_barcode_belongs_to_one_product(self):
        self.product.barcode = "123"
        with self.assertRaises(ValidationError):
            self.service_product.barcode = "123"

    def test_archive_and_delete_go_together(self):
        template = self.product.product_tmpl_id
        self.product.active = False
        self.assertFalse(template.active)
        template.active = True
        self.assertTrue(self.product.active)
        self.product.unlink()
        self.assertFalse(template.exists())

    def test_copy(self):
        copy = self.product.copy()
        self.assertEqual(copy.name, "Test Product (copy)")
        self.assertNotEqual(copy.product_tmpl_id, self.product.product_tmpl_id)

    def test_services_are_not_stored(self):
        self.assertFalse(self.env["product.product"].create({"name": "S", "type": "service"}).is_storable)

    def test_form(self):
        with Form(self.env["product.template"]) as form:
            form.name = "Desk"
            form.list_price = 99.0
        self.assertEqual(form.record.product_variant_id.lst_price, 99.0)

    def test_vendor_price_by_quantity(self):
        vendor = self.env["res.partner"].create({"name": "Vendor"})
        self.env["product.supplierinfo"].create([
            {"partner_id": vendor.id, "product_tmpl_id": self.product.product_tmpl_id.id, "min_qty": quantity,
             "price": price} for quantity, price in ((0, 10.0), (100, 8.0))])
        self.assertEqual(self.product._select_seller(partner_id=vendor, quantity=5).price, 10.0)
        self.assertEqual(self.product._select_seller(partner_id=vendor, quantity=100).price, 8.0)

    def test_default_category_cannot_be_deleted(self):
        with self.assertRaises(UserError):
            self.env.ref("product.product_category_all").unlink()

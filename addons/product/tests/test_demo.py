from core.tests import TransactionCase


class TestDemoData(TransactionCase):
    """Demo records carry the names that addons' tests refer to."""

    def test_names(self):
        if not self.env.ref("product.product_product_3", raise_if_not_found=False):
            self.skipTest("no demo data")
        for name in ("product_product_3", "product_product_4", "product_product_9", "product_product_16",
                     "product_product_11b", "product_delivery_01", "product_order_01", "consu_delivery_03"):
            self.assertEqual(self.env.ref(f"product.{name}")._name, "product.product")
        self.assertEqual(self.env.ref("product.product_product_4").product_tmpl_id,
                         self.env.ref("product.product_product_4_product_template"))
        self.assertEqual(len(self.env.ref("product.product_product_4_product_template").product_variant_ids), 4)
        self.assertEqual(self.env.ref("product.product_4_attribute_1_value_2").name, "Aluminium")

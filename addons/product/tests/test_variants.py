from core import Command

from .common import ProductVariantsCommon


class TestVariants(ProductVariantsCommon):
    def names(self):
        return sorted(self.product_template_shirt.product_variant_ids.mapped("display_name"))

    def test_one_variant_per_combination(self):
        self.assertEqual(self.names(), ["Shirt (M, blue)", "Shirt (M, red)", "Shirt (S, blue)", "Shirt (S, red)"])

    def test_a_new_value_adds_variants_and_keeps_the_others(self):
        before = self.product_template_shirt.product_variant_ids
        self.product_template_shirt.attribute_line_ids[0].value_ids = [Command.link(self.size_l.id)]
        after = self.product_template_shirt.product_variant_ids
        self.assertEqual(len(after), 6)
        self.assertLessEqual(before, after)

    def test_a_removed_value_drops_its_variants(self):
        self.product_template_shirt.attribute_line_ids[0].value_ids = [Command.unlink(self.size_m.id)]
        self.assertEqual(len(self.product_template_shirt.product_variant_ids), 2)

    def test_a_single_value_does_not_replace_the_variant(self):
        template = self.env["product.template"].create({"name": "Cap"})
        variant = template.product_variant_id
        template.attribute_line_ids = [Command.create({
            "attribute_id": self.size_attribute.id, "value_ids": [Command.set(self.size_s.ids)]})]
        self.assertEqual(template.product_variant_ids, variant)
        self.assertEqual(variant.product_template_attribute_value_ids.product_attribute_value_id, self.size_s)

    def test_extra_price(self):
        value = self.product_template_shirt.attribute_line_ids[0].product_template_value_ids[1]
        value.price_extra = 15.0
        prices = sorted(self.product_template_shirt.product_variant_ids.mapped("lst_price"))
        self.assertEqual(prices, [100.0, 100.0, 115.0, 115.0])

    def test_dynamic_variants_appear_when_asked_for(self):
        dynamic = self._attribute("Finish", ["matt", "gloss"], create_variant="dynamic")
        template = self.env["product.template"].create({"name": "Table", "attribute_line_ids": [Command.create({
            "attribute_id": dynamic.id, "value_ids": [Command.set(dynamic.value_ids.ids)]})]})
        self.assertFalse(template.product_variant_ids)
        combination = template.attribute_line_ids.product_template_value_ids[:1]
        variant = template._create_product_variant(combination)
        self.assertEqual(variant.display_name, "Table (matt)")
        self.assertEqual(template._create_product_variant(combination), variant)

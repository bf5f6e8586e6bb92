from core import Command
from core.tests import TransactionCase


class ProductCommon(TransactionCase):
    """A consumable, a service, a category and an empty pricelist in the company's currency."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env.company
        cls.currency = cls.company.currency_id
        cls.uom_unit = cls.env.ref("uom.product_uom_unit")
        cls.uom_dozen = cls.env.ref("uom.product_uom_dozen")
        cls.product_category = cls.env["product.category"].create({"name": "Test Category"})
        cls.product = cls.env["product.product"].create({
            "name": "Test Product", "list_price": 20.0, "standard_price": 12.0, "categ_id": cls.product_category.id})
        cls.service_product = cls.env["product.product"].create({
            "name": "Test Service", "type": "service", "list_price": 50.0, "categ_id": cls.product_category.id})
        cls.consumable_product = cls.product
        cls.pricelist = cls.env["product.pricelist"].create({"name": "Test Pricelist"})

    @classmethod
    def _create_product(cls, **values):
        return cls.env["product.product"].create({"name": "Product", "list_price": 1.0, **values})

    @classmethod
    def _create_pricelist(cls, **values):
        return cls.env["product.pricelist"].create({"name": "Pricelist", **values})

    def add_rule(self, **values):
        return self.env["product.pricelist.item"].create({"pricelist_id": self.pricelist.id, **values})


class ProductVariantsCommon(ProductCommon):
    """A shirt in two sizes and two colours."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.size_attribute = cls._attribute("Size", ["S", "M", "L"])
        cls.color_attribute = cls._attribute("Color", ["red", "blue"])
        cls.size_s, cls.size_m, cls.size_l = cls.size_attribute.value_ids
        cls.color_red, cls.color_blue = cls.color_attribute.value_ids
        cls.product_template_shirt = cls.env["product.template"].create({
            "name": "Shirt", "list_price": 100.0,
            "attribute_line_ids": [
                Command.create({"attribute_id": cls.size_attribute.id,
                                "value_ids": [Command.set((cls.size_s + cls.size_m).ids)]}),
                Command.create({"attribute_id": cls.color_attribute.id,
                                "value_ids": [Command.set((cls.color_red + cls.color_blue).ids)]}),
            ]})

    @classmethod
    def _attribute(cls, name, values, **more):
        return cls.env["product.attribute"].create({
            "name": name, **more,
            "value_ids": [Command.create({"name": value, "sequence": index}) for index, value in enumerate(values)]})

from core.tests import TransactionCase


class SaleCase(TransactionCase):
    """Factories for sales scenarios: customers, products, taxes, orders, payments."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env.company
        cls.currency = cls.company.currency_id
        cls.partner = cls.env["res.partner"].create({"name": "Công ty Hoa Sen"})
        cls.tax = cls.env["account.tax"].create(
            {"name": "VAT 10%", "amount": 10, "amount_type": "percent", "type_tax_use": "sale"})

    @classmethod
    def product(cls, name, price, taxes=None, **values):
        """A service unless said otherwise: nothing is shipped."""
        return cls.env["product.product"].create({
            "name": name, "type": "service", "list_price": price, "taxes_id": [(6, 0, taxes.ids if taxes else [])], **values})

    def order(self, *lines, **values):
        """A quotation of [(product, quantity)] or [(product, quantity, {more line values})]."""
        return self.env["sale.order"].create({
            "partner_id": self.partner.id,
            "order_line": [(0, 0, {"product_id": line[0].id, "product_uom_qty": line[1], **(line[2] if len(line) > 2 else {})})
                           for line in lines],
            **values,
        })

    def pay(self, invoices, amount=None):
        """Post the drafts among ``invoices`` and pay them, or ``amount`` of the only one."""
        invoices.filtered(lambda move: move.state == "draft").action_post()
        values = {"amount": amount} if amount is not None else {}
        self.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=invoices.ids).create(values).action_create_payments()
        self.env.flush_all()

    def credit(self, invoice):
        """Reverse ``invoice`` in full with a posted credit note."""
        refund = invoice._reverse_moves([{"invoice_date": invoice.invoice_date}], cancel=True)
        self.env.flush_all()
        return refund


class SaleCommon(SaleCase):
    """Names that tests of existing addons expect."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.product = cls.env["product.product"].create({"name": "Test Product", "type": "consu", "list_price": 20.0})
        cls.service_product = cls.env["product.product"].create(
            {"name": "Test Service Product", "type": "service", "list_price": 50.0})
        cls.consumable_product = cls.product
        cls.pricelist = cls.env["product.pricelist"].create({"name": "Test Pricelist"})
        cls.sale_user = cls.env["res.users"].create({
            "name": "Test Salesman", "login": "salesman_test",
            "groups_id": [(6, 0, [cls.env.ref("sales_team.group_sale_salesman").id])]})
        cls.empty_order = cls.env["sale.order"].create({"partner_id": cls.partner.id})
        cls.sale_order = cls.env["sale.order"].create({
            "partner_id": cls.partner.id,
            "order_line": [(0, 0, {"product_id": cls.consumable_product.id, "product_uom_qty": 5.0}),
                           (0, 0, {"product_id": cls.service_product.id, "product_uom_qty": 12.5})]})

    @classmethod
    def _enable_pricelists(cls):
        cls.env.user.groups_id += cls.env.ref("product.group_product_pricelist")


class TestSaleCommon(SaleCommon):
    """Older name of the same."""

"""Quotation templates: what choosing one does to the quotation, and products the customer may add himself."""
import re

from core import fields
from core.exceptions import UserError, ValidationError
from core.tests import Form, HttpCase, tagged

from odoo.addons.sale.tests.common import SaleCase


class QuotationTemplateCase(SaleCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.desk, cls.lamp = cls.product("Bàn", 100, taxes=cls.tax), cls.product("Đèn", 20)
        cls.template = cls.env["sale.order.template"].create({
            "name": "Văn phòng nhỏ", "number_of_days": 15, "note": "<p>Giao trong 7 ngày</p>", "require_signature": False,
            "sale_order_template_line_ids": [
                (0, 0, {"display_type": "line_section", "name": "Nội thất", "sequence": 1}),
                (0, 0, {"product_id": cls.desk.id, "product_uom_qty": 4, "sequence": 2}),
                (0, 0, {"product_id": cls.lamp.id, "name": "Đèn bàn theo mẫu", "sequence": 3})],
            "sale_order_template_option_ids": [(0, 0, {"product_id": cls.lamp.id, "quantity": 2})]})

    def quotation(self, template=None, **values):
        with Form(self.env["sale.order"]) as form:
            form.partner_id = self.partner
            form.sale_order_template_id = template or self.template
        order = form.record
        order.write(values)
        return order


@tagged("post_install", "-at_install")
class TestQuotationTemplate(QuotationTemplateCase):

    def test_choosing_a_template_fills_the_quotation(self):
        order = self.quotation()
        self.assertEqual([(line.display_type, line.name, line.product_uom_qty, line.price_unit) for line in order.order_line], [
            ("line_section", "Nội thất", 0, 0), (False, "Bàn", 4, 100), (False, "Đèn bàn theo mẫu", 1, 20)])
        self.assertEqual(order.amount_total, 4 * 110 + 20)
        self.assertEqual(order.validity_date, fields.Date.add(fields.Date.context_today(order), days=15))
        self.assertIn("Giao trong 7 ngày", order.note)
        self.assertFalse(order.require_signature)
        self.assertEqual([(option.product_id, option.quantity, option.price_unit) for option in order.sale_order_option_ids],
                         [(self.lamp, 2, 20)])

    def test_another_template_replaces_the_lines(self):
        other = self.env["sale.order.template"].create({
            "name": "Đèn", "sale_order_template_line_ids": [(0, 0, {"product_id": self.lamp.id, "product_uom_qty": 7})]})
        order = self.quotation()
        with Form(order) as form:
            form.sale_order_template_id = other
        self.assertEqual([(line.product_id, line.product_uom_qty) for line in order.order_line], [(self.lamp, 7)])
        self.assertFalse(order.sale_order_option_ids)

    def test_the_companys_template_is_proposed(self):
        self.company.sale_order_template_id = self.template
        self.assertEqual(self.env["sale.order"].create({"partner_id": self.partner.id}).sale_order_template_id, self.template)
        with self.assertRaisesRegex(UserError, "default template of"):
            self.template.unlink()

    def test_options_do_not_count_before_they_are_added(self):
        order = self.quotation()
        before = order.amount_total
        option = order.sale_order_option_ids
        self.assertFalse(option.is_present and option.line_id)
        option.add_option_to_order()
        self.assertEqual(order.amount_total, before + 40)
        self.assertEqual(option.line_id.product_uom_qty, 2)
        self.assertTrue(option.is_present)

    def test_options_follow_the_pricelist(self):
        pricelist = self.env["product.pricelist"].create({"name": "Đại lý", "item_ids": [
            (0, 0, {"compute_price": "percentage", "percent_price": 10, "applied_on": "3_global"})]})
        order = self.order((self.desk, 1), pricelist_id=pricelist.id)
        option = self.env["sale.order.option"].create({"order_id": order.id, "product_id": self.desk.id})
        self.assertEqual(option.price_unit * (1 - option.discount / 100), 90)

    def test_confirmed_orders_take_no_more_options(self):
        order = self.quotation()
        order.action_confirm()
        with self.assertRaisesRegex(UserError, "quotation only"):
            order.sale_order_option_ids.button_add_to_order()

    def test_a_template_for_all_companies_offers_no_products_of_one(self):
        self.desk.company_id = self.company
        with self.assertRaisesRegex(ValidationError, "may be used by other companies"):
            self.env["sale.order.template"].create({
                "name": "X", "sale_order_template_line_ids": [(0, 0, {"product_id": self.desk.id})]})

    def test_a_copy_is_told_apart(self):
        copy = self.template.copy()
        self.assertEqual(copy.name, "Văn phòng nhỏ (copy)")
        self.assertEqual(len(copy.sale_order_template_line_ids), 3)

    def test_the_printed_quotation_lists_the_options(self):
        order = self.order((self.desk, 1))
        self.env["sale.order.option"].create({"order_id": order.id, "product_id": self.lamp.id, "quantity": 3})
        html = self.env["ir.actions.report"]._render_qweb_html("sale.action_report_saleorder", order.ids)[0].decode()
        self.assertRegex(html, r"(?s)table_optional_products.*Đèn")


@tagged("post_install", "-at_install")
class TestOptionsOnThePortal(HttpCase, QuotationTemplateCase):

    def setUp(self):
        super().setUp()
        self.order_sent = self.order((self.desk, 1))
        self.option = self.env["sale.order.option"].create(
            {"order_id": self.order_sent.id, "product_id": self.lamp.id, "quantity": 2})
        self.order_sent.action_quotation_sent()
        self.url = self.order_sent.get_portal_url()

    def post(self, path, **values):
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.url_open(self.url).text).group(1)
        return self.url_open(path, data={"csrf_token": token, **values}, allow_redirects=False)

    def test_the_customer_adds_an_option_and_takes_it_off(self):
        base, token = f"/my/orders/{self.order_sent.id}", self.order_sent.access_token
        self.assertIn('id="optional_products"', self.url_open(self.url).text)
        self.assertEqual(self.post(f"{base}/options/{self.option.id}/add", access_token=token).status_code, 303)
        self.assertEqual(self.order_sent.amount_total, 150)
        self.post(f"{base}/options/{self.option.id}/add", access_token=token)  # pressed twice
        self.assertEqual(self.order_sent.amount_total, 150)
        self.post(f"{base}/lines/{self.option.line_id.id}/remove", access_token=token)
        self.assertEqual(self.order_sent.amount_total, 110)

    def test_what_is_no_option_stays(self):
        base, token = f"/my/orders/{self.order_sent.id}", self.order_sent.access_token
        foreign = self.env["sale.order.option"].create({"order_id": self.order((self.desk, 1)).id, "product_id": self.lamp.id})
        self.assertEqual(self.post(f"{base}/options/{foreign.id}/add", access_token=token).status_code, 422)
        self.assertEqual(self.post(f"{base}/lines/{self.order_sent.order_line.id}/remove", access_token=token).status_code, 422)
        self.assertEqual(self.post(f"{base}/options/{self.option.id}/add", access_token="wrong").status_code, 303)
        self.assertEqual(self.order_sent.amount_total, 110)

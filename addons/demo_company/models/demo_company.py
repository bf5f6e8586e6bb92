"""The demonstration company, made by the steps people take: quotations are confirmed, goods shipped, invoices posted and paid."""
import csv
from datetime import timedelta
from pathlib import Path

from core import Command, api, fields, models

from odoo.addons.l10n_vn import mst

from ..stories import stories

_DATA = Path(__file__).parents[1] / "data"
_CATEGORIES_OF_UNITS = {"kg": "uom.product_uom_kgm"}


def rows(name):
    with open(_DATA / f"{name}.csv", encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def tax_code(nine_digits):
    """A tax code whose check digit is right; the next number when none exists for these digits."""
    while nine_digits and mst.check_digit(nine_digits) == 10:
        nine_digits = f"{int(nine_digits) + 1:09d}"
    return f"{nine_digits}{mst.check_digit(nine_digits)}" if nine_digits else False


class DemoCompany(models.AbstractModel):
    _name = "demo.company"
    _description = "Demonstration Company"

    @api.model
    def _load(self):
        """Make everything, when the company is Vietnamese and new."""
        company = self.env.company
        if company.chart_template != "vn" or self.env.ref("demo_company.customer_1", raise_if_not_found=False):
            return False
        self._furnish_company()
        self._put_neutral_data_away()
        users = self._make_users()
        self._make_units()
        self._make_pricelists()
        self._make_partners()
        self._make_products()
        self._fill_stock()
        self._trade(users)
        return True

    def _make(self, model, name, vals_list):
        """Records with external ids `demo_company.<name>_<number>`."""
        return self.env[model]._load_records([
            {"xml_id": f"demo_company.{name}_{number}", "values": vals, "noupdate": True} for number, vals in enumerate(vals_list, 1)])

    def _all(self, model, name):
        """Records made by `_make`, in their order."""
        data = self.env["ir.model.data"].sudo().search(
            [("module", "=", "demo_company"), ("model", "=", model), ("name", "=like", f"{name}_%")], order="id")
        return self.env[model].browse(data.mapped("res_id"))

    # -- the company -------------------------------------------------------------------------------

    def _furnish_company(self):
        company = self.env.company
        company.write({
            "name": "Công ty TNHH Thương mại Phúc Khang", "vat": tax_code("031847250"), "street": "Số 68 Nguyễn Văn Linh",
            "city": "Phường Tân Hưng", "state_id": self.env.ref("l10n_vn.state_vn_79").id, "zip": "700000",
            "phone": "02837768899", "email": "lienhe@phuckhang.example", "website": "https://phuckhang.example"})
        groups = ("uom.group_uom", "product.group_product_pricelist", "product.group_stock_packaging", "sale.group_discount_per_so_line")
        self.env.ref("base.group_user").implied_ids = [Command.link(self.env.ref(group).id) for group in groups]

    def _put_neutral_data_away(self):
        """The demonstration data of a neutral company stays for tests, but out of sight."""
        orders = self.env["sale.order"].search([("state", "!=", "cancel")])
        orders.action_cancel()
        orders.unlink()
        templates = self.env["product.template"].search([])
        templates.active = False
        own = self.env["res.users"].search([]).partner_id | self.env.company.partner_id
        self.env["res.partner"].search([("id", "not in", own.ids), ("parent_id", "not in", own.ids)]).filtered(
            lambda partner: not partner.with_context(active_test=False).user_ids).active = False
        self.env.ref("base.user_admin").name = "Nguyễn Thị Thu Hương"
        demo = self.env.ref("base.user_demo", raise_if_not_found=False)
        if demo:
            demo.name = "Trần Minh Đức"

    def _make_users(self):
        """{role: user}: one login for each role, with the login as password."""
        table = rows("users")
        internal = self.env.ref("base.group_user").id
        made = self._make("res.users", "user", [{
            "name": row["name"], "login": row["login"], "password": row["login"], "phone": row["phone"], "function": row["job"],
            "email": f"{row['login']}@phuckhang.example", "tz": self.env.user.tz or "Asia/Ho_Chi_Minh",
            "groups_id": [Command.set([internal, *(self.env.ref(group).id for group in row["groups"].split(","))])],
        } for row in table])
        return {row["login"]: user for row, user in zip(table, made, strict=True)}

    # -- what is sold ------------------------------------------------------------------------------

    def _make_units(self):
        """A reference unit per way of counting (lon, chai, gói …), and the cases they come in."""
        table = rows("units")
        new = list(dict.fromkeys(row["base"] for row in table if row["base"] not in _CATEGORIES_OF_UNITS))
        categories = self._make("uom.category", "uom_category", [{"name": name.capitalize()} for name in new])
        bases = self._make("uom.uom", "uom_base", [
            {"name": name, "category_id": category.id, "uom_type": "reference", "rounding": 1.0}
            for name, category in zip(new, categories, strict=True)])
        base = dict(zip(new, bases, strict=True)) | {name: self.env.ref(xml_id) for name, xml_id in _CATEGORIES_OF_UNITS.items()}
        self._make("uom.uom", "uom", [
            {"name": row["name"], "category_id": base[row["base"]].category_id.id, "uom_type": "bigger",
             "factor_inv": float(row["ratio"]), "rounding": 0.01}
            for row in table if row["name"]])

    def _units(self):
        units = self._all("uom.uom", "uom") | self.env["uom.uom"].browse(
            [self.env.ref(xml_id).id for xml_id in _CATEGORIES_OF_UNITS.values()])
        return {unit.name: unit for unit in units}

    def _make_pricelists(self):
        """Retail as the list says, dealers with a discount, supermarkets with net prices rounded to 100 đ."""
        usual = self.env["product.pricelist"].search([("company_id", "in", [False, self.env.company.id])], limit=1)
        usual.write({"name": "Giá bán lẻ", "currency_id": self.env.company.currency_id.id})
        items = {
            "Giá đại lý": [
                {"applied_on": "3_global", "compute_price": "percentage", "percent_price": 5},
                {"applied_on": "3_global", "compute_price": "percentage", "percent_price": 8, "min_quantity": 240}],
            "Giá siêu thị": [
                {"applied_on": "3_global", "compute_price": "formula", "base": "list_price", "price_discount": 7, "price_round": 100}],
        }
        self._make("product.pricelist", "pricelist", [
            {"name": name, "currency_id": self.env.company.currency_id.id, "item_ids": [Command.create(item) for item in rules]}
            for name, rules in items.items()])

    def _make_products(self):
        table, units = rows("products"), self._units()
        categories = self._product_categories(table)
        suppliers = self._suppliers_by_prefix()
        taxes = self._taxes()
        made = self._make("product.product", "product", [self._product_values(row, units, categories, suppliers, taxes) for row in table])
        packagings = [
            {"product_id": product.id, "name": row["packaging"].capitalize(), "qty": units[row["packaging"]].factor_inv}
            for row, product in zip(table, made, strict=True) if row["packaging"]]
        self._make("product.packaging", "packaging", packagings)

    def _product_categories(self, table):
        """{full name: category} with their parents."""
        found, parent_of_all = {}, self.env.ref("product.product_category_all")
        for path in dict.fromkeys(row["category"] for row in table):
            parent, name = parent_of_all, ""
            for part in path.split(" / "):
                name = f"{name} / {part}" if name else part
                if name not in found:
                    found[name] = self._make_one("product.category", f"category_{len(found) + 1}", {"name": part, "parent_id": parent.id})
                parent = found[name]
        return found

    def _make_one(self, model, name, vals):
        return self.env[model]._load_records([{"xml_id": f"demo_company.{name}", "values": vals, "noupdate": True}])

    def _product_values(self, row, units, categories, suppliers, taxes):
        unit = units[row["unit"]]
        supplier = suppliers.get(row["code"].partition("-")[0])
        goods = row["category"] != "Dịch vụ"
        return {
            "name": row["name"], "default_code": row["code"], "categ_id": categories[row["category"]].id, "uom_id": unit.id,
            "uom_po_id": unit.id, "type": "consu" if goods else "service", "is_storable": goods, "list_price": float(row["list_price"]),
            "standard_price": float(row["cost"]), "taxes_id": [Command.set(taxes["sale"][row["vat"]].ids)],
            "supplier_taxes_id": [Command.set(taxes["purchase"][row["vat"]].ids)], "invoice_policy": "order",
            "seller_ids": [Command.create({"partner_id": supplier.id, "price": float(row["cost"]), "min_qty": 1})] if supplier else []}

    def _taxes(self):
        """{use: {rate: tax}}; goods of the reduced rate go back to the standard one when the reduction is over."""
        from odoo.addons.l10n_vn.vat_rates import default_rate

        chart = self.env["account.chart.template"]
        usual = default_rate(fields.Date.context_today(self)).code
        codes = {"5": "5", "8": usual, "10": "10"}
        return {use: {rate: chart.ref(f"tax_{use}_vat{code}") for rate, code in codes.items()} for use in ("sale", "purchase")}

    # -- with whom ---------------------------------------------------------------------------------

    def _make_partners(self):
        country = self.env.ref("base.vn")
        pricelists = dict(zip(("dealer", "supermarket"), self._all("product.pricelist", "pricelist"), strict=True))
        terms = {days: self.env.ref(f"account.account_payment_term_{days}days").id for days in ("15", "30", "45")}
        customers = rows("customers")
        made = self._make("res.partner", "customer", [
            self._address(row, country) | {
                "specific_property_product_pricelist": pricelists[row["pricelist"]].id if row["pricelist"] else False,
                "property_payment_term_id": terms.get(row["terms"], False), "ref": f"KH{number:03d}"}
            for number, row in enumerate(customers, 1)])
        self._make("res.partner", "contact", [
            {"name": row["contact"], "parent_id": partner.id, "phone": row["contact_phone"], "type": "contact"}
            for row, partner in zip(customers, made, strict=True) if row["contact"]])
        self._make("res.partner", "supplier", [
            self._address(row, country) | {"ref": f"NCC{number:02d}", "supplier_rank": 1} for number, row in enumerate(rows("suppliers"), 1)])

    def _address(self, row, country):
        return {
            "name": row["name"], "is_company": row.get("kind", "company") == "company", "vat": tax_code(row["tax_number"]),
            "street": row["street"], "city": row["city"], "state_id": self.env.ref(f"l10n_vn.state_vn_{row['province']}").id,
            "country_id": country.id, "phone": row["phone"]}

    def _suppliers_by_prefix(self):
        found = {}
        for row, partner in zip(rows("suppliers"), self._all("res.partner", "supplier"), strict=True):
            found.update(dict.fromkeys(row["prefixes"].split(","), partner))
        return found

    # -- stock -------------------------------------------------------------------------------------

    def _told(self):
        goods = [row for row in rows("products") if row["on_hand"]]
        return stories(len(rows("customers")), len(goods))

    def _fill_stock(self):
        """Count the goods into the warehouse: what is left in the end, and what will be sold."""
        units = self._units()
        table = rows("products")
        sold = dict.fromkeys(range(len(table)), 0)
        for story in self._told():
            for product, packages in story.lines:
                pack = table[product]["packaging"]
                sold[product] += packages * (units[pack].factor_inv if pack else 1)
        location = self.env["stock.warehouse"].search([("company_id", "=", self.env.company.id)], limit=1).lot_stock_id
        counted = [
            {"product_id": product.id, "location_id": location.id, "inventory_quantity": float(row["on_hand"]) + sold[number]}
            for number, (row, product) in enumerate(zip(table, self._all("product.product", "product"), strict=True)) if row["on_hand"]]
        self.env["stock.quant"].with_context(inventory_mode=True).create(counted).action_apply_inventory()

    # -- trade -------------------------------------------------------------------------------------

    def _trade(self, users):
        """Every policy in every state. Each step is taken for all orders that take it, by the person whose work it is."""
        told = self._quote(users)
        sales, stock, books = (self.with_user(users[role]) for role in ("manager", "stock", "accountant"))
        sales._confirm(told)
        stock._ship(told)
        sales._bill(told)
        books._post_and_pay(told)
        stock._ship(told)  # what waited for its money
        stock._take_back(told)
        books._credit(told)

    def _quote(self, users):
        """[(story, order)], oldest first."""
        customers, products = self._all("res.partner", "customer"), self._all("product.product", "product")
        packaging = {one.product_id: one for one in self._all("product.packaging", "packaging")}
        told = self._told()
        people = (users["sales"], users["manager"], self.env.ref("base.user_admin"))
        delivery_fee = products.filtered(lambda product: product.type == "service")[:1]
        vals_list = []
        for number, story in enumerate(told):
            vals_list.append({
                "partner_id": customers[story.customer].id, "order_policy": story.policy, "date_order": self._moment(story.days_ago),
                "user_id": people[number % 3].id,
                "order_line": [
                    *(Command.create(self._line(products[product], packages, packaging)) for product, packages in story.lines),
                    *([Command.create({"product_id": delivery_fee.id, "product_uom_qty": 1})] if story.policy == "manual" else [])]})
        return list(zip(told, self._make("sale.order", "order", vals_list), strict=True))

    def _line(self, product, packages, packaging):
        """Whole cases, counted in the case's unit where there is one."""
        pack = packaging.get(product)
        unit = pack and self._case_unit(product, pack.qty)
        if unit:
            return {"product_id": product.id, "product_uom": unit.id, "product_uom_qty": packages}
        return {"product_id": product.id, "product_uom_qty": packages * (pack.qty if pack else 1)}

    def _case_unit(self, product, quantity):
        return self.env["uom.uom"].search(
            [("category_id", "=", product.uom_id.category_id.id), ("factor", "=", 1 / quantity)], limit=1)

    def _moment(self, days_ago, hour=2):
        """In the morning of a day (UTC)."""
        return fields.Datetime.now().replace(hour=hour, minute=15, second=0) - timedelta(days=days_ago)

    def _orders(self, told, *kinds, policies=()):
        ids = [order.id for story, order in told if story.kind in kinds and (not policies or story.policy in policies)]
        return self.env["sale.order"].browse(ids)

    def _confirm(self, told):
        self._orders(told, "sent", "cancelled").action_quotation_sent()
        self._orders(told, "cancelled").action_cancel()
        confirmed = [entry for entry in told if entry[0].kind not in ("quotation", "sent", "cancelled")]
        self.env["sale.order"].browse([order.id for _story, order in confirmed]).action_confirm()
        for story, order in confirmed:
            order.sudo().date_order = self._moment(story.days_ago)

    def _ship(self, told):
        """What may leave leaves; half of the partial orders stays as a backorder."""
        half = self._orders(told, "partial").filtered(lambda order: len(order.picking_ids) == 1).picking_ids
        gone = ("delivered", "invoiced", "part_paid", "paid", "returned")
        whole = self._orders(told, *gone).picking_ids
        pickings = (half | whole).filtered(lambda picking: picking.state not in ("done", "cancel"))
        if not pickings:
            return
        pickings.action_assign()
        for move in (half & pickings).move_ids:
            move.quantity = move.product_uom_qty // 2 or move.product_uom_qty
        pickings.with_context(skip_backorder=True).button_validate()
        days = {picking.id: story.days_ago for story, order in told for picking in order.picking_ids}
        for picking in pickings:
            picking.sudo().write({"date_done": self._moment(max(days[picking.id] - 1, 0), hour=8)})

    def _bill(self, told):
        """Under `postpaid` the invoice came with the delivery; otherwise somebody asks for it."""
        for order in self._orders(told, "invoiced", "part_paid", "paid", "returned", policies=("manual", "picking")):
            order.workflow.run("invoice")

    def _post_and_pay(self, told):
        """Post the invoices in the order of their dates, and pay what is paid. Prepaid orders got theirs when confirmed."""
        kinds = ("invoiced", "part_paid", "paid", "returned")
        due = [(story, order) for story, order in told
               if story.kind in kinds or (story.policy == "prepaid" and story.kind in ("partial", "delivered"))]
        invoices = self.env["account.move"]
        for story, order in due:
            for invoice in order.invoice_ids.with_env(self.env).filtered(lambda move: move.state == "draft"):
                day = self._moment(max(story.days_ago - 1, 0)).date()
                invoice.write({"invoice_date": day, **({} if invoice.invoice_payment_term_id else {"invoice_date_due": day})})
                invoices |= invoice
        invoices.sorted(lambda move: (move.invoice_date, move.id)).action_post()
        for story, order in due:
            posted = order.invoice_ids.with_env(self.env).filtered(lambda move: move.state == "posted" and move.amount_residual)
            if posted and story.kind != "invoiced":
                self._pay(story, posted)

    def _pay(self, story, invoices):
        values = {"payment_date": self._moment(max(story.days_ago - 3, 0)).date()}
        if story.kind == "part_paid":
            values["amount"] = round(sum(invoices.mapped("amount_residual")) / 2, -3)
        self.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=invoices.ids).create(values).action_create_payments()

    def _take_back(self, told):
        """The customer sends back what was on the first line."""
        for picking in self._orders(told, "returned").picking_ids.filtered(lambda picking: picking.state == "done"):
            wizard = self.env["stock.return.picking"].create({"picking_id": picking.id})
            line = wizard.product_return_moves[:1]
            line.quantity = line.move_id.quantity
            wizard._create_return().button_validate()

    def _credit(self, told):
        """Returned goods are credited: by themselves, by the policy's button, or after the order was lowered to what was kept."""
        for order in self._orders(told, "returned"):
            if order.order_policy == "picking":
                order.workflow.run("invoice")
            elif order.order_policy in ("prepaid", "manual"):
                for line in order.sudo().order_line.filtered("product_id.is_storable"):
                    line.product_uom_qty = min(line.product_uom_qty, line.qty_delivered)
            if order.order_policy == "manual":
                order.sudo()._create_invoices(final=True)
            refunds = order.invoice_ids.with_env(self.env).filtered(lambda move: move.move_type == "out_refund" and move.state == "draft")
            refunds.invoice_date = fields.Date.context_today(self)
            refunds.action_post()

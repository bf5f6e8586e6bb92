from core.exceptions import UserError, ValidationError
from core.tests import TransactionCase

from odoo.addons.analytic.distribution import shares_by_account, split


class TestSplit(TransactionCase):

    def test_parts_add_up(self):
        self.assertEqual(split(100.0, {1: 100 / 3, 2: 100 / 3, 3: 100 / 3}, 2), {1: 33.34, 2: 33.33, 3: 33.33})

    def test_dong_have_no_decimals(self):
        self.assertEqual(split(-1_000_001, {1: 50, 2: 50}, 0), {1: -500_001, 2: -500_000})

    def test_a_part_of_the_amount(self):
        self.assertEqual(split(200.0, {1: 30, 2: 20}, 2), {1: 60.0, 2: 40.0})

    def test_an_account_in_several_keys(self):
        self.assertEqual(shares_by_account({"1,7": 60.0, "1,8": 40.0}), {1: 100.0, 7: 60.0, 8: 40.0})


class TestAccounts(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.env["account.analytic.plan"].create({"name": "Departments"})
        cls.marketing, cls.sales = cls.env["account.analytic.account"].create([
            {"name": "Marketing", "code": "MK", "plan_id": cls.plan.id}, {"name": "Sales", "plan_id": cls.plan.id}])

    def test_balance(self):
        for amount, date in ((500.0, "2026-01-10"), (-120.0, "2026-01-20"), (-30.0, "2026-02-01")):
            self.env["account.analytic.line"].create({
                "name": "item", "account_id": self.marketing.id, "amount": amount, "date": date})
        self.assertEqual((self.marketing.credit, self.marketing.debit, self.marketing.balance), (500.0, 150.0, 350.0))
        january = self.marketing.with_context(to_date="2026-01-31")
        self.assertEqual(january.balance, 380.0)

    def test_an_account_with_items_stays(self):
        self.env["account.analytic.line"].create({"name": "item", "account_id": self.marketing.id, "amount": 1})
        with self.assertRaisesRegex(UserError, "Marketing.*Archive"):
            self.marketing.unlink()

    def test_sub_plans_belong_to_their_root(self):
        child = self.env["account.analytic.plan"].create({"name": "Hanoi", "parent_id": self.plan.id})
        account = self.env["account.analytic.account"].create({"name": "Shop", "plan_id": child.id})
        self.assertEqual((child.complete_name, account.root_plan_id), ("Departments / Hanoi", self.plan))

    def test_the_model_that_says_most_wins(self):
        partner = self.env["res.partner"].create({"name": "Client"})
        models = self.env["account.analytic.distribution.model"]
        category = self.env["res.partner.category"].create({"name": "VIP"})
        models.create([
            {"partner_category_id": category.id, "analytic_distribution": {str(self.sales.id): 100}},
            {"partner_id": partner.id, "partner_category_id": category.id, "analytic_distribution": {str(self.marketing.id): 100}}])
        self.assertEqual(models._get_distribution({"partner_id": partner.id, "partner_category_id": category.ids}),
                         {str(self.marketing.id): 100})
        self.assertEqual(models._get_distribution({"partner_id": partner.id}), {})

    def test_a_mandatory_plan(self):
        self.plan.default_applicability = "mandatory"
        model = self.env["account.analytic.distribution.model"].create({"analytic_distribution": {str(self.sales.id): 60}})
        insisting = model.with_context(validate_analytic=True)
        with self.assertRaisesRegex(ValidationError, "100%.*Departments"):
            insisting._validate_distribution(business_domain="general")
        model.analytic_distribution = {str(self.sales.id): 60, str(self.marketing.id): 40}
        insisting._validate_distribution(business_domain="general")

    def test_lines_are_found_by_account(self):
        models = self.env["account.analytic.distribution.model"]
        model = models.create({"analytic_distribution": {f"{self.sales.id},{self.marketing.id}": 60}})
        self.assertEqual(models.search([("distribution_analytic_account_ids", "in", self.sales.ids)]), model)
        self.assertEqual(model.distribution_analytic_account_ids, self.sales | self.marketing)
        self.assertFalse(models.search([("distribution_analytic_account_ids", "=", self.sales.copy().id)]))

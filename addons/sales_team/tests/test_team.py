from core.exceptions import ValidationError
from core.tests import TransactionCase, new_test_user


class TestSalesTeam(TransactionCase):
    """Teams, their members, and the team a document gets."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.seller = new_test_user(cls.env, "team_seller", "sales_team.group_sale_salesman")
        cls.north = cls.env["crm.team"].create({"name": "North", "sequence": 50})
        cls.south = cls.env["crm.team"].create({"name": "South", "sequence": 60})

    def test_members_are_memberships(self):
        self.north.member_ids = self.seller
        self.assertEqual(self.north.crm_team_member_ids.user_id, self.seller)
        self.assertEqual(self.seller.sale_team_id, self.north)

        self.north.member_ids = False
        self.assertFalse(self.north.crm_team_member_ids)

    def test_joining_a_team_leaves_the_other(self):
        self.north.member_ids = self.seller
        self.south.member_ids = self.seller
        self.assertFalse(self.north.member_ids)
        self.assertEqual(self.seller.crm_team_ids, self.south)

    def test_nobody_joins_twice(self):
        self.north.member_ids = self.seller
        with self.assertRaises(ValidationError):
            self.env["crm.team.member"].create({"crm_team_id": self.north.id, "user_id": self.seller.id})

    def test_default_team_is_the_users_own(self):
        self.south.member_ids = self.seller
        self.assertEqual(self.env["crm.team"].with_user(self.seller)._get_default_team_id(), self.south)

    def test_default_team_without_membership_is_the_first_of_the_company(self):
        self.assertEqual(self.env["crm.team"].with_user(self.seller)._get_default_team_id(),
                         self.env.ref("sales_team.team_sales_department"))

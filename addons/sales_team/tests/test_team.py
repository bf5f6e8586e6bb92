from core import Command
from core.exceptions import UserError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestTeam(TransactionCase):
    """Sales teams and their members."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.seller = new_test_user(cls.env, "zed_team_seller", groups="sales_team.group_sale_salesman")
        cls.north, cls.south = cls.env["crm.team"].create([{"name": "Bắc"}, {"name": "Nam"}])

    def join(self, team):
        team.member_ids = [Command.link(self.seller.id)]

    def test_members_are_memberships(self):
        self.join(self.north)
        self.assertEqual(self.north.crm_team_member_ids.user_id, self.seller)
        self.assertEqual(self.seller.sale_team_id, self.north)

    def test_who_joins_another_team_leaves_the_first(self):
        self.join(self.north)
        self.join(self.south)
        self.assertFalse(self.north.member_ids)
        self.assertEqual(self.seller.sale_team_id, self.south)

    def test_several_teams_are_allowed_by_a_parameter(self):
        self.env["ir.config_parameter"].set_param("sales_team.membership_multi", True)
        self.join(self.north)
        self.join(self.south)
        self.assertEqual(self.seller.crm_team_ids, self.north | self.south)

    def test_leaving_archives_the_membership_and_coming_back_restores_it(self):
        self.join(self.north)
        membership = self.north.crm_team_member_ids
        self.north.member_ids = [Command.clear()]
        self.assertFalse(membership.active)
        self.join(self.north)
        self.assertTrue(membership.active)

    def test_nobody_is_twice_in_a_team(self):
        self.join(self.north)
        with self.assertRaises(ValidationError):
            self.env["crm.team.member"].create({"crm_team_id": self.north.id, "user_id": self.seller.id})

    def test_documents_of_a_user_go_to_the_own_team(self):
        self.join(self.south)
        self.assertEqual(self.env["crm.team"]._get_default_team_id(user_id=self.seller.id), self.south)

    def test_the_roles_build_on_each_other(self):
        manager = new_test_user(self.env, "zed_team_manager", groups="sales_team.group_sale_manager")
        self.assertTrue(manager.has_group("sales_team.group_sale_salesman"))
        self.assertFalse(self.seller.has_group("sales_team.group_sale_salesman_all_leads"))

    def test_teams_the_system_uses_stay(self):
        with self.assertRaises(UserError):
            self.env.ref("sales_team.pos_sales_team").unlink()

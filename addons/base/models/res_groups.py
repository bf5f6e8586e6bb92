"""Groups of users. A group may imply others: its members are members of those, too.

The membership is stored closed: `res_groups_users_rel` holds the implied groups of every user, so that access rules
are plain joins.
"""
from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.osv import expression


class Groups(models.Model):
    _name = "res.groups"
    _shared_rows = True
    _description = "Access Groups"
    _rec_name = "full_name"
    _order = "name"
    _allow_sudo_commands = False

    name = fields.Char(required=True, translate=True)
    users = fields.Many2many("res.users", "res_groups_users_rel", "gid", "uid")
    model_access = fields.One2many("ir.model.access", "group_id", string="Access Controls", copy=True)
    rule_groups = fields.Many2many("ir.rule", "rule_group_rel", "group_id", "rule_group_id", string="Rules",
                                   domain="[('global', '=', False)]")
    menu_access = fields.Many2many("ir.ui.menu", "ir_ui_menu_group_rel", "gid", "menu_id", string="Access Menu")
    view_access = fields.Many2many("ir.ui.view", "ir_ui_view_group_rel", "group_id", "view_id", string="Views")
    comment = fields.Text(translate=True)
    category_id = fields.Many2one("ir.module.category", string="Application", index=True)
    color = fields.Integer(string="Color Index")
    full_name = fields.Char(compute="_compute_full_name", string="Group Name", search="_search_full_name")
    share = fields.Boolean(string="Share Group", help="Group created to set access rights for sharing data")
    api_key_duration = fields.Float(string="API Keys maximum duration days",
                                    help="Longest life of the API keys of members, in days; 0: no limit from this group")
    implied_ids = fields.Many2many("res.groups", "res_groups_implied_rel", "gid", "hid", string="Inherits",
                                   help="Users of this group automatically inherit those groups")
    trans_implied_ids = fields.Many2many("res.groups", string="Transitively inherits",
                                         compute="_compute_trans_implied", recursive=True,
                                         search="_search_trans_implied_ids")
    disjoint_ids = fields.Many2many("res.groups", string="Disjoint Groups", compute="_compute_disjoint_ids")

    _sql_constraints = [
        ("name_uniq", "unique (category_id, name)", "The name of the group must be unique within an application!"),
        ("check_api_key_duration", "CHECK(api_key_duration >= 0)", "The api key duration cannot be a negative value."),
    ]

    # -- computed fields --------------------------------------------------------------------------

    @api.depends("category_id.name", "name")
    @api.depends_context("lang")
    def _compute_full_name(self):
        for group in self:
            category = group.category_id.name
            group.full_name = f"{category} / {group.name}" if category else group.name

    def _search_full_name(self, operator, operand):
        if isinstance(operand, bool):
            return [("name", operator, operand)]
        operands = [operand] if isinstance(operand, str) else list(operand)
        domains = []
        for text in operands:
            category, separator, name = (part.strip() for part in str(text).rpartition("/"))
            parts = [[("name", operator if isinstance(operand, str) else "=", name)]]
            if separator:
                parts.append([("category_id.name", operator if isinstance(operand, str) else "=", category)])
            elif operator in ("ilike", "like"):
                parts = [expression.OR([parts[0], [("category_id.name", operator, text)]])]
            domains.append(expression.AND(parts))
        combine = expression.AND if operator in expression.NEGATIVE_TERM_OPERATORS else expression.OR
        return combine(domains)

    @api.depends("implied_ids.trans_implied_ids")
    def _compute_trans_implied(self):
        for group in self:
            group.trans_implied_ids = group.implied_ids | group.implied_ids.trans_implied_ids

    def _search_trans_implied_ids(self, operator, value):
        if operator not in ("=", "in"):
            raise UserError(_("Groups can be searched by implied group with “=” or “in” only."))
        wanted = [value] if isinstance(value, int) else list(value)
        self.flush_model(["implied_ids"])
        self.env.cr.execute(
            """WITH RECURSIVE implying(gid) AS (
                   SELECT gid FROM res_groups_implied_rel WHERE hid = ANY(%s)
                   UNION SELECT rel.gid FROM res_groups_implied_rel rel JOIN implying ON rel.hid = implying.gid
               ) SELECT gid FROM implying""", [wanted])
        return [("id", "in", [row[0] for row in self.env.cr.fetchall()])]

    def _compute_disjoint_ids(self):
        user_types = self._get_user_type_groups()
        for group in self:
            group.disjoint_ids = user_types - group if group in user_types else False

    @api.model
    def _get_user_type_groups(self):
        """Internal, portal and public: every user has exactly one of these."""
        groups = [self.env.ref(xml_id, raise_if_not_found=False)
                  for xml_id in ("base.group_user", "base.group_portal", "base.group_public")]
        return self.browse(group.id for group in groups if group)

    @api.constrains("implied_ids")
    def _check_implied_cycle(self):
        if self._has_cycle("implied_ids"):
            raise ValidationError(_("A group cannot imply itself, not even through other groups."))

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        groups = super().create(vals_list)
        for group, vals in zip(groups, vals_list):
            if vals.get("users") and group.implied_ids:
                group._spread_to_users()
        self._forget()
        return groups

    def write(self, vals):
        if str(vals.get("name") or "").startswith("-"):
            raise UserError(_("The name of the group cannot start with “-”."))
        result = super().write(vals)
        if "implied_ids" in vals or "users" in vals:
            self._spread_to_users()
            self._check_users_have_one_type()
        self._forget()
        return result

    def unlink(self):
        result = super().unlink()
        self._forget()
        return result

    def copy_data(self, default=None):
        return [dict(vals, name=_("%s (copy)", group.name)) for group, vals in zip(self, super().copy_data(default))]

    def _forget(self):
        # Access rules of the groups take effect with the next check, also for pending records.
        self.env.flush_all()
        self.env.registry.clear_cache()

    def _spread_to_users(self):
        """Make the members of each group members of the groups it implies."""
        self.flush_model()
        self.env["res.users"].flush_model(["groups_id"])
        self.env.cr.execute(
            """WITH RECURSIVE closure(gid, hid) AS (
                   SELECT gid, hid FROM res_groups_implied_rel WHERE gid = ANY(%(ids)s)
                   UNION SELECT closure.gid, rel.hid FROM closure JOIN res_groups_implied_rel rel ON rel.gid = closure.hid
               )
               INSERT INTO res_groups_users_rel (gid, uid)
               SELECT DISTINCT closure.hid, member.uid
                 FROM closure JOIN res_groups_users_rel member ON member.gid = closure.gid
               ON CONFLICT DO NOTHING
               RETURNING uid""", {"ids": self.ids})
        changed = {row[0] for row in self.env.cr.fetchall()}
        if changed:
            self.invalidate_model(["users"])
            users = self.env["res.users"].browse(changed)
            users.invalidate_recordset(["groups_id"])
            users.modified(["groups_id"])
            users._groups_changed()

    def _check_users_have_one_type(self):
        self.with_context(active_test=False).users._check_one_user_type()

    def _apply_group(self, implied_group):
        """Add `implied_group` to what these groups imply."""
        groups = self.filtered(lambda group: implied_group not in group.implied_ids)
        groups.write({"implied_ids": [Command.link(implied_group.id)]})

    def _remove_group(self, implied_group):
        """Stop implying `implied_group`; members lose it unless another of their groups implies it."""
        groups = self.filtered(lambda group: implied_group in group.implied_ids)
        if not groups:
            return
        groups.write({"implied_ids": [Command.unlink(implied_group.id)]})
        members = groups.with_context(active_test=False).users
        # Membership is stored closed, so what another group still implies must be found out.
        still_implying = self.search([("trans_implied_ids", "in", implied_group.ids)])
        losing = members.filtered(lambda user: not (user.groups_id & still_implying))
        losing.write({"groups_id": [Command.unlink(implied_group.id)]})

    # -- for forms and other models ---------------------------------------------------------------

    @api.model
    def get_application_groups(self, domain):
        """The groups the user form offers."""
        return self.search(domain + [("share", "=", False)])

    @api.model
    def get_groups_by_application(self):
        """[(category, groups)] in the order of the categories, groups without one last."""
        by_category = {}
        for group in self.get_application_groups([]):
            by_category.setdefault(group.category_id, self.browse())
            by_category[group.category_id] |= group
        return sorted(by_category.items(), key=lambda item: (not item[0], item[0].sequence or 0, item[0].id or 0))

    @api.model
    def _is_feature_enabled(self, group_reference):
        """Whether every internal user has the group."""
        return self.env.ref("base.group_user")._has_implied(self.env.ref(group_reference))

    def _has_implied(self, group):
        self.ensure_one()
        return group in self.sudo().trans_implied_ids

    def action_show_all_users(self):
        self.ensure_one()
        return {"name": _("Users and implied users"), "view_mode": "list,form", "res_model": "res.users",
                "type": "ir.actions.act_window", "context": {"create": False, "delete": False},
                "domain": [("groups_id", "in", self.ids)], "target": "current"}

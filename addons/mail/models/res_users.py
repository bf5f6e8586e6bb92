"""How a user is told about messages, and what waits for him."""
from collections import namedtuple

from core import api, fields, models
from core.tools import ormcache

# What a message needs to know of the user who writes it.
Author = namedtuple("Author", "partner_id email_formatted active share")


class Users(models.Model):
    _name = "res.users"
    _shared_rows = True
    _inherit = ["res.users"]

    notification_type = fields.Selection(
        [("email", "Handle by Emails"), ("inbox", "Handle in the Inbox")], "Notification", required=True,
        default="email", compute="_compute_notification_type", store=True, readonly=False,
        help="By mail, or in the inbox of the application")

    _sql_constraints = [
        ("notification_type", "CHECK (notification_type = 'email' OR NOT share)",
         "Only internal user can receive notifications in the inbox"),
    ]

    @api.depends("share")
    def _compute_notification_type(self):
        for user in self:
            if user.share or not user.notification_type:
                user.notification_type = "email"

    @property
    def SELF_READABLE_FIELDS(self):
        return super().SELF_READABLE_FIELDS + ["notification_type"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return super().SELF_WRITEABLE_FIELDS + ["notification_type"]

    @ormcache("uid")
    def _cached_author(self, uid):
        """The author of the messages of a user: every transaction needs it, and it hardly ever changes."""
        user = self.sudo().browse(uid)
        return Author(user.partner_id.id, user.partner_id.email_formatted, user.active, user.share)

    def write(self, vals):
        result = super().write(vals)
        if {"partner_id", "active", "groups_id", "name", "email"}.intersection(vals):
            self.env.registry.clear_cache()
        return result

    @api.model
    def systray_get_activities(self):
        """[{model, name, total, today, overdue, planned}] of the user's open activities."""
        return self._get_activity_groups()

    @api.model
    def _get_activity_groups(self):
        activities = self.env["mail.activity"].search([("user_id", "=", self.env.uid), ("active", "=", True)])
        groups = {}
        for activity in activities:
            if activity.res_model not in self.env:
                continue
            group = groups.setdefault(activity.res_model, {
                "type": "activity", "model": activity.res_model, "name": self.env[activity.res_model]._description,
                "total_count": 0, "today_count": 0, "overdue_count": 0, "planned_count": 0})
            group[f"{activity.state}_count"] += 1
            if activity.state in ("today", "overdue"):
                group["total_count"] += 1
        return list(groups.values())

"""What a user has chosen in the client, one row per user."""
from core import api, fields, models


class ResUsersSettings(models.Model):
    _name = "res.users.settings"
    _description = "User Settings"
    _rec_name = "user_id"

    user_id = fields.Many2one("res.users", string="User", required=True, ondelete="cascade",
                              domain=[("res_users_settings_id", "=", False)])

    _sql_constraints = [("unique_user_id", "UNIQUE(user_id)", "One user should only have one user settings")]

    @api.model
    def _get_fields_blacklist(self):
        return []

    @api.model
    def _find_or_create_for_user(self, user):
        return user.sudo().res_users_settings_ids[:1] or self.sudo().create({"user_id": user.id})

    def _res_users_settings_format(self, fields_to_format=None):
        self.ensure_one()
        names = set(fields_to_format or self._fields) - set(self._get_fields_blacklist()) - set(
            models.MAGIC_COLUMNS) | {"id"}
        names = [name for name in names if name in self._fields and self._fields[name].type not in ("one2many", "binary")]
        return self.read(sorted(names), load=None)[0]

    def set_res_users_settings(self, new_settings):
        """Store what differs and return it."""
        self.ensure_one()
        changed = {name: value for name, value in new_settings.items()
                   if name in self._fields and self[name] != value}
        if changed:
            self.write(changed)
        return self._res_users_settings_format([*changed, "id"])

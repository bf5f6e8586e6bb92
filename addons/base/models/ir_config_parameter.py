"""System parameters: a small key/value store, read often and written rarely."""
import uuid

from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import ormcache

# Values every database must have; each is computed once, when the database is created.
_INITIAL_VALUES = {
    "database.secret": lambda: str(uuid.uuid4()),
    "database.uuid": lambda: str(uuid.uuid1()),
    "database.create_date": lambda: fields.Datetime.to_string(fields.Datetime.now()),
    "web.base.url": lambda: "http://localhost:8069",
}


class IrConfigParameter(models.Model):
    _name = "ir.config_parameter"
    _description = "System Parameter"
    _rec_name = "key"
    _order = "key"
    _allow_sudo_commands = False

    key = fields.Char(required=True)
    value = fields.Text(required=True)

    _sql_constraints = [("key_uniq", "unique (key)", "Key must be unique.")]

    @api.private
    def init_parameters(self, force=False):
        """Write the initial parameters that are missing (all of them with `force`)."""
        present = set() if force else set(self.sudo().search([]).mapped("key"))
        for key, make_value in _INITIAL_VALUES.items():
            if key not in present:
                self.sudo().set_param(key, make_value())

    @api.model
    def get_param(self, key, default=False):
        """Return the text stored under `key`, or `default` when there is none."""
        self.browse().check_access("read")
        return self._get_param(key) or default

    @api.model
    @ormcache("key")
    def _get_param(self, key):
        # Raw SQL: this is called while a registry is still being loaded, and the answer is cached.
        self.flush_model(["key", "value"])
        self.env.cr.run("SELECT value FROM ir_config_parameter WHERE key = %s", [key])
        row = self.env.cr.fetchone()
        return row and row[0]

    @api.model
    def set_param(self, key, value):
        """Store `value` under `key` and return the former value; False or None removes the parameter."""
        parameter = self.search([("key", "=", key)])
        if parameter:
            former = parameter.value
            if value is not False and value is not None:
                if str(value) != former:
                    parameter.write({"value": value})
            else:
                parameter.unlink()
            return former
        if value is not False and value is not None:
            self.create({"key": key, "value": value})
        return False

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(self._with_text_values(vals_list))

    def write(self, vals):
        if "key" in vals:
            illegal = set(_INITIAL_VALUES).intersection(self.mapped("key"))
            if illegal:
                raise ValidationError(
                    _("The parameter %s belongs to the system and cannot be renamed.", ", ".join(sorted(illegal)))
                )
        self.env.registry.clear_cache()
        return super().write(self._with_text_values([vals])[0])

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_default_parameters(self):
        for record in self:
            if record.key in _INITIAL_VALUES:
                raise ValidationError(_("The parameter %s belongs to the system and cannot be deleted.", record.key))

    @staticmethod
    def _with_text_values(vals_list):
        return [
            {**vals, "value": str(vals["value"])} if not isinstance(vals.get("value", ""), str) else vals
            for vals in vals_list
        ]

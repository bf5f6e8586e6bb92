"""Default values set by users or administrators, for a user, a company, a condition, or everybody."""
import json

from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import ormcache


class IrDefault(models.Model):
    _name = "ir.default"
    _clears_caches = ("default",)
    _description = "Default Values"
    _rec_name = "field_id"
    _allow_sudo_commands = False

    field_id = fields.Many2one("ir.model.fields", string="Field", required=True, ondelete="cascade", index=True)
    user_id = fields.Many2one("res.users", string="User", ondelete="cascade", index=True,
                              help="Only for this user; empty: for everybody")
    company_id = fields.Many2one("res.company", string="Company", ondelete="cascade", index=True,
                                 help="Only in this company; empty: in all")
    condition = fields.Char(help="Only when the form's values fulfil this condition, e.g. country_id=12")
    json_value = fields.Char("Default Value (JSON format)", required=True)

    @api.constrains("json_value")
    def _check_json_format(self):
        for default in self:
            try:
                json.loads(default.json_value)
            except ValueError as error:
                raise ValidationError(_("%s is not valid JSON.", default.json_value)) from error

    @api.model
    def set(self, model_name, field_name, value, user_id=False, company_id=False, condition=False):
        """Set the default of a field; True for user_id or company_id means the current one.

        :raise ValidationError: unknown field, or a value the field cannot take
        """
        user_id = self.env.uid if user_id is True else user_id
        company_id = self.env.company.id if company_id is True else company_id
        json_value = self._to_json(model_name, field_name, value)
        field = self.env["ir.model.fields"]._get(model_name, field_name)
        existing = self.search([
            ("field_id", "=", field.id), ("user_id", "=", user_id), ("company_id", "=", company_id),
            ("condition", "=", condition)])
        if not existing:
            self.create({"field_id": field.id, "user_id": user_id, "company_id": company_id,
                         "condition": condition, "json_value": json_value})
        elif existing.json_value != json_value:
            existing.write({"json_value": json_value})
        return True

    def _to_json(self, model_name, field_name, value):
        try:
            model = self.env[model_name]
            field = model._fields[field_name]
        except KeyError as error:
            raise ValidationError(_("There is no field %(model)s.%(field)s to set a default for.",
                                    model=model_name, field=field_name)) from error
        try:
            parsed = field.convert_to_cache(value, model)
            if field.type == "integer" and not -(2 ** 31) < int(parsed or 0) < 2 ** 31:
                raise ValueError(value)
            return json.dumps(value, default=str, ensure_ascii=False)
        except (ValueError, TypeError) as error:
            raise ValidationError(_("%(value)s is not a value of the field %(model)s.%(field)s.",
                                    value=value, model=model_name, field=field_name)) from error

    @api.model
    def _get(self, model_name, field_name, user_id=False, company_id=False, condition=False):
        """The default set for exactly this user, company and condition, or None."""
        user_id = self.env.uid if user_id is True else user_id
        company_id = self.env.company.id if company_id is True else company_id
        json_value = self._cached_json(model_name, field_name, user_id, company_id, condition)
        return None if json_value is None else json.loads(json_value)

    @ormcache("model_name", "field_name", "user_id", "company_id", "condition")
    def _cached_json(self, model_name, field_name, user_id, company_id, condition):
        field = self.env["ir.model.fields"]._get(model_name, field_name)
        default = self.sudo().search([
            ("field_id", "=", field.id), ("user_id", "=", user_id), ("company_id", "=", company_id),
            ("condition", "=", condition)], limit=1)
        return default.json_value if default else None

    @api.model
    def _get_model_defaults(self, model_name, condition=False):
        """{field name: value} of the defaults that apply to the current user in the current company."""
        return self._cached_model_defaults(self.env.uid, self.env.company.id, model_name, condition)

    @ormcache("uid", "company_id", "model_name", "condition")
    def _cached_model_defaults(self, uid, company_id, model_name, condition):
        self.flush_model()
        self.env.cr.run(
            """SELECT f.name, d.json_value
                 FROM ir_default d JOIN ir_model_fields f ON f.id = d.field_id
                WHERE f.model = %(model)s
                  AND (d.user_id IS NULL OR d.user_id = %(uid)s)
                  AND (d.company_id IS NULL OR d.company_id = %(company)s)
                  AND d.condition IS NOT DISTINCT FROM %(condition)s
                ORDER BY d.user_id NULLS LAST, d.company_id NULLS LAST, d.id""",
            {"model": model_name, "uid": uid, "company": company_id, "condition": condition or None},
        )
        defaults = {}
        for name, json_value in self.env.cr.fetchall():
            defaults.setdefault(name, json.loads(json_value))
        return defaults

    @api.model
    def _get_field_column_fallbacks(self, model_name, field_name):
        """JSON text {company id: value} of a company-dependent field's defaults, for use in SQL."""
        field = self.env["ir.model.fields"]._get(model_name, field_name)
        defaults = self.sudo().search([("field_id", "=", field.id), ("user_id", "=", False),
                                       ("condition", "=", False)])
        common = next((json.loads(d.json_value) for d in defaults if not d.company_id), None)
        own = {d.company_id.id: json.loads(d.json_value) for d in defaults if d.company_id}
        companies = self.env["res.company"].sudo().with_context(active_test=False).search([])
        return json.dumps({company.id: own.get(company.id, common) for company in companies})

    @api.model
    def discard_records(self, records):
        """Forget the defaults that point to `records`."""
        values = [json.dumps(record_id) for record_id in records.ids]
        domain = [("field_id.ttype", "=", "many2one"), ("field_id.relation", "=", records._name),
                  ("json_value", "in", values)]
        return self.search(domain).unlink()

    @api.model
    def discard_values(self, model_name, field_name, values):
        """Forget the defaults of a field that are one of `values`."""
        field = self.env["ir.model.fields"]._get(model_name, field_name)
        domain = [("field_id", "=", field.id), ("json_value", "in", [json.dumps(value) for value in values])]
        return self.search(domain).unlink()

"""One changed field of one message: before and after, as values and not as text."""
from core import _, api, fields, models
from core.tools import format_date, format_datetime

_COLUMN_OF_TYPE = {
    "integer": "integer", "float": "float", "char": "char", "text": "text", "datetime": "datetime",
    "monetary": "float", "date": "datetime", "boolean": "integer", "selection": "char", "many2one": "integer",
    "many2many": "char", "one2many": "char", "html": "text", "many2one_reference": "integer", "reference": "char",
}


class MailTracking(models.Model):
    _name = "mail.tracking.value"
    _description = "Mail Tracking Value"
    _rec_name = "field_id"
    _order = "id DESC"

    field_id = fields.Many2one("ir.model.fields", required=False, readonly=True, index=True, ondelete="set null")
    field_info = fields.Json("Removed field information")
    old_value_integer = fields.Integer("Old Value Integer", readonly=True)
    old_value_float = fields.Float("Old Value Float", readonly=True)
    old_value_char = fields.Char("Old Value Char", readonly=True)
    old_value_text = fields.Text("Old Value Text", readonly=True)
    old_value_datetime = fields.Datetime("Old Value DateTime", readonly=True)
    new_value_integer = fields.Integer("New Value Integer", readonly=True)
    new_value_float = fields.Float("New Value Float", readonly=True)
    new_value_char = fields.Char("New Value Char", readonly=True)
    new_value_text = fields.Text("New Value Text", readonly=True)
    new_value_datetime = fields.Datetime("New Value Datetime", readonly=True)
    currency_id = fields.Many2one("res.currency", "Currency", readonly=True, ondelete="set null")
    mail_message_id = fields.Many2one("mail.message", "Message ID", required=True, index=True, ondelete="cascade")

    # -- creation -----------------------------------------------------------------------------------

    @api.model
    def _create_tracking_values(self, initial_value, new_value, col_name, col_info, record):
        """The values of the tracking record of one change.

        :param col_info: description of the field as of fields_get (type, string, selection, currency_field)
        :raise ValueError: unknown field
        """
        field = self.env["ir.model.fields"]._get(record._name, col_name)
        if not field:
            raise ValueError(f"Unknown field {col_name} on model {record._name}")
        values = {"field_id": field.id}
        kind = col_info["type"]
        if kind == "monetary":
            currency_field = col_info.get("currency_field") or "currency_id"
            if currency_field in record._fields:
                values["currency_id"] = record[currency_field].id
        values.update(self._value_columns("old", kind, initial_value, col_info))
        values.update(self._value_columns("new", kind, new_value, col_info))
        return values

    @api.model
    def _value_columns(self, side, kind, value, col_info):
        if kind in ("integer", "float", "char", "text", "datetime", "monetary", "html", "many2one_reference"):
            return {f"{side}_value_{_COLUMN_OF_TYPE[kind]}": value}
        if kind == "date":
            return {f"{side}_value_datetime": value and fields.Datetime.to_datetime(value) or False}
        if kind == "boolean":
            return {f"{side}_value_integer": int(bool(value))}
        if kind == "selection":
            return {f"{side}_value_char": value and dict(col_info["selection"]).get(value, str(value)) or ""}
        if kind == "many2one":
            record = value[:1] if value else value
            return {f"{side}_value_integer": record.id if record else 0,
                    f"{side}_value_char": record.sudo().display_name if record else ""}
        if kind in ("many2many", "one2many"):
            names = value.sudo().mapped("display_name") if value else []
            return {f"{side}_value_char": ", ".join(name or "" for name in names)}
        if kind == "reference":
            return {f"{side}_value_char": value.sudo().display_name if value else ""}
        return {f"{side}_value_char": str(value) if value else ""}

    # -- reading ------------------------------------------------------------------------------------

    def _filter_tracked_field_access(self, env):
        """The values whose field the user of `env` may see."""
        return self.filtered(lambda tracking: tracking._field_is_visible(env))

    def _field_is_visible(self, env):
        field = self.sudo().field_id
        if not field:
            return env.is_system()
        model = env.get(field.model)
        definition = model._fields.get(field.name) if model is not None else None
        return definition is None or not definition.groups or env.user.has_groups(definition.groups)

    def _tracking_value_format(self):
        """[{'id', 'fieldInfo'/'changedField', 'oldValue', 'newValue', …}] as the chatter shows them."""
        return [tracking._format_one() for tracking in self.sudo()]

    def _format_one(self):
        field = self.field_id
        info = self.field_info or {}
        kind = field.ttype or info.get("type") or "char"
        label = field.field_description or info.get("desc") or _("Unknown")
        return {
            "id": self.id,
            "changedField": label,
            "fieldName": field.name or info.get("name") or "unknown",
            "fieldType": kind,
            "fieldInfo": {"changedField": label, "fieldType": kind, "currencyId": self.currency_id.id,
                          "id": field.id, "isPropertyField": False},
            "oldValue": {"currencyId": self.currency_id.id, "value": self._format_display_value(kind, new=False)[0]},
            "newValue": {"currencyId": self.currency_id.id, "value": self._format_display_value(kind, new=True)[0]},
        }

    def _format_display_value(self, field_type, new=True):
        """[value] of each tracking in self as a client shows it: text, number, or yes / no."""
        side = "new" if new else "old"
        result = []
        for tracking in self:
            if field_type == "boolean":
                result.append(bool(tracking[f"{side}_value_integer"]))
            elif field_type == "many2one":
                result.append(tracking[f"{side}_value_char"])
            else:
                value = tracking[f"{side}_value_{_COLUMN_OF_TYPE.get(field_type, 'char')}"]
                if value and field_type == "date":
                    value = fields.Date.to_string(value.date())
                elif value and field_type == "datetime":
                    value = fields.Datetime.to_string(value) + "Z"
                result.append(value)
        return result

    def _display_text(self, new=True):
        """The value as text in the user's language, for notifications."""
        self.ensure_one()
        kind = self.field_id.ttype or (self.field_info or {}).get("type") or "char"
        [value] = self._format_display_value(kind, new=new)
        if kind == "boolean":
            return _("Yes") if value else _("No")
        if kind == "date":
            return format_date(self.env, value) if value else ""
        if kind == "datetime":
            return format_datetime(self.env, value.rstrip("Z")) if value else ""
        if kind == "monetary" and self.currency_id:
            return self.currency_id.format(value or 0.0)
        return str(value) if value not in (False, None) else ""

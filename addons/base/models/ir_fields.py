"""Conversion of imported texts to field values, as `load` needs it: one converter per field type."""
import base64
import binascii

from core import Command, _, api, fields, models
from core.exceptions import UserError
from core.tools import DEFAULT_SERVER_DATE_FORMAT

_TRUE = {"1", "true", "yes", "x", "có", "đúng"}
_FALSE = {"", "0", "false", "no", "không", "sai"}


class ImportWarning(Warning):
    """The value was understood, with a doubt the person who imports should know."""


class ConversionNotFound(ValueError):
    """There is no converter for a field type."""


class IrFieldsConverter(models.AbstractModel):
    _name = "ir.fields.converter"
    _description = "Fields Converter"

    @api.model
    def for_model(self, model, fromtype=str, savepoint=None):
        """A function (record: {field name: text}, log(field name, error)) -> values for create or write."""
        converters = {
            name: self.to_field(model, field, fromtype)
            for name, field in model._fields.items() if name != "id"
        }

        def convert(record, log):
            values = {}
            for name, text in record.items():
                if name in (None, "id", ".id"):
                    continue
                if not text:
                    values[name] = False
                    continue
                try:
                    values[name], warnings = converters[name](text)
                    for warning in warnings:
                        log(name, warning)
                except (UserError, ValueError) as error:
                    log(name, error)
            return values

        return convert

    @api.model
    def to_field(self, model, field, fromtype=str):
        """The function text -> (value, [warnings]) for a field, or None."""
        converter = getattr(self, f"_{fromtype.__name__}_to_{field.type}", None)
        if converter is None:
            return None
        return lambda value: converter(model, field, value)

    def _str_to_boolean(self, model, field, value):
        word = value.strip().lower()
        if word in _TRUE:
            return True, []
        if word in _FALSE:
            return False, []
        raise UserError(_("“%(value)s” is not yes or no (field %(field)s).", value=value, field=field.string))

    def _str_to_integer(self, model, field, value):
        try:
            return int(value), []
        except ValueError as error:
            raise UserError(_("“%(value)s” is not a whole number (field %(field)s).",
                              value=value, field=field.string)) from error

    def _str_to_float(self, model, field, value):
        try:
            return float(value), []
        except ValueError as error:
            raise UserError(_("“%(value)s” is not a number (field %(field)s).",
                              value=value, field=field.string)) from error

    _str_to_monetary = _str_to_float

    def _str_id(self, model, field, value):
        return value, []

    _str_to_char = _str_to_text = _str_to_html = _str_to_reference = _str_to_many2one_reference = _str_id

    def _str_to_binary(self, model, field, value):
        try:
            base64.b64decode(value, validate=True)
        except binascii.Error as error:
            raise UserError(_("The field %s expects a file encoded as base64.", field.string)) from error
        return value, []

    _str_to_image = _str_to_binary

    def _str_to_date(self, model, field, value):
        try:
            return fields.Date.to_string(fields.Date.to_date(value)), []
        except ValueError as error:
            raise UserError(_("“%(value)s” is not a date of the form %(format)s (field %(field)s).", value=value,
                              format=DEFAULT_SERVER_DATE_FORMAT, field=field.string)) from error

    def _str_to_datetime(self, model, field, value):
        try:
            return fields.Datetime.to_string(fields.Datetime.to_datetime(value)), []
        except ValueError as error:
            raise UserError(_("“%(value)s” is not a date and time of the form 2026-01-31 13:45:00 (field %(field)s).",
                              value=value, field=field.string)) from error

    def _str_to_selection(self, model, field, value):
        wanted = value.strip().lower()
        for key, label in field._description_selection(self.env):
            if wanted in (str(key).lower(), str(label).lower()):
                return key, []
        raise UserError(_("“%(value)s” is not one of the choices of %(field)s.", value=value, field=field.string))

    @api.model
    def db_id_for(self, model, field, subfield, value, savepoint=None):
        """(id or False, subfield, warnings) of the related record meant by `value`.

        `subfield`: 'id' an xml id, '.id' a database id, None a name.
        """
        comodel = self.env[field.comodel_name]
        if not value:
            return False, subfield, []
        if subfield == ".id":
            found = comodel.browse(int(value)).exists()
        elif subfield == "id":
            xml_id = value if "." in value else f"{self.env.context.get('_import_current_module', '')}.{value}"
            found = self.env.ref(xml_id, raise_if_not_found=False) or comodel
        else:
            ids = [record_id for record_id, _name in comodel.name_search(value, operator="=")]
            found = comodel.browse(ids)
        if not found:
            raise UserError(_("There is no %(model)s “%(value)s” (field %(field)s).",
                              model=comodel._description, value=value, field=field.string))
        warnings = [ImportWarning(_("“%(value)s” names %(count)s records of %(field)s; the first one is used.",
                                    value=value, count=len(found), field=field.string))] if len(found) > 1 else []
        return found[0].id, subfield, warnings

    def _str_to_many2one(self, model, field, values):
        [record] = values if isinstance(values, list) else [{None: values}]
        [(subfield, value)] = record.items()
        record_id, _subfield, warnings = self.db_id_for(model, field, subfield, value)
        return record_id, warnings

    def _str_to_many2many(self, model, field, values):
        [record] = values if isinstance(values, list) else [{None: values}]
        [(subfield, value)] = record.items()
        ids, warnings = [], []
        for reference in filter(None, (part.strip() for part in value.split(","))):
            record_id, _subfield, doubts = self.db_id_for(model, field, subfield, reference)
            ids.append(record_id)
            warnings.extend(doubts)
        return [Command.set(ids)], warnings

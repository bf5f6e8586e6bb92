"""QWeb: rendering templates stored as views, and how fields look in them."""
import base64
import logging
from datetime import date, datetime

from lxml import etree
from markupsafe import Markup, escape

from core import api, fields, models, tools, views
from core.views.formats import float_time, formats_for

_logger = logging.getLogger(__name__)


class _Engine:
    """What a template asks while it is rendered, answered by the database."""

    def __init__(self, env, groups_user):
        self.env = env
        self.user = groups_user

    def load(self, name, lang=None):
        qweb = self.env["ir.qweb"]
        return qweb.with_context(lang=lang)._compiled_template(name) if lang else qweb._compiled_template(name)

    def in_language(self, lang):
        return _Engine(self.env(context={**self.env.context, "lang": lang}), self.user)

    def render_field(self, record, field_name, options, values):
        record.ensure_one()
        field = record._fields[field_name]
        options = {**options, "type": options.get("widget") or field.type, "expression": field_name, "template_options": {}}
        converter = self.env["ir.qweb"]._converter(options["type"], field.type)
        return converter.with_context(lang=self.env.context.get("lang")).record_to_html(record, field_name, options)

    def render_widget(self, value, options, values):
        return self.env["ir.qweb"]._converter(options["widget"], "").value_to_html(value, options)

    def has_groups(self, groups):
        return self.user.has_groups(groups)


class IrQWeb(models.AbstractModel):
    _name = "ir.qweb"
    _description = "Qweb"

    @api.model
    def _render(self, template, values=None, **options):
        """The template (id, xml id, key, or an element) rendered to Markup.

        :raise QWebError: the template cannot be compiled, or an expression in it failed; names template and line
        """
        env = self.with_context(**{key: options[key] for key in ("lang",) if options.get(key)}).env
        qweb = env["ir.qweb"]
        compiled = views.compile_template(template) if isinstance(template, etree._Element) else qweb._compiled_template(template)
        return compiled.render(qweb._prepare_environment(dict(values or {})), _Engine(env, env.user))

    @api.model
    def _compiled_template(self, name):
        if isinstance(name, str) and name.isdigit():
            name = int(name)
        view_id = self.env["ir.ui.view"].sudo().get_view_id(name)
        return self._compile_view(view_id, self.env.context.get("lang") or "en_US")

    @api.model
    @tools.ormcache("view_id", "lang", cache="templates")
    def _compile_view(self, view_id, lang):
        view = self.env["ir.ui.view"].sudo().with_context(lang=lang).browse(view_id)
        return views.compile_template(view._get_combined_arch(), view.key or view.name, trusted=True)

    @api.model
    def _prepare_environment(self, values):
        """Names every template knows."""
        import time

        import dateutil.relativedelta

        env = self.env
        values.setdefault("env", env)
        values.setdefault("user", env.user)
        values.setdefault("res_company", env.company.sudo())
        values.update(
            user_id=env.user, context_timestamp=lambda moment: fields.Datetime.context_timestamp(self, moment),
            datetime=_Datetimes, relativedelta=dateutil.relativedelta.relativedelta, time=_Strftime(time), quote_plus=_quote,
            json=_Json, lang=env.context.get("lang") or "en_US", web_base_url=None, floor=_floor, ceil=_ceil, is_html_empty=tools.is_html_empty,
            format_date=lambda value, **kw: tools.format_date(env, value, **kw),
            format_datetime=lambda value, **kw: tools.format_datetime(env, value, **kw),
            format_amount=lambda amount, currency, **kw: tools.format_amount(env, amount, currency, **kw),
            format_duration=float_time, image_data_uri=tools.image_data_uri,
        )
        return values

    @api.model
    def _converter(self, widget, field_type):
        """The model that draws this widget; the field's own kind when the widget is unknown."""
        for name in (widget, field_type):
            model = f"ir.qweb.field.{name}"
            if name and model in self.env.registry:
                return self.env[model]
        return self.env["ir.qweb.field"]


class _Datetimes:
    import datetime as _module

    datetime, date, timedelta, time = _module.datetime, _module.date, _module.timedelta, _module.time


class _Strftime:
    def __init__(self, module):
        self.strftime, self.localtime = module.strftime, module.localtime


class _Json:
    @staticmethod
    def dumps(value):
        import json

        # Safe inside HTML: a "</script>" in a text must not end the script.
        return json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _quote(text):
    from urllib.parse import quote_plus

    return quote_plus(str(text))


def _floor(value):
    import math

    return math.floor(value)


def _ceil(value):
    import math

    return math.ceil(value)


# -- fields ------------------------------------------------------------------------------------------------


class FieldConverter(models.AbstractModel):
    """How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`."""

    _name = "ir.qweb.field"
    _description = "Qweb Field"

    @api.model
    def get_available_options(self):
        return {}

    @api.model
    def attributes(self, record, field_name, options, values=None):
        return {}

    @api.model
    def record_to_html(self, record, field_name, options):
        value = record.with_context(**self.env.context)[field_name]
        if value is False or value is None:
            return False
        return self.value_to_html(value, options)

    @api.model
    def value_to_html(self, value, options):
        return escape("" if value is False or value is None else str(value))

    @api.model
    def user_lang(self):
        return self.env["res.lang"]._get_data(code=self.env.context.get("lang") or "en_US")


class IntegerConverter(models.AbstractModel):
    _name = "ir.qweb.field.integer"
    _description = "Qweb Field Integer"
    _inherit = "ir.qweb.field"

    @api.model
    def record_to_html(self, record, field_name, options):
        return self.value_to_html(record[field_name] or 0, options)

    @api.model
    def value_to_html(self, value, options):
        return formats_for(self.env).integer(int(value or 0))


class FloatConverter(models.AbstractModel):
    _name = "ir.qweb.field.float"
    _description = "Qweb Field Float"
    _inherit = "ir.qweb.field"

    @api.model
    def record_to_html(self, record, field_name, options):
        if "precision" not in options and not options.get("decimal_precision"):
            digits = record._fields[field_name].get_digits(self.env)
            options = {**options, "precision": digits[1] if digits else 2}
        return self.value_to_html(record[field_name] or 0.0, options)

    @api.model
    def value_to_html(self, value, options):
        precision = options.get("precision")
        if options.get("decimal_precision"):
            precision = self.env["decimal.precision"].precision_get(options["decimal_precision"])
        formats = formats_for(self.env)
        if precision is None:
            return formats.quantity(value or 0.0, 6)
        return formats.number(value or 0.0, precision)


class QuantityConverter(models.AbstractModel):
    """A number without the zeros nobody needs: 3, 2.5."""

    _name = "ir.qweb.field.quantity"
    _description = "Qweb Field Quantity"
    _inherit = "ir.qweb.field.float"

    @api.model
    def value_to_html(self, value, options):
        return formats_for(self.env).quantity(value or 0.0, options.get("precision") or 6)


class UnitPriceConverter(models.AbstractModel):
    """A price with at least the decimals of its currency: 15.000.000 đ, 0.125 USD."""

    _name = "ir.qweb.field.unit_price"
    _description = "Qweb Field Unit Price"
    _inherit = "ir.qweb.field.float"

    @api.model
    def value_to_html(self, value, options):
        currency = options.get("display_currency") or self.env.company.currency_id
        return formats_for(self.env).quantity(value or 0.0, options.get("precision") or 6, currency.decimal_places)


class DateConverter(models.AbstractModel):
    _name = "ir.qweb.field.date"
    _description = "Qweb Field Date"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        return tools.format_date(self.env, value, date_format=options.get("format"))


class DateTimeConverter(models.AbstractModel):
    _name = "ir.qweb.field.datetime"
    _description = "Qweb Field Datetime"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        if not value:
            return ""
        if isinstance(value, date) and not isinstance(value, datetime):
            return tools.format_date(self.env, value)
        text = formats_for(self.env).datetime(value, options.get("tz_name") or self.env.context.get("tz") or self.env.user.tz)
        day, _blank, clock = text.partition(" ")
        return day if options.get("date_only") else clock if options.get("time_only") else text


class TextConverter(models.AbstractModel):
    _name = "ir.qweb.field.text"
    _description = "Qweb Field Text"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        return Markup("<br/>\n").join(escape(line) for line in str(value or "").split("\n"))


class SelectionConverter(models.AbstractModel):
    _name = "ir.qweb.field.selection"
    _description = "Qweb Field Selection"
    _inherit = "ir.qweb.field"

    @api.model
    def record_to_html(self, record, field_name, options):
        selection = dict(record._fields[field_name]._description_selection(self.env))
        return self.value_to_html(record[field_name], {**options, "selection": selection})

    @api.model
    def value_to_html(self, value, options):
        return escape(options.get("selection", {}).get(value) or "") if value else ""


class ManyToOneConverter(models.AbstractModel):
    _name = "ir.qweb.field.many2one"
    _description = "Qweb Field Many to One"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        name = value.sudo().display_name if value else ""
        return Markup("<br/>").join(escape(line) for line in (name or "").split("\n"))


class ManyToManyConverter(models.AbstractModel):
    _name = "ir.qweb.field.many2many"
    _description = "Qweb field many2many"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        return escape(", ".join(value.sudo().mapped("display_name"))) if value else ""


class HtmlConverter(models.AbstractModel):
    _name = "ir.qweb.field.html"
    _description = "Qweb Field HTML"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        return Markup(value or "")


class ImageConverter(models.AbstractModel):
    _name = "ir.qweb.field.image"
    _description = "Qweb Field Image"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        data = value if isinstance(value, bytes) else str(value).encode()
        try:
            head = base64.b64decode(data[:64])
        except ValueError:
            return ""
        kind = next((mime for magic, mime in _IMAGE_KINDS if head.startswith(magic)), None)
        if kind is None:
            return ""
        css = escape(options.get("class") or "")
        style = f' style="{escape(options["style"])}"' if options.get("style") else ""
        return Markup(f'<img src="data:{kind};base64,{data.decode()}" class="img {css}" alt="{escape(options.get("alt") or "")}"{style}/>')


_IMAGE_KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"GIF8", "image/gif"), (b"RIFF", "image/webp"))


class ImageUrlConverter(models.AbstractModel):
    _name = "ir.qweb.field.image_url"
    _description = "Qweb Field Image"
    _inherit = "ir.qweb.field.image"


class MonetaryConverter(models.AbstractModel):
    _name = "ir.qweb.field.monetary"
    _description = "Qweb Field Monetary"
    _inherit = "ir.qweb.field"

    @api.model
    def record_to_html(self, record, field_name, options):
        field = record._fields[field_name]
        if not options.get("display_currency") and field.type == "monetary":
            name = field.get_currency_field(record)
            options = {**options, "display_currency": record[name] if name else None}
        return self.value_to_html(record[field_name] or 0.0, options)

    @api.model
    def value_to_html(self, value, options):
        currency = options.get("display_currency") or self.env.company.currency_id
        source = options.get("from_currency")
        if source and source != currency:
            value = source._convert(value, currency, options.get("company") or self.env.company, options.get("date") or fields.Date.today())
        number = formats_for(self.env).number(currency.round(value or 0.0) + 0.0, currency.decimal_places)
        text = Markup('<span class="oe_currency_value">%s</span>') % number
        blank = "\N{NO-BREAK SPACE}"
        if currency.position == "before":
            return Markup("%s%s%s") % (currency.symbol, blank, text)
        return Markup("%s%s%s") % (text, blank, currency.symbol or currency.name)


class FloatTimeConverter(models.AbstractModel):
    _name = "ir.qweb.field.float_time"
    _description = "Qweb Field Float Time"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        return float_time(value or 0.0)


class DurationConverter(models.AbstractModel):
    _name = "ir.qweb.field.duration"
    _description = "Qweb Field Duration"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        hours = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24}.get(options.get("unit", "second"), 1 / 3600)
        return float_time((value or 0.0) * hours)


class BarcodeConverter(models.AbstractModel):
    _name = "ir.qweb.field.barcode"
    _description = "Qweb Field Barcode"
    _inherit = "ir.qweb.field"

    @api.model
    def value_to_html(self, value, options):
        """A QR code as inline SVG; linear symbologies are drawn by the report addon."""
        if not value:
            return ""
        import segno

        return Markup(segno.make(str(value), micro=False).svg_inline(scale=3))


class Contact(models.AbstractModel):
    _name = "ir.qweb.field.contact"
    _description = "Qweb Field Contact"
    _inherit = "ir.qweb.field.many2one"

    @api.model
    def value_to_html(self, value, options):
        """Name, address, phone and e-mail of a partner, as far as `fields` asks for them."""
        if not value:
            return options.get("null_text") or ""
        wanted = options.get("fields") or ["name", "address", "phone", "email"]
        partner = value.sudo().with_context(show_address=False)
        lines = []
        if "name" in wanted:
            lines.append(Markup('<strong itemprop="name">%s</strong>' if not options.get("no_bold") else "<span>%s</span>")
                         % (partner.display_name or partner.name or ""))
        if "address" in wanted:
            address = [line for line in partner._display_address(without_company=True).split("\n") if line.strip()]
            joiner = ", " if options.get("separator") or options.get("no_tag_br") else Markup("<br/>")
            if address:
                lines.append(Markup('<span itemprop="address">%s</span>') % Markup(joiner).join(escape(line) for line in address))
        if "city" in wanted and "address" not in wanted and partner.city:
            lines.append(escape(partner.city))
        for name in ("phone", "mobile", "email", "vat", "website"):
            if name in wanted and name in partner._fields and partner[name]:
                lines.append(Markup('<span itemprop="%s">%s</span>') % (name, partner[name]))
        return Markup('<address class="o_portal_address mb-0">%s</address>') % Markup("<br/>").join(lines)


class QwebWidgetConverter(models.AbstractModel):
    _name = "ir.qweb.field.qweb"
    _description = "Qweb Field qweb"
    _inherit = "ir.qweb.field.many2one"

    @api.model
    def record_to_html(self, record, field_name, options):
        view = record[field_name]
        return self.env["ir.qweb"]._render(view.id, options.get("values", {})) if view else ""



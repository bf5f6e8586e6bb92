"""Languages and how they write numbers and dates."""
import ast
import re
from collections import namedtuple

from core import _, api, fields, models, tools
from core.exceptions import UserError, ValidationError
from core.tools import SQL

DEFAULT_DATE_FORMAT = "%m/%d/%Y"
DEFAULT_TIME_FORMAT = "%H:%M:%S"
DEFAULT_SHORT_TIME_FORMAT = "%H:%M"
_CACHED_FIELDS = (
    "id", "name", "code", "iso_code", "url_code", "active", "direction", "date_format", "time_format",
    "short_time_format", "week_start", "grouping", "decimal_point", "thousands_sep", "flag_image_url",
)
LangData = namedtuple("LangData", _CACHED_FIELDS)


class _NoLang(LangData):
    """Answered for an unknown language: false like an empty recordset."""

    def __bool__(self):
        return False


_NO_LANG = _NoLang(*[False] * len(_CACHED_FIELDS))


def _insert_separators(digits, grouping, separator):
    """`digits` cut from the right into groups of the sizes in `grouping`: 0 repeats the size before, -1 ends."""
    groups, size, rest = [], 0, list(grouping)
    while digits and rest:
        if rest[0] == -1:
            break
        if rest[0]:
            size = rest.pop(0)
        if not size:
            break
        groups.append(digits[-size:])
        digits = digits[:-size]
    if digits:
        groups.append(digits)
    return separator.join(reversed(groups))


class Lang(models.Model):
    _name = "res.lang"
    _shared_rows = True
    _description = "Languages"
    _order = "active desc,name"
    _allow_sudo_commands = False

    _disallowed_datetime_patterns = ("%q", "%O", "%E")

    name = fields.Char(required=True)
    code = fields.Char(string="Locale Code", required=True, help="Locale the formats are taken from, e.g. vi_VN")
    iso_code = fields.Char(string="ISO code", help="Name of the .po files of the language")
    url_code = fields.Char("URL Code", required=True, help="The Lang Code displayed in the URL")
    active = fields.Boolean()
    direction = fields.Selection([("ltr", "Left-to-Right"), ("rtl", "Right-to-Left")], required=True, default="ltr")
    date_format = fields.Char(string="Date Format", required=True, default=DEFAULT_DATE_FORMAT)
    time_format = fields.Char(string="Time Format", required=True, default=DEFAULT_TIME_FORMAT)
    short_time_format = fields.Char(string="Short Time Format", required=True, default=DEFAULT_SHORT_TIME_FORMAT)
    week_start = fields.Selection(
        [("1", "Monday"), ("2", "Tuesday"), ("3", "Wednesday"), ("4", "Thursday"), ("5", "Friday"), ("6", "Saturday"),
         ("7", "Sunday")], string="First Day of Week", required=True, default="7")
    grouping = fields.Char(string="Separator Format", required=True, default="[]",
                           help="Sizes of the groups of digits from the right: [3,0] is 1,234,567")
    decimal_point = fields.Char(string="Decimal Separator", required=True, default=".", trim=False)
    thousands_sep = fields.Char(string="Thousands Separator", default=",", trim=False)
    flag_image = fields.Image("Image")
    flag_image_url = fields.Char(compute="_compute_field_flag_image_url")

    _sql_constraints = [
        ("name_uniq", "unique(name)", "The name of the language must be unique!"),
        ("code_uniq", "unique(code)", "The code of the language must be unique!"),
        ("url_code_uniq", "unique(url_code)", "The URL code of the language must be unique!"),
    ]

    @api.depends("code", "flag_image")
    def _compute_field_flag_image_url(self):
        for lang in self:
            territory = (lang.code or "").split("@")[0].rpartition("_")[2].lower()
            lang.flag_image_url = f"/base/static/img/country_flags/{territory}.png" if len(territory) == 2 else False

    @api.constrains("active")
    def _check_active(self):
        if not self.env.context.get("install_mode") and not self.search_count([("active", "=", True)], limit=1):
            raise ValidationError(_("At least one language must be active."))

    @api.constrains("time_format", "short_time_format", "date_format")
    def _check_format(self):
        for lang in self:
            formats = (lang.time_format or "") + (lang.short_time_format or "") + (lang.date_format or "")
            if any(pattern in formats for pattern in self._disallowed_datetime_patterns):
                raise ValidationError(_("The date or time format of %s uses a placeholder that cannot be read back.",
                                        lang.name))

    @api.constrains("grouping")
    def _check_grouping(self):
        for lang in self:
            try:
                sizes = ast.literal_eval(lang.grouping)
                valid = isinstance(sizes, list) and all(isinstance(size, int) and size >= -1 for size in sizes)
            except (ValueError, SyntaxError):
                valid = False
            if not valid:
                raise ValidationError(_("The separator format of %s is a list of whole numbers such as [3,0].",
                                        lang.name))

    # -- cached answers ---------------------------------------------------------------------------

    CACHED_FIELDS = _CACHED_FIELDS

    @api.model
    @tools.ormcache()
    def _active_languages(self):
        """LangData of every active language, by code."""
        languages = self.sudo().with_context(active_test=True, lang=False).search([("active", "=", True)], order="name")
        return {lang.code: LangData(*(lang[name] for name in _CACHED_FIELDS)) for lang in languages}

    @api.model
    def _get_active_by(self, field):
        return {getattr(data, field): data for data in self._active_languages().values()}

    @api.model
    def _get_data(self, **kwargs):
        """LangData of the active language whose field has the value, e.g. `_get_data(code='vi_VN')`."""
        [(field, value)] = kwargs.items()
        if field == "code":
            return self._active_languages().get(value, _NO_LANG)
        return self._get_active_by(field).get(value, _NO_LANG)

    def _lang_get(self, code):
        """The active language with this code, or an empty recordset."""
        return self.browse(self._lang_get_id(code) or ())

    def _lang_get_id(self, code):
        return self._get_data(code=code).id

    def _lang_get_code(self, url_code):
        return self._get_data(url_code=url_code).code or url_code

    def _get_code(self, code):
        """`code` when it is an active language, else None."""
        return self._get_data(code=code).code or None

    @api.model
    def get_installed(self):
        """[(code, name)] of the active languages."""
        return [(data.code, data.name) for data in self._active_languages().values()]

    def get_available(self):
        return self.sudo().with_context(active_test=False).search([]).mapped(
            lambda lang: (lang.code, lang.url_code, lang.name, lang.active, lang.flag_image_url))

    @api.model
    def _data_get(self, code):
        data = self._get_data(code=code)
        grouping = ast.literal_eval(data.grouping or "[]")
        return grouping, data.thousands_sep or "", data.decimal_point or "."

    # -- activation -------------------------------------------------------------------------------

    @api.model
    def install_lang(self):
        """Activate the default language of a new database and make it the one of its users."""
        code = (tools.config.get("load_language") or "en_US").split(",")[0]
        lang = self._activate_lang(code) or self._create_lang(code)
        default = self.env["ir.default"]
        if default._get("res.partner", "lang") is None:
            default.set("res.partner", "lang", lang.code)
            partners = self.env["res.company"].search([]).partner_id | self.env["res.users"].search([]).partner_id
            partners.write({"lang": lang.code})
        return True

    def _activate_lang(self, code):
        """Activate the language with this code; empty when there is none."""
        lang = self.with_context(active_test=False).search([("code", "=", code)])
        if lang and not lang.active:
            lang.active = True
        return lang

    def _name_countries_and_currencies(self, codes=None):
        """Give countries and currencies the names the Unicode CLDR has in these languages, where there is none yet."""
        from babel import Locale, UnknownLocaleError
        codes = [code for code, _name in self.get_installed()] if codes is None else codes
        for code in codes:
            if code == "en_US":
                continue  # the language of the sources
            try:
                locale = Locale.parse(code.split("@")[0])
            except (UnknownLocaleError, ValueError):
                continue
            self._fill_names("res.country", "code", "name", code, locale.territories)
            self._fill_names("res.currency", "name", "full_name", code, locale.currencies)

    def _fill_names(self, model_name, key, column, lang, names):
        model = self.env[model_name]
        model.flush_model([key, column])
        self.env.cr.execute(SQL(
            """UPDATE %(table)s SET %(column)s = %(table)s.%(column)s || jsonb_build_object(%(lang)s, names.name)
                 FROM unnest(%(keys)s, %(names)s) AS names(key, name)
                WHERE %(table)s.%(key)s = names.key AND NOT %(table)s.%(column)s ? %(lang)s""",
            table=SQL.identifier(model._table), column=SQL.identifier(column), key=SQL.identifier(key), lang=lang,
            keys=list(names), names=[str(name) for name in names.values()]))
        model.invalidate_model([column])

    def _create_lang(self, lang, lang_name=None):
        """Create the language `lang` (a code) with the formats its locale uses."""
        from babel import Locale, UnknownLocaleError
        try:
            locale = Locale.parse(lang.split("@")[0])
        except (UnknownLocaleError, ValueError) as error:
            raise UserError(_("“%s” is not the code of a language, such as vi_VN.", lang)) from error
        return self.create({
            "code": lang, "iso_code": lang, "url_code": lang, "active": True,
            "name": lang_name or f"{locale.get_display_name('en')}",
            "date_format": _strftime_of(locale.date_formats["short"].pattern),
            "decimal_point": locale.number_symbols["latn"]["decimal"],
            "thousands_sep": locale.number_symbols["latn"]["group"],
            "grouping": "[3,0]", "direction": "rtl" if locale.character_order == "right-to-left" else "ltr",
            "week_start": str(locale.first_week_day + 1),
        })

    def toggle_active(self):
        super().toggle_active()
        codes = self.filtered("active").mapped("code")
        if codes:
            self.env["ir.module.module"].sudo().search([("state", "=", "installed")])._update_translations(codes)

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [{**vals, "url_code": vals.get("url_code") or vals.get("iso_code") or vals.get("code")}
                     for vals in vals_list]
        result = super().create(vals_list)
        self._forget()
        return result

    def write(self, vals):
        if vals.get("active") is False and self.env.context.get("install_mode"):
            # An upgrade of base brings its list of languages again; which of them are in use is the administrator's choice.
            vals = {name: value for name, value in vals.items() if name != "active"}
        if vals.get("active") is False:
            self._check_may_deactivate()
        if "code" in vals and any(lang.code != vals["code"] for lang in self):
            raise UserError(_("The code of a language cannot be changed."))
        result = super().write(vals)
        self._forget()
        return result

    def _check_may_deactivate(self):
        codes = self.filtered("active").mapped("code")
        users = self.env["res.users"].sudo().with_context(active_test=True).search([("lang", "in", codes)], limit=1)
        if users:
            raise UserError(_("The language is used by %s, among others. Choose another language for them first.",
                              users.name))
        self.env["ir.default"].sudo().discard_values("res.partner", "lang", codes)

    @api.ondelete(at_uninstall=True)
    def _unlink_except_default_lang(self):
        for lang in self:
            if lang.code == "en_US":
                raise UserError(_("English (US) is the language texts are written in and cannot be deleted."))
            if lang.code == self.env.context.get("lang"):
                raise UserError(_("You are using this language at the moment and cannot delete it."))
            if lang.active:
                raise UserError(_("The language is active. Deactivate it before deleting it."))

    def unlink(self):
        result = super().unlink()
        self._forget()
        return result

    def copy_data(self, default=None):
        return [dict(vals, name=_("%s (copy)", lang.name), code=_("%s (copy)", lang.code),
                     url_code=_("%s (copy)", lang.url_code))
                for lang, vals in zip(self, super().copy_data(default))]

    def _forget(self):
        self.env.registry.clear_cache()

    # -- numbers ----------------------------------------------------------------------------------

    def format(self, percent, value, grouping=False):
        """`value` by a %-placeholder such as '%.2f', with the language's separators."""
        self.ensure_one()
        if not percent or percent[0] != "%":
            raise ValueError(_("format() must be given exactly one %char format specifier"))
        text = percent % value
        data = self._get_data(id=self.id)
        if percent[-1] in "eEfFgG":
            whole, _point, fraction = text.partition(".")
        elif percent[-1] in "diu":
            whole, fraction = text, ""
        else:
            return text
        if grouping:
            sign, digits = re.fullmatch(r"(\D*)(.*)", whole).groups()
            whole = sign + _insert_separators(
                digits, ast.literal_eval(data.grouping or "[]"), data.thousands_sep or "")
        return whole + (data.decimal_point + fraction if fraction else "")

    def action_activate_langs(self):
        """Activate the selected languages and say so."""
        for lang in self:
            lang.toggle_active() if not lang.active else None
        return {"type": "ir.actions.client", "tag": "display_notification", "params": {
            "message": _("The languages that you selected have been successfully installed."), "type": "success",
            "next": {"type": "ir.actions.client", "tag": "soft_reload"}}}


_STRFTIME = (("dd", "%d"), ("d", "%d"), ("MM", "%m"), ("M", "%m"), ("yyyy", "%Y"), ("yy", "%Y"), ("y", "%Y"))


def _strftime_of(pattern):
    """A CLDR date pattern as strftime format, with four-digit years."""
    return re.sub(r"d+|M+|y+", lambda match: dict(_STRFTIME).get(match.group(), match.group()), pattern)

"""Currencies and their exchange rates."""
import math

from core import _, api, fields, models, tools
from core.exceptions import UserError, ValidationError
from core.tools import float_compare, float_is_zero, float_round, ormcache

from ..words import english, vietnamese


class Currency(models.Model):
    _name = "res.currency"
    _shared_rows = True
    _description = "Currency"
    _rec_names_search = ["name", "full_name"]
    _order = "active desc, name"

    name = fields.Char(string="Currency", size=3, required=True, help="Currency Code (ISO 4217)")
    iso_numeric = fields.Integer(string="Currency numeric code.", help="Currency Numeric Code (ISO 4217).")
    full_name = fields.Char(string="Name", translate=True)
    symbol = fields.Char(help="Currency sign, to be used when printing amounts.", required=True)
    rate = fields.Float(compute="_compute_current_rate", string="Current Rate", digits=0,
                        help="Units of this currency for one unit of the company's")
    inverse_rate = fields.Float(compute="_compute_current_rate", digits=0, readonly=True)
    rate_string = fields.Char(compute="_compute_current_rate")
    rate_ids = fields.One2many("res.currency.rate", "currency_id", string="Rates")
    rounding = fields.Float(string="Rounding Factor", digits=(12, 6), default=0.01,
                            help="Amounts in this currency are rounded to a multiple of this.")
    decimal_places = fields.Integer(compute="_compute_decimal_places", store=True)
    active = fields.Boolean(default=True)
    position = fields.Selection([("after", "After Amount"), ("before", "Before Amount")], default="after",
                                string="Symbol Position")
    date = fields.Date(compute="_compute_date")
    currency_unit_label = fields.Char(string="Currency Unit", translate=True)
    currency_subunit_label = fields.Char(string="Currency Subunit", translate=True)
    is_current_company_currency = fields.Boolean(compute="_compute_is_current_company_currency")

    _sql_constraints = [
        ("unique_name", "unique (name)", "The currency code must be unique!"),
        ("rounding_gt_zero", "CHECK (rounding > 0)", "The rounding factor must be greater than 0!"),
    ]

    @api.model_create_multi
    def create(self, vals_list):
        currencies = super().create(vals_list)
        self._forget()
        return currencies

    def write(self, vals):
        result = super().write(vals)
        if {"active", "digits", "position", "symbol", "rounding", "name"}.intersection(vals):
            self._forget()
        if "active" in vals and not self.env.context.get("install_mode"):
            self._toggle_group_multi_currency()
        return result

    def unlink(self):
        result = super().unlink()
        self._forget()
        return result

    def _forget(self):
        self.env.registry.clear_cache()

    @api.model
    def _toggle_group_multi_currency(self):
        """With a second active currency, everybody sees the fields of currencies."""
        active = self.search_count([("active", "=", True)])
        user_group = self.env.ref("base.group_user", raise_if_not_found=False)
        currency_group = self.env.ref("base.group_multi_currency", raise_if_not_found=False)
        if not user_group or not currency_group:
            return
        if active > 1 and currency_group not in user_group.implied_ids:
            self._activate_group_multi_currency()
        elif active <= 1 and currency_group in user_group.implied_ids:
            self._deactivate_group_multi_currency()

    @api.model
    def _activate_group_multi_currency(self):
        user_group, currency_group = self.env.ref("base.group_user"), self.env.ref("base.group_multi_currency")
        user_group.sudo()._apply_group(currency_group)

    @api.model
    def _deactivate_group_multi_currency(self):
        user_group, currency_group = self.env.ref("base.group_user"), self.env.ref("base.group_multi_currency")
        user_group.sudo()._remove_group(currency_group)

    @api.constrains("active")
    def _check_company_currency_stays_active(self):
        if self.env.context.get("install_mode") or self.env.context.get("force_deactivate"):
            return
        inactive = self.filtered(lambda currency: not currency.active)
        companies = self.env["res.company"].sudo().search([("currency_id", "in", inactive.ids)], limit=1) \
            if inactive else inactive
        if companies:
            raise UserError(_("The currency %(currency)s is the one of the company “%(company)s” and stays active.",
                              currency=companies.currency_id.name, company=companies.name))

    # -- rates ------------------------------------------------------------------------------------

    def _get_rates(self, company, date):
        """{currency id: rate} in the company on a date: the last rate up to it, else the first one, else 1."""
        if not self.ids:
            return {}
        currency_rates = self.env["res.currency.rate"]
        currency_rates.flush_model(["rate", "currency_id", "company_id", "name"])
        self.env.cr.execute(
            """SELECT c.id, COALESCE(
                      (SELECT r.rate FROM res_currency_rate r
                        WHERE r.currency_id = c.id AND r.name <= %(date)s
                          AND (r.company_id IS NULL OR r.company_id = %(company)s)
                        ORDER BY r.company_id, r.name DESC LIMIT 1),
                      (SELECT r.rate FROM res_currency_rate r
                        WHERE r.currency_id = c.id AND (r.company_id IS NULL OR r.company_id = %(company)s)
                        ORDER BY r.company_id, r.name LIMIT 1),
                      1.0)
                 FROM res_currency c WHERE c.id = ANY(%(ids)s)""",
            {"date": date, "company": company.root_id.id or company.id, "ids": self.ids},
        )
        return {currency_id: float(rate) for currency_id, rate in self.env.cr.fetchall()}

    @api.depends("rate_ids.rate")
    @api.depends_context("to_currency", "date", "company", "company_id")
    def _compute_current_rate(self):
        context = self.env.context
        date = context.get("date") or fields.Date.context_today(self)
        company = self.env["res.company"].browse(context.get("company_id")) or self.env.company
        target = self.browse(context.get("to_currency")) or company.currency_id
        rates = (self + target)._get_rates(company, date)
        for currency in self:
            currency.rate = (rates.get(currency.id) or 1.0) / (rates.get(target.id) or 1.0)
            currency.inverse_rate = 1 / currency.rate
            currency.rate_string = (
                f"1 {target.name} = {currency.rate:.6f} {currency.name}" if currency != company.currency_id else "")

    @api.depends("rounding")
    def _compute_decimal_places(self):
        for currency in self:
            if 0 < currency.rounding < 1:
                currency.decimal_places = int(math.ceil(math.log10(1 / currency.rounding)))
            else:
                currency.decimal_places = 0

    @api.depends("rate_ids.name")
    def _compute_date(self):
        for currency in self:
            currency.date = currency.rate_ids[:1].name

    @api.depends_context("company")
    def _compute_is_current_company_currency(self):
        for currency in self:
            currency.is_current_company_currency = self.env.company.root_id.currency_id == currency

    @api.depends("name")
    def _compute_display_name(self):
        for currency in self:
            currency.display_name = currency.name or ""

    # -- amounts ----------------------------------------------------------------------------------

    def round(self, amount):
        """`amount` rounded half-up to the currency's factor."""
        self.ensure_one()
        return float_round(amount, precision_rounding=self.rounding)

    def compare_amounts(self, amount1, amount2):
        """-1, 0 or 1, the amounts being compared after rounding."""
        self.ensure_one()
        return float_compare(amount1, amount2, precision_rounding=self.rounding)

    def is_zero(self, amount):
        """Whether `amount` rounds to nothing."""
        self.ensure_one()
        return float_is_zero(amount, precision_rounding=self.rounding)

    def format(self, amount):
        """The amount with symbol, in the user's language."""
        self.ensure_one()
        return tools.format_amount(self.env, amount + 0.0, self)

    def amount_to_text(self, amount):
        """The amount in words, in the user's language (English where the language has no rules here)."""
        self.ensure_one()
        text = f"{abs(self.round(amount)):.{self.decimal_places}f}"
        whole, _point, fraction = text.partition(".")
        say = vietnamese if (self.env.lang or "").startswith("vi") else english
        unit = self.currency_unit_label or self.name
        words = f"{say(-int(whole) if amount < 0 and int(whole) else int(whole))} {unit}"
        if int(fraction or 0):
            words += _(" and %(amount)s %(unit)s", amount=say(int(fraction)), unit=self.currency_subunit_label or "")
        return words.strip()

    @api.model
    def _get_conversion_rate(self, from_currency, to_currency, company=None, date=None):
        """Units of `to_currency` for one of `from_currency` in the company (default: current) on `date`."""
        if from_currency == to_currency:
            return 1.0
        company = company or self.env.company
        date = date or fields.Date.context_today(self)
        rates = (from_currency + to_currency)._get_rates(company, date)
        return rates[to_currency.id] / rates[from_currency.id]

    def _convert(self, from_amount, to_currency, company=None, date=None, round=True):
        """`from_amount` of this currency in `to_currency`, rounded to it unless `round` is False."""
        self, to_currency = self or to_currency, to_currency or self
        if not self:
            raise ValueError("convert amount from unknown currency")
        if not to_currency:
            raise ValueError("convert amount to unknown currency")
        if not from_amount:
            return 0.0
        amount = from_amount * self._get_conversion_rate(self, to_currency, company, date)
        return to_currency.round(amount) if round else amount

    @api.model
    @ormcache()
    def _get_all_currencies(self):
        """{id: {name, symbol, position, digits}} of the active currencies, for the client."""
        return {
            currency.id: {"name": currency.name, "symbol": currency.symbol, "position": currency.position,
                          "digits": [69, currency.decimal_places]}
            for currency in self.sudo().search([("active", "=", True)])
        }

    def _get_fiscal_country_codes(self):
        return ",".join(self.env.companies.mapped("country_id.code"))


class CurrencyRate(models.Model):
    _name = "res.currency.rate"
    _description = "Currency Rate"
    _order = "name desc, id"
    _rec_names_search = ["name", "rate"]
    _check_company_domain = models.check_company_domain_parent_of

    name = fields.Date(string="Date", required=True, index=True, default=fields.Date.context_today)
    rate = fields.Float(digits=0, aggregator="avg", string="Technical Rate",
                        help="Units of the currency for one unit of the currency of rate 1")
    company_rate = fields.Float(digits=0, compute="_compute_company_rate", inverse="_inverse_company_rate",
                                aggregator="avg", help="Units of the currency for one unit of the company's")
    inverse_company_rate = fields.Float(digits=0, compute="_compute_inverse_company_rate",
                                        inverse="_inverse_inverse_company_rate", aggregator="avg",
                                        help="Units of the company's currency for one unit of this one")
    currency_id = fields.Many2one("res.currency", string="Currency", readonly=True, required=True, index=True,
                                  ondelete="cascade")
    company_id = fields.Many2one("res.company", string="Company",
                                 default=lambda self: self.env.company.root_id)

    _sql_constraints = [
        ("unique_name_per_day", "unique (name,currency_id,company_id)", "Only one currency rate per day allowed!"),
        ("currency_rate_check", "CHECK (rate>0)", "The currency rate must be strictly positive"),
    ]

    @api.model_create_multi
    def create(self, vals_list):
        self.env["res.currency"].invalidate_model(["inverse_rate", "rate"])
        return super().create([self._sanitize_vals(vals) for vals in vals_list])

    def write(self, vals):
        self.env["res.currency"].invalidate_model(["inverse_rate", "rate"])
        return super().write(self._sanitize_vals(vals))

    def _sanitize_vals(self, vals):
        """Of rate, company_rate and inverse_company_rate the most direct one given counts."""
        vals = dict(vals)
        if "inverse_company_rate" in vals and ("company_rate" in vals or "rate" in vals):
            del vals["inverse_company_rate"]
        if "company_rate" in vals and "rate" in vals:
            del vals["company_rate"]
        return vals

    @api.constrains("company_id")
    def _check_company_is_root(self):
        for rate in self:
            if rate.company_id.parent_id:
                raise ValidationError(_("Rates belong to main companies: use %(root)s instead of its branch %(branch)s.",
                                        root=rate.company_id.root_id.name, branch=rate.company_id.name))

    def _get_last_rates_for_companies(self, companies):
        return {company: company.sudo().currency_id._get_rates(company, fields.Date.today())[company.currency_id.id]
                for company in companies}

    def _company_base_rate(self, bases):
        company = self.company_id or self.env.company.root_id
        if company not in bases:
            bases.update(self._get_last_rates_for_companies(company))
        return bases[company]

    @api.depends("rate", "name", "currency_id", "company_id", "currency_id.rate_ids.rate")
    @api.depends_context("company")
    def _compute_company_rate(self):
        bases = {}
        for rate in self:
            rate.company_rate = (rate.rate or 1.0) / rate._company_base_rate(bases)

    @api.onchange("company_rate")
    def _inverse_company_rate(self):
        bases = {}
        for rate in self:
            rate.rate = rate.company_rate * rate._company_base_rate(bases)

    @api.depends("company_rate")
    def _compute_inverse_company_rate(self):
        for rate in self:
            rate.inverse_company_rate = 1.0 / (rate.company_rate or 1.0)

    @api.onchange("inverse_company_rate")
    def _inverse_inverse_company_rate(self):
        for rate in self:
            rate.company_rate = 1.0 / (rate.inverse_company_rate or 1.0)

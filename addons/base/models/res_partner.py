"""Contacts: companies, persons and their addresses."""
import collections
import re
from datetime import datetime

import pytz

from core import _, api, fields, models, tools
from core.exceptions import RedirectWarning, UserError, ValidationError

# The fields an address consists of, in the order forms show them.
#: Choices of the fields that warn about a customer or a product on documents, and their help.
WARNING_MESSAGE = [("no-message", "No Message"), ("warning", "Warning"), ("block", "Blocking Message")]
WARNING_HELP = ('Selecting the "Warning" option will notify user with the message, Selecting "Blocking Message" will throw an '
                "exception with the message and block the flow. The Message has to be written in the next field.")
ADDRESS_FIELDS = ("street", "street2", "zip", "city", "state_id", "country_id")


@api.model
def _lang_get(self):
    return self.env["res.lang"].get_installed()


# Areas first that people know, the fixed offsets of “Etc/…” last.
_tzs = [(zone, zone) for zone in sorted(pytz.all_timezones, key=lambda zone: zone if not zone.startswith("Etc/") else "_")]


def _tz_get(self):
    return _tzs


class FormatVATLabelMixin(models.AbstractModel):
    _name = "format.vat.label.mixin"
    _description = "Country Specific VAT Label"


class FormatAddressMixin(models.AbstractModel):
    _name = "format.address.mixin"
    _description = "Address Format"

    def _extract_fields_from_address(self, address_line):
        """Names of the fields in one line of an address layout."""
        return [name for name in re.findall(r"%\((\w+)\)s", address_line)]

    def _view_get_address(self, arch):
        return arch


class PartnerCategory(models.Model):
    _name = "res.partner.category"
    _description = "Partner Tags"
    _order = "name, id"
    _parent_store = True

    name = fields.Char("Name", required=True, translate=True)
    color = fields.Integer(string="Color", default=lambda self: self._get_default_color(), aggregator=False)
    parent_id = fields.Many2one("res.partner.category", string="Category", index=True, ondelete="cascade")
    child_ids = fields.One2many("res.partner.category", "parent_id", string="Child Tags")
    active = fields.Boolean(default=True, help="Hide the tag without removing it")
    parent_path = fields.Char(index=True)
    partner_ids = fields.Many2many("res.partner", column1="category_id", column2="partner_id", string="Partners",
                                   copy=False)

    @api.model
    def _get_default_color(self):
        return int(datetime.now().timestamp() * 1000) % 11 + 1

    @api.constrains("parent_id")
    def _check_parent_id(self):
        if self._has_cycle():
            raise ValidationError(_("A tag cannot be below itself."))

    @api.depends("parent_id")
    def _compute_display_name(self):
        for category in self:
            names, current = [], category
            while current:
                names.append(current.name or "")
                current = current.parent_id
            category.display_name = " / ".join(reversed(names))

    @api.model
    def _search_display_name(self, operator, value):
        domain = super()._search_display_name(operator, value)
        if operator.endswith("like") and not operator.startswith("not"):
            return [("id", "child_of", list(self._search(domain)))]
        return domain


_SHORTEST_TELEPHONE_NUMBER = 6


def _telephone_digits(text):
    """The digits of what looks like a telephone number, without trunk or country prefix; '' for anything else."""
    if not isinstance(text, str) or not re.fullmatch(r"\+?[\d\s().\-/]{6,20}", text.strip()):
        return ""
    digits = re.sub(r"\D", "", text).lstrip("0")
    return digits if len(digits) >= _SHORTEST_TELEPHONE_NUMBER else ""


class PartnerTitle(models.Model):
    _name = "res.partner.title"
    _order = "name"
    _description = "Partner Title"

    name = fields.Char(string="Title", required=True, translate=True)
    shortcut = fields.Char(string="Abbreviation", translate=True)


class Partner(models.Model):
    _name = "res.partner"
    _description = "Contact"
    _inherit = ["format.address.mixin", "format.vat.label.mixin", "avatar.mixin"]
    _order = "complete_name ASC, id DESC"
    _rec_names_search = ["complete_name", "email", "ref", "vat", "company_registry", "phone", "mobile"]
    _allow_sudo_commands = False
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of
    _complete_name_displayed_types = ("invoice", "delivery", "other")

    @api.model
    def _search_display_name(self, operator, value):
        """Telephone numbers are found however they are written: 0912345678 finds +84 912 345 678."""
        domain = super()._search_display_name(operator, value)
        digits = _telephone_digits(value) if operator == "ilike" else ""
        if not digits:
            return domain
        pattern = f"%{'%'.join(digits)}%"
        return ["|", ("phone", "=ilike", pattern), "|", ("mobile", "=ilike", pattern), *domain]

    def _default_category(self):
        return self.env["res.partner.category"].browse(self.env.context.get("category_id") or ())

    @api.model
    def default_get(self, default_fields):
        values = super().default_get(default_fields)
        parent_id = self.env.context.get("default_parent_id")
        if parent_id and "lang" in default_fields:
            parent = self.browse(parent_id)
            values["lang"] = values.get("lang") or parent.lang or self.env.lang
        # A default type meant for another model (an invoice, an activity) is none of ours.
        if values.get("type") and values["type"] not in dict(self._fields["type"].selection):
            values["type"] = None
        return values

    name = fields.Char(index=True)
    complete_name = fields.Char(index=True, compute="_compute_complete_name", store=True)
    title = fields.Many2one("res.partner.title")
    parent_id = fields.Many2one("res.partner", string="Related Company", index=True)
    parent_name = fields.Char(related="parent_id.name", readonly=True, string="Parent name")
    child_ids = fields.One2many("res.partner", "parent_id", string="Contact", domain=[("active", "=", True)],
                                context={"active_test": False})
    ref = fields.Char(string="Reference", index=True)
    date = fields.Date(index=True)
    lang = fields.Selection(_lang_get, string="Language",
                            help="Documents and messages to this contact are written in this language.")
    active_lang_count = fields.Integer(compute="_compute_active_lang_count")
    tz = fields.Selection(_tz_get, string="Timezone", default=lambda self: self.env.context.get("tz"),
                          help="Dates and times are shown in this time zone.")
    tz_offset = fields.Char(compute="_compute_tz_offset", string="Timezone offset")
    user_id = fields.Many2one("res.users", string="Salesperson", compute="_compute_user_id", precompute=True,
                              readonly=False, store=True, help="The internal user in charge of this contact.")
    vat = fields.Char(string="Tax ID", index=True,
                      help="The Tax Identification Number. Use '/' to say that the contact has none.")
    vat_label = fields.Char(string="Tax ID Label", compute="_compute_vat_label")
    same_vat_partner_id = fields.Many2one("res.partner", string="Partner with same Tax ID",
                                          compute="_compute_same_vat_partner_id", store=False)
    same_company_registry_partner_id = fields.Many2one(
        "res.partner", string="Partner with same Company Registry",
        compute="_compute_same_vat_partner_id", store=False)
    company_registry = fields.Char(
        string="Company ID", compute="_compute_company_registry", store=True, readonly=False,
        help="The registry number of the company, if it differs from the Tax ID.")
    bank_ids = fields.One2many("res.partner.bank", "partner_id", string="Banks")
    website = fields.Char("Website Link")
    comment = fields.Html(string="Notes")
    category_id = fields.Many2many("res.partner.category", column1="partner_id", column2="category_id",
                                   string="Tags", default=_default_category)
    active = fields.Boolean(default=True)
    employee = fields.Boolean(help="Check this box if this contact is an Employee.")
    function = fields.Char(string="Job Position")
    type = fields.Selection(
        [("contact", "Contact"), ("invoice", "Invoice Address"), ("delivery", "Delivery Address"),
         ("other", "Other Address")],
        string="Address Type", default="contact",
        help="A contact shares the address of its company; the other types have addresses of their own.")
    street = fields.Char()
    street2 = fields.Char()
    zip = fields.Char(change_default=True)
    city = fields.Char()
    state_id = fields.Many2one("res.country.state", string="State", ondelete="restrict",
                               domain="[('country_id', '=?', country_id)]")
    country_id = fields.Many2one("res.country", string="Country", ondelete="restrict")
    country_code = fields.Char(related="country_id.code", string="Country Code")
    partner_latitude = fields.Float(string="Geo Latitude", digits=(10, 7))
    partner_longitude = fields.Float(string="Geo Longitude", digits=(10, 7))
    email = fields.Char()
    email_formatted = fields.Char("Formatted Email", compute="_compute_email_formatted",
                                  help='Name and address, "Name" <email@domain>')
    phone = fields.Char(unaccent=False)
    mobile = fields.Char(unaccent=False)
    is_company = fields.Boolean(string="Is a Company", default=False,
                                help="Check if the contact is a company, otherwise it is a person")
    is_public = fields.Boolean(compute="_compute_is_public", compute_sudo=True)
    industry_id = fields.Many2one("res.partner.industry", "Industry")
    company_type = fields.Selection([("person", "Individual"), ("company", "Company")], string="Company Type",
                                    compute="_compute_company_type", inverse="_write_company_type")
    company_id = fields.Many2one("res.company", "Company", index=True)
    color = fields.Integer(string="Color Index", default=0)
    user_ids = fields.One2many("res.users", "partner_id", string="Users", auto_join=True)
    partner_share = fields.Boolean("Share Partner", compute="_compute_partner_share", store=True,
                                   help="A customer, or a user with limited access: nobody of the company")
    contact_address = fields.Char(compute="_compute_contact_address", string="Complete Address")
    commercial_partner_id = fields.Many2one(
        "res.partner", string="Commercial Entity", compute="_compute_commercial_partner", store=True, recursive=True,
        index=True)
    commercial_company_name = fields.Char("Company Name Entity", compute="_compute_commercial_company_name",
                                          store=True)
    company_name = fields.Char("Company Name")
    barcode = fields.Char(help="Use a barcode to identify this contact.", copy=False, company_dependent=True)
    # The contact itself, for views that need the whole record (tax look-ups, duplicate warnings).
    self = fields.Many2one("res.partner", compute="_compute_get_ids")

    _sql_constraints = [
        ("check_name", "CHECK( (type='contact' AND name IS NOT NULL) or (type!='contact') )",
         "Contacts require a name"),
    ]

    # -- computed fields --------------------------------------------------------------------------

    def _compute_get_ids(self):
        for partner in self:
            partner["self"] = partner.id

    @api.depends("is_company", "name", "parent_id.name", "type", "company_name", "commercial_company_name")
    def _compute_complete_name(self):
        # Stored, hence without the language of whoever happens to write.
        for partner in self.with_context({}):
            partner.complete_name = partner._get_complete_name()

    def _get_complete_name(self):
        """Name preceded by the company's; an address without a name is called by its type."""
        self.ensure_one()
        name = self.name or ""
        if self.company_name or self.parent_id:
            if not name and self.type in self._complete_name_displayed_types:
                name = dict(self._fields["type"]._description_selection(self.env))[self.type]
            if not self.is_company and not self.env.context.get("partner_display_name_hide_company"):
                name = f"{self.commercial_company_name or self.sudo().parent_id.name}, {name}"
        return name.strip()

    @api.depends("lang")
    def _compute_active_lang_count(self):
        count = len(self.env["res.lang"].get_installed())
        for partner in self:
            partner.active_lang_count = count

    @api.depends("tz")
    def _compute_tz_offset(self):
        for partner in self:
            partner.tz_offset = datetime.now(pytz.timezone(partner.tz or "GMT")).strftime("%z")

    @api.depends("parent_id")
    def _compute_user_id(self):
        """A person without a salesperson takes the company's."""
        for partner in self:
            if partner.parent_id and not partner.is_company and not partner.user_id:
                partner.user_id = partner.parent_id.user_id

    @api.depends("user_ids.share", "user_ids.active")
    def _compute_partner_share(self):
        superuser_partner = self.env["res.users"].browse(api.SUPERUSER_ID).partner_id
        for partner in self:
            if partner == superuser_partner:
                partner.partner_share = False
            else:
                users = partner.user_ids
                partner.partner_share = not users or not any(not user.share for user in users)

    @api.depends("company_id", "country_id")
    @api.depends_context("company")
    def _compute_vat_label(self):
        label = self.env.company.country_id.vat_label or _("Tax ID")
        for partner in self:
            partner.vat_label = label

    @api.depends("vat", "company_id", "company_registry", "country_id")
    def _compute_same_vat_partner_id(self):
        for partner in self:
            partner.same_vat_partner_id = partner._twin("vat", partner.vat)
            partner.same_company_registry_partner_id = partner._twin("company_registry", partner.company_registry)

    def _twin(self, field, value):
        """Another entity with the same identifier."""
        own_id = self._origin.id
        if not value or len(value) == 1 or self.parent_id:
            return False
        domain = [(field, "=", value)]
        if own_id:
            domain += [("id", "!=", own_id), "!", ("id", "child_of", own_id)]
        if self.company_id:
            domain += [("company_id", "in", [False, self.company_id.id])]
        return self.with_context(active_test=False).sudo().search(domain, limit=1)

    @api.depends("vat", "company_id")
    def _compute_company_registry(self):
        """Kept as entered; localisations derive it from the tax code."""

    @api.depends(lambda self: self._display_address_depends())
    def _compute_contact_address(self):
        for partner in self:
            partner.contact_address = partner._display_address()

    @api.depends("is_company", "parent_id.commercial_partner_id")
    def _compute_commercial_partner(self):
        for partner in self:
            if partner.is_company or not partner.parent_id:
                partner.commercial_partner_id = partner
            else:
                partner.commercial_partner_id = partner.parent_id.commercial_partner_id

    @api.depends("company_name", "parent_id.is_company", "commercial_partner_id.name")
    def _compute_commercial_company_name(self):
        for partner in self:
            entity = partner.commercial_partner_id
            partner.commercial_company_name = entity.is_company and entity.name or partner.company_name

    @api.depends("user_ids.groups_id", "user_ids.active")
    def _compute_is_public(self):
        for partner in self.with_context(active_test=False):
            users = partner.user_ids
            partner.is_public = users and any(user._is_public() for user in users)

    @api.depends("is_company")
    def _compute_company_type(self):
        for partner in self:
            partner.company_type = "company" if partner.is_company else "person"

    def _write_company_type(self):
        for partner in self:
            partner.is_company = partner.company_type == "company"

    @api.onchange("company_type")
    def onchange_company_type(self):
        self.is_company = self.company_type == "company"

    @api.depends("name", "email")
    def _compute_email_formatted(self):
        self.email_formatted = False
        for partner in self:
            addresses = tools.email_normalize_all(partner.email)
            if addresses:
                partner.email_formatted = tools.formataddr((partner.name or "False", ",".join(addresses)))
            elif partner.email:
                partner.email_formatted = tools.formataddr((partner.name or "False", partner.email))

    def _get_name(self):
        return self._get_complete_name()

    @api.depends("complete_name", "email", "vat", "state_id", "country_id", "commercial_company_name")
    @api.depends_context("show_address", "partner_show_db_id", "show_email", "show_vat", "lang", "address_inline",
                         "partner_display_name_hide_company")
    def _compute_display_name(self):
        context = self.env.context
        plain = not any(context.get(key) for key in (
            "show_address", "partner_show_db_id", "show_email", "show_vat", "partner_display_name_hide_company"))
        for partner in self:
            partner.display_name = (partner.complete_name or "") if plain else partner._decorated_name(context)

    def _decorated_name(self, context):
        name = self._get_complete_name()
        if context.get("partner_show_db_id"):
            name = f"{name} ({self.id})"
        if context.get("show_email") and self.email:
            name = f"{name} <{self.email}>"
        if context.get("show_address"):
            name = name + "\n" + self._display_address(without_company=True)
        name = re.sub(r"\s+\n", "\n", name)
        if context.get("show_vat") and self.vat:
            name = f"{name} ‒ {self.vat}"
        if context.get("address_inline"):
            name = ", ".join(line for line in (part.strip() for part in name.split("\n")) if line)
        return name.strip()

    def _avatar_get_placeholder_path(self):
        if self.is_company:
            return "base/static/img/company_image.png"
        return super()._avatar_get_placeholder_path()

    # -- constraints and onchange -----------------------------------------------------------------

    @api.constrains("parent_id")
    def _check_parent_id(self):
        if self._has_cycle():
            raise ValidationError(_("A contact cannot be below itself: choose another related company."))

    @api.constrains("company_id")
    def _check_partner_company(self):
        """The contact that is a company may be restricted to this company only."""
        partners = self.filtered(lambda partner: partner.is_company and partner.company_id)
        if not partners:
            return
        companies = self.env["res.company"].sudo().search_fetch([("partner_id", "in", partners.ids)], ["partner_id"])
        for company in companies:
            if company != company.partner_id.company_id:
                raise ValidationError(_("The contact of the company “%s” cannot belong to another company.",
                                        company.name))

    @api.constrains("barcode")
    def _check_barcode_unicity(self):
        for partner in self:
            if partner.barcode and self.search_count([("barcode", "=", partner.barcode)]) > 1:
                raise ValidationError(_("Another partner already has the barcode %s", partner.barcode))

    @api.onchange("parent_id")
    def onchange_parent_id(self):
        """Show at once the address that saving will take over from the company."""
        if not self.parent_id:
            return None
        result = {}
        partner = self._origin
        if (partner.type or self.type) == "contact":
            address_fields = self._address_fields()
            if any(self.parent_id[name] for name in address_fields):
                result["value"] = {name: self.parent_id[name] for name in address_fields}
                for name in address_fields:
                    self[name] = self.parent_id[name]
        if partner.parent_id and partner.parent_id != self.parent_id:
            result["warning"] = {
                "title": _("Warning"),
                "message": _("Moving a contact to another company changes documents only if it was created by mistake. "
                             "When a person changes the employer, create a new contact under the new company.")}
        return result

    @api.onchange("parent_id")
    def _onchange_parent_id_for_lang(self):
        if self.parent_id:
            self.lang = self.parent_id.lang or self.env.context.get("default_lang") or self.env.lang

    @api.onchange("country_id")
    def _onchange_country_id(self):
        if self.country_id and self.country_id != self.state_id.country_id:
            self.state_id = False

    @api.onchange("state_id")
    def _onchange_state(self):
        if self.state_id.country_id and self.country_id != self.state_id.country_id:
            self.country_id = self.state_id.country_id

    @api.onchange("parent_id", "company_id")
    def _onchange_company_id(self):
        if self.parent_id:
            self.company_id = self.parent_id.company_id.id

    # -- synchronisation within a company ---------------------------------------------------------

    @api.model
    def _address_fields(self):
        """Names of the fields that make an address."""
        return list(ADDRESS_FIELDS)

    @api.model
    def _formatting_address_fields(self):
        return self._address_fields()

    @api.model
    def _commercial_fields(self):
        """Fields that belong to the company and are the same on all its contacts."""
        return self._synced_commercial_fields() + ["company_registry", "industry_id"]

    @api.model
    def _synced_commercial_fields(self):
        return ["vat"]

    @api.model
    def _company_dependent_commercial_fields(self):
        return [name for name in self._commercial_fields() if self._fields[name].company_dependent]

    def _update_address(self, vals):
        address = {name: vals[name] for name in self._address_fields() if name in vals}
        if address:
            return super().write(address)
        return True

    def _update_fields_values(self, field_names):
        """Values of `field_names` as write takes them."""
        values = {}
        for name in field_names:
            field = self._fields[name]
            if field.type == "one2many":
                raise AssertionError("One2Many fields cannot be synchronized as part of `commercial_fields`")
            values[name] = field.convert_to_write(self[name], self)
        return values

    def _convert_fields_to_values(self, field_names):
        return self._update_fields_values(field_names)

    def _commercial_sync_from_company(self):
        """Take over the company's commercial fields."""
        company = self.commercial_partner_id
        if company != self:
            self.write(company._update_fields_values(self._commercial_fields()))
            self._company_dependent_commercial_sync()
            self._commercial_sync_to_descendants()

    def _company_dependent_commercial_sync(self):
        names = self._company_dependent_commercial_fields()
        if not names:
            return
        for company in self.env["res.company"].sudo().search([]):
            if company == self.env.company:
                continue
            entity = self.commercial_partner_id.with_company(company)
            self.with_company(company).write(entity._update_fields_values(names))

    def _commercial_sync_to_descendants(self, fields_to_sync=None):
        """Give the commercial fields to every contact below that is no company itself."""
        entity = self.commercial_partner_id
        names = fields_to_sync or self._commercial_fields()
        values = entity._update_fields_values(names)
        descendants = self.child_ids.filtered(lambda child: not child.is_company)
        for child in descendants:
            child._commercial_sync_to_descendants(names)
        if descendants:
            descendants.write(values)
            descendants._compute_commercial_partner()
        return True

    def _fields_sync(self, values):
        """Align with the company after `values` were written, upwards then downwards."""
        if values.get("parent_id") or values.get("type") == "contact":
            if values.get("parent_id"):
                self._commercial_sync_from_company()
            if self.parent_id and self.type == "contact":
                address = self.parent_id._address_values()
                if any(address.values()):
                    self._update_address(address)
        self._children_sync(values)

    def _address_values(self):
        return self._update_fields_values(self._address_fields())

    def _children_sync(self, values):
        if not self.child_ids:
            return
        if self.commercial_partner_id == self:
            names = [name for name in self._commercial_fields() if name in values]
            if names:
                self._commercial_sync_to_descendants(names)
        for child in self.child_ids.filtered(lambda child: not child.is_company):
            if child.commercial_partner_id != self.commercial_partner_id:
                self._commercial_sync_to_descendants()
                break
        if any(name in values for name in self._address_fields()):
            self.child_ids.filtered(lambda child: child.type == "contact")._update_address(values)

    def _handle_first_contact_creation(self):
        """A company without an address takes the one of its first contact."""
        parent = self.parent_id
        names = self._address_fields()
        if (parent.is_company or not parent.parent_id) and len(parent.child_ids) == 1 \
                and any(self[name] for name in names) and not any(parent[name] for name in names):
            parent._update_address(self._address_values())

    def _clean_website(self, website):
        """An address typed without its protocol gets one."""
        website = website.strip()
        if not re.match(r"(?i)^[a-z][a-z0-9+.-]*://", website):
            website = "http://" + website.lstrip("/")
        return website

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.context.get("import_file"):
            self._check_import_consistency(vals_list)
        prepared = [self._prepared_values(vals) for vals in vals_list]
        partners = super().create(prepared)
        if not self.env.context.get("_partners_skip_fields_sync"):
            for partner, vals in zip(partners, prepared):
                # Without company and contacts there is nothing to align: the fast path of batches.
                if vals.get("parent_id") or vals.get("child_ids"):
                    partner._fields_sync(vals)
                    if vals.get("parent_id"):
                        partner._handle_first_contact_creation()
        return partners

    def _prepared_values(self, vals):
        if vals.get("website"):
            vals = {**vals, "website": self._clean_website(vals["website"])}
        if vals.get("parent_id"):
            vals = {**vals, "company_name": False}
        return vals

    def write(self, vals):
        if vals.get("active") is False:
            self._check_may_archive()
        vals = self._prepared_values(vals)
        if "company_id" in vals:
            self._check_company_of_users(vals["company_id"])
        result = super().write(vals)
        if self._touches_sync(vals):
            for partner in self:
                partner._fields_sync(vals)
        return result

    def _touches_sync(self, vals):
        if self.env.context.get("_partners_skip_fields_sync"):
            return False
        watched = {"parent_id", "type", "is_company", "company_type", *self._commercial_fields(),
                   *self._address_fields()}
        return not watched.isdisjoint(vals)

    def _check_may_archive(self):
        self.invalidate_recordset(["user_ids"])
        users = self.env["res.users"].sudo().search([("partner_id", "in", self.ids)])
        if not users:
            return
        names = ", ".join(users.mapped("display_name"))
        if self.env["res.users"].sudo(False).has_access("write"):
            raise RedirectWarning(
                _("Contacts of active users cannot be archived. Archive these users first: %(names)s", names=names),
                self._archive_users_action(users), _("Go to users"))
        raise ValidationError(_(
            "Contacts of active users cannot be archived. Ask an administrator to archive these users first: %(names)s",
            names=names))

    def _archive_users_action(self, users):
        return {"name": _("Users"), "type": "ir.actions.act_window", "res_model": "res.users", "view_mode": "list,form",
                "views": [(False, "list"), (False, "form")], "domain": [("id", "in", users.ids)]}

    def _check_company_of_users(self, company_id):
        if not company_id:
            return
        company = self.env["res.company"].browse(company_id)
        for partner in self:
            if partner.user_ids and (
                    len(partner.user_ids) > 1 or len(partner.user_ids.company_ids | company) > 1
            ) and company not in partner.user_ids.company_ids:
                raise UserError(_("“%s” is a user with access to another company, the contact cannot be restricted "
                                  "to this one.", partner.display_name))

    def _check_import_consistency(self, vals_list):
        """An imported state decides the country, and a state of another country is looked up again by code."""
        states = self.env["res.country.state"]
        for vals in vals_list:
            if not vals.get("state_id"):
                continue
            state = states.browse(vals["state_id"])
            if not vals.get("country_id"):
                vals["country_id"] = state.country_id.id
            elif state.country_id.id != vals["country_id"]:
                vals["state_id"] = states.search(
                    [("country_id", "=", vals["country_id"]), ("code", "=", state.code)], limit=1).id

    @api.ondelete(at_uninstall=False)
    def _unlink_except_user(self):
        users = self.env["res.users"].sudo().with_context(active_test=False).search([("partner_id", "in", self.ids)])
        if not users:
            return
        raise UserError(_("Contacts of users cannot be deleted; archive them, or delete these users first: %s",
                          ", ".join(users.mapped("name"))))

    def copy_data(self, default=None):
        default = dict(default or {})
        vals_list = super().copy_data(default)
        if "name" not in default:
            for partner, vals in zip(self, vals_list):
                vals["name"] = _("%s (copy)", partner.name)
        return vals_list

    # -- names and addresses ----------------------------------------------------------------------

    @api.model
    def _parse_partner_name(self, text):
        """('Raoul', 'raoul@example.com') of '"Raoul" <raoul@example.com>'."""
        pairs = tools.email_split_tuples(text or "")
        if pairs:
            name, email = pairs[0]
            return name, tools.email_normalize(email) or email
        return (text or "").strip(), ""

    @api.model
    def name_create(self, name):
        """Create a contact from a text “Name <address>”."""
        default_type = self.env.context.get("default_type")
        if default_type and default_type not in dict(self._fields["type"].selection):
            self = self.with_context({key: value for key, value in self.env.context.items() if key != "default_type"})
        name, email = self._parse_partner_name(name)
        if self.env.context.get("force_email") and not email:
            raise ValidationError(_("Couldn't create contact without email address!"))
        values = {self._rec_name: name or email}
        if email:
            values["email"] = email
        partner = self.create(values)
        return partner.id, partner.display_name

    @api.model
    def find_or_create(self, email, assert_valid_email=False):
        """The contact with this address, created when there is none.

        :raise ValueError: no address, or (with assert_valid_email) not a valid one
        """
        if not email:
            raise ValueError(_("An email is required for find_or_create to work"))
        name, normalized = self._parse_partner_name(email)
        if not normalized and assert_valid_email:
            raise ValueError(_("A valid email is required for find_or_create to work properly."))
        partners = self.search([("email", "=ilike", normalized)], limit=1) if normalized else self.browse()
        if partners:
            return partners
        return self.create({self._rec_name: name or normalized, "email": normalized or email})

    def address_get(self, adr_pref=None):
        """{type: contact id} of the best address for each wanted type.

        The contact itself, then the ones below it, then the ones below its company are looked through;
        'contact' is always answered, and stands in for a type nobody has.
        """
        wanted = set(adr_pref or [])
        if "contact" not in wanted:
            wanted.add("contact")
        result, visited = {}, set()
        for partner in self:
            current = partner
            while current:
                current._collect_addresses(wanted, result, visited)
                if len(result) == len(wanted) or current.is_company or not current.parent_id:
                    break
                current = current.parent_id
        default = result.get("contact", self.id or False)
        for kind in wanted:
            result[kind] = result.get(kind) or default
        return result

    def _collect_addresses(self, wanted, result, visited):
        to_visit = [self]
        while to_visit:
            record = to_visit.pop(0)
            visited.add(record)
            if record.type in wanted and not result.get(record.type):
                result[record.type] = record.id
            if len(result) == len(wanted):
                return
            to_visit[:0] = [child for child in record.child_ids if child not in visited and not child.is_company]

    def _get_address_format(self):
        return self.country_id.address_format or self._get_default_address_format()

    @api.model
    def _get_default_address_format(self):
        return "%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s"

    @api.model
    def _get_country_name(self):
        return self.country_id.name or ""

    def _prepare_display_address(self, without_company=False):
        """(layout, values) of the address in the way of its country."""
        layout = self._get_address_format()
        values = collections.defaultdict(str, {
            "state_code": self.state_id.code or "",
            "state_name": self.state_id.name or "",
            "country_code": self.country_id.code or "",
            "country_name": self._get_country_name(),
            "company_name": self.commercial_company_name or "",
        })
        for name in self._formatting_address_fields():
            value = self[name]
            values[name] = value.display_name if isinstance(value, models.BaseModel) else value or ""
        if without_company:
            values["company_name"] = ""
        elif self.commercial_company_name:
            layout = "%(company_name)s\n" + layout
        return layout, values

    def _display_address(self, without_company=False):
        """The address as text of several lines, without empty ones."""
        layout, values = self._prepare_display_address(without_company)
        return re.sub(r"\n[\s,]*\n+", "\n", layout % values).strip()

    def _display_address_depends(self):
        return self._formatting_address_fields() + [
            "country_id", "company_name", "state_id", "commercial_company_name", "is_company"]

    def _get_all_addr(self):
        self.ensure_one()
        return [{"contact_type": self.type, "street": self.street, "zip": self.zip, "city": self.city,
                 "country": self.country_id.code}]

    def create_company(self):
        """Make a company of the text in `company_name` and put the contact below it."""
        self.ensure_one()
        if self.company_name:
            values = {"name": self.company_name, "is_company": True, "vat": self.vat, **self._address_values()}
            company = self.create(values)
            self.write({"parent_id": company.id, "child_ids": [(1, child_id, {"parent_id": company.id})
                                                              for child_id in self.child_ids.ids]})
        return True

    def open_commercial_entity(self):
        self.ensure_one()
        return {"type": "ir.actions.act_window", "res_model": "res.partner", "view_mode": "form",
                "res_id": self.commercial_partner_id.id, "target": "current"}

    @api.model
    def get_import_templates(self):
        return []

    def _get_placeholder_filename(self, field):
        return "base/static/img/company_image.png" if self.is_company else "base/static/img/avatar_grey.png"


class ResPartnerIndustry(models.Model):
    _name = "res.partner.industry"
    _description = "Industry"
    _order = "name, id"

    name = fields.Char("Name", translate=True)
    full_name = fields.Char("Full Name", translate=True)
    active = fields.Boolean("Active", default=True)

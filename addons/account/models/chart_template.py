import csv
import io

from core import Command, _, api, models
from core.exceptions import UserError
from core.tools import file_open


def template(template=None, model="template_data"):
    """Mark a method of ``account.chart.template`` as the source of a chart's data.

    :param template: code of the chart, e.g. ``'vn'``; None: part of every chart
    :param model: ``'template_data'`` (general settings) or the model whose records the method returns as
        ``{xml id: values}``
    """
    def mark(method):
        method._chart_template = (template, model)
        return method
    return mark


# In the order their records refer to each other.
LOADED_MODELS = (
    "account.group", "account.account", "account.tax.group", "account.tax", "account.fiscal.position",
    "account.journal", "res.company")

PRODUCT_TAXES = {"taxes_id": "account_sale_tax_id", "supplier_taxes_id": "account_purchase_tax_id"}


class AccountChartTemplate(models.AbstractModel):
    """Charts of accounts: data of localisation addons, loaded into a company.

    An addon offers a chart by methods marked with :func:`template` and by CSV files
    ``data/template/<model>-<code>.csv``. Records get the xml id ``account.<company id>_<name>``.
    """

    _name = "account.chart.template"
    _description = "Account Chart Template"

    # --- what is offered ----------------------------------------------------------------------------------------------

    @api.model
    def _template_methods(self, code, model):
        methods = []
        for name in dir(type(self)):
            marked = getattr(getattr(type(self), name, None), "_chart_template", None)
            if marked and marked[0] in (code, None) and marked[1] == model:
                methods.append(getattr(self, name))
        return methods

    @api.model
    def _get_chart_template_mapping(self):
        """``{code: {name, country_code, module}}`` of the charts the installed addons offer."""
        mapping = {}
        for name in dir(type(self)):
            method = getattr(type(self), name, None)
            marked = getattr(method, "_chart_template", None)
            if marked and marked[0] and marked[1] == "template_data":
                data = getattr(self, name)()
                if "name" not in data:  # another addon's contribution to the chart
                    continue
                mapping[marked[0]] = {
                    "name": data["name"], "country_code": (data.get("country") or "").upper() or None,
                    "module": method.__module__.split(".")[2], "sequence": data.get("sequence", 10)}
        return mapping

    @api.model
    def _select_chart_template(self, country=None):
        mapping = self._get_chart_template_mapping()
        code = country.code if country else None
        ordered = sorted(mapping.items(), key=lambda item: (item[1]["country_code"] != code, item[1]["sequence"], item[0]))
        return [(key, values["name"]) for key, values in ordered]

    @api.model
    def _guess_chart_template(self, country):
        """The chart of a country when its addon is installed, else the neutral one."""
        code = country.code if country else None
        for key, values in self._get_chart_template_mapping().items():
            if code and values["country_code"] == code:
                return key
        return "generic_coa"

    @api.model
    def _get_chart_template_data(self, template_code):
        """Everything a chart consists of: ``{'template_data': {...}, model: {name: values}}``."""
        mapping = self._get_chart_template_mapping()
        if template_code not in mapping:
            raise UserError(_(
                "There is no chart of accounts “%(code)s”. Known charts: %(known)s. Install the localisation addon first.",
                code=template_code, known=", ".join(sorted(mapping)) or "–"))
        data = {"template_data": {}}
        for method in self._template_methods(template_code, "template_data"):
            data["template_data"].update(method() or {})
        for model in LOADED_MODELS:
            data[model] = self._parse_csv(template_code, model, mapping[template_code]["module"])
            for method in self._template_methods(template_code, model):
                for name, values in (method(template_code) or {}).items():
                    data[model].setdefault(name, {}).update(values)
        return data

    @api.model
    def _parse_csv(self, template_code, model, module):
        """``{xml id: {field: text}}`` of ``data/template/<model>-<code>.csv``; empty when there is no such file."""
        try:
            with file_open(f"{module}/data/template/{model}-{template_code}.csv", "rb") as file:
                text = io.TextIOWrapper(file, "utf-8", newline="")
                return {row.pop("id"): {key: value for key, value in row.items() if value != ""}
                        for row in csv.DictReader(text)}
        except FileNotFoundError:
            return {}

    # --- loading ------------------------------------------------------------------------------------------------------

    @api.model
    def try_loading(self, template_code, company, install_demo=False, force_create=True):
        """Give a company a chart of accounts. A company that has postings keeps the chart it has.

        :param template_code: e.g. ``'generic_coa'`` or ``'vn'``; False: the country's
        """
        company = self.env["res.company"].browse(company) if isinstance(company, int) else company or self.env.company
        company.check_access("write")
        template_code = template_code or self._guess_chart_template(company.country_id)
        if company.chart_template == template_code:
            return
        if company.chart_template and self._has_postings(company):
            raise UserError(_(
                "%(company)s already has journal items in the chart of accounts %(chart)s; the chart cannot be replaced.",
                company=company.display_name, chart=company.chart_template))
        loader = self.sudo().with_company(company).with_context(
            allowed_company_ids=[company.id], lang="en_US", tracking_disable=True)
        retaxed = loader._products_with_default_taxes(company)
        if company.chart_template:
            loader._remove_chart(company)
        loader._load(template_code, company, install_demo)
        for field_name, templates in retaxed.items():
            templates.write({field_name: [Command.link(tax.id) for tax in templates._default_taxes(
                PRODUCT_TAXES[field_name])]})

    @api.model
    def _products_with_default_taxes(self, company):
        """Products that carry the company's usual taxes, by field; before its first chart: products without taxes."""
        products = self.env["product.template"].with_context(active_test=False)
        if not company.chart_template:
            return {field_name: products.search([(field_name, "=", False), ("company_id", "in", [False, company.id])])
                    for field_name in PRODUCT_TAXES}
        return {field_name: products.search([(field_name, "in", company[company_field].ids)])
                for field_name, company_field in PRODUCT_TAXES.items() if company[company_field]}

    @api.model
    def _has_postings(self, company):
        return bool(self.env["account.move.line"].sudo().search_count([("company_id", "=", company.id)], limit=1))

    @api.model
    def _remove_chart(self, company):
        """Take the records of an unused chart away, so that another one can be loaded."""
        prefix = f"{company.id}_"  # as a pattern it finds the names of company 10 too
        names = self.env["ir.model.data"].sudo().search(
            [("module", "=", "account"), ("name", "=like", f"{prefix}%")]).filtered(lambda row: row.name.startswith(prefix))
        by_model = names.grouped("model")
        company.write({name: False for name in self._company_account_fields()})
        for model in ("account.fiscal.position", "account.journal", "account.tax", "account.tax.group",
                      "account.account", "account.group"):
            records = self.env[model].sudo().with_context(active_test=False).browse(
                [row.res_id for row in by_model.get(model, ())]).exists()
            if model == "account.account":
                records |= self.env[model].sudo().search([("company_ids", "=", company.id)])
                self._forget_default_accounts(company)
            if model == "account.journal":
                self.env["account.payment"].sudo().search([("company_id", "=", company.id)]).unlink()
                self.env["account.move"].sudo().search([("company_id", "=", company.id)]).unlink()
            records.unlink()
        names.exists().unlink()
        company.chart_template = False

    @api.model
    def _company_account_fields(self):
        fields_ = self.env["res.company"]._fields
        return [name for name, field in fields_.items()
                if field.store and not field.related and field.type == "many2one"
                and field.comodel_name in ("account.account", "account.tax", "account.journal")]

    @api.model
    def _forget_default_accounts(self, company):
        self.env["ir.default"].sudo().search([
            ("company_id", "=", company.id), ("field_id.model", "in", ("res.partner", "product.category"))]).unlink()

    @api.model
    def _load(self, template_code, company, install_demo):
        data = self._get_chart_template_data(template_code)
        settings = data["template_data"]
        company.write(self._company_values(template_code, settings, company))
        references = {}
        for model in LOADED_MODELS[:-1]:
            self._load_records(model, data[model], company, references)
        self._write_company_references(data["res.company"], company, references)
        self._set_default_properties(settings, company, references)
        self._after_loading(template_code, company, references)

    @api.model
    def _company_values(self, template_code, settings, company):
        values = {"chart_template": template_code}
        for name in ("bank_account_code_prefix", "cash_account_code_prefix", "transfer_account_code_prefix",
                     "anglo_saxon_accounting", "tax_calculation_rounding_method"):
            if name in settings:
                values[name] = settings[name]
        country = settings.get("country") and self.env["res.country"].search([("code", "=", settings["country"].upper())])
        if country:
            values["account_fiscal_country_id"] = country.id
            if not company.country_id:
                values["country_id"] = country.id
        currency = settings.get("currency") and self.env.ref(settings["currency"], raise_if_not_found=False)
        if currency:
            currency.active = True
            values["currency_id"] = currency.id
        return values

    @api.model
    def _load_records(self, model, rows, company, references):
        """Create the records of one model in one batch and name them."""
        if not rows:
            return
        vals_list = [self._record_values(model, values, company, references) for values in rows.values()]
        records = self.env[model].create(vals_list)
        for name, record in zip(rows, records, strict=True):
            references[name] = record
        self.env["ir.model.data"]._update_xmlids([
            {"xml_id": f"account.{company.id}_{name}", "record": record, "noupdate": True}
            for name, record in zip(rows, records, strict=True)])
        self._load_translations(model, rows, references)

    @api.model
    def _load_translations(self, model, rows, references):
        """Columns like ``name@vi_VN`` are translations into installed languages."""
        installed = {code for code, _name in self.env["res.lang"].get_installed()}
        for name, values in rows.items():
            for key, value in values.items():
                field_name, _at, lang = key.partition("@")
                if lang in installed:
                    references[name].with_context(lang=lang)[field_name] = value

    @api.model
    def _record_values(self, model, values, company, references):
        known = self.env[model]._fields
        result = {name: self._field_value(known[name], value, references)
                  for name, value in values.items() if name in known}
        if model == "account.account":
            result.setdefault("company_ids", [Command.set(company.ids)])
            result["code"] = self._padded_code(result["code"])
        elif "company_id" in known:
            result.setdefault("company_id", company.id)
        return result

    @api.model
    def _padded_code(self, code):
        return code

    @api.model
    def _field_value(self, field, value, references):
        """Text of a CSV file or a value of a method, as ``create`` takes it; names of records become ids."""
        if field.type == "many2one":
            return self._reference(value, references)
        if field.type in ("many2many", "one2many") and isinstance(value, str):
            return [Command.set([self._reference(name.strip(), references) for name in value.split(",")])]
        if field.type == "one2many":
            comodel = self.env[field.comodel_name]._fields
            return [Command.create({name: self._field_value(comodel[name], item, references)
                                    for name, item in command[2].items()}) for command in value]
        if isinstance(value, str) and field.type == "boolean":
            return value.strip().lower() in ("1", "true")
        if isinstance(value, str) and field.type in ("integer", "float"):
            return float(value) if field.type == "float" else int(value)
        return value

    @api.model
    def _reference(self, value, references):
        if not isinstance(value, str):
            return value
        if value in references:
            return references[value].id
        if "." not in value:
            raise UserError(_("The chart of accounts refers to “%s”, which it does not contain.", value))
        return self.env.ref(value).id

    @api.model
    def _write_company_references(self, rows, company, references):
        for values in rows.values():
            known = self.env["res.company"]._fields
            company.write({name: self._field_value(known[name], value, references)
                           for name, value in values.items() if name in known})

    @api.model
    def _set_default_properties(self, settings, company, references):
        """Default accounts of partners and product categories of this company."""
        defaults = self.env["ir.default"].sudo()
        for model, name in (
                ("res.partner", "property_account_receivable_id"), ("res.partner", "property_account_payable_id"),
                ("product.category", "property_account_income_categ_id"),
                ("product.category", "property_account_expense_categ_id")):
            account = references.get(settings.get(name))
            if account:
                defaults.set(model, name, account.id, company_id=company.id)

    @api.model
    def _after_loading(self, template_code, company, references):
        """Hook of localisation addons: what else follows from the chart."""

    @api.model
    def ref(self, xmlid, raise_if_not_found=True):
        """A record of the current company's chart by its name."""
        if "." in xmlid:
            return self.env.ref(xmlid, raise_if_not_found=raise_if_not_found)
        return self.env.ref(f"account.{self.env.company.id}_{xmlid}", raise_if_not_found=raise_if_not_found)

    # --- parts every chart gets -----------------------------------------------------------------------------------------

    @template(model="account.journal")
    def _get_account_journal(self, template_code):
        """The journals every chart has; charts give them accounts and may rename them."""
        return {
            "sale": {"name": _("Customer Invoices"), "type": "sale", "code": _("INV"), "sequence": 5},
            "purchase": {"name": _("Vendor Bills"), "type": "purchase", "code": _("BILL"), "sequence": 6},
            "general": {"name": _("Miscellaneous Operations"), "type": "general", "code": _("MISC"), "sequence": 7},
            "exch": {"name": _("Exchange Difference"), "type": "general", "code": _("EXCH"), "sequence": 9},
            "bank": {"name": _("Bank"), "type": "bank", "code": "BNK1", "sequence": 8},
            "cash": {"name": _("Cash"), "type": "cash", "code": "CSH1", "sequence": 8},
        }

from decimal import Decimal

from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError

from .. import tax_engine
from ..tax_engine import decimal_of


class AccountTaxGroup(models.Model):
    _name = "account.tax.group"
    _shared_rows = True
    _description = "Tax Group"
    _order = "sequence asc, id"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company)
    tax_payable_account_id = fields.Many2one("account.account", "Tax Payable Account", check_company=True)
    tax_receivable_account_id = fields.Many2one("account.account", "Tax Receivable Account", check_company=True)
    advance_tax_payment_account_id = fields.Many2one("account.account", "Tax Advance Account", check_company=True)
    country_id = fields.Many2one("res.country", compute="_compute_country_id", store=True, readonly=False)
    country_code = fields.Char(related="country_id.code")
    preceding_subtotal = fields.Char(translate=True)

    @api.depends("company_id")
    def _compute_country_id(self):
        for group in self:
            if not group.country_id:
                group.country_id = group.company_id.account_fiscal_country_id or group.company_id.country_id


class AccountTax(models.Model):
    _name = "account.tax"
    _shared_rows = True
    _inherit = ["mail.thread"]
    _description = "Tax"
    _order = "sequence, id"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of
    _rec_names_search = ["name", "description", "invoice_label"]

    name = fields.Char("Tax Name", required=True, translate=True, tracking=True)
    type_tax_use = fields.Selection(
        [("sale", "Sales"), ("purchase", "Purchases"), ("none", "None")], "Tax Type", required=True, default="sale")
    tax_scope = fields.Selection([("service", "Services"), ("consu", "Goods")], "Tax Scope")
    amount_type = fields.Selection(
        [("group", "Group of Taxes"), ("fixed", "Fixed"), ("percent", "Percentage"),
         ("division", "Percentage Tax Included")], "Tax Computation", default="percent", required=True, tracking=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", "Company", required=True, readonly=True, default=lambda self: self.env.company, index=True)
    children_tax_ids = fields.Many2many(
        "account.tax", "account_tax_filiation_rel", "parent_tax", "child_tax", string="Children Taxes", check_company=True)
    sequence = fields.Integer(required=True, default=1)
    amount = fields.Float(required=True, digits=(16, 4), default=0.0, tracking=True)
    description = fields.Html("Description", translate=True)
    invoice_label = fields.Char("Label on Invoices", translate=True)
    price_include = fields.Boolean(
        compute="_compute_price_include", inverse="_inverse_price_include", search="_search_price_include",
        help="Prices to which this tax applies already contain it.")
    price_include_override = fields.Selection(
        [("tax_included", "Tax Included"), ("tax_excluded", "Tax Excluded")], "Included in Price",
        help="Overrides the company's setting for this tax.")
    company_price_include = fields.Selection(related="company_id.account_price_include")
    include_base_amount = fields.Boolean("Affect Base of Subsequent Taxes", default=False)
    is_base_affected = fields.Boolean("Base Affected by Previous Taxes", default=True)
    analytic = fields.Boolean("Include in Analytic Cost")
    tax_group_id = fields.Many2one(
        "account.tax.group", "Tax Group", required=True, check_company=True,
        compute="_compute_tax_group_id", store=True, readonly=False, precompute=True)
    tax_exigibility = fields.Selection(
        [("on_invoice", "Based on Invoice"), ("on_payment", "Based on Payment")], default="on_invoice")
    cash_basis_transition_account_id = fields.Many2one("account.account", check_company=True)
    invoice_repartition_line_ids = fields.One2many(
        "account.tax.repartition.line", "tax_id", "Distribution for Invoices",
        domain=[("document_type", "=", "invoice")], copy=False)
    refund_repartition_line_ids = fields.One2many(
        "account.tax.repartition.line", "tax_id", "Distribution for Refund Invoices",
        domain=[("document_type", "=", "refund")], copy=False)
    repartition_line_ids = fields.One2many("account.tax.repartition.line", "tax_id", "Distribution", copy=True)
    country_id = fields.Many2one(
        "res.country", "Country", compute="_compute_country_id", store=True, readonly=False, precompute=True)
    country_code = fields.Char(related="country_id.code", readonly=True)
    invoice_legal_notes = fields.Html("Legal Notes", translate=True)

    # --- computed ---------------------------------------------------------------------------------------------------

    @api.depends("price_include_override", "company_id.account_price_include")
    def _compute_price_include(self):
        for tax in self:
            setting = tax.price_include_override or tax.company_price_include
            tax.price_include = setting == "tax_included"

    def _inverse_price_include(self):
        for tax in self:
            tax.price_include_override = "tax_included" if tax.price_include else "tax_excluded"

    def _search_price_include(self, operator, value):
        wanted = bool(value) == (operator == "=")
        setting = "tax_included" if wanted else "tax_excluded"
        return ["|", ("price_include_override", "=", setting), "&", ("price_include_override", "=", False),
                ("company_id.account_price_include", "=", setting)]

    @api.depends("company_id")
    def _compute_country_id(self):
        for tax in self:
            if not tax.country_id:
                tax.country_id = tax.company_id.account_fiscal_country_id or tax.company_id.country_id

    @api.depends("company_id", "country_id")
    def _compute_tax_group_id(self):
        for company, taxes in self.filtered(lambda tax: not tax.tax_group_id).grouped("company_id").items():
            taxes.tax_group_id = self.env["account.tax.group"].search([("company_id", "=", company.id)], limit=1)

    @api.model
    def default_get(self, fields_list):
        defaults = super().default_get(fields_list)
        if "repartition_line_ids" in fields_list:
            defaults.setdefault("repartition_line_ids", self._default_repartition_commands())
        return defaults

    @api.model
    def _default_repartition_commands(self, account=False):
        """Base and tax, for invoices and for credit notes; the tax goes to ``account``."""
        return [
            Command.create({
                "document_type": document_type, "repartition_type": repartition_type,
                "account_id": account.id if account and repartition_type == "tax" else False,
            })
            for document_type in ("invoice", "refund") for repartition_type in ("base", "tax")]

    @api.model
    def _named_repartition(self, account):
        """The default distribution in a chart's data, with the account by its name there."""
        return [
            Command.create({**command[2], "account_id": account if command[2]["repartition_type"] == "tax" else False})
            for command in self._default_repartition_commands()]

    # --- create and checks --------------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._merge_repartition_commands(dict(vals)) for vals in vals_list])

    def write(self, vals):
        return super().write(self._merge_repartition_commands(dict(vals), defaults=False))

    @api.model
    def _merge_repartition_commands(self, vals, defaults=True):
        """Invoice and refund distributions are two windows on one list; a missing one mirrors the other."""
        given = {}
        for document_type in ("invoice", "refund"):
            commands = vals.pop(f"{document_type}_repartition_line_ids", None)
            if commands is not None:
                given[document_type] = [self._with_document_type(command, document_type) for command in commands]
        if given and defaults:
            created = [command for commands in given.values() for command in commands if command[0] == Command.CREATE]
            for document_type in {"invoice", "refund"} - set(given):
                given[document_type] = [self._with_document_type(command, document_type) for command in created]
        if given:
            vals["repartition_line_ids"] = vals.get("repartition_line_ids", []) + [
                command for document_type in ("invoice", "refund") for command in given.get(document_type, ())]
        return vals

    @api.model
    def _with_document_type(self, command, document_type):
        if command[0] != Command.CREATE:
            return command
        return Command.create({**command[2], "document_type": document_type})

    @api.constrains("name", "type_tax_use", "company_id", "country_id")
    def _check_name_unique(self):
        same = self.search([("name", "in", self.mapped("name")), ("company_id", "in", self.company_id.ids)])
        seen = {}
        for tax in same:
            key = (tax.name, tax.type_tax_use, tax.company_id.id, tax.country_id.id)
            if key in seen and (tax in self or seen[key] in self):
                raise ValidationError(_(
                    "The tax name %(name)s is already used for this tax type in %(company)s. Choose another name.",
                    name=tax.name, company=tax.company_id.name))
            seen[key] = tax

    @api.constrains("invoice_repartition_line_ids", "refund_repartition_line_ids", "repartition_line_ids")
    def _check_repartition_lines(self):
        for tax in self:
            if tax.amount_type == "group":
                continue
            for document_type in ("invoice", "refund"):
                lines = tax.repartition_line_ids.filtered(
                    lambda line, document_type=document_type: line.document_type == document_type)
                if len(lines.filtered(lambda line: line.repartition_type == "base")) != 1:
                    raise ValidationError(_("The distribution of the tax %s needs exactly one line for the base.", tax.name))
                if not lines.filtered(lambda line: line.repartition_type == "tax"):
                    raise ValidationError(_("The distribution of the tax %s needs at least one line for the tax.", tax.name))

    @api.constrains("children_tax_ids", "type_tax_use", "amount_type")
    def _check_children_scope(self):
        for tax in self:
            if tax in tax.children_tax_ids:
                raise ValidationError(_("The tax group %s cannot contain itself.", tax.name))
            if any(child.amount_type == "group" for child in tax.children_tax_ids):
                raise ValidationError(_("The tax group %s cannot contain another group.", tax.name))

    @api.constrains("amount_type", "amount")
    def _check_division(self):
        if any(tax.amount_type == "division" and tax.amount >= 100 for tax in self):
            raise ValidationError(_("A tax inside the price must be below 100 %."))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        used = self.env["account.move.line"].sudo().search([
            "|", ("tax_ids", "in", self.ids), ("tax_line_id", "in", self.ids)], limit=1)
        if used:
            tax = (used.tax_ids | used.tax_line_id) & self
            raise UserError(_("The tax %s is used on journal items and cannot be deleted. Archive it instead.",
                              ", ".join(tax.mapped("name"))))

    def copy_data(self, default=None):
        vals_list = super().copy_data(default=default)
        if "name" not in (default or {}):
            for tax, vals in zip(self, vals_list, strict=True):
                vals["name"] = _("%s (copy)", tax.name)
        return vals_list

    # --- the engine's view of a tax -------------------------------------------------------------------------------------

    def flatten_taxes_hierarchy(self):
        """The elementary taxes, groups replaced by their children, in computing order."""
        flat = self.browse()
        for tax in self.sorted(lambda tax: (tax.sequence, tax.id)):
            flat += tax.children_tax_ids.sorted(
                lambda child: (child.sequence, child.id)) if tax.amount_type == "group" else tax
        return flat

    def _engine_taxes(self):
        return tuple(
            tax_engine.Tax(
                key=tax.id, kind=tax.amount_type, rate=decimal_of(tax.amount), price_include=tax.price_include,
                include_base_amount=tax.include_base_amount, is_base_affected=tax.is_base_affected)
            for tax in self.flatten_taxes_hierarchy())

    @api.model
    def _compute_document_amounts(self, base_lines, currency, company, rounding_method=None):
        """Amounts of a document's lines, computed once: a list of ``tax_engine.LineAmounts`` in the order given.

        :param base_lines: dicts with ``price_unit, quantity, discount, tax_ids`` and optionally ``special_mode``
            ('total_excluded': prices are without taxes, 'total_included': with all taxes)
        """
        method = rounding_method or company.tax_calculation_rounding_method
        digits = currency.decimal_places
        engine_taxes = {}
        modes = {"total_excluded": tax_engine.TAX_EXCLUDED, "total_included": tax_engine.TAX_INCLUDED}
        amounts = [None] * len(base_lines)
        by_mode = {}
        for index, line in enumerate(base_lines):
            by_mode.setdefault(modes.get(line.get("special_mode") or "", tax_engine.FOLLOW_TAX), []).append(index)
        for mode, indexes in by_mode.items():
            lines = []
            for index in indexes:
                taxes = base_lines[index]["tax_ids"]
                if taxes._ids not in engine_taxes:
                    engine_taxes[taxes._ids] = taxes._engine_taxes()
                lines.append(self._engine_line(base_lines[index], engine_taxes[taxes._ids]))
            computed = tax_engine.compute_document(
                lines, digits, per_line=method == "round_per_line", price_is=mode)
            for index, result in zip(indexes, computed, strict=True):
                amounts[index] = result
        return amounts

    @api.model
    def _engine_line(self, base_line, taxes):
        return tax_engine.Line(
            decimal_of(base_line["price_unit"]), decimal_of(base_line["quantity"]), decimal_of(base_line["discount"]),
            taxes)

    # --- public computation ---------------------------------------------------------------------------------------------

    def compute_all(self, price_unit, currency=None, quantity=1.0, product=None, partner=None, is_refund=False,
                    handle_price_include=True, include_caba_tags=False, rounding_method=None):
        """Taxes of one line: ``total_excluded``, ``total_included``, ``total_void``, ``base_tags`` and ``taxes``.

        Each entry of ``taxes`` holds id, name, amount, base, sequence, account_id, price_include, tax_exigibility,
        tax_repartition_line_id, group, tag_ids and tax_ids; one entry per distribution line.
        """
        company = self[:1].company_id or self.env.company
        currency = currency or company.currency_id
        base_line = {
            "price_unit": price_unit, "quantity": quantity, "discount": 0.0, "tax_ids": self,
            "special_mode": None if handle_price_include else "total_excluded"}
        amounts = self._compute_document_amounts([base_line], currency, company, rounding_method or "round_per_line")[0]
        taxes = []
        void = amounts.untaxed
        for tax_amount in amounts.taxes:
            tax = self.browse(tax_amount.tax.key)
            for repartition, amount in tax._distribute(tax_amount.amount, is_refund, currency):
                taxes.append(tax._compute_all_entry(tax_amount, repartition, amount, self))
                if not repartition.account_id:
                    void += amount
        return {
            "base_tags": [],
            "taxes": taxes,
            "total_excluded": float(amounts.untaxed),
            "total_included": float(amounts.total),
            "total_void": float(void),
        }

    def _compute_all_entry(self, tax_amount, repartition, amount, taxes):
        return {
            "id": self.id,
            "name": self.name,
            "amount": float(amount),
            "base": float(tax_amount.base),
            "sequence": self.sequence,
            "account_id": repartition.account_id.id,
            "analytic": self.analytic,
            "use_in_tax_closing": repartition.use_in_tax_closing,
            "is_reverse_charge": repartition.factor < 0,
            "price_include": self.price_include,
            "tax_exigibility": self.tax_exigibility,
            "tax_repartition_line_id": repartition.id,
            "group": taxes.filtered(lambda tax: self in tax.children_tax_ids)[:1],
            "tag_ids": repartition.tag_ids.ids,
            "tax_ids": [],
        }

    def _distribute(self, amount, is_refund, currency):
        """(distribution line, part of ``amount``) of one tax; the parts add up to the factors' total."""
        self.ensure_one()
        document_type = "refund" if is_refund else "invoice"
        lines = self.repartition_line_ids.filtered(
            lambda line: line.document_type == document_type and line.repartition_type == "tax")
        if len(lines) == 1 and lines.factor_percent == 100:
            return [(lines, amount)]
        raw = [amount * decimal_of(line.factor_percent) / 100 for line in lines]
        return list(zip(lines, tax_engine.apportion(raw, currency.decimal_places), strict=True))

    def _has_own_accounts(self, is_refund):
        """Does every distribution line name an account? Else the tax is posted to the accounts of its base lines."""
        document_type = "refund" if is_refund else "invoice"
        return all(line.account_id for line in self.repartition_line_ids
                   if line.document_type == document_type and line.repartition_type == "tax")

    @api.model
    def _prepare_base_line_for_taxes_computation(self, record, **kwargs):
        """What the tax computation needs to know of a document line; keywords override the record's values."""
        def value(name, default):
            if name in kwargs:
                return kwargs[name]
            return record[name] if record and isinstance(record, models.Model) and name in record._fields else default

        known = {
            "record": record, "id": kwargs.get("id", getattr(record, "id", False) or 0),
            "product_id": value("product_id", self.env["product.product"]),
            "product_uom_id": value("product_uom_id", self.env["uom.uom"]),
            "tax_ids": kwargs.get("tax_ids", value("tax_ids", self.env["account.tax"])),
            "price_unit": value("price_unit", 0.0), "quantity": value("quantity", 0.0),
            "discount": value("discount", 0.0),
            "currency_id": value("currency_id", self.env["res.currency"]),
            "special_mode": kwargs.get("special_mode", False),
            "rate": kwargs.get("rate", 1.0), "sign": kwargs.get("sign", 1.0),
            "is_refund": kwargs.get("is_refund", False),
            "partner_id": value("partner_id", self.env["res.partner"]),
            "account_id": value("account_id", self.env["account.account"]),
            "analytic_distribution": value("analytic_distribution", None),
        }
        return {**kwargs, **known}

    @api.model
    def _add_tax_details_in_base_line(self, base_line, company, rounding_method=None):
        """Fill ``base_line['tax_details']`` for one line, rounded on the line."""
        self._fill_tax_details([base_line], company, "round_per_line")

    @api.model
    def _add_tax_details_in_base_lines(self, base_lines, company):
        """Fill ``tax_details`` for all lines of a document, by the company's rounding method."""
        self._fill_tax_details(base_lines, company, company.tax_calculation_rounding_method)

    @api.model
    def _round_base_lines_tax_details(self, base_lines, company, tax_lines=None):
        """Bring the lines of a document in line with its rounded totals."""
        self._fill_tax_details(base_lines, company, company.tax_calculation_rounding_method)

    @api.model
    def _fill_tax_details(self, base_lines, company, rounding_method):
        for currency, lines in self._by_currency(base_lines, company):
            amounts = self._compute_document_amounts(lines, currency, company, rounding_method)
            for line, line_amounts in zip(lines, amounts, strict=True):
                line["tax_details"] = self._tax_details(line, line_amounts, company)

    @api.model
    def _by_currency(self, base_lines, company):
        grouped = {}
        for line in base_lines:
            currency = line.get("currency_id") or company.currency_id
            grouped.setdefault(currency.id, (currency, []))[1].append(line)
        return grouped.values()

    @api.model
    def _tax_details(self, base_line, amounts, company):
        rate = base_line.get("rate") or 1.0

        def in_company(amount):
            return company.currency_id.round(float(amount) / rate)

        return {
            "raw_total_excluded_currency": float(amounts.untaxed),
            "raw_total_excluded": float(amounts.untaxed) / rate,
            "raw_total_included_currency": float(amounts.total),
            "raw_total_included": float(amounts.total) / rate,
            "total_excluded_currency": float(amounts.untaxed),
            "total_excluded": in_company(amounts.untaxed),
            "total_included_currency": float(amounts.total),
            "total_included": in_company(amounts.total),
            "delta_total_excluded_currency": 0.0,
            "delta_total_excluded": 0.0,
            "taxes_data": [
                {
                    "tax": self.browse(tax_amount.tax.key),
                    "group": self.browse(),
                    "price_include": tax_amount.tax.price_include,
                    "is_reverse_charge": False,
                    "raw_base_amount_currency": float(tax_amount.base),
                    "raw_base_amount": float(tax_amount.base) / rate,
                    "base_amount_currency": float(tax_amount.base),
                    "base_amount": in_company(tax_amount.base),
                    "raw_tax_amount_currency": float(tax_amount.raw_amount),
                    "raw_tax_amount": float(tax_amount.raw_amount) / rate,
                    "tax_amount_currency": float(tax_amount.amount),
                    "tax_amount": in_company(tax_amount.amount),
                }
                for tax_amount in amounts.taxes],
        }

    @api.model
    def _get_tax_totals_summary(self, base_lines, currency, company, cash_rounding=None):
        """Totals of a document as pages and reports show them: untaxed, per tax group, total."""
        if any("tax_details" not in line for line in base_lines):
            self._fill_tax_details(base_lines, company, company.tax_calculation_rounding_method)
        untaxed = self._sum_details(base_lines, "total_excluded")
        groups = self._tax_group_totals(base_lines)
        tax_currency = sum(group["tax_amount_currency"] for group in groups)
        tax_company = sum(group["tax_amount"] for group in groups)
        subtotal = {
            "name": _("Untaxed Amount"), "tax_groups": groups,
            "base_amount_currency": untaxed[0], "base_amount": untaxed[1],
            "tax_amount_currency": tax_currency, "tax_amount": tax_company}
        return {
            "currency_id": currency.id, "currency_pd": currency.rounding,
            "company_currency_id": company.currency_id.id, "company_currency_pd": company.currency_id.rounding,
            "has_tax_groups": bool(groups),
            "same_tax_base": all(group["base_amount_currency"] == untaxed[0] for group in groups),
            "subtotals": [subtotal] if groups else [],
            "base_amount_currency": currency.round(untaxed[0]), "base_amount": company.currency_id.round(untaxed[1]),
            "tax_amount_currency": currency.round(tax_currency), "tax_amount": company.currency_id.round(tax_company),
            "total_amount_currency": currency.round(untaxed[0] + tax_currency),
            "total_amount": company.currency_id.round(untaxed[1] + tax_company),
        }

    @api.model
    def _sum_details(self, base_lines, name):
        details = [line["tax_details"] for line in base_lines]
        return (float(sum((decimal_of(detail[f"{name}_currency"]) for detail in details), Decimal(0))),
                float(sum((decimal_of(detail[name]) for detail in details), Decimal(0))))

    @api.model
    def _tax_group_totals(self, base_lines):
        """Amounts per tax group; a line counts once for the base of a group, whatever taxes of it apply."""
        totals, names = {}, ("base_amount_currency", "base_amount", "tax_amount_currency", "tax_amount")
        for line in base_lines:
            seen = set()
            for data in line["tax_details"]["taxes_data"]:
                group = data["tax"].tax_group_id
                sums = totals.setdefault(group, dict.fromkeys(names, Decimal(0)))
                for name in names:
                    if name.startswith("tax") or group not in seen:
                        sums[name] += decimal_of(data[name])
                seen.add(group)
        return [
            {"id": group.id, "group_name": group.name, "group_label": False, "involved_tax_ids": [],
             "display_base_amount": float(sums["base_amount"]),
             "display_base_amount_currency": float(sums["base_amount_currency"]),
             **{name: float(amount) for name, amount in sums.items()}}
            for group, sums in sorted(totals.items(), key=lambda item: (item[0].sequence, item[0].id))]

    @api.model
    def _fix_tax_included_price(self, price, prod_taxes, line_taxes):
        """The unit price when a line uses other taxes than the product: included taxes that fall away are taken out."""
        prod_taxes, line_taxes = prod_taxes._origin, line_taxes._origin
        included = prod_taxes.filtered(lambda tax: tax not in line_taxes and tax.price_include)
        if included:
            result = included.compute_all(price, rounding_method="round_globally")
            price = result["total_excluded"]
            added = line_taxes.filtered(lambda tax: tax.price_include and tax not in prod_taxes)
            if added:
                price = added._gross_from_net(price)
        return price

    @api.model
    def _fix_tax_included_price_company(self, price, prod_taxes, line_taxes, company_id):
        if company_id:
            prod_taxes = prod_taxes.filtered(lambda tax: tax.company_id == company_id)
            line_taxes = line_taxes.filtered(lambda tax: tax.company_id == company_id)
        return self._fix_tax_included_price(price, prod_taxes, line_taxes)

    def _gross_from_net(self, price):
        line = tax_engine.Line(decimal_of(price), taxes=self._engine_taxes())
        return float(tax_engine.compute_line(line, 2, price_is=tax_engine.TAX_EXCLUDED).total)

    def _filter_taxes_by_company(self, company_id):
        """Taxes of the company, else of the nearest parent company that has some."""
        if not self:
            return self
        company = company_id
        while company:
            taxes = self.filtered(lambda tax, company=company: tax.company_id == company)
            if taxes:
                return taxes
            company = company.sudo().parent_id
        return self.browse()

    def _adapt_price_unit_to_another_taxes(self, price_unit, product, original_taxes, new_taxes):
        return self._fix_tax_included_price(price_unit, original_taxes, new_taxes)


class AccountTaxRepartitionLine(models.Model):
    _name = "account.tax.repartition.line"
    _shared_rows = True
    _description = "Tax Repartition Line"
    _order = "document_type, repartition_type, sequence, id"
    _check_company_auto = True

    factor_percent = fields.Float("%", default=100, required=True, help="Share of the tax amount, in percent.")
    factor = fields.Float("Factor Ratio", compute="_compute_factor")
    repartition_type = fields.Selection([("base", "Base"), ("tax", "of tax")], "Based On", required=True, default="tax")
    document_type = fields.Selection([("invoice", "Invoice"), ("refund", "Refund")], required=True, default="invoice")
    account_id = fields.Many2one(
        "account.account", "Account", check_company=True, domain="[('deprecated', '=', False)]",
        help="Empty: the tax is posted to the account of the line it applies to.")
    tag_ids = fields.Many2many("account.account.tag", string="Tax Grids", copy=True)
    tax_id = fields.Many2one("account.tax", ondelete="cascade", check_company=True, index=True)
    company_id = fields.Many2one("res.company", related="tax_id.company_id", store=True)
    sequence = fields.Integer(default=1)
    use_in_tax_closing = fields.Boolean("Tax Closing Entry", default=True)

    @api.depends("factor_percent")
    def _compute_factor(self):
        for line in self:
            line.factor = line.factor_percent / 100.0

"""Why this price, why this tax? The steps of the real computations, put into words for lines of orders and invoices."""
from core import _, api, models
from core.tools import float_round, format_amount

from odoo.addons.product.price_trace import recording


class AccountExplanationMixin(models.AbstractModel):
    _name = "account.explanation.mixin"
    _inherit = "web.explanation.mixin"
    _description = "Explained Prices and Taxes"

    @api.model
    def _explained(self):
        return (*super()._explained(), "price", "taxes")

    # -- prices ------------------------------------------------------------------------------------

    @api.model
    def _price_rows(self, steps, currency, unit):
        """Rows of recorded price steps (`odoo.addons.product.price_trace`); amounts of one `unit` in `currency`."""
        rows, unit_now, currency_now = [], unit, currency
        for step in steps:
            if step.kind == "base":
                unit_now, currency_now = step.facts["unit"], step.facts["product"].currency_id
            elif step.kind == "unit":
                unit_now = step.facts["target"]
            elif step.kind == "currency":
                currency_now = step.facts["target"]
            describe = getattr(self, f"_price_step_{step.kind}", None)
            row = describe(step, unit_now) if describe else None
            if row is not None:
                amount = step.amount if step.amount is not None else False
                label, detail = row
                rows.append(self._explanation_row(label, detail, amount, self._amount_text(amount, currency_now)))
        return rows

    @api.model
    def _amount_text(self, amount, currency):
        """As money, with as many decimals as the amount has, at most six."""
        if amount is False or amount is None:
            return ""
        exact = float_round(amount, precision_digits=6)
        if currency and float_round(exact, precision_digits=currency.decimal_places) == exact:
            return format_amount(self.env, exact, currency)
        return f"{self.env['ir.qweb.field.float'].value_to_html(exact, {'precision': 6}).rstrip('0').rstrip('.,')} {currency.symbol or ''}".strip()

    def _price_step_base(self, step, unit):
        names = {"list_price": _("Sales price of the product"), "standard_price": _("Cost of the product")}
        return names.get(step.facts["price_type"], step.facts["price_type"]), _("%(product)s, per %(unit)s",
                                                                             product=step.facts["product"].name, unit=unit.name)

    def _price_step_extra(self, step, unit):
        return _("Extra price of the variant"), ""

    def _price_step_unit(self, step, unit):
        source, target = step.facts["source"], step.facts["target"]
        count = float_round(target.factor_inv / source.factor_inv, precision_digits=6) if source.factor_inv else 0
        return _("In the unit of the line"), _("1 %(target)s = %(count)s %(source)s", target=target.name, count=f"{count:g}", source=source.name)

    def _price_step_currency(self, step, unit):
        return _("In the currency of the document"), _("%(source)s → %(target)s", source=step.facts["source"].name, target=step.facts["target"].name)

    def _price_step_rule(self, step, unit):
        pricelist, rule = step.facts["pricelist"], step.facts["rule"]
        if not pricelist:
            return None
        if not rule:
            return _("Pricelist %s", pricelist.name), _("No rule of it fits, so the sales price holds.")
        return _("Pricelist %s", pricelist.name), self._why_rule(rule, step.facts["product"], step.facts["quantity"])

    def _why_rule(self, rule, product, quantity):
        """The rule and the conditions it was chosen by."""
        parts = [_("Rule “%(rule)s”: %(price)s", rule=rule.name, price=rule.price)]
        if rule.min_quantity:
            parts.append(_("from %(least)s %(unit)s on (here %(quantity)s)", least=f"{rule.min_quantity:g}", unit=product.uom_id.name,
                           quantity=f"{quantity:g}"))
        if rule.date_start or rule.date_end:
            parts.append(_("valid from %(start)s to %(end)s", start=rule.date_start or "…", end=rule.date_end or "…"))
        return "; ".join(parts)

    def _price_step_fixed(self, step, unit):
        return _("Fixed price of the rule"), _("per %s", step.facts["unit"].name)

    def _price_step_percent(self, step, unit):
        percent = step.facts["percent"]
        return (_("Discount of the rule") if percent > 0 else _("Mark-up of the rule")), _("%s %%", f"{abs(percent):g}")

    def _price_step_round(self, step, unit):
        return _("Rounded"), _("to a multiple of %s", f"{step.facts['multiple']:g}")

    def _price_step_surcharge(self, step, unit):
        return _("Extra fee"), f"{step.facts['fee']:+g}"

    def _price_step_min_margin(self, step, unit):
        return _("Raised to the smallest margin"), f"{step.facts['margin']:g}"

    def _price_step_max_margin(self, step, unit):
        return _("Lowered to the largest margin"), f"{step.facts['margin']:g}"

    def _price_step_taxes(self, step, unit):
        return _("Taxes inside the price exchanged"), _("as the fiscal position says")

    @api.model
    def _line_total_rows(self, price_unit, quantity, discount, subtotal, unit, currency):
        """From the unit price to the amount of the line."""
        rows = []
        gross = price_unit * quantity
        rows.append(self._explanation_row(
            _("Quantity × unit price"), f"{quantity:g} {unit.name or ''} × {self._amount_text(price_unit, currency)}", gross,
            self._amount_text(gross, currency)))
        if discount:
            off = -gross * discount / 100
            rows.append(self._explanation_row(_("Discount of the line"), _("%s %%", f"{discount:g}"), off, self._amount_text(off, currency)))
        priced = currency.round(gross * (1 - (discount or 0) / 100))
        if currency.compare_amounts(priced, subtotal):
            off = subtotal - priced
            rows.append(self._explanation_row(_("Taxes contained in the price"), "", off, self._amount_text(off, currency)))
        rows.append(self._explanation_row(_("Amount without taxes"), "", subtotal, self._amount_text(subtotal, currency), "total"))
        return rows

    def _typed_row(self, computed, price, currency):
        """The price was typed by hand: what the program would have said, and who changed the line last."""
        return self._explanation_row(
            _("Typed by hand"), _("The program computes %(computed)s. Line last changed by %(who)s.",
                                  computed=self._amount_text(computed, currency), who=self.sudo().write_uid.name),
            price, self._amount_text(price, currency))

    # -- taxes -------------------------------------------------------------------------------------

    @api.model
    def _tax_source_rows(self, own, source, position, expected, taxes):
        """Where the taxes come from.

        :param own: taxes before the fiscal position, :param source: whose they are
        :param expected: after it, :param taxes: those of the line
        """
        names = _("none")
        rows = [self._explanation_row(source, ", ".join(own.mapped("name")) or names)]
        if position:
            changed = ", ".join(own.mapped("name")) != ", ".join(expected.mapped("name"))
            detail = _("replaced by %s", ", ".join(expected.mapped("name")) or names) if changed else _("changes nothing here")
            rows.append(self._explanation_row(_("Fiscal position %s", position.name), detail))
        if set(expected._origin.ids) != set(taxes._origin.ids):
            rows.append(self._explanation_row(_("Chosen by hand"), ", ".join(taxes.mapped("name")) or names))
        return rows

    @api.model
    def _tax_amount_rows(self, base_lines, index, currency, company):
        """How the taxes of one line of a document came about: the engine's own figures.

        :param base_lines: all lines of the document, for the taxes are rounded on their sum
        """
        computed = self.env["account.tax"]._compute_document_amounts(base_lines, currency, company)
        own = computed[index]
        per_line = company.tax_calculation_rounding_method == "round_per_line"
        rows = [self._explanation_row(_("Amount without taxes"), self._contained_text(own, currency), float(own.untaxed),
                                      self._amount_text(float(own.untaxed), currency))]
        for amount in own.taxes:
            rows += self._one_tax_rows(amount, computed, currency, per_line)
        rows.append(self._explanation_row(_("Amount with taxes"), "", float(own.total), self._amount_text(float(own.total), currency), "total"))
        return rows

    def _contained_text(self, own, currency):
        inside = sum(float(amount.amount) for amount in own.taxes if amount.tax.price_include)
        if not inside:
            return ""
        return _("The price %(price)s contains taxes of %(taxes)s.", price=self._amount_text(float(own.untaxed) + inside, currency),
                 taxes=self._amount_text(inside, currency))

    def _one_tax_rows(self, amount, computed, currency, per_line):
        tax = self.env["account.tax"].browse(amount.tax.key)
        raw = self._amount_text(float(amount.raw_amount), currency)
        base = self._amount_text(float(amount.base), currency)
        rate = f"{float(amount.tax.rate):g}"
        if amount.tax.kind == "fixed":
            detail = _("%(rate)s per unit = %(raw)s", rate=rate, raw=raw)
        elif amount.tax.kind == "division":
            detail = _("%(rate)s %% of the price with tax, on %(base)s = %(raw)s", rate=rate, base=base, raw=raw)
        else:
            detail = _("%(rate)s %% of %(base)s = %(raw)s", rate=rate, base=base, raw=raw)
        row = self._explanation_row(tax.name, detail, float(amount.amount), self._amount_text(float(amount.amount), currency))
        same = [other for line in computed for other in line.taxes if other.tax.key == amount.tax.key]
        if per_line or len(same) < 2:
            return [row]
        total_raw, total = sum(other.raw_amount for other in same), sum(other.amount for other in same)
        note = _("The tax of all %(count)s lines is summed, %(raw)s, and rounded once to %(total)s; this line's share is %(share)s.",
                 count=len(same), raw=self._amount_text(float(total_raw), currency), total=self._amount_text(float(total), currency),
                 share=self._amount_text(float(amount.amount), currency))
        return [row, self._explanation_row(_("Rounded on the document"), note, kind="note")]


class AccountMoveLine(models.Model):
    _name = "account.move.line"
    _inherit = ["account.move.line", "account.explanation.mixin"]

    def _explain_price(self):
        """Title and rows: from the product's price to the amount of the line."""
        move = self.move_id
        currency = self.currency_id or move.currency_id
        rows = []
        if self.product_id:
            with recording() as steps:
                computed = self._computed_price_unit()
            rows = self._price_rows(steps, currency, self.product_uom_id)
            if currency.compare_amounts(computed, self.price_unit):
                rows.append(self._typed_row(computed, self.price_unit, currency))
        else:
            rows.append(self._explanation_row(_("Typed by hand"), "", self.price_unit, self._amount_text(self.price_unit, currency)))
        rows += self._line_total_rows(self.price_unit, self.quantity, self.discount, self.price_subtotal, self.product_uom_id, currency)
        return _("Why this price?"), rows

    def _explain_taxes(self):
        """Title and rows: where the taxes come from, and how their amounts came about."""
        move = self.move_id
        own, source = self._taxes_before_position()
        expected = move.fiscal_position_id.map_tax(own)
        rows = self._tax_source_rows(own, source, move.fiscal_position_id, expected, self.tax_ids)
        lines = move.invoice_line_ids.filtered(lambda line: line.display_type == "product")
        base_lines = [move._prepare_product_base_line_for_taxes_computation(line) for line in lines]
        rows += self._tax_amount_rows(base_lines, list(lines._ids).index(self.id), self.currency_id or move.currency_id, move.company_id)
        return _("Why these taxes?"), rows

    def _taxes_before_position(self):
        """(taxes, whose they are)."""
        taxes = self._get_computed_taxes_before_position()
        if self.product_id:
            return taxes, _("Taxes of the product %s", self.product_id.name)
        return taxes, _("Taxes of the account, else of the company")

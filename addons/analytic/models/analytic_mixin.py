from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import float_compare, float_round


class AnalyticMixin(models.AbstractModel):
    """A line whose amount is distributed: `{"3": 60.0, "4,7": 40.0}` gives 60 % to account 3, and 40 % to 4 in one plan and
    7 in another."""

    _name = "analytic.mixin"
    _description = "Analytic Mixin"

    analytic_distribution = fields.Json(
        "Analytic Distribution", compute="_compute_analytic_distribution", store=True, copy=True, readonly=False)
    analytic_precision = fields.Integer(
        store=False, default=lambda self: self.env["decimal.precision"].precision_get("Percentage Analytic"))
    distribution_analytic_account_ids = fields.Many2many(
        "account.analytic.account", compute="_compute_distribution_analytic_account_ids",
        search="_search_distribution_analytic_account_ids")

    def _compute_analytic_distribution(self):
        """Hook of heirs: the distribution that applies to a line by itself."""

    @api.depends("analytic_distribution")
    def _compute_distribution_analytic_account_ids(self):
        ids = {account_id for record in self for account_id in record._get_analytic_account_ids()}
        existing = set(self.env["account.analytic.account"].browse(ids).exists().ids)
        for record in self:
            record.distribution_analytic_account_ids = [
                account_id for account_id in dict.fromkeys(record._get_analytic_account_ids()) if account_id in existing]

    def _search_distribution_analytic_account_ids(self, operator, value):
        if operator not in ("=", "!=", "in", "not in", "ilike", "not ilike", "child_of"):
            raise ValueError(f"Analytic accounts cannot be searched for by {operator!r}.")
        negative = operator.startswith(("!", "not"))
        accounts = self.env["account.analytic.account"]
        if isinstance(value, str):
            ids = [found for found, _name in accounts.name_search(value, limit=None)]
        else:
            ids = [value] if isinstance(value, int) and not isinstance(value, bool) else list(value or [])
        matching = [id_ for id_ in ids if id_]
        self.env.flush_all()
        self.env.cr.execute(
            f"""SELECT id FROM "{self._table}" WHERE analytic_distribution IS NOT NULL AND EXISTS (
                    SELECT 1 FROM jsonb_object_keys(analytic_distribution) AS entry
                    WHERE string_to_array(entry, ',') && %s)""",
            ([str(id_) for id_ in matching],))
        return [("id", "not in" if negative else "in", [row[0] for row in self.env.cr.fetchall()])]

    def _get_analytic_account_ids(self):
        """Ids of the accounts in the distributions of the records."""
        return [int(part) for record in self for key in (record.analytic_distribution or {}) for part in str(key).split(",")
                if part.isdigit()]

    @api.model
    def _sanitize_values(self, values, decimal_precision):
        """Percentages rounded to the precision."""
        if values.get("analytic_distribution"):
            values["analytic_distribution"] = {
                key: float_round(percentage, decimal_precision) if key != "__update__" else percentage
                for key, percentage in values["analytic_distribution"].items()}
        return values

    @api.model_create_multi
    def create(self, vals_list):
        digits = self.env["decimal.precision"].precision_get("Percentage Analytic")
        return super().create([self._sanitize_values(dict(vals), digits) for vals in vals_list])

    def write(self, vals):
        if "analytic_distribution" in vals:
            vals = self._sanitize_values(dict(vals), self.env["decimal.precision"].precision_get("Percentage Analytic"))
        return super().write(vals)

    def _validate_distribution(self, **kwargs):
        """Refuse a line that leaves out a mandatory plan; asked for with the context key `validate_analytic`."""
        if not self.env.context.get("validate_analytic"):
            return
        mandatory = [plan for plan in self.env["account.analytic.plan"].get_relevant_plans(**kwargs)
                     if plan["applicability"] == "mandatory"]
        if not mandatory:
            return
        digits = self.env["decimal.precision"].precision_get("Percentage Analytic")
        accounts = self.env["account.analytic.account"].browse(self._get_analytic_account_ids()).exists()
        roots = {account.id: account.root_plan_id.id for account in accounts}
        for plan in mandatory:
            total = sum(percentage for key, percentage in (self.analytic_distribution or {}).items()
                        if any(roots.get(int(part)) == plan["id"] for part in str(key).split(",") if part.isdigit()))
            if float_compare(total, 100, precision_digits=digits):
                raise ValidationError(_("%(line)s: the analytic plan “%(plan)s” is mandatory; its accounts must add up to 100%%, not %(total)s%%.",
                                        line=self.display_name, plan=plan["name"], total=total))

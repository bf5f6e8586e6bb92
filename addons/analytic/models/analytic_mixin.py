from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import float_compare, float_round

from ..distribution import accounts_of, shares_by_account

ACCOUNTS_OF_DISTRIBUTION = (
    r"""regexp_split_to_array(jsonb_path_query_array(analytic_distribution, '$.keyvalue()."key"')::text, '\D+')""")
"""SQL: the ids in the keys of a distribution, as texts."""


class AnalyticMixin(models.AbstractModel):
    """Lines that are distributed over analytic accounts."""

    _name = "analytic.mixin"
    _description = "Analytic Mixin"

    analytic_distribution = fields.Json("Analytic Distribution", compute="_compute_analytic_distribution", store=True, copy=True,
                                        readonly=False)
    analytic_precision = fields.Integer(store=False, default=lambda self: self.env["decimal.precision"].precision_get(
        "Percentage Analytic"))
    distribution_analytic_account_ids = fields.Many2many(
        "account.analytic.account", compute="_compute_distribution_analytic_account_ids",
        search="_search_distribution_analytic_account_ids")

    def init(self):
        """Lines are found by the accounts of their distribution."""
        super().init()
        if not self._abstract and self._auto and self._fields["analytic_distribution"].store:
            self.env.cr.execute(f'CREATE INDEX IF NOT EXISTS "{self._table}_analytic_distribution_accounts_gin_index" '
                                f'ON "{self._table}" USING gin ({ACCOUNTS_OF_DISTRIBUTION})')

    def _compute_analytic_distribution(self):
        """Hook: what a line is distributed over unless somebody says otherwise."""

    @api.depends("analytic_distribution")
    def _compute_distribution_analytic_account_ids(self):
        found = self.env["account.analytic.account"].sudo().browse(list({
            id_ for record in self for key in record.analytic_distribution or {} for id_ in accounts_of(key)})).exists()
        for record in self:
            own = {id_ for key in record.analytic_distribution or {} for id_ in accounts_of(key)}
            record.distribution_analytic_account_ids = found.filtered(lambda account, own=own: account.id in own)

    def _search_distribution_analytic_account_ids(self, operator, value):
        if operator in ("=", "!=") and not value:
            return [("analytic_distribution", operator, False)]
        negative = operator in ("!=", "not in", "not ilike")
        accounts = self.env["account.analytic.account"].with_context(active_test=False)
        if operator in ("=", "!=", "in", "not in"):
            ids = value if isinstance(value, (list, tuple, set)) else [value]
        else:
            ids = accounts._search([("display_name", operator.removeprefix("not "), value)])
        ids = [str(int(id_)) for id_ in accounts.browse(ids).ids]
        self.flush_model(["analytic_distribution"])
        self.env.cr.execute(f'SELECT id FROM "{self._table}" WHERE {ACCOUNTS_OF_DISTRIBUTION} && %s::text[]', [ids])
        return [("id", "not in" if negative else "in", [row[0] for row in self.env.cr.fetchall()])]

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("analytic_distribution") for vals in vals_list):
            precision = self._percentage_precision()
            vals_list = [self._sanitize_values(vals, precision) for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        if vals.get("analytic_distribution"):
            vals = self._sanitize_values(vals, self._percentage_precision())
        return super().write(vals)

    @api.model
    def _percentage_precision(self):
        return self.env["decimal.precision"].precision_get("Percentage Analytic")

    @api.model
    def _sanitize_values(self, vals, decimal_precision):
        """Percentages as the precision has them."""
        if not vals.get("analytic_distribution"):
            return vals
        distribution = {key: float_round(share, decimal_precision) if key != "__update__" else share
                        for key, share in vals["analytic_distribution"].items()}
        return {**vals, "analytic_distribution": distribution}

    def _validate_distribution(self, **kwargs):
        """Refuse lines that lack a share of a mandatory plan. Only where the caller asked for it (``validate_analytic``)."""
        if not self.env.context.get("validate_analytic", False):
            return
        mandatory = [plan for plan in self.env["account.analytic.plan"].sudo().with_company(
            self.env["res.company"].browse(kwargs.get("company_id") or self.env.company.id)).get_relevant_plans(**kwargs)
            if plan["applicability"] == "mandatory"]
        if not mandatory:
            return
        precision = self._percentage_precision()
        for record in self:
            by_plan = record._shares_by_plan()
            missing = [plan["name"] for plan in mandatory
                       if float_compare(by_plan.get(plan["id"], 0.0), 100.0, precision_digits=precision)]
            if missing:
                raise ValidationError(_("“%(line)s” needs a 100%% analytic distribution over: %(plans)s.",
                                        line=record.display_name, plans=", ".join(missing)))

    def _shares_by_plan(self):
        """{id of the root plan: per cent of this line}."""
        self.ensure_one()
        shares = shares_by_account(self.analytic_distribution)
        accounts = self.env["account.analytic.account"].sudo().browse(shares).exists()
        totals = {}
        for account in accounts:
            totals[account.root_plan_id.id] = totals.get(account.root_plan_id.id, 0.0) + shares[account.id]
        return totals

    def _get_analytic_account_ids(self):
        self.ensure_one()
        return [id_ for key in self.analytic_distribution or {} for id_ in accounts_of(key)]

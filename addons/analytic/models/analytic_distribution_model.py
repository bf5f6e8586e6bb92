from core import _, api, fields, models, tools
from core.exceptions import UserError


class AccountAnalyticDistributionModel(models.Model):
    """Lines of this kind are distributed like this. The model that says most about a line wins."""

    _name = "account.analytic.distribution.model"
    _inherit = ["analytic.mixin"]
    _description = "Analytic Distribution Model"
    _clears_caches = ("default",)
    _rec_name = "create_date"
    _order = "sequence, id desc"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of

    sequence = fields.Integer(default=10)
    partner_id = fields.Many2one("res.partner", "Partner", ondelete="cascade", check_company=True)
    partner_category_id = fields.Many2one("res.partner.category", "Partner Category", ondelete="cascade")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company, ondelete="cascade")

    @api.constrains("company_id", "analytic_distribution")
    def _check_company_accounts(self):
        for model in self.filtered("company_id"):
            foreign = model.distribution_analytic_account_ids.filtered(
                lambda account, company=model.company_id: account.company_id and account.company_id != company)
            if foreign:
                raise UserError(_("%(account)s belongs to %(company)s. Choose accounts of %(own)s.", account=foreign[0].display_name,
                                  company=foreign[0].company_id.display_name, own=model.company_id.display_name))

    @api.model
    @tools.ormcache()
    def _any(self):
        """Whether there is any model at all: most databases have none, and lines are many."""
        return bool(self.sudo().search_count([], limit=1))

    @api.model
    def _get_distribution(self, vals):
        """The distribution for a line with these values (partner_id, product_id, company_id …); each plan is set once."""
        result, plans = {}, set()
        for model in self._get_applicable_models(vals):
            own = model.distribution_analytic_account_ids.root_plan_id
            if model.analytic_distribution and not plans & set(own.ids):
                result.update(model.analytic_distribution)
                plans.update(own.ids)
        return result

    @api.model
    def _get_default_search_domain_vals(self):
        return {"company_id": False, "partner_id": False, "partner_category_id": []}

    @api.model
    def _get_applicable_models(self, vals):
        """Models none of whose criteria contradicts the values, those with most criteria first."""
        vals = {**self._get_default_search_domain_vals(), **vals}
        models_ = self.search([("company_id", "in", [False, vals["company_id"] or self.env.company.id])])
        scored = [(model._score(vals), -model.sequence, -model.id, model) for model in models_]
        return [model for score, _sequence, _id, model in sorted(
            (entry for entry in scored if entry[0] > 0), key=lambda entry: entry[:3], reverse=True)]

    def _criteria(self):
        """Fields that a line is compared by."""
        return ["partner_id", "partner_category_id"]

    def _score(self, vals):
        """Number of criteria met; 0 when one is not, or there is none."""
        self.ensure_one()
        score = 0
        for name in self._criteria():
            wanted = self[name]
            if not wanted:
                continue
            if not self._meets(name, wanted, vals.get(name)):
                return 0
            score += 1
        return score

    def _meets(self, name, wanted, value):
        if self._fields[name].type == "many2one":
            return wanted.id in (value if isinstance(value, (list, tuple)) else [value])
        return wanted == value

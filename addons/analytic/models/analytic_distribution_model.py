from core import api, fields, models, tools


class AccountAnalyticDistributionModel(models.Model):
    """Which distribution lines get by themselves: the model that agrees with a line in most of its criteria."""

    _name = "account.analytic.distribution.model"
    _inherit = ["analytic.mixin"]
    _description = "Analytic Distribution Model"
    _rec_name = "create_date"
    _order = "sequence, id desc"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of
    _clears_caches = ("default",)

    sequence = fields.Integer(default=10)
    partner_id = fields.Many2one("res.partner", "Partner", ondelete="cascade", check_company=True)
    partner_category_id = fields.Many2one("res.partner.category", "Partner Category", ondelete="cascade")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company, ondelete="cascade")

    @api.model
    @tools.ormcache()
    def _exist(self):
        return bool(self.sudo().search_count([], limit=1))

    @api.model
    def _get_distribution(self, vals):
        """The distribution for a line described by `vals` (`partner_id`, `partner_category_id`, `company_id` …), `{}` for none."""
        if not self._exist():
            return {}
        best = max(((model._score(vals), model) for model in self._get_applicable_models(vals)),
                   key=lambda pair: pair[0], default=(None, None))
        return best[1].analytic_distribution or {} if best[1] else {}

    def _get_applicable_models(self, vals):
        models_found = self.sudo().search([("company_id", "in", [vals.get("company_id"), False])])
        return models_found.filtered(lambda model: model._score(vals) is not None)

    def _get_fields_to_check(self):
        """Names of the criteria; addons add theirs."""
        return {"partner_id", "partner_category_id"}

    def _score(self, vals):
        """How many criteria agree, None when one does not."""
        self.ensure_one()
        score = 0
        for name in self._get_fields_to_check():
            wanted = self[name]
            if not wanted:
                continue
            if not self._agrees(name, wanted, vals.get(name)):
                return None
            score += 1
        return score

    def _agrees(self, name, wanted, given):
        if name == "partner_category_id":
            return wanted.id in (given or [])
        return wanted.id == given if isinstance(wanted, models.BaseModel) else wanted == given

from . import analytic_plan, analytic_account, analytic_line, analytic_mixin, analytic_distribution_model

from . import analytic_plan
from . import analytic_account
from . import analytic_line
from . import analytic_mixin
from . import analytic_distribution_model

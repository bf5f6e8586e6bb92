from . import test_cost_of_sales
from . import test_changes
from . import test_delivery
from . import test_no_policy
from . import test_schedules
from . import test_portal

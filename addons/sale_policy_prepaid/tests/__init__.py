from . import test_prepaid
from . import test_prepaid_schedules

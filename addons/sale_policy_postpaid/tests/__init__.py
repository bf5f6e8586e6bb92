from . import test_postpaid
from . import test_postpaid_schedules

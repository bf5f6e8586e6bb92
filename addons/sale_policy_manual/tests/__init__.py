from . import test_manual
from . import test_manual_schedules

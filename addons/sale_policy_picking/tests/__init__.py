from . import test_picking
from . import test_picking_schedules

from . import test_picking

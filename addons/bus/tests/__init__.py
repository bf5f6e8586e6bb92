from . import test_bus

from . import test_address

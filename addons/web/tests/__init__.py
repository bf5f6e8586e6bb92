from . import test_addresses

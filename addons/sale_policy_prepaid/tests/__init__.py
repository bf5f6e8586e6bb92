from . import test_prepaid

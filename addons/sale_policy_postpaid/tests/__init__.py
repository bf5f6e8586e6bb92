from . import test_postpaid

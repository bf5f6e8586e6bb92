from . import test_uom, test_conversion

from . import test_stock_form

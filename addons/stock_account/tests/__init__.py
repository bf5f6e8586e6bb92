from . import test_stock_valuation
from . import test_valuation

from . import stock_valuation_layer_revaluation

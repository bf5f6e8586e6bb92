from . import (
    account_chart_template,
    account_move,
    product_category,
    product_product,
    product_template,
    stock_location,
    stock_move,
    stock_move_entries,
    stock_picking,
    stock_quant,
    stock_valuation_layer,
)

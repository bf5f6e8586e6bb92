from . import delivery_carrier, sale_order, stock_move, stock_picking

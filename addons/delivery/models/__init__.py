from . import delivery_carrier, delivery_price_rule, delivery_zip_prefix, res_partner, sale_order, sale_order_line

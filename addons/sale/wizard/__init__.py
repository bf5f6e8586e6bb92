from . import mass_cancel_orders
from . import sale_make_invoice_advance
from . import sale_order_cancel

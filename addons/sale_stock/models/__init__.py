from . import res_company
from . import res_users
from . import stock
from . import sale_order
from . import sale_order_line
from . import sale_order_line_availability
from . import sale_order_rules
from . import account_move

from . import res_company
from . import res_config_settings
from . import sale_order_template
from . import sale_order_template_line
from . import sale_order_template_option
from . import sale_order_option
from . import sale_order
from . import sale_order_line

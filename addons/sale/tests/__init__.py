from . import test_invoicing
from . import test_lifecycle
from . import test_mass_cancel
from . import test_prices
from . import test_sale_report
from . import test_document
from . import test_portal
from . import test_explanation

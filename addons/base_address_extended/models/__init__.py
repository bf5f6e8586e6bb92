from . import res_city
from . import res_country
from . import res_partner

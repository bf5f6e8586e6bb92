from . import bus
from . import bus_listener_mixin
from . import res_partner
from . import res_users

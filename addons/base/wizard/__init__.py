from . import base_language_install
from . import change_password
from . import base_module_uninstall

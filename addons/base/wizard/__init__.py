from . import base_language_install
from . import change_password

from . import template_vn

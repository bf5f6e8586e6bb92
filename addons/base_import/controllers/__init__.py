from . import import_page

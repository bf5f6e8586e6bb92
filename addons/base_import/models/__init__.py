from . import base_import, base_import_mapping, base_import_history, ir_http

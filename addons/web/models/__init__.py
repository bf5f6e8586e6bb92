from . import explanation_mixin, ir_actions, ir_filters, ir_http, ir_ui_view, web_list_preference

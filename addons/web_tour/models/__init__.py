from . import web_tour, res_users, ir_http

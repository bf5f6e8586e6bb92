from . import ir_qweb, mail_thread, portal_mixin, res_users

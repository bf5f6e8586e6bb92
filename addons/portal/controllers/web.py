"""Where people land after signing in."""
from core.http import request

from odoo.addons.web.controllers.session import SessionController


class PortalSessionController(SessionController):

    def _signed_in(self, redirect):
        if redirect in ("", "/", "/app") and not request.env.user._is_internal():
            redirect = "/my"
        return super()._signed_in(redirect)

"""The back office is for employees: a customer who opens it is led to the portal."""
from core.http import request, route

from odoo.addons.web.controllers.app import AppController


class PortalAppController(AppController):

    @route()
    def home(self):
        return self._portal() or super().home()

    @route()
    def show(self, path, **kw):
        return self._portal() or super().show(path, **kw)

    @route()
    def act(self, path, **kw):
        return self._portal() or super().act(path, **kw)

    @route()
    def run(self, action_id, **kw):
        return self._portal() or super().run(action_id, **kw)

    def _portal(self):
        """The way to the portal for those who are no employees, else None."""
        return None if request.env.user._is_internal() else request.redirect("/my")

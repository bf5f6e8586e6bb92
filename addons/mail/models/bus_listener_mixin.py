"""Notifications to open pages: the interface addons call.

Pages ask for what is new; nothing is pushed to them. A notification is therefore only logged.
"""
import logging

from core import models

_logger = logging.getLogger(__name__)


class BusListenerMixin(models.AbstractModel):
    _name = "bus.listener.mixin"
    _description = "Can send messages via bus.bus"

    def _bus_send(self, notification_type, message, /, *, subchannel=None):
        """Tell the pages of these records' users that something happened."""
        _logger.debug("%s: %s %s", self, notification_type, message)

    def _bus_channel(self):
        return self


class ResPartner(models.Model):
    _name = "res.partner"
    _inherit = ["res.partner", "bus.listener.mixin"]


class ResUsers(models.Model):
    _name = "res.users"
    _inherit = ["res.users", "bus.listener.mixin"]

    def _bus_channel(self):
        return self.partner_id

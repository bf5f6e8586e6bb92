from core import models


class BusListenerMixin(models.AbstractModel):
    _name = "bus.listener.mixin"
    _description = "Can send messages via bus.bus"

    def _bus_send(self, notification_type, message, /, *, subchannel=None):
        """Tell the pages of these records' users that something happened."""
        for record in self:
            channel = record._bus_channel()
            for target in channel:
                self.env["bus.bus"]._sendone((target, subchannel) if subchannel else target, notification_type, message)

    def _bus_channel(self):
        return self

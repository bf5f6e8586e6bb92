"""Notifications kept for the pages that ask for them."""
import datetime
import json

from core import api, fields, models
from core.tools import json_default

#: Notifications are kept so long, in seconds: a page that was away longer reads its records again anyway.
TIMEOUT = 50


def json_dump(value):
    return json.dumps(value, separators=(",", ":"), default=json_default)


def channel_with_db(dbname, channel):
    """The channel of a text, of a record, or of (record, part), told apart from those of other databases."""
    if isinstance(channel, models.Model):
        return (dbname, channel._name, channel.id)
    if isinstance(channel, tuple) and len(channel) == 2 and isinstance(channel[0], models.Model):
        return (dbname, channel[0]._name, channel[0].id, channel[1])
    if isinstance(channel, str):
        return (dbname, channel)
    return channel


class ImBus(models.Model):
    _name = "bus.bus"
    _description = "Communication Bus"

    channel = fields.Char()
    message = fields.Char()

    @api.model
    def _sendmany(self, notifications):
        for target, notification_type, message in notifications:
            self._sendone(target, notification_type, message)

    @api.model
    def _sendone(self, target, notification_type, message):
        """Tell the pages that listen to `target` (a record, a text, or a record and a part) something; `message` is JSON data."""
        self.sudo().create({
            "channel": json_dump(channel_with_db(self.env.cr.dbname, target)),
            "message": json_dump({"type": notification_type, "payload": message}),
        })

    @api.model
    def _poll(self, channels, last=0, ignore_ids=None):
        """`[{'id', 'message'}]` of what was told on the channels since the notification `last`."""
        since = fields.Datetime.now() - datetime.timedelta(seconds=TIMEOUT)
        domain = [("create_date", ">", since)] if last == 0 else [("id", ">", last)]
        if ignore_ids:
            domain.append(("id", "not in", ignore_ids))
        domain.append(("channel", "in", [json_dump(channel_with_db(self.env.cr.dbname, channel)) for channel in channels]))
        return [{"id": row["id"], "message": json.loads(row["message"])} for row in self.sudo().search_read(domain, ["message"], order="id")]

    @api.model
    def _bus_last_id(self):
        return self.search([], order="id desc", limit=1).id or 0

    @api.autovacuum
    def _gc_messages(self):
        limit = fields.Datetime.now() - datetime.timedelta(seconds=TIMEOUT * 2)
        return self.sudo().search([("create_date", "<", limit)]).unlink()

"""Messages and tracked changes below a form."""
from markupsafe import Markup

from .page import render_template

_SHOWN = 30


def render_chatter(record):
    """The record's messages, newest first, and a note to write; nothing for models without messages."""
    if not record or "message_ids" not in record._fields:
        return Markup("")
    # Whoever may read the document may read its messages; only outsiders' share of them is judged one by one.
    reader = record.sudo() if record.env.user._is_internal() else record
    messages = reader.message_ids[:_SHOWN]
    formats = _formats(record.env)
    return render_template("chatter.html", messages=[_message(message, formats) for message in messages])


def _formats(env):
    from core.views import formats_for

    return formats_for(env)


def _message(message, formats):
    author = message.sudo().author_id
    tz = message.env.context.get("tz") or message.env.user.tz
    return {
        "author": author.display_name or message.email_from or "", "date": formats.datetime(message.date, tz) if message.date else "",
        "body": Markup(message.body or ""), "changes": _changes(message),
        "subtype": message.sudo().subtype_id.name if "subtype_id" in message._fields else "",
    }


def _changes(message):
    if "tracking_value_ids" not in message._fields:
        return []
    values = message.sudo().tracking_value_ids
    if hasattr(values, "_tracking_value_format"):
        return [
            {"field": change["changedField"], "old": _text(change["oldValue"]), "new": _text(change["newValue"])}
            for change in values._tracking_value_format()
        ]
    return []


def _text(value):
    if isinstance(value, dict):
        value = value.get("value")
    return "" if value is False or value is None else str(value)

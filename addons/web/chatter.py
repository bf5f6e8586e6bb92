"""The history below a form: messages, tracked changes, files, what is planned, and who follows.

It is fetched by itself once its page is shown, and posts to `/web/chatter/<model>/<id>`, so that nothing typed into the
form above is touched by it. Without a script the page holds a link that shows it.
"""
from markupsafe import Markup, escape

from core import views
from core.exceptions import UserError
from core.http import request

from .page import render_template, translate as _

_SHOWN = 30
_MOST_SHOWN = 1000


def has_chatter(record):
    return bool(record) and "message_ids" in record._fields


def render_place(record, is_open):
    """Where the history goes; drawn at once when the address asks for it (`?history=1`)."""
    if not has_chatter(record):
        return Markup("")
    content = Chatter(record).drawn() if is_open else ""
    return render_template("chatter_place.html", content=content, model=record._name, id=record.id)


class Chatter:
    """The history of one record. Every `do_…` answers a message to show, or None."""

    actions = frozenset("note message attach detach done cancel follow unfollow invite".split())

    def __init__(self, record, shown=_SHOWN):
        record.check_access("read")
        self.record, self.env = record, record.env
        self.shown = min(max(shown, _SHOWN), _MOST_SHOWN)
        # Whoever may read the document may read its messages.
        self.reader = record.sudo()

    # -- drawing ---------------------------------------------------------------------------------------------

    def drawn(self, error=None, text=""):
        formats = views.formats_for(self.env)
        messages = self.reader.message_ids[:self.shown + 1]
        return render_template(
            "chatter.html", messages=[self._message(message, formats) for message in messages[:self.shown]],
            more=self.shown + _SHOWN if len(messages) > self.shown else 0, activities=self._activities(formats),
            files=self._files(), followers=self._followers(), is_following=self.reader.message_is_follower,
            model=self.record._name, id=self.record.id, error=error, text=text, plans="activity_ids" in self.record._fields)

    def _message(self, message, formats):
        known = message.sudo()
        tz = self.env.context.get("tz") or self.env.user.tz
        changes = known.tracking_value_ids._filter_tracked_field_access(self.env)
        author = known.author_id.display_name or known.email_from or ""
        return {
            "author": author, "initial": author[:1].upper(), "date": formats.datetime(known.date, tz) if known.date else "",
            "moment": known.date.isoformat(timespec="minutes") + "Z" if known.date else "",
            "body": Markup(known.body or ""), "is_note": known.is_internal, "is_talk": known.message_type in ("comment", "email"),
            "subtype": known.subtype_id.name or "",
            "changes": [{"field": change._format_one()["changedField"], "old": change._display_text(new=False),
                         "new": change._display_text()} for change in changes],
            "files": [{"id": file.id, "name": file.name} for file in known.attachment_ids],
        }

    def _activities(self, formats):
        if "activity_ids" not in self.record._fields:
            return []
        return [{
            "id": activity.id, "kind": activity.activity_type_id.name or "", "summary": activity.summary or "",
            "note": Markup(activity.note or ""), "who": activity.user_id.name, "state": activity.state,
            "day": formats.date(activity.date_deadline), "may_write": activity.sudo(False).can_write,
        } for activity in self.reader.activity_ids.sudo()]

    def _files(self):
        """Files of the record itself and of its messages, newest first."""
        found = self.env["ir.attachment"].search([
            ("res_model", "=", self.record._name), ("res_id", "=", self.record.id), ("res_field", "=", False)], order="id desc")
        return [{"id": file.id, "name": file.name, "size": _size(file.file_size), "may_delete": file.has_access("unlink")}
                for file in found]

    def _followers(self):
        return [{"id": follower.partner_id.id, "name": follower.partner_id.display_name}
                for follower in self.reader.sudo().message_follower_ids]

    # -- doing -----------------------------------------------------------------------------------------------

    def do_note(self, argument, form, files):
        self._post(form, files, "mail.mt_note")

    def do_message(self, argument, form, files):
        self._post(form, files, "mail.mt_comment")

    def _post(self, form, files, subtype):
        text = (form.get("text") or "").strip()
        uploads = [upload for upload in files if upload.filename]
        if not text and not uploads:
            raise UserError(_("Write something first."))
        body = Markup("<br/>").join(escape(line) for line in text.split("\n"))
        self.record.message_post(
            body=body, message_type="comment", subtype_xmlid=subtype, attachments=[(upload.filename, upload.read()) for upload in uploads])

    def do_attach(self, argument, form, files):
        uploads = [upload for upload in files if upload.filename]
        if not uploads:
            raise UserError(_("Choose a file first."))
        self.env["ir.attachment"].create([
            {"name": upload.filename, "raw": upload.read(), "res_model": self.record._name, "res_id": self.record.id} for upload in uploads])

    def do_detach(self, argument, form, files):
        self.env["ir.attachment"].search([
            ("id", "=", _number(argument)), ("res_model", "=", self.record._name), ("res_id", "=", self.record.id)]).unlink()

    def do_done(self, argument, form, files):
        self._activity(argument).action_feedback(feedback=(form.get("text") or "").strip() or False)

    def do_cancel(self, argument, form, files):
        self._activity(argument).action_cancel()

    def _activity(self, argument):
        activity = self.record.activity_ids.filtered(lambda each: each.id == _number(argument))
        if not activity:
            raise UserError(_("This activity is not open any more."))
        return activity

    def do_follow(self, argument, form, files):
        self.record.message_subscribe(partner_ids=self.env.user.partner_id.ids)

    def do_unfollow(self, argument, form, files):
        self.record.message_unsubscribe(partner_ids=[_number(argument) or self.env.user.partner_id.id])

    def do_invite(self, argument, form, files):
        text = (form.get("who") or "").strip()
        try:
            partner_id, _name = views.look_up(self.env["res.partner"], text)
        except views.FormatError as error:
            raise UserError(_("No contact, or more than one, is called “%s”.", text),
                            hint=_("Write the whole name, an e-mail address or a telephone number.")) from error
        self.record.message_subscribe(partner_ids=[partner_id])


def run(record, form, files):
    """Do what the history's form asks for; the history as it is then."""
    chatter = Chatter(record, _number(request.httprequest.args.get("shown")))
    kind, _colon, argument = (form.get("__chatter") or "").partition(":")
    if kind not in Chatter.actions:
        raise UserError(_("The page asked for something this form cannot do."), hint=_("Reload the page."))
    try:
        with record.env.cr.savepoint():
            getattr(chatter, f"do_{kind}")(argument, form, files)
    except UserError as error:
        return chatter.drawn(error={"text": str(error.args[0]), "hint": getattr(error, "hint", None) or ""}, text=form.get("text") or "")
    return chatter.drawn()


def _number(text):
    return int(text) if text and text.isdigit() else 0


def _size(size):
    for unit in ("B", "KB", "MB"):
        if (size or 0) < 1024 or unit == "MB":
            return f"{size or 0:.0f} {unit}"
        size = size / 1024

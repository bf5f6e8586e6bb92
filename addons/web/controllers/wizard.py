"""Dialogs: the POSTs of wizards."""
import json

from core.exceptions import UserError
from core.http import Controller, request, route

from ..form_page import WizardPage
from ..page import translate as _


class WizardController(Controller):

    @route("/web/wizard", auth="user", methods=["POST"])
    def act(self, **kw):
        form = request.httprequest.form
        return WizardPage(
            request.env, form.get("__model") or "", view_id=_number(form.get("__view")), record_id=_number(form.get("__id")),
            context=_context(form.get("__context")), title=form.get("__title") or "", back=_local(form.get("__back")),
            pick=form.get("__pick") or "",
        ).act(form)


def _number(text):
    return int(text) if text and text.isdigit() else None


def _context(text):
    try:
        context = json.loads(text or "{}")
    except ValueError:
        context = None
    if not isinstance(context, dict):
        raise UserError(_("This dialog cannot be read. Close it and start again."))
    # Language, companies and time zone are the session's, whatever the page says.
    return {key: value for key, value in context.items()
            if key not in ("lang", "tz", "uid", "allowed_company_ids") and not key.startswith("_")}


def _local(url):
    return url if url and url.startswith("/") and not url.startswith("//") else "/app"

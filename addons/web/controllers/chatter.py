"""The history of a record: shown and written to apart from the form above it."""
from core.exceptions import MissingError
from core.http import Controller, Response, request, route

from .. import chatter
from ..form_page import WizardPage
from ..page import record_address, translate as _


class ChatterController(Controller):

    @route("/web/chatter/<string:model>/<int:id>", auth="user", methods=["GET"], readonly=True)
    def show(self, model, id, shown="", **kw):
        record = self._record(model, id)
        return Response(chatter.Chatter(record, int(shown) if shown.isdigit() else 0).drawn())

    @route("/web/chatter/<string:model>/<int:id>", auth="user", methods=["POST"])
    def act(self, model, id, **kw):
        record = self._record(model, id)
        http = request.httprequest
        drawn = chatter.run(record, http.form, http.files.getlist("files"))
        if request.is_htmx:
            return Response(drawn)
        return request.redirect(f"{record_address(request.env, model, id)}?history=1")

    @route(["/web/chatter/<string:model>/<int:id>/plan", "/web/chatter/<string:model>/<int:id>/plan/<int:activity_id>"],
           auth="user", methods=["GET"])
    def plan(self, model, id, activity_id=None, **kw):
        """The dialog that plans an activity on the record."""
        record = self._record(model, id)
        context = {"default_res_model": model, "default_res_id": id, "default_res_model_id": request.env["ir.model"]._get_id(model)}
        return WizardPage(request.env, "mail.activity", record_id=activity_id, context=context, pick="chatter",
                          title=_("Plan an activity: %s", record.display_name), back=record_address(request.env, model, id)).show()

    def _record(self, model, record_id):
        env = request.env
        # Customers see their documents and messages on pages of their own.
        if not env.user._is_internal() or model not in env.registry or "message_ids" not in env[model]._fields:
            raise request.not_found()
        record = env[model].browse(record_id)
        if not record.exists():
            raise MissingError(_("This record does not exist any more."))
        record.check_access("read")
        return record

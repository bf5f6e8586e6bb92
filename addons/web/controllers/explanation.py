"""Why is it this value? The explanation of a record's field, in a dialog."""
from core.http import Controller, request, route

from ..page import as_dialog, render_template


class ExplanationController(Controller):

    @route("/web/explain/<string:model>/<int:record_id>/<string:what>", auth="user", methods=["GET"], readonly=True)
    def explain(self, model, record_id, what, **kw):
        env = request.env
        if model not in env.registry or not hasattr(env.registry[model], "_explained"):
            raise request.not_found()
        record = env[model].browse(record_id).exists()
        if not record:
            raise request.not_found()
        explanation = record.explain(what)
        main = render_template("explanation.html", explanation=explanation, open=not request.is_htmx)
        return as_dialog(env, main, title=explanation["title"])

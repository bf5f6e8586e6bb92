"""What is at hand on every page: the command palette, the list of shortcuts, the deletion dialog, the workflow drawing."""
from core.exceptions import UserError
from core.http import Controller, request, route

from .. import palette, workflow_page
from ..page import as_dialog, flash, render_template, translate as _
from ..shortcuts import shortcuts

_LONGEST_SEARCH = 200


class ToolsController(Controller):

    @route("/web/palette", auth="user", methods=["GET"], readonly=True)
    def palette(self, q="", prefer="", **kw):
        """What fits the typed text, as JSON; `prefer` names the models used most, separated by commas."""
        groups = palette.suggestions(request.env, q[:_LONGEST_SEARCH], prefer.split(",") if prefer else ())
        return request.make_json_response({"groups": groups})

    @route("/web/shortcuts", auth="user", methods=["GET"], readonly=True)
    def shortcuts(self, **kw):
        main = render_template("shortcuts.html", sections=shortcuts(), open=not request.is_htmx)
        return as_dialog(request.env, main, title=_("Keyboard shortcuts"))

    @route("/web/delete", auth="user", methods=["POST"])
    def delete(self, model="", ids="", back="/app", do="", **kw):
        """The answer to the deletion dialog."""
        if model not in request.env.registry or do not in ("delete", "archive"):
            raise UserError(_("This dialog cannot be read. Close it and start again."))
        records = request.env[model].browse([int(each) for each in ids.split(",") if each.isdigit()]).exists()
        if do == "archive":
            records.action_archive()
            flash(_("Archived: %s", _named(records)), "success")
        else:
            name = _named(records)
            records.unlink()
            flash(_("Deleted: %s", name), "success")
        return request.redirect(back)

    @route("/web/workflow", auth="user", methods=["GET"], readonly=True)
    def workflows(self, **kw):
        """Every declared workflow, drawn."""
        return workflow_page.overview(request.env)

    @route("/web/workflow/<string:model>/<int:record_id>", auth="user", methods=["GET"], readonly=True)
    def workflow(self, model, record_id, **kw):
        """The way of one document: drawing, history, what can happen next."""
        return workflow_page.of_record(request.env, model, record_id)


def _named(records):
    names = [record.display_name for record in records[:3]]
    return ", ".join(names) + (f" … ({len(records)})" if len(records) > 3 else "")

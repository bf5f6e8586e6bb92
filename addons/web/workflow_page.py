"""The workflow drawing: the way of one document with its history on it, and the declared workflows themselves."""
from markupsafe import Markup

from core import workflow
from core.exceptions import AccessError, MissingError
from core.http import request
from core.tools import format_datetime

from .page import WebPage, as_dialog, record_address, render_template, translate as _


def of_record(env, model, record_id):
    """The dialog for one document: drawing, what can happen next, history."""
    record = env[model].browse(record_id) if model in env.registry else None
    if record is None or not hasattr(record, "workflow"):
        raise request.not_found()
    if not record.exists():
        raise MissingError(_("This record does not exist any more."), hint=_("Somebody may have deleted it. Go back to the list."))
    record.check_access("read")
    path = record.workflow.path()
    entries = [{"entry": each, "date": format_datetime(env, each.date), "created": [(name, record_address(env, *document))
               for *document, name in each.created]} for each in reversed(path.entries)]
    main = render_template("workflow.html", title=path.drawing.title, svg=Markup(workflow.svg(path.drawing)), offers=path.offers,
                           entries=entries, drawing=path.drawing, here=record_address(env, model, record_id), open=not request.is_htmx)
    return as_dialog(env, main, title=path.drawing.title)


def overview(env):
    """Every workflow of the database, for administrators."""
    if not env.user.has_group("base.group_system"):
        raise AccessError(_("Only administrators see the workflows."))
    shown = [{"id": definition.xml_id, "model": env["ir.model"]._get(definition.model).name, "svg": Markup(workflow.svg(drawing)), "drawing": drawing}
             for definition, drawing in workflow.drawings(env)]
    page = WebPage(env, title=_("Workflows"))
    return page.respond(render_template("workflows.html", workflows=shown))

"""Exporting records: the fields to choose from, saved choices, and the file."""
import re
from urllib.parse import parse_qsl, unquote, urlsplit

from werkzeug.datastructures import MultiDict

from core.exceptions import UserError
from core.http import Controller, Response, content_disposition, request, route

from .. import export_page
from ..page import parse_path, render_template, translate as _
from ..records_page import address_context
from .app import RECORDS, chosen_kind


class ExportController(Controller):

    @route("/web/export/fields", auth="user", methods=["GET"], readonly=True)
    def fields(self, model="", prefix="", compatible="", **kw):
        """The fields below a path, as a list to choose from."""
        owner = export_page.model_at(request.env, self._model(model), prefix)
        return Response(render_template("export_fields.html", entries=export_page.entries(request.env, owner, prefix, compatible == "1")))

    @route("/web/export/saved/<int:export_id>", auth="user", methods=["GET"], readonly=True)
    def saved(self, export_id, **kw):
        """The fields of a saved choice, as JSON; those the user may not read any more are left out."""
        export = request.env["ir.exports"].browse(export_id).exists()
        if not export:
            raise request.not_found()
        model = self._model(export.resource)
        names = [line.name for line in export.export_fields if line.name]
        return request.make_json_response({"fields": [[name, export_page.label_of(model, name.split("/"))] for name in names if self._readable(model, name)]})

    @staticmethod
    def _readable(model, name):
        try:
            export_page.parse_columns(model, [name])
        except UserError:
            return False
        return True

    @route("/web/export/save", auth="user", methods=["POST"])
    def save(self, model="", name="", **kw):
        """Save the chosen fields under a name; one of the same name is replaced."""
        owner, name = self._model(model), name.strip()[:100]
        if not name:
            raise UserError(_("Give the choice of fields a name."))
        names = request.httprequest.form.getlist("field")
        export_page.parse_columns(owner, names)
        exports = request.env["ir.exports"]
        exports.search([("resource", "=", model), ("name", "=", name)]).unlink()
        saved = exports.create({"name": name, "resource": model, "export_fields": [(0, 0, {"name": each}) for each in names]})
        return request.make_json_response({"id": saved.id, "name": name})

    @route("/web/export/forget", auth="user", methods=["POST"])
    def forget(self, saved="", **kw):
        request.env["ir.exports"].browse(int(saved) if saved.isdigit() and len(saved) < 10 else None).exists().unlink()
        return request.make_json_response({"done": True})

    @route("/web/export/file", auth="user", methods=["POST"])
    def file(self, model="", ids="", address="", kind="xlsx", compatible="", **kw):
        """The file: of the records named, or of all that an address shows."""
        if kind not in export_page.MIMETYPES:
            raise UserError(_("Files of this kind cannot be written."))
        owner = self._model(model)
        if address:
            owner, found = self._shown(address, model)
        else:
            found = [int(each) for each in ids.split(",") if each.isdigit() and len(each) < 10]
            found = owner.browse(dict.fromkeys(found)).exists().ids
        if not found:
            raise UserError(_("There is nothing to export."))
        file = export_page.export_file(owner, found, request.httprequest.form.getlist("field"), kind, compatible=compatible == "1")
        name = re.sub(r"[^\w .-]+", " ", owner._description or owner._name).strip()
        return Response(file, direct_passthrough=True, headers=[
            ("Content-Type", export_page.MIMETYPES[kind]), ("Content-Disposition", content_disposition(f"{name}.{kind}")),
            ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")])

    @staticmethod
    def _shown(address, model):
        """All records that match the search of a page, in its order."""
        parts = urlsplit(address)
        if not parts.path.startswith("/app/"):
            raise UserError(_("The page to export cannot be found. Open the list again."))
        crumbs = parse_path(request.env, unquote(parts.path[5:]))
        args = MultiDict(parse_qsl(parts.query))
        page = RECORDS[chosen_kind(crumbs[-1].action, args)](request.env, crumbs, address_context(args), args)
        if page.action.model != model:
            raise UserError(_("The page to export cannot be found. Open the list again."))
        records = page.ask(lambda: page.model.search(page.domain(), order=page.order(), limit=export_page.MOST_RECORDS + 1))
        return page.model, records.ids

    @staticmethod
    def _model(name):
        if name not in request.env.registry or request.env.registry[name]._abstract:
            raise UserError(_("The model %s does not exist.", name))
        model = request.env[name]
        export_page.check_allowed(request.env, model)
        return model

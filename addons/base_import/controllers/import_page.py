"""The pages of an import: upload, map and preview, test, import."""
from core.exceptions import MissingError, UserError
from core.data.table_import import refusal
from core.http import Controller, request, route

from odoo.addons.web.page import WebPage, flash

from core import _

from ..matching import resolve
from ..models.base_import import MOST_BYTES, MOST_PROBLEMS, fold

_ENCODINGS = ("utf-8", "utf-16", "cp1258", "cp1252", "latin-1")
_SEPARATORS = ((",", ","), (";", ";"), ("\t", "⇥"), ("|", "|"))
_DATES = (("%d/%m/%Y", "31/12/2026"), ("%m/%d/%Y", "12/31/2026"), ("%Y-%m-%d", "2026-12-31"), ("%d-%m-%Y", "31-12-2026"),
          ("%d.%m.%Y", "31.12.2026"))
_FIXED_ROWS = 1


class ImportController(Controller):

    @route("/import", auth="user", methods=["GET"], readonly=True)
    def choose(self, model="", back="", **kw):
        """Choose a file for records of `model`."""
        env = request.env
        env["base_import.import"]._check_model(model)
        return self._show_upload(model, back)

    def _show_upload(self, model, back, messages=(), status=200):
        env = request.env
        earlier = env["base_import.history"].search([("res_model", "=", model)], limit=5)
        title = _("Import: %s", env["ir.model"]._get(model).sudo().name)
        main = env["ir.qweb"]._render("base_import.upload", {
            "model": model, "back": _local(back), "title": title, "earlier": earlier, "csrf_token": request.csrf_token(),
            "most": MOST_BYTES // 2**20})
        return WebPage(env, (), title).respond(main, messages=messages, status=status)

    @route("/import", auth="user", methods=["POST"])
    def upload(self, model="", back="", **kw):
        """Take the file and propose what its columns mean."""
        file = request.httprequest.files.get("file")
        try:
            request.env["base_import.import"]._check_model(model)
            if file is None or not file.filename:
                raise UserError(_("Choose a file first."))
            wizard = request.env["base_import.import"]._start(model, file.filename, file.read(), _local(back))
        except UserError as error:
            request.env.cr.rollback()
            if model not in request.env or not request.env[model].has_access("create"):
                raise
            return self._show_upload(model, back, [_message(error)], 200 if request.is_htmx else 422)
        return request.redirect(f"/import/{wizard.id}")

    @route("/import/<int:import_id>", auth="user", methods=["GET"], readonly=True)
    def show(self, import_id, **kw):
        wizard = self._wizard(import_id)
        return self._draw(wizard, wizard._options())

    @route("/import/<int:import_id>", auth="user", methods=["POST"])
    def act(self, import_id, **kw):
        """Draw with other choices, try, or import."""
        wizard = self._wizard(import_id)
        form = request.httprequest.form
        action = form.get("__do") or "update"
        wrong = []
        options = self._chosen(wizard, form, wrong)
        if wrong:
            return self._draw(wizard, options, messages=wrong)
        wizard._set_options(options)
        if action in ("test", "import"):
            return self._run(wizard, options, dryrun=action == "test")
        return self._draw(wizard, options)

    def _wizard(self, import_id):
        wizard = request.env["base_import.import"].browse(import_id).exists()
        if not wizard:
            raise MissingError(_("This import is too old. Choose the file again."))
        wizard.check_access("read")
        return wizard

    # -- what was chosen ---------------------------------------------------------------------------

    def _chosen(self, wizard, form, wrong):
        """The options as the form has them; a change of how the file is read proposes the columns anew."""
        before = wizard._options()
        options = {**before}
        for name in ("encoding", "separator", "sheet", "float_decimal_separator", "date_format", "key", "external_id", "overflow"):
            if name in form:
                options[name] = form[name]
        options["separator"] = {"tab": "\t"}.get(options["separator"], options["separator"])
        options["has_headers"] = "has_headers" in form
        options["float_thousand_separator"] = {",": ".", ".": ","}.get(options["float_decimal_separator"], "")
        if any(options[name] != before[name] for name in ("encoding", "separator", "sheet", "has_headers")):
            try:
                wizard._suggest_columns(options)
            except UserError as error:
                wrong.append(_message(error))
            return options
        targets = wizard._targets()
        options["columns"] = self._chosen_columns(before["columns"], form, targets, wrong)
        options["constants"] = self._chosen_constants(form, targets, wrong)
        return options

    def _chosen_columns(self, columns, form, targets, wrong):
        chosen = {}
        for number, (name, entry) in enumerate(columns.items()):
            text = form.get(f"field-{number}", "").strip()
            chosen[name] = {"path": self._path(text, targets, wrong), "prefix": form.get(f"prefix-{number}", ""),
                            "create": f"create-{number}" in form, "factor": form.get(f"factor-{number}", "").strip()}
            if f"field-{number}" not in form:
                chosen[name] = entry
        return chosen

    def _chosen_constants(self, form, targets, wrong):
        pairs = zip(form.getlist("fixed-field"), form.getlist("fixed-value"), strict=False)
        return [[self._path(field, targets, wrong), value] for field, value in pairs if field.strip()]

    def _path(self, text, targets, wrong):
        if not text:
            return ""
        target, near = resolve(text, targets, fold)
        if target is None:
            hint = _("Did you mean “%s”?", "”, “".join(near)) if near else _("Choose a field from the list.")
            wrong.append({"kind": "danger", "title": _("Not done"), "text": _("There is no field “%s”.", text), "hint": hint})
            return ""
        return target.path

    # -- answers -----------------------------------------------------------------------------------

    def _run(self, wizard, options, dryrun):
        run, problems, history = wizard._execute(options, dryrun)
        if problems:
            count = len(problems)
            text = _("%(count)s problems were found in %(file)s. Nothing was imported.", count=count, file=wizard.file_name)
            return self._draw(wizard, options, problems=problems, messages=[
                {"kind": "danger", "title": _("Not imported"), "text": text, "hint": _("They are listed below with row and column.")}])
        count = run.counts.get(wizard.res_model, 0)
        if dryrun:
            text = _("Everything is in order: %s records can be imported.", count)
            return self._draw(wizard, options, messages=[{"kind": "success", "title": "", "text": text, "hint": ""}], tested=True)
        wizard.unlink()
        flash(_("%s records were imported.", count), "success")
        return request.redirect(f"/app/imports/{history.id}")

    def _draw(self, wizard, options, *, messages=(), problems=(), tested=False):
        env = request.env
        title = _("Import: %s", env["ir.model"]._get(wizard.res_model).sudo().name)
        messages, problems = list(messages), list(problems)
        targets = wizard._targets()
        table, names, rows = None, [], []
        try:
            table = wizard._read_file(options)
            names, rows = wizard._preview(options, table)
        except UserError as error:
            if not problems and not messages:
                problems = refusal(error)
                messages.append({**_message(error), "text": str(error) if len(problems) == 1 else _("The file cannot be read this way.")})
        main = env["ir.qweb"]._render("base_import.page", {
            "wizard": wizard, "options": options, "title": title, "targets": targets, "columns": self._column_rows(options, table, targets),
            "names": names, "rows": rows, "row_count": len(table.rows) if table else 0, "problems": problems[:MOST_PROBLEMS],
            "more": max(0, len(problems) - MOST_PROBLEMS), "keys": self._keys(options, targets), "encodings": _ENCODINGS,
            "separators": _SEPARATORS, "dates": _DATES, "fixed": self._fixed_rows(options, targets), "tested": tested,
            "back": _local(wizard.back), "csrf_token": request.csrf_token(), "missing": self._missing(wizard, options, targets)})
        return WebPage(env, (), title).respond(main, messages=messages)

    def _column_rows(self, options, table, targets):
        labels = {target.path: target for target in targets}
        rows = []
        for number, (name, entry) in enumerate(options["columns"].items()):
            target = labels.get(entry["path"])
            samples = []
            for _number, row in table.rows if table else ():
                if row.get(name) not in ("", None) and len(samples) < 3:
                    samples.append(str(row[name])[:60])
                elif len(samples) == 3:
                    break
            refers = target is not None and target.type in ("many2one", "many2many")
            rows.append({"number": number, "name": name, "samples": samples, "label": target.label if target else "", "entry": entry,
                         "refers": refers, "prefixable": target is not None and target.type in ("id", "char", "text"),
                         "numeric": target is not None and target.type in ("integer", "float", "monetary")})
        return rows

    @staticmethod
    def _keys(options, targets):
        """The mapped fields by which existing records can be recognised."""
        paths = {entry["path"] for entry in options["columns"].values()}
        return [target for target in targets
                if target.path in paths and "/" not in target.path and target.type in ("char", "integer", "many2one")]

    @staticmethod
    def _fixed_rows(options, targets):
        labels = {target.path: target.label for target in targets}
        given = [(labels.get(path, path), value) for path, value in options.get("constants") or () if path]
        return given + [("", "")] * _FIXED_ROWS

    @staticmethod
    def _missing(wizard, options, targets):
        """Required fields without a default that nothing feeds: new records would be refused."""
        fed = {entry["path"].split("/")[0] for entry in options["columns"].values() if entry["path"]}
        fed |= {path for path, _value in options.get("constants") or ()}
        required = [target for target in targets if target.required and target.path not in fed]
        model = wizard.env[wizard.res_model]
        defaults = model.default_get([target.path for target in required])
        return [target.label for target in required
                if target.path not in defaults and not model._fields[target.path].compute and target.type != "boolean"]


def _message(error):
    return {"kind": "danger", "title": _("Not done"), "text": str(error), "hint": getattr(error, "hint", None) or ""}


def _local(url):
    return url if url and url.startswith("/") and not url.startswith("//") and "\\" not in url else "/app"

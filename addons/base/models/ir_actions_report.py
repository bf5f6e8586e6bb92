"""Report actions: which template makes the document of which model, and how it is kept."""
from markupsafe import Markup

from core import _, api, fields, models
from core.exceptions import AccessError, UserError
from core.tools import is_html_empty
from core.tools.safe_eval import safe_eval, time


class IrActionsReport(models.Model):
    _name = "ir.actions.report"
    _description = "Report Action"
    _inherit = "ir.actions.actions"
    _table = "ir_act_report_xml"
    _sequence = "ir_actions_id_seq"
    _order = "name, id"
    _auto = True
    _allow_sudo_commands = False

    type = fields.Char(default="ir.actions.report")
    binding_type = fields.Selection(default="report")
    model = fields.Char(required=True, string="Model Name")
    model_id = fields.Many2one("ir.model", string="Model", compute="_compute_model_id", search="_search_model_id")
    report_type = fields.Selection(
        [("qweb-html", "HTML"), ("qweb-pdf", "PDF"), ("qweb-text", "Text")], required=True, default="qweb-pdf")
    report_name = fields.Char(string="Template Name", required=True)
    report_file = fields.Char(string="Report File", help="The template, when it differs from the name")
    groups_id = fields.Many2many("res.groups", "res_groups_report_rel", "uid", "gid", string="Groups")
    multi = fields.Boolean(string="On Multiple Doc.")
    paperformat_id = fields.Many2one("report.paperformat", string="Paper Format")
    print_report_name = fields.Char("Printed Report Name", translate=True,
                                    help="File name, a Python expression over `object` and `time`")
    attachment_use = fields.Boolean(string="Reload from Attachment",
                                    help="The second print gives the document kept at the first one")
    attachment = fields.Char(string="Save as Attachment Prefix",
                             help="Name under which the document is kept, a Python expression; empty: not kept")
    domain = fields.Char(string="Filter domain")

    @api.depends("model")
    def _compute_model_id(self):
        for action in self:
            action.model_id = self.env["ir.model"]._get(action.model).id

    def _search_model_id(self, operator, value):
        models_found = self.env["ir.model"].search([("id", operator, value)] if not isinstance(value, str)
                                                   else [("model", operator, value)])
        return [("model", "in", models_found.mapped("model"))]

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {
            "report_name", "report_type", "target", "context", "data", "close_on_report_download", "domain",
        }

    def create_action(self):
        """Offer the report in the print menu of its model."""
        for report in self:
            report.write({"binding_model_id": self.env["ir.model"]._get(report.model).id, "binding_type": "report"})
        return True

    def unlink_action(self):
        self.check_access("write")
        self.filtered("binding_model_id").write({"binding_model_id": False})
        return True

    # -- finding ----------------------------------------------------------------------------------

    @api.model
    def associated_view(self):
        """Open the templates behind the report."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id("base.action_ui_view")
        if not self.report_name or len(self.report_name.split(".")) < 2:
            return False
        action["domain"] = [("name", "ilike", self.report_name.split(".")[1]), ("type", "=", "qweb")]
        return action

    def _get_report_from_name(self, report_name):
        """The report action whose template is `report_name`; empty when there is none."""
        return self.sudo().with_context(self.env["res.users"].context_get()).search(
            [("report_name", "=", report_name)], limit=1)

    @api.model
    def _get_report(self, report_ref):
        """The report named by an xml id, a template name, an id or a record."""
        if isinstance(report_ref, models.BaseModel):
            if report_ref._name != self._name:
                raise ValueError(f"Expected a report, got {report_ref!r}")
            return report_ref.sudo()
        if isinstance(report_ref, int):
            return self.sudo().browse(report_ref)
        report = self.sudo().search([("report_name", "=", report_ref)], limit=1)
        report = report or self.env.ref(report_ref, raise_if_not_found=False)
        if not report or report._name != self._name:
            raise UserError(_("There is no report “%s”.", report_ref))
        return report.sudo()

    def report_action(self, docids, data=None, config=True):
        """The action that prints `docids` (record, recordset or ids) with this report."""
        context = self.env.context
        if docids:
            if isinstance(docids, models.BaseModel):
                active_ids = docids.ids
            else:
                active_ids = [docids] if isinstance(docids, int) else list(docids)
            context = dict(context, active_ids=active_ids)
        return {
            "context": context, "data": data, "type": "ir.actions.report", "report_name": self.report_name,
            "report_type": self.report_type, "report_file": self.report_file, "name": self.name,
        }

    def get_paperformat(self):
        return self.paperformat_id or self.env.company.paperformat_id

    # -- rendering --------------------------------------------------------------------------------

    def _get_rendering_context_model(self, report):
        return self.env.get(f"report.{report.report_name}")

    def _get_rendering_context(self, report, docids, data):
        """The names the report's template sees: docs, doc_ids, doc_model and what its own model adds."""
        data = dict(data or {})
        own_model = self._get_rendering_context_model(report)
        if own_model is not None:
            data.update(own_model._get_report_values(docids, data=data))
        else:
            data.update({"doc_ids": docids, "doc_model": report.model, "docs": self.env[report.model].browse(docids)})
        data["is_html_empty"] = is_html_empty
        return data

    def _check_may_print(self, report):
        if report.groups_id and not self.env.su and not report.groups_id & self.env.user.groups_id:
            raise AccessError(_("You are in none of the groups that may print “%s”.", report.name))

    @api.model
    def _render_template(self, template, values=None):
        """HTML (bytes) of a template with the names every report has."""
        user = self.env.user
        values = dict(values or {})
        values.update({
            "time": time,
            "user": user,
            "res_company": self.env.company,
            "web_base_url": self.env["ir.config_parameter"].sudo().get_param("web.base.url", default=""),
            "context_timestamp": lambda moment: fields.Datetime.context_timestamp(self.with_context(tz=user.tz), moment),
        })
        html = self.env["ir.qweb"]._render(template, values)
        return html.encode() if isinstance(html, str) else html

    @api.model
    def _render_qweb_html(self, report_ref, docids, data=None):
        report = self._get_report(report_ref)
        self._check_may_print(report)
        docids = [docids] if isinstance(docids, int) else list(docids or [])
        data = {"report_type": "html", **(data or {})}
        values = self._get_rendering_context(report, docids, data)
        return self._render_template(report.report_name, values), "html"

    @api.model
    def _render_qweb_text(self, report_ref, docids, data=None):
        report = self._get_report(report_ref)
        self._check_may_print(report)
        values = self._get_rendering_context(report, list(docids or []), {"report_type": "text", **(data or {})})
        return self._render_template(report.report_name, values), "text"

    @api.model
    def _render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        """(bytes, 'pdf'); the documents kept as attachments are used and kept as the report says."""
        report = self._get_report(report_ref)
        res_ids = [res_ids] if isinstance(res_ids, int) else list(res_ids or [])
        if len(res_ids) == 1 and (kept := self._kept_document(report, res_ids[0])):
            return kept.raw, "pdf"
        html, _kind = self._render_qweb_html(report, res_ids, {**(data or {}), "report_type": "pdf"})
        content = self._run_pdf_engine(html, report.get_paperformat())
        if len(res_ids) == 1:
            self._keep_document(report, res_ids[0], content)
        return content, "pdf"

    @api.model
    def _pdf_if_possible(self, report_ref, res_ids):
        """The PDF (bytes), or None on a server that makes no PDF files: for files that go along with something else."""
        from core import reports
        try:
            return self._render_qweb_pdf(report_ref, res_ids)[0]
        except reports.PdfUnavailable:
            return None

    @api.model
    def _render_or_page(self, kind, report_ref, res_ids):
        """(bytes, kind) of the documents; where no PDF files are made, a page to print that says so."""
        from core import reports
        try:
            body, made = getattr(self, f"_render_qweb_{kind}")(report_ref, res_ids)
        except reports.PdfUnavailable as error:
            body, made = self._render_qweb_html(report_ref, res_ids)[0], "html"
            notice = Markup('<p class="o_notice" role="status">%s %s</p>') % (error.args[0], error.hint or "")
            body = body.replace(b"<main>", b"<main>" + notice.encode(), 1)
        if made == "html" and not body.lstrip().lower().startswith(b"<!doctype"):
            body = b"<!DOCTYPE html>\n" + body
        return body, made

    @api.model
    def _run_pdf_engine(self, html, paperformat):
        """Turn HTML (bytes) into PDF; the kernel's report room does it, see `core.reports`."""
        from core import reports
        return reports.html_to_pdf(self.env, html, paperformat)

    def _document_name(self, report, record):
        return safe_eval(report.attachment, {"object": record, "time": time}, mode="template") if report.attachment else ""

    def _document_file_name(self, record):
        """What the file of the printed record is called, without its extension."""
        self.ensure_one()
        name = safe_eval(self.print_report_name, {"object": record, "time": time}, mode="template") if self.print_report_name else self.name
        return str(name or self.name)

    def retrieve_attachment(self, record):
        """The document kept for `record`, if this report keeps documents."""
        name = self._document_name(self, record)
        if not name:
            return self.env["ir.attachment"]
        return self.env["ir.attachment"].search(
            [("name", "=", name), ("res_model", "=", self.model), ("res_id", "=", record.id)], limit=1)

    def _kept_document(self, report, res_id):
        if not report.attachment_use:
            return None
        return report.sudo(False).retrieve_attachment(self.env[report.model].browse(res_id))

    def _keep_document(self, report, res_id, content):
        name = self._document_name(report, self.env[report.model].browse(res_id))
        if name:
            self.env["ir.attachment"].create({
                "name": name, "raw": content, "res_model": report.model, "res_id": res_id,
                "mimetype": "application/pdf"})

    @api.model
    def _render(self, report_ref, res_ids, data=None):
        report = self._get_report(report_ref)
        method = getattr(self, "_render_" + report.report_type.replace("-", "_"), None)
        return method(report, res_ids, data=data) if method else None


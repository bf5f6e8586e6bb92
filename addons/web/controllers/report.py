"""Documents of records: `/report/<html|pdf|text>/<report name>/<ids>`."""
import json
from urllib.parse import urlsplit

from core.exceptions import UserError
from core.http import Controller, content_disposition, request, route

from ..page import translate as _

_TYPES = {"html": "text/html; charset=utf-8", "pdf": "application/pdf", "text": "text/plain; charset=utf-8"}
_MOST_DOCUMENTS = 500


class ReportController(Controller):

    @route(["/report/<string:kind>/<reportname>", "/report/<string:kind>/<reportname>/<docids>"], auth="user")
    def report(self, kind, reportname, docids="", **kw):
        if kind not in _TYPES:
            raise request.not_found()
        ids = [int(part) for part in docids.split(",") if part.isdigit()]
        if len(ids) > _MOST_DOCUMENTS:
            raise UserError(_("At most %s documents can be printed at once.", _MOST_DOCUMENTS))
        reports = request.env["ir.actions.report"]
        report = reports._get_report_from_name(reportname)
        if not report:
            raise request.not_found()
        request.env[report.sudo().model].browse(ids).check_access("read")
        body, made = reports._render_or_page(kind, reportname, ids)
        headers = [("Content-Type", _TYPES[made]), ("Content-Security-Policy", _POLICY)]
        if made == "pdf":
            headers.append(("Content-Disposition", content_disposition(_file_name(report, ids, made), "inline")))
        return request.make_response(body, headers)

    @route("/report/download", auth="user", methods=["GET", "POST"])
    def download(self, data="", **kw):
        """What programs call: `data` is the JSON of [address of the document, type]; the answer is a file."""
        try:
            address, _kind = json.loads(data)
            kind, reportname, docids = urlsplit(address).path.removeprefix("/report/").split("/")
        except (AttributeError, TypeError, ValueError) as error:
            raise UserError(_("The address of the document is expected as JSON, such as [\"/report/pdf/name/1\", \"qweb-pdf\"].")) from error
        response = self.report(kind, reportname, docids)
        report = request.env["ir.actions.report"]._get_report_from_name(reportname)
        ids = [int(part) for part in docids.split(",") if part.isdigit()]
        made = next(each for each, mimetype in _TYPES.items() if mimetype == response.headers["Content-Type"])
        response.headers["Content-Disposition"] = content_disposition(_file_name(report, ids, made))
        return response


def _file_name(report, ids, extension):
    """One document has a name of its own, several have that of the report."""
    report = report.sudo()
    record = request.env[report.model].browse(ids)
    name = report._document_file_name(record) if len(ids) == 1 else report.name
    return f"{name.replace('/', '_')}.{extension}"


#: Documents of addons style their cells inline; they run no script and load nothing from elsewhere.
_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'self'"

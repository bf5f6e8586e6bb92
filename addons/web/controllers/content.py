"""Files of records: attachments, pictures, and binary fields, behind the record's own access rights."""
import base64
import io

from core.exceptions import MissingError
from core.http import Controller, content_disposition, request, route

_SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "application/pdf", "text/plain")


class ContentController(Controller):

    @route(["/web/content", "/web/content/<string:xmlid>", "/web/content/<string:xmlid>/<string:filename>",
            "/web/content/<int:id>", "/web/content/<int:id>/<string:filename>",
            "/web/content/<string:model>/<int:id>/<string:field>", "/web/content/<string:model>/<int:id>/<string:field>/<string:filename>"],
           auth="public", readonly=True)
    def content(self, xmlid=None, id=None, model="ir.attachment", field="raw", filename=None, download=None, **kw):
        record = self._readable(model, id, xmlid)
        data, mimetype, name = self._file(record, field)
        if data is None:
            raise request.not_found()
        return self._respond(data, mimetype, filename or name, bool(download))

    @route(["/web/image", "/web/image/<string:xmlid>", "/web/image/<int:id>", "/web/image/<string:model>/<int:id>/<string:field>",
            "/web/image/<string:model>/<int:id>/<string:field>/<int:width>x<int:height>"], auth="public", readonly=True)
    def image(self, xmlid=None, id=None, model="ir.attachment", field="raw", width=0, height=0, **kw):
        record = self._readable(model, id, xmlid)
        data, mimetype, name = self._file(record, field)
        if not data or not (mimetype or "").startswith("image/"):
            raise request.not_found()
        return self._respond(data, mimetype, name, False)

    @route("/web/binary/upload_attachment", auth="user", methods=["POST"])
    def upload_attachment(self, model, id, **kw):
        """Attach the posted files (`ufile`) to a record; answers what was made of each."""
        record = self._readable(model, id)
        record.check_access("write")
        made = request.env["ir.attachment"].create([
            {"name": file.filename or "file", "raw": file.read(), "res_model": model, "res_id": record.id}
            for file in request.httprequest.files.getlist("ufile")])
        return request.make_json_response([
            {"filename": one.name, "mimetype": one.mimetype, "id": one.id, "size": one.file_size} for one in made])

    def _readable(self, model, record_id, xmlid=None):
        """The record named by an external id, or by model and id (a number, or digits from the query)."""
        if xmlid:
            record = request.env.ref(xmlid, raise_if_not_found=False)
            model, record_id = (record._name, record.id) if record else ("", 0)
        if model not in request.env.registry or not str(record_id or "").isdigit():
            raise request.not_found()
        record = request.env[model].browse(int(record_id))
        try:
            if not record.exists():
                raise request.not_found()
            record.check_access("read")
        except MissingError as error:
            raise request.not_found() from error
        return record

    def _file(self, record, field):
        if record._name == "ir.attachment":
            return record.raw or b"", record.mimetype, record.name
        if field not in record._fields or record._fields[field].type not in ("binary", "image"):
            raise request.not_found()
        value = record[field]
        data = base64.b64decode(value) if value else None
        if data and data.startswith(b"<?xml") and not record._fields[field].store:
            return data, "image/svg+xml", f"{field}.svg"  # an avatar drawn by the server, nothing anybody uploaded
        return data, _guess(data), f"{record._name.replace('.', '_')}_{record.id}_{field}"

    def _respond(self, data, mimetype, name, download):
        data = data if isinstance(data, bytes) else bytes(data)
        inline = not download and mimetype in _SHOWN_INLINE
        response = request.make_response(data, [
            ("Content-Type", mimetype or "application/octet-stream"),
            ("Content-Disposition", content_disposition(name or "file", "inline" if inline else "attachment")),
            # What people upload never runs as a page of ours.
            ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"),
            ("Cache-Control", "private, no-cache"),
        ])
        response.add_etag()
        return response.make_conditional(request.httprequest)


def _guess(data):
    from PIL import Image, UnidentifiedImageError

    if not data:
        return None
    try:
        return Image.MIME.get(Image.open(io.BytesIO(data)).format or "")
    except (UnidentifiedImageError, OSError, ValueError):
        return "application/octet-stream"

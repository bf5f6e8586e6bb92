"""Files attached to records, and the contents of binary fields."""
import base64
import hashlib
import mimetypes
import re
import uuid
from collections import defaultdict

from core import _, api, fields, models
from core.exceptions import AccessError, MissingError, UserError, ValidationError
from core.tools import guess_mimetype

from ..storage import storage_for

# How many attachments are fetched at once while looking for those the user may read.
_ACCESS_BATCH = 1000
_MIMETYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
# Content types a browser would execute; they are served as plain text when somebody without
# the right to write views uploads them.
_ACTIVE_MIMETYPES = ("text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml",
                     "text/javascript", "application/javascript")


class IrAttachment(models.Model):
    _name = "ir.attachment"
    _inherit = ["record.access.mixin"]
    _description = "Attachment"
    _order = "id desc"

    name = fields.Char(required=True)
    description = fields.Text()
    res_name = fields.Char("Resource Name", compute="_compute_res_name")
    res_model = fields.Char("Resource Model")
    res_field = fields.Char("Resource Field")
    res_id = fields.Many2oneReference("Resource ID", model_field="res_model")
    company_id = fields.Many2one("res.company", string="Company", default=lambda self: self.env.company)
    type = fields.Selection([("url", "URL"), ("binary", "File")], required=True, default="binary", change_default=True)
    url = fields.Char("Url", index="btree_not_null", size=1024)
    public = fields.Boolean("Is public document")
    access_token = fields.Char("Access Token", groups="base.group_user", copy=False)
    raw = fields.Binary(string="File Content (raw)", compute="_compute_raw", inverse="_inverse_raw")
    datas = fields.Binary(string="File Content (base64)", compute="_compute_datas", inverse="_inverse_datas")
    db_datas = fields.Binary("Database Data", attachment=False)
    store_fname = fields.Char("Stored Filename", index=True)
    file_size = fields.Integer("File Size", readonly=True)
    checksum = fields.Char("Checksum/SHA1", size=40, readonly=True)
    mimetype = fields.Char("Mime Type", readonly=True)
    index_content = fields.Text("Indexed Content", readonly=True, prefetch=False)
    original_id = fields.Many2one("ir.attachment", string="Original (unoptimized, unresized) attachment",
                                  index="btree_not_null")

    def init(self):
        self.env.cr.execute(
            "CREATE INDEX IF NOT EXISTS ir_attachment_res_idx ON ir_attachment (res_model, res_id)")

    # -- contents ---------------------------------------------------------------------------------

    @api.model
    def _storage(self):
        """'file' (default) or 'db', from the parameter ir_attachment.location."""
        return self.env["ir.config_parameter"].sudo().get_param("ir_attachment.location", "file")

    @property
    def _store(self):
        return storage_for(self.env.cr.dbname)

    @api.model
    def _filestore(self):
        return str(self._store.folder)

    @api.model
    def _full_path(self, path):
        return str(self._store.path(path))

    @api.model
    def _file_read(self, fname, size=None):
        try:
            return self._store.get(fname, size)
        except (OSError, ValueError):
            return b""

    @api.model
    def _file_write(self, bin_value, checksum=None):
        return self._store.put(bin_value)

    @api.model
    def _file_delete(self, fname):
        """The file goes once the deletion is committed and nothing else refers to it."""
        store = self._store
        self.env.cr.postcommit.add(lambda: store.mark_unused(fname))

    @api.autovacuum
    def _gc_file_store(self):
        """Delete the files no attachment refers to any more."""
        if self._storage() == "file":
            self._store.collect(self._used_keys)

    def _used_keys(self, keys):
        self.flush_model(["store_fname"])
        self.env.cr.execute("SELECT DISTINCT store_fname FROM ir_attachment WHERE store_fname = ANY(%s)", [keys])
        return {row[0] for row in self.env.cr.fetchall()}

    @api.depends("store_fname", "db_datas", "file_size")
    @api.depends_context("bin_size")
    def _compute_datas(self):
        for attachment in self:
            if self.env.context.get("bin_size"):
                attachment.datas = str(attachment.file_size).encode()
            else:
                attachment.datas = base64.b64encode(attachment.raw or b"")

    def _inverse_datas(self):
        self._set_attachment_data(lambda attachment: base64.b64decode(attachment.datas or b""))

    @api.depends("store_fname", "db_datas")
    def _compute_raw(self):
        for attachment in self:
            if attachment.store_fname:
                attachment.raw = attachment._file_read(attachment.store_fname)
            else:
                attachment.raw = base64.b64decode(attachment.db_datas) if attachment.db_datas else b""

    def _inverse_raw(self):
        def content(attachment):
            raw = attachment.raw or b""
            return raw.encode() if isinstance(raw, str) else raw
        self._set_attachment_data(content)

    def _set_attachment_data(self, content_of):
        replaced = []
        for attachment in self:
            content = content_of(attachment)
            former = attachment.store_fname
            super(IrAttachment, attachment.sudo()).write(
                self._get_datas_related_values(content, attachment._compute_mimetype(
                    {"name": attachment.name, "mimetype": attachment.mimetype, "raw": content})))
            if former and former != attachment.store_fname:
                replaced.append(former)
        for key in replaced:
            self._file_delete(key)

    def _get_datas_related_values(self, data, mimetype):
        """The stored columns of a content: size, checksum, and the key or the bytes themselves."""
        values = {
            "file_size": len(data),
            "checksum": self._compute_checksum(data),
            "index_content": self._index(data, mimetype, self._compute_checksum(data)),
            "store_fname": False,
            "db_datas": False,
        }
        if data:
            if self._storage() == "db":
                values["db_datas"] = base64.b64encode(data)
            else:
                values["store_fname"] = self._file_write(data)
        return values

    def _compute_checksum(self, bin_data):
        # SHA-1 is what the field promises to addons and ETags; the storage key is a SHA-256.
        return hashlib.sha1(bin_data or b"", usedforsecurity=False).hexdigest()

    def _index(self, bin_data, file_type, checksum=None):
        """Text for the full text search; extended by addons for further content types."""
        if file_type and file_type.startswith("text/") and bin_data:
            return bin_data[:65536].decode("utf-8", "ignore").replace("\x00", "")
        return False

    def _compute_mimetype(self, values):
        mimetype = values.get("mimetype") or ""
        if not mimetype and values.get("name"):
            mimetype = mimetypes.guess_type(values["name"])[0] or ""
        if not mimetype and values.get("url"):
            mimetype = mimetypes.guess_type(values["url"].split("?")[0])[0] or ""
        content = values.get("raw")
        if content is None and values.get("datas"):
            content = base64.b64decode(values["datas"])
        if content and (not mimetype or mimetype == "application/octet-stream"):
            content = content.encode() if isinstance(content, str) else content
            mimetype = guess_mimetype(content)
        mimetype = mimetype.split(";")[0].strip().lower()
        return mimetype if _MIMETYPE.fullmatch(mimetype) else "application/octet-stream"

    def _check_contents(self, values):
        values["mimetype"] = self._compute_mimetype(values)
        if values["mimetype"] in _ACTIVE_MIMETYPES and not self._may_store_active_content():
            values["mimetype"] = "text/plain"
        return values

    def _may_store_active_content(self):
        return self.env.su or self.env["ir.ui.view"].sudo(False).has_access("write")

    @api.depends("res_model", "res_id")
    def _compute_res_name(self):
        for attachment in self:
            if attachment.res_model in self.env and attachment.res_id:
                record = self.env[attachment.res_model].browse(attachment.res_id)
                attachment.res_name = record.exists().display_name
            else:
                attachment.res_name = False

    # -- access: an attachment is as visible and as writable as the record it hangs on -------------

    def _refused_error(self, operation):
        return AccessError(_(
            "You may not access the document “%(name)s”: it belongs to a record you may not %(operation)s. "
            "Ask an administrator for access to that record.",
            name=", ".join(self.sudo().mapped("name")[:3]), operation=operation,
        ))

    @api.model
    def check(self, mode, values=None):
        """Raise AccessError unless the user may `mode` these attachments (or one created with `values`)."""
        if self.env.su:
            return
        refused = self._refused_for(mode)
        if not refused and values and values.get("res_model") and values.get("res_id"):
            self._check_record_access(values["res_model"], [values["res_id"]], mode)
        if refused:
            raise refused._refused_error(mode)

    def _refused_for(self, operation):
        """The attachments in self that hang on a record the user may not access."""
        refused_ids, by_record = [], defaultdict(lambda: defaultdict(list))
        for attachment in self.sudo():
            if attachment.public and operation == "read":
                continue
            if attachment.res_field and not self._may_use_field(attachment, operation):
                refused_ids.append(attachment.id)
            elif attachment.res_model and attachment.res_id:
                by_record[attachment.res_model][attachment.res_id].append(attachment.id)
            elif attachment.create_uid.id != self.env.uid and not self.env.user._is_admin():
                # It hangs on no record (yet): a file somebody is about to attach.
                refused_ids.append(attachment.id)
        for model, attachments_by_id in by_record.items():
            allowed = self._allowed_record_ids(model, list(attachments_by_id), operation)
            for res_id, ids in attachments_by_id.items():
                if res_id not in allowed:
                    refused_ids.extend(ids)
        return self.browse(refused_ids)

    def _may_use_field(self, attachment, operation):
        model = self.env.get(attachment.res_model)
        field = model._fields.get(attachment.res_field) if model is not None else None
        return field is None or not field.groups or self.env.user.has_groups(field.groups)

    def _allowed_record_ids(self, model_name, ids, operation):
        model = self.env.get(model_name)
        if model is None:
            return set()
        # Creating, changing or removing an attachment changes the record it hangs on.
        operation = "read" if operation == "read" else "write"
        if not model.sudo(False).has_access(operation):
            return set()
        return set(model.sudo(False).browse(ids).exists()._filtered_access(operation).ids)

    def _check_record_access(self, model_name, ids, mode):
        if set(ids) - self._allowed_record_ids(model_name, ids, mode):
            raise AccessError(_(
                "You may not attach documents to this record (%(model)s, %(ids)s). "
                "Ask an administrator for the right to change it.", model=model_name, ids=ids))

    @api.model
    def _search(self, domain, offset=0, limit=None, order=None):
        """Only what the user may read; contents of binary fields only when they are asked for."""
        if not any(isinstance(leaf, (tuple, list)) and leaf and leaf[0] in ("id", "res_field") for leaf in domain):
            domain = [("res_field", "=", False), *domain]
        if self.env.su or self.env.user._is_admin():
            return super()._search(domain, offset, limit, order)
        readable = self._readable_ids(domain, order, (offset or 0) + limit if limit else None)
        readable = readable[offset or 0:]
        return super()._search([("id", "in", readable)], 0, limit, order)

    def _readable_ids(self, domain, order, wanted):
        found, start = [], 0
        while wanted is None or len(found) < wanted:
            batch = self.browse(super()._search(domain, start, _ACCESS_BATCH, order))
            found.extend((batch - batch._refused_for("read")).ids)
            if len(batch) < _ACCESS_BATCH:
                break
            start += _ACCESS_BATCH
        return found if wanted is None else found[:wanted]

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        prepared = []
        for vals in vals_list:
            vals = self._check_contents(self._without_derived(vals))
            raw, datas = vals.pop("raw", None), vals.pop("datas", None)
            if raw or datas:
                content = raw.encode() if isinstance(raw, str) else raw
                content = content or base64.b64decode(datas)
                vals.update(self._get_datas_related_values(content, vals["mimetype"]))
            prepared.append(vals)
        for model, ids in self._targets(prepared).items():
            if not self.env.su:
                self._check_record_access(model, ids, "create")
        return super().create(prepared)

    def _without_derived(self, vals):
        """`vals` without what only contents decide: a key of the store would open somebody else's file."""
        if self.env.su:
            return dict(vals)
        return {key: value for key, value in vals.items() if key not in ("file_size", "checksum", "store_fname")}

    @staticmethod
    def _targets(vals_list):
        targets = defaultdict(set)
        for vals in vals_list:
            if vals.get("res_model") and vals.get("res_id"):
                targets[vals["res_model"]].add(vals["res_id"])
        return targets

    def write(self, vals):
        vals = self._without_derived(vals)
        if vals.get("res_model") or vals.get("res_id"):
            self.check("write", vals)
        if "mimetype" in vals or "datas" in vals or "raw" in vals:
            vals = self._check_contents(dict(vals))
        return super().write(vals)

    def unlink(self):
        if not self:
            return True
        keys = [key for key in self.sudo().mapped("store_fname") if key]
        result = super().unlink()
        for key in set(keys):
            self._file_delete(key)
        return result

    def copy_data(self, default=None):
        vals_list = super().copy_data(default)
        if not {"datas", "raw", "db_datas"}.intersection(default or {}):
            for attachment, vals in zip(self, vals_list):
                vals["raw"] = attachment.raw
        return vals_list

    @api.constrains("type", "url")
    def _check_serving_attachments(self):
        for attachment in self:
            if attachment.type == "binary" and attachment.url and not self.env.user._is_admin():
                raise ValidationError(_("Only an administrator may serve a file at an address of its own (%s).",
                                        attachment.url))

    # -- helpers ----------------------------------------------------------------------------------

    def generate_access_token(self):
        """A token that lets somebody without an account read this attachment."""
        tokens = []
        for attachment in self:
            if not attachment.access_token:
                attachment.access_token = str(uuid.uuid4())
            tokens.append(attachment.access_token)
        return tokens

    def validate_access(self, access_token):
        """Return the attachment with full rights when the token or the user's own rights allow reading it."""
        self.ensure_one()
        attachment = self.sudo()
        if not attachment.exists():
            raise MissingError(_("The document does not exist any more. Go back and reload the page."))
        if access_token:
            if attachment.access_token and access_token == attachment.access_token:
                return attachment
            raise AccessError(_("The access token of this document is not valid. Ask for a new link."))
        self.check("read")
        return attachment

    @api.model
    def action_get(self):
        return self.env["ir.actions.act_window"]._for_xml_id("base.action_attachment")

    @api.model
    def get_serving_groups(self):
        return ["base.group_system"]

    @api.model
    def force_storage(self):
        """Move every content to the place the parameter ir_attachment.location names."""
        if not self.env.user._is_admin():
            raise AccessError(_("Only an administrator may move the stored files."))
        location = self._storage()
        if location not in ("file", "db"):
            raise UserError(_("Unknown place for files: %s. Use “file” or “db”.", location))
        here = "db_datas" if location == "db" else "store_fname"
        for attachment in self.with_context(active_test=False).search(
                [(here, "=", False), ("type", "=", "binary"), ("file_size", ">", 0),
                 "|", ("res_field", "=", False), ("res_field", "!=", False)]):
            attachment.write({"raw": attachment.raw})

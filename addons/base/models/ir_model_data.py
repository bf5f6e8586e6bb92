"""External ids: `module.name` for a record, kept over upgrades; and the import and export of tables."""

import logging

from core import _, api, fields, models
from core.data import load as data_load
from core.data import xmlids
from core.exceptions import AccessError, UserError

_logger = logging.getLogger(__name__)


class Base(models.AbstractModel):
    """What every model can do with external ids, data files and tables of texts."""

    _inherit = "base"

    @api.model
    def _load_records(self, data_list, update=False):
        """Create or update records from `[{'xml_id', 'values', 'noupdate'}]`; see `core.data.load`."""
        return data_load.load_records(self, data_list, update)

    @api.model
    def _load_records_create(self, vals_list):
        return self.create(vals_list)

    def _load_records_write(self, values):
        self.write(values)

    @api.model
    def load(self, fields, data):
        """Import rows of texts under the column paths `fields`; see `core.data.load.load`."""
        if self.env.context.get("import_file") and not self.env.su:
            self.env["ir.model.access"].check(self._name, "create")
        return data_load.load(self, fields, data)

    def export_data(self, fields_to_export):
        """`{'datas': rows}` with one column per path."""
        if not (self.env.is_admin() or self.env.user.has_group("base.group_allow_export")):
            raise UserError(
                _("You may not export data. Ask an administrator for the right “Access to export feature”.")
            )
        return data_load.export_data(self, fields_to_export)

    def _export_rows(self, fields, *, _is_toplevel_call=True):
        return data_load.export_rows(self, fields)

    def _get_external_ids(self):
        """id → list of external ids."""
        return data_load.external_ids(self)

    def get_external_id(self):
        """id → one external id, '' for records without any."""
        return {
            record_id: names[0] if names else "" for record_id, names in data_load.external_ids(self).items()
        }

    def get_metadata(self):
        """Who made and changed each record, and its external ids."""
        names = data_load.external_ids(self)
        known = xmlids.rows(self.env, [found[0] for found in names.values() if found])
        result = []
        for record in self.sudo():
            xml_id = names[record.id][0] if names[record.id] else False
            result.append(
                {
                    "id": record.id,
                    "create_uid": [record.create_uid.id, record.create_uid.display_name]
                    if record.create_uid
                    else False,
                    "create_date": record.create_date,
                    "write_uid": [record.write_uid.id, record.write_uid.display_name]
                    if record.write_uid
                    else False,
                    "write_date": record.write_date,
                    "xmlid": xml_id,
                    "xmlids": [
                        {"xmlid": name, "noupdate": name in known and known[name].noupdate}
                        for name in names[record.id]
                    ],
                    "noupdate": bool(xml_id and xml_id in known and known[xml_id].noupdate),
                }
            )
        return result


class IrModelData(models.Model):
    _name = "ir.model.data"
    _description = "Model Data"
    _order = "module, model, name"
    _allow_sudo_commands = False

    name = fields.Char(
        string="External Identifier", required=True, help="Key that names the record across databases"
    )
    complete_name = fields.Char(compute="_compute_complete_name", string="Complete ID")
    model = fields.Char(string="Model Name", required=True)
    module = fields.Char(default="", required=True)
    res_id = fields.Many2oneReference(
        string="Record ID", help="Database id of the record", model_field="model"
    )
    noupdate = fields.Boolean(string="Non Updatable", default=False)
    reference = fields.Char(string="Reference", compute="_compute_reference", readonly=True, store=False)

    _sql_constraints = [
        ("module_name_uniq", "unique (module, name)", "An external id names one record only."),
        ("name_nospaces", "CHECK (name NOT LIKE '%% %%')", "External ids cannot contain spaces."),
    ]

    def init(self):
        self.env.cr.execute(
            "CREATE INDEX IF NOT EXISTS ir_model_data_model_res_id_index ON ir_model_data (model, res_id)"
        )

    @api.depends("module", "name")
    def _compute_complete_name(self):
        for record in self:
            record.complete_name = ".".join(part for part in (record.module, record.name) if part)

    @api.depends("model", "res_id")
    def _compute_reference(self):
        for record in self:
            record.reference = f"{record.model},{record.res_id}"

    @api.depends("res_id", "model", "complete_name")
    def _compute_display_name(self):
        for record in self:
            name = ""
            if record.model in self.env and record.res_id:
                name = self.env[record.model].browse(record.res_id).exists().display_name or ""
            record.display_name = name or record.complete_name

    # -- look-up -----------------------------------------------------------------------------------

    @api.model
    def _xmlid_lookup(self, xmlid):
        """(model, id) behind `module.name`.

        :raises ValueError: when there is no such external id
        """
        found = xmlids.lookup(self.env, xmlid)
        if not found:
            near = xmlids.similar(self.env, xmlid)
            hint = f" Did you mean {near}?" if near else ""
            raise ValueError(f"External ID not found in the system: {xmlid}.{hint}")
        return found

    @api.model
    def _xmlid_to_res_model_res_id(self, xmlid, raise_if_not_found=False):
        found = xmlids.lookup(self.env, xmlid)
        if found:
            return found
        if raise_if_not_found:
            return self._xmlid_lookup(xmlid)
        return False, False

    @api.model
    def _xmlid_to_res_id(self, xmlid, raise_if_not_found=False):
        return self._xmlid_to_res_model_res_id(xmlid, raise_if_not_found)[1]

    @api.model
    def check_object_reference(self, module, xml_id, raise_on_access_error=False):
        """(model, id) of the record if the user may read it, (model, False) if not."""
        model, res_id = self._xmlid_lookup(f"{module}.{xml_id}")
        if self.env[model].search([("id", "=", res_id)]):
            return model, res_id
        if raise_on_access_error:
            raise AccessError(
                _("You may not read %(xml_id)s (%(model)s).", xml_id=f"{module}.{xml_id}", model=model)
            )
        return model, False

    @api.model
    def _load_xmlid(self, xml_id):
        """Tell a running upgrade that this record is still shipped; returns it, or None."""
        record = self.env.ref(xml_id, raise_if_not_found=False)
        known = xmlids.attached(self.env)
        if record and known is not None:
            known.loaded.add(xml_id)
        return record

    @api.model
    def _lookup_xmlids(self, xml_ids, model):
        """[(row id, module, name, model, res_id, noupdate, id of the living record)]"""
        self.flush_model()
        result = []
        by_module = {}
        for xml_id in xml_ids:
            module, _dot, name = xml_id.partition(".")
            by_module.setdefault(module, []).append(name)
        for module, names in by_module.items():
            self.env.cr.execute(
                "SELECT id, module, name, model, res_id, noupdate FROM ir_model_data WHERE module = %s AND name = ANY(%s)",
                [module, names],
            )
            result += self.env.cr.fetchall()
        alive = set(model.browse([row[4] for row in result if row[3] == model._name]).exists().ids)
        return [(*row, row[4] if row[4] in alive else None) for row in result]

    # -- changes -----------------------------------------------------------------------------------

    @api.model
    def _update_xmlids(self, data_list, update=False):
        """Store `[{'xml_id', 'record', 'noupdate'}]`."""
        known = xmlids.rows(self.env, [data["xml_id"] for data in data_list]) if update else {}
        xmlids.store(
            self.env,
            [
                xmlids.NewId(
                    data["xml_id"], data["record"]._name, data["record"].id, bool(data.get("noupdate"))
                )
                for data in data_list
                if not (data["xml_id"] in known and known[data["xml_id"]].noupdate)
            ],
        )

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        xmlids.touched(self.env, [record.complete_name for record in records])
        return records

    def write(self, vals):
        if not vals.keys() & {"module", "name", "model", "res_id"}:
            return super().write(vals)
        before = self.mapped("complete_name")
        result = super().write(vals)
        xmlids.touched(self.env, [*before, *self.mapped("complete_name")])
        return result

    def unlink(self):
        names = self.mapped("complete_name")
        result = super().unlink()
        xmlids.touched(self.env, names)
        return result

    @api.model
    def _forget_records(self, model_name, ids):
        """The records are gone: so are their external ids. Called by `unlink` of every model."""
        xmlids.forget_records(self.env, model_name, ids)

    @api.model
    def toggle_noupdate(self, model, res_id):
        """Switch `noupdate` of the external ids of a record the user may change."""
        self.env[model].browse(res_id).check_access("write")
        for record in self.sudo().search([("model", "=", model), ("res_id", "=", res_id)]):
            record.noupdate = not record.noupdate

    @api.model
    def _process_end(self, modules, loaded):
        """Delete the records upgraded addons no longer ship (`loaded`: the ids met); `noupdate` ones stay."""
        self.env.cr.execute(
            """SELECT id, module || '.' || name, model, res_id FROM ir_model_data
                WHERE module = ANY(%s) AND res_id IS NOT NULL AND coalesce(noupdate, false) = false ORDER BY id DESC""",
            [list(modules)],
        )
        gone = [row for row in self.env.cr.fetchall() if row[1] not in loaded]
        parent_ids = {f"{row[1]}" for row in gone}
        for _row_id, xml_id, model, res_id in gone:
            if model in self.env and not _brought_by_child(xml_id, model, loaded, parent_ids):
                self._delete_orphan(xml_id, model, res_id)

    def _delete_orphan(self, xml_id, model, res_id):
        """Delete one record unless something holds on to it, or another addon claims it too."""
        self.env.cr.execute(
            "SELECT count(*) FROM ir_model_data WHERE model = %s AND res_id = %s", [model, res_id]
        )
        module, _dot, name = xml_id.partition(".")
        if self.env.cr.fetchone()[0] > 1:
            self.search([("module", "=", module), ("name", "=", name)]).unlink()
            return
        record = self.env[model].browse(res_id).exists()
        _logger.info("%s is no longer shipped: deleting %s", xml_id, record or f"{model},{res_id}")
        try:
            with self.env.cr.savepoint():
                record.with_context(
                    **{models.MODULE_UNINSTALL_FLAG: True} if hasattr(models, "MODULE_UNINSTALL_FLAG") else {}
                ).unlink()
                self.search([("module", "=", module), ("name", "=", name)]).unlink()
        except Exception as error:
            _logger.warning("%s is no longer shipped, but cannot be deleted: %s", xml_id, error)


def _brought_by_child(xml_id, model, loaded, gone):
    """Ids such as `x_res_partner`, made for the `_inherits` parent of the record `x`."""
    suffix = f"_{model.replace('.', '_')}"
    return xml_id.endswith(suffix) and xml_id[: -len(suffix)] in loaded

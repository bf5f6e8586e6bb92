"""Exporting records: which fields, in which order, as which file.

A column is a path as imports write it: `name`, `partner_id/country_id/code`, `order_line/product_id/default_code`, `id` for
the external id and `.id` for the number in the database.
"""
from datetime import UTC, datetime

from core import views
from core.exceptions import AccessError, UserError
from core.reports.tables import TableColumn, write_csv, write_xlsx
from core.views.formats import zone

from .page import as_dialog, render_template, translate as _

MOST_RECORDS = 100_000
_MOST_COLUMNS = 200
_MOST_HOPS = 5
_BATCH = 1000
_NEVER = ("binary", "image", "properties_definition", "serialized")
_RELATIONS = ("many2one", "many2many", "one2many")
MIMETYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}


class ExportPage:
    """The dialog in which the fields are chosen.

    :param ids: the records; none means all that `address` shows
    :param names: fields proposed at first
    """

    def __init__(self, env, model, *, ids=(), address="", names=()):
        check_allowed(env, model)
        self.env, self.model, self.ids, self.address, self.names = env, model, ids, address, names

    def show(self):
        exports = self.env["ir.exports"].search([("resource", "=", self.model._name)])
        main = render_template(
            "export.html", model=self.model._name, ids=",".join(map(str, self.ids)), address=self.address, count=len(self.ids),
            chosen=[(name, label_of(self.model, name.split("/"))) for name in self.names if name in self.model._fields],
            entries=entries(self.env, self.model), saved=[(each.id, each.name) for each in exports])
        return as_dialog(self.env, main, title=_("Export"))


def check_allowed(env, model):
    model.browse().check_access("read")
    if not (env.is_admin() or env.user.has_group("base.group_allow_export")):
        raise AccessError(_("You may not export data."), hint=_("Ask an administrator for the right “Access to export feature”."))


def entries(env, model, prefix="", compatible=False):
    """What can be chosen below a path: (path, label, whether more lies below it), sorted by label.

    :param compatible: only what an import takes back
    """
    described = model.fields_get(attributes=["string", "type", "readonly", "relation", "exportable", "store"])
    found = [("id", _("External ID"), False), (".id", _("Database ID"), False)]
    hops = prefix.count("/") + 1 if prefix else 0
    for name, each in described.items():
        if name == "id" or each["type"] in _NEVER or each.get("exportable") is False or compatible and each.get("readonly"):
            continue
        expands = each["type"] in _RELATIONS and hops < _MOST_HOPS - 1 and env[each["relation"]].has_access("read")
        found.append((name, each["string"] or name, expands))
    start = f"{prefix}/" if prefix else ""
    return [(start + name, label, expands) for name, label, expands in sorted(found, key=lambda entry: entry[1].casefold())]


def model_at(env, model, prefix):
    """The model a path of relations leads to."""
    for name in prefix.split("/") if prefix else ():
        field = _readable_field(model, name)
        if not field.comodel_name:
            raise UserError(_("“%s” is no relation.", name))
        model = env[field.comodel_name]
        model.browse().check_access("read")
    return model


def _readable_field(model, name):
    """The field, if there is one and the user may read it."""
    field = model._fields.get(name)
    if field is None or not model.fields_get([name], ["type"]):
        raise UserError(_("There is no field “%(name)s” on %(model)s, or you may not read it.", name=name, model=model._description or model._name))
    return field


def parse_columns(model, names):
    """The paths to export, each checked against what the user may read."""
    if not names:
        raise UserError(_("Choose at least one field to export."))
    if len(names) > _MOST_COLUMNS:
        raise UserError(_("At most %s fields can be exported at once.", _MOST_COLUMNS))
    return [_Path(model, name) for name in names]


class _Path:
    """One column of the export."""

    def __init__(self, model, text):
        self.text, self.names = text, text.split("/")
        if len(self.names) > _MOST_HOPS:
            raise UserError(_("“%s” leads too far.", text))
        owner = model_at(model.env, model, "/".join(self.names[:-1]))
        last = self.names[-1]
        field = None if last in ("id", ".id") else _readable_field(owner, last)
        if field is not None and field.type in _NEVER:
            raise UserError(_("“%s” is a file: it cannot be a cell of a table.", text))
        self.kind = "integer" if last == ".id" else "char" if field is None or field.type in (*_RELATIONS, "selection", "reference") else field.type
        self.decimals = 2
        digits = field.get_digits(model.env) if field is not None and field.type == "float" and hasattr(field, "get_digits") else None
        if digits:
            self.decimals = digits[1]


def label_of(model, names):
    """What the columns of a path are called, in the user's language: “Order Lines/Product”."""
    labels = []
    for name in names:
        if name in ("id", ".id"):
            labels.append(_("External ID") if name == "id" else _("Database ID"))
            break
        field = model._fields.get(name)
        if field is None:
            return "/".join(names)
        labels.append(str(field.label(model.env)))
        model = model.env[field.comodel_name] if field.comodel_name else model
    return "/".join(labels)


def export_file(model, ids, names, kind, *, compatible=False):
    """The file with the records, in their order.

    :param compatible: headings are the paths and moments are UTC, so that the file can be imported again
    """
    check_allowed(model.env, model)
    if len(ids) > MOST_RECORDS:
        raise UserError(_("At most %s records can be exported at once. Narrow the search.", MOST_RECORDS))
    paths = parse_columns(model, names)
    columns = [TableColumn(path.text if compatible else label_of(model, path.names), path.kind, path.decimals) for path in paths]
    rows = _rows(model, ids, paths, None if compatible else zone(model.env.context.get("tz") or model.env.user.tz))
    if kind == "csv":
        return write_csv(columns, rows)
    formats = views.formats_for(model.env)
    return write_xlsx(columns, rows, title=model._description or model._name, date_format=formats.date_format, time_format=formats.time_format)


def _rows(model, ids, paths, tz):
    """The cells, a thousand records at a time, so that memory does not grow with the export."""
    wanted = [path.names for path in paths]
    moments = [position for position, path in enumerate(paths) if path.kind == "datetime"] if tz else []
    for start in range(0, len(ids), _BATCH):
        records = model.browse(ids[start:start + _BATCH])
        for row in records._export_rows(wanted):
            for position in moments:
                if isinstance(row[position], datetime):
                    row[position] = row[position].replace(tzinfo=UTC).astimezone(tz).replace(tzinfo=None)
            yield row
        model.env.invalidate_all()

"""An import in progress: the file, how it is read, what its columns mean, and the run itself.

The work is done by `core.data.table_import`, the engine of `odoo-bin.py import` too; here the choices of a person become
its mapping.
"""
import base64
import json

from core import _, api, fields, models
from core.data import table_files, table_import
from core.data.cells import guess_date_format, guess_number_format, parse_number
from core.data.load import split_path
from core.data.table_mapping import Column, ImportRefused, Mapping
from core.exceptions import AccessError, UserError
from core.tools import format_date, format_datetime, formatLang, remove_accents

from .. import matching

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 200_000
MOST_PROBLEMS = 200
_SAMPLE = 2000
_PREVIEW_ROWS = 8

#: Fields nobody imports: kept by the program itself.
_INTERNAL = {"create_uid", "create_date", "write_uid", "write_date", "display_name", "id", "parent_path"}
_INTERNAL_STARTS = ("message_", "activity_", "website_message_", "has_message")
_TYPES = {"char", "text", "html", "integer", "float", "monetary", "date", "datetime", "boolean", "selection", "many2one",
          "many2many", "one2many", "binary", "image"}
#: Fields by which people know a record, offered below references to it.
_CODES = ("ref", "default_code", "code", "barcode", "vat", "email", "login", "phone")


def fold(text):
    return remove_accents(text).casefold()


def _joined(owners, names):
    return [f"{owner} {name}".strip() for owner in owners for name in names if name]


class BaseImport(models.TransientModel):
    _name = "base_import.import"
    _description = "Base Import"
    _transient_max_hours = 12.0

    res_model = fields.Char("Model")
    file = fields.Binary("File", attachment=False, help="The table, CSV or a spreadsheet.")
    file_name = fields.Char("File Name")
    file_type = fields.Char("File Type")
    options = fields.Text(help="What the user chose so far, as JSON.")
    back = fields.Char(help="The page the import was started from.")

    # -- the file ----------------------------------------------------------------------------------

    @api.model
    def _start(self, res_model, name, content, back=""):
        """A new import with everything guessed that can be guessed.

        :raises UserError: for a model the user may not create, and for a file that is no table
        """
        self._check_model(res_model)
        if len(content) > MOST_BYTES:
            raise UserError(
                _("%(name)s has %(size)s MB; at most %(most)s MB can be imported at once.", name=name,
                  size=len(content) // 2**20, most=MOST_BYTES // 2**20),
                hint=_("Cut the file into parts, or let an administrator import it with the command line."))
        shape = table_files.describe(name, content)
        record = self.create({
            "res_model": res_model, "file": base64.b64encode(content), "file_name": name, "file_type": shape.kind, "back": back})
        record._set_options(record._first_options(shape))
        return record

    def _check_model(self, res_model):
        model = self.env.get(res_model)
        if model is None or model._abstract or model._transient:
            raise UserError(_("There are no records of “%s” to import.", res_model))
        if not model.has_access("create"):
            raise AccessError(_("You may not create records of “%s”, so you cannot import them.", model._description))

    def _content(self):
        return base64.b64decode(self.file or b"")

    def _options(self):
        return json.loads(self.options or "{}")

    def _set_options(self, options):
        self.options = json.dumps(options)

    def _first_options(self, shape):
        options = {
            "encoding": shape.encoding, "separator": shape.delimiter, "quoting": shape.quote, "sheet": shape.sheet or "",
            "sheets": shape.sheets, "has_headers": True, "float_decimal_separator": "", "float_thousand_separator": "",
            "date_format": "", "key": "", "external_id": "", "overflow": "", "constants": [], "columns": {}}
        table = self._read_file(options)
        options["overflow"] = table_import.guess_overflow(table, options["separator"]) or ""
        self._suggest_columns(options)
        return options

    def _suggest_columns(self, options):
        """Propose a field for each column of the file."""
        table = self._read_file(options)
        targets = self._targets()
        remembered = {
            matching.key(name, fold): path
            for name, path in self.env["base_import.mapping"]._remembered(self.res_model).items()}
        found = matching.suggest(table.header, targets, remembered, fold) if options["has_headers"] else {}
        options["columns"] = {name: {"path": found.get(name, ""), "prefix": "", "create": False} for name in table.header}
        if any(path == "id" for path in found.values()):
            options["key"] = ""

    def _read_file(self, options):
        """The file as a table; rows with another number of cells are kept aside.

        :raises ImportRefused: the file cannot be read that way
        """
        mapping = self._file_mapping(options)
        table = table_import.read_table(table_import.TableFile(self.file_name, self._content()), mapping, lenient=True)
        if len(table.rows) > MOST_ROWS:
            raise UserError(
                _("%(name)s has %(rows)s rows; at most %(most)s can be imported at once.", name=self.file_name,
                  rows=len(table.rows), most=MOST_ROWS), hint=_("Cut the file into parts."))
        return table

    def _file_mapping(self, options):
        return Mapping(
            model=self.res_model, file=self.file_name, columns=[], null=["", "NULL", "#N/A"], encoding=options.get("encoding") or "utf-8",
            delimiter=options.get("separator") or ",", quote=options.get("quoting") or '"', sheet=options.get("sheet") or None,
            headers=options.get("has_headers", True), overflow=options.get("overflow") or None, source=self.file_name)

    # -- what can be imported ----------------------------------------------------------------------

    @api.model
    def get_importable_models(self):
        return [name for name in self.env if not self.env[name]._transient and not self.env[name]._abstract
                and self.env[name].has_access("create")]

    @api.model
    def get_fields_tree(self, model, depth=2):
        """The importable fields of a model: [{id, name, string, required, type, fields, model_name}], as in Odoo."""
        tree = [{"id": "id", "name": "id", "string": _("External ID"), "required": False, "fields": [], "type": "id",
                 "model_name": model}]
        for name, info in self._importable_fields(model).items():
            entry = {"id": name, "name": name, "string": info["string"], "required": bool(info.get("required")), "fields": [],
                     "type": info["type"], "model_name": model}
            if info["type"] in ("many2one", "many2many"):
                entry["comodel_name"] = info["relation"]
                entry["fields"] = [
                    {**entry, "name": "id", "string": _("External ID"), "fields": [], "type": "id"},
                    {**entry, "name": ".id", "string": _("Database ID"), "fields": [], "type": "id"}]
            elif info["type"] == "one2many":
                entry["comodel_name"] = info["relation"]
                entry["fields"] = self.get_fields_tree(info["relation"], depth - 1) if depth else []
            tree.append(entry)
        return tree

    @api.model
    def _importable_fields(self, model):
        found = self.env[model].fields_get(attributes=["string", "type", "readonly", "required", "relation"])
        return {
            name: info for name, info in found.items()
            if info["type"] in _TYPES and not info.get("readonly") and name not in _INTERNAL and not name.startswith(_INTERNAL_STARTS)}

    def _targets(self):
        """Everything a column may be mapped to, with its names in all languages."""
        self.ensure_one()
        targets = self._targets_below(self.res_model, "", "", True)
        return sorted(targets, key=lambda target: (target.path.count("/"), not target.required, target.label))

    def _targets_below(self, model, path, label, lines, owners=("",)):
        """:param owners: what a column must be called before the field's own name: `order line product` """
        targets = [self._target(path + "id", label + _("External ID"), "id", _joined(owners, ["id", "External ID", "XML ID"])),
                   self._target(path + ".id", label + _("Database ID"), "id", _joined(owners, [".id", "Database ID"]))]
        languages = self._labels_by_language(model)
        for name, info in self._importable_fields(model).items():
            names = _joined(owners, [name, *(labels.get(name, "") for labels in languages)])
            shown = label + info["string"]
            if info["type"] == "one2many":
                if lines:
                    # columns of a document's lines are usually called by their own names
                    called = [*names, ""] if self._are_lines(model, name) else names
                    below = self._targets_below(info["relation"], f"{name}/", f"{shown} / ", False, called)
                    inverse = f"{name}/{self.env[model]._fields[name].inverse_name}"
                    targets += [target for target in below if not f"{target.path}/".startswith(f"{inverse}/")]
                continue
            targets.append(self._target(path + name, shown, info["type"], names, bool(info.get("required")) and not path))
            if info["type"] in ("many2one", "many2many"):
                targets += self._reference_targets(info["relation"], path + name, shown, names)
        return targets

    def _are_lines(self, model, name):
        """Does the one2many hold the lines of a document, which live and die with it?"""
        field = self.env[model]._fields[name]
        inverse = self.env[field.comodel_name]._fields.get(field.inverse_name)
        return inverse is not None and bool(inverse.required) and inverse.ondelete == "cascade"

    def _reference_targets(self, model, path, label, names):
        found = [self._target(f"{path}/id", f"{label} / {_('External ID')}", "id", [f"{name} id" for name in names]),
                 self._target(f"{path}/.id", f"{label} / {_('Database ID')}", "id", [])]
        infos = self.env[model].fields_get([name for name in _CODES if name in self.env[model]._fields], attributes=["string", "type"])
        for name, info in infos.items():
            if info["type"] == "char" and (self.env[model]._fields[name].store or self.env[model]._fields[name].search):
                spoken = [f"{owner} {info['string']}" for owner in names] + [f"{owner} {name}" for owner in names]
                found.append(self._target(f"{path}/{name}", f"{label} / {info['string']}", "char", spoken))
        return found

    def _target(self, path, label, kind, names, required=False):
        return matching.Target(path, label, kind, required, frozenset(matching.key(name, fold) for name in names if name))

    def _labels_by_language(self, model):
        """[{field: label}] of every installed language, and English."""
        codes = {"en_US", *(code for code, _name in self.env["res.lang"].get_installed())}
        found = []
        for code in sorted(codes):
            infos = self.env[model].with_context(lang=code).fields_get(attributes=["string"])
            found.append({name: info["string"] for name, info in infos.items()})
        return found

    # -- choices → mapping -------------------------------------------------------------------------

    def _mapping(self, options, table):
        """The engine's mapping of what was chosen.

        :raises ImportRefused: two columns feed one field, or nothing is mapped
        """
        columns, seen = [], {}
        for name in table.header:
            chosen = options["columns"].get(name) or {}
            path = chosen.get("path")
            if not path:
                continue
            if path in seen:
                raise UserError(_(
                    "“%(one)s” and “%(other)s” are both mapped to the same field. Take one of them off.", one=seen[path], other=name))
            seen[path] = name
            columns.append(self._column(name, path, chosen, options, table))
        if not columns:
            raise UserError(_("No column is mapped to a field yet."), hint=_("Choose a field for at least one column."))
        mapping = self._file_mapping(options)
        mapping.columns = columns
        mapping.key = options.get("key") or None
        mapping.external_id = options.get("external_id") or None
        mapping.constants = self._constants(options)
        return mapping

    def _column(self, name, path, chosen, options, table):
        column = Column(name, path, prefix=chosen.get("prefix") or "", create=bool(chosen.get("create")))
        kind = self._leaf_type(path)
        cells = [row[name] for _number, row in table.rows[:_SAMPLE] if row[name] not in ("", None)]
        if kind in ("integer", "float", "monetary"):
            column.decimal, column.thousands = self._number_format(options, cells)
            column.multiply = self._factor(name, chosen.get("factor"))
        elif kind in ("date", "datetime"):
            preferred = options.get("date_format") or ""
            column.format = preferred or guess_date_format(cells, self._lang().date_format) or None
        if kind in ("integer", "float", "monetary", "date", "datetime", "boolean"):
            column.prefix = ""
        return column

    def _number_format(self, options, cells):
        if options.get("float_decimal_separator"):
            return options["float_decimal_separator"], options.get("float_thousand_separator") or ""
        lang = self._lang()
        preferred = (lang.decimal_point or ".", lang.thousands_sep or "")
        return guess_number_format(cells, preferred) or preferred

    @staticmethod
    def _factor(column, text):
        if not text:
            return None
        try:
            return float(parse_number(text, *(guess_number_format([text]) or (".", ""))))
        except ValueError as error:
            raise UserError(_("“%(column)s” is to be multiplied by “%(text)s”, which is no number.", column=column, text=text)) from error

    def _lang(self):
        return self.env["res.lang"]._get_data(code=self.env.lang or "en_US")

    def _leaf_type(self, path):
        """The type of the field at the end of a path; 'id' for ids."""
        model, kind = self.env[self.res_model], None
        for part in split_path(path):
            if part in ("id", ".id"):
                return "id"
            field = model._fields.get(part)
            if field is None:
                return None
            kind = field.type
            model = self.env[field.comodel_name] if field.relational else model
        return kind

    def _constants(self, options):
        """Fixed values for all records, converted as a cell would be."""
        values = {}
        model = self.env[self.res_model]
        for path, text in options.get("constants") or ():
            if not path or not str(text).strip():
                continue
            field = model._fields.get(path)
            if field is None or path not in self._importable_fields(self.res_model):
                raise UserError(_("“%s” is no field that can be given a fixed value.", path))
            values[path] = table_import.one_value(self.env, self.res_model, path, text)
        return values

    # -- preview -----------------------------------------------------------------------------------

    def parse_preview(self, options, count=10):
        """What the file holds and what its columns probably mean, in Odoo's shape."""
        self.ensure_one()
        options = {**self._options(), **(options or {})}
        try:
            table = self._read_file(options)
        except UserError as error:
            return {"error": str(error), "preview": self._content()[:200].decode("iso-8859-1")}
        paths = {name: (options["columns"].get(name) or {}).get("path") for name in table.header}
        matches = {index: split_path(paths[name]) for index, name in enumerate(table.header) if paths[name]}
        columns = [[row[name] for _number, row in table.rows[:count]] for name in table.header]
        return {
            "fields": self.get_fields_tree(self.res_model), "matches": matches, "headers": table.header,
            "header_types": [self._cell_types(cells) for cells in columns], "preview": columns, "options": options,
            "advanced_mode": any(len(path) > 1 for path in matches.values()), "debug": False, "batch": False,
            "file_length": len(table.rows)}

    @staticmethod
    def _cell_types(cells):
        filled = [cell for cell in cells if cell not in ("", None)]
        if filled and guess_date_format(filled):
            return ["date", "datetime"]
        return ["integer", "float", "monetary"] if filled and guess_number_format(filled) else ["char", "text", "many2one"]

    def _preview(self, options, table):
        """(columns, rows) of the first records as they will be stored: rows of {column: (text, problem)}."""
        mapping = self._mapping(options, table)
        run = self._run_of(mapping)
        records = run.records(mapping, _PREVIEW_ROWS)
        problems = {(problem.row, problem.column): problem.message for problem in run.problems}
        [mapping] = run.mappings
        model = self.env[self.res_model]
        rows = []
        for record in records:
            lines = {entry.field: iter(record.values.get(entry.field) or ()) for entry in mapping.lines}
            for position, (number, row) in enumerate(record.rows):
                shown = {}
                if position == 0:
                    for column in mapping.columns:
                        shown[column.column] = self._shown(model, column, record.values, record)
                for entry in mapping.lines:
                    if any(row[column.column] not in ("", None) for column in entry.columns):
                        values = next(lines[entry.field], (0, 0, {}))[2]
                        comodel = self.env[model._fields[entry.field].comodel_name]
                        for column in entry.columns:
                            shown[column.column] = self._shown(comodel, column, values, None)
                rows.append((number, {name: (text, problems.get((number, name))) for name, text in shown.items()}))
        names = [column.column for column in [*mapping.columns, *(each for entry in mapping.lines for each in entry.columns)]]
        return names, rows

    def _shown(self, model, column, values, record):
        """A value as pages show it."""
        if column.field == "id":
            return record.xml_id if record else ""
        if column.field == ".id":
            return record.id if record else ""
        value, field = values.get(column.field), model._fields[column.field]
        if value is None or (value is False and field.type != "boolean"):
            return ""
        return self._formatted(field, value)

    def _formatted(self, field, value):
        env = self.env
        if field.type == "boolean":
            return _("Yes") if value else _("No")
        if field.type == "many2one":
            return env[field.comodel_name].browse(value).display_name
        if field.type in ("many2many", "one2many"):
            return ", ".join(env[field.comodel_name].browse(value[0][2]).mapped("display_name"))
        if field.type == "selection":
            return dict(field._description_selection(env)).get(value, value)
        if field.type == "date":
            return format_date(env, value)
        if field.type == "datetime":
            return format_datetime(env, value)
        if field.type in ("float", "monetary"):
            digits = max(2, min(6, len(repr(value).partition(".")[2]))) if value % 1 else 0
            return formatLang(env, value, digits)
        return str(value)

    # -- the run -----------------------------------------------------------------------------------

    def _run_of(self, mapping):
        file = table_import.TableFile(self.file_name, self._content())
        return table_import.TableImport(self.env, [mapping], [file], note_changes=True)

    def _execute(self, options, dryrun=False):
        """Import, or only try: (run or None, problems, history). Nothing is changed when there are problems.

        :returns: the history entry of a successful import that was no trial
        """
        self.ensure_one()
        self._check_model(self.res_model)
        history = self.env["base_import.history"]
        savepoint = self.env.cr.savepoint()
        try:
            table = self._read_file(options)
            mapping = self._mapping(options, table)
            run = self._run_of(mapping)
            run.run()
        except (ImportRefused, UserError) as error:
            savepoint.close(rollback=True)
            return None, table_import.refusal(error), history
        if not dryrun:
            history = history._record(self, run)
            chosen = {name: entry["path"] for name, entry in options["columns"].items() if entry.get("path")}
            self.env["base_import.mapping"]._remember(self.res_model, chosen)
        savepoint.close(rollback=dryrun)
        return run, [], history

    def execute_import(self, fields, columns, options, dryrun=False):
        """Import the file, in Odoo's shape.

        :param fields: per column of the file a path such as `partner_id/id`, or False
        :param columns: names of the columns (those of the file when empty)
        :returns: ``{ids: [...] or False, messages: [...], name: [...], nextrow: 0}`` as `load` does
        """
        self.ensure_one()
        options = {**self._options(), **(options or {})}
        names = columns or self._read_file(options).header
        options["columns"] = {
            name: {**(options["columns"].get(name) or {}), "path": path or ""} for name, path in zip(names, fields, strict=False)}
        run, problems, _history = self._execute(options, dryrun)
        ids = run.loaded.get(self.res_model, []) if run else []
        return {
            "ids": ids if run else False,
            "messages": [self._message(problem, options) for problem in problems],
            "name": [] if dryrun or not ids else self.env[self.res_model].browse(ids[:100]).mapped("display_name"),
            "nextrow": 0}

    @staticmethod
    def _message(problem, options):
        row = (problem.row or 0) - (2 if options.get("has_headers", True) else 1)
        path = (options["columns"].get(problem.column) or {}).get("path") or False
        return {
            "type": "error", "message": problem.message, "record": max(row, 0), "rows": {"from": max(row, 0), "to": max(row, 0)},
            "field": path.split("/")[0] if path else False, "field_path": path.split("/") if path else False,
            "column": problem.column or False, "value": problem.value or False}

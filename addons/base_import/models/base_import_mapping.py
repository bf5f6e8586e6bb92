from core import fields, models


class BaseImportMapping(models.Model):
    """What a column was mapped to last time; proposed again for a column of the same name."""

    _name = "base_import.mapping"
    _description = "Import Mapping"

    res_model = fields.Char(required=True, index=True)
    column_name = fields.Char(required=True)
    field_name = fields.Char(required=True)

    def _remembered(self, res_model):
        """{column: path} of a model, the newest choice counting."""
        found = self.sudo().search([("res_model", "=", res_model)], order="id")
        return {mapping.column_name: mapping.field_name for mapping in found}

    def _remember(self, res_model, paths):
        """:param paths: {column: path}"""
        known = self.sudo().search([("res_model", "=", res_model), ("column_name", "in", list(paths))])
        for mapping in known:
            mapping.field_name = paths[mapping.column_name]
        new = paths.keys() - set(known.mapped("column_name"))
        self.sudo().create([{"res_model": res_model, "column_name": name, "field_name": paths[name]} for name in sorted(new)])

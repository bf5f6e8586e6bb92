"""Named numbers of decimals, e.g. “Product Price” → 2."""
from core import _, api, fields, models, tools


class DecimalPrecision(models.Model):
    _name = "decimal.precision"
    _shared_rows = True
    _description = "Decimal Precision"

    name = fields.Char(string="Usage", required=True)
    digits = fields.Integer(required=True, default=2)

    _sql_constraints = [("name_uniq", "unique (name)", "Only one precision per usage is allowed.")]

    @api.model
    @tools.ormcache("application")
    def precision_get(self, application):
        """Number of decimals of the usage `application`; 2 when it is unknown."""
        self.flush_model(["name", "digits"])
        # Asked while a record is being made: nothing else may be flushed then.
        self.env.cr.run("SELECT digits FROM decimal_precision WHERE name = %s", [application])
        row = self.env.cr.fetchone()
        return row[0] if row else 2

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        self.env.registry.clear_cache()
        return records

    def write(self, vals):
        result = super().write(vals)
        self.env.registry.clear_cache()
        return result

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    @api.onchange("digits")
    def _onchange_digits_warning(self):
        if self._origin and self.digits < self._origin.digits:
            return {
                "warning": {
                    "title": _("Warning for %s", self.name),
                    "message": _(
                        "Fewer decimals change only what is entered from now on: existing records keep theirs, "
                        "and differences of rounding may appear between the two."
                    ),
                }
            }
        return None

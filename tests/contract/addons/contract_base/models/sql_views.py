from odoo import api, fields, models, tools


class Report(models.Model):
    """A view in the database that ``init`` creates."""

    _name = "contract.report"
    _description = "Report"
    _auto = False
    _order = "category_id"

    category_id = fields.Many2one("contract.category", readonly=True)
    things = fields.Integer(readonly=True)
    amount = fields.Float(readonly=True)

    def init(self):
        tools.drop_view_if_exists(self.env.cr, self._table)
        self.env.cr.execute(
            f"""CREATE VIEW {self._table} AS (
                SELECT min(id) AS id, category_id, count(*) AS things, sum(amount) AS amount
                FROM contract_thing GROUP BY category_id)"""
        )


class Query(models.Model):
    """A model that is a query."""

    _name = "contract.query"
    _description = "Query"
    _auto = False
    _depends = {"contract.thing": ["name", "amount", "category_id"]}

    name = fields.Char(readonly=True)
    amount = fields.Float(readonly=True)
    category_id = fields.Many2one("contract.category", readonly=True)

    @property
    def _table_query(self):
        return "SELECT id, name, amount, category_id FROM contract_thing WHERE amount > 0"


class Prepared(models.Model):
    """Does things while its table is made."""

    _name = "contract.prepared"
    _description = "Prepared"

    name = fields.Char()
    hooked = []  # noqa: RUF012 – what the registry called, for the test to look at

    def _auto_init(self):
        result = super()._auto_init()
        self.env.cr.execute("CREATE INDEX IF NOT EXISTS contract_prepared_lower_idx ON contract_prepared (lower(name))")
        return result

    def _register_hook(self):
        super()._register_hook()
        self.hooked.append(self.env.cr.dbname)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if "name" in fields_list:
            values["name"] = "from default_get"
        return values


class Completed(models.Model):
    """Completes what ``create`` is given, where addons do it."""

    _name = "contract.completed"
    _description = "Completed"

    name = fields.Char()
    code = fields.Char()

    def _add_missing_default_values(self, values):
        values = super()._add_missing_default_values(values)
        values.setdefault("code", f"code of {values.get('name')}")
        return values

from core import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    property_warehouse_id = fields.Many2one("stock.warehouse", "Default Warehouse", company_dependent=True,
                                            check_company=True)

    def _get_default_warehouse_id(self):
        """The user's own warehouse, else the first of the company."""
        return self.property_warehouse_id or self.env["stock.warehouse"]._default_of(self.env.company)

from core import fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    property_stock_customer = fields.Many2one(
        "stock.location", "Customer Location", company_dependent=True, check_company=True,
        domain="['|', ('company_id', '=', False), ('company_id', '=', allowed_company_ids[0])]",
        help="Where goods sent to this contact go; empty means the general customer location.")
    property_stock_supplier = fields.Many2one(
        "stock.location", "Vendor Location", company_dependent=True, check_company=True,
        domain="['|', ('company_id', '=', False), ('company_id', '=', allowed_company_ids[0])]",
        help="Where goods received from this contact come from; empty means the general vendor location.")
    picking_warn_msg = fields.Text("Message for Stock Picking")

    def _stock_location(self, kind):
        """The contact's location of ``kind`` ('customer' or 'supplier'), else the general one."""
        own = self.property_stock_customer if kind == "customer" else self.property_stock_supplier
        general = "stock.stock_location_customers" if kind == "customer" else "stock.stock_location_suppliers"
        return own or self.env.ref(general)

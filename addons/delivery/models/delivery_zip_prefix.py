from core import api, fields, models


class DeliveryZipPrefix(models.Model):
    """The beginning of the postal codes a delivery method serves."""

    _name = "delivery.zip.prefix"
    _description = "Delivery Zip Prefix"
    _order = "name, id"

    name = fields.Char("Prefix", required=True)

    _sql_constraints = [("name_uniq", "unique (name)", "Prefix already exists!")]

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals["name"] = (vals.get("name") or "").upper()
        return super().create(vals_list)

    def write(self, vals):
        if "name" in vals:
            vals = {**vals, "name": (vals["name"] or "").upper()}
        return super().write(vals)

from core import models


class UomUom(models.Model):
    _inherit = "uom.uom"

    def _adjust_uom_quantities(self, qty, quant_uom):
        """(quantity, unit) of a procurement asked in this unit: in the unit of the stock, unless the parameter
        ``stock.propagate_uom`` says to keep the one asked for."""
        if self == quant_uom or self.env["ir.config_parameter"].sudo().get_param("stock.propagate_uom") == "1":
            return qty, self
        return self._compute_quantity(qty, quant_uom, rounding_method="HALF-UP"), quant_uom

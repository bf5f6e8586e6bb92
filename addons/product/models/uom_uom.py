from core import _, api, models


class UoM(models.Model):
    _inherit = "uom.uom"

    @api.onchange("rounding")
    def _onchange_rounding(self):
        precision = self.env["decimal.precision"].precision_get("Product Unit of Measure")
        if self.rounding < 1.0 / 10.0**precision:
            return {"warning": {
                "title": _("Warning!"),
                "message": _(
                    "This rounding precision is finer than the Decimal Accuracy of quantities (%s digits); "
                    "results may be inconsistent.", precision)}}
        return None

from core import api, fields, models


class StockQuantPackage(models.Model):
    """A parcel or pallet whose content is known."""

    _name = "stock.quant.package"
    _description = "Package"
    _order = "name"

    name = fields.Char("Package Reference", copy=False, index="trigram", required=True,
                       default=lambda self: self.env["ir.sequence"].next_by_code("stock.quant.package") or "/")
    quant_ids = fields.One2many("stock.quant", "package_id", "Bulk Content", readonly=True)
    location_id = fields.Many2one("stock.location", "Location", compute="_compute_location", store=True, index=True)
    company_id = fields.Many2one("res.company", "Company", compute="_compute_location", store=True, index=True)
    pack_date = fields.Date("Pack Date", default=fields.Date.context_today)

    @api.depends("quant_ids.location_id", "quant_ids.company_id", "quant_ids.quantity")
    def _compute_location(self):
        for package in self:
            quants = package.quant_ids.filtered(lambda quant: quant.quantity > 0)
            package.location_id = quants.location_id if len(quants.location_id) == 1 else False
            package.company_id = quants.company_id if len(quants.company_id) == 1 else False

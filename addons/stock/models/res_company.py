from core import _, api, fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internal_transit_location_id = fields.Many2one("stock.location", "Internal Transit Location",
                                                   ondelete="restrict", check_company=True)

    @api.model_create_multi
    def create(self, vals_list):
        companies = super().create(vals_list)
        companies._create_company_locations()
        companies.sudo()._create_warehouse()
        return companies

    def _create_company_locations(self):
        """Locations every company keeps for itself: transit, count differences, scrap."""
        virtual = self.env.ref("stock.stock_location_locations_virtual", raise_if_not_found=False)
        for company in self:
            place = self.env["stock.location"].sudo().with_company(company)
            values = {"company_id": company.id, "location_id": virtual.id if virtual else False}
            transit = place.create({"name": _("Inter-warehouse transit"), "usage": "transit", "active": False, **values})
            company.internal_transit_location_id = transit
            place.create({"name": _("Inventory adjustment"), "usage": "inventory", **values})
            place.create({"name": _("Production"), "usage": "production", **values})
            place.create({"name": _("Scrap"), "usage": "inventory", "scrap_location": True, **values})

    def _create_warehouse(self):
        for company in self:
            self.env["stock.warehouse"].with_company(company).create({
                "name": company.name,
                "code": self._warehouse_code(company),
                "company_id": company.id,
                "partner_id": company.partner_id.id,
            })

    @api.model
    def _warehouse_code(self, company):
        letters = "".join(character for character in company.name or "WH" if character.isalnum())[:5].upper() or "WH"
        return letters

    @api.model
    def _create_missing_locations(self):
        """Give the companies that existed before this addon their locations."""
        location = self.env["stock.location"].sudo()
        owning = location.search([("usage", "=", "inventory"), ("company_id", "!=", False)]).company_id
        (self.sudo().search([]) - owning)._create_company_locations()
        main_company = self.env.ref("base.main_company", raise_if_not_found=False)
        if main_company:
            self._name_main_locations(main_company)
        return True

    @api.model
    def _name_main_locations(self, company):
        location = self.env["stock.location"].sudo()
        own = [("company_id", "=", company.id)]
        named = {
            "location_inventory": location.search([*own, ("usage", "=", "inventory"), ("scrap_location", "=", False)], limit=1),
            "location_production": location.search([*own, ("usage", "=", "production")], limit=1),
            "stock_location_scrapped": location.search([*own, ("scrap_location", "=", True)], limit=1),
        }
        self.env["ir.model.data"]._update_xmlids([
            {"xml_id": f"stock.{name}", "record": record, "noupdate": True} for name, record in named.items() if record])

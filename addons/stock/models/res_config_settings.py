from core import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    group_stock_production_lot = fields.Boolean("Lots & Serial Numbers", implied_group="stock.group_production_lot")
    group_stock_multi_locations = fields.Boolean("Storage Locations", implied_group="stock.group_stock_multi_locations")
    group_stock_adv_location = fields.Boolean("Multi-Step Routes", implied_group="stock.group_adv_location")
    group_stock_tracking_lot = fields.Boolean("Packages", implied_group="stock.group_tracking_lot")
    group_stock_tracking_owner = fields.Boolean("Consignment", implied_group="stock.group_tracking_owner")
    module_stock_account = fields.Boolean("Inventory Valuation")

{
    "name": "Sales and Warehouse Management",
    "summary": "Deliver what was ordered, and know what was delivered",
    "version": "18.0.1.0.0",
    "category": "Hidden",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["sale", "stock_account"],
    "auto_install": True,
    "data": [
        "security/ir.model.access.csv",
        "security/sale_stock_security.xml",
        "workflow/sale_order.xml",
        "views/sale_order_views.xml",
        "views/stock_views.xml",
        "data/sale_tour.xml",
        "views/res_config_settings_views.xml",
    ],
}

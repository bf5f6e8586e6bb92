{
    "name": "Delivery Costs",
    "summary": "Delivery methods, what they cost, and to whom they apply",
    "version": "18.0.1.0.0",
    "category": "Sales/Delivery",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["sale"],
    "data": [
        "security/ir.model.access.csv",
        "security/delivery_security.xml",
        "data/delivery_data.xml",
        "wizard/choose_delivery_carrier_views.xml",
        "views/delivery_carrier_views.xml",
        "views/sale_order_views.xml",
        "views/res_partner_views.xml",
    ],
    "demo": ["demo/delivery_demo.xml"],
}

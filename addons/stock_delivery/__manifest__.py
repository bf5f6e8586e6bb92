{
    "name": "Delivery - Stock",
    "summary": "Deliveries know their method, weight and tracking number; real costs come back to the order",
    "version": "18.0.1.0.0",
    "category": "Sales/Delivery",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["delivery", "sale_stock"],
    "auto_install": True,
    "data": ["views/stock_picking_views.xml"],
}

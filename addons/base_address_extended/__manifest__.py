{
    "name": "Extended Addresses",
    "summary": "Streets in parts, and cities to choose from",
    "version": "18.0.1.1",
    "category": "Sales/Sales",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["base", "contacts"],
    "data": [
        "security/ir.model.access.csv",
        "views/res_city_views.xml",
        "views/res_country_views.xml",
        "views/res_partner_views.xml",
    ],
}

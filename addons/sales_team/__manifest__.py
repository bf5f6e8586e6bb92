{
    "name": "Sales Teams",
    "version": "1.1",
    "category": "Sales/Sales",
    "summary": "Teams of salespeople, their members and tags",
    "depends": ["base", "mail"],
    "data": [
        "security/sales_team_security.xml",
        "security/ir.model.access.csv",
        "data/crm_team_data.xml",
        "views/crm_team_views.xml",
        "views/crm_tag_views.xml",
    ],
    "license": "LGPL-3",
}

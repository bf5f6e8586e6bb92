{
    "name": "Sales Teams",
    "summary": "Teams, their members, and the roles of salespeople",
    "version": "18.0.1.1",
    "category": "Sales/Sales",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["base", "mail"],
    "data": [
        "security/sales_team_security.xml",
        "security/ir.model.access.csv",
        "data/crm_team_data.xml",
        "views/crm_tag_views.xml",
        "views/crm_team_member_views.xml",
        "views/crm_team_views.xml",
    ],
    "demo": ["demo/crm_team_demo.xml"],
    "installable": True,
}

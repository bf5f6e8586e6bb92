{
    "name": "Analytic Accounting",
    "summary": "Income and expenses by project, department or contract",
    "version": "18.0.1.0.0",
    "category": "Accounting/Accounting",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["base", "mail", "uom", "web"],
    "data": [
        "security/analytic_security.xml",
        "security/ir.model.access.csv",
        "data/analytic_data.xml",
        "views/analytic_plan_views.xml",
        "views/analytic_line_views.xml",
        "views/analytic_account_views.xml",
        "views/analytic_distribution_model_views.xml",
    ],
}

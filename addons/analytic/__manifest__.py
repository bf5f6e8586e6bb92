{
    "name": "Analytic Accounting",
    "summary": "Costs and revenues by project, department or what else counts",
    "version": "18.0.1.0",
    "category": "Accounting/Accounting",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["base", "mail", "uom"],
    "data": [
        "security/analytic_security.xml",
        "security/ir.model.access.csv",
        "data/analytic_data.xml",
        "views/analytic_plan_views.xml",
        "views/analytic_account_views.xml",
        "views/analytic_line_views.xml",
        "views/analytic_distribution_model_views.xml",
    ],
}

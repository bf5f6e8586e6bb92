{
    "name": "Web",
    "summary": "The pages of the web client: sign-in, menus, lists, forms, search, dialogs",
    "version": "18.0.1.0",
    "category": "Hidden",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["base"],
    "auto_install": True,
    "data": ["security/ir.model.access.csv", "views/report_templates.xml", "views/web_menus.xml"],
    "bootstrap": True,
}

{
    "name": "Import",
    "summary": "Import CSV and XLSX files in the browser: map columns, preview, errors at row and column, undo",
    "version": "18.0.1.0.0",
    "category": "Hidden/Tools",
    "license": "LGPL-3",
    "depends": ["web"],
    "auto_install": True,
    "data": [
        "security/ir.model.access.csv",
        "security/base_import_security.xml",
        "views/import_templates.xml",
        "views/base_import_history_views.xml",
    ],
}

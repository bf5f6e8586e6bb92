{
    "name": "Initial Setup Tools",
    "summary": "General settings: companies, users, languages",
    "version": "18.0.1.0.0",
    "category": "Hidden",
    "author": "Sen",
    "license": "LGPL-3",
    "depends": ["base", "web"],
    "data": ["views/res_config_settings_views.xml"],
    "auto_install": False,
}

{
    "name": "Contract: base",
    "summary": "A small world that uses every part of the addon API",
    "version": "18.0.1.0.0",
    "license": "LGPL-3",
    "depends": ["mail"],
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/records.xml",
        "data/contract.tag.csv",
        "views/thing_views.xml",
        "views/settings_views.xml",
    ],
    "demo": ["data/demo.xml"],
}

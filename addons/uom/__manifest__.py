{
    "name": "Units of Measure",
    "summary": "Units, their categories and the conversion between them",
    "version": "18.0.1.0.0",
    "category": "Sales/Sales",
    "depends": ["base"],
    "data": [
        "security/uom_security.xml",
        "security/ir.model.access.csv",
        "data/uom_data.xml",
        "views/uom_uom_views.xml",
    ],
    "license": "LGPL-3",
}

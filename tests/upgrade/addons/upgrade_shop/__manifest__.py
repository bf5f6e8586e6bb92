{
    "name": "Shop of the upgrade tests",
    "version": "18.0.1.1.0",
    "license": "LGPL-3",
    "depends": ["base"],
    "data": ["security/ir.model.access.csv", "data/items.xml"],
}

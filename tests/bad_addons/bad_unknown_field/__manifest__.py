{
    "name": "bad_unknown_field",
    "version": "1.0",
    "depends": ["base"],
    "data": ["data/partners.xml", "security/ir.model.access.csv"],
    "license": "LGPL-3",
}

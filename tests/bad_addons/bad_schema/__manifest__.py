{
    "name": "bad_schema",
    "version": "1.0",
    "depends": ["base"],
    "data": ["data/partners.xml"],
    "license": "LGPL-3",
}

{
    "name": "bad_import",
    "version": "1.0",
    "depends": ["base"],
    "data": [],
    "license": "LGPL-3",
}

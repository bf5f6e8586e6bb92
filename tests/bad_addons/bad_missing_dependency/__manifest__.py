{
    "name": "bad_missing_dependency",
    "version": "1.0",
    "depends": ["base", "no_such_addon"],
    "data": [],
    "license": "LGPL-3",
}

{
    "name": "bad_duplicate_id",
    "version": "1.0",
    "depends": ["base"],
    "data": ["data/partners.xml"],
    "license": "LGPL-3",
}

{
    "name": "bad_unknown_model",
    "version": "1.0",
    "depends": ["base"],
    "data": ["data/things.xml"],
    "license": "LGPL-3",
}

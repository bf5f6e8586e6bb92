{
    "name": "bad_xml",
    "version": "1.0",
    "depends": ["base"],
    "data": ["data/broken.xml"],
    "license": "LGPL-3",
}

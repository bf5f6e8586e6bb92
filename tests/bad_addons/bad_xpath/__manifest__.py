{
    "name": "bad_xpath",
    "version": "1.0",
    "depends": ["base"],
    "data": ["views/partner.xml"],
    "license": "LGPL-3",
}

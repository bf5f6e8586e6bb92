{
    "name": "bad_cycle_a",
    "version": "1.0",
    "depends": ["bad_cycle_b"],
    "data": [],
    "license": "LGPL-3",
}

{
    "name": "bad_cycle_b",
    "version": "1.0",
    "depends": ["bad_cycle_a"],
    "data": [],
    "license": "LGPL-3",
}

{
    "name": "bad_hook",
    "version": "1.0",
    "depends": ["base"],
    "post_init_hook": "post_init",
    "license": "LGPL-3",
}

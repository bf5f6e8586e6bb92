def post_init(env):
    env["res.partner"].create({"name": "Left behind"})
    raise ValueError("the hook refuses")

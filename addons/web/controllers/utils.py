"""Helpers that controllers and models of existing addons import."""


def clean_action(action, env):
    """The action as a client takes it: what it may read of it, with the list of views every window needs."""
    action_type = action.setdefault("type", "ir.actions.act_window_close")
    action.setdefault("flags", {})
    if action_type == "ir.actions.act_window" and not action.get("views"):
        view_id = action.get("view_id") or False
        view_id = view_id[0] if isinstance(view_id, (list, tuple)) else view_id
        modes = (action.get("view_mode") or "list,form").split(",")
        action["views"] = [(view_id if index == 0 else False, mode) for index, mode in enumerate(modes)]
    model = env[action_type] if action_type in env else None
    if model is not None and hasattr(model, "_get_readable_fields"):
        readable = model._get_readable_fields()
        custom = {name: value for name, value in action.items() if name not in model._fields}
        return {**{name: value for name, value in action.items() if name in readable}, **custom}
    return action

"""The home page: the user's apps, and what waits in them."""
from collections import defaultdict

from .page import action_url

#: Beyond this many the exact number tells nothing.
_MOST_COUNTED = 99


def todos_by_app(env):
    """{xml id of the app: [{"name", "count", "url", "late"}]} of what waits for the user; nothing where nothing waits."""
    found = defaultdict(list)
    for todo in env["ir.ui.menu"]._todos():
        action = env.ref(todo["action"], raise_if_not_found=False)
        if action is None or not env[todo["model"]].has_access("read"):
            continue
        count = env[todo["model"]].search_count(todo["domain"], limit=_MOST_COUNTED + 1)
        if count:
            found[todo["menu"]].append({
                "name": todo["name"], "count": count if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+", "late": todo.get("late", False),
                "url": _address(env, action, todo)})
    return found


def _address(env, action, todo):
    """The list of exactly what was counted: `s=1` keeps the filters away that the menu entry switches on."""
    url = action_url(env, {"id": action.id, "res_model": todo["model"], "view_mode": "list", "domain": todo["domain"]})
    return f"{url}&s=1"

"""The command palette (Ctrl+K): what the user can open, found by a few letters, with or without diacritics."""
from urllib.parse import quote

from core.tools import remove_accents

from .page import _action_address, model_slug, translate as _

#: People wait for this while they type: a few of each kind, from the models that matter.
_MOST_MENUS = 6
_MOST_MODELS = 12
_MOST_RECORDS = 4
_SHORTEST_NAME = 2
_SETTINGS = "base.menu_administration"
_APART = ("report", "config")


def folded(text):
    """The text as it is compared: without diacritics and case."""
    return remove_accents(text or "").casefold()


def suggestions(env, text, preferred=()):
    """Groups of what fits the text: `[{"title", "items": [{"name", "hint", "url"}]}]`, best first; documents have a `key`.

    :param preferred: names of models in the order in which their records should come (those used most)
    """
    text = " ".join(text.split())
    menus = env["ir.ui.menu"].load_menus()
    groups = [{"title": _("Menus"), "items": _menu_items(env, menus, folded(text).split())}]
    if len(text) >= _SHORTEST_NAME:
        groups += _record_groups(env, text, _models(env, menus, preferred))
    return [group for group in groups if group["items"]]


def _menu_items(env, menus, words):
    """Menu entries whose path holds every word; those whose own name begins with the first word come first."""
    slugs = env["ir.actions.act_window"]._web_slugs()[1]
    found = []
    for key, menu in menus.items():
        url = _action_address(menu, slugs) if key != "root" else None
        if not url:
            continue
        path = _path(menus, menu)
        compared = folded(" ".join(path))
        if all(word in compared for word in words):
            begins = bool(words) and folded(menu["name"]).startswith(words[0])
            found.append((not begins, len(path), {"name": menu["name"], "hint": " › ".join(path[:-1]), "url": url}))
    found.sort(key=lambda entry: entry[:2])
    return [item for _begins, _depth, item in found[:_MOST_MENUS]]


def _path(menus, menu):
    names = [menu["name"]]
    while menu["parent_id"]:
        menu = menus[menu["parent_id"]]
        names.insert(0, menu["name"])
    return names


def _models(env, menus, preferred):
    """(model, label) of the documents the user's menus lead to; technical ones are found by their menu instead."""
    actions = env["ir.actions.act_window"]
    labels = {}
    for app_key in menus["root"]["children"]:
        if menus[app_key]["xmlid"] == _SETTINGS:
            continue
        for menu in _below(menus, app_key):
            found = actions._web_action(menu["action_id"], env.lang) if menu["action_model"] == "ir.actions.act_window" else None
            if found and "list" in found["views"]:
                labels.setdefault(found["model"], found["name"])
    rank = {model: position for position, model in enumerate(preferred)}
    usable = [model for model in labels if model in env.registry and not env.registry[model]._transient and env[model].has_access("read")]
    usable.sort(key=lambda model: rank.get(model, len(rank)))
    return [(model, labels[model]) for model in usable[:_MOST_MODELS]]


def _below(menus, key):
    """The entries of a menu; what lies under reports and configuration is no document people look for by name."""
    menu = menus[key]
    if any(word in menu["xmlid"].rpartition(".")[2] for word in _APART):
        return
    if menu["action_id"]:
        yield menu
    for child in menu["children"]:
        yield from _below(menus, child)


def _record_groups(env, text, models):
    groups = []
    for model, label in models:
        found = env[model].name_search(text, limit=_MOST_RECORDS)
        base = f"/app/{quote(model_slug(env, model))}"
        groups.append({"title": label, "items": [{"name": name, "hint": "", "url": f"{base}/{record_id}", "key": f"{model}/{record_id}"} for record_id, name in found]})
    return groups

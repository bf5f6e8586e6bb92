"""The frame of every page: templates, menus, breadcrumbs, messages."""
import functools
import json
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import jinja2
from markupsafe import Markup, escape
from werkzeug.exceptions import NotFound

from core import views
from core.exceptions import AccessError
from core.http import Response, asset_url, request
from core.i18n import get_text
from core.tools import file_path
from core.views.search import evaluate

from . import brand
from .icons import icon

_HTMX_CONFIG = json.dumps({
    # No inline styles or evaluated attributes: the content security policy forbids both.
    "includeIndicatorStyles": False, "allowEval": False, "allowScriptTags": False, "historyCacheSize": 0,
    "refreshOnHistoryMiss": True, "defaultSwapStyle": "innerHTML", "scrollBehavior": "instant", "scrollIntoViewOnBoost": False,
    "responseHandling": [
        {"code": "204", "swap": False}, {"code": "[23]..", "swap": True}, {"code": "401", "swap": False},
        {"code": "[45]..", "swap": True, "error": False},
    ],
})


def translate(source, *args, **kwargs):
    """A text of this addon in the language of the request."""
    text = get_text("web", request.lang, source)
    return text % (kwargs or args) if args or kwargs else text


_ = translate
_BAR_LIFETIME_S = 60
_MOST_BARS = 500
_CSRF_PLACE, _HERE_PLACE = "@@csrf@@", "@@here@@"
_bars: dict = {}


@functools.cache
def client_modules():
    """The modules web.js imports, to be fetched side by side instead of one after the other."""
    source = (Path(__file__).parent / "static" / "src" / "web.js").read_text(encoding="utf-8")
    return re.findall(r'^import "\./([\w.-]+)"', source, re.MULTILINE)


_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    auto_reload=False)
_templates.globals.update(icon=icon, modules=client_modules, asset=asset_url, htmx_config=_HTMX_CONFIG, _=translate, csrf=lambda: request.csrf_token())


def render_template(name, **values):
    return Markup(_templates.get_template(name).render(values))


def render_plain(name, **values):
    """A page without menus: signing in, errors."""
    company = brand.shown_company(request.env)
    return Response(_templates.get_template(name).render(
        lang=request.lang, csrf_token=request.csrf_token(), theme=theme(), company=company, style=brand.style_address(company),
        logo=brand.logo_address(company), **values))


def theme():
    """'light' or 'dark' when the user chose one; '' follows the system."""
    chosen = request.httprequest.cookies.get("theme")
    return chosen if chosen in ("light", "dark") else ""


# -- actions and addresses -----------------------------------------------------------------------------


@dataclass(slots=True)
class Action:
    """A window action as pages use it. `id` is 0 for the plain pages of a model (`m-<model>`)."""

    id: int
    slug: str
    name: str
    model: str
    views: dict = field(default_factory=dict)
    domain: str = "[]"
    context: str = "{}"
    search_view_id: int | None = None
    limit: int = 80
    help: str = ""
    target: str = "current"

    def evaluated_context(self, env):
        return dict(evaluate(self.context or "{}", _names(env)) or {})

    def evaluated_domain(self, env):
        return list(evaluate(self.domain or "[]", _names(env)) or [])


def _names(env):
    context = dict(env.context)
    return {"uid": env.uid, "context": context, "active_id": context.get("active_id"), "active_ids": context.get("active_ids"),
            "active_model": context.get("active_model"), "allowed_company_ids": env.companies.ids}


def find_action(env, slug):
    """The action behind a part of an address; NotFound when there is none the user may open."""
    if slug.startswith("m-"):
        model = slug[2:]
        if model not in env.registry or env.registry[model]._abstract:
            raise NotFound()
        return Action(0, slug, env["ir.model"]._get(model).sudo().name or model, model)
    by_slug, by_id = env["ir.actions.act_window"]._web_slugs()
    action_id = by_slug.get(slug)
    if action_id is None and slug.startswith("action-") and slug[7:].isdigit() and int(slug[7:]) in by_id:
        action_id = int(slug[7:])
    if action_id is None:
        raise NotFound()
    return action_of_id(env, action_id)


def action_of_id(env, action_id):
    found = env["ir.actions.act_window"]._web_action(action_id, request.lang)
    if found is None:
        raise NotFound()
    values = dict(found)
    groups = values.pop("groups")
    if groups and groups.isdisjoint(env.user._get_group_ids()):
        raise AccessError(_("You may not open “%s”.", values["name"]))
    slug = env["ir.actions.act_window"]._web_slugs()[1].get(action_id, f"action-{action_id}")
    return Action(id=action_id, slug=slug, **values)


def model_slug(env, model):
    action_id = env["ir.actions.act_window"]._web_action_of_model(model)
    return env["ir.actions.act_window"]._web_slugs()[1][action_id] if action_id else f"m-{model}"


@dataclass(slots=True)
class Crumb:
    """One step of the way here: a list (`record_id` None), a record, or a new one ('new')."""

    action: Action
    record_id: int | str | None
    url: str
    title: str = ""


def _record_number(part):
    """The id in an address, or 'new'; no database holds an id of more than 18 digits."""
    if len(part) > 18:
        raise NotFound()
    return int(part) if part.isdigit() else "new"


def parse_path(env, path):
    """The crumbs of `/app/<path>`: `quotations/12/transfers/7` is list, record, list, record."""
    crumbs, url, parts = [], "/app", [part for part in path.split("/") if part]
    position = 0
    while position < len(parts):
        action = find_action(env, parts[position])
        url += f"/{quote(parts[position])}"
        crumbs.append(Crumb(action, None, url, action.name))
        position += 1
        if position < len(parts) and (parts[position].isdigit() or parts[position] == "new"):
            part = parts[position]
            url += f"/{part}"
            crumbs.append(Crumb(action, _record_number(part), url))
            position += 1
    if not crumbs or len(crumbs) > 24:
        raise NotFound()
    return crumbs


def name_crumbs(env, crumbs):
    """Titles of the records on the way; one that is gone or forbidden keeps its number."""
    for crumb in crumbs:
        if crumb.title:
            continue
        if crumb.record_id == "new":
            # a wizard on a page of its own (settings) is no new record to its user
            crumb.title = crumb.action.name if env.registry[crumb.action.model]._transient else _("New")
            continue
        record = env[crumb.action.model].browse(crumb.record_id)
        try:
            crumb.title = record.display_name or f"#{crumb.record_id}"
        except Exception:
            crumb.title = f"#{crumb.record_id}"


def list_query(action):
    """The query that carries a button's action into an address: its domain and the defaults of its context."""
    query = {}
    domain = action.get("domain")
    if domain and domain not in ("[]", []):
        query["domain"] = domain if isinstance(domain, str) else json.dumps(domain, default=str)
    context = action.get("context")
    if isinstance(context, str):
        context = evaluate(context) if context.strip() else {}
    kept = {key: value for key, value in (context or {}).items()
            if key.startswith(("default_", "search_default_")) or key in ("active_id", "active_ids", "active_model")}
    if kept:
        query["ctx"] = json.dumps(kept, default=str)
    return query


def action_url(env, action, base="/app"):
    """The address a window action (a dictionary a method returned) leads to, below the page it was started on."""
    model, record_id = action.get("res_model"), action.get("res_id")
    by_id = env["ir.actions.act_window"]._web_slugs()[1]
    slug = by_id.get(action.get("id")) or model_slug(env, model)
    url = f"{base}/{quote(slug)}"
    kinds = [kind for _view, kind in action.get("views") or []] or (action.get("view_mode") or "list,form").split(",")
    query = list_query(action)
    if record_id or kinds[0] == "form":
        query = {key: value for key, value in query.items() if key == "ctx" and not record_id}
        url += f"/{record_id or 'new'}"
    return url + (f"?{urlencode(query)}" if query else "")


def record_address(env, model, record_id):
    """The address of a record's page, from anywhere."""
    return f"/app/{quote(model_slug(env, model))}/{record_id}"


# -- messages --------------------------------------------------------------------------------------------


def flash(text, kind="info", title=""):
    """A message shown on the next page."""
    request.session["flash"] = [*(request.session.get("flash") or ()), {"text": str(text), "kind": kind, "title": title}]


def take_flashes():
    found = request.session.get("flash") or []
    if found:
        request.session["flash"] = None
    return found


# -- the frame -----------------------------------------------------------------------------------------------


class WebPage(views.Page):
    """A page inside the frame. Subclasses fill `main` and say which action they belong to."""

    def __init__(self, env, crumbs=(), title=""):
        self.env = env
        self.crumbs = list(crumbs)
        self.title = title
        self.url = crumbs[-1].url if crumbs else "/app"

    @property
    def action(self):
        return self.crumbs[-1].action if self.crumbs else None

    def record_url(self, model, record_id):
        slug = model_slug(self.env, model)
        for crumb in self.crumbs:  # going back to a record on the way does not lengthen the way
            if crumb.action.model == model and crumb.record_id == record_id:
                return crumb.url
        base = self.url if self.crumbs and isinstance(self.crumbs[-1].record_id, int) and len(self.crumbs) < 10 else "/app"
        return f"{base}/{quote(slug)}/{record_id}"

    def respond(self, main, *, messages=(), status=200, push=None):
        """The whole page; for htmx only what changes, and where it goes."""
        name_crumbs(self.env, self.crumbs)
        values = {
            "main": main, "title": self.title or (self.crumbs[-1].title if self.crumbs else "Sen"), "crumbs": self.crumbs,
            "messages": [*take_flashes(), *messages], "csrf_token": request.csrf_token(), "lang": request.lang, "theme": theme(),
            "navigation": self._navigation_bar(), "login": request.session.login or "",
            "style": brand.style_address(self.env.company.sudo()),
        }
        fragment = request.is_htmx and request.httprequest.headers.get("HX-History-Restore-Request") != "true"
        if not fragment:
            values["scripts"] = self.env["ir.http"]._web_page_scripts()
        response = Response(_templates.get_template("fragment.html" if fragment else "page.html").render(values), status=status)
        response.headers["Vary"] = "HX-Request"
        if fragment:
            response.headers["HX-Retarget"] = "#main"
            if request.httprequest.method == "GET":
                address = push or _own_address()
                # A record saved in place is one step of the browser's history, not two.
                response.headers["HX-Replace-Url" if address == _shown_address() else "HX-Push-Url"] = address
        return response

    def _navigation_bar(self):
        """The top bar. It is the same for minutes on end, so it is kept per user and place in the menu."""
        menus = self.env["ir.ui.menu"].load_menus()
        current = self._current_menu(menus)
        key = (self.env.cr.dbname, self.env.uid, id(menus), current and current["id"], request.lang, theme(),
               tuple(request.session.get("company_ids") or ()), bool(request.session.debug))
        found = _bars.get(key)
        if found is None or found[0] < time.monotonic():
            if len(_bars) > _MOST_BARS:
                _bars.clear()
            drawn = _templates.get_template("nav.html").render(
                csrf_token=_CSRF_PLACE, here=_HERE_PLACE, lang=request.lang, theme=theme(), **self.navigation())
            # the menus are kept in the entry, so that their id() cannot be given to others meanwhile
            found = _bars[key] = (time.monotonic() + _BAR_LIFETIME_S, drawn, menus)
        return Markup(found[1].replace(_CSRF_PLACE, request.csrf_token()).replace(_HERE_PLACE, str(escape(_own_address()))))

    def navigation(self):
        menus = self.env["ir.ui.menu"].load_menus()
        slugs = self.env["ir.actions.act_window"]._web_slugs()[1]
        current = self._current_menu(menus)
        app = menus.get(current["app_id"]) if current else None
        user = self.env.user
        return {
            "apps": [{"name": menus[key]["name"], "url": _menu_url(menus, key, slugs), "current": app is not None and app["id"] == key,
                      "hue": _hue(menus[key]["xmlid"]), "xmlid": menus[key]["xmlid"], "icon": _icon_address(menus[key]["web_icon"])} for key in menus["root"]["children"]],
            "app": app, "sections": _sections(menus, app, slugs, current) if app else [],
            "user": user, "languages": self.env["res.lang"].get_installed(),
            "companies": user.sudo().company_ids, "active_companies": self.env.companies.ids,
            "company": self.env.company.sudo(), "user_entries": self.env["ir.http"]._web_user_menu(), "logo": brand.logo_address(self.env.company.sudo()),
        }

    def _current_menu(self, menus):
        if not self.crumbs:
            return None
        wanted = self.crumbs[0].action
        found = [menu for key, menu in menus.items() if key != "root" and menu["action_model"] == "ir.actions.act_window"
                 and menu["action_id"] == wanted.id and wanted.id]
        return found[0] if found else None


def as_dialog(env, main, *, title="", status=200):
    """A `<dialog>` over the page that asked for it; without a script a page of its own."""
    if not request.is_htmx:
        return WebPage(env, (), title).respond(main, status=status)
    response = Response(main, status=200)
    response.headers.update({"HX-Retarget": "#dialogs", "HX-Reswap": "morphing", "HX-Push-Url": "false"})
    return response


def _shown_address():
    """The address in the browser's address bar while it asks for something else."""
    shown = urlsplit(request.httprequest.headers.get("HX-Current-URL") or "")
    return f"{shown.path}?{shown.query}" if shown.query else shown.path


def _own_address():
    path = request.httprequest.full_path if request.httprequest.query_string else request.httprequest.path
    return path if request.httprequest.method == "GET" else request.httprequest.path


def _menu_url(menus, key, slugs):
    """The address of the first thing that opens below a menu."""
    todo = [key]
    while todo:
        menu = menus[todo.pop(0)]
        url = _action_address(menu, slugs)
        if url:
            return url
        todo = [*menu["children"], *todo]
    return None


def _action_address(menu, slugs):
    kind = menu["action_model"]
    if kind == "ir.actions.act_window" and menu["action_id"] in slugs:
        return f"/app/{quote(slugs[menu['action_id']])}"
    return f"/web/run/{menu['action_id']}" if kind in ("ir.actions.server", "ir.actions.act_url", "ir.actions.client") else None


def _sections(menus, app, slugs, current):
    """The app's menu: entries, and groups of entries one level deep."""
    sections = []
    for key in app["children"]:
        entries = _entries(menus, key, slugs, current)
        if menus[key]["children"]:
            sections.append({"name": menus[key]["name"], "entries": entries, "current": any(entry["current"] for entry in entries)})
        else:
            sections += entries
    return sections if len(sections) > 1 or sections and sections[0]["entries"] else []


def _entries(menus, key, slugs, current):
    menu = menus[key]
    own = []
    url = _action_address(menu, slugs)
    if url:
        own = [{"name": menu["name"], "url": url, "current": current is not None and current["id"] == key, "entries": None}]
    for child in menu["children"]:
        own += _entries(menus, child, slugs, current)
    return own


def _icon_address(web_icon):
    """The address of a menu's picture, `addon,static/description/icon.svg`; '' when there is no such file."""
    addon, _comma, path = (web_icon or "").partition(",")
    try:
        file_path(f"{addon}/{path}")
    except (OSError, ValueError):
        return ""
    return asset_url(f"{addon}/{path.removeprefix('static/')}")


def _hue(name):
    return sum(ord(letter) * (index + 7) for index, letter in enumerate(name)) % 12

"""What list and kanban pages share: the search of the address, favourites, and actions on the selected records."""
import json
from urllib.parse import parse_qsl, urlencode, urlsplit

import psycopg2

from core import views
from core.exceptions import UserError
from core.http import request
from core.http.rpc import call_kw

from . import deletion
from .form_page import follow, run_action
from .page import WebPage, flash, render_template, translate as _
from .search_state import OPERATORS, SearchState, interval_label, operator_label

#: More records are counted as "10,000+", and an action on "all" takes no more than the second number.
MOST_COUNTED = 10_000
MOST_SELECTED = 50_000
SIZES = (20, 40, 80, 200, 500)
KINDS = ("list", "kanban")
_IMPOSSIBLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError, psycopg2.DataError, psycopg2.ProgrammingError)


class RecordsPage(WebPage):
    """One action's records. Subclasses draw them."""

    kind = ""

    def __init__(self, env, crumbs, context, args=None):
        """
        :param args: the parameters of the address; those of the request without it
        """
        super().__init__(env, crumbs)
        action = self.action
        context = {**action.evaluated_context(env(context={**env.context, **context})), **context}
        self.env = env(context={**env.context, **context})
        self.model = self.env[action.model]
        self.args = request.httprequest.args if args is None else args
        View = self.env["ir.ui.view"]
        self.view_id = action.views.get(self.kind) or False
        self.view = View._compiled(action.model, self.kind, self.view_id)
        self.search = View._compiled(action.model, "search", action.search_view_id)
        self.state = SearchState(self.model, self.search, self.args, self.url, action_id=action.id,
                                 default_groups=[spec for spec in self.view.default_group_by.split(",") if spec])

    # -- what is asked -------------------------------------------------------------------------------

    def domain(self):
        return self.action.evaluated_domain(self.env) + self._address_domain() + self.state.domain()

    def _address_domain(self):
        text = self.args.get("domain")
        if not text:
            return []
        try:
            try:
                found = json.loads(text)
            except ValueError:
                found = views.search.evaluate(text, {"uid": self.env.uid, "context": dict(self.env.context)})
            return [tuple(term) if isinstance(term, list) else term for term in found]
        except Exception as error:
            raise UserError(_("The filter in this address cannot be read."), hint=_("Open the page from its menu.")) from error

    def order(self):
        """The order as SQL wants it; None for the model's own."""
        return ", ".join(f"{name} desc" if down else name for name, down in self.state.order()) or self.view.default_order or None

    def size(self):
        """Records on a page."""
        size = self.args.get("size") or ""
        if size.isdigit() and len(size) < 4 and int(size) in SIZES:
            return int(size)
        return min(self.view.limit if "limit" in self.view.attributes else self.action.limit, SIZES[-1])

    def number(self):
        """The page asked for, from 1."""
        page = self.args.get("page") or ""
        return max(1, int(page)) if page.isdigit() and len(page) < 8 else 1

    def ask(self, question):
        """What `question()` reads; an address that asks for the impossible gets a sentence instead of an error page."""
        try:
            return question()
        except _IMPOSSIBLE as error:
            if not self.state.is_own and "domain" not in self.args and "sort" not in self.args:
                raise
            raise UserError(_("The search in this address is not possible: %s", str(error).strip().partition("\n")[0]),
                            hint=_("Open the page from its menu.")) from error

    # -- GET ---------------------------------------------------------------------------------------------

    def show(self):
        if self.args.get("__part"):
            return self.part(self.args["__part"])
        try:
            target = self._redirected()
        except UserError as refusal:
            return self.draw(messages=[_message(refusal)])
        return request.redirect(target) if target else self.draw()

    def draw(self, *, messages=(), status=200):
        raise NotImplementedError

    # -- what pages of records have in common ----------------------------------------------------------

    def frame_values(self):
        """What the search bar above list and kanban needs."""
        return {
            "page": self, "action": self.action, "search": self.search, "state": self.state, "facets": self.state.facets(), "args": self.args,
            "may_create": self._may_create(), "kinds": self._kinds(), "kind": self.kind,
        }

    def _kinds(self):
        """The views to switch between: (kind, label, address), when there are several."""
        labels = {"list": _("List"), "kanban": _("Kanban")}
        kinds = offered_kinds(self.action)
        return [(kind, labels[kind], self.state.url(view=kind, page=None, open=None, at=None)) for kind in kinds] if len(kinds) > 1 else []

    def href(self, record_id):
        return f"{self.url}/{record_id}"

    def new_query(self):
        """What a new record is to know of the action this page was opened with."""
        return f"?{urlencode({'ctx': self.args['ctx']})}" if self.args.get("ctx") else ""

    def part_url(self, name):
        url = self.state.url()
        return f"{url}{'&' if '?' in url else '?'}{urlencode({'__part': name})}"

    def hidden_state(self):
        """This address as (name, value) pairs, for a form that adds to it."""
        return parse_qsl(urlsplit(self.state.url(s="1", page=None, open=None, at=None, **self.state.parts)).query)

    def has_period(self, one):
        return any(text.startswith(f"{one.name}:") for text in self.state.parts.get("filter", ()))

    def is_date(self, spec):
        field = self.model._fields.get(spec.partition(":")[0])
        return field is not None and field.type in views.search.DATES

    def panel_values(self):
        """The values to narrow the list by, beside it."""
        return [self._panel_part(each) for each in self.search.panel]

    def _panel_part(self, each):
        chosen = [text for text in self.state.parts.get("panel", ()) if text.startswith(f"{each.name}:")]
        others = [text for text in self.state.parts.get("panel", ()) if text not in chosen]
        grouping = views.Grouping(self.model, self.action.evaluated_domain(self.env), [each.name], views.Aggregates(self.model, {}))
        entries = []
        for group in grouping.first_level(limit=200):
            if group.value:
                text = f"{each.name}:{group.path}"
                kept = [*others, *[item for item in chosen if item != text]] if each.select == "multi" else others
                picked = kept if text in chosen else [*kept, text]
                entries.append({"label": group.label, "count": group.count, "is_chosen": text in chosen,
                                "url": self.state.url(panel=picked or None, page=None, open=None, at=None)})
        return {"label": each.label, "is_multi": each.select == "multi", "is_chosen": bool(chosen), "entries": entries,
                "all_url": self.state.url(panel=others or None, page=None, open=None, at=None)}

    def pager(self, total, shown):
        """The numbers and addresses of the pager."""
        number, size = self.number(), self.size()
        first = (number - 1) * size + 1 if shown else 0
        return {
            "first": first, "last": first + shown - 1 if shown else 0, "total": f"{MOST_COUNTED}+" if total > MOST_COUNTED else total,
            "previous": self.state.url(page=str(number - 1)) if number > 1 else "",
            "next": self.state.url(page=str(number + 1)) if number * size < total else "",
            "sizes": [(each, self.state.url(size=str(each), page=None)) for each in SIZES], "size": size,
        }

    def _may_create(self):
        return self.view.allows("create") and self.model.has_access("create")

    def _may_write(self):
        return self.view.allows("edit") and self.model.has_access("write")

    def _may_delete(self):
        return self.view.allows("delete") and self.model.has_access("unlink")

    def may_export(self):
        return self.env.is_admin() or self.env.user.has_group("base.group_allow_export")

    def bound_actions(self, kind="action"):
        bindings = self.env["ir.actions.actions"].get_bindings(self.action.model)
        return [action for action in bindings.get(kind, ())
                if "list" in (action.get("binding_view_types") or "list,form") and action.get("type") != "ir.actions.client"]

    # -- parts that are fetched on their own ---------------------------------------------------------------

    def part(self, name):
        """`__part` of the address: suggestions while typing, or the menu of the search box."""
        text = (self.args.get("__text") or "").strip()[:200]
        if name == "suggest":
            found = self.state.suggestions(text) if text else []
        elif name == "expand":
            found = self.state.expanded(self.args.get("__field") or "", text)
        elif name == "menu":
            return self._menu()
        else:
            raise UserError(_("The page asked for something it does not have."), hint=_("Reload the page."))
        return request.make_response(render_template("suggestions.html", found=found, text=text, is_expanded=name == "expand"))

    def _menu(self):
        """Filters, groupings and favourites; without a script they are a page of their own."""
        fields = self.state.condition_fields()
        menu = render_template(
            "search_menu.html", **self.frame_values(), fields=fields, operators=[(each, operator_label(each)) for each in OPERATORS],
            groupable=[(name, each["string"]) for name, each in fields.items() if each["groupable"]], intervals=views.search.INTERVALS,
            interval_label=interval_label, periods=views.search.period_options)
        return request.make_response(menu) if request.is_htmx else self.respond(menu)

    def _redirected(self):
        """Where the forms of a page without a script lead: the condition or grouping becomes part of the address; None for other addresses."""
        if "__condition" in self.args:
            return self.state.with_part("custom", self.state.parse_condition(
                self.args["__condition"], self.args.get("__operator") or "", (self.args.get("__value") or "")[:500]))
        if self.args.get("__group"):
            return self.state.with_part("group", self.args["__group"])
        return None

    # -- POST ----------------------------------------------------------------------------------------------

    def selected(self, form):
        """The records an action is for: those ticked, or all that match the search."""
        if form.get("__all") == "1":
            return self.ask(lambda: self.model.search(self.domain(), order=self.order(), limit=MOST_SELECTED))
        return self.model.browse([int(value) for value in form.getlist("ids") if value.isdigit() and len(value) < 10]).exists()

    def back(self):
        return request.redirect(self.state.url())

    def act(self, form):
        name, _colon, argument = (form.get("__action") or "").partition(":")
        handler = getattr(self, f"_do_{name}", None) if name in self.actions else None
        try:
            if handler is None:
                raise UserError(_("The page asked for something this list cannot do."), hint=_("Reload the page."))
            return handler(argument, form)
        except UserError as refusal:
            return self.refused(refusal)

    def refused(self, refusal):
        """Nothing was changed: the same page again, with the reason."""
        self.env.cr.rollback()
        return self.draw(messages=[_message(refusal)], status=200 if request.is_htmx else 422)

    #: what a POST may ask for
    actions = frozenset("delete archive unarchive duplicate export bound button action favourite forget".split())

    def _chosen(self, form):
        records = self.selected(form)
        if not records:
            raise UserError(_("Select at least one record first."))
        return records

    def _do_delete(self, argument, form):
        return deletion.ask(self._chosen(form), back=self.state.url(), here=self.state.url())

    def _do_archive(self, argument, form):
        records = self._chosen(form)
        records.action_archive()
        flash(_("%s archived.", len(records)), "success")
        return self.back()

    def _do_unarchive(self, argument, form):
        records = self._chosen(form)
        records.action_unarchive()
        flash(_("%s taken out of the archive.", len(records)), "success")
        return self.back()

    def _do_duplicate(self, argument, form):
        records = self._chosen(form)
        for record in records:
            record.copy()
        flash(_("%s duplicated.", len(records)), "success")
        return self.back()

    def _do_export(self, argument, form):
        from .export_page import ExportPage

        everything = argument == "all" or form.get("__all") == "1"
        records = self.model.browse() if everything else self._chosen(form)
        return ExportPage(self.env, self.model, ids=records.ids, address=self.state.url() if everything else "",
                          names=[column.name for column in self.exported_columns()]).show()

    def exported_columns(self):
        """The columns an export proposes."""
        return []

    def _do_bound(self, argument, form):
        records = self._chosen(form)
        offered = [*self.bound_actions(), *self.bound_actions("report")]
        if argument not in [str(bound["id"]) for bound in offered]:
            raise UserError(_("This action is not offered here."))
        return follow(self.env, run_action(self.env, int(argument), records), base="/app", back=self.state.url())

    def _do_button(self, argument, form):
        self.check_offered("object", argument)
        return self.press(argument, self.model.browse() if self._needs_no_rows("object", argument) else self._chosen(form))

    def _do_action(self, argument, form):
        """A header button that starts an action."""
        self.check_offered("action", argument)
        records = self.model.browse() if self._needs_no_rows("action", argument) else self._chosen(form)
        return follow(self.env, run_action(self.env, int(argument), records), base="/app", back=self.state.url())

    def _needs_no_rows(self, kind, method):
        return any((button.type, button.method, button.display) == (kind, method, "always") for button in self.view.buttons)

    def check_offered(self, kind, method):
        """Only the buttons of the view are pressed here, whatever else the model could do."""
        if (kind, method) not in {(button.type, button.method) for button in self.view.buttons}:
            raise UserError(_("This action is not offered here."))

    def press_one(self, action):
        """`row.12.button:action_confirm`: a button of one row or card."""
        _row, _dot, rest = action.partition(".")
        key, _dot, rest = rest.partition(".")
        kind, _colon, method = rest.partition(":")
        record = self.record(key)
        self.check_offered("action" if kind == "action" else "object", method)
        if kind == "action":
            return follow(self.env, run_action(self.env, int(method), record), base="/app", back=self.state.url())
        return self.press(method, record)

    def record(self, text):
        """The record an action names."""
        record = self.model.browse(int(text) if text.isdigit() and len(text) < 10 else None).exists()
        if not record:
            raise UserError(_("This record does not exist any more."))
        return record

    def press(self, method, records):
        """Call a button's method on records and follow what it answers."""
        result = call_kw(self.env, self.action.model, method, [records.ids], {})
        return follow(self.env, result, base="/app", back=self.state.url())

    # -- favourites ----------------------------------------------------------------------------------------

    def _do_favourite(self, argument, form):
        """Save the search under a name."""
        name = (form.get("__name") or "").strip()[:100]
        if not name:
            raise UserError(_("Give the search a name."))
        order = [f"{field} desc" if down else field for field, down in self.state.order()]
        groups = self.state.groups()
        saved = self.env["ir.filters"].create_or_replace({
            "name": name, "model_id": self.action.model, "action_id": self.action.id or False,
            "user_id": False if form.get("__shared") == "1" else self.env.uid, "is_default": form.get("__default") == "1",
            "domain": self.state.domain_text(), "context": repr({"group_by": groups} if groups else {}), "sort": json.dumps(order),
        })
        flash(_("The search “%s” was saved.", name), "success")
        return request.redirect(self.state.only("fav", str(saved.id)))

    def _do_forget(self, argument, form):
        """Delete a saved search."""
        known = {str(each["id"]): each for each in self.state.favourites()}
        if argument not in known:
            raise UserError(_("This saved search does not exist any more."))
        self.env["ir.filters"].browse(int(argument)).unlink()
        flash(_("The search “%s” was deleted.", known[argument]["name"]))
        return request.redirect(self.state.without("fav", argument))


def _message(refusal):
    return {"kind": "danger", "title": "", "text": str(refusal.args[0]), "hint": str(getattr(refusal, "hint", None) or "")}


def offered_kinds(action):
    """The pages of records an action has, its first one first."""
    return [kind for kind in action.views if kind in KINDS] or ["list"]


def chosen_kind(action, args):
    """The page of records an address shows."""
    kinds = offered_kinds(action)
    return args["view"] if args.get("view") in kinds else kinds[0]


def address_context(args):
    """Defaults a button's action put into the address; only the harmless keys are taken."""
    try:
        found = json.loads(args.get("ctx") or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items()
            if key.startswith(("default_", "search_default_")) or key in ("active_id", "active_ids", "active_model")}

"""The list page: search box, filters, sorting, paging, and actions on the selected records."""
import json
from urllib.parse import urlencode

from core import views
from core.exceptions import UserError
from core.http import request

from .page import WebPage, flash, render_template, translate as _

_MOST_COUNTED = 10_000


class ListPage(WebPage):
    """One action's records as a table."""

    def __init__(self, env, crumbs, context):
        super().__init__(env, crumbs)
        action = self.action
        context = {**action.evaluated_context(env(context={**env.context, **context})), **context}
        self.env = env(context={**env.context, **context})
        self.model = self.env[action.model]
        self.args = request.httprequest.args
        View = self.env["ir.ui.view"]
        self.view = View._compiled(action.model, "list", action.views.get("list"))
        self.search = View._compiled(action.model, "search", action.search_view_id)

    # -- what is asked -------------------------------------------------------------------------------

    def _chosen_filters(self):
        """Filters of the address; on the first visit the ones the action switches on."""
        if "s" in self.args:
            return [name for name in self.args.getlist("filter") if self.search.filter_named(name)]
        context = self.env.context
        return [each.name for each in self.search.filters if context.get(f"search_default_{each.name}")]

    def _defaults_domain(self):
        """`search_default_<field>` with a value: the action's narrowing, until the user searches."""
        if "s" in self.args:
            return []
        domain = []
        for each in self.search.fields:
            value = self.env.context.get(f"search_default_{each.name}")
            if value and value is not True:
                operator = "in" if isinstance(value, list) else "=" if isinstance(value, int) else "ilike"
                domain.append((each.name, operator, value))
        return domain

    def _domain(self, chosen):
        domain = self.action.evaluated_domain(self.env) + self._address_domain() + self._defaults_domain()
        found = self.search.domain(self.args.get("q", "").strip(), self.args.get("field", ""), chosen, self.env)
        return domain + found

    def _address_domain(self):
        text = self.args.get("domain")
        if not text:
            return []
        try:
            try:
                return json.loads(text)
            except ValueError:
                return list(views.search.evaluate(text, {"uid": self.env.uid, "context": dict(self.env.context)}))
        except Exception as error:
            raise UserError(_("The filter in this address cannot be read."), hint=_("Open the page from its menu.")) from error

    def _order(self):
        sort = self.args.get("sort", "")
        name, _blank, direction = sort.partition(" ")
        field = self.model._fields.get(name)
        if field is None or not (field.store or field.type == "many2one"):
            return "", self.view.default_order or None
        return sort, f"{name} {'desc' if direction == 'desc' else 'asc'}"

    # -- GET ---------------------------------------------------------------------------------------------

    def show(self):
        chosen = self._chosen_filters()
        domain = self._domain(chosen)
        sort, order = self._order()
        limit = min(self.action.limit or 80, 500)
        page = self.args.get("page") or ""
        number = max(1, int(page)) if page.isdigit() and len(page) < 10 else 1
        names = [name for name in self.view.page_fields() if name in self.model._fields]
        records = self.model.search_fetch(domain, names, offset=(number - 1) * limit, limit=limit, order=order)
        total = len(records) if number == 1 and len(records) < limit else self.model.search_count(domain, limit=_MOST_COUNTED + 1)
        values = views.read_values(self.view, records)
        scope = views.Scope(self.view, self.env, {}, page=self)  # columns may depend on the action's context
        main = render_template(
            "list.html", page=self, action=self.action, search=self.search, chosen=chosen, args=self.args, total=total,
            first=(number - 1) * limit + 1 if records else 0, last=(number - 1) * limit + len(records), number=number,
            has_next=number * limit < total, most=_MOST_COUNTED, address=self._address, sort=sort,
            header=views.header_cells(self.view, sort, lambda name, down: self._address(sort=f"{name} desc" if down else name, page=None), scope),
            rows=views.render_rows(self.view, self.env, records, values, self._href, page=self, selectable=True),
            sums=views.render_sums(self.view, self.env, values, self, leading=1),
            columns=len(self.view.visible_columns(scope)) + 1, may_create=self._may_create(), may_delete=self._may_delete(),
            bound=self._bound_actions(), help=self.action.help,
        )
        return self.respond(main)

    def _href(self, record_id):
        return f"{self.url}/{record_id}"

    def _may_create(self):
        return self.view.allows("create") and self.model.has_access("create")

    def _may_delete(self):
        return self.view.allows("delete") and self.model.has_access("unlink")

    def _bound_actions(self):
        bindings = self.env["ir.actions.actions"].get_bindings(self.action.model)
        return [action for action in bindings.get("action", ())
                if "list" in (action.get("binding_view_types") or "list,form") and action.get("type") != "ir.actions.client"]

    def _address(self, **changes):
        """This page with other parameters; None removes one."""
        args = {key: self.args.getlist(key) for key in self.args}
        for key, value in changes.items():
            if value is None:
                args.pop(key, None)
            else:
                args[key] = value if isinstance(value, list) else [value]
        query = urlencode([(key, value) for key, values in args.items() for value in values])
        return f"{self.url}?{query}" if query else self.url

    # -- POST ----------------------------------------------------------------------------------------------

    def act(self, form):
        ids = [int(value) for value in form.getlist("ids") if value.isdigit()]
        records = self.model.browse(ids).exists()
        action = form.get("__action") or ""
        if not records:
            flash(_("Select at least one record first."), "warning")
            return request.redirect(self._address())
        if action == "delete":
            count = len(records)
            records.unlink()
            flash(_("%s deleted.", count))
            return request.redirect(self._address())
        if action.startswith("bound:") and action[6:].isdigit():
            return self._run_bound(int(action[6:]), records)
        if action.startswith("button:"):
            return self._press(action[7:], records)
        raise UserError(_("The page asked for something this list cannot do."))

    def _run_bound(self, action_id, records):
        from .form_page import follow, run_action

        if action_id not in [bound["id"] for bound in self._bound_actions()]:
            raise UserError(_("This action is not offered here."))
        return follow(self.env, run_action(self.env, action_id, records), base="/app", back=self._address())

    def _press(self, method, records):
        from core.http.rpc import call_kw

        from .form_page import follow

        result = call_kw(self.env, self.action.model, method, [records.ids], {})
        return follow(self.env, result, base="/app", back=self._address())

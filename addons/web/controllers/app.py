"""The pages of the client: `/app`, `/app/<action>`, `/app/<action>/<id>`, and deeper."""
from core.http import Controller, request, route

from .. import home
from ..form_page import FormPage, follow
from ..kanban_page import KanbanPage
from ..list_page import ListPage
from ..page import WebPage, parse_path, render_template, translate as _
from ..records_page import RecordsPage, address_context, chosen_kind

#: The pages of records, by kind of view.
RECORDS = {page.kind: page for page in (ListPage, KanbanPage)}


class AppController(Controller):

    @route("/app", auth="user", methods=["GET"], readonly=True)
    def home(self):
        page = WebPage(request.env, title=_("Apps"))
        return page.respond(render_template("home.html", apps=page.navigation()["apps"], todos=home.todos_by_app(request.env)))

    @route("/app/<path:path>", auth="user", methods=["GET"], readonly=True)
    def show(self, path, **kw):
        page = self._page(path)
        if isinstance(page, RecordsPage) and set(page.action.views) == {"form"}:
            return request.redirect(f"{page.url}/new")  # a menu entry that is a dialog or settings: there is no list
        return page.show()

    @route("/app/<path:path>", auth="user", methods=["POST"])
    def act(self, path, **kw):
        return self._page(path).act(request.httprequest.form)

    def _page(self, path):
        crumbs = parse_path(request.env, path)
        context = address_context(request.httprequest.args)
        if crumbs[-1].record_id is not None:
            return FormPage(request.env, crumbs, context)
        page_class = RECORDS[chosen_kind(crumbs[-1].action, request.httprequest.args)]
        return page_class(request.env, crumbs, context)

    @route("/web/run/<int:action_id>", auth="user", methods=["GET", "POST"])
    def run(self, action_id, **kw):
        """A menu entry that is no window: a server action, an address, a client action."""
        # A server action changes things, and a menu is followed by GET: a link on another site must not set it off.
        if request.httprequest.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return request.redirect("/app")
        env = request.env
        base = env["ir.actions.actions"].sudo().browse(action_id).exists()
        if not base:
            raise request.not_found()
        action = env[base.type].sudo().browse(action_id)
        if action.groups_id and not env.user._get_group_ids() & set(action.groups_id.ids) if "groups_id" in action._fields else False:
            raise request.not_found()
        result = action.sudo(False).run() if base.type == "ir.actions.server" else action._get_action_dict()
        return follow(env, result, base="/app", back="/app")

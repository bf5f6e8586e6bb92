from core import _, api, models
from core.http import asset_url


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @api.model
    def _web_page_scripts(self):
        scripts = super()._web_page_scripts()
        tour = self.env["web_tour.tour"]._for_user()
        if tour:
            texts = {
                "begin": _("Show me"), "later": _("No, thanks"), "end": _("End the tour"), "step": _("Step %(now)s of %(all)s"),
                "back": _("Go on with the tour"), "focus": _("Where?"), "skip": _("Skip"), "close": _("Close")}
            scripts.append({"name": "tour", "src": asset_url("web_tour/src/tour.js"), "style": asset_url("web_tour/src/tour.css"),
                            "data": {**tour, "texts": texts}})
        return scripts

    @api.model
    def _web_user_menu(self):
        entries = super()._web_user_menu()
        if self.env["web_tour.tour"].search_count([], limit=1):
            entries.append({"name": _("Guided tour"), "url": "/web/tour/start", "post": True})
        return entries

from urllib.parse import urlencode

from core import _, api, models


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @api.model
    def _web_list_menu(self, model_name, address):
        """Everybody who may create such records may import them."""
        entries = super()._web_list_menu(model_name, address)
        model = self.env[model_name]
        if not model._transient and not model._abstract and model.has_access("create"):
            query = urlencode({"model": model_name, "back": address})
            entries.append({"name": _("Import records"), "url": f"/import?{query}", "key": "import"})
        return entries

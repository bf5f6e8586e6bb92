"""What other addons put on every page: entries of menus, scripts. Extend these methods, calling `super()`."""
from core import api, models


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @api.model
    def _web_list_menu(self, model_name, address):
        """Entries of the list's menu beside its own: [{name, url, key}].

        :param address: of the list, to come back to
        """
        return []

    @api.model
    def _web_user_menu(self):
        """Entries of the user's menu beside its own: [{name, url, post}]; with `post` the address is posted to."""
        return []

    @api.model
    def _web_page_scripts(self):
        """Modules a page loads beside the client's own: [{name, src, style, data}]; the script tag's attribute `data-<name>`
        holds `data` as JSON."""
        return []

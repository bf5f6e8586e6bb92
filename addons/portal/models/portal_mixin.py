"""Documents a customer may open: by signing in, or by a link that carries the document's token."""
import uuid
from urllib.parse import urlencode

from core import _, fields, models


class PortalMixin(models.AbstractModel):
    _name = "portal.mixin"
    _description = "Portal Mixin"

    access_url = fields.Char("Portal Access URL", compute="_compute_access_url", help="Address of the document for customers")
    access_token = fields.Char("Security Token", copy=False)
    access_warning = fields.Text("Access warning", compute="_compute_access_warning")

    def _compute_access_warning(self):
        for record in self:
            record.access_warning = ""

    def _compute_access_url(self):
        for record in self:
            record.access_url = "#"

    def _portal_ensure_token(self):
        """The document's token; made at the first call."""
        self.ensure_one()
        if not self.access_token:
            # Whoever may see the document may share it.
            self.sudo().access_token = str(uuid.uuid4())
        return self.access_token

    def get_portal_url(self, suffix=None, report_type=None, download=None, query_string=None, anchor=None):
        """The address of the document for its customer, token included.

        :param suffix: text put behind the path
        :param report_type: 'html', 'pdf' or 'text': the printed document instead of the page
        :param download: the document as a file
        :param query_string: text put behind the query, starting with `&`
        """
        self.ensure_one()
        query = {"access_token": self._portal_ensure_token()}
        if report_type:
            query["report_type"] = report_type
        if download:
            query["download"] = "true"
        return f"{self.access_url}{suffix or ''}?{urlencode(query)}{query_string or ''}{f'#{anchor}' if anchor else ''}"

    def _get_share_url(self, redirect=False, signup_partner=False, pid=None, share_token=True):
        """The address for a mail; with `redirect` one that leads employees to the form and others to the portal."""
        self.ensure_one()
        if not redirect:
            return self.get_portal_url() if share_token else self.access_url
        query = {"model": self._name, "res_id": self.id}
        if share_token:
            query["access_token"] = self._portal_ensure_token()
        if pid:
            query["pid"] = pid
        return f"/mail/view?{urlencode(query)}"

    def action_share(self):
        """The dialog that sends the document's link."""
        self.ensure_one()
        return {
            "name": _("Share Document"), "type": "ir.actions.act_window", "res_model": "portal.share", "view_mode": "form",
            "views": [(self.env.ref("portal.portal_share_wizard").id, "form")], "target": "new",
            "context": {"active_id": self.id, "active_model": self._name},
        }

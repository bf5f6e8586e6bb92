"""Portal users choose their password by a link that works once."""
import time

from core import api, models
from core.exceptions import UserError
from core import _
from core.tools import consteq, hmac

_INVITATION_S = 7 * 24 * 3600


class ResUsers(models.Model):
    _inherit = "res.users"

    def _invitation_token(self, expires=None):
        """A signed text naming the user; void after a week and once a password was set."""
        self.ensure_one()
        expires = int(expires or time.time() + _INVITATION_S)
        return f"{self.id}-{expires}-{hmac(self.env(su=True), 'portal-invitation', (self.id, expires, self._invitation_mark()))}"

    def _invitation_mark(self):
        """Changes with the password."""
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.id])
        return self.env.cr.fetchone()[0] or ""

    @api.model
    def _invited_user(self, token):
        """The user an invitation names.

        :raise UserError: the invitation is not ours, too old, or was used
        """
        user_id, _dash, rest = (token or "").partition("-")
        expires, _dash, _signature = rest.partition("-")
        if user_id.isdigit() and expires.isdigit() and int(expires) > time.time():
            user = self.sudo().browse(int(user_id)).exists()
            if user and user.active and consteq(user._invitation_token(int(expires)), token):
                return user
        raise UserError(_("This invitation is no longer valid."), hint=_("Ask for a new one, or sign in if you have a password already."))

    def _invitation_url(self):
        base = self.env["ir.config_parameter"].sudo().get_param("web.base.url", "")
        return f"{base}/portal/invitation?token={self._invitation_token()}"

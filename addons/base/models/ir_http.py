"""What requests ask the database for: who may come in, and the tables behind sessions and login throttling."""
from core import _, api, fields, models
from core.exceptions import AccessDenied
from core.http import SessionExpired, request


class WebSession(models.Model):
    """One signed-in browser. Written by `core.http.session`; here it can be looked at and revoked."""

    _name = "web.session"
    _description = "Session"
    _log_access = False
    _order = "seen_at desc"
    _rec_name = "user_id"

    token_hash = fields.Char(required=True, index=True, groups="base.group_system", help="SHA-256 of the cookie's token")
    user_id = fields.Many2one("res.users", required=True, index=True, ondelete="cascade")
    data = fields.Text(groups="base.group_system")
    opened_at = fields.Datetime(required=True)
    seen_at = fields.Datetime(required=True, index=True)
    password_mark = fields.Char(groups="base.group_system", help="Changes with the password, which ends the session")

    _sql_constraints = [("token_unique", "UNIQUE (token_hash)", "Two sessions cannot share a token.")]

    def _revoke(self):
        """End these sessions on every worker at once."""
        self.sudo().unlink()

    @api.model
    def _revoke_users(self, user_ids):
        self.sudo().search([("user_id", "in", list(user_ids))])._revoke()

    @api.autovacuum
    def _gc_sessions(self):
        self.env.cr.execute(
            "DELETE FROM web_session WHERE seen_at < now() at time zone 'UTC' - interval '7 days'"
            " OR opened_at < now() at time zone 'UTC' - interval '30 days'")


class WebLoginAttempt(models.Model):
    """One failed login, counted by `core.http.throttle`."""

    _name = "web.login.attempt"
    _description = "Failed Login"
    _log_access = False
    _order = "failed_at desc"

    login_key = fields.Char(required=True, help="SHA-256 of the login: people type passwords into that field")
    address = fields.Char(required=True, index=True)
    failed_at = fields.Datetime(required=True, index=True)


class IrHttp(models.AbstractModel):
    _name = "ir.http"
    _description = "HTTP Routing"

    # -- authentication of a route -----------------------------------------------------------------

    @api.model
    def _auth_method_user(self):
        if request.env.uid is None or not request.session.uid:
            raise SessionExpired(_("Please sign in."))
        self._check_companies()

    @api.model
    def _auth_method_public(self):
        if not request.session.uid:
            public = self.env(user=1, su=True).ref("base.public_user")
            request.update_env(user=public.id, context={"lang": self._guest_lang()})
        else:
            self._check_companies()

    @api.model
    def _auth_method_none(self):
        if not request.session.uid:
            request.update_env(user=None, context={"lang": self._guest_lang()})

    @api.model
    def _check_companies(self):
        """The companies chosen in the session, as far as the user still belongs to them."""
        chosen = request.session.get("company_ids")
        if not chosen:
            return
        allowed = set(request.env.user._get_company_ids())
        kept = [company for company in chosen if company in allowed]
        if kept:
            request.update_env(context={**request.env.context, "allowed_company_ids": kept})

    @api.model
    def _guest_lang(self):
        """The language of a visitor: the one chosen on the login page, the browser's if installed, else the first."""
        installed = [code for code, _name in self.env(user=1, su=True)["res.lang"].get_installed()]
        for code in (request.httprequest.cookies.get("frontend_lang"), request.best_lang):
            if code in installed:
                return code
        return "en_US" if "en_US" in installed or not installed else installed[0]

    # -- what external clients ask ---------------------------------------------------------------------

    @api.model
    def session_info(self):
        """The answer to `/web/session/authenticate` and `/web/session/get_session_info`."""
        user = self.env.user
        session_uid = request.session.uid
        if not session_uid:
            raise AccessDenied()
        from core.http.services import version_info

        version = version_info()
        return {
            "uid": session_uid,
            "is_system": user._is_system(),
            "is_admin": user._is_admin(),
            "is_public": user._is_public(),
            "is_internal_user": user._is_internal(),
            "user_context": dict(self.env["res.users"].context_get()),
            "db": self.env.cr.dbname,
            "server_version": version["server_version"],
            "server_version_info": version["server_version_info"],
            "name": user.name,
            "username": user.login,
            "partner_display_name": user.partner_id.display_name,
            "partner_id": user.partner_id.id,
            "company_id": user.company_id.id,
            "user_id": [user.id, user.name],
            "user_companies": {
                "current_company": user.company_id.id,
                "allowed_companies": {
                    company.id: {"id": company.id, "name": company.name, "sequence": company.sequence,
                                 "child_ids": [], "parent_id": company.parent_id.id}
                    for company in user.company_ids
                },
                "disallowed_ancestor_companies": {},
            },
            "web.base.url": self.env["ir.config_parameter"].sudo().get_param("web.base.url", default=""),
            "active_ids_limit": 20000,
            "max_file_upload_size": 134217728,
            "home_action_id": user.action_id.id,
            "currencies": {},
            "bundle_params": {"lang": self.env.context.get("lang")},
            "support_url": "",
            "show_effect": False,
            "display_switch_company_menu": len(user.company_ids) > 1,
            "cache_hashes": {},
        }

    @api.model
    def get_currencies(self):
        currencies = self.env["res.currency"].search([])
        return {
            currency.id: {"symbol": currency.symbol, "position": currency.position, "digits": [69, currency.decimal_places]}
            for currency in currencies
        }

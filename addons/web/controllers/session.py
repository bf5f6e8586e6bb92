"""Signing in and out, and what belongs to the session: language and companies."""
from urllib.parse import urlsplit

from core.exceptions import AccessDenied
from core.http import Controller, asset_url, request, route

from ..form_page import WizardPage
from ..page import WebPage, flash, render_plain, render_template, translate as _

_SHORTEST_PASSWORD = 8


def _text(value):
    """A form field as text: a program may send a file where a text is expected."""
    return value if isinstance(value, str) else ""


class SessionController(Controller):

    @route("/", auth="none")
    def index(self):
        return request.redirect("/app" if request.session.uid else "/web/login")

    @route(["/web", "/odoo"], auth="none")
    def web(self):
        return request.redirect("/app")

    @route("/favicon.ico", auth="none")
    def favicon(self):
        return request.redirect(asset_url("web/src/icon.svg"), code=302)

    @route("/web/login", auth="none", methods=["GET", "POST"])
    def login(self, redirect="/app", login="", password="", **kw):
        redirect, login, password = map(_text, (redirect, login, password))
        error = None
        if request.httprequest.method == "POST":
            try:
                request.authenticate(login.strip(), password)
                return self._signed_in(redirect)
            except AccessDenied as refused:
                error = str(refused.args[0])
        elif request.session.uid:
            return request.redirect(redirect)
        return self._login_page(redirect, login, error)

    def _signed_in(self, redirect):
        response = request.redirect(redirect or "/app")
        # The session-expired dialog signs in by script and keeps the page; it only needs to know that it worked.
        if request.is_htmx:
            response.status_code = 204
            del response.headers["Location"]
            response.headers["HX-Trigger"] = "signed-in"
        return response

    def _login_page(self, redirect, login, error):
        languages = request.env(user=1, su=True)["res.lang"].get_installed()
        response = render_plain("login.html", title=_("Sign in"), redirect=redirect, login=login, error=error, languages=languages)
        response.status_code = 401 if error else 200
        response.headers["Cache-Control"] = "no-store"
        return response

    @route("/web/login/language", auth="none", methods=["POST"])
    def login_language(self, lang="en_US", redirect="/app"):
        response = request.redirect_query("/web/login", {"redirect": redirect})
        response.set_cookie("frontend_lang", lang[:16], max_age=365 * 24 * 3600)
        return response

    @route(["/web/logout", "/web/session/logout"], auth="none", methods=["POST"])
    def logout(self, redirect="/web/login"):
        request.session.logout()
        return request.redirect(redirect)

    @route("/web/preferences/language", auth="user", methods=["POST"])
    def language(self, lang, redirect="/app"):
        installed = [code for code, _name in request.env["res.lang"].get_installed()]
        if lang in installed:
            request.env.user.sudo().lang = lang
            request.session.context = {**request.session.context, "lang": lang}
        return request.redirect(redirect)

    @route("/web/preferences/companies", auth="user", methods=["POST"])
    def companies(self, redirect="/app", **kw):
        allowed = set(request.env.user._get_company_ids())
        chosen = [int(value) for value in request.httprequest.form.getlist("company_ids") if value.isdigit()]
        request.session["company_ids"] = [company for company in chosen if company in allowed] or None
        return request.redirect(redirect)

    @route("/web/preferences", auth="user", methods=["GET"])
    def preferences(self):
        """The own settings, in a dialog over the page they were asked for from."""
        env = request.env
        back = urlsplit(request.httprequest.headers.get("HX-Current-URL") or "").path
        view = env.ref("base.view_users_form_simple_modif")
        return WizardPage(env, "res.users", view_id=view.id, record_id=env.uid, title=_("Preferences"),
                          back=back if back.startswith("/app") else "/app").show()

    @route("/web/preferences/password", auth="user", methods=["GET", "POST"])
    def password(self, old="", new="", again="", **kw):
        """The own password; all other sessions of the user end with the old one."""
        error = None
        if request.httprequest.method == "POST":
            error = self._changed_password(old, new, again)
            if error is None:
                return request.redirect("/app")
        page = WebPage(request.env, title=_("Change password"))
        return page.respond(render_template("password.html", error=error), status=422 if error and not request.is_htmx else 200)

    def _changed_password(self, old, new, again):
        """None when it was changed, else the reason why not."""
        if new != again:
            return _("The two new passwords differ.")
        if len(new) < _SHORTEST_PASSWORD:
            return _("The new password needs at least %s characters.", _SHORTEST_PASSWORD)
        try:
            request.env["res.users"].change_password(old, new)
        except AccessDenied:
            return _("The current password is wrong.")
        request.env.cr.flush()
        # The session's mark of the old password is void: sign in anew, without asking.
        request.sign_in(request.env.uid, request.session.login)
        flash(_("Your password was changed."), "success")
        return None

    # -- external programs --------------------------------------------------------------------------

    @route("/web/session/authenticate", type="json", auth="none")
    def authenticate(self, db, login, password, base_location=None):
        if db != request.db:
            raise AccessDenied()
        request.authenticate(login, password)
        return request.env["ir.http"].session_info()

    @route("/web/session/get_session_info", type="json", auth="user", readonly=True)
    def get_session_info(self):
        return request.env["ir.http"].session_info()

    @route("/web/session/check", type="json", auth="user", readonly=True)
    def check(self):
        return None

    @route("/web/session/destroy", type="json", auth="user")
    def destroy(self):
        request.session.logout()

    @route("/web/session/modules", type="json", auth="user", readonly=True)
    def modules(self):
        return list(request.registry.loaded_modules)

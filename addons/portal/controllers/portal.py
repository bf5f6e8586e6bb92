"""The pages under `/my`: a customer's documents and details. Addons extend `CustomerPortal` with their documents."""
import base64
import math
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from core import _, fields
from core.exceptions import AccessError, MissingError, UserError, ValidationError
from core.http import Controller, content_disposition, request, route
from core.tools import consteq

_MANDATORY_FIELDS = ["name", "phone", "email", "street", "city", "country_id"]
_OPTIONAL_FIELDS = ["street2", "zipcode", "state_id", "vat", "company_name"]
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def pager(url, total, page=1, step=30, scope=5, url_args=None):
    """What the template `portal.pager` needs: the pages around `page` of a list of `total` records.

    :param scope: how many pages are offered at once
    :param url_args: query of every page's address
    """
    page_count = max(1, math.ceil(total / step))
    page = max(1, min(int(page) if str(page).isdigit() else 1, page_count))
    first = max(1, min(page - scope // 2, page_count - scope + 1))
    last = min(page_count, first + scope - 1)

    def entry(number):
        address = f"{url}/page/{number}" if number > 1 else url
        return {"url": f"{address}?{urlencode(url_args)}" if url_args else address, "num": number}

    return {
        "page_count": page_count, "offset": (page - 1) * step, "page": entry(page), "page_first": entry(1),
        "page_start": entry(first), "page_previous": entry(max(first, page - 1)), "page_next": entry(min(last, page + 1)),
        "page_end": entry(last), "page_last": entry(page_count),
        "pages": [entry(number) for number in range(first, last + 1)],
    }


def get_records_pager(ids, current):
    """Addresses of the documents before and after `current` in the list the customer came from."""
    if current.id not in ids or not hasattr(current, "access_url"):
        return {}
    position = ids.index(current.id)

    def address(place):
        return current.browse(ids[place]).access_url if 0 <= place < len(ids) else None

    return {"prev_record": address(position - 1) if position else None, "next_record": address(position + 1)}


def _build_url_w_params(url_string, query_params, remove_duplicates=True):
    """`url_string` with further parameters in its query."""
    parts = urlsplit(url_string)
    pairs = parse_qsl(parts.query)
    if remove_duplicates:
        pairs = list({**dict(pairs), **query_params}.items())
    else:
        pairs += list(query_params.items())
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def get_error(error, path=""):
    """The message at `path` ("field.subfield") of nested error dictionaries, or an empty text."""
    for key in path.split(".") if path else ():
        if not isinstance(error, dict):
            return ""
        error = error.get(key, {})
    return error or ""


class CustomerPortal(Controller):
    MANDATORY_BILLING_FIELDS = _MANDATORY_FIELDS
    OPTIONAL_BILLING_FIELDS = _OPTIONAL_FIELDS

    _items_per_page = 80

    # -- what pages show ------------------------------------------------------------------------------

    def _prepare_portal_layout_values(self):
        """Values of every page: who is signed in, and the salesperson to ask."""
        partner = request.env.user.partner_id
        sales_user = partner.user_id or partner.commercial_partner_id.user_id
        if sales_user and sales_user.sudo()._is_public():
            sales_user = request.env["res.users"]
        return {"sales_user": sales_user.sudo(), "page_name": "home"}

    def _prepare_home_portal_values(self, counters):
        """{counter: number of documents}, for those of `counters` the addon knows."""
        return {}

    def _home_counter(self, name):
        return self._prepare_home_portal_values([name]).get(name, 0)

    @route(["/my", "/my/home"], type="http", auth="user", website=True, readonly=True)
    def home(self, **kw):
        values = self._prepare_portal_layout_values()
        return request.render("portal.portal_my_home", {**values, "home_counter": self._home_counter})

    @route("/my/counters", type="json", auth="user", website=True, readonly=True)
    def counters(self, counters, **kw):
        return self._prepare_home_portal_values(counters)

    def _period(self, date_begin, date_end):
        """The two dates of an address as dates; (None, None) when they are none."""
        try:
            begin, end = fields.Date.to_date(date_begin), fields.Date.to_date(date_end)
        except ValueError:
            return None, None
        return (begin, end) if begin and end else (None, None)

    # -- details of the customer ----------------------------------------------------------------------

    @route(["/my/account"], type="http", auth="user", website=True, methods=["GET", "POST"])
    def account(self, redirect=None, **post):
        values = self._prepare_portal_layout_values()
        partner = request.env.user.partner_id
        values.update(error={}, error_message=[])
        if request.httprequest.method == "POST":
            post.pop("csrf_token", None)
            error, messages = self.details_form_validate(post)
            values.update(error=error, error_message=messages, **post)
            if not error:
                partner.sudo().write(self._details_to_write(post, partner))
                return request.redirect(redirect or "/my/home")
        values.update(
            partner=partner, redirect=redirect, page_name="my_details", has_check_vat=False, partner_can_edit_vat=self._may_edit_vat(partner),
            countries=request.env["res.country"].sudo().search([]), states=request.env["res.country.state"].sudo().search([]))
        response = request.render("portal.portal_my_details", values)
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response

    def _may_edit_vat(self, partner):
        """The tax code belongs to the company: its contacts see it only."""
        return not partner.parent_id

    def _get_mandatory_fields(self):
        return self.MANDATORY_BILLING_FIELDS

    def _get_optional_fields(self):
        return self.OPTIONAL_BILLING_FIELDS

    def _details_to_write(self, post, partner):
        """Form fields as values of the contact."""
        known = [*self._get_mandatory_fields(), *self._get_optional_fields()]
        values = {name: (post.get(name) or "").strip() for name in known if name in post}
        for name in {"country_id", "state_id"} & values.keys():
            values[name] = int(values[name]) if values[name].isdigit() else False
        if "zipcode" in values:
            values["zip"] = values.pop("zipcode")
        if not self._may_edit_vat(partner):
            values.pop("vat", None)
            values.pop("company_name", None)
        self.on_account_update(values, partner)
        return values

    def on_account_update(self, values, partner):
        """Hook: change the values before they are written."""

    def details_form_validate(self, data, partner_creation=False):
        """({field: 'missing' or 'error'}, [messages]) of the details a customer entered."""
        error, messages = {}, []
        for name in self._get_mandatory_fields():
            if not (data.get(name) or "").strip():
                error[name] = "missing"
        if data.get("email") and not _EMAIL.fullmatch(data["email"].strip()):
            error["email"] = "error"
            messages.append(_("This is not a valid email address. Check it please."))
        for name, model in (("country_id", "res.country"), ("state_id", "res.country.state")):
            value = data.get(name)
            if value and not (value.isdigit() and request.env[model].sudo().browse(int(value)).exists()):
                error[name] = "error"
        if "missing" in error.values():
            messages.append(_("Some required fields are empty."))
        unknown = [name for name in data if name not in (*self._get_mandatory_fields(), *self._get_optional_fields(), "redirect")]
        if unknown:
            error["common"] = "Unknown field"
            messages.append(_("Unknown field '%s'", ",".join(unknown)))
        return error, messages

    # -- access to a document ---------------------------------------------------------------------------

    def _document_check_access(self, model_name, document_id, access_token=None):
        """The document, as superuser, if the user's rights or the token open it.

        :raise MissingError: there is no such document
        :raise AccessError: neither the rights nor the token are enough
        """
        document = request.env[model_name].browse([document_id])
        document_sudo = document.sudo().exists()
        if not document_sudo:
            raise MissingError(_("This document does not exist."))
        try:
            document.check_access("read")
        except AccessError:
            own = document_sudo.access_token
            if not access_token or not own or not consteq(own, str(access_token)):
                raise
        return document_sudo

    def _refused_document(self, error):
        """Where somebody goes who may not see a document: visitors may sign in, others get home. Says nothing else."""
        if request.env.user._is_public():
            return request.redirect_query("/web/login", {"redirect": request.httprequest.path})
        if isinstance(error, MissingError):
            raise request.not_found()
        return request.redirect("/my")

    def _get_page_view_values(self, document, access_token, values, session_history, no_breadcrumbs, **kwargs):
        """Values every document's page has: the token, and its neighbours in the list the customer came from."""
        values["object"] = document
        if access_token:
            values.update(access_token=access_token, token=access_token, no_breadcrumbs=no_breadcrumbs)
        for name in ("error", "warning", "success", "pid", "hash"):
            if kwargs.get(name):
                values[name] = kwargs[name]
        values.update(get_records_pager(request.session.get(session_history) or [], document))
        return values

    def _show_report(self, model, report_type, report_ref, download=False):
        """The printed document, made as superuser: the caller has checked the access."""
        if report_type not in ("html", "pdf", "text"):
            raise UserError(_("Invalid report type: %s", report_type))
        content, made = request.env["ir.actions.report"].sudo()._render_or_page(report_type, report_ref, list(model.ids))
        headers = [("Content-Type", _REPORT_TYPES[made]), ("Content-Security-Policy", _REPORT_POLICY)]
        if made == "pdf":
            name = re.sub(r"\W+", "-", model._get_report_base_filename()).strip("-") + ".pdf"
            headers.append(("Content-Disposition", content_disposition(name, "attachment" if download else "inline")))
        return request.make_response(content, headers)

    # -- language ---------------------------------------------------------------------------------------

    @route("/portal/language", type="http", auth="public", methods=["POST"])
    def portal_language(self, lang="", redirect="/my", **kw):
        installed = [code for code, _name in request.env["res.lang"].sudo().get_installed()]
        response = request.redirect(redirect)
        if lang in installed:
            if request.env.user._is_public():
                response.set_cookie("frontend_lang", lang, max_age=365 * 24 * 3600)
            else:
                request.env.user.sudo().lang = lang
                request.session.context = {**request.session.context, "lang": lang}
        return response

    # -- invitation -------------------------------------------------------------------------------------

    @route("/portal/invitation", type="http", auth="public", methods=["GET", "POST"], website=True)
    def portal_invitation(self, token="", password="", again="", **kw):
        """Choose the password of a new portal user."""
        user = request.env["res.users"]._invited_user(token)
        error = None
        if request.httprequest.method == "POST":
            error = self._password_problem(password, again)
            if error is None:
                user.password = password
                request.env.cr.flush()
                request.authenticate(user.login, password)
                return request.redirect("/my")
        return request.render("portal.portal_invitation", {"invited": user, "token": token, "error_text": error})

    def _password_problem(self, password, again):
        if password != again:
            return _("The two passwords differ.")
        if len(password) < 8:
            return _("The password needs at least 8 characters.")
        return None


def signature_picture(name, data):
    """The signature as base64 text: what was drawn (a PNG data URL), else the name written out.

    :raise ValidationError: `data` is no picture
    """
    if data:
        content = str(data).rpartition(",")[2].encode()
        try:
            raw = base64.b64decode(content, validate=True)
        except ValueError as error:
            raise ValidationError(_("The signature is no picture. Draw it again.")) from error
        if not raw.startswith(b"\x89PNG") or len(raw) > 500_000:
            raise ValidationError(_("The signature is no picture. Draw it again."))
        return content
    return _written_name(name)


def _written_name(name):
    import io

    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(48)
    width = int(font.getlength(name)) + 40
    picture = Image.new("RGBA", (min(width, 2000), 90), (255, 255, 255, 0))
    ImageDraw.Draw(picture).text((20, 10), name, font=font, fill=(20, 40, 90, 255))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue())


_REPORT_TYPES = {"html": "text/html; charset=utf-8", "pdf": "application/pdf", "text": "text/plain; charset=utf-8"}
_REPORT_POLICY = ("default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
                  "frame-ancestors 'self'")

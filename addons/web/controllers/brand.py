"""The company's colour and logo; both are shown before anybody has signed in."""
import base64

from core.http import Controller, request, route
from core.tools import guess_mimetype

from .. import brand, colours

_YEAR_S = 365 * 24 * 3600
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


class BrandController(Controller):

    @route("/web/brand/<string:stamp>/<string:colour>.css", auth="none", methods=["GET"], readonly=True)
    def style(self, stamp, colour):
        """The style sheet of a colour; it depends on the address alone."""
        parsed = colours.parse(colour)
        if parsed is None:
            raise request.not_found()
        return request.make_response(brand.style(parsed), [
            ("Content-Type", "text/css; charset=utf-8"), ("Cache-Control", f"public, max-age={_YEAR_S}, immutable")])

    @route(["/web/binary/company_logo", "/logo", "/logo.png"], auth="none", methods=["GET"], readonly=True)
    def logo(self, company=None, **kw):
        env = request.env(user=request.session.uid or None)
        found = env["res.company"].sudo().browse(int(company)).exists() if company and company.isdigit() and len(company) < 10 else None
        found = found or brand.shown_company(env)
        data = base64.b64decode(found.logo_web or b"")
        mimetype = guess_mimetype(data, default="")
        if mimetype not in _PICTURES:
            raise request.not_found()
        response = request.make_response(data, [("Content-Type", mimetype), ("Cache-Control", "public, max-age=86400")])
        response.add_etag()
        return response.make_conditional(request.httprequest)

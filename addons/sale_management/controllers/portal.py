"""Optional products on the quotation's page."""
from core.exceptions import AccessError, MissingError, UserError
from core.http import request, route

from odoo.addons.sale.controllers.portal import CustomerPortal as SalePortal


class CustomerPortal(SalePortal):

    @route(["/my/orders/<int:order_id>/options/<int:option_id>/add"], type="http", auth="public", methods=["POST"], website=True)
    def portal_quote_add_option(self, order_id, option_id, access_token=None, **kw):
        return self._change_options(order_id, access_token, lambda order: order._add_option_from_portal(option_id))

    @route(["/my/orders/<int:order_id>/lines/<int:line_id>/remove"], type="http", auth="public", methods=["POST"], website=True)
    def portal_quote_remove_option(self, order_id, line_id, access_token=None, **kw):
        return self._change_options(order_id, access_token, lambda order: order._remove_option_from_portal(line_id))

    def _change_options(self, order_id, access_token, change):
        try:
            order = self._document_check_access("sale.order", order_id, access_token=access_token)
        except (AccessError, MissingError) as error:
            return self._refused_document(error)
        change(order)
        return request.redirect(order.get_portal_url(anchor="details"))

    @route(["/my/orders/<int:order_id>/add_option/<int:option_id>"], type="json", auth="public", website=True)
    def portal_quote_option_add(self, order_id, option_id, access_token=None, **kw):
        """For programs: adds the option and answers the address of the page."""
        try:
            order = self._document_check_access("sale.order", order_id, access_token=access_token)
            order._add_option_from_portal(option_id)
        except (AccessError, MissingError, UserError):
            return {"redirect_url": "/my"}
        return {"redirect_url": order.get_portal_url(anchor="details")}

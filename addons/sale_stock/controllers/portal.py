"""Delivery slips in the portal: open to whom the order is."""
from core.exceptions import AccessError, MissingError
from core.http import request, route

from odoo.addons.sale.controllers.portal import CustomerPortal as SalePortal


class CustomerPortal(SalePortal):

    @route("/my/picking/pdf/<int:picking_id>", type="http", auth="public", website=True)
    def portal_my_picking_report(self, picking_id, access_token=None, **kw):
        """The delivery slip of a transfer.

        :param access_token: that of the order
        """
        picking = request.env["stock.picking"].sudo().browse(picking_id).exists()
        try:
            if not picking.sale_id or picking.picking_type_code != "outgoing":
                raise MissingError("")
            self._document_check_access("sale.order", picking.sale_id.id, access_token=access_token)
        except (AccessError, MissingError) as error:
            return self._refused_document(error)
        return self._show_report(model=picking, report_type="pdf", report_ref="stock.action_report_delivery")

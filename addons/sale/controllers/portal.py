"""Quotations and orders in the portal."""
from core import _, fields
from core.exceptions import AccessError, MissingError, UserError
from core.http import request, route

from odoo.addons.portal.controllers.portal import CustomerPortal as PortalController
from odoo.addons.portal.controllers.portal import pager as portal_pager
from odoo.addons.portal.controllers.portal import signature_picture


class CustomerPortal(PortalController):

    # -- lists ------------------------------------------------------------------------------------------

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        partner = request.env.user.partner_id
        orders = request.env["sale.order"]
        readable = orders.has_access("read")
        if "quotation_count" in counters:
            values["quotation_count"] = orders.search_count(self._prepare_quotations_domain(partner)) if readable else 0
        if "order_count" in counters:
            values["order_count"] = orders.search_count(self._prepare_orders_domain(partner)) if readable else 0
        return values

    def _own_documents_domain(self, partner):
        """The customer's own: an employee who looks at the portal sees only what he is the customer of."""
        return [("partner_id", "child_of", [partner.commercial_partner_id.id])]

    def _prepare_quotations_domain(self, partner):
        return [*self._own_documents_domain(partner), ("state", "=", "sent")]

    def _prepare_orders_domain(self, partner):
        return [*self._own_documents_domain(partner), ("state", "=", "sale")]

    def _get_sale_searchbar_sortings(self):
        return {
            "date": {"label": _("Order Date"), "order": "date_order desc"},
            "name": {"label": _("Reference"), "order": "name"},
            "stage": {"label": _("Stage"), "order": "state"},
        }

    def _prepare_sale_portal_rendering_values(self, page=1, date_begin=None, date_end=None, sortby=None, quotation_page=False, **kwargs):
        values = self._prepare_portal_layout_values()
        partner = request.env.user.partner_id
        orders = request.env["sale.order"]
        url = "/my/quotes" if quotation_page else "/my/orders"
        domain = self._prepare_quotations_domain(partner) if quotation_page else self._prepare_orders_domain(partner)
        sortings = self._get_sale_searchbar_sortings()
        sortby = sortby if sortby in sortings else "date"
        date_begin, date_end = self._period(date_begin, date_end)
        if date_begin:
            domain += [("create_date", ">", date_begin), ("create_date", "<=", date_end)]
        url_args = {"date_begin": date_begin, "date_end": date_end} if date_begin else {}
        if quotation_page or sortby != "date":
            url_args["sortby"] = sortby
        pages = portal_pager(url=url, total=orders.search_count(domain), page=page, step=self._items_per_page, url_args=url_args)
        found = orders.search(domain, order=sortings[sortby]["order"], limit=self._items_per_page, offset=pages["offset"])
        values.update({
            "date": date_begin, "quotations": found.sudo() if quotation_page else orders, "pager": pages, "default_url": url,
            "orders": found.sudo() if not quotation_page else orders, "page_name": "quote" if quotation_page else "order",
            "searchbar_sortings": sortings, "sortby": sortby,
        })
        return values

    @route(["/my/quotes", "/my/quotes/page/<int:page>"], type="http", auth="user", website=True)
    def portal_my_quotes(self, **kwargs):
        values = self._prepare_sale_portal_rendering_values(quotation_page=True, **kwargs)
        request.session["my_quotations_history"] = values["quotations"].ids[:100]
        return request.render("sale.portal_my_quotations", values)

    @route(["/my/orders", "/my/orders/page/<int:page>"], type="http", auth="user", website=True)
    def portal_my_orders(self, **kwargs):
        values = self._prepare_sale_portal_rendering_values(quotation_page=False, **kwargs)
        request.session["my_orders_history"] = values["orders"].ids[:100]
        return request.render("sale.portal_my_orders", values)

    # -- one order --------------------------------------------------------------------------------------

    @route(["/my/orders/<int:order_id>"], type="http", auth="public", website=True)
    def portal_order_page(self, order_id, report_type=None, access_token=None, message=False, download=False, **kw):
        try:
            order = self._document_check_access("sale.order", order_id, access_token=access_token)
        except (AccessError, MissingError) as error:
            return self._refused_document(error)
        if report_type in ("html", "pdf", "text"):
            return self._show_report(model=order, report_type=report_type, report_ref="sale.action_report_saleorder",
                                     download=download)
        if request.env.user.share and access_token:
            self._note_view(order)
        return request.render("sale.sale_order_portal_template", self._order_page_values(order, access_token, message, **kw))

    def _order_page_values(self, order, access_token, message, **kw):
        values = {
            "sale_order": order, "message": message, "report_type": "html", "page_name": "quote" if order.state == "sent" else "order",
            "backend_url": f"/app/orders/{order.id}", "res_company": order.company_id, "payment_amount": None,
        }
        history = "my_quotations_history" if order.state in ("draft", "sent", "cancel") else "my_orders_history"
        return self._get_page_view_values(order, access_token, values, history, False, **kw)

    def _note_view(self, order):
        """Tell the salesperson, once a day and browser, that the customer looked at the quotation."""
        today, key = fields.Date.today().isoformat(), f"view_quote_{order.id}"
        if order.state not in ("draft", "sent") or request.httprequest.cookies.get(key) == today:
            return
        request.future_response.set_cookie(key, today, max_age=24 * 3600)
        order.with_context(lang=order.user_id.lang or order.company_id.partner_id.lang)._message_log(
            body=_("Quotation viewed by customer %s", order.partner_id.name), author_id=order.partner_id.id)

    @route(["/my/orders/<int:order_id>/accept"], type="json", auth="public", website=True)
    def portal_quote_accept(self, order_id, access_token=None, name=None, signature=None):
        """For programs: `{"redirect_url": …}` or `{"error": …}`."""
        try:
            order = self._document_check_access("sale.order", order_id, access_token=access_token)
        except (AccessError, MissingError):
            return {"error": _("Invalid order.")}
        if not order._has_to_be_signed():
            return {"error": _("There is nothing to sign on this order.")}
        if not signature:
            return {"error": _("Signature is missing.")}
        try:
            self._sign(order, name, signature)
        except UserError as error:
            return {"error": error.args[0]}
        return {"force_refresh": True, "redirect_url": order.get_portal_url(query_string="&message=sign_ok")}

    @route(["/my/orders/<int:order_id>/sign"], type="http", auth="public", methods=["POST"], website=True)
    def portal_quote_sign(self, order_id, access_token=None, name="", signature="", **kw):
        try:
            order = self._document_check_access("sale.order", order_id, access_token=access_token)
        except (AccessError, MissingError) as error:
            return self._refused_document(error)
        self._sign(order, name, signature)
        return request.redirect(order.get_portal_url(query_string="&message=sign_ok"))

    def _sign(self, order, name, signature):
        """Accept the quotation; the signed document is kept in its conversation."""
        name = (name or "").strip()[:128]
        if not name:
            raise UserError(_("Write your full name."))
        author = order._portal_author_of_signature(request.env.user)
        order._track_set_author(author)
        order._accept_on_portal(name, signature_picture(name, signature))
        request.env.cr.flush()
        pdf = request.env["ir.actions.report"].sudo()._pdf_if_possible("sale.action_report_saleorder", [order.id])
        order.message_post(
            attachments=[(f"{order.name}.pdf", pdf)] if pdf else [], author_id=author.id,
            body=_("Order signed by %s", name), message_type="comment", subtype_xmlid="mail.mt_comment")

    @route(["/my/orders/<int:order_id>/decline"], type="http", auth="public", methods=["POST"], website=True)
    def portal_quote_decline(self, order_id, access_token=None, decline_message="", **kwargs):
        try:
            order = self._document_check_access("sale.order", order_id, access_token=access_token)
        except (AccessError, MissingError) as error:
            return self._refused_document(error)
        reason = decline_message.strip()
        if not order._can_be_edited_on_portal():
            return request.redirect(order.get_portal_url(query_string="&message=cant_reject"))
        if not reason:
            raise UserError(_("Write why you decline: it helps us to make a better offer."))
        author = order._portal_author_of_signature(request.env.user)
        order._track_set_author(author)
        order._decline_on_portal(reason)
        order.message_post(body=reason, author_id=author.id, message_type="comment", subtype_xmlid="mail.mt_comment")
        return request.redirect(order.get_portal_url(query_string="&message=declined"))

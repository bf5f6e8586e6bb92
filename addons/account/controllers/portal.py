"""Invoices in the portal."""
from core import _, fields
from core.exceptions import AccessError, MissingError
from core.http import request, route

from odoo.addons.portal.controllers.portal import CustomerPortal
from odoo.addons.portal.controllers.portal import pager as portal_pager

_TYPES = ("out_invoice", "out_refund", "in_invoice", "in_refund")


class PortalAccount(CustomerPortal):

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        moves = request.env["account.move"]
        readable = moves.has_access("read")
        for counter, kind in (("invoice_count", "out"), ("bill_count", "in")):
            if counter in counters:
                values[counter] = moves.search_count(self._get_invoices_domain(kind)) if readable else 0
        if "overdue_invoice_count" in counters:
            values["overdue_invoice_count"] = moves.search_count(self._get_overdue_invoices_domain()) if readable else 0
        return values

    # -- the list ---------------------------------------------------------------------------------------

    def _get_invoices_domain(self, m_type=None):
        """The customer's own documents: an employee who looks at the portal sees only his own, too."""
        types = {"out": ("out_invoice", "out_refund"), "in": ("in_invoice", "in_refund")}.get(m_type, _TYPES)
        partner = request.env.user.partner_id.commercial_partner_id
        return [("state", "not in", ("cancel", "draft")), ("move_type", "in", types), ("partner_id", "child_of", [partner.id])]

    def _get_overdue_invoices_domain(self, partner_id=None):
        return [*self._get_invoices_domain("out"), ("payment_state", "not in", ("in_payment", "paid", "reversed", "blocked", "invoicing_legacy")),
                ("invoice_date_due", "<", fields.Date.today())]

    def _get_account_searchbar_sortings(self):
        return {
            "date": {"label": _("Date"), "order": "invoice_date desc"},
            "duedate": {"label": _("Due Date"), "order": "invoice_date_due desc"},
            "name": {"label": _("Reference"), "order": "name desc"},
            "state": {"label": _("Status"), "order": "state"},
        }

    def _get_account_searchbar_filters(self):
        return {
            "all": {"label": _("All"), "domain": []},
            "invoices": {"label": _("Invoices"), "domain": self._get_invoices_domain("out")},
            "bills": {"label": _("Bills"), "domain": self._get_invoices_domain("in")},
            "overdue_invoices": {"label": _("Overdue invoices"), "domain": self._get_overdue_invoices_domain()},
        }

    @route(["/my/invoices", "/my/invoices/page/<int:page>"], type="http", auth="user", website=True)
    def portal_my_invoices(self, page=1, date_begin=None, date_end=None, sortby=None, filterby=None, **kw):
        values = self._prepare_my_invoices_values(page, date_begin, date_end, sortby, filterby)
        pages = portal_pager(**values["pager"])
        rows = values["invoices"](pages["offset"])
        request.session["my_invoices_history"] = [row["invoice"].id for row in rows][:100]
        return request.render("account.portal_my_invoices", {**values, "invoices": rows, "pager": pages})

    def _prepare_my_invoices_values(self, page, date_begin, date_end, sortby, filterby, domain=None, url="/my/invoices"):
        values = self._prepare_portal_layout_values()
        moves = request.env["account.move"]
        domain = [*(domain or []), *self._get_invoices_domain()]
        sortings, filters = self._get_account_searchbar_sortings(), self._get_account_searchbar_filters()
        sortby = sortby if sortby in sortings else "date"
        filterby = filterby if filterby in filters else "all"
        domain += filters[filterby]["domain"]
        date_begin, date_end = self._period(date_begin, date_end)
        if date_begin:
            domain += [("create_date", ">", date_begin), ("create_date", "<=", date_end)]
        order, step = sortings[sortby]["order"], self._items_per_page

        def rows(offset):
            found = moves.search(domain, order=order, limit=step, offset=offset).sudo() if moves.has_access("read") else moves
            return [invoice._get_invoice_portal_extra_values() for invoice in found]

        values.update({
            "date": date_begin, "invoices": rows, "page_name": "invoice", "default_url": url, "searchbar_sortings": sortings,
            "sortby": sortby, "searchbar_filters": filters, "filterby": filterby,
            "pager": {"url": url, "url_args": {"date_begin": date_begin or "", "date_end": date_end or "", "sortby": sortby, "filterby": filterby},
                      "total": moves.search_count(domain) if moves.has_access("read") else 0, "page": page, "step": step},
        })
        return values

    # -- one invoice ------------------------------------------------------------------------------------

    def _invoice_get_page_view_values(self, invoice, access_token, **kwargs):
        values = {"page_name": "invoice", "invoice": invoice, "report_type": "html", "res_company": invoice.company_id}
        return self._get_page_view_values(invoice, access_token, values, "my_invoices_history", False, **kwargs)

    @route(["/my/invoices/<int:invoice_id>"], type="http", auth="public", website=True)
    def portal_my_invoice_detail(self, invoice_id, access_token=None, report_type=None, download=False, **kw):
        try:
            invoice = self._document_check_access("account.move", invoice_id, access_token)
        except (AccessError, MissingError) as error:
            return self._refused_document(error)
        if report_type in ("html", "pdf", "text"):
            return self._show_report(model=invoice, report_type=report_type, report_ref="account.account_invoices", download=download)
        return request.render("account.portal_invoice_page", self._invoice_get_page_view_values(invoice, access_token, **kw))

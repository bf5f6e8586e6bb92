"""Documents and portal pages keep the node names that public addons inherit (read from those addons' XML).

Each entry: the template, the places its extensions look for, and an addon (series 18.0 or 17.0) that does.
"""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

NODES = {
    "sale.report_saleorder_document": [
        "//t[@t-call='web.external_layout']",  # report layouts of one's own
        "//t[@t-set='forced_vat']",
        "//t[@t-set='address']",  # sale_report_address_grouping
        "//t[@t-set='information_block']",
        "//t[@t-set='display_discount']",  # sale_fixed_discount
        "//div[hasclass('page')]",
        "//div[@id='informations']",
        "//div[@name='informations_date']",
        "//div[@name='expiration_date']",
        "//div[@id='informations']/div[@t-if='doc.user_id.name']",
        "//table[hasclass('o_main_table')]",  # sale_comment_template
        "//table/thead/tr/th[1]",  # sale_order_line_position
        "//table/thead//tr[1]//th[1]",  # sale_order_line_date
        "//th[@name='th_description']",  # sale_order_report_product_image
        "//th[@name='th_quantity']",  # sale_order_report_customer_lead
        "//th[@name='th_priceunit']",
        "//th[@name='th_discount']/span",  # sale_fixed_discount
        "//th[@t-if='display_discount']/span",
        "//th[@name='th_taxes']",  # sale_order_report_without_tax_col
        "//th[@name='th_subtotal']",
        "//table/tbody[hasclass('sale_tbody')]//tr[1]//td[1]",  # sale_order_line_date
        "//tbody[hasclass('sale_tbody')]/t/tr",  # sale_report_pagebreak
        "//tbody[hasclass('sale_tbody')]//td[@name='td_name']/..",  # sale_layout_category_hide_detail
        "//td[@name='td_quantity']",  # sale_packaging_report
        "//td[@name='td_priceunit']/span",
        "//span[@t-field='line.price_unit']",  # sale_report_crossed_out_original_price
        "//span[@t-field='line.discount']",
        "//td[@t-if='display_discount']/span",
        "//td[@name='td_taxes']/span",
        "//td[@name='td_subtotal']/span",
        "//tbody[hasclass('sale_tbody')]//td[@name='td_section_line']",
        "//tbody[hasclass('sale_tbody')]//td[@name='td_note_line']",
        "//tbody[hasclass('sale_tbody')]//tr[hasclass('is-subtotal', 'text-end')]/td/strong",
        "//t[contains(@t-if, 'current_section')]/t[@t-value='None']",
        "//t[@t-value='current_subtotal + line.price_subtotal']",
        "//t[@t-call='sale.document_tax_totals']",
        "//div[@name='so_total_summary']",
        "//div[@id='total']",
        "//span[@name='order_note']",  # sign_oca
        "//p[@id='fiscal_position_remark']",  # sale_comment_template
    ],
    "sale.report_saleorder_raw": ["//t[@t-call='sale.report_saleorder_document']", "//t[@t-foreach='docs']"],
    "sale.report_saleorder": ["//t[@t-call='sale.report_saleorder_raw']"],
    "sale.report_saleorder_pro_forma": ["//t[@t-set='is_pro_forma']"],
    "sale.sale_order_portal_content": [
        "//div[@id='introduction']",
        "//div[@id='informations']",
        "//tr[@t-if='sale_order.client_order_ref']",  # sale_project_report
        "//section[@id='details']//t[@t-set='display_discount']",  # sale_fixed_discount
        "//section[@id='details']//table/thead//th[@t-if='display_discount']",
        "//section[@id='details']//table[@id='sales_order_table']/thead/tr",
        "//section[@id='details']//td[@id='product_name']",
        "//th[@id='taxes_header']",
        "//td[@id='taxes']",
        "//t[@name='product_line_row']",  # sale_layout_category_hide_detail
        "//div[@t-field='line.price_unit']",
        "//div[@t-if='line.discount']/t",
        "//t[contains(@t-out, 'line.price_unit')]",
        "//td[@t-if='display_discount']",
        "//span[@t-field='line.price_subtotal']",
        "//t[@t-foreach='lines_to_report']//span[contains(@t-out, 'line.tax_id')]",
        "//tbody[hasclass('sale_tbody')]//t[contains(@t-if, 'line.display_type') and contains(@t-if, 'line_section')"
        " and contains(@t-if, 'or line.product_type')]//td",
        "//tbody[hasclass('sale_tbody')]//t[contains(@t-if, 'line.display_type') and contains(@t-if, 'line_note')]//td",
        "//tbody[hasclass('sale_tbody')]//tr[hasclass('is-subtotal', 'text-end')]//td",
        "//tbody[hasclass('sale_tbody')]//tr[hasclass('is-subtotal', 'text-end')]/td/strong",
        "//tbody[hasclass('sale_tbody')]//tr[hasclass('is-subtotal', 'text-end')]/t",
        "//t[@t-set='current_section' and @t-value='None']",
        "//t[@t-call='sale.sale_order_portal_content_totals_table']",
        "//section[@id='terms']",
    ],
    "sale.sale_order_portal_template": [
        "//div[@id='sale_order_sidebar_button']/div[hasclass('o_download_pdf')]",  # portal_sale_confirm_require_login
        "//div[@id='sale_order_sidebar_button']/a[@data-bs-target='#modalaccept']",
        "//div[@id='sale_order_sidebar_button']/a[@id='o_sale_portal_paynow']",
        "//div[@name='sale_order_actions']/t[@t-if='sale_order._has_to_be_signed()']/div[1]",
        "//div[@name='sale_order_actions']/div[@t-elif='sale_order._has_to_be_paid()']/a",
        "//main[@id='sign-dialog']/p/ul",  # sale_order_terms_document
        "(//*[@id='modalaccept']//main[@id='sign-dialog'])[1]//ul",  # portal_sale_accept_terms
    ],
    "sale.portal_my_orders": ["//thead/tr[hasclass('active')]/th[3]", "//t[@t-foreach='orders']/tr/td[3]"],  # portal_sale_list_extra_info
    "sale.portal_my_quotations": ["//thead/tr[hasclass('active')]/th[5]", "//t[@t-foreach='quotations']/tr/td[5]"],
    "sale_management.report_saleorder_document_inherit_sale_management": ["//div[@t-field='option.price_unit']", "//tbody/tr"],
    "account.report_invoice_document": [
        "//t[@t-call='web.external_layout']",
        "//t[contains(@t-set, 'o')]",  # account_invoice_report_grouped_by_picking
        "//t[@t-set='display_discount']",  # account_invoice_triple_discount
        "//div[@id='informations']",  # account_comment_template, account_invoice_report_salesperson
        "//div[@name='invoice_date']",
        "//div[@name='due_date']",
        "//table[@name='invoice_line_table']/thead/tr",
        "//th[@name='th_description']",
        "//th[@name='th_quantity']",
        "//th[@name='th_priceunit']",
        "//th[@name='th_discount']/span",  # account_invoice_fixed_discount
        "//th[@t-if='display_discount']/span",
        "//th[@name='th_taxes']",
        "//th[@name='th_subtotal']",
        "//t[contains(@t-foreach, 'lines')]/t[3]",  # account_invoice_report_grouped_by_picking
        "//t[@t-value='current_subtotal + line.price_subtotal']",
        "//tbody[hasclass('invoice_tbody')]//t[@name='account_invoice_line_accountable']",
        "//td[@name='account_invoice_line_name']",  # account_invoice_production_lot
        "//span[@t-field='line.name']",
        "//td/span[@t-field='line.quantity']",
        "//span[@t-field='line.price_unit']",
        "//td[span[@t-field='line.discount']]",
        "//span[@id='line_tax_ids']/parent::td",  # account_invoice_report_wo_taxation
        "//t[@t-foreach='lines']//span[contains(@t-out, 'taxes')]",
        "//td/span[@t-field='line.price_subtotal']",
        "//td[hasclass('o_price_total')]",
        "//tbody[hasclass('invoice_tbody')]//t[@t-elif=\"line.display_type == 'line_section'\"]//td",
        "//tbody[hasclass('invoice_tbody')]//t[@t-elif=\"line.display_type == 'line_note'\"]//td",
        "//tbody[hasclass('invoice_tbody')]//tr[hasclass('is-subtotal', 'text-end')]",
        "//t[@t-foreach='payments_vals']/tr/td",  # account_invoice_report_payment_info
        "//div[@id='right-elements']",
        "//div[@id='payment_term']",
        "//p[@name='payment_communication']",
        "//span[@t-field='o.invoice_payment_term_id.note']",  # account_invoice_report_due_list
        "//div[@name='comment']",
        "//div[@id='qrcode']",
    ],
    "account.portal_my_invoices": ["//t[@t-call='portal.portal_table']/thead/tr/th[last()]", "//t[@t-foreach='invoices']/tr/td[last()]"],
    "account.portal_invoice_page": ["//div[@id='invoice_content']"],
    "stock.report_delivery_document": [
        "//t[@t-call='web.external_layout']",
        "//t[@t-set='address']",
        "//t[@t-set='information_block']",
        "//div[hasclass('page')]",
        "//h2/span[@t-out='o.picking_type_id._get_code_report_name()']",
        "//div[@name='div_outgoing_address']",
        "//div[@name='div_incoming_address']",
        "//div[@name='div_sched_date']",  # carrier, weight, customer reference
        "//table[@name='stock_move_table']/tbody/t[@t-set='lines']",  # stock_delivery_sale_section_and_note
        "//table[@name='stock_move_table']/tbody/tr/td[3]",
        "//th[@name='th_sm_product']",
        "//th[@name='th_sm_ordered']",
        "//th[@name='th_sm_quantity']",
        "//span[@t-field='move.product_id']",
        "//table[@name='stock_move_line_table']/thead/tr",  # stock_picking_report_valued
        "//table[@name='stock_move_line_table']/thead//th[1]",  # delivery_line_sale_line_position
        "//th[@name='th_sml_qty_ordered']",
        "//th[@name='th_sml_quantity']",
        "//t[@name='lot_serial']",
        "//t[@name='has_packages']/t[@t-set='packages']",
        "//t[@t-foreach='packages']//t[@t-if='has_serial_number']",
        "//t[@t-set='package_move_lines']",
        "//t[@t-set='move_lines']",
        "//t[@name='no_package_move_lines']//t[@t-if='has_serial_number']",
        "//table[@name='stock_move_line_table']/tbody/t[@t-else='']//t[@t-if='has_serial_number']/tr",
        "//tr[@t-foreach='move_lines']",
    ],
    "stock.stock_report_delivery_has_serial_move_line": ["//td[1]", "//td[2]", "//t[@name='move_line_lot']/td"],
    "stock.stock_report_delivery_aggregated_move_lines": ["//tr", "//td[3]"],
    "stock.report_picking": [
        "//t[@t-call='web.html_container']",  # stock_picking_comment_template
        "//table[@t-if='o.move_line_ids and o.move_ids_without_package']",
        "//div[@name='div_sched_date']",
    ],
    "web.external_layout_standard": [
        "//div[hasclass('header')]|//div[contains(@t-attf-class, 'header')]",
        "//div[contains(@t-attf-class, 'footer')]",
        "//div[@name='company_address']",
        "//ul[@name='company_address_list']",
        "//img[@t-if='company.logo']",
        "//div[hasclass('o_footer_content')]",
    ],
    "web.external_layout": ["//t[@t-set='company']"],
    "web.html_container": ["//t[@t-call='web.report_layout']"],
    "portal.portal_my_home": ["//div[hasclass('o_portal_docs')]", "//*[hasclass('o_portal_my_home')]"],
    "portal.portal_breadcrumbs": ["//ol[hasclass('o_portal_submenu')]"],
    "portal.portal_layout": ["//div[hasclass('o_portal')]", "//t[@t-call='portal.portal_breadcrumbs']"],
    "portal.portal_my_details": ["//div[hasclass('o_portal_details')]", "//t[@t-call='portal.portal_my_details_fields']"],
    "portal.portal_my_details_fields": [
        "//div",
        "//input[@name='name']/..",
        "//input[@name='vat']/..",
        "//label[@for='vat']",
        "//input[@name='email']",
        "//select[@name='country_id']",
    ],
    "portal.portal_docs_entry": ["//a"],
    "portal.portal_table": ["//table"],
    "portal.pager": ["//ul"],
    "portal.portal_searchbar": ["//form[hasclass('o_portal_search_panel')]"],
    "web.frontend_layout": ["//header", "//main", "//footer", "//div[@id='wrapwrap']"],
}


@pytest.mark.parametrize("template", NODES)
def test_nodes_extensions_look_for(env: Any, template: str) -> None:
    view = env.ref(template)
    arch = etree.fromstring(view.arch) if view.mode == "extension" else view._get_combined_arch()
    missing = [place for place in NODES[template] if not arch.xpath(place)]
    assert not missing, f"{template} has no {missing}"

{
    "name": "Vietnam - Stock forms",
    "summary": "Goods receipt 01-VT and goods issue 02-VT with the columns of Circular 99/2025",
    "version": "18.0.1.0.0",
    "category": "Accounting/Localizations",
    "countries": ["vn"],
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["l10n_vn", "stock"],
    "auto_install": True,
    "data": ["report/report_stock_form.xml"],
}

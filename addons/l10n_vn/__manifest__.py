{
    "name": "Vietnam - Accounting",
    "summary": "Chart of accounts of Circular 99/2025, VAT, provinces, tax codes, amounts in words",
    "version": "18.0.1.0.0",
    "category": "Accounting/Localizations/Account Charts",
    "countries": ["vn"],
    "depends": ["account"],
    "data": [
        "data/res.country.state.csv",
        "data/res_currency_data.xml",
        "workflow/account_move.xml",
        "views/account_tax_views.xml",
        "views/res_partner_views.xml",
        "report/report_phieu_thu.xml",
    ],
    "post_init_hook": "post_init_hook",
    "license": "LGPL-3",
}

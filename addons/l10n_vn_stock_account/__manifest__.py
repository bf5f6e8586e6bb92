{
    "name": "Vietnam - Stock Valuation",
    "summary": "Accounts of Circular 99/2025/TT-BTC for goods in stock, on the way, delivered, missing and found",
    "version": "18.0.1.0.0",
    "category": "Hidden",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["l10n_vn", "stock_account"],
    "auto_install": True,
    "post_init_hook": "_add_stock_accounts",
}

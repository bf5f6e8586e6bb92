from . import models


def _add_stock_accounts(env):
    for company in env["res.company"].search([("chart_template", "=", "vn")]):
        env["account.chart.template"].with_company(company)._load_stock_accounts(company)

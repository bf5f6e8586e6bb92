from . import models, wizard


def _add_stock_accounts(env):
    """Companies that have a chart of accounts already get what valuation adds to it."""
    for company in env["res.company"].search([("chart_template", "!=", False)]):
        env["account.chart.template"].with_company(company)._load_stock_accounts(company)

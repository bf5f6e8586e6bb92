from . import controllers, models, report, wizard


def post_init_hook(env):
    """Every company without a chart of accounts gets one: its country's when installed, else the neutral one."""
    charts = env["account.chart.template"]
    for company in env["res.company"].search([("chart_template", "=", False), ("parent_id", "=", False)]):
        charts.try_loading(charts._guess_chart_template(company.country_id), company)

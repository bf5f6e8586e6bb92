from odoo.addons.sale_stock.tests.schedules import RandomSchedules


class TestPostpaidSchedules(RandomSchedules):
    """Nothing twice, and an end, whatever happens in between."""

    policy = "postpaid"

    def test_random_schedules(self):
        self.run_schedules()

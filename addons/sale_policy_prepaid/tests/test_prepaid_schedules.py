from odoo.addons.sale_stock.tests.schedules import RandomSchedules


class TestPrepaidSchedules(RandomSchedules):
    """Nothing twice, and an end, whatever happens in between."""

    policy = "prepaid"

    def test_random_schedules(self):
        self.run_schedules()

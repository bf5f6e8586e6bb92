from odoo.addons.sale_stock.tests.schedules import RandomSchedules


class TestManualSchedules(RandomSchedules):
    """Nothing twice, and an end, whatever happens in between."""

    policy = "manual"

    def test_random_schedules(self):
        self.run_schedules()

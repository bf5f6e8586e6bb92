from odoo.addons.sale_stock.tests.schedules import RandomSchedules


class TestPickingSchedules(RandomSchedules):
    """Nothing twice, and an end, whatever happens in between."""

    policy = "picking"

    def test_random_schedules(self):
        self.run_schedules()

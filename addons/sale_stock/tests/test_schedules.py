from .schedules import RandomSchedules


class TestNoPolicySchedules(RandomSchedules):
    """Orders without a policy."""

    def test_random_schedules(self):
        self.run_schedules()

from datetime import timedelta

from core import fields
from core.tests import TransactionCase, tagged
from core.tools import mute_logger


@tagged("post_install", "-at_install")
class TestCron(TransactionCase):
    """Scheduled actions: due, run, planned anew."""

    def cron(self, code="model.search([], limit=1).write({'comment': 'Zed ran'})", **values):
        return self.env["ir.cron"].create({
            "name": "Zed job", "model_id": self.env["ir.model"]._get_id("res.partner"), "code": code,
            "interval_number": 1, "interval_type": "days", "user_id": self.env.ref("base.user_root").id,
            "nextcall": fields.Datetime.now() - timedelta(hours=1), **values})

    def test_what_is_due_runs_and_is_planned_after_now(self):
        cron = self.cron()
        self.assertIn(cron.id, self.env["ir.cron"]._due_ids())
        self.assertTrue(cron._acquire())
        cron._run_due()
        self.assertGreater(cron.nextcall, fields.Datetime.now())
        self.assertTrue(cron.lastcall)
        self.assertNotIn(cron.id, self.env["ir.cron"]._due_ids())

    def test_calls_missed_are_made_up_once(self):
        cron = self.cron(nextcall=fields.Datetime.now() - timedelta(days=5, hours=1))
        cron._run_due()
        self.assertLess(cron.nextcall - fields.Datetime.now(), timedelta(days=1))

    @mute_logger("odoo.addons.base.models.ir_cron", "core.addons.base.models.ir_cron")
    def test_a_failure_is_counted_and_undone(self):
        cron = self.cron(code="model.create({'name': 'Zed half'})\nraise UserError('no')")
        cron._run_due()
        self.assertEqual(cron.failure_count, 1)
        self.assertFalse(self.env["res.partner"].search([("name", "=", "Zed half")]))

    def test_a_trigger_makes_it_due(self):
        cron = self.cron(nextcall=fields.Datetime.now() + timedelta(days=1))
        self.assertNotIn(cron.id, self.env["ir.cron"]._due_ids())
        cron._trigger()
        self.assertIn(cron.id, self.env["ir.cron"]._due_ids())
        cron._run_due()
        self.assertNotIn(cron.id, self.env["ir.cron"]._due_ids())

    def test_work_in_portions_goes_on(self):
        cron = self.cron(code="env['ir.cron']._notify_progress(done=1, remaining=3)")
        cron._run_due()
        self.assertIn(cron.id, self.env["ir.cron"]._due_ids())

    def test_it_can_be_run_by_hand(self):
        cron = self.cron(code="env['ir.config_parameter'].set_param('zed.cron', 'ran')")
        cron.method_direct_trigger()
        self.assertEqual(self.env["ir.config_parameter"].get_param("zed.cron"), "ran")

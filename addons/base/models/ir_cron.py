"""Scheduled actions. The jobs room's worker asks for the due ones and has each run in its own transaction."""
import logging
from datetime import datetime, timedelta

import pytz
from dateutil.relativedelta import relativedelta

from core import _, api, fields, models
from core.exceptions import UserError

_logger = logging.getLogger(__name__)

_INTERVALS = {
    "minutes": lambda number: relativedelta(minutes=number),
    "hours": lambda number: relativedelta(hours=number),
    "days": lambda number: relativedelta(days=number),
    "weeks": lambda number: relativedelta(weeks=number),
    "months": lambda number: relativedelta(months=number),
}
# A job that fails this often, over at least this long, is switched off and the fact is logged.
_MIN_FAILURES = 5
_MIN_FAILING_TIME = timedelta(days=7)


class IrCron(models.Model):
    _name = "ir.cron"
    _description = "Scheduled Actions"
    _order = "cron_name, id"
    _inherits = {"ir.actions.server": "ir_actions_server_id"}
    _allow_sudo_commands = False

    ir_actions_server_id = fields.Many2one(
        "ir.actions.server", "Server action", delegate=True, ondelete="restrict", required=True)
    cron_name = fields.Char("Name", compute="_compute_cron_name", store=True)
    user_id = fields.Many2one("res.users", string="Scheduler User", default=lambda self: self.env.user, required=True)
    active = fields.Boolean(default=True)
    interval_number = fields.Integer(default=1, help="Repeat every x.", required=True)
    interval_type = fields.Selection(
        [("minutes", "Minutes"), ("hours", "Hours"), ("days", "Days"), ("weeks", "Weeks"), ("months", "Months")],
        string="Interval Unit", default="months", required=True)
    nextcall = fields.Datetime(string="Next Execution Date", required=True, default=fields.Datetime.now)
    lastcall = fields.Datetime(string="Last Execution Date")
    priority = fields.Integer(default=5, help="0 is the most urgent")
    failure_count = fields.Integer(default=0)
    first_failure_date = fields.Datetime(string="First Failure Date")

    _sql_constraints = [
        ("check_strictly_positive_interval", "CHECK (interval_number > 0)",
         "The interval number must be a strictly positive number."),
    ]

    @api.depends("ir_actions_server_id.name")
    def _compute_cron_name(self):
        for cron in self.with_context(lang="en_US"):
            cron.cron_name = cron.ir_actions_server_id.name

    @api.model
    def default_get(self, fields_list):
        # A scheduled action runs code unless it says otherwise.
        return super(IrCron, self.with_context(default_state=self.env.context.get("default_state") or "code")) \
            .default_get(fields_list)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([{"usage": "ir_cron", "state": "code", **vals} for vals in vals_list])

    def unlink(self):
        actions = self.ir_actions_server_id
        result = super().unlink()
        actions.unlink()
        return result

    def method_direct_trigger(self):
        """Run the actions now, as their scheduler users."""
        self.check_access("write")
        for cron in self:
            cron.with_user(cron.user_id).with_context(lastcall=cron.lastcall).ir_actions_server_id.run()
            cron.lastcall = fields.Datetime.now()
        return True

    def toggle(self, model, domain):
        """Active exactly while records of `model` match `domain`."""
        active = bool(self.env[model].search_count(domain, limit=1))
        return self.write({"active": active}) if active != self.active else True

    def _trigger(self, at=None):
        """Have the action run at `at` (one datetime or several, default: as soon as possible).

        :return: the triggers that were stored
        """
        if at is None:
            moments = [fields.Datetime.now()]
        elif isinstance(at, datetime):
            moments = [at]
        else:
            moments = list(at)
        self.ensure_one()
        return self._trigger_list(moments)

    def _trigger_list(self, moments):
        if not self.sudo().active:
            moments = [moment for moment in moments if moment > fields.Datetime.now()]
        return self.env["ir.cron.trigger"].sudo().create(
            [{"cron_id": self.id, "call_at": moment} for moment in moments])

    @api.model
    def _notify_progress(self, *, done, remaining, deactivate=False):
        """Called by an action that works in portions: with `remaining` > 0 it is run again at once."""
        progress_id = self.env.context.get("ir_cron_progress_id")
        if progress_id:
            self.env["ir.cron.progress"].sudo().browse(progress_id).write(
                {"done": done, "remaining": remaining, "deactivate": deactivate})

    # -- for the worker ---------------------------------------------------------------------------

    @api.model
    def _due_ids(self):
        """Ids of the actions that are due, most urgent first."""
        self.env.flush_all()
        self.env.cr.execute(
            """SELECT c.id FROM ir_cron c
                WHERE c.active AND (c.nextcall <= %(now)s OR EXISTS (
                      SELECT 1 FROM ir_cron_trigger t WHERE t.cron_id = c.id AND t.call_at <= %(now)s))
                ORDER BY c.priority, c.nextcall, c.id""", {"now": fields.Datetime.now()})
        return [row[0] for row in self.env.cr.fetchall()]

    def _acquire(self):
        """Lock this action for the transaction; False when another worker has it or it is not due any more."""
        self.env.cr.execute("SELECT id FROM ir_cron WHERE id = %s FOR NO KEY UPDATE SKIP LOCKED", [self.id])
        return bool(self.env.cr.fetchone()) and self.id in self._due_ids()

    def _run_due(self):
        """Run this acquired action and plan its next call. An error is recorded, not raised."""
        self.ensure_one()
        progress = self.env["ir.cron.progress"].sudo().create({"cron_id": self.id})
        started = fields.Datetime.now()
        try:
            with self.env.cr.savepoint():
                self._callback(progress)
        except Exception:  # noqa: BLE001 – whatever an addon raises must not stop the other actions
            _logger.exception("Scheduled action %s (%s) failed", self.cron_name, self.id)
            self._record_failure(started)
        else:
            self.write({"failure_count": 0, "first_failure_date": False})
        self._plan_next_call(started)
        if progress.remaining:
            self._trigger()
        if progress.deactivate:
            self.active = False

    def _callback(self, progress):
        action = self.ir_actions_server_id.with_user(self.user_id).with_context(
            lastcall=self.lastcall, ir_cron_progress_id=progress.id, cron_id=self.id,
            **self.with_user(self.user_id).env["res.users"].context_get())
        action.run()

    def _record_failure(self, moment):
        count, first = self.failure_count + 1, self.first_failure_date or moment
        values = {"failure_count": count, "first_failure_date": first}
        if count >= _MIN_FAILURES and moment - first >= _MIN_FAILING_TIME:
            values.update(active=False, failure_count=0, first_failure_date=False)
            _logger.error("Scheduled action %s failed %s times since %s and was switched off",
                          self.cron_name, count, first)
        self.write(values)

    def _plan_next_call(self, started):
        """The next multiple of the interval after now, kept at the same local time over a change of the clock."""
        zone = pytz.timezone(self.user_id.tz or "UTC")
        now = pytz.utc.localize(started).astimezone(zone)
        following = pytz.utc.localize(self.nextcall).astimezone(zone)
        step = _INTERVALS[self.interval_type](self.interval_number)
        while following <= now:
            following = zone.localize(following.replace(tzinfo=None) + step)
        self.write({"nextcall": following.astimezone(pytz.utc).replace(tzinfo=None), "lastcall": started})
        self.env["ir.cron.trigger"].sudo().search(
            [("cron_id", "=", self.id), ("call_at", "<=", started)]).unlink()

    @api.model
    def _process_due(self):
        """Run everything that is due, in this transaction; the worker uses one transaction per action."""
        for cron in self.browse(self._due_ids()):
            if cron._acquire():
                cron._run_due()

    def write(self, vals):
        if vals.get("interval_number") is not None and vals["interval_number"] <= 0:
            raise UserError(_("The interval of a scheduled action must be at least 1."))
        return super().write(vals)


class IrCronTrigger(models.Model):
    _name = "ir.cron.trigger"
    _description = "Triggered actions"
    _rec_name = "cron_id"
    _allow_sudo_commands = False

    cron_id = fields.Many2one("ir.cron", index=True, required=True, ondelete="cascade")
    call_at = fields.Datetime(index=True, required=True)

    @api.autovacuum
    def _gc_cron_triggers(self):
        self.search([("call_at", "<", fields.Datetime.now() - timedelta(weeks=1)),
                     ("cron_id.active", "=", False)]).unlink()


class IrCronProgress(models.Model):
    _name = "ir.cron.progress"
    _description = "Progress of Scheduled Actions"
    _rec_name = "cron_id"

    cron_id = fields.Many2one("ir.cron", required=True, index=True, ondelete="cascade")
    remaining = fields.Integer(default=0)
    done = fields.Integer(default=0)
    deactivate = fields.Boolean()
    timed_out_counter = fields.Integer(default=0)

    @api.autovacuum
    def _gc_cron_progress(self):
        self.search([("create_date", "<", fields.Datetime.now() - timedelta(weeks=1))]).unlink()

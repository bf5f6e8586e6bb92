"""Work that nobody waits for: scheduled actions (``ir.cron``) of the databases this process serves."""

from core.jobs.schedule import Scheduler, run_due, start_thread

__all__ = ["Scheduler", "run_due", "start_thread"]

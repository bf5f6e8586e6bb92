"""The daily cleaning: every method marked `@api.autovacuum` is called."""
import inspect
import logging

from core import api, models
from core.exceptions import AccessDenied

_logger = logging.getLogger(__name__)


def is_autovacuum(method):
    return callable(method) and getattr(method, "_autovacuum", False)


class IrAutovacuum(models.AbstractModel):
    _name = "ir.autovacuum"
    _description = "Automatic Vacuum"

    def _run_vacuum_cleaner(self):
        """Call every cleaning method, each in its own savepoint: one that fails does not stop the others."""
        if not self.env.is_admin():
            raise AccessDenied()
        for model in self.env.values():
            for name, method in inspect.getmembers(type(model), is_autovacuum):
                try:
                    with self.env.cr.savepoint():
                        method(model.browse())
                except Exception:  # noqa: BLE001 – an addon's cleaning must not stop the others
                    _logger.exception("%s.%s failed", model._name, name)

    @api.model
    def power_on(self, *args, **kwargs):
        """Name of the cleaning in older series."""
        return self._run_vacuum_cleaner()

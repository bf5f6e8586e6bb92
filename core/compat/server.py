"""``odoo.service.server``: the classes that addons with processes of their own extend.

The server here is granian or gunicorn and knows none of them: what such an addon would start inside the server has to be
started beside it.
"""

from __future__ import annotations

from typing import Any


class CommonServer:
    def __init__(self, app: Any) -> None:
        self.app = app
        self.interface: str | None = None
        self.port: int | None = None

    def start(self) -> None:
        """Nothing: see above."""

    def stop(self) -> None:
        """Nothing: see above."""


class ThreadedServer(CommonServer):
    pass


class GeventServer(CommonServer):
    pass


class PreforkServer(CommonServer):
    def process_spawn(self) -> None:
        """Nothing: see above."""

    def worker_spawn(self, klass: type, workers_registry: dict[int, Any]) -> None:
        """Nothing: see above."""

    def worker_pop(self, pid: int) -> None:
        """Nothing: see above."""


class Worker:
    def __init__(self, multi: Any) -> None:
        self.multi = multi
        self.alive = True


server: CommonServer | None = None

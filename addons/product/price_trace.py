"""Why is it this price? The price computation tells its steps to whoever is listening. Plain Python: no ORM.

The functions that compute prices call `note` where they take a step; `recording()` collects the steps of one computation.
An explanation is therefore always that of the price computed, never of a second implementation. Addons that change
prices note their own steps the same way.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

_listening = ContextVar("price_steps", default=None)


@dataclass(slots=True)
class Step:
    """One step: what was done (`kind`), the price after it, and what it was done with."""

    kind: str
    amount: float | None
    facts: dict = field(default_factory=dict)


def note(kind, amount=None, **facts):
    """Tell a step; costs nothing when nobody listens."""
    steps = _listening.get()
    if steps is not None:
        steps.append(Step(kind, amount, facts))


@contextmanager
def recording():
    """The steps of the prices computed inside, in order."""
    steps = []
    token = _listening.set(steps)
    try:
        yield steps
    finally:
        _listening.reset(token)

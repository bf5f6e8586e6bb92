"""Declarative workflows and policies: lifecycle, facets, slots and their policies, settled by one engine.

Addons declare them in ``workflow/*.xml`` and register what the names mean with :func:`guard`, :func:`effect`,
:func:`condition` and :func:`step`. See ``docs/developer/workflows.md``.
"""
from core.workflow import removal as _removal, setup as _setup
from core.workflow.drawing import svg
from core.workflow.engine import drawings, operation, policy_selection, settle_touched, steps_of_policy
from core.workflow.names import condition, effect, guard, step
from core.workflow.refusal import Refusal, Refused

__all__ = [
    "Refusal", "Refused", "condition", "effect", "drawings", "guard", "operation", "policy_selection", "settle_touched", "step", "steps_of_policy",
    "svg",
]

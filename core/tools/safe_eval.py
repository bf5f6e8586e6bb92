"""Safe evaluation of expressions, under the module name addons import."""

from typing import Any

from core.base import expression
from core.base.expression import compile_expression, const_eval, literal_eval, safe_eval, test_python_expr, wrap_module

__all__ = [
    "compile_expression",
    "const_eval",
    "expr_eval",
    "literal_eval",
    "safe_eval",
    "test_python_expr",
    "wrap_module",
]

expr_eval = safe_eval


def __getattr__(name: str) -> Any:
    """The wrapped modules: ``time``, ``datetime``, ``dateutil``, ``json``, ``pytz``, ``relativedelta``."""
    return getattr(expression, name)

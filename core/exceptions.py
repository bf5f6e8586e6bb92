"""The exceptions addons raise and catch."""

from core.base.errors import (
    AccessDenied,
    AccessError,
    CacheMiss,
    ConcurrencyError,
    LoadError,
    LockRequired,
    MissingError,
    Problem,
    RedirectWarning,
    UserError,
    ValidationError,
)

__all__ = [
    "AccessDenied",
    "AccessError",
    "CacheMiss",
    "ConcurrencyError",
    "LoadError",
    "LockRequired",
    "MissingError",
    "Problem",
    "RedirectWarning",
    "UserError",
    "ValidationError",
]

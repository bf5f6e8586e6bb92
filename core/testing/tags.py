"""Which tests run when: ``@tagged('post_install', '-at_install')``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

C = TypeVar("C", bound=type)

#: What a test class without any ``tagged`` has.
STANDARD_TAGS = frozenset(("standard", "at_install"))


def tagged(*tags: str) -> Callable[[C], C]:
    """Add tags to a test class and its heirs; a tag with ``-`` in front is taken away."""
    added = {tag for tag in tags if not tag.startswith("-")}
    removed = {tag[1:] for tag in tags if tag.startswith("-")}

    def decorate(cls: C) -> C:
        inherited: set[str] = set(getattr(cls, "test_tags", STANDARD_TAGS))
        cls.test_tags = (inherited | added) - removed  # type: ignore[attr-defined]
        return cls

    return decorate


def standalone(*tags: str) -> Callable[[Any], Any]:
    """Marks scripts that are not run by the test command."""
    return lambda function: function

"""Which XML tag of a data file is handled by whom.

Rooms above this one add their tags (`<workflow>`, `<policy>` …) without this room knowing them. A tag may bring a
RelaxNG schema of its own; the element is then validated before anything is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml import etree

    from core.base.errors import Problem
    from core.data.xml_loader import XmlLoader

Handler = Callable[["XmlLoader", "etree._Element"], None]
Check = Callable[["etree._Element", str, str], "list[Problem]"]


class Tag(NamedTuple):
    """A tag allowed under `<odoo>` and `<data>`.

    `check(element, module, file)` looks at the element before the database is touched.
    """

    handler: Handler
    schema: Path | None = None
    check: Check | None = None


_tags: dict[str, Tag] = {}


def register(
    tag: str, handler: Handler, *, schema: Path | str | None = None, check: Check | None = None
) -> None:
    """Let `handler(loader, element)` load the elements called `tag`; a later registration replaces an earlier one."""
    _tags[tag] = Tag(handler, Path(schema) if schema else None, check)


def get(tag: str) -> Tag | None:
    """The registration of `tag`, None when nobody claims it."""
    return _tags.get(tag)


def names() -> list[str]:
    """All tags that can be loaded, sorted."""
    return sorted(_tags)

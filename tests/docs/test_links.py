"""Links between the guides lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
_NAMED = re.compile(r"`(docs/[\w./-]+)`")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    linked = [guide.parent / target for target in _LINK.findall(text) if "://" not in target and not target.startswith("mailto:")]
    named = [ROOT / target for target in _NAMED.findall(text)]
    assert [str(target) for target in (*linked, *named) if not target.exists()] == []


def test_every_guide_is_reached_from_the_index() -> None:
    seen: set[Path] = set()
    todo = [ROOT / "docs" / "index.md"]
    while todo:
        page = todo.pop()
        if page in seen or not page.exists():
            continue
        seen.add(page)
        if page.is_dir():
            todo += page.glob("*.md")
        elif page.suffix == ".md":
            todo += [(page.parent / target).resolve() for target in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert [path.as_posix() for path in sorted((ROOT / "docs").rglob("*.md")) if path not in seen] == []

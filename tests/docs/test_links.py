"""Links between the guides lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
#: Pictures are not under version control: `make screenshots` takes them.
_PICTURE = re.compile(r"(?:^|/)screenshots/([\w-]+)\.(en|vi)\.png$")
_NAMED = re.compile(r"`(docs/[\w./-]+)`")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    linked = [guide.parent / target for target in _LINK.findall(text)
              if "://" not in target and not target.startswith("mailto:") and not _PICTURE.search(target)]
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


def test_every_picture_of_the_guides_is_taken_by_the_command() -> None:
    taken = set(re.findall(r"^def (\w+)\(user: Any\)", (ROOT / "docs" / "screenshots.py").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {match[1].replace("-", "_") for guide in GUIDES for target in _LINK.findall(guide.read_text(encoding="utf-8")) if (match := _PICTURE.search(target))}
    assert shown
    assert shown <= taken


@pytest.mark.parametrize("guide", ["selling", "warehouse", "accounting", "keyboard"])
def test_guides_of_users_exist_in_both_languages_with_the_same_sections_and_pictures(guide: str) -> None:
    english, vietnamese = ((ROOT / "docs" / "user" / f"{guide}{ending}").read_text(encoding="utf-8") for ending in (".md", ".vi.md"))
    assert len(re.findall(r"^#+ ", english, re.MULTILINE)) == len(re.findall(r"^#+ ", vietnamese, re.MULTILINE))
    assert re.findall(r"screenshots/([\w-]+)\.en\.png", english) == re.findall(r"screenshots/([\w-]+)\.vi\.png", vietnamese)

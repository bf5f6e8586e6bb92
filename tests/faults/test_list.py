"""Every fault of the list has its tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.findall(r"`((?:tests|addons)/[\w/]+\.py)(?:::(\w+))?`", (Path(__file__).parent / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_the_test_exists(file: str, name: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not name or re.search(rf"^\s*def {name}\(", text, re.MULTILINE)

"""The tutorial, followed to the letter: its files are written, its commands run, and its outputs appear."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import harness
from tests.faults.conftest import ROOT, environment

TUTORIAL = ROOT / "docs" / "developer" / "tutorial.md"
DATABASE = "tutorial"
#: A block of code; the name of its file stands in the line above.
_BLOCK = re.compile(r"(?:^`(?P<file>[\w/.-]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of somebody with an empty home folder in Sen's checkout."""
    harness.drop(DATABASE)
    yield {**environment(), "HOME": str(tmp_path), "PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    harness.drop(DATABASE)


@pytest.mark.slow
def test_following_it_to_the_letter(reader: dict[str, str], tmp_path: Path) -> None:
    output = ""
    done = {"file": 0, "sh": 0, "text": 0}
    for block in _BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        kind, text = block["kind"], block["text"]
        if block["file"]:
            target = tmp_path / "addons" / block["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            done["file"] += 1
        elif kind == "sh":
            output = run(text, reader)
            done["sh"] += 1
        elif kind == "text":
            for line in text.splitlines():
                assert line in output, output
            done["text"] += 1
        else:
            raise AssertionError(f"What is this block for? {text[:200]}")
    assert done["file"] >= 18
    assert done["sh"] >= 6
    assert done["text"] >= 4


def run(script: str, reader: dict[str, str]) -> str:
    done = subprocess.run(["bash", "-ec", script], cwd=ROOT, env=reader, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr

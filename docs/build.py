"""`make docs`: the guides as HTML with their pictures, in docs/build (not under version control)."""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
DOCS, BUILD = ROOT / "docs", ROOT / "docs" / "build"
_STYLE = """
:root { color-scheme: light dark; --text: light-dark(#1a2321, #e7edeb); --line: light-dark(#dde3e0, #2d3835); --accent: light-dark(#0f6b62, #5bc2b5); }
body { font: 16px/1.6 system-ui, "Noto Sans", sans-serif; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: light-dark(#fff, #101514); }
a { color: var(--accent); } h1, h2 { line-height: 1.25; } img { max-width: 100%; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid var(--line); padding: .35rem .7rem; text-align: left; }
code, kbd { font-size: .9em; } pre { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; padding: .8rem; }
img[src*=phone] { max-width: 22rem; }
"""


def main() -> int:
    if BUILD.exists():
        shutil.rmtree(BUILD)
    markdown = MarkdownIt("commonmark").enable("table")
    pages = [page for page in sorted(DOCS.rglob("*.md")) if BUILD not in page.parents]
    for page in pages:
        target = BUILD / page.relative_to(DOCS).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page(page, markdown.render(page.read_text(encoding="utf-8"))), encoding="utf-8")
    pictures = DOCS / "user" / "screenshots"
    if pictures.exists():
        shutil.copytree(pictures, BUILD / "user" / "screenshots")
    else:
        print("There are no pictures yet: make screenshots takes them.", file=sys.stderr)
    print(f"{len(pages)} pages: {BUILD / 'index.html'}")
    return 0


def _page(source: Path, body: str) -> str:
    """A whole page; links to other guides lead to their HTML."""
    language = "vi" if source.stem == "vi" or source.stem.endswith(".vi") else "en"
    title = re.search(r"<h1>(.*?)</h1>", body)
    body = re.sub(r'href="(?!https?:)([^"#]+)\.md(#[^"]*)?"', r'href="\1.html\2"', body)
    body = re.sub(r'href="((?!https?:)[^"#]*)/"', r'href="\1/README.html"', body)
    name = re.sub(r"<[^>]+>", "", title[1]) if title else html.escape(source.stem)
    return (f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{name} · Sen</title><style>{_STYLE}</style></head>\n<body>\n{body}</body>\n</html>\n")


if __name__ == "__main__":
    sys.exit(main())

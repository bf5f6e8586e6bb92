"""Reading and writing .po files in the shape addons ship.

An entry's ``#.  module:`` comment names its addons, its ``#:`` lines say where the text stands:
``code:addons/sale/models/order.py:0`` (in code), ``model:ir.model.fields,field_description:sale.field_x`` (a field of
a record) or ``model_terms:ir.ui.view,arch_db:sale.view_x`` (a text inside XML or HTML). Babel and gettext cannot
read the latter two as places, so the reader is ours.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_PLACE = re.compile(r"(?P<kind>model|model_terms|selection|constraint|sql_constraint|code):(?P<rest>\S+)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_MODULES = re.compile(r"modules?:\s*(.+)")


class PoError(ValueError):
    """A .po file that cannot be read; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands.

    :ivar kind: ``code``, ``model`` (a field's whole value) or ``model_terms`` (a text inside it)
    :ivar name: for ``code`` the file, else ``model,field``
    :ivar xmlid: complete external id of the record, empty for code
    :ivar line: of code
    """

    kind: str
    name: str
    xmlid: str = ""
    line: int = 0

    @property
    def model(self) -> str:
        return self.name.partition(",")[0] if self.kind != "code" else ""

    @property
    def field(self) -> str:
        return self.name.partition(",")[2] if self.kind != "code" else ""

    def __str__(self) -> str:
        return f"code:{self.name}:{self.line}" if self.kind == "code" else f"{self.kind}:{self.name}:{self.xmlid}"


@dataclass(slots=True)
class Entry:
    """One text and its translation ('' when there is none)."""

    source: str
    translation: str = ""
    modules: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    context: str | None = None
    line: int = 0

    @property
    def in_code(self) -> bool:
        """Whether the text stands in code. An entry without places holds for every use of the text."""
        return not self.places or any(place.kind == "code" for place in self.places)

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags


def parse_place(text: str) -> Place | None:
    """``model:res.lang,name:base.lang_vi`` as a :class:`Place`; None when it is none."""
    match = _PLACE.fullmatch(text)
    if not match:
        name, _colon, line = text.rpartition(":")
        return Place("code", name, line=int(line)) if name and line.isdigit() else None
    kind, rest = match["kind"], match["rest"]
    if kind in ("code", "selection", "constraint", "sql_constraint"):
        name, _colon, line = rest.rpartition(":")
        return Place("code", name or rest, line=int(line) if line.isdigit() else 0)
    name, colon, xmlid = rest.partition(":")
    return Place(kind, name, xmlid) if colon and "," in name else None


def read(path: str | Path, *, untranslated: bool = False) -> list[Entry]:
    """The entries of a .po file without its header; fuzzy and (by default) untranslated ones are left out.

    :raise PoError: the file is no .po file
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PoError(f"{path}: not UTF-8 text (byte {error.start})") from None
    entries = _parse(text, str(path))
    if untranslated:
        return [entry for entry in entries if entry.source]
    return [entry for entry in entries if entry.source and entry.translation and not entry.fuzzy]


def header(path: str | Path) -> dict[str, str]:
    """The header fields of a .po file."""
    for entry in _parse(Path(path).read_text(encoding="utf-8-sig"), str(path)):
        if not entry.source:
            lines = (line.partition(":") for line in entry.translation.splitlines())
            return {name.strip(): value.strip() for name, colon, value in lines if colon}
    return {}


class _Parser:
    """Collects entries line by line; an entry ends where the next one starts."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.number = 0
        self.entries: list[Entry] = []
        self.entry = Entry("")
        self.part = ""  # the keyword whose text continues

    def parse(self, text: str) -> list[Entry]:
        for self.number, raw in enumerate(text.splitlines(), start=1):
            line = raw.strip()
            if line.startswith("#~"):
                continue
            if not line or line.startswith("#"):
                self._start_anew()
                _read_comment(self.entry, line)
            elif line.startswith("msg"):
                self._keyword(line)
            elif line.startswith('"') and self.part:
                self._append(line)
            else:
                raise PoError(
                    f"{self.file}:{self.number}: expected a comment, a keyword or a quoted text, found {line[:40]!r}"
                )
        self._start_anew()
        return self.entries

    def _start_anew(self) -> None:
        """End the entry once its translation was seen."""
        if self.part.startswith("msgstr"):
            self.entries.append(self.entry)
            self.entry, self.part = Entry(""), ""

    def _keyword(self, line: str) -> None:
        keyword, _space, rest = line.partition(" ")
        if keyword not in ("msgid", "msgid_plural", "msgctxt", "msgstr") and not keyword.startswith("msgstr["):
            raise PoError(f"{self.file}:{self.number}: unknown keyword {keyword!r}")
        if keyword in ("msgid", "msgctxt"):
            self._start_anew()
        if keyword == "msgid":
            self.entry.line = self.number
        self.part = "msgstr" if keyword == "msgstr[0]" else keyword
        self._append(rest)

    def _append(self, quoted: str) -> None:
        text = _unquote(quoted, self.file, self.number)
        if self.part == "msgid":
            self.entry.source += text
        elif self.part == "msgstr":
            self.entry.translation += text
        elif self.part == "msgctxt":
            self.entry.context = (self.entry.context or "") + text


def _parse(text: str, file: str) -> list[Entry]:
    return _Parser(file).parse(text)


def _read_comment(entry: Entry, line: str) -> None:
    body = line[2:].strip()
    if line.startswith("#:"):
        places = (parse_place(text) for text in body.split())
        entry.places.extend(place for place in places if place)
    elif line.startswith("#."):
        match = _MODULES.match(body)
        if match:
            entry.modules.extend(name.strip() for name in match[1].split(",") if name.strip())
        else:
            entry.comments.append(body)
    elif line.startswith("#,"):
        entry.flags.extend(flag.strip() for flag in body.split(","))


def _unquote(text: str, file: str, number: int) -> str:
    text = text.strip()
    if not _STRING.fullmatch(text):
        raise PoError(f"{file}:{number}: the text must stand between double quotes: {text[:40]}")
    if "\\" not in text:
        return text[1:-1]
    try:
        return str(ast.literal_eval(text))
    except (SyntaxError, ValueError):
        raise PoError(f"{file}:{number}: unknown escape in {text[:40]}") from None


# Writing


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\r", "\\r")
    if "\n" not in escaped:
        return f'"{escaped}"'
    lines = escaped.split("\n")
    pieces = [f"{line}\\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    return "\n".join(['""', *(f'"{piece}"' for piece in pieces)])


def _format_entry(entry: Entry) -> Iterator[str]:
    if entry.modules:
        yield f"#. module: {', '.join(sorted(set(entry.modules)))}"
    for comment in entry.comments:
        yield f"#. {comment}"
    for place in sorted(set(entry.places), key=str):
        yield f"#: {place}"
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    if entry.context is not None:
        yield f"msgctxt {_quote(entry.context)}"
    yield f"msgid {_quote(entry.source)}"
    yield f"msgstr {_quote(entry.translation)}"


def write(path: str | Path, entries: Iterable[Entry], *, lang: str = "", project: str = "Sen") -> None:
    """Write a .po file (a template when ``lang`` is empty), entries sorted by source."""
    fields = {
        "Project-Id-Version": project,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    head = Entry("", "".join(f"{name}: {value}\n" for name, value in fields.items()))
    blocks = ["\n".join(_format_entry(entry)) for entry in [head, *sorted(entries, key=lambda entry: entry.source)]]
    Path(path).write_text("\n\n".join(blocks) + "\n", encoding="utf-8")

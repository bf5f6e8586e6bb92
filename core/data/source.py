"""Data files as parsed sources, with the line of everything in them.

Parsing is separate from loading: all files of an installation are parsed and checked before the first record is
written, and the parsed trees are used again for loading.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from core.base.errors import LoadError, Problem
from core.data import tags

SCHEMA_FOLDER = Path(__file__).with_name("schema")


@dataclass(frozen=True)
class XmlSource:
    """A well-formed, schema-checked XML data file."""

    path: Path
    root: etree._Element


@dataclass(frozen=True)
class CsvSource:
    """A CSV data file; `rows` holds (line, cells) with as many cells as the header has."""

    path: Path
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def model(self) -> str:
        """The model the file's name says: `res.country.state.csv`, or `name-anything.csv`."""
        return self.path.stem.split("-")[0]


@dataclass(frozen=True)
class SqlSource:
    """A file of SQL statements."""

    path: Path
    text: str


Source = XmlSource | CsvSource | SqlSource


def parse(path: Path | str) -> Source:
    """Parse a data file by its extension; the answer is cached until the file changes.

    :raises LoadError: naming every mistake with its line.
    """
    path = Path(path)
    try:
        stat = path.stat()
    except OSError as error:
        raise LoadError(
            [Problem(f"The data file cannot be read: {error.strerror}.", str(path), 1)]
        ) from error
    return _parse(path, stat.st_mtime_ns, stat.st_size)


def forget() -> None:
    """Drop the parsed sources once they are loaded."""
    _parse.cache_clear()


@lru_cache(maxsize=4096)
def _parse(path: Path, _modified_ns: int, _size: int) -> Source:
    content = path.read_bytes()
    if path.suffix == ".xml":
        return _parse_xml(path, content)
    if path.suffix == ".csv":
        return _parse_csv(path, content)
    if path.suffix == ".sql":
        return SqlSource(path, content.decode("utf-8"))
    raise LoadError([Problem(f"Data files end in .xml, .csv or .sql, not '{path.suffix}'.", str(path), 1)])


# -- XML -------------------------------------------------------------------------------------------


def xml_parser() -> etree.XMLParser:
    """A parser without entities, network and DTD; one per call, parsers are not shared between threads."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)


def _parse_xml(path: Path, content: bytes) -> XmlSource:
    parser = xml_parser()
    try:
        root = etree.fromstring(content, parser, base_url=str(path))
    except etree.XMLSyntaxError as error:
        problems = [
            Problem(f"Broken XML: {entry.message}.", str(path), entry.line)
            for entry in parser.error_log
            if entry.level_name in ("ERROR", "FATAL")
        ]
        raise LoadError(
            problems[:5] or [Problem(f"Broken XML: {error.msg}.", str(path), error.lineno or 1)]
        ) from error
    problems = list(_schema_problems(root, str(path)))
    if problems:
        raise LoadError(problems)
    return XmlSource(path, root)


def _schema_problems(root: etree._Element, file: str) -> Iterator[Problem]:
    schema = _schema(SCHEMA_FOLDER / "data.rng")
    if not schema.validate(root):
        yield from _best_messages(schema, file)
    for element in iterate_tags(root):
        tag = tags.get(element.tag)
        if tag and tag.schema:
            own = _schema(tag.schema)
            if not own.validate(element):
                yield from _best_messages(own, file)


_TELLING_TYPES = (
    "RELAXNG_ERR_INVALIDATTR",
    "RELAXNG_ERR_ATTRVALUE",
    "RELAXNG_ERR_ELEMWRONG",
    "RELAXNG_ERR_ELEMNAME",
    "RELAXNG_ERR_ATTRVALID",
)


def _best_messages(schema: etree.RelaxNG, file: str) -> Iterator[Problem]:
    """The most telling message of each line; the validator repeats itself in vaguer words."""
    best: dict[int, tuple[int, str]] = {}
    for entry in schema.error_log:
        rank = (
            _TELLING_TYPES.index(entry.type_name)
            if entry.type_name in _TELLING_TYPES
            else len(_TELLING_TYPES)
        )
        if entry.line not in best or rank < best[entry.line][0]:
            best[entry.line] = (rank, entry.message)
    if len(best) > 1:
        best.pop(0, None)
    for line, (_rank, message) in sorted(best.items()):
        yield Problem(f"Not a valid data file: {message}.", file, line, _nearest_attribute(message))


def _nearest_attribute(message: str) -> str | None:
    """'Invalid attribute modle for element record' → the attribute meant."""
    words = message.split()
    if words[:2] != ["Invalid", "attribute"]:
        return None
    known = _attribute_names(words[-1])
    near = difflib.get_close_matches(words[2], known, 1)
    return (
        f"Did you mean '{near[0]}'?"
        if near
        else f"<{words[-1]}> takes {', '.join(known)}."
        if known
        else None
    )


@lru_cache(maxsize=64)
def _attribute_names(element: str) -> tuple[str, ...]:
    namespace = "{http://relaxng.org/ns/structure/1.0}"
    found: dict[str, None] = {}
    for node in etree.parse(str(SCHEMA_FOLDER / "data.rng")).iter(f"{namespace}element"):
        if node.get("name") == element:
            found.update(
                dict.fromkeys(
                    name
                    for attribute in node.iter(f"{namespace}attribute")
                    if (name := attribute.get("name"))
                )
            )
    return tuple(found)


@lru_cache(maxsize=64)
def _schema(path: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(path)))


def iterate_tags(root: etree._Element) -> Iterator[etree._Element]:
    """The elements directly under `<odoo>` and its `<data>` sections, in document order."""
    for child in root:
        if not isinstance(child.tag, str):
            continue
        if child.tag in ("data", "odoo", "openerp"):
            yield from iterate_tags(child)
        else:
            yield child


# -- CSV -------------------------------------------------------------------------------------------


def _parse_csv(path: Path, content: bytes) -> CsvSource:
    text = decode_utf8(content, str(path))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    problems: list[Problem] = []
    header: tuple[str, ...] = ()
    line = 0
    try:
        for cells in reader:
            first_line, line = line + 1, reader.line_num
            if not header:
                header = tuple(cell.strip() for cell in cells)
            elif any(cells):
                if len(cells) != len(header):
                    problems.append(
                        Problem(
                            f"{len(cells)} cells, but the header names {len(header)} columns.",
                            str(path),
                            first_line,
                        )
                    )
                rows.append((first_line, tuple(cells)))
    except csv.Error as error:
        problems.append(Problem(f"Broken CSV: {error}.", str(path), reader.line_num))
    if not header:
        problems.append(Problem("The CSV file is empty; its first line names the columns.", str(path), 1))
    if problems:
        raise LoadError(problems)
    return CsvSource(path, header, tuple(rows))


def decode_utf8(content: bytes, file: str) -> str:
    """Decode UTF-8 with or without a byte-order mark.

    :raises LoadError: naming the line of the first byte that is something else.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        hint = "Save the file with the encoding UTF-8."
        raise LoadError(
            [Problem(f"Not UTF-8: byte 0x{content[error.start]:02x}.", file, line, hint)]
        ) from error

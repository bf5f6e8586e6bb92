"""A workflow as an SVG drawing: states in a row, transitions as arrows and arcs, derived statuses in a row below.

The drawing knows nothing of records or databases. Its classes (``wf-done``, ``wf-current``, ``wf-open``, ``wf-refused``)
are coloured by the page's style sheet, in light and dark.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

_WIDTH, _HEIGHT = 150, 56
_GAP = 118
_PADDING = 14
_ARC_STEP = 30
_ARROW = 5
#: Letters that fit over a straight arrow, into a box, and under its name.
_LABEL_LETTERS, _NAME_LETTERS, _NOTE_LETTERS = 17, 20, 25
_FACT_GAP = 34


@dataclass(slots=True)
class Node:
    """A state, or a derived status. ``mark`` is 'done', 'current' or ''; ``note`` says who was there when."""

    name: str
    string: str
    mark: str = ""
    note: str = ""


@dataclass(slots=True)
class Edge:
    """A transition between two states. ``mark`` is 'done' (taken), 'open' (possible now), 'refused' or ''."""

    source: str
    target: str
    string: str
    mark: str = ""
    why: str = ""


@dataclass(slots=True)
class Drawing:
    """What is drawn, in the order in which it is read."""

    title: str
    states: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    facts: list[Node] = field(default_factory=list)


def svg(drawing: Drawing) -> str:
    """The drawing as an ``<svg>`` element for a page."""
    return _Picture(drawing).draw()


class _Picture:
    """Places states left to right; arcs forward above them, back below them, the wider the higher."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.column = {state.name: index for index, state in enumerate(drawing.states)}
        edges = [edge for edge in _joined(drawing.edges) if edge.source in self.column and edge.target in self.column]
        spans = {id(edge): self.column[edge.target] - self.column[edge.source] for edge in edges}
        self.straight = [edge for edge in edges if spans[id(edge)] == 1]
        self.above = _levels([edge for edge in edges if spans[id(edge)] > 1], self.column)
        self.below = _levels([edge for edge in edges if spans[id(edge)] < 1], self.column)
        self.top = _PADDING + _ARC_STEP * (_highest(self.above) + 1) + (6 if self.above else 0)
        self.bottom = self.top + _HEIGHT
        self.parts: list[str] = []

    def draw(self) -> str:
        for edge in self.straight:
            self._arrow(edge)
        for edge, level in self.above:
            self._arc(edge, self.top, -_ARC_STEP * (level + 1))
        for edge, level in self.below:
            self._arc(edge, self.bottom, _ARC_STEP * (level + 1))
        for state in self.drawing.states:
            self._box(state, self._left(state.name), self.top, 8)
        height = self.bottom + _ARC_STEP * (_highest(self.below) + 1) + _PADDING
        width = len(self.drawing.states) * (_WIDTH + _GAP) - _GAP + 2 * _PADDING if self.drawing.states else 0
        if self.drawing.facts:
            height = self._facts(height + (8 if self.drawing.states else 0))
            width = max(width, len(self.drawing.facts) * (_WIDTH + _FACT_GAP) - _FACT_GAP + 2 * _PADDING)
        return (f'<svg class="wf" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
                f'role="img" aria-label="{escape(self.drawing.title)}">{"".join(self.parts)}</svg>')

    def _left(self, name: str) -> int:
        return _PADDING + self.column[name] * (_WIDTH + _GAP)

    def _centre(self, name: str) -> int:
        return self._left(name) + _WIDTH // 2

    def _box(self, node: Node, left: int, top: int, radius: int) -> None:
        middle = left + _WIDTH // 2
        lines = [(node.string, "wf-name", _NAME_LETTERS)] + ([(node.note, "wf-note", _NOTE_LETTERS)] if node.note else [])
        texts = "".join(
            f'<text x="{middle}" y="{top + (33 if len(lines) == 1 else 25 + 18 * index)}" class="{css}">{escape(_cut(text, letters))}</text>'
            for index, (text, css, letters) in enumerate(lines))
        tip = "\n".join(text for text, _css, _letters in lines)
        self.parts.append(f'<g class="wf-node{_css(node.mark)}"><title>{escape(tip)}</title>'
                          f'<rect x="{left}" y="{top}" width="{_WIDTH}" height="{_HEIGHT}" rx="{radius}"/>{texts}</g>')

    def _arrow(self, edge: Edge) -> None:
        start, end = self._left(edge.source) + _WIDTH, self._left(edge.target)
        y = self.top + _HEIGHT // 2
        head = f"M{end} {y} l{-2 * _ARROW} {-_ARROW} v{2 * _ARROW} z"
        self._edge(edge, f"M{start} {y} H{end - _ARROW}", head, (start + end) // 2, y - 8, _LABEL_LETTERS)

    def _arc(self, edge: Edge, y: int, rise: int) -> None:
        """An arc from and to the same side of the boxes; it leaves and arrives beside their middle."""
        forward = rise < 0
        start = self._centre(edge.source) + (22 if forward else -22)
        end = self._centre(edge.target) + (-22 if forward else 22)
        if edge.source == edge.target:
            start, end = self._centre(edge.source) - 40, self._centre(edge.source) + 40
        control = rise * 4 // 3
        tip = -_ARROW if forward else _ARROW
        head = f"M{end} {y} l{-_ARROW} {2 * tip} h{2 * _ARROW} z"
        self._edge(edge, f"M{start} {y} C{start} {y + control} {end} {y + control} {end} {y + 2 * tip}", head,
                   (start + end) // 2, y + rise - 5 if forward else y + rise + 1, 40)

    def _edge(self, edge: Edge, line: str, head: str, x: int, y: int, letters: int) -> None:
        tip = f"{edge.string}: {edge.why}" if edge.why else edge.string
        self.parts.append(
            f'<g class="wf-edge{_css(edge.mark)}"><title>{escape(tip)}</title><path class="wf-line" d="{line}"/><path class="wf-head" d="{head}"/>'
            f'<text x="{x}" y="{y}">{escape(_cut(edge.string, letters))}</text></g>')

    def _facts(self, top: int) -> int:
        """The row of derived statuses; returns where the drawing ends."""
        middle = top + _HEIGHT // 2
        for index, fact in enumerate(self.drawing.facts):
            left = _PADDING + index * (_WIDTH + _FACT_GAP)
            if index:
                start = left - _FACT_GAP
                self.parts.append(f'<g class="wf-edge wf-then"><path class="wf-line" d="M{start} {middle} H{left - _ARROW}"/>'
                                  f'<path class="wf-head" d="M{left} {middle} l{-2 * _ARROW} {-_ARROW} v{2 * _ARROW} z"/></g>')
            self._box(fact, left, top, _HEIGHT // 2)
        return top + _HEIGHT + _PADDING


def _css(mark: str) -> str:
    return f" wf-{mark}" if mark else ""


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _joined(edges: list[Edge]) -> list[Edge]:
    """Transitions between the same two states share an arrow; the most telling mark wins."""
    by_ends: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        known = by_ends.get((edge.source, edge.target))
        if known is None:
            by_ends[edge.source, edge.target] = Edge(edge.source, edge.target, edge.string, edge.mark, edge.why)
            continue
        known.string = f"{known.string} / {edge.string}"
        known.mark = min(known.mark, edge.mark, key=("open", "done", "refused", "").index)
        known.why = known.why or edge.why
    return list(by_ends.values())


def _highest(arcs: list[tuple[Edge, int]]) -> int:
    return max((level for _edge, level in arcs), default=-1)


def _levels(edges: list[Edge], column: dict[str, int]) -> list[tuple[Edge, int]]:
    """How high each arc goes (0: the lowest): shorter ones inside longer ones, none through another."""
    levels: list[tuple[Edge, int]] = []
    placed: list[tuple[int, int, int]] = []
    for edge in sorted(edges, key=lambda edge: abs(column[edge.target] - column[edge.source])):
        low, high = sorted((column[edge.source], column[edge.target]))
        crossing = [level for start, end, level in placed if low < end and start < high or (low, high) == (start, end)]
        level = max(crossing, default=-1) + 1
        placed.append((low, high, level))
        levels.append((edge, level))
    return levels

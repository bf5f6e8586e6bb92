"""Conditions of card templates: written in JavaScript by most addons, evaluated by our safe expressions."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"""
    (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`$]*`)
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<name>[A-Za-z_$][\w$]*)
  | (?P<operator>===|!==|\?\.|\?\?|&&|\|\||==|!=|<=|>=|\*\*|[-+*/%<>!?:,.()\[\]{}=])
  | (?P<blank>\s+)
""", re.VERBOSE)
_OPERATORS = {"===": "==", "!==": "!=", "&&": " and ", "||": " or ", "??": " or ", "!": " not ", "?.": "."}
_NAMES = {"true": "True", "false": "False", "null": "None", "undefined": "None", "gt": ">", "lt": "<", "gte": ">=", "lte": "<=",
          "and": " and ", "or": " or ", "not": " not ", "in": " in ", "is": " is ", "if": " if ", "else": " else "}
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def to_python(source: str) -> str:
    """The expression in Python. Raises ValueError for what is no expression.

    Both spellings are understood: ``!record.a.value && record.b.raw_value === 'x' ? 1 : 2`` and
    ``record.a.value and record.b.raw_value == 'x'``.
    """
    return _ternary(_tokens(source)).strip()


def _tokens(source: str) -> list[str]:
    tokens, position = [], 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise ValueError(f"{source[position:position + 10]!r} is not understood")
        position = match.end()
        if match.lastgroup != "blank":
            tokens.append(match.group())
    return tokens


def _ternary(tokens: list[str]) -> str:
    """``a ? b : c`` at this level, then the rest."""
    question = _find(tokens, "?")
    if question is None:
        return _plain(tokens)
    colon = _find(tokens[question + 1:], ":", nested=True)
    if colon is None:
        raise ValueError("'?' without ':'")
    test, then, otherwise = tokens[:question], tokens[question + 1:question + 1 + colon], tokens[question + 2 + colon:]
    return f"(({_ternary(then)}) if ({_plain(test)}) else ({_ternary(otherwise)}))"


def _find(tokens: list[str], wanted: str, nested: bool = False) -> int | None:
    """Position of a token outside of brackets; with `nested`, past inner ``? :`` pairs."""
    depth = inner = 0
    for position, token in enumerate(tokens):
        if token in _CLOSING:
            depth += 1
        elif token in _CLOSING.values():
            depth -= 1
        elif depth:
            continue
        elif nested and token == "?":
            inner += 1
        elif token == wanted:
            if not inner:
                return position
            inner -= 1
    return None


def _plain(tokens: list[str]) -> str:
    out: list[str] = []
    starts: list[int] = []  # where the operand that may have a length began
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token in _CLOSING:
            end = _closing(tokens, position)
            called = bool(out) and (out[-1][-1:].isalnum() or out[-1] in (")", "]"))
            if not called:
                starts.append(len(out))
            out.append(token + _items(tokens[position + 1:end], token) + _CLOSING[token])
            position = end + 1
            continue
        if token == "length" and out and out[-1] == ".":
            out.pop()
            start = starts[-1] if starts else 0
            out[start:] = ["len(" + "".join(out[start:]) + ")"]
        elif token in _OPERATORS:
            out.append(_OPERATORS[token])
        elif token == ".":
            out.append(token)
        else:
            if not (out and out[-1] == "."):
                starts.append(len(out))
                out.append(_NAMES.get(token, _quoted(token)))
            else:
                out.append(token)
        position += 1
    return "".join(out)


def _quoted(token: str) -> str:
    return repr(token[1:-1]) if token.startswith("`") else token


def _closing(tokens: list[str], position: int) -> int:
    depth = 0
    for index in range(position, len(tokens)):
        depth += (tokens[index] in _CLOSING) - (tokens[index] in _CLOSING.values())
        if not depth:
            return index
    raise ValueError(f"{tokens[position]!r} is not closed")


def _items(tokens: list[str], bracket: str) -> str:
    """What stands between brackets: items, each an expression of its own; in braces `key: value`."""
    parts = []
    while tokens:
        comma = _find(tokens, ",")
        item, tokens = (tokens, []) if comma is None else (tokens[:comma], tokens[comma + 1:])
        colon = _find(item, ":", nested=True) if bracket == "{" else None
        if colon is None:
            parts.append(_ternary(item))
        else:
            key = "".join(item[:colon])
            key = repr(key) if re.fullmatch(r"[A-Za-z_$][\w$]*", key) else key
            parts.append(f"{key}: {_ternary(item[colon + 1:])}")
    return ", ".join(parts)

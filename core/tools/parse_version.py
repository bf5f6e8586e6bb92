"""Comparable versions."""

import re

_PART = re.compile(r"(\d+|[a-z]+|\.|-)")
_RANK = {"pre": "c", "preview": "c", "-": "final-", "_": "final-", "rc": "c", "dev": "@", "saas": "", "~": ""}


def parse_version(s: str) -> tuple[str, ...]:
    """A tuple that sorts as the versions do: 2.4 = 2.4.0 < 2.10, 1.0rc1 < 1.0."""
    result: list[str] = []
    for part in (*_PART.findall(s.lower()), "final"):
        if part == ".":
            continue
        part = _RANK.get(part, part)
        if not part:
            continue
        if part[:1].isdigit():
            result.append(part.zfill(8))
            continue
        while result and result[-1] == "00000000":
            result.pop()
        result.append(f"*{part}")
    return tuple(result)


def compare(first: str, second: str) -> int:
    one, two = parse_version(first), parse_version(second)
    return (one > two) - (one < two)



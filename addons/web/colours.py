"""Colours a company chooses, made readable: pure arithmetic on sRGB, contrast as WCAG 2.2 defines it."""
import re

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
#: Contrast of normal text with its background (WCAG 2.2, 1.4.3).
TEXT_CONTRAST = 4.5
_STEPS = 50


def parse(text):
    """(red, green, blue) of `#1f6feb` or `#abc`; None for anything else."""
    match = _HEX.fullmatch((text or "").strip())
    if not match:
        return None
    digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
    return tuple(int(digits[index:index + 2], 16) for index in (0, 2, 4))


def to_hex(colour):
    return "#" + "".join(f"{part:02x}" for part in colour)


def luminance(colour):
    """Relative luminance, 0 for black, 1 for white."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Contrast ratio, from 1 (equal) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one, other, share):
    """`one` with a share (0 to 1) of `other`."""
    return tuple(round(mine + (theirs - mine) * share) for mine, theirs in zip(one, other))


def readable_on(background):
    """Black or white, whichever reads better on the background."""
    return max((WHITE, BLACK), key=lambda colour: contrast(colour, background))


def toned(colour, background, towards, ratio=TEXT_CONTRAST):
    """The colour, moved towards black or white as little as is needed to be read on the background."""
    for step in range(_STEPS + 1):
        candidate = mix(colour, towards, step / _STEPS)
        if contrast(candidate, background) >= ratio:
            return candidate
    return towards

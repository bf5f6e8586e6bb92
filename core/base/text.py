"""Text: normal form, search keys and sort order that do not depend on any server locale."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import escape as _escape

from core.base.html import html_sanitize

__all__ = ["html_escape", "html_sanitize", "nfc", "remove_accents", "search_key", "vietnamese_sort_key"]

_STROKED = str.maketrans({"đ": "d", "Đ": "D"})
_BLANKS = re.compile(r"\s+")

#: Vietnamese letters in dictionary order; marks that make another letter are not tones.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
#: ngang (none), huyền, hỏi, ngã, sắc, nặng
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def nfc(text: str) -> str:
    """Unicode normal form C, the form in which text is stored."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def html_escape(text: object) -> str:
    """Escape ``& < > " '`` for HTML text and attributes."""
    return _escape(str(text), quote=True)


def remove_accents(text: str) -> str:
    """Drop all diacritics, also the stroke of đ: ``Đặng`` → ``Dang``."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def search_key(text: str) -> str:
    """The text as people type it into a search box: ``Nguyễn Văn  Đức`` → ``nguyen van duc``."""
    return _BLANKS.sub(" ", remove_accents(text).casefold()).strip()


@lru_cache(maxsize=4096)
def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", word).lower():
        decomposed = unicodedata.normalize("NFD", char)
        tone = next((_TONE_RANK[mark] for mark in decomposed if mark in _TONE_RANK), 0)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONE_RANK))
        rank = _LETTER_RANK.get(letter)
        if rank is None:
            # Digits and signs before the letters, foreign letters after them.
            rank = ord(letter[:1] or " ") - 0x110000 if not letter.isalpha() else 1000 + ord(letter[0])
        letters.append(rank)
        tones.append(tone)
    return tuple(letters), tuple(tones)


def vietnamese_sort_key(name: str, *, person: bool = False) -> tuple[object, ...]:
    """Sort key in Vietnamese order: ă â đ ê ô ơ ư are letters, tones decide between equal letters.

    :param person: sort as a person's name: given name (last word), then family name, then middle names
    """
    words = name.split()
    if person and len(words) > 1:
        words = [words[-1], words[0], *words[1:-1]]
    keys = [_word_key(word) for word in words]
    return (tuple(letters for letters, _tones in keys), tuple(tones for _letters, tones in keys))

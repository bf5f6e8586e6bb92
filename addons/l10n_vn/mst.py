"""Vietnamese tax codes (mã số thuế). Plain Python: no ORM.

Ten digits, the last a check digit; a branch adds a dash and three digits; individuals use their 12-digit personal number,
which has no check digit.
"""

import re

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_ENTERPRISE = re.compile(r"^(\d{10})(?:-(\d{3}))?$")
_PERSONAL = re.compile(r"^\d{12}$")


def compact(code: str) -> str:
    """Without blanks and the country prefix; thirteen digits in a row get their dash."""
    code = re.sub(r"\s", "", code or "").upper().removeprefix("VN")
    return f"{code[:10]}-{code[10:]}" if re.fullmatch(r"\d{13}", code) else code


def check_digit(digits: str) -> int:
    """Of the first nine digits; 10 means that no valid code begins with them."""
    return 10 - sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11


def is_valid(code: str) -> bool:
    code = compact(code)
    if _PERSONAL.match(code):
        return True
    found = _ENTERPRISE.match(code)
    if not found or found.group(2) == "000":
        return False
    digits = found.group(1)
    return int(digits[9]) == check_digit(digits)

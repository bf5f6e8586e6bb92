"""Whole numbers in words. Vietnamese follows the rules and vectors of the house's facts on Vietnam."""

_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ("", "Thousand", "Million", "Billion", "Trillion", "Quadrillion", "Quintillion")
_SO = "không một hai ba bốn năm sáu bảy tám chín".split()


def english(number):
    """“One Thousand, Two Hundred And Five” style words of a whole number."""
    if number < 0:
        return "Minus " + english(-number)
    if number < 1000:
        return _english_group(number)
    parts, scale = [], 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            parts.append(f"{_english_group(group)} {_SCALES[scale]}".strip())
        scale += 1
    return ", ".join(reversed(parts))


def _english_group(number):
    if number < 20:
        return _ONES[number].capitalize()
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens].capitalize() + (f"-{_ONES[ones].capitalize()}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds].capitalize()} Hundred" + (f" And {_english_group(rest)}" if rest else "")


def vietnamese(number, zero_tens="lẻ"):
    """“Một nghìn không trăm lẻ năm”; `zero_tens` is “lẻ” or “linh”."""
    if number < 0:
        return "Âm " + _lower_first(vietnamese(-number, zero_tens))
    text = _vietnamese_lower(number, zero_tens) or "không"
    return text[0].upper() + text[1:]


def _lower_first(text):
    return text[:1].lower() + text[1:]


def _vietnamese_lower(number, zero_tens, inside=False):
    billions, rest = divmod(number, 10 ** 9)
    parts = [_vietnamese_lower(billions, zero_tens, inside), "tỷ"] if billions else []
    inside = inside or bool(billions)
    for scale, name in ((10 ** 6, "triệu"), (10 ** 3, "nghìn"), (1, "")):
        group = rest // scale % 1000
        if group:
            parts.append(_vietnamese_group(group, zero_tens, inside))
            parts.append(name)
            inside = True
    return " ".join(part for part in parts if part)


def _vietnamese_group(group, zero_tens, inside):
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    words = []
    if hundreds or inside:
        words += [_SO[hundreds], "trăm"]
    if tens == 0:
        if ones:
            words += [zero_tens, _SO[ones]] if words else [_SO[ones]]
        return " ".join(words)
    words += ["mười"] if tens == 1 else [_SO[tens], "mươi"]
    if ones:
        words.append(_last_digit(tens, ones))
    return " ".join(words)


def _last_digit(tens, ones):
    if ones == 5:
        return "lăm"
    if tens > 1 and ones == 1:
        return "mốt"
    if tens > 1 and ones == 4:
        return "tư"
    return _SO[ones]

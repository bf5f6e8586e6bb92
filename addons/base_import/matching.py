"""Which field does a column mean? Pure functions over names and labels: no ORM, no database."""

import difflib
import re
from dataclasses import dataclass, field
from functools import lru_cache

SURE, USUAL, LIKELY = 1.0, 0.96, 0.84
#: What people call columns that feed a field of this name, without diacritics.
USUAL_NAMES = {
    "name": "full name, product name, customer name, item, description, ten, ho ten, ho va ten, ten hang, ten khach hang, ten san pham",
    "ref": "code, customer code, customer id, customer no, ma, ma kh, ma khach hang, ma ncc",
    "default_code": "sku, code, product code, item code, product id, ma, ma hang, ma sp, ma san pham, ma vat tu",
    "barcode": "ean, gtin, upc, ma vach",
    "vat": "tax code, tax number, mst, ma so thue",
    "phone": "tel, telephone, phone number, dien thoai, sdt, so dien thoai",
    "mobile": "cell, cell phone, di dong, so di dong",
    "street": "address, dia chi, duong",
    "zip": "postal code, postcode, zip code, ma buu chinh",
    "city": "town, thanh pho, tinh thanh",
    "state_id": "province, state, tinh, tinh thanh pho",
    "country_id": "country code, quoc gia, nuoc",
    "list_price": "price, unit price, gia, gia ban, don gia",
    "standard_price": "cost, gia von, gia nhap",
    "price_unit": "price, gia, don gia",
    "product_uom_qty": "quantity, qty, so luong, sl",
    "inventory_quantity": "quantity, qty, on hand, so luong, ton kho",
    "product_uom": "unit, uom, dvt, don vi, don vi tinh",
    "uom_id": "unit, uom, dvt, don vi, don vi tinh",
    "categ_id": "category, group, nhom, nhom hang, loai hang",
    "partner_id": "customer, khach hang, doi tac",
    "product_id": "product, item, hang hoa, san pham, mat hang",
    "date_order": "order date, date, ngay, ngay dat",
    "comment": "note, notes, remark, ghi chu",
}
_WORD_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])|[^\w]+|_")


@dataclass(slots=True)
class Target:
    """Something a column can be mapped to: a field, or a path such as `order_line/product_id/default_code`."""

    path: str
    label: str
    type: str
    required: bool = False
    names: frozenset = field(default_factory=frozenset)
    """Keys of its labels in all languages and of its technical name."""


def key(text, fold):
    """How names are compared: words without diacritics, case and punctuation; `companyName` is `company name`."""
    return " ".join(fold(" ".join(part for part in _WORD_BREAK.split(str(text)) if part)).split())


def likeness(name, target):
    """0 to 1: how much a column's name (as `key`) is like a target's names."""
    if name in target.names:
        return SURE
    if target.type == "id":
        return 0.0
    if target.path.rpartition("/")[2] in _usual().get(name, ()):
        return USUAL - 0.01 * target.path.count("/")
    solid = name.replace(" ", "")
    if any(solid == other.replace(" ", "") for other in target.names):
        return SURE - 0.01
    if len(solid) <= 3:
        return 0.0
    matcher = difflib.SequenceMatcher(b=name)
    return max((_ratio(matcher, other) for other in target.names), default=0.0)


def _ratio(matcher, other):
    """The likeness of two names, 0 when it cannot be enough; the same words in another order are nearly sure."""
    matcher.set_seq1(other)
    if matcher.real_quick_ratio() < LIKELY or matcher.quick_ratio() < LIKELY:
        return 0.0
    return 0.95 if sorted(other.split()) == sorted(matcher.b.split()) else matcher.ratio()


@lru_cache(maxsize=1)
def _usual():
    """{name: fields it usually means}."""
    found = {}
    for path, names in USUAL_NAMES.items():
        for name in names.split(", "):
            found.setdefault(name, set()).add(path)
    return found


def suggest(headers, targets, remembered, fold):
    """{header: path}: what was chosen last time, else the best match; no field is proposed twice.

    :param remembered: {key of a header: path} of earlier imports
    :param fold: takes diacritics and case away
    """
    chosen, taken = {}, set()
    by_path = {target.path: target for target in targets}
    for header in headers:
        path = remembered.get(key(header, fold))
        if path in by_path and path not in taken:
            chosen[header] = path
            taken.add(path)
    scored = [
        (likeness(key(header, fold), target), -target.path.count("/"), -position, header, target.path)
        for header in headers if header not in chosen
        for position, target in enumerate(targets)]
    for score, _depth, _position, header, path in sorted(scored, key=lambda entry: entry[:3], reverse=True):
        if score >= LIKELY and header not in chosen and path not in taken:
            chosen[header] = path
            taken.add(path)
    return chosen


def resolve(text, targets, fold):
    """The target whose path or label somebody typed, and the nearest ones when there is none."""
    plain = text.strip()
    for target in targets:
        if plain in (target.path, target.label):
            return target, []
    folded = key(plain, fold)
    same = [target for target in targets if folded in target.names or key(target.label, fold) == folded]
    if same:
        return same[0], []
    labels = {target.label: target for target in targets}
    return None, difflib.get_close_matches(plain, labels, 3, 0.5)

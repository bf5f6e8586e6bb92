from core.tests import BaseCase, tagged

from ..matching import Target, key, resolve, suggest
from ..models.base_import import fold


def target(path, *names, kind="char"):
    return Target(path, names[0], kind, False, frozenset(key(name, fold) for name in (path, *names)))


TARGETS = [
    target("name", "Name", "Tên"), target("ref", "Reference", "Mã tham chiếu"), target("phone", "Phone", "Điện thoại"),
    target("country_id", "Country", "Quốc gia"), target("country_id/id", "Country / External ID", kind="id"),
    target("list_price", "Sales Price", "Giá bán"), target("order_line/product_uom_qty", "Quantity", "Số lượng"),
]


@tagged("post_install", "-at_install")
class TestMatching(BaseCase):
    """A column is matched by technical name, by label in any language, without accents, by usual names, and nearly."""

    def match(self, *headers, remembered=None):
        return suggest(headers, TARGETS, remembered or {}, fold)

    def test_names_and_labels(self):
        self.assertEqual(self.match("list_price"), {"list_price": "list_price"})
        self.assertEqual(self.match("Điện thoại", "DIEN THOAI"), {"Điện thoại": "phone"})
        self.assertEqual(self.match("quoc gia"), {"quoc gia": "country_id"})
        self.assertEqual(self.match("Salesprice"), {"Salesprice": "list_price"})
        self.assertEqual(self.match("Sale price"), {"Sale price": "list_price"})

    def test_usual_names(self):
        self.assertEqual(self.match("SĐT", "Mã KH", "SL"), {"SĐT": "phone", "Mã KH": "ref", "SL": "order_line/product_uom_qty"})

    def test_no_field_twice_and_nothing_far_fetched(self):
        self.assertEqual(self.match("Name", "Full name"), {"Name": "name"})
        self.assertEqual(self.match("x", "Shoe size"), {})

    def test_what_was_chosen_last_time_counts_first(self):
        self.assertEqual(self.match("Name", remembered={"name": "ref"}), {"Name": "ref"})

    def test_a_typed_field(self):
        self.assertEqual(resolve("Country / External ID", TARGETS, fold)[0].path, "country_id/id")
        self.assertEqual(resolve("gia ban", TARGETS, fold)[0].path, "list_price")
        self.assertEqual(resolve("Refrence", TARGETS, fold), (None, ["Reference"]))

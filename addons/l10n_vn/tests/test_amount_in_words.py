from core.tests import BaseCase

from ..amount_in_words import amount_in_words

TABLE = [
    (0, "Không"), (4, "Bốn"), (14, "Mười bốn"), (15, "Mười lăm"), (21, "Hai mươi mốt"), (24, "Hai mươi tư"),
    (25, "Hai mươi lăm"), (101, "Một trăm lẻ một"), (115, "Một trăm mười lăm"), (1_005, "Một nghìn không trăm lẻ năm"),
    (10_500, "Mười nghìn năm trăm"), (105_000, "Một trăm lẻ năm nghìn"),
    (1_000_001, "Một triệu không trăm lẻ một"), (24_815_000, "Hai mươi tư triệu tám trăm mười lăm nghìn"),
    (1_000_000_001, "Một tỷ không trăm lẻ một"), (21_000_000_000, "Hai mươi mốt tỷ"), (10**12, "Một nghìn tỷ"),
    (-10_500, "Âm mười nghìn năm trăm"),
]


class TestAmountInWords(BaseCase):
    def test_vectors(self):
        for amount, words in TABLE:
            with self.subTest(amount):
                self.assertEqual(amount_in_words(amount), f"{words} đồng")

    def test_linh_is_a_choice(self):
        self.assertEqual(amount_in_words(101, zero_tens="linh"), "Một trăm linh một đồng")

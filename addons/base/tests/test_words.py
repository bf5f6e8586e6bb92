from core.tests import TransactionCase

from ..words import english, vietnamese

# Source: the house's facts on Vietnam, recomputed by hand.
VIETNAMESE = {
    0: "Không", 4: "Bốn", 14: "Mười bốn", 15: "Mười lăm", 21: "Hai mươi mốt", 24: "Hai mươi tư", 25: "Hai mươi lăm",
    101: "Một trăm lẻ một", 115: "Một trăm mười lăm", 1005: "Một nghìn không trăm lẻ năm",
    10500: "Mười nghìn năm trăm", 105000: "Một trăm lẻ năm nghìn", 1000001: "Một triệu không trăm lẻ một",
    24815000: "Hai mươi tư triệu tám trăm mười lăm nghìn", 1000000001: "Một tỷ không trăm lẻ một",
    21000000000: "Hai mươi mốt tỷ", 10 ** 12: "Một nghìn tỷ", -10500: "Âm mười nghìn năm trăm",
}


class TestWords(TransactionCase):
    """Numbers in words."""

    def test_vietnamese(self):
        for number, words in VIETNAMESE.items():
            self.assertEqual(vietnamese(number), words)

    def test_linh_instead_of_le(self):
        self.assertEqual(vietnamese(101, zero_tens="linh"), "Một trăm linh một")

    def test_english(self):
        self.assertEqual(english(1205), "One Thousand, Two Hundred And Five")
        self.assertEqual(english(-21), "Minus Twenty-One")

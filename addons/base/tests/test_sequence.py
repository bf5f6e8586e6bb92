from core.exceptions import UserError
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestSequence(TransactionCase):
    """Numbers of documents: standard and without gaps, by year, with prefixes."""

    def sequence(self, **values):
        return self.env["ir.sequence"].create({"name": "Zed", "code": "zed.test", **values})

    def draw(self, date=None):
        return self.env["ir.sequence"].next_by_code("zed.test", sequence_date=date)

    def test_numbers_are_padded_and_framed(self):
        for kind in ("standard", "no_gap"):
            with self.subTest(kind):
                sequence = self.sequence(implementation=kind, prefix="SO/%(year)s/", suffix="/VN", padding=4)
                self.assertEqual(self.draw("2026-03-01"), "SO/2026/0001/VN")
                self.assertEqual(self.draw("2027-03-01"), "SO/2027/0002/VN")
                self.assertEqual(sequence.number_next_actual, 3)
                sequence.unlink()

    def test_many_numbers_at_once_are_those_drawn_one_by_one(self):
        self.sequence(prefix="A")
        self.assertEqual(self.env["ir.sequence"].next_many_by_code("zed.test", [None, None, None]), ["A1", "A2", "A3"])
        self.assertEqual(self.draw(), "A4")

    def test_every_year_has_its_own_numbers(self):
        for kind in ("standard", "no_gap"):
            with self.subTest(kind):
                sequence = self.sequence(implementation=kind, prefix="%(range_year)s-", use_date_range=True)
                self.assertEqual([self.draw("2025-12-31"), self.draw("2026-01-01"), self.draw("2025-01-01")],
                                 ["2025-1", "2026-1", "2025-2"])
                self.assertEqual(len(sequence.date_range_ids), 2)
                sequence.unlink()

    def test_the_step_and_the_next_number_can_be_set(self):
        for kind in ("standard", "no_gap"):
            with self.subTest(kind):
                sequence = self.sequence(implementation=kind, number_increment=5, number_next=10)
                self.assertEqual([self.draw(), self.draw()], ["10", "15"])
                sequence.number_next_actual = 100
                self.assertEqual(self.draw(), "100")
                sequence.unlink()

    def test_changing_the_kind_goes_on_counting(self):
        sequence = self.sequence()
        self.draw()
        sequence.implementation = "no_gap"
        self.assertEqual(self.draw(), "2")
        sequence.implementation = "standard"
        self.assertEqual(self.draw(), "3")

    def test_a_number_taken_back_is_used_again_without_gaps(self):
        self.sequence(implementation="no_gap")
        self.draw()
        try:
            with self.env.cr.savepoint():
                self.draw()
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        self.assertEqual(self.draw(), "2")

    def test_the_company_s_own_sequence_comes_first(self):
        company = self.env["res.company"].create({"name": "Zed numbering"})
        self.sequence(prefix="common-", company_id=False)
        self.sequence(prefix="own-", company_id=company.id)
        sequences = self.env["ir.sequence"]
        self.assertEqual(sequences.with_company(company).next_by_code("zed.test"), "own-1")
        self.assertEqual(sequences.next_by_code("zed.test"), "common-1")

    def test_an_unknown_code_gives_no_number(self):
        self.assertFalse(self.env["ir.sequence"].next_by_code("zed.nothing"))

    def test_an_unknown_placeholder_is_named(self):
        self.sequence(prefix="%(nonsense)s")
        with self.assertRaisesRegex(UserError, "Zed"):
            self.draw()

    def test_a_step_of_zero_is_refused(self):
        with self.assertRaises(UserError):
            self.sequence(number_increment=0, implementation="no_gap")

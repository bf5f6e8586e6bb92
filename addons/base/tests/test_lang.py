from core.exceptions import UserError, ValidationError
from core.tests import TransactionCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestLang(TransactionCase):
    """Languages and their formats."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.english = cls.env["res.lang"]._activate_lang("en_US")
        cls.vietnamese = cls.env["res.lang"]._activate_lang("vi_VN")

    def test_numbers_are_written_the_language_s_way(self):
        self.assertEqual(self.english.format("%.2f", 1234567.891, True), "1,234,567.89")
        self.assertEqual(self.vietnamese.format("%.2f", 1234567.891, True), "1.234.567,89")
        self.assertEqual(self.vietnamese.format("%d", -1234, True), "-1.234")
        self.assertEqual(self.english.format("%.2f", 1234.5), "1234.50")

    def test_active_languages_are_known_by_code(self):
        languages = self.env["res.lang"]
        self.assertIn(("vi_VN", "Vietnamese / Tiếng Việt"), languages.get_installed())
        self.assertEqual(languages._lang_get("vi_VN"), self.vietnamese)
        self.assertFalse(languages._lang_get("xx_XX"))
        self.assertFalse(languages._get_data(code="xx_XX"))
        self.assertEqual(languages._get_data(code="vi_VN").date_format, "%d/%m/%Y")

    def test_a_language_in_use_stays_active(self):
        new_test_user(self.env, "zed_vietnamese", lang="vi_VN")
        with self.assertRaises(UserError):
            self.vietnamese.active = False

    def test_english_cannot_be_deleted(self):
        with self.assertRaises(UserError):
            self.english.unlink()

    def test_a_malformed_grouping_is_refused(self):
        with self.assertRaises(ValidationError):
            self.vietnamese.grouping = "three"

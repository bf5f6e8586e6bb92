"""The customer's own details, his language, and his way in."""
import re

from core.tests import HttpCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestPortalPages(HttpCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.vietnam = cls.env.ref("base.vn")
        cls.user = new_test_user(cls.env, login="khach", password="khachkhach", groups="base.group_portal", name="Nguyễn Văn Đức",
                                 email="duc@example.com")

    def setUp(self):
        super().setUp()
        self.authenticate("khach", "khachkhach")

    def post(self, path, **values):
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.url_open("/my/account").text).group(1)
        return self.url_open(path, data={"csrf_token": token, **values}, allow_redirects=False)

    def details(self, **values):
        return {"name": "Nguyễn Văn Đức", "email": "duc@example.com", "phone": "0912345678", "street": "1 Lê Lợi", "city": "Huế",
                "country_id": str(self.vietnam.id), **values}

    def test_visitors_sign_in_first(self):
        self.authenticate(None, None)
        for address in ("/my", "/my/account"):
            self.assertIn("/web/login", self.url_open(address, allow_redirects=False).headers["Location"])

    def test_details_are_kept(self):
        self.assertEqual(self.post("/my/account", **self.details(zipcode="530000")).status_code, 303)
        partner = self.user.partner_id
        self.assertEqual((partner.street, partner.city, partner.zip, partner.country_id), ("1 Lê Lợi", "Huế", "530000", self.vietnam))

    def test_what_is_missing_or_wrong_is_told(self):
        for values, message in (({"city": ""}, "Some required fields are empty."), ({"email": "nonsense"}, "not a valid email"),
                                ({"country_id": "999999"}, ""), ({"is_company": "1"}, "Unknown field")):
            with self.subTest(**values):
                answer = self.post("/my/account", **self.details(**values))
                self.assertEqual(answer.status_code, 200)
                self.assertIn(message, answer.text)
        self.assertFalse(self.user.partner_id.street)

    def test_the_tax_code_of_the_company_is_not_the_contacts_to_change(self):
        company = self.env["res.partner"].create({"name": "Hoa Sen", "is_company": True, "vat": "0100233488"})
        self.user.partner_id.parent_id = company
        self.post("/my/account", **self.details(vat="0314409058"))
        self.assertEqual(company.vat, "0100233488")

    def test_names_are_text(self):
        self.user.partner_id.name = "<script>alert(1)</script>"
        self.assertNotIn("<script>alert", self.url_open("/my").text)

    def test_the_language_is_chosen_on_the_page(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        self.post("/portal/language", lang="vi_VN", redirect="/my")
        self.assertEqual(self.user.lang, "vi_VN")
        self.post("/portal/language", lang="xx_XX", redirect="/my")
        self.assertEqual(self.user.lang, "vi_VN")

    def test_a_redirect_stays_here(self):
        answer = self.post("/portal/language", lang="en_US", redirect="https://evil.example.com/my")
        self.assertNotIn("evil", answer.headers["Location"])

    def test_links_of_mails_tell_nothing(self):
        self.assertEqual(self.url_open("/mail/view?model=res.users&res_id=1").status_code, 404)
        self.assertEqual(self.url_open("/mail/view?model=nothing&res_id=1").status_code, 404)

    def test_an_invitation_works_once(self):
        self.authenticate(None, None)
        address = f"/portal/invitation?token={self.user._invitation_token()}"
        page = self.url_open(address)
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.text).group(1)
        values = {"csrf_token": token, "token": self.user._invitation_token()}
        self.assertIn("differ", self.url_open("/portal/invitation", data={**values, "password": "matkhau12", "again": "khac"}).text)
        done = self.url_open("/portal/invitation", data={**values, "password": "matkhau12", "again": "matkhau12"}, allow_redirects=False)
        self.assertEqual((done.status_code, done.headers["Location"]), (303, "/my"))
        self.assertIn("no longer valid", self.url_open(address).text)

    def test_forged_and_old_invitations_are_refused(self):
        good = self.user._invitation_token()
        for token in ("", "x", good[:-1] + ("0" if good[-1] != "0" else "1"), good.replace(f"{self.user.id}-", "2-", 1),
                      self.user._invitation_token(expires=1)):
            self.assertEqual(self.url_open(f"/portal/invitation?token={token}").status_code, 422, token)

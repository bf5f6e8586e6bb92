import base64
import os

from core.exceptions import AccessError
from core.tests import TransactionCase, new_test_user, tagged

from ..storage import Filestore


@tagged("post_install", "-at_install")
class TestAttachment(TransactionCase):
    """Files: stored once by their content, as visible as the record they hang on."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.seller = new_test_user(cls.env, "zed_files", groups="base.group_user,base.group_partner_manager")
        cls.portal = new_test_user(cls.env, "zed_files_portal", groups="base.group_portal")
        cls.partner = cls.env["res.partner"].create({"name": "Zed Files"})

    def attach(self, **values):
        return self.env["ir.attachment"].create({"name": "note.txt", "raw": b"hello", **values})

    def test_equal_contents_are_one_file(self):
        first, second = self.attach(), self.attach(name="other.txt")
        self.assertEqual(first.store_fname, second.store_fname)
        self.assertEqual((first.raw, first.datas), (b"hello", base64.b64encode(b"hello")))
        self.assertEqual((first.file_size, first.mimetype), (5, "text/plain"))
        self.assertTrue(os.path.exists(first._full_path(first.store_fname)))

    def test_a_new_content_replaces_the_old_one(self):
        attachment = self.attach()
        former = attachment.store_fname
        attachment.raw = b"other"
        self.assertEqual((attachment.raw, attachment.file_size), (b"other", 5))
        self.assertNotEqual(attachment.store_fname, former)

    def test_contents_may_live_in_the_database(self):
        self.env["ir.config_parameter"].set_param("ir_attachment.location", "db")
        attachment = self.attach(raw=b"in the database")
        self.assertFalse(attachment.store_fname)
        attachment.invalidate_recordset()
        self.assertEqual(attachment.raw, b"in the database")

    def test_a_markup_file_of_a_user_is_served_as_text(self):
        upload = self.env["ir.attachment"].with_user(self.seller).create(
            {"name": "x.html", "raw": b"<script>alert(1)</script>", "res_model": "res.partner", "res_id": self.partner.id})
        self.assertEqual(upload.mimetype, "text/plain")

    def test_who_sees_the_record_sees_its_files(self):
        attachment = self.attach(res_model="res.partner", res_id=self.partner.id)
        self.env.flush_all()
        self.assertIn(attachment, self.env["ir.attachment"].with_user(self.seller).search([("name", "=", "note.txt")]))
        self.assertNotIn(attachment, self.env["ir.attachment"].with_user(self.portal).search([]))
        with self.assertRaises(AccessError):
            attachment.with_user(self.portal).check("read")

    def test_a_file_of_a_hidden_record_is_hidden_on_every_way(self):
        attachment = self.attach(res_model="res.partner", res_id=self.partner.id)
        self.env["ir.rule"].create({
            "name": "Zed hidden", "model_id": self.env["ir.model"]._get_id("res.partner"),
            "domain_force": f"[('id', '!=', {self.partner.id})]", "groups": [(4, self.env.ref("base.group_user").id)]})
        self.env.flush_all()
        seen = attachment.with_user(self.seller)
        for look in (lambda: seen.name, lambda: seen.raw, lambda: seen.read(["datas"]),
                     lambda: seen.write({"name": "x"}), seen.unlink):
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                look()

    def test_files_cannot_be_hung_on_records_one_may_not_change(self):
        with self.assertRaises(AccessError):
            self.env["ir.attachment"].with_user(self.portal).create(
                {"name": "x", "raw": b"x", "res_model": "res.partner", "res_id": self.partner.id})

    def test_a_token_opens_one_file(self):
        attachment = self.attach(res_model="res.partner", res_id=self.partner.id)
        [token] = attachment.generate_access_token()
        self.assertEqual(attachment.with_user(self.portal).validate_access(token).raw, b"hello")
        with self.assertRaises(AccessError):
            attachment.with_user(self.portal).validate_access("guess")

    def test_pictures_of_contacts_are_attachments(self):
        pixel = base64.b64encode(base64.b64decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
        self.partner.image_1920 = pixel
        self.env.flush_all()
        self.assertTrue(self.env["ir.attachment"].search(
            [("res_model", "=", "res.partner"), ("res_id", "=", self.partner.id), ("res_field", "=", "image_1920")]))
        self.assertTrue(self.partner.image_128)


class TestFilestore(TransactionCase):
    """The store below the attachments, without a database."""

    def test_a_key_never_leaves_the_folder(self):
        store = Filestore("/nowhere")
        for key in ("../etc/passwd", "ab/../../x", "ab", ""):
            with self.assertRaises(ValueError):
                store.path(key)

    def test_only_unused_and_old_contents_are_collected(self):
        import tempfile
        with tempfile.TemporaryDirectory() as folder:
            store = Filestore(folder)
            used, unused = store.put(b"used"), store.put(b"unused")
            for key in (used, unused):
                store.mark_unused(key)
            self.assertEqual(store.collect(lambda keys: {used}), 0, "young files stay")
            store.mark_unused(used)
            self.assertEqual(store.collect(lambda keys: {used}, grace_seconds=-1), 1)
            self.assertEqual(store.get(used), b"used")
            with self.assertRaises(FileNotFoundError):
                store.get(unused)

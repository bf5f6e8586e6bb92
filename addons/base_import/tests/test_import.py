import json

from core.exceptions import AccessError, UserError
from core.tests import TransactionCase, tagged

TABLE = "Name,Country,Phone\nAlpha,Vietnam,0912345678\nBeta,Vietnam,0987654321\n"


@tagged("post_install", "-at_install")
class TestImport(TransactionCase):
    """`base_import.import`: Odoo's methods, the history, and taking an import back."""

    def start(self, text=TABLE, model="res.partner", name="contacts.csv"):
        return self.env["base_import.import"]._start(model, name, text.encode())

    def imported(self, text=TABLE, fields=("name", "country_id", "phone")):
        wizard = self.start(text)
        result = wizard.execute_import(list(fields), [], {})
        return self.env["res.partner"].browse(result["ids"]), self.env["base_import.history"].search([], limit=1)

    def test_parse_preview_has_odoos_shape(self):
        preview = self.start().parse_preview({})
        self.assertEqual(preview["headers"], ["Name", "Country", "Phone"])
        self.assertEqual(preview["matches"], {0: ["name"], 1: ["country_id"], 2: ["phone"]})
        self.assertEqual(preview["preview"][0], ["Alpha", "Beta"])
        self.assertEqual(preview["file_length"], 2)
        tree = {entry["name"]: entry for entry in preview["fields"]}
        self.assertEqual([entry["name"] for entry in tree["country_id"]["fields"]], ["id", ".id"])

    def test_execute_import_has_odoos_shape(self):
        partners, _history = self.imported()
        self.assertEqual(partners.mapped("name"), ["Alpha", "Beta"])
        self.assertEqual(partners.country_id, self.env.ref("base.vn"))
        result = self.start(TABLE.replace("Vietnam", "Nowhere")).execute_import(["name", "country_id", False], [], {})
        self.assertFalse(result["ids"])
        self.assertEqual([message["rows"] for message in result["messages"]], [{"from": 0, "to": 0}, {"from": 1, "to": 1}])
        self.assertEqual(result["messages"][0]["field"], "country_id")

    def test_a_trial_changes_nothing(self):
        before = self.env["res.partner"].search_count([])
        result = self.start().execute_import(["name", "country_id", "phone"], [], {}, dryrun=True)
        self.assertEqual(len(result["ids"]), 2)
        self.assertEqual(self.env["res.partner"].search_count([]), before)
        self.assertFalse(self.env["base_import.history"].search([("name", "=", "contacts.csv")]))

    def test_the_mapping_is_remembered(self):
        self.start("Who\nAlpha\n").execute_import(["name"], [], {})
        self.assertEqual(self.start("Who\nBeta\n")._options()["columns"]["Who"]["path"], "name")

    def test_numbers_and_dates_follow_the_column_and_the_language(self):
        self.env["res.lang"]._activate_lang("vi_VN")
        sequence = self.env["ir.sequence"].create({"name": "Imported ranges", "use_date_range": True})
        wizard = self.env["base_import.import"].with_context(lang="vi_VN")._start(
            "ir.sequence.date_range", "ranges.csv", b"Tu;Den;So\n03/04/2021;04/05/2021;1.234\n05/06/2021;06/07/2021;2.000\n")
        result = wizard.execute_import(["date_from", "date_to", "number_next"], [], {"constants": [["sequence_id", "Imported ranges"]]})
        self.assertFalse(result["messages"])
        ranges = sequence.date_range_ids.sorted("date_from")
        self.assertEqual([str(day) for day in ranges.mapped("date_from")], ["2021-04-03", "2021-06-05"])
        self.assertEqual(ranges.mapped("number_next"), [1234, 2000])

    def test_undo_deletes_what_was_created(self):
        partners, history = self.imported()
        history.action_undo()
        self.assertFalse(partners.exists())
        self.assertEqual(history.state, "undone")
        with self.assertRaisesRegex(UserError, "undone already"):
            history.action_undo()

    def test_undo_restores_what_was_changed(self):
        old = self.env["res.partner"].create({"name": "Old", "ref": "K1", "phone": "1", "category_id": [(0, 0, {"name": "Tag"})]})
        tags = old.category_id
        wizard = self.start("Code,Name,Phone,Tags\nK1,New,2,Other\n")
        wizard.execute_import(["ref", "name", "phone", "category_id"], [], {
            "key": "ref", "columns": {"Tags": {"path": "category_id", "create": True}}})
        self.assertEqual((old.name, old.phone, old.category_id.name), ("New", "2", "Other"))
        self.env["base_import.history"].search([], limit=1).action_undo()
        self.assertEqual((old.name, old.phone, old.category_id), ("Old", "1", tags))

    def test_undo_is_refused_for_what_was_changed_or_used_since(self):
        partners, history = self.imported()
        self.env.flush_all()
        self.env.cr.execute("UPDATE res_partner SET write_date = write_date + interval '1 hour' WHERE id = %s", [partners[0].id])
        child = self.env["res.partner"].create({"name": "Child", "parent_id": partners[1].id})
        self.env.flush_all()
        self.env.cr.execute("UPDATE res_partner SET write_date = write_date + interval '1 hour' WHERE id = %s", [child.id])
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, r"(?s)Alpha.*was changed by.*Child.*uses it"):
            history.action_undo()
        self.assertTrue(partners.exists() == partners)

    def test_undo_knows_links(self):
        wizard = self.start("Name\nFresh tag\n", model="res.partner.category", name="tags.csv")
        tag = self.env["res.partner.category"].browse(wizard.execute_import(["name"], [], {})["ids"])
        partner = self.env["res.partner"].create({"name": "Tagged", "category_id": [(4, tag.id)]})
        self.env.flush_all()
        self.env.cr.execute("UPDATE res_partner SET write_date = write_date + interval '1 hour' WHERE id = %s", [partner.id])
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "Tagged"):
            self.env["base_import.history"].search([], limit=1).action_undo()

    def test_only_what_may_be_created_is_imported(self):
        reader = self.env["res.users"].create({
            "name": "Reader", "login": "import-reader", "groups_id": [(6, 0, [self.env.ref("base.group_user").id])]})
        with self.assertRaises(AccessError):
            self.env["base_import.import"].with_user(reader)._start("res.country", "c.csv", b"Name\nX\n")
        wizard = self.start()
        with self.assertRaises(AccessError):
            wizard.with_user(reader).read(["file_name"])
        for model in ("res.partner.nothing", "base_import.import", "base"):
            with self.assertRaises(UserError):
                self.start(model=model)

    def test_a_pattern_names_columns_only(self):
        wizard = self.start()
        result = wizard.execute_import(["name", False, False], [], {"external_id": "x_{Name.__class__}"})
        self.assertIn("Name.__class__", result["messages"][0]["message"])

    def test_limits_are_told(self):
        with self.assertRaisesRegex(UserError, "at most 64 MB"):
            self.env["base_import.import"]._start("res.partner", "huge.csv", b"Name\n" + b"x" * (65 * 2**20))

    def test_the_history_keeps_what_happened_for_the_administrator_only(self):
        partners, history = self.imported()
        self.assertEqual(json.loads(history.sudo().changes)["created"]["res.partner"], partners.ids)
        self.assertEqual((history.created_count, history.updated_count, history.state), (2, 0, "done"))

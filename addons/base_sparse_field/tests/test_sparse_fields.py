from core.tests import TransactionCase


class TestSparseFields(TransactionCase):
    def test_entries_of_a_serialized_field(self):
        record = self.env["sparse_fields.test"].create({})
        self.assertEqual(record.data, {})
        partner = self.env.ref("base.main_partner")
        values = [("boolean", True), ("integer", 42), ("float", 3.14), ("char", "John"), ("selection", "two"), ("partner", partner.id)]
        for number, (name, value) in enumerate(values):
            record.write({name: value})
            self.assertEqual(record.data, dict(values[:number + 1]))
        record.flush_recordset()
        record.invalidate_recordset()
        self.assertEqual((record.integer, record.partner, record.selection), (42, partner, "two"))
        for name, _value in values:
            record.write({name: False})
            self.assertNotIn(name, record.data)
        self.assertEqual(record.data, {})

    def test_given_when_created(self):
        record = self.env["sparse_fields.test"].create({"char": "Ann", "integer": 7})
        self.assertEqual(record.data, {"char": "Ann", "integer": 7})

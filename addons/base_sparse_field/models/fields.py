from core import fields


class Serialized(fields.Json):
    """A dictionary; fields with `sparse="its name"` are its entries."""

    type = "serialized"
    prefetch = False

    def convert_to_record(self, value, record):
        return super().convert_to_record(value, record) or {}


fields.Serialized = Serialized

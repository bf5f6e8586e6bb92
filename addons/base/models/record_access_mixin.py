"""Records that are as accessible as the record they hang on: files, messages, activities."""
from core import models


class RecordAccessMixin(models.AbstractModel):
    """A model fills in `_refused_for` and `_refused_error`; every way to a record then asks them.

    Access rights and record rules of the model itself still hold: this comes on top.
    """

    _name = "record.access.mixin"
    _description = "Access Decided by Another Record"

    def _refused_for(self, operation):
        """Those of the (saved) records in self on which the user may not do `operation`."""
        return self.browse()

    def _refused_error(self, operation):
        """The error that refuses `operation` on the records in self."""
        return self.env["ir.rule"]._make_access_error(operation, self)

    def _saved(self):
        return self.browse([id_ for id_ in self._ids if id_])

    # -- where the ORM asks ---------------------------------------------------------------------------

    def _forbidden_by_rules(self, operation):
        forbidden = super()._forbidden_by_rules(operation)
        if self.env.su:
            return forbidden
        return forbidden | (self - forbidden)._saved()._refused_for(operation)

    def _readable(self):
        readable = super()._readable()
        return readable if self.env.su else readable - readable._saved()._refused_for("read")

    def _rule_error(self, operation, records):
        refused = records._saved()._refused_for(operation)
        return refused._refused_error(operation) if refused else super()._rule_error(operation, records)

    def _check_created(self):
        super()._check_created()
        if not self.env.su and (refused := self._refused_for("create")):
            raise refused._refused_error("create")

    def _select_rows(self, ids, fields):
        """Read columns as far as the user may: what is refused does not stay in the cache."""
        found = super()._select_rows(ids, fields)
        if self.env.su or not found:
            return found
        refused = self.browse(found)._refused_for("read")._ids
        for field in fields:
            data = self.env.field_data(field)
            for id_ in refused:
                data.pop(id_, None)
        return set(found).difference(refused)

"""Taking an import back: what it created is deleted, what it changed gets its former values – unless somebody built on it.

Records changed in the transaction of the import carry its time; whatever is newer was done by somebody afterwards.
"""
from collections import defaultdict

from core import _
from core.exceptions import UserError

_BATCH = 1000
_MOST_REASONS = 10


class Undo:
    """One import to be undone, in the environment of the person who wants it."""

    def __init__(self, env, created, changed, imported_at):
        """
        :param created: {model: ids}
        :param changed: [(model, id, former values)]
        :param imported_at: the time of the import's transaction
        """
        self.env = env
        self.created = {model: ids for model, ids in created.items() if model in env}
        self.changed = [entry for entry in changed if entry[0] in env]
        self.imported_at = imported_at
        self.reasons = []

    def run(self):
        """:raises UserError: with everything that stands against it; nothing is changed then"""
        for model, ids in self.created.items():
            self._look_for_edits(model, ids)
        for model, record_id, former in self.changed:
            self._look_for_edits(model, [record_id])
        self._look_for_dependents()
        if self.reasons:
            shown = "\n".join(f"• {reason}" for reason in self.reasons[:_MOST_REASONS])
            more = len(self.reasons) - _MOST_REASONS
            raise UserError(
                _("This import can no longer be undone:") + "\n" + shown + ("\n" + _("… and %s more.", more) if more > 0 else ""),
                hint=_("Correct these records by hand, or import a corrected file with the same key."))
        self._restore()
        self._delete()

    # -- what stands against it --------------------------------------------------------------------

    def _look_for_edits(self, model, ids):
        """Records somebody changed after the import."""
        if not self.env[model]._log_access:
            return
        for start in range(0, len(ids), _BATCH):
            later = self.env[model].sudo().with_context(active_test=False).search(
                [("id", "in", ids[start:start + _BATCH]), ("write_date", ">", self.imported_at)], limit=_MOST_REASONS)
            for record in later:
                self.reasons.append(_(
                    "%(name)s (%(kind)s) was changed by %(who)s since.", name=record.display_name, kind=record._description,
                    who=record.write_uid.display_name))

    def _look_for_dependents(self):
        """Records made or changed since that refer to what would be deleted, or would be deleted along with it."""
        references = _references(self.env)
        todo, seen = [(model, list(ids)) for model, ids in self.created.items()], defaultdict(set)
        for model, ids in self.created.items():
            seen[model].update(ids)
        while todo:
            model, ids = todo.pop()
            for field in references.get(model, ()):
                below = self._referring(field, ids)
                if field.type == "many2one" and field.ondelete == "cascade":
                    fresh = [record_id for record_id in below if record_id not in seen[field.model_name]]
                    seen[field.model_name].update(fresh)
                    if fresh:
                        todo.append((field.model_name, fresh))

    def _referring(self, field, ids):
        """Ids of the records that refer to `ids` by this field; later ones are noted as reasons."""
        model = self.env[field.model_name].sudo().with_context(active_test=False)
        found = model.search([(field.name, "in", ids)])
        if model._log_access:
            own = set(self.created.get(field.model_name, ()))
            for record in found.filtered(lambda each: each.write_date > self.imported_at and each.id not in own)[:_MOST_REASONS]:
                self.reasons.append(_(
                    "%(name)s (%(kind)s) uses it in the field %(field)s.", name=record.display_name, kind=model._description,
                    field=field._description_string(self.env) or field.name))
        return found.ids

    # -- taking it back ----------------------------------------------------------------------------

    def _restore(self):
        for model, record_id, former in self.changed:
            record = self.env[model].browse(record_id).exists()
            if record:
                record.write({name: _back(value) for name, value in former.items() if name in record._fields})

    def _delete(self):
        """The newest models first: lines before their orders, orders before the customers of the same file."""
        for model, ids in reversed(list(self.created.items())):
            for start in range(0, len(ids), _BATCH):
                self.env[model].with_context(active_test=False).browse(ids[start:start + _BATCH]).exists().unlink()


def _references(env):
    """{model: stored fields of other models that refer to it}."""
    found = defaultdict(list)
    for name in env:
        model = env[name]
        if model._abstract or model._transient or not model._auto:
            continue
        for field in model._fields.values():
            if field.type in ("many2one", "many2many") and field.store and not field.inherited and name != "ir.model.data":
                found[field.comodel_name].append(field)
    return found


def _back(value):
    """Commands are lists in JSON; `write` takes lists of lists as well."""
    return [tuple(command) for command in value] if isinstance(value, list) else value

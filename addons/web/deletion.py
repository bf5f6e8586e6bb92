"""Deleting, with the consequences listed first.

What goes along and what loses its link follows from the models' relations; whether the deletion is allowed, only the
deletion itself knows. So it is tried in a savepoint and taken back: every rule, override and constraint has its say.
"""
from dataclasses import dataclass, field

from core.exceptions import UserError
from core.http import request

from .page import as_dialog, record_address, render_template, translate as _

_MOST_NAMES = 3
_MOST_FOLLOWED = 10_000
#: Who created and changed a row says nothing about what it is.
_LOG_FIELDS = frozenset(("create_uid", "write_uid"))
#: What the system keeps about a document rather than people.
_BOOKKEEPING = frozenset(("ir.model.data", "workflow.history"))


@dataclass(slots=True)
class Affected:
    """Documents of one model that the deletion reaches; without a label those the user has no page or no right for.

    `names` are (name, address) of some of them.
    """

    label: str
    count: int
    names: list = field(default_factory=list)


@dataclass(slots=True)
class Consequences:
    """What deleting some records would do."""

    removed: list = field(default_factory=list)
    loosened: list = field(default_factory=list)
    blocking: list = field(default_factory=list)
    refusal: str = ""
    hint: str = ""


def consequences(records):
    """What deleting the records would do. Nothing is changed."""
    found = _Reach(records)
    refusal, gone = _try(records, found.uncertain())
    for model, ids in gone.items():
        found.removed.setdefault(model, set()).update(ids)
    env = records.env
    own = {records._name: set(records.ids)}
    return Consequences(
        removed=_affected(env, _without(found.removed, own)), loosened=_affected(env, _without(found.loosened, found.removed)),
        blocking=_affected(env, _without(found.blocking, found.removed)) if refusal else [],
        refusal=str(refusal.args[0]) if refusal else "", hint=str(getattr(refusal, "hint", "") or "") if refusal else "")


class _Reach:
    """Follows the relations that point at the records: {model: ids} by what the database does to them."""

    def __init__(self, records):
        self.env = records.env
        self.removed = {records._name: set(records.ids)}
        self.loosened, self.blocking, self.attached = {}, {}, {}
        frontier = [(records._name, records.ids)]
        while frontier:
            frontier = [reached for model, ids in frontier for reached in self._follow(model, ids)]

    def _follow(self, model, ids):
        """One step: note what refers to these records; yields what is deleted along and must be followed too."""
        for other, name, ondelete in _referrers(self.env, model):
            found = self._search(other, [(name, "in", ids)])
            if ondelete == "cascade":
                fresh = found - self.removed.setdefault(other, set())
                if fresh:
                    self.removed[other] |= fresh
                    yield other, sorted(fresh)[:_MOST_FOLLOWED]
            elif found:
                kind = self.blocking if ondelete == "restrict" else self.loosened
                kind.setdefault(other, set()).update(found)
        for other, name, model_field in _attachables(self.env):
            self.attached.setdefault(other, set()).update(self._search(other, [(model_field, "=", model), (name, "in", ids)]))

    def _search(self, model, domain):
        return set(self.env[model].sudo().with_context(active_test=False).search(domain, order="id").ids)

    def uncertain(self):
        """Documents of which only the deletion itself tells whether they go along."""
        return {model: self.attached.get(model, set()) | self.loosened.get(model, set()) for model in {**self.attached, **self.loosened}}


def _referrers(env, model):
    """(model, field, ondelete) of the stored many2one fields that point at a model."""
    for name, definition in env.registry.items():
        if definition._abstract or definition._transient or not definition._auto:
            continue
        for each in definition._fields.values():
            if each.type == "many2one" and each.comodel_name == model and each.store and not each.company_dependent and each.name not in _LOG_FIELDS:
                yield name, each.name, each.ondelete


def _attachables(env):
    """(model, field, model field) of what hangs on records of any model by name and id: messages, files."""
    for name, definition in env.registry.items():
        if definition._abstract or definition._transient or not definition._auto:
            continue
        for each in definition._fields.values():
            if each.type == "many2one_reference" and each.store and each.model_field and name not in _BOOKKEEPING:
                yield name, each.name, each.model_field


class _TakeBack(Exception):
    """Ends the trial: everything since the savepoint is undone."""


def _try(records, uncertain):
    """(why the deletion is refused or None, {model: ids} of the uncertain documents that it took along)."""
    env, gone = records.env, {}
    try:
        with env.cr.savepoint():
            records.unlink()
            env.flush_all()
            for model, ids in uncertain.items():
                gone[model] = ids - set(env[model].sudo().browse(ids).exists().ids)
            raise _TakeBack
    except _TakeBack:
        return None, gone
    except UserError as refusal:
        return refusal, {}


def _without(found, taken):
    return {model: ids - taken.get(model, set()) for model, ids in found.items() if ids - taken.get(model, set())}


def _affected(env, found):
    """By model, the largest first. What the user may not read, and what has no page, is counted, not named."""
    rows, hidden = [], 0
    for model, ids in found.items():
        if not env[model].has_access("read") or not env["ir.actions.act_window"]._web_action_of_model(model):
            hidden += len(ids)
            continue
        some = env[model].with_context(active_test=False).search([("id", "in", sorted(ids))], limit=_MOST_NAMES)
        names = [(record.display_name, record_address(env, model, record.id)) for record in some if record.display_name]
        rows.append(Affected(env["ir.model"]._get(model).sudo().name, len(ids), names))
    rows.sort(key=lambda row: -row.count)
    if hidden:
        rows.append(Affected("", hidden))
    return rows


# -- the dialog ------------------------------------------------------------------------------------------


def ask(records, *, back, here):
    """The dialog that lists the consequences and asks.

    :param back: address to show after the deletion
    :param here: address to return to when nothing is deleted
    """
    records.check_access("unlink")
    may_archive = records._active_name and records.has_access("write") and any(records.mapped(records._active_name))
    names = [record.display_name for record in records[:_MOST_NAMES + 2]]
    main = render_template("delete.html", found=consequences(records), names=names, more=len(records) - len(names), model=records._name,
                           ids=records.ids, back=back, here=here, may_archive=may_archive, open=not request.is_htmx)
    return as_dialog(records.env, main, title=_("Delete"))

"""Access rights and record rules, checked on every way to a record."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from core.base.errors import AccessError
from core.orm.fields.base import missing_record


class AccessMixin:
    """Who may do what. Rules are domains; they are ANDed to queries, or judged in memory before a write."""

    __slots__ = ()

    env: Any
    _name: str
    _ids: tuple
    _fields: dict[str, Any]
    _transient: bool

    def check_access(self, operation: str) -> None:
        """Raise AccessError unless the user may do ``operation`` (read, write, create, unlink) on these records."""
        if self.env.su:
            return
        self._check_model_access(operation)
        forbidden = self._forbidden_by_rules(operation)
        if forbidden:
            raise self._rule_error(operation, forbidden)

    def has_access(self, operation: str) -> bool:
        """Whether :meth:`check_access` would pass."""
        if self.env.su:
            return True
        return self._has_model_access(operation) and not self._forbidden_by_rules(operation)

    def _filtered_access(self, operation: str) -> Self:
        """The records on which the user may do ``operation``."""
        if self.env.su:
            return self
        if not self._has_model_access(operation):
            return self.browse()  # type: ignore[attr-defined]
        return self - self._forbidden_by_rules(operation)  # type: ignore[operator]

    def check_access_rights(self, operation: str, raise_exception: bool = True) -> bool:
        """Older spelling: the rights on the model alone."""
        if raise_exception:
            if not self.env.su:
                self._check_model_access(operation)
            return True
        return self.env.su or self._has_model_access(operation)

    def check_access_rule(self, operation: str) -> None:
        """Older spelling: the record rules alone."""
        forbidden = self._forbidden_by_rules(operation)
        if forbidden:
            raise self._rule_error(operation, forbidden)

    _filter_access_rules = _filtered_access
    _filter_access_rules_python = _filtered_access

    def _has_model_access(self, operation: str) -> bool:
        env = self.env
        version = env.registry.cache_version
        known = env._cached.get(("models", operation))
        if known is None or known[0] != version:
            known = env._cached["models", operation] = version, env["ir.model.access"]._allowed(operation)
        return self._name in known[1]

    def _check_model_access(self, operation: str) -> None:
        if not self._has_model_access(operation):
            raise self.env["ir.model.access"]._make_access_error(self._name, operation)

    def _readable(self) -> Self:
        """Those of the records the user may read; refused when the model is closed to them altogether."""
        known = self.env._cached
        key = ("read rule", self._name)
        if key not in known:
            self._check_model_access("read")
            known[key] = bool(self._rule_domain("read"))
        if not known[key]:
            return self
        forbidden = self._forbidden_by_rules("read")
        return self - forbidden if forbidden else self  # type: ignore[operator]

    def _rule_domain(self, operation: str) -> Any:
        """The domain of the records on which the user may do ``operation``; empty: on all."""
        return self.env["ir.rule"]._compute_domain(self._name, operation)

    def _forbidden_by_rules(self, operation: str) -> Self:
        """Those of the records that the rules exclude."""
        nothing = self.browse()  # type: ignore[attr-defined]
        if self.env.su or not self._ids:
            return nothing
        domain = self._rule_domain(operation)
        if not domain or not any(self._ids):
            return nothing
        todo = [id_ for id_ in self._ids if id_]
        if operation == "read":
            checked = self.env.transaction.extra.setdefault(("rule", self._name, "read", self.env), {})
            todo = [id_ for id_ in todo if id_ not in checked]
        if not todo:
            return nothing
        # records created here are judged from memory: no query, and no need to insert them first
        records = self.browse(todo).with_env(self._judging_env())  # type: ignore[attr-defined]
        allowed = set(records.filtered_domain(domain)._ids)
        if operation == "read":
            checked.update(dict.fromkeys(allowed))
        return self.browse([id_ for id_ in todo if id_ not in allowed])  # type: ignore[attr-defined]

    def _judging_env(self) -> Any:
        """Where rules are judged: everything is seen, archived records too."""
        env = self.env
        found = env._cached.get("judging")
        if found is None:
            found = env._cached["judging"] = self.sudo().with_context(active_test=False).env  # type: ignore[attr-defined]
        return found

    def _remember_readable(self, ids: Iterable[int]) -> None:
        """The rules admitted these records in a query."""
        known = self.env.transaction.extra.setdefault(("rule", self._name, "read", self.env), {})
        known.update(dict.fromkeys(ids))

    def _rule_error(self, operation: str, records: Any) -> Exception:
        return self.env["ir.rule"]._make_access_error(operation, records)

    # -- fields -------------------------------------------------------------------------------------------------------

    def check_field_access_rights(self, operation: str, field_names: Iterable[str] | None) -> list[str]:
        """The accessible fields among ``field_names`` (None: of all); an inaccessible named one is refused."""
        if field_names is None:
            return [name for name, field in self._fields.items() if field.is_accessible(self.env)]
        names = list(field_names)
        if self.env.su:
            return names
        denied = [name for name in names if (field := self._fields.get(name)) is not None
                  and field.groups and not field.is_accessible(self.env)]
        if denied:
            raise self._field_error(operation, denied)
        return names

    def _field_error(self, operation: str, names: Sequence[str]) -> AccessError:
        env = self.env
        labels = ", ".join(f"{self._fields[name].label(env)} ({name})" for name in names)
        groups = sorted({group.strip() for name in names for group in self._fields[name].groups.split(",")})
        return AccessError(env._(
            "You may not %(operation)s these fields of %(model)s: %(fields)s. They are reserved to: %(groups)s.",
            operation=env._(operation), model=env._(self._description or self._name), fields=labels,  # type: ignore[attr-defined]
            groups=", ".join(groups)))

    def _missing_or_forbidden(self, records: Any, field: Any = None) -> Exception:
        """Why ``records`` cannot be read: they are gone, or a rule excludes them."""
        gone = records - records.sudo().exists()
        if gone:
            return missing_record(gone[:1], field)
        return self._rule_error("read", records)

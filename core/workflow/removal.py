"""Policies whose addon is uninstalled: refused while open documents follow them, forgotten as a default elsewhere."""
from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from core.modules import uninstall
from core.workflow.declaration import Policy, Slot, Workflow
from core.workflow.setup import of

if TYPE_CHECKING:
    from core.orm.environment import Environment


def _doomed(env: Environment, modules: Collection[str]) -> Iterator[tuple[Workflow, Slot, Policy]]:
    """The policies of the addons, with the slot each fills; slots that go with their workflow are left out."""
    for workflow in of(env.registry).by_id.values():
        if workflow.xml_id.split(".")[0] in modules:
            continue
        for slot_name, policies in workflow.policies.items():
            for policy in policies:
                if policy.xml_id.split(".")[0] in modules:
                    yield workflow, workflow.slots[slot_name], policy


def _open_documents(env: Environment, workflow: Workflow, slot: Slot, policy: Policy) -> Any:
    """Documents that follow the policy: in a state whose steps it fills, and not done yet."""
    model = env(su=True)[workflow.model].with_context(active_test=False)
    domain: list[Any] = [(slot.field, "=", policy.value)]
    if workflow.field:
        domain.append((workflow.field, "in", list(slot.states)))
    if "is_done" in model._fields and model._fields["is_done"].store:
        domain.append(("is_done", "=", False))
    return model.search(domain)


def refuse(env: Environment, modules: list[str]) -> list[str]:
    """Why the policies of these addons cannot go: open documents follow them."""
    reasons = []
    for workflow, slot, policy in _doomed(env, modules):
        documents = _open_documents(env, workflow, slot, policy)
        if documents:
            names = ", ".join(documents[:5].mapped("display_name")) + (" …" if len(documents) > 5 else "")
            reasons.append(env._(
                "%(count)s open document(s) follow the policy “%(policy)s”: %(names)s. Finish or cancel them, or choose another policy.",
                count=len(documents), policy=policy.string, names=names))
    return reasons


def release(env: Environment, modules: list[str]) -> None:
    """A policy that goes is no longer anybody's choice: neither of drafts nor, under the same field, as a default."""
    for _workflow, slot, policy in _doomed(env, modules):
        for model in env.registry.models.values():
            field = model._fields.get(slot.field)
            if field is not None and field.type == "selection" and field.store and not model._abstract and not field.required:
                env.cr.execute(f'UPDATE "{model._table}" SET "{slot.field}" = NULL WHERE "{slot.field}" = %s', [policy.value])
    env.invalidate_all()


uninstall.refusals.append(refuse)
uninstall.releases.append(release)

"""A workflow as a Mermaid drawing."""
from __future__ import annotations

from collections.abc import Sequence

from core.workflow.declaration import Policy, Step, Workflow


def mermaid(workflow: Workflow, policies: Sequence[Policy] = ()) -> str:
    """States and transitions as a state diagram; the steps of policies as notes on the states where they run."""
    lines = ["stateDiagram-v2"]
    for state in workflow.states.values():
        lines.append(f'    state "{_plain(state.string)}" as {state.name}')
    for state in workflow.states.values():
        if state.initial:
            lines.append(f"    [*] --> {state.name}")
    for transition in workflow.transitions.values():
        guards = f" [{', '.join(hook.name for hook in transition.guards)}]" if transition.guards else ""
        for source in transition.sources:
            lines.append(f"    {source} --> {transition.to} : {_plain(transition.string)}{guards}")
    for state in workflow.states.values():
        if state.final:
            lines.append(f"    {state.name} --> [*]")
    for slot in workflow.slots.values():
        chosen = [policy for policy in policies if policy.slot.endswith("/" + slot.name)]
        for name in slot.states:
            for policy in chosen:
                lines.append(f"    note right of {name}")
                lines.append(f"        {_plain(policy.string)}")
                lines += [f"        {_step(step)}" for step in policy.steps]
                lines.append("    end note")
    return "\n".join(lines) + "\n"


def _step(step: Step) -> str:
    when = f" when {step.when}" if step.when else ""
    return f"{step.name} ({step.mode}){when}"


def _plain(text: str) -> str:
    return text.replace('"', "'").replace("\n", " ")

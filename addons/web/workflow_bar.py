"""What the workflow of a record shows on its page: refused buttons with their reasons, manual steps, the status bar."""
from markupsafe import Markup, escape

from .page import translate as _


class WorkflowBar:
    """The workflow of one record, asked once per page. Models without a workflow answer nothing."""

    def __init__(self, record):
        self.record = record
        self._available = None

    def _offers(self):
        """Transitions and manual steps with their refusals; empty without a workflow or before the first save."""
        if self._available is None:
            workflow = getattr(self.record, "workflow", None) if self.record else None
            self._available = list(workflow.available()) if workflow else []
        return self._available

    def refusals(self, method):
        """Reasons why a button may not be pressed now; None when the workflow has nothing against it."""
        matching = [offer for offer in self._offers() if getattr(offer, "method", None) == method]
        if not matching or any(not offer.refusals for offer in matching):
            return None
        reasons = []
        for refusal in matching[0].refusals:
            reasons.append(str(getattr(refusal, "message", refusal)))
            hint = getattr(refusal, "hint", None)
            if hint:
                reasons.append(str(hint))
        return reasons

    def step_buttons(self, drawn_methods):
        """Manual steps of the policy as buttons, unless the view draws one that calls the same method."""
        buttons = []
        for offer in self._offers():
            if getattr(offer, "kind", None) != "step" or getattr(offer, "method", None) in drawn_methods:
                continue
            label = escape(getattr(offer, "string", None) or offer.name)
            if offer.refusals:
                why = escape("\n".join(str(getattr(refusal, "message", refusal)) for refusal in offer.refusals))
                buttons.append(f'<span class="o-refused"><button type="button" class="btn" aria-disabled="true" title="{why}">{label}</button>'
                               f'<span class="o-why" role="tooltip">{why}</span></span>')
            else:
                buttons.append(f'<button type="submit" class="btn btn-primary" name="__action" value="step:{escape(offer.name)}" formnovalidate>{label}</button>')
        return Markup("".join(buttons))

    def status_bar(self):
        """The lifecycle and the policy's steps; empty text leaves the bar to the state field."""
        workflow = getattr(self.record, "workflow", None) if self.record else None
        steps = workflow.status_steps() if workflow and hasattr(workflow, "status_steps") else None
        if not steps:
            return ""
        items = "".join(
            f'<li{_state(step)}>{escape(step.string)}</li>' for step in steps
        )
        return Markup(f'<ol class="o-statusbar" aria-label="{escape(_("Status"))}">{items}</ol>')


def _state(step):
    if getattr(step, "current", False):
        return ' aria-current="step"'
    return ' class="o-done"' if getattr(step, "done", False) else ""


def run_step(record, name):
    return record.workflow.run(name)

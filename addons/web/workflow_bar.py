"""What the workflow of a record shows on its page: refused buttons with their reasons, manual steps, the status bar."""
from urllib.parse import quote

from markupsafe import Markup, escape

from .page import flash, translate as _


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
        return _reasons(matching[0])

    def step_buttons(self, drawn_methods):
        """Manual steps of the policy as buttons, unless the view draws one that calls the same method."""
        buttons = []
        for offer in self._offers():
            if getattr(offer, "kind", None) != "step" or getattr(offer, "method", None) in drawn_methods:
                continue
            label = escape(getattr(offer, "string", None) or offer.name)
            if offer.refusals:
                why = escape("\n".join(_reasons(offer)))
                buttons.append(f'<span class="o-refused"><button type="button" class="btn" aria-disabled="true" title="{why}">{label}</button>'
                               f'<span class="o-why" role="tooltip">{why}</span></span>')
            else:
                buttons.append(f'<button type="submit" class="btn btn-primary" name="__action" value="step:{escape(offer.name)}" formnovalidate>{label}</button>')
        return Markup("".join(buttons))

    def status_bar(self):
        """Lifecycle states and facets in the order of the record's policy; '' leaves the bar to the state field."""
        workflow = getattr(self.record, "workflow", None) if self.record else None
        items = workflow.progress() if workflow else ()
        if not items:
            return ""
        if all(item["status"] != "todo" for item in items):
            # Nothing is left to do: the last step is where the record stands.
            items = [{**item, "status": "done"} for item in items[:-1]] + [{**items[-1], "status": "current"}]
        drawn = "".join(
            f'<li data-step="{escape(item["name"])}"{_STATUS.get(item["status"], "")}>{escape(item["string"])}</li>' for item in items)
        address = f"/web/workflow/{quote(self.record._name)}/{self.record.id}"
        way = escape(_("Show the way of this document"))
        return Markup(f'<ol class="o-statusbar" aria-label="{escape(_("Status"))}">{drawn}</ol>'
                      f'<a class="o-icon o-way" href="{address}" hx-push-url="false" data-way title="{way}"><span aria-hidden="true">⤳</span>'
                      f'<span class="o-sr">{way}</span></a>')


def _reasons(offer):
    """Why an offer is refused, and what to do about it or whom to ask."""
    return [text for refusal in offer.refusals for text in (str(refusal.message), refusal.hint) if text]


_STATUS = {"current": ' aria-current="step"', "done": ' class="o-done"'}


def run_step(record, name):
    """Run a manual step; what it created is named in a message."""
    created = record.workflow.run(name)
    if created is not None and getattr(created, "_name", None):
        names = [document.display_name for document in created[:5]]
        if names:
            flash(_("Created: %s", ", ".join(names)), "success")

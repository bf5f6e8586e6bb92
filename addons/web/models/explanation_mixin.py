from core import _, api, models
from core.exceptions import UserError


class ExplanationMixin(models.AbstractModel):
    """Records that can say how a value of theirs came about.

    A model offers `_explain_<what>()`, which answers with the rows of the explanation; a field of a view shows the question
    mark with `options="{'explain': '<what>'}"`.
    """

    _name = "web.explanation.mixin"
    _description = "Explained Values"

    def explain(self, what):
        """How a value of this record came about: ``{title, rows}``, step by step.

        Each row is ``{label, detail, amount, shown, kind}``: ``amount`` is a number or False, ``shown`` the same as text;
        ``kind`` is 'step', 'total' or 'note'.

        :param what: e.g. 'price' or 'taxes'
        """
        self.ensure_one()
        self.check_access("read")
        if what not in self._explained():
            raise UserError(_("There is no explanation called “%s” here.", what))
        title, rows = getattr(self, f"_explain_{what}")()
        return {"title": title, "rows": rows}

    @api.model
    def _explained(self):
        """What can be explained."""
        return ()

    @api.model
    def _explanation_row(self, label, detail="", amount=False, shown="", kind="step"):
        return {"label": label, "detail": detail, "amount": amount if amount is False else round(amount, 6), "shown": shown, "kind": kind}

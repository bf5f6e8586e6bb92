"""A distribution in a form: typed and shown as ``Marketing 60; Sales 40``, one account without a number gets all."""
from core import _
from core.views import register
from core.views.widgets import Char, FormatError

from .distribution import accounts_of


@register("analytic_distribution")
class AnalyticDistribution(Char):
    only = ("json",)

    def text(self, value, S):
        return self._text(value, S, " %", ", ")

    def input_text(self, value, S):
        return self._text(value, S, "", "; ")

    def _text(self, value, S, unit, separator):
        if not value:
            return ""
        accounts = S.env["account.analytic.account"].sudo()
        return separator.join(
            f"{' + '.join(accounts.browse(accounts_of(key)).mapped('name'))} {share:g}{unit}" for key, share in value.items())

    def parse(self, form, key, S):
        parts = [part.strip() for part in form.get(key, "").split(";") if part.strip()]
        return {str(account.id): share for account, share in (self._part(part, len(parts), S) for part in parts)} or False

    def _part(self, part, count, S):
        name, _space, number = part.rpartition(" ")
        share = self._share(number) if name else None
        if share is None:
            name, share = part, 100.0 / count
        accounts = S.env["account.analytic.account"]
        found = accounts.search(["|", ("name", "=ilike", name), ("code", "=ilike", name)], limit=2)
        if len(found) != 1:
            found = accounts.browse([id_ for id_, _label in accounts.name_search(name, limit=2)])
        if len(found) != 1:
            raise FormatError(_("“%s” is not the name or code of one analytic account. Write, for example: Marketing 60; Sales 40",
                                name))
        return found, share

    def _share(self, text):
        try:
            return float(text.rstrip("%").replace(",", "."))
        except ValueError:
            return None

"""What a list or kanban page is asked to show, as it stands in its address: filters, texts, groups, order, page.

The address carries the whole search, so that back, forward, a bookmark and a reload show the same records:

    s=1                          the search is the user's own; without it the defaults of the action apply
    q=text                       a text in the first fields of the search view
    find=field:text              a text in one field
    is=field:value               a chosen value: an id, a key of a selection, true, a day
    filter=name, name:period     a filter of the search view; several periods of a date filter are several parameters
    custom=["field", "op", v]    a condition of the user's own
    fav=id                       a saved search (ir.filters)
    group=field, field:interval  grouping, in this order
    sort=field desc,field        order
    panel=field:value            a value chosen beside the list
    open=path, at=path:page      unfolded groups, and pages inside groups
    page, size, view, domain, ctx
"""
import json
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote_plus, urlencode

from core.exceptions import UserError
from core.views import formats_for
from core.views import search as searching
from core.views.formats import FormatError
from core.views.search import conjunction, conjunction_text, disjunction, evaluate, filter_domain

from .page import translate as _

#: Parameters of the search; the others are kept as they are.
_SEARCH = ("q", "field", "find", "is", "filter", "custom", "fav", "group", "panel")
_GROUPABLE = ("char", "selection", "boolean", "many2one", "many2many", "date", "datetime", "integer", "many2one_reference")
_MOST_TERMS = 40
_MOST_GROUPS = 4


@dataclass(slots=True)
class Facet:
    """One removable part of the search, as the search box shows it."""

    kind: str
    label: str
    values: list = field(default_factory=list)
    url: str = ""
    joiner: str = ""


@dataclass(slots=True)
class Suggestion:
    """One line under the search box: what choosing it searches, and where it leads."""

    label: str
    text: str
    url: str
    expand: str = ""


class SearchState:
    """The search of one request.

    :param model: recordset of the searched model, with the page's context
    :param search: the compiled search view
    :param base: address of the page without parameters
    """

    def __init__(self, model, search, args, base, *, action_id=False, default_groups=()):
        self.model, self.env, self.search, self.args, self.base = model, model.env, search, args, base
        self.action_id = action_id
        self._start, self._starts = None, {}
        self.tz = self.env.context.get("tz") or self.env.user.tz or "UTC"
        self.parts = {key: args.getlist(key)[:_MOST_TERMS] for key in _SEARCH if key in args}
        if "s" not in args and not self.parts:
            self.parts = self._defaults(default_groups)
        if "field" in self.parts:  # the box of a page without a script
            name, text = self.parts.pop("field")[0], "".join(self.parts.get("q") or ())
            if name and text and search.field_named(name):
                self.parts["find"] = [*self.parts.get("find", ()), f"{name}:{text}"]
                self.parts.pop("q")
        self.parts["q"] = [text.strip() for text in self.parts.get("q", ()) if text.strip()]

    # -- defaults --------------------------------------------------------------------------------------

    def _defaults(self, default_groups):
        """The default favourite, else what the action's context switches on."""
        for favourite in self.favourites():
            if favourite["is_default"]:
                return {"fav": [str(favourite["id"])]}
        parts, context = {}, self.env.context
        for each in self.search.filters:
            if context.get(f"search_default_{each.name}"):
                parts.setdefault("filter", []).extend(
                    [f"{each.name}:{period}" for period in each.default_periods()] if each.has_periods else [each.name])
        for each in self.search.fields:
            value = context.get(f"search_default_{each.name}")
            if value and value is not True:
                parts.setdefault(*self._default_value(each, value))
        ranked = sorted(
            (context[key], each) for each in self.search.groupings
            if (key := f"search_default_{each.name}") in context and isinstance(context[key], int) and context[key])
        groups = [each.group_by for _rank, each in ranked] or context.get("group_by") or list(default_groups)
        groups = [groups] if isinstance(groups, str) else list(groups)
        if groups:
            parts["group"] = [str(spec) for spec in groups]
        return parts

    @staticmethod
    def _default_value(each, value):
        values = value if isinstance(value, (list, tuple)) else [value]
        if each.type in searching.RELATIONS and all(isinstance(item, int) for item in values):
            return "is", [f"{each.name}:{item}" for item in values]
        return ("is" if each.type in ("selection", "boolean") else "find"), [f"{each.name}:{item}" for item in values]

    def favourites(self):
        """The user's own and the shared saved searches of this list."""
        return self.env["ir.filters"]._web_favourites(self.model._name, self.action_id)

    def _favourite(self):
        chosen = next((text for text in self.parts.get("fav", ()) if text.isdigit()), None)
        return next((each for each in self.favourites() if str(each["id"]) == chosen), None) if chosen else None

    # -- domain ----------------------------------------------------------------------------------------

    def domain(self):
        """Everything chosen, ANDed; values of one field, and filters of one group, are alternatives."""
        return conjunction(domain for _source, domain in self._terms())

    def domain_text(self):
        """The domain as a favourite keeps it: what depends on the day or the user is worked out when it is used."""
        return conjunction_text(self._terms())

    def _terms(self):
        """(source, domain) of each condition that has to hold."""
        terms = [("", self.search.everywhere(text)) for text in self.parts["q"]]
        terms += [("", disjunction(domains)) for domains in self._values_by_field().values()]
        terms += self._filter_terms()
        terms += [("", self._custom_domain(condition)) for condition in self._conditions()]
        terms += [("", disjunction(domains)) for domains in self._panel_values().values()]
        favourite = self._favourite()
        if favourite:
            terms.append((favourite["domain"], self._evaluated(favourite["domain"])))
        return [(source, domain) for source, domain in terms if domain]

    def _evaluated(self, source):
        try:
            return list(evaluate(source, searching.filter_names(self.env)))
        except Exception as error:
            raise UserError(_("This saved search cannot be read."), hint=_("Delete it and save it again.")) from error

    def _filter_terms(self):
        groups = {}
        for name, periods in self._filters().items():
            one = self.search.filter_named(name)
            source = "" if one.has_periods else one.domain
            groups.setdefault(one.group, []).append((source, filter_domain(one, self.env, periods)))
        return [(conjunction_text(terms, "|") if all(source for source, _domain in terms) else "", disjunction([domain for _source, domain in terms]))
                for terms in groups.values()]

    def _filters(self):
        """Chosen filters: name → chosen periods."""
        chosen = {}
        for text in self.parts.get("filter", ()):
            name, _colon, period = text.partition(":")
            one = self.search.filter_named(text) or self.search.filter_named(name)
            if one is not None:
                periods = chosen.setdefault(one.name, [])
                if one.has_periods and searching.is_period(period):
                    periods.append(period)
        return chosen

    def _values_by_field(self):
        found = {}
        for name, text in self._pairs("find"):
            found.setdefault(name, []).append(self.search.field_named(name).domain(text) or [(0, "=", 1)])
        for name, text in self._pairs("is"):
            each = self.search.field_named(name)
            value = self._value(each, text)
            if value is not None:
                found.setdefault(name, []).append(each.value_domain(value, self._value_label(each, value), self.tz))
        return found

    def _pairs(self, key):
        for text in self.parts.get(key, ()):
            name, colon, value = text.partition(":")
            if colon and value.strip() and self.search.field_named(name):
                yield name, value.strip()

    @staticmethod
    def _value(each, text):
        """The value an address names; None when it cannot be one of this field."""
        if each.type in searching.RELATIONS:
            return int(text) if text.isdigit() and len(text) < 10 else None
        if each.type == "boolean":
            return text == "true"
        if each.type in searching.DATES:
            try:
                return date.fromisoformat(text)
            except ValueError:
                return None
        return text

    def _value_label(self, each, value):
        if each.type in searching.RELATIONS:
            record = self.env[each.relation].browse(value).exists()
            return record.display_name if record and record.has_access("read") else f"#{value}"
        if each.type == "selection":
            return str(dict(each.selection).get(value, value))
        if each.type == "boolean":
            return _("Yes") if value else _("No")
        return formats_for(self.env).date(value) if each.type in searching.DATES else str(value)

    def _panel_values(self):
        found = {}
        for text in self.parts.get("panel", ()):
            name, _colon, value = text.partition(":")
            each = next((one for one in self.search.panel if one.name == name), None)
            if each is None or not value:
                continue
            if each.type == "selection":
                found.setdefault(name, []).append([(name, "=", value)])
            elif value.isdigit() and len(value) < 10:
                hierarchical = self.env[each.relation]._parent_store
                found.setdefault(name, []).append([(name, "child_of" if hierarchical else "in" if each.type == "many2many" else "=", int(value))])
        return found

    # -- conditions of the user's own ----------------------------------------------------------------------

    def _conditions(self):
        for text in self.parts.get("custom", ()):
            try:
                name, operator, value = json.loads(text)
            except (ValueError, TypeError, RecursionError):
                continue
            if isinstance(name, str) and name in self.condition_fields() and operator in OPERATORS and not isinstance(value, (dict, list)):
                yield name, operator, value

    def condition_fields(self):
        """Fields a condition or a grouping may name: those the user may read."""
        return self.env["ir.ui.view"]._web_search_fields(self.model._name)

    def _custom_domain(self, condition):
        name, operator, value = condition
        kind = self.condition_fields()[name]["type"]
        if operator in ("set", "not set"):
            if kind == "boolean":
                return [(name, "=", operator == "set")]
            return [(name, "!=" if operator == "set" else "=", False)]
        if kind in searching.DATES:
            try:
                return searching.day_domain(name, kind, operator, date.fromisoformat(str(value)), self.tz)
            except ValueError:
                return []
        return [(name, operator, value)]

    def parse_condition(self, name, operator, text):
        """The condition a person typed, as the address keeps it; raises UserError with what is wrong."""
        fields = self.condition_fields()
        if name not in fields or operator not in OPERATORS:
            raise UserError(_("This field cannot be searched."))
        kind = fields[name]["type"]
        if operator in ("set", "not set"):
            return json.dumps([name, operator, True])
        text = text.strip()
        if not text:
            raise UserError(_("Write what “%s” is to be compared with.", fields[name]["string"]))
        return json.dumps([name, self._fitting(kind, operator), self._typed_value(fields[name], kind, text)], ensure_ascii=False)

    @staticmethod
    def _fitting(kind, operator):
        """Texts are searched in texts only; elsewhere "contains" means equals."""
        if kind in searching.TEXT_TYPES or kind in searching.RELATIONS:
            return {">": "ilike", "<": "ilike", ">=": "ilike", "<=": "ilike"}.get(operator, operator) if kind in searching.RELATIONS else operator
        return {"ilike": "=", "not ilike": "!="}.get(operator, operator)

    def _typed_value(self, description, kind, text):
        formats = formats_for(self.env)
        try:
            if kind in searching.NUMBERS:
                return formats.parse_number(text)
            if kind in searching.DATES:
                return formats.parse_date(text).isoformat()
        except FormatError:
            example = formats.date_hint if kind in searching.DATES else formats.number(1234.5, 2)
            raise UserError(_("“%(text)s” cannot be read. Write it like %(example)s.", text=text, example=example)) from None
        if kind == "selection":
            keys = [key for key, label in description["selection"] if text.casefold() in (str(key).casefold(), str(label).casefold())]
            keys = keys or [key for key, label in description["selection"] if text.casefold() in str(label).casefold()]
            if not keys:
                raise UserError(_("“%(text)s” is no choice of %(field)s: %(choices)s.", text=text, field=description["string"],
                                  choices=", ".join(str(label) for _key, label in description["selection"])))
            return keys[0]
        if kind == "boolean":
            return text.casefold() in ("1", "true", "yes", str(_("Yes")).casefold())
        return text

    # -- grouping and order ------------------------------------------------------------------------------------

    def groups(self):
        """The groupings, each a field or `field:interval` that can be grouped by."""
        favourite = self._favourite()
        wanted = [*self._favourite_groups(favourite), *self.parts.get("group", ())]
        found = dict.fromkeys(spec for text in wanted if (spec := self._group_spec(text)))
        return list(found)[:_MOST_GROUPS]

    @staticmethod
    def _favourite_groups(favourite):
        if not favourite:
            return []
        try:
            context = evaluate(favourite["context"] or "{}")
        except Exception:
            return []
        groups = context.get("group_by") or [] if isinstance(context, dict) else []
        return [groups] if isinstance(groups, str) else [each for each in groups if isinstance(each, str)]

    def _group_spec(self, text):
        name, _colon, interval = text.partition(":")
        description = self.condition_fields().get(name)
        if description is None or not description["groupable"]:
            return None
        if description["type"] in searching.DATES:
            return f"{name}:{interval if interval in searching.INTERVALS else 'month'}"
        return name

    def order(self):
        """[(field, descending)] the user sorts by; fields that cannot be sorted by are left out."""
        found = {}
        for term in self._sort_text().split(",")[:8]:
            name, _blank, direction = term.strip().partition(" ")
            field_ = self.model._fields.get(name)
            if field_ is not None and field_.is_sortable() and (name == "id" or name in self.condition_fields()):
                found.setdefault(name, direction.strip().lower() == "desc")
        return list(found.items())

    def _sort_text(self):
        if "sort" in self.args:
            return self.args["sort"]
        favourite = self._favourite()
        try:
            terms = json.loads(favourite["sort"] or "[]") if favourite else []
        except ValueError:
            return ""
        return ",".join(term for term in terms if isinstance(term, str))

    def sort_url(self, name):
        """Where clicking a heading leads: this column first, the ones sorted by before it after; again: the other way."""
        order = dict(self.order())
        descending = not order[name] if name in order and next(iter(order)) == name else False
        rest = [(other, down) for other, down in order.items() if other != name]
        return self.url(sort=",".join(f"{other} desc" if down else other for other, down in [(name, descending), *rest[:2]]), page=None)

    # -- addresses ---------------------------------------------------------------------------------------------

    def url(self, **changes):
        """This page with other parameters; None removes one."""
        args = {key: values for key, values in self.args.lists() if key not in _SEARCH and key != "s" and not key.startswith("__")}
        args.update((key, values) for key, values in self.parts.items() if values)
        for key, value in changes.items():
            if value is None:
                args.pop(key, None)
            else:
                args[key] = value if isinstance(value, list) else [value]
        if self.is_own or not changes.keys().isdisjoint(_SEARCH):
            args["s"] = ["1"]
        else:
            for key in self.parts:
                args.pop(key, None)
        query = urlencode([(key, value) for key, values in args.items() for value in values])
        return f"{self.base}?{query}" if query else self.base

    def with_values(self, key, values):
        """The address with these values of one parameter; quick, for one address per row."""
        start = self._starts.get(key)
        if start is None:
            start = self.url(**{key: None})
            start = self._starts[key] = start + ("&" if "?" in start else "?")
        return start + "&".join(f"{key}={quote_plus(value)}" for value in values)

    @property
    def is_own(self):
        """Whether the address says what is searched, or the action's defaults do."""
        return "s" in self.args or any(key in self.args for key in _SEARCH)

    def with_part(self, key, value):
        """The address with one more choice."""
        if self._start is None:  # what all these addresses begin with
            self._start = self.url(s="1", page=None, open=None, at=None, **self.parts)
        return f"{self._start}&{key}={quote_plus(value)}"

    def without(self, key, *values):
        left = [value for value in self.parts.get(key, ()) if value not in values]
        return self.url(**{key: left or None, "page": None, "open": None, "at": None})

    def only(self, key, value):
        """The address with nothing but this choice."""
        return self.url(**{**dict.fromkeys((*_SEARCH, "sort", "page", "open", "at")), key: value})

    def toggled(self, key, value):
        return self.without(key, value) if value in self.parts.get(key, ()) else self.with_part(key, value)

    # -- what the box shows -----------------------------------------------------------------------------------------

    def facets(self):
        """The parts of the search, in the order they are removed by Backspace (the last one first)."""
        facets = [Facet("text", _("Search"), [text], self.without("q", text)) for text in self.parts["q"]]
        favourite = self._favourite()
        if favourite:
            facets.append(Facet("favourite", "★", [favourite["name"]], self.without("fav", str(favourite["id"]))))
        facets += self._field_facets() + self._filter_facets()
        facets += [Facet("filter", "", [self._condition_label(condition)], self.without("custom", text))
                   for condition, text in zip(self._conditions(), self.parts.get("custom", ()), strict=False)]
        if self.parts.get("group"):
            labels = [self.group_label(spec) for text in self.parts["group"] if (spec := self._group_spec(text))]
            if labels:
                facets.append(Facet("group", _("Group by"), labels, self.url(group=None, page=None, open=None, at=None), "›"))
        return facets

    def _field_facets(self):
        by_field = {}
        for key in ("find", "is"):
            for name, text in self._pairs(key):
                each = self.search.field_named(name)
                value = self._value(each, text) if key == "is" else text
                if value is not None:
                    label = self._value_label(each, value) if key == "is" else text
                    by_field.setdefault(name, []).append((label, key, f"{name}:{text}"))
        facets = []
        for name, values in by_field.items():
            find = [part for _label, key, part in values if key == "find"]
            chosen = [part for _label, key, part in values if key == "is"]
            url = self.url(find=[part for part in self.parts.get("find", ()) if part not in find] or None,
                           **{"is": [part for part in self.parts.get("is", ()) if part not in chosen] or None}, page=None, open=None, at=None)
            facets.append(Facet("field", self.search.field_named(name).label, [label for label, _key, _part in values], url, _("or")))
        return facets

    def _filter_facets(self):
        groups = {}
        for name, periods in self._filters().items():
            one = self.search.filter_named(name)
            named = ", ".join(str(searching.period_label(period)) for period in periods or (one.default_periods() if one.has_periods else ()))
            groups.setdefault(one.group, []).append((f"{one.label}: {named}" if named else one.label, name))
        facets = []
        for values in groups.values():
            names = {name for _label, name in values}
            gone = [text for text in self.parts.get("filter", ()) if text in names or text.partition(":")[0] in names]
            facets.append(Facet("filter", "", [label for label, _name in values], self.without("filter", *gone), _("or")))
        return facets

    def _condition_label(self, condition):
        name, operator, value = condition
        description = self.condition_fields()[name]
        if operator in ("set", "not set"):
            return f"{description['string']} {operator_label(operator)}"
        if description["type"] in searching.DATES:
            try:
                value = formats_for(self.env).date(date.fromisoformat(str(value)))
            except ValueError:
                pass
        elif description["type"] == "selection":
            value = dict(description["selection"]).get(value, value)
        elif description["type"] in searching.NUMBERS and isinstance(value, (int, float)):
            value = formats_for(self.env).quantity(value, 4)
        elif description["type"] == "boolean":
            value = _("Yes") if value else _("No")
        return f"{description['string']} {operator_label(operator)} {value}"

    def group_label(self, spec):
        name, _colon, interval = spec.partition(":")
        named = next((each.label for each in self.search.groupings if each.group_by in (spec, name)), None)
        label = named or self.condition_fields()[name]["string"]
        return f"{label}: {interval_label(interval)}" if interval else label

    # -- what typing offers -----------------------------------------------------------------------------------------

    def suggestions(self, text):
        """What the typed text can mean, a line per field of the search view."""
        found = []
        for each in self.search.fields:
            found += self._suggested(each, text)
        return found

    def _suggested(self, each, text):
        if each.filter_domain or each.type in searching.TEXT_TYPES or each.type in searching.RELATIONS:
            expand = each.name if each.type in searching.RELATIONS else ""
            return [Suggestion(each.label, text, self.with_part("find", f"{each.name}:{text}"), expand)]
        if each.type == "selection":
            return [Suggestion(each.label, str(label), self.with_part("is", f"{each.name}:{key}"))
                    for key, label in each.selection if text.casefold() in str(label).casefold()]
        if each.type == "boolean":
            return [Suggestion(each.label, str(label), self.with_part("is", f"{each.name}:{key}"))
                    for key, label in (("true", _("Yes")), ("false", _("No"))) if str(label).casefold().startswith(text.casefold())]
        formats = formats_for(self.env)
        try:
            if each.type in searching.DATES:
                day = formats.parse_date(text)
                return [Suggestion(each.label, formats.date(day), self.with_part("is", f"{each.name}:{day.isoformat()}"))]
            return [Suggestion(each.label, text, self.with_part("find", f"{each.name}:{formats.parse_number(text):g}"))]
        except (FormatError, OverflowError):
            return []

    def expanded(self, name, text):
        """The records a text may mean in a relation, to choose one of."""
        each = self.search.field_named(name)
        if each is None or each.type not in searching.RELATIONS:
            return []
        domain = evaluate(each.look_up or "[]", searching.filter_names(self.env)) if each.look_up else []
        found = self.env[each.relation].name_search(text, list(domain), "ilike", 8)
        return [Suggestion(each.label, label, self.with_part("is", f"{name}:{record_id}")) for record_id, label in found]


#: Operators of the user's own conditions, in the order they are offered.
OPERATORS = ("ilike", "not ilike", "=", "!=", ">", ">=", "<", "<=", "set", "not set")


def operator_label(operator):
    return {
        "ilike": _("contains"), "not ilike": _("does not contain"), "=": _("is"), "!=": _("is not"), ">": _("is more than"),
        ">=": _("is at least"), "<": _("is less than"), "<=": _("is at most"), "set": _("is set"), "not set": _("is not set"),
    }[operator]


def interval_label(interval):
    return {"day": _("Day"), "week": _("Week"), "month": _("Month"), "quarter": _("Quarter"), "year": _("Year")}[interval]

"""Field widgets: how a value is shown, edited, read back from a form, and sent to the ORM.

A widget is made once per field of a compiled view and language, and holds no record. Values have one shape inside views:

    many2one            (id, display_name) or False
    many2many tags      [(id, display_name), …]
    one2many, lists     [Row, …]   (see state.py)
    date, datetime      date / naive UTC datetime, or False
    everything else     as the ORM reads it

`wire` is the JSON shape of a value: it travels in hidden inputs, and two values are equal when their wires are.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from markupsafe import Markup, escape

from core.base.expression import literal_eval
from core.base.html import html_sanitize
from core.i18n import _

from .formats import FormatError, Formats, float_time, parse_float_time

_registry: dict[str, type["Widget"]] = {}
_by_type: dict[str, type["Widget"]] = {}


def register(*names: str, types: tuple[str, ...] = ()) -> Callable[[type["Widget"]], type["Widget"]]:
    """Offer a widget class under its names, and as the default of field types. A later registration wins."""

    def decorate(cls: type[Widget]) -> type[Widget]:
        _registry.update((name, cls) for name in names)
        _by_type.update((kind, cls) for kind in types)
        return cls

    return decorate


class FieldNode:
    """One `<field>` of a view: its arch attributes and the field's description in the user's language."""

    __slots__ = ("name", "description", "attributes", "options", "formats", "triggers", "view_type")

    def __init__(self, name: str, description: dict, attributes: dict, formats: Formats, view_type: str = "form"):
        self.name = name
        self.description = description
        self.attributes = attributes
        self.formats = formats
        self.view_type = view_type
        self.options = _literal(attributes.get("options"), {})
        self.triggers = False

    @property
    def type(self) -> str:
        return self.description["type"]

    @property
    def label(self) -> str:
        return self.attributes.get("string") or self.description.get("string") or self.name


def _literal(source: str | None, default: Any) -> Any:
    if not source:
        return default
    try:
        return literal_eval(source)
    except Exception:
        return default


def make_widget(node: FieldNode) -> "Widget":
    cls = _registry.get(node.attributes.get("widget") or "")
    if cls is None or (cls.only and node.type not in cls.only):
        cls = _by_type.get(node.type, Char)
    return cls(node)


def shorten(text: str) -> str:
    """The text, or a hash of a long one, blanks and line ends made equal."""
    text = text.replace("\r\n", "\n").strip()
    return text if len(text) <= _LONG_TEXT else "#" + hashlib.sha256(text.encode()).hexdigest()


_LONG_TEXT = 120
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Widget:
    """Base of widgets. `S` is the scope a template renders in: values, errors, prefix of input names, environment."""

    only: tuple[str, ...] = ()
    #: how wide the column wants to be, and on which side its text stands
    align = ""
    needs: tuple[str, ...] = ()
    editable = True
    #: whether a <label> of the view stands for the input; else it carries its name itself
    labelled = False

    def __init__(self, node: FieldNode):
        self.node = node
        self.name = node.name
        self.formats = node.formats
        self.css = f"o-field o-field-{(node.attributes.get('widget') or node.type).replace('_', '-').replace('.', '-')}"
        self.placeholder = node.attributes.get("placeholder") or ""
        self._fixed = self._fixed_attributes()

    def _fixed_attributes(self) -> str:
        """Attributes of the input that never change, rendered once."""
        node = self.node
        parts = []
        if self.placeholder:
            parts.append(f' placeholder="{escape(self.placeholder)}"')
        if node.triggers:
            parts.append(" data-onchange")
        return "".join(parts)

    def finish(self) -> None:
        """Called when the whole view is known (which fields trigger an onchange)."""
        self._fixed = self._fixed_attributes()

    # -- values ----------------------------------------------------------------------------------

    def read(self, record: Any) -> Any:
        return record[self.name]

    def read_many(self, records: Any) -> list:
        """The values of a whole column."""
        if type(self).read is Widget.read:
            return records.mapped(self.name)  # one walk through the cache instead of a record per cell
        return [self.read(record) for record in records]

    def to_wire(self, value: Any) -> Any:
        return value if value is not None else False

    def from_wire(self, value: Any) -> Any:
        return value

    def to_write(self, value: Any) -> Any:
        return value

    def parse(self, form: Any, key: str, S: Any) -> Any:
        """The typed value; raises FormatError with a text for the user."""
        return form.get(key, "").strip() or False

    def parse_text(self, text: str, S: Any) -> Any:
        """The value of a cell pasted from a spreadsheet; raises FormatError."""
        return self.parse({self.name: text}, self.name, S)

    def present(self, form: Any, key: str) -> bool:
        return key in form

    def for_expression(self, value: Any) -> Any:
        return value

    def fingerprint(self, value: Any, S: Any) -> Any:
        """What the page shows in the input, as JSON. An input that comes back with it was not edited – comparing values
        instead would round numbers with more digits than are shown."""
        return "" if value is False or value is None else shorten(str(self.input_text(value, S)))

    def posted_fingerprint(self, form: Any, key: str) -> Any:
        """The fingerprint of what was posted."""
        return shorten(form.get(key, ""))

    def is_empty(self, value: Any) -> bool:
        return value is False or value is None or value == "" or value == []

    # -- showing ---------------------------------------------------------------------------------------

    def text(self, value: Any, S: Any) -> Any:
        """The value as text (escaped by the caller) or Markup."""
        return "" if value is False or value is None else value

    def show(self, S: Any) -> Markup:
        text = self.text(S.v.get(self.name), S)
        return Markup(f'<span class="{self.css} o-readonly" id="{S.page.uid}{S.prefix}{self.name}">{escape(text)}</span>')

    def cell(self, S: Any) -> Any:
        return self.text(S.v.get(self.name), S)

    # -- editing ---------------------------------------------------------------------------------------------

    def edit(self, S: Any, required: bool = False) -> Markup:
        key = S.prefix + self.name
        return Markup(f'<div class="{self.css}">{self.control(S, key, self.typed(S), required)}{self.error(S, key)}</div>')

    def typed(self, S: Any) -> str:
        """What stands in the input: the refused text if there is one, else the formatted value."""
        if self.name in S.typed:
            return S.typed[self.name]
        value = S.v.get(self.name)
        return "" if value is False or value is None else str(self.input_text(value, S))

    def input_text(self, value: Any, S: Any) -> str:
        return str(self.text(value, S))

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        return f'<input type="text" {self.attributes(S, key, required)} value="{escape(typed)}">'

    def attributes(self, S: Any, key: str, required: bool) -> str:
        invalid = self._descriptions(S, key)
        label = f' aria-label="{escape(self.node.label)}"' if S.is_row or not self.labelled else ""
        return (f'id="{S.page.uid}{key}" name="{key}" class="o-input" autocomplete="off"{self._fixed}'
                f'{" required" if required else ""}{invalid}{label}')

    def _descriptions(self, S: Any, key: str) -> str:
        """What else is to be read out with the input: its error, its help."""
        is_wrong = self.name in S.errors
        parts = [f"{S.page.uid}{key}-error"] if is_wrong else []
        if self.labelled and not S.is_row and self.node.description.get("help"):
            parts.append(f"{S.page.uid}{key}-help")
        described = f' aria-describedby="{" ".join(parts)}"' if parts else ""
        return ' aria-invalid="true"' + described if is_wrong else described

    def error(self, S: Any, key: str) -> str:
        message = S.errors.get(self.name)
        return f'<div class="o-field-error" id="{S.page.uid}{key}-error">{escape(message)}</div>' if message else ""


# -- texts ------------------------------------------------------------------------------------------------------


@register("char", "section_and_note_text", types=("char", "many2one_reference", "json", "properties", "properties_definition"))
class Char(Widget):
    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        size = self.node.description.get("size")
        limit = f' maxlength="{int(size)}"' if size else ""
        kind = "password" if self.node.attributes.get("password") else "text"
        return f'<input type="{kind}" {self.attributes(S, key, required)}{limit} value="{escape(typed)}">'

    def text(self, value: Any, S: Any) -> Any:
        if value and self.node.attributes.get("password"):
            return "••••••"
        return super().text(value, S)

    def input_text(self, value: Any, S: Any) -> str:
        return "" if self.node.attributes.get("password") else str(value)


@register("text", types=("text",))
class Text(Widget):
    only: tuple[str, ...] = ("text", "char", "html")

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        rows = 1 if S.is_row or self.node.type == "char" else 3
        return f'<textarea {self.attributes(S, key, required)} rows="{rows}">\n{escape(typed)}</textarea>'

    def parse(self, form: Any, key: str, S: Any) -> Any:
        return form.get(key, "").replace("\r\n", "\n").strip() or False

    def text(self, value: Any, S: Any) -> Any:
        return value or ""

    def show(self, S: Any) -> Markup:
        return Markup(f'<div class="{self.css} o-readonly o-pre">{escape(self.text(S.v.get(self.name), S))}</div>')


@register("html", "html_mail", types=("html",))
class Html(Text):
    """Formatted text: edited with a few buttons (richtext.js), as its source without a script; sanitised by the field."""

    only: tuple[str, ...] = ("html",)

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        source = super().control(S, key, typed, required)
        if S.is_row:
            return source
        label = escape(self.node.label)
        shown = escape(typed) if self.name in S.typed else typed  # the stored and the parsed value are sanitised, a refused one is not
        return (f'<div class="o-rich" data-rich><div class="o-rich-tools" role="toolbar" aria-label="{escape(_("Format"))}">{_rich_tools()}</div>'
                f'<div class="o-input o-html o-rich-text" contenteditable="true" role="textbox" aria-multiline="true" aria-label="{label}" '
                f'data-placeholder="{escape(self.placeholder)}">{shown}</div>{source}</div>')

    def parse(self, form: Any, key: str, S: Any) -> Any:
        return self._clean(super().parse(form, key, S), S) or False

    def _clean(self, source: Any, S: Any) -> str:
        model = S.env[S.model]
        return str(model._fields[self.name].convert_to_cache(source or "", model) or "")

    def text(self, value: Any, S: Any) -> Any:
        return Markup(value) if value else ""

    def input_text(self, value: Any, S: Any) -> str:
        return str(value)

    def to_wire(self, value: Any) -> Any:
        return str(value) if value else False

    def from_wire(self, value: Any) -> Any:
        return html_sanitize(str(value)) if value else False

    def show(self, S: Any) -> Markup:
        return Markup(f'<div class="{self.css} o-readonly o-html">{self.text(S.v.get(self.name), S)}</div>')


def _rich_tools() -> str:
    """Buttons of the editor: a command of the browser's, its sign, and its name."""
    tools = (
        ("bold", "<b>B</b>", _("Bold")), ("italic", "<i>I</i>", _("Italic")), ("insertUnorderedList", "•", _("List")),
        ("insertOrderedList", "#", _("Numbered list")), ("createLink", "<u>a</u>", _("Link")), ("removeFormat", "⌫", _("Plain text")),
    )
    return "".join(
        f'<button type="button" class="o-icon" data-rich-command="{command}" title="{escape(name)}" aria-label="{escape(name)}">{sign}</button>'
        for command, sign, name in tools)


class _Link(Char):
    scheme = ""

    def text(self, value: Any, S: Any) -> Any:
        if not value:
            return ""
        if S.is_row:
            return value
        return Markup(f'<a href="{escape(self.scheme + str(value))}" rel="noreferrer">{escape(value)}</a>')

    def input_text(self, value: Any, S: Any) -> str:
        return str(value)


@register("email")
class Email(_Link):
    only, scheme = ("char",), "mailto:"


@register("phone")
class Phone(_Link):
    only, scheme = ("char",), "tel:"


@register("url")
class Url(_Link):
    only: tuple[str, ...] = ("char",)

    def text(self, value: Any, S: Any) -> Any:
        if not value:
            return ""
        address = value if str(value).lower().startswith(("http://", "https://")) else f"http://{value}"
        return Markup(f'<a href="{escape(address)}" rel="noopener noreferrer" target="_blank">{escape(value)}</a>')


@register("color")
class Color(Char):
    """A colour as `#rrggbb`, with a sample beside it that is the browser's own picker (colour.js)."""

    only: tuple[str, ...] = ("char",)

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        return f'<span class="o-colour">{self._sample(typed, S)}{super().control(S, key, typed, required)}</span>'

    def show(self, S: Any) -> Markup:
        value = S.v.get(self.name)
        return Markup(f'<span class="{self.css} o-readonly o-colour">{self._sample(value, S, "disabled ")}{escape(value)}</span>') if value else super().show(S)

    def _sample(self, value: Any, S: Any, state: str = "") -> str:
        shown = value if value and _COLOUR.fullmatch(value) else "#000000"
        return f'<input type="color" {state}tabindex="-1" aria-label="{escape(self.node.label)}" value="{escape(shown)}" data-colour>'

    def parse(self, form: Any, key: str, S: Any) -> Any:
        value = super().parse(form, key, S)
        if value and not _COLOUR.fullmatch(value):
            raise FormatError(_("This is not a colour. Write it like %s.", "#0f6b62"))
        return value and value.lower()


# -- numbers ---------------------------------------------------------------------------------------------------------


class _Number(Widget):
    align = "end"

    def attributes(self, S: Any, key: str, required: bool) -> str:
        return super().attributes(S, key, required) + ' inputmode="decimal"'

    def typed(self, S: Any) -> str:
        if self.name in S.typed:
            return S.typed[self.name]
        return self.input_text(S.v.get(self.name) or 0, S)

    def to_wire(self, value: Any) -> Any:
        return value or 0

    def fingerprint(self, value: Any, S: Any) -> Any:
        return shorten(str(self.input_text(value or 0, S)))

    def is_empty(self, value: Any) -> bool:
        return value is False or value is None


@register("integer", types=("integer",))
class Integer(_Number):
    only: tuple[str, ...] = ("integer",)

    def text(self, value: Any, S: Any) -> Any:
        if self.name == "id" or self.node.options.get("format") is False:
            return str(value or "")
        return self.formats.integer(int(value or 0))

    def parse(self, form: Any, key: str, S: Any) -> Any:
        text = form.get(key, "").strip()
        return self.formats.parse_integer(text) if text else 0


@register("float", types=("float",))
class Float(_Number):
    only: tuple[str, ...] = ("float", "monetary")

    def __init__(self, node: FieldNode):
        super().__init__(node)
        digits = _literal(node.attributes.get("digits"), None) or node.description.get("digits") or (16, 2)
        self.digits = int(digits[1]) if isinstance(digits, (tuple, list)) else 2

    def text(self, value: Any, S: Any) -> Any:
        return self.formats.number(value or 0.0, self.digits)

    def input_text(self, value: Any, S: Any) -> str:
        return self.formats.quantity(value or 0.0, self.digits, min(self.digits, 2) if self.digits <= 2 else 0)

    def parse(self, form: Any, key: str, S: Any) -> Any:
        text = form.get(key, "").strip()
        return round(self.formats.parse_number(text), self.digits) if text else 0.0


@register("percentage")
class Percentage(Float):
    def text(self, value: Any, S: Any) -> Any:
        return f"{self.formats.quantity((value or 0.0) * 100, 2)} %"

    def input_text(self, value: Any, S: Any) -> str:
        return self.formats.quantity((value or 0.0) * 100, 2)

    def parse(self, form: Any, key: str, S: Any) -> Any:
        return super().parse(form, key, S) / 100


@register("float_time")
class FloatTime(Float):
    def text(self, value: Any, S: Any) -> Any:
        return float_time(value or 0.0)

    input_text = text

    def parse(self, form: Any, key: str, S: Any) -> Any:
        text = form.get(key, "").strip()
        return (parse_float_time(text) if ":" in text else self.formats.parse_number(text)) if text else 0.0


@register("monetary", types=("monetary",))
class Monetary(_Number):
    only: tuple[str, ...] = ("monetary", "float")

    def __init__(self, node: FieldNode):
        super().__init__(node)
        self.currency_field = node.options.get("currency_field") or node.description.get("currency_field") or "currency_id"
        self.needs = (self.currency_field,)

    def text(self, value: Any, S: Any) -> Any:
        currency = S.currency(self.currency_field)
        return format_amount(self.formats, value or 0.0, currency)

    def input_text(self, value: Any, S: Any) -> str:
        currency = S.currency(self.currency_field)
        return self.formats.number(value or 0.0, currency.decimal_places if currency else 2)

    def parse(self, form: Any, key: str, S: Any) -> Any:
        text = form.get(key, "").strip()
        return self.formats.parse_number(text) if text else 0.0


def format_amount(formats: Formats, value: float, currency: Any) -> str:
    if not currency:
        return formats.number(value, 2)
    text = formats.number(value, currency.decimal_places)
    if currency.position == "before":
        return f"-{currency.symbol}{text[1:]}" if text.startswith("-") else f"{currency.symbol}{text}"
    return f"{text}\N{NO-BREAK SPACE}{currency.symbol}"


# -- choices -------------------------------------------------------------------------------------------------------------


@register("boolean", "boolean_toggle", "boolean_favorite", "boolean_icon", types=("boolean",))
class Boolean(Widget):
    only: tuple[str, ...] = ("boolean",)

    def __init__(self, node: FieldNode):
        super().__init__(node)
        self.marks = ("★", "☆") if node.attributes.get("widget") == "boolean_favorite" else ("☑", "☐")

    def text(self, value: Any, S: Any) -> Any:
        mark, label = (self.marks[0], _("Yes")) if value else (self.marks[1], _("No"))
        return Markup(f'<span class="o-check" role="img" aria-label="{escape(label)}">{mark}</span>')

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        checked = " checked" if S.v.get(self.name) else ""
        # The hidden input says "unticked" for a checkbox that browsers do not send.
        return (f'<input type="hidden" name="{key}" value="0"><input type="checkbox" '
                f'{self.attributes(S, key, False).replace("o-input", "o-checkbox")} value="1"{checked}>')

    def parse(self, form: Any, key: str, S: Any) -> Any:
        return form.getlist(key)[-1] == "1"

    def parse_text(self, text: str, S: Any) -> Any:
        return text.casefold() in ("1", "x", "true", "yes", _("Yes").casefold())

    def fingerprint(self, value: Any, S: Any) -> Any:
        return bool(value)

    def posted_fingerprint(self, form: Any, key: str) -> Any:
        return form.getlist(key)[-1] == "1"

    def to_wire(self, value: Any) -> Any:
        return bool(value)

    def is_empty(self, value: Any) -> bool:
        return False


@register("selection", "badge", "label_selection", "radio", "priority", "state_selection", "selection_badge", "dropdown",
          types=("selection",))
class Selection(Widget):
    only: tuple[str, ...] = ("selection",)

    def __init__(self, node: FieldNode):
        super().__init__(node)
        self.labels = dict(node.description.get("selection") or ())
        self.is_badge = node.attributes.get("widget") in ("badge", "label_selection")
        self.has_stars = node.attributes.get("widget") == "priority" and node.view_type in ("list", "kanban")

    def text(self, value: Any, S: Any) -> Any:
        label = self.labels.get(value, "" if not value else str(value))
        if self.is_badge and label:
            return Markup(f'<span class="o-badge{S.badge(self.node)}">{escape(label)}</span>')
        return self._stars(value, label) if self.has_stars and label else label

    def _stars(self, value: Any, label: str) -> Markup:
        """A priority in a row: as many full stars as it stands above the lowest one."""
        height, highest = list(self.labels).index(value), len(self.labels) - 1
        shown = "★" * height + "☆" * (highest - height)
        return Markup(f'<span class="o-stars" role="img" aria-label="{escape(label)}" title="{escape(label)}">{shown}</span>')

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        value = S.v.get(self.name)
        if self.node.attributes.get("widget") == "radio":
            return self._radios(S, key, value, required)
        options = [] if required and value else ['<option value=""></option>']
        options += [
            f'<option value="{escape(code)}"{" selected" if code == value else ""}>{escape(label)}</option>'
            for code, label in self.labels.items()
        ]
        attributes = self.attributes(S, key, required)
        if self.node.attributes.get("widget") == "priority":
            attributes = attributes.replace("o-input", "o-input o-priority")
        return f'<select {attributes}>{"".join(options)}</select>'

    def _radios(self, S: Any, key: str, value: Any, required: bool) -> str:
        attributes = self.attributes(S, key, required).replace(f'id="{S.page.uid}{key}" ', "").replace("o-input", "o-radio")
        return "".join(
            f'<label class="o-radio-label"><input type="radio" {attributes} value="{escape(code)}"'
            f'{" checked" if code == value else ""}> {escape(label)}</label>'
            for code, label in self.labels.items()
        )

    def fingerprint(self, value: Any, S: Any) -> Any:
        return value or ""

    def parse(self, form: Any, key: str, S: Any) -> Any:
        value = form.get(key) or False
        if value and value not in self.labels:
            raise FormatError("choice")
        return value

    def parse_text(self, text: str, S: Any) -> Any:
        by_label = {str(label).casefold(): code for code, label in self.labels.items()}
        return super().parse_text(by_label.get(text.casefold(), text), S)


@register("reference", types=("reference",))
class Reference(Char):
    editable = False

    def read(self, record: Any) -> Any:
        value = record[self.name]
        return f"{value._name},{value.id}" if value else False

    def text(self, value: Any, S: Any) -> Any:
        if not value:
            return ""
        model, _separator, identifier = str(value).partition(",")
        return S.env[model].browse(int(identifier)).display_name if model in S.env.registry else value


# -- dates ---------------------------------------------------------------------------------------------------------------------


@register("date", "remaining_days", "daterange", types=("date",))
class Date(Widget):
    only: tuple[str, ...] = ("date",)

    def text(self, value: Any, S: Any) -> Any:
        return self.formats.date(value) if value else ""

    def to_wire(self, value: Any) -> Any:
        return value.isoformat() if value else False

    def from_wire(self, value: Any) -> Any:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else value

    def for_expression(self, value: Any) -> Any:
        return self.to_wire(value)

    def parse(self, form: Any, key: str, S: Any) -> Any:
        text = form.get(key, "").strip()
        return self.formats.parse_date(text) if text else False

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        hint = "" if self.placeholder else f' placeholder="{self.formats.date_hint}"'
        return (f'<span class="o-date" data-date-format="{escape(self.formats.date_format)}">'
                f'<input type="text" inputmode="numeric" {self.attributes(S, key, required)}{hint} value="{escape(typed)}"></span>')


@register("datetime", types=("datetime",))
class DateTime(Date):
    only: tuple[str, ...] = ("datetime", "date")

    def text(self, value: Any, S: Any) -> Any:
        if not value:
            return ""
        if self.node.attributes.get("widget") in ("date", "remaining_days") or self.node.options.get("show_time") is False:
            return self.formats.datetime(value, S.tz).split(" ")[0]
        return self.formats.datetime(value, S.tz)

    def input_text(self, value: Any, S: Any) -> str:
        return self.formats.datetime(value, S.tz)

    def to_wire(self, value: Any) -> Any:
        return value.isoformat(" ", "seconds") if value else False

    def from_wire(self, value: Any) -> Any:
        return datetime.fromisoformat(value) if isinstance(value, str) else value

    def parse(self, form: Any, key: str, S: Any) -> Any:
        text = form.get(key, "").strip()
        return self.formats.parse_datetime(text, S.tz) if text else False


# -- relations --------------------------------------------------------------------------------------------------------------------


def _note_creation(widget: Any, options: dict) -> None:
    """What the options of a relation's field allow: no_create, no_quick_create, no_create_edit."""
    widget.may_create = not options.get("no_create")
    widget.may_quick_create = not options.get("no_quick_create")
    widget.may_create_and_edit = not options.get("no_create_edit")


def look_up(model: Any, text: str) -> tuple[int, str]:
    """The one record a typed name, code or number means; raises FormatError for none and for several."""
    exact = model.name_search(text, operator="=", limit=2)
    found = exact if len(exact) == 1 else model.name_search(text, operator="ilike", limit=2)
    named = [pair for pair in found if pair[1].casefold() == text.casefold()]
    if len(found) == 1 or named:
        identifier, name = (named or found)[0]
        return identifier, name
    raise FormatError("ambiguous" if found else "unknown")


@register("many2one", "many2one_avatar", "many2one_avatar_user", "many2one_avatar_employee", "res_partner_many2one",
          "sol_product_many2one", "product_label_section_and_note_field", "many2one_barcode", types=("many2one",))
class Many2one(Widget):
    only: tuple[str, ...] = ("many2one",)

    def __init__(self, node: FieldNode):
        super().__init__(node)
        options = node.options
        self.may_open = not options.get("no_open")
        self.comodel = node.description.get("relation")
        _note_creation(self, options)

    def read(self, record: Any) -> Any:
        value = record[self.name]
        # The name of a record may be shown to who may see the reference to it, as in Odoo.
        return (value.id, value.sudo().display_name or "") if value else False

    def read_many(self, records: Any) -> list:
        """Names are asked once per record named, not once per row."""
        ids = records._fields[self.name].mapped(records)
        named = records.env[self.comodel].sudo().browse(dict.fromkeys(identifier for identifier in ids if identifier))
        pairs = {record.id: (record.id, record.display_name or "") for record in named}
        return [pairs.get(identifier, False) for identifier in ids]

    def text(self, value: Any, S: Any) -> Any:
        return value[1] if value else ""

    def show(self, S: Any) -> Markup:
        value = S.v.get(self.name)
        text = escape(self.text(value, S))
        link = S.record_url(self.comodel, value[0]) if value and self.may_open and not S.is_row else None
        inner = f'<a href="{escape(link)}">{text}</a>' if link else text
        return Markup(f'<span class="{self.css} o-readonly" id="{S.page.uid}{S.prefix}{self.name}">{inner}</span>')

    def to_wire(self, value: Any) -> Any:
        return [value[0], value[1]] if value else False

    def from_wire(self, value: Any) -> Any:
        if isinstance(value, dict):
            return (value["id"], value.get("display_name") or "") if value.get("id") else False
        return tuple(value) if isinstance(value, (list, tuple)) and value else value

    def to_write(self, value: Any) -> Any:
        return value[0] if value else False

    def for_expression(self, value: Any) -> Any:
        return value[0] if value else False

    def fingerprint(self, value: Any, S: Any) -> Any:
        return [value[0], shorten(value[1])] if value else [0, ""]

    def posted_fingerprint(self, form: Any, key: str) -> Any:
        chosen = form.get(key) or ""
        return [int(chosen) if chosen.isdigit() else 0, shorten(form.get(key + ".text") or "")]

    def parse(self, form: Any, key: str, S: Any) -> Any:
        chosen, text = form.get(key) or "", (form.get(key + ".text") or "").strip()
        current = S.v.get(self.name)
        if not text:
            return False
        if chosen.isdigit():
            # the visible text belongs to the chosen id unless the page had no script to keep both together
            return (int(chosen), text) if not current or current[0] != int(chosen) or current[1] == text else self._look_up(text, S)
        return self._look_up(text, S)

    def _look_up(self, text: str, S: Any) -> Any:
        return look_up(S.env[self.comodel], text)

    def parse_text(self, text: str, S: Any) -> Any:
        return self._look_up(text, S)

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        value = S.v.get(self.name)
        text = S.typed.get(self.name) or (value[1] if value else "")
        attributes = self.attributes(S, key, required).replace(f'name="{key}"', f'name="{key}.text"')
        link = S.record_url(self.comodel, value[0]) if value and self.may_open else None
        opener = f'<a class="o-open" href="{escape(link)}" data-open-record tabindex="-1" title="{escape(_("Open"))}" aria-label="{escape(_("Open"))}">↗</a>' if link else ""
        return (
            f'<span class="o-combo" data-combo="{key}">'
            f'<input type="hidden" name="{key}" value="{value[0] if value else ""}">'
            f'<input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="{S.page.uid}{key}-list" '
            f'{attributes} value="{escape(text)}">{opener}</span>'
        )


@register("many2many_tags", "many2many_tags_avatar", "many2many_checkboxes", "many2many_tax_tags", "many2many_avatar_user",
          "many2many_binary", types=("many2many",))
class Many2manyTags(Widget):
    only: tuple[str, ...] = ("many2many", "one2many")

    def __init__(self, node: FieldNode):
        super().__init__(node)
        self.comodel = node.description.get("relation")
        _note_creation(self, node.options)

    def read(self, record: Any) -> Any:
        return [(line.id, line.display_name or "") for line in record[self.name].sudo()]

    def text(self, value: Any, S: Any) -> Any:
        return Markup('<span class="o-tags">%s</span>') % Markup("").join(Markup('<span class="o-tag">%s</span>') % name for _id, name in value or ())

    def to_wire(self, value: Any) -> Any:
        return [[line[0], line[1]] for line in value or ()]

    def from_wire(self, value: Any) -> Any:
        return [(line["id"], line.get("display_name") or "") if isinstance(line, dict) else tuple(line) for line in value or ()]

    def to_write(self, value: Any) -> Any:
        return [(6, 0, [line[0] for line in value or ()])]

    def for_expression(self, value: Any) -> Any:
        return [line[0] for line in value or ()]

    def fingerprint(self, value: Any, S: Any) -> Any:
        return [line[0] for line in value or ()]

    def posted_fingerprint(self, form: Any, key: str) -> Any:
        typed = (form.get(key + ".text") or "").strip()
        return [int(part) for part in form.getlist(key) if part.isdigit()] + ([typed] if typed else [])

    def parse(self, form: Any, key: str, S: Any) -> Any:
        ids = [int(part) for part in form.getlist(key) if part.isdigit()]
        known = dict(S.v.get(self.name) or ())
        text = (form.get(key + ".text") or "").strip()
        if text:
            identifier, name = look_up(S.env[self.comodel], text)
            ids.append(identifier)
            known[identifier] = name
        unknown = [identifier for identifier in ids if identifier not in known]
        if unknown:
            known.update((line.id, line.display_name) for line in S.env[self.comodel].browse(unknown).exists())
        return [(identifier, known[identifier]) for identifier in dict.fromkeys(ids) if identifier in known]

    def parse_text(self, text: str, S: Any) -> Any:
        """Names separated by semicolons."""
        return list(dict.fromkeys(look_up(S.env[self.comodel], name.strip()) for name in text.split(";") if name.strip()))

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        tags = "".join(
            f'<span class="o-tag"><input type="hidden" name="{key}" value="{identifier}">{escape(name)}'
            f'<button type="button" class="o-tag-remove" data-remove-tag aria-label="{escape(_("Remove %s", name))}">×</button></span>'
            for identifier, name in S.v.get(self.name) or ()
        )
        attributes = self.attributes(S, key, False).replace(f'name="{key}"', f'name="{key}.text"')
        return (
            f'<span class="o-combo o-combo-tags" data-combo="{key}" data-multiple>'
            f'<input type="hidden" name="{key}" value="">{tags}'
            f'<input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="{S.page.uid}{key}-list" '
            f'{attributes} value="{escape(S.typed.get(self.name, ""))}"></span>'
        )


# -- files -----------------------------------------------------------------------------------------------------------------------------


@register("binary", "image", "signature", "pdf_viewer", "contact_image", types=("binary", "image"))
class Binary(Widget):
    """A file: a link (or the picture) and an input to replace it. The content is never read to draw the page."""

    only: tuple[str, ...] = ("binary", "image")

    def __init__(self, node: FieldNode):
        super().__init__(node)
        self.is_image = node.attributes.get("widget") in ("image", "contact_image") or node.type == "image"

    def read(self, record: Any) -> Any:
        return bool(record.with_context(bin_size=True)[self.name])

    def to_wire(self, value: Any) -> Any:
        return value if isinstance(value, str) else bool(value)

    def for_expression(self, value: Any) -> Any:
        return bool(value)

    def text(self, value: Any, S: Any) -> Any:
        if not value or not S.id:
            return ""
        url = f"/web/{'image' if self.is_image else 'content'}/{S.model}/{S.id}/{self.name}"
        if self.is_image:
            return Markup(f'<img class="o-image" src="{url}" alt="" loading="lazy">')
        return Markup(f'<a href="{url}?download=1">{escape(_("Download"))}</a>')

    def typed(self, S: Any) -> str:
        return ""

    def control(self, S: Any, key: str, typed: str, required: bool) -> str:
        shown = self.text(S.v.get(self.name), S)
        if not self.is_image:
            return f'{shown}<input type="file" {self.attributes(S, key, False)}>'
        attributes = self.attributes(S, key, False).replace("o-input", "o-sr")
        label = escape(_("Choose a picture"))
        return (f'<label class="o-picture" title="{label}">{shown or "+"}<span class="o-sr">{label}</span>'
                f'<input type="file" {attributes} accept="image/*"></label>')

    def posted_fingerprint(self, form: Any, key: str) -> Any:
        return None  # an upload is always an edit

    def present(self, form: Any, key: str) -> bool:
        upload = getattr(form, "files", {}).get(key)
        return bool(upload and upload.filename)

    def parse(self, form: Any, key: str, S: Any) -> Any:
        return base64.b64encode(form.files[key].read()).decode()


# -- drawings ----------------------------------------------------------------------------------------------------------------------------


@register("statinfo")
class StatInfo(Widget):
    """The number and label on a stat button."""

    def text(self, value: Any, S: Any) -> Any:
        if self.node.type in ("float", "monetary"):
            return self.formats.quantity(value or 0, 2)
        return self.formats.integer(value or 0) if self.node.type == "integer" else (value[1] if isinstance(value, tuple) else value or "")

    def show(self, S: Any) -> Markup:
        label = "" if self.node.attributes.get("nolabel") else f'<span class="o-stat-text">{escape(self.node.label)}</span>'
        return Markup(f'<span class="o-stat-value">{escape(self.text(S.v.get(self.name), S))}</span>{label}')

    def edit(self, S: Any, required: bool = False) -> Markup:
        return self.show(S)


@register("handle")
class Handle(Integer):
    editable = False
    align = ""

    def text(self, value: Any, S: Any) -> Any:
        return Markup('<span class="o-handle" aria-hidden="true">⠿</span>')

    def edit(self, S: Any, required: bool = False) -> Markup:
        return Markup('<span class="o-handle" aria-hidden="true">⠿</span>')


@register("progressbar", "percentpie", "gauge")
class Progress(Float):
    only: tuple[str, ...] = ("float", "integer", "monetary")

    def text(self, value: Any, S: Any) -> Any:
        return Markup(f'<progress max="100" value="{float(value or 0):.0f}">{float(value or 0):.0f} %</progress>')

    def input_text(self, value: Any, S: Any) -> str:
        return self.formats.quantity(value or 0.0, 2)


@register("account-tax-totals-field")
class TaxTotals(Widget):
    """Untaxed amount, taxes by group, total: drawn from the dictionary the document computes."""

    editable = False

    def show(self, S: Any) -> Markup:
        totals = S.v.get(self.name) or {}
        currency = S.currency_by_id(totals.get("currency_id")) or S.currency("currency_id")

        def amount(source: dict, name: str) -> str:
            return format_amount(self.formats, source.get(f"{name}_currency", source.get(name)) or 0.0, currency)

        rows = []
        for subtotal in totals.get("subtotals") or ():
            rows.append((subtotal.get("name") or _("Untaxed Amount"), amount(subtotal, "base_amount"), ""))
            rows += [
                (group.get("group_name") or group.get("group_label") or "", amount(group, "tax_amount"), "")
                for group in subtotal.get("tax_groups") or ()
            ]
        rows.append((_("Total"), amount(totals, "total_amount"), ' class="o-total"'))
        body = "".join(f"<div{css}><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for label, value, css in rows)
        return Markup(f'<dl class="o-totals">{body}</dl>')

    def edit(self, S: Any, required: bool = False) -> Markup:
        return self.show(S)


@register("payment")
class Payments(Widget):
    """Amounts that settled a document, or could: drawn from the dictionary the document computes."""

    editable = False

    def show(self, S: Any) -> Markup:
        value = S.v.get(self.name) or {}
        rows = value.get("content") or ()
        if not rows:
            return Markup("")
        body = "".join(f"<div><dt>{escape(self._label(row))}</dt><dd>{escape(row.get('formatted_amount') or '')}</dd></div>" for row in rows)
        return Markup(f'<p class="o-muted">{escape(value.get("title") or "")}</p><dl class="o-totals">{body}</dl>')

    def _label(self, row: dict) -> str:
        day = self.formats.date(date.fromisoformat(row["date"])) if row.get("date") else ""
        return " · ".join(str(part) for part in (day, row.get("ref") or row.get("journal_name")) if part)

    def edit(self, S: Any, required: bool = False) -> Markup:
        return self.show(S)

"""Kanban: card templates compiled by the QWeb compiler, with the widgets, conditions and buttons of views in them.

Both generations are understood: `<t t-name="card">` and `<t t-name="menu">` of Odoo 18, and `kanban-box` and
`kanban-menu` before. A template sees `record.<field>.value` (as shown) and `.raw_value`, `kanban_image()`,
`kanban_color()`, `widget`, `context`, `user_context`. What calls scripts (`t-on-…`) is left out.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from lxml import etree
from markupsafe import Markup, escape

from core.base.expression import compile_expression
from core.i18n import _

from .compiler import Button, CompiledView, ViewSource, _Compiler
from .javascript import to_python
from .qweb import Frame, Template, compile_template
from .scope import Modifier, Scope

_logger = logging.getLogger(__name__)
_LIMIT = 40
#: A card is no page: what Odoo names by HTML's landmarks becomes plain boxes.
_BOXES = {"main": "o-k-main", "aside": "o-k-aside", "footer": "o-k-footer", "header": "o-k-header", "article": "", "section": ""}
_NO_PAGE_YET = frozenset(("activity", "kanban_activity", "list_activity", "activity_exception", "dashboard_graph", "kanban_vat_activity"))
_CONDITIONS = ("t-if", "t-elif", "t-out", "t-esc", "t-raw", "t-value", "t-foreach")
_COLOURS = 12


@dataclass(slots=True)
class ProgressBar:
    """What the bar over a column counts: the values of a field, each in a colour, and a sum beside it."""

    name: str
    colours: dict[str, str] = field(default_factory=dict)
    sum_field: str = ""


class CompiledKanban(CompiledView):
    """A kanban view in one language for one set of groups."""

    kind = "kanban"

    def __init__(self, model: str):
        super().__init__(model)
        self.card: Template | None = None
        self.menu: Template | None = None
        self.templates: dict[str, Template] = {}
        self.card_class = ""
        self.drawn: list[Callable[[Scope], Any]] = []
        self.buttons: list[Button] = []
        self.progressbar: ProgressBar | None = None
        self.default_group_by = self.default_order = ""
        self.limit = _LIMIT
        self.colour_field = ""
        #: what a card is called by those who cannot see it
        self.name_field = ""
        self.has_colour_picker = False
        self.can_open = True

    def page_fields(self) -> list[str]:
        """Fields the cards need."""
        return list(self.widgets)

    def flag(self, name: str, default: bool = True) -> bool:
        """Whether the arch allows something: `group_create`, `quick_create`, `records_draggable`, …"""
        value = self.attributes.get(name)
        return default if value is None else value.lower() not in ("0", "false")


class KanbanCards:
    """Draws the cards of one request."""

    def __init__(self, view: CompiledKanban, env: Any, page: Any, *, href: Callable[[int], str] | None = None):
        self.view, self.env, self.href = view, env, href
        self.scope = Scope(view, env, {}, page=page)
        self.scope.is_row = True
        self._record = _Record(self.scope)
        self._engine = _Engine(view)
        self._values = {
            "record": self._record, "card_part": self._part, "kanban_image": self._image, "kanban_color": _colour_class,
            "kanban_getcolor": _colour_number, "card_class": class_names, "context": dict(env.context), "user_context": {"uid": env.uid, **env.context},
            "widget": SimpleNamespace(editable=view.allows("edit"), deletable=view.allows("delete"), isHtmlEmpty=lambda value: not value),
            "selection_mode": False, "read_only_mode": False, "env": SimpleNamespace(uid=env.uid),
        }

    def draw(self, records: Any, menu_extra: str = "") -> dict[int, Markup]:
        """The cards by record id, read column by column.

        :param menu_extra: entries every card's menu ends with; `%s` in it is the record's id
        """
        names = self.view.page_fields()
        columns = [self.view.widgets[name].read_many(records) for name in names]
        return {record_id: self._card(record_id, {name: column[position] for name, column in zip(names, columns, strict=True)}, menu_extra)
                for position, record_id in enumerate(records.ids)}

    def _card(self, record_id: int, values: dict, menu_extra: str) -> Markup:
        S, view = self.scope, self.view
        S.at(record_id, values)
        S.prefix = f"row.{record_id}."
        out: list[str] = []
        colour = values.get(view.colour_field) if view.colour_field else 0
        css = f"o-k {view.card_class}" + (f" o-k-colour o-hue-{int(colour) % _COLOURS}" if colour else "")
        out.append(f'<article class="{escape(css)}" id="card-{record_id}" data-id="{record_id}">')
        if self.href and view.can_open:
            out.append(f'<a class="o-k-open" href="{escape(self.href(record_id))}" aria-label="{escape(self._name(values, record_id))}"></a>')
        self._render(view.card, out)
        self._draw_menu(out, record_id, menu_extra)
        out.append("</article>")
        S.prefix = ""
        return Markup("".join(out))

    def _name(self, values: dict, record_id: int) -> str:
        value = values.get("display_name") or values.get(self.view.name_field)
        return str(value) if value else _("Open record %s", record_id)

    def _draw_menu(self, out: list[str], record_id: int, extra: str) -> None:
        inner: list[str] = []
        self._render(self.view.menu, inner)
        if self.view.has_colour_picker and self.view.colour_field:
            dots = "".join(
                f'<button name="__action" value="colour:{record_id}:{number}" class="o-hue-{number}" aria-label="{escape(_("Colour %s", number))}"></button>'
                for number in range(_COLOURS))
            inner.append(f'<div class="o-hue-dots">{dots}</div>')
        if extra:
            inner.append(extra.replace("%s", str(record_id)))
        if "".join(inner).strip():
            label = escape(_("Menu of the card"))
            out.append(f'<details class="o-menu o-k-menu" name="o-menu"><summary title="{label}"><span aria-hidden="true">⋮</span>'
                       f'<span class="o-sr">{label}</span></summary><div class="o-drop o-drop-end">{"".join(inner)}</div></details>')

    def _render(self, template: Template | None, out: list[str]) -> None:
        if template is not None:
            template.render_into(Frame(dict(self._values), self._engine), out.append)  # type: ignore[arg-type]

    def _part(self, number: int) -> Any:
        """What the compiler put aside: a field, a button, a condition."""
        return self.view.drawn[number](self.scope)

    @staticmethod
    def _image(model: str, name: str, record_id: Any, placeholder: Any = None, *rest: Any) -> str:
        identifier = record_id[0] if isinstance(record_id, (list, tuple)) and record_id else record_id
        return f"/web/image/{model}/{identifier}/{name}" if identifier else ""


class _Record:
    """`record` of a template: each attribute is a field of the card."""

    __slots__ = ("scope",)

    def __init__(self, scope: Scope):
        self.scope = scope

    def __getattr__(self, name: str) -> SimpleNamespace:
        S = self.scope
        if name == "id":
            return SimpleNamespace(value=S.id, raw_value=S.id)
        widget = S.widgets.get(name)
        if widget is None:
            return _NO_FIELD
        value = S.v.get(name)
        shown = widget.text(value, S)
        if isinstance(value, (int, float)) and type(value) is not bool and not isinstance(shown, Markup):
            shown = _Shown(shown, value)
        return SimpleNamespace(value=shown, raw_value=widget.for_expression(value))


class _Shown(str):
    """A number as it is shown; compared with a number it counts as one, as in the scripts templates are written for."""

    number: float

    def __new__(cls, text: str, number: float) -> _Shown:
        made = super().__new__(cls, text)
        made.number = number
        return made

    def _other(self, other: Any) -> Any:
        return other.number if isinstance(other, _Shown) else other

    def __lt__(self, other: Any) -> bool:
        return self.number < self._other(other)

    def __le__(self, other: Any) -> bool:
        return self.number <= self._other(other)

    def __gt__(self, other: Any) -> bool:
        return self.number > self._other(other)

    def __ge__(self, other: Any) -> bool:
        return self.number >= self._other(other)

    def __eq__(self, other: object) -> bool:
        return self.number == other if isinstance(other, (int, float)) else super().__eq__(other)

    def __bool__(self) -> bool:
        return bool(self.number)

    __hash__ = str.__hash__


_NO_FIELD = SimpleNamespace(value="", raw_value=False)


class _Engine:
    """What the QWeb templates of a view may ask for: each other."""

    def __init__(self, view: CompiledKanban):
        self.view = view

    def load(self, name: str | int, lang: str | None = None) -> Template:
        return self.view.templates.get(str(name)) or Template(str(name), [])

    def in_language(self, lang: str) -> _Engine:
        return self

    def has_groups(self, groups: str) -> bool:
        return True  # what the user must not see was taken out of the arch


def _colour_number(value: Any) -> int:
    return int(value) % _COLOURS if isinstance(value, (int, float)) else sum(map(ord, str(value or ""))) % _COLOURS


def _colour_class(value: Any) -> str:
    return f"o-hue-{_colour_number(value)}"


# -- compiling -----------------------------------------------------------------------------------------------


class KanbanCompiler(_Compiler):
    view: CompiledKanban

    def compile(self) -> CompiledKanban:
        view, root = self.view, self.root
        view.default_group_by = root.get("default_group_by") or ""
        view.default_order = root.get("default_order") or ""
        limit = root.get("limit") or ""
        view.limit = int(limit) if limit.isdigit() else _LIMIT
        view.can_open = view.flag("can_open")
        view.colour_field = root.get("highlight_color") or root.get("color") or ""
        for element in root:
            if element.tag == "field":
                self.widget(element)
            elif element.tag == "progressbar":
                view.progressbar = self._progressbar(element)
            elif element.tag == "templates":
                self._templates(element)
        view.name_field = self.source.env[view.model]._rec_name or ""
        for name in (view.colour_field, view.name_field):
            if name in self.fields and name not in view.widgets:
                self.widget(etree.Element("field", name=name))
        self.finish()
        return view

    def _progressbar(self, element: etree._Element) -> ProgressBar | None:
        try:
            colours = {str(key): str(colour) for key, colour in json.loads(element.get("colors") or "{}").items()}
        except (ValueError, AttributeError):
            colours = {}
        name, sum_field = element.get("field") or "", element.get("sum_field") or ""
        if name not in self.fields:
            return None
        return ProgressBar(name, colours, sum_field if sum_field in self.fields else "")

    def _templates(self, templates: etree._Element) -> None:
        found: dict[str, etree._Element] = {element.get("t-name"): element for element in templates if element.get("t-name")}
        for element in found.values():
            self._prepare(element)
        for name, element in found.items():
            self.view.templates[name] = compile_template(element, name)
        for name in ("card", "kanban-box"):
            if name in found and self.view.card is None:
                self.view.card = self.view.templates[name]
                self.view.card_class = (found[name].get("class") or "") if name == "card" else ""
        self.view.menu = self.view.templates.get("menu") or self.view.templates.get("kanban-menu")

    # -- elements ------------------------------------------------------------------------------------

    def _prepare(self, element: etree._Element) -> None:
        """Turn what views know and QWeb does not into calls of `card_part`, and what scripts do into nothing."""
        for child in list(element):
            if isinstance(child.tag, str):
                self._prepare(child)
        if element.tag == "field" and element.get("name"):
            self._field(element)
        elif element.tag == "button" or element.tag == "a" and element.get("type"):
            self._button(element)
        elif element.tag == "widget":
            self._ribbon(element)
        else:
            self._invisible(element)
            self._attributes(element)

    def _field(self, element: etree._Element) -> None:
        if element.get("widget") == "kanban_color_picker":
            self.view.colour_field, self.view.has_colour_picker = element.get("name"), True
        widget = self.widget(element)
        classes = element.get("class") or ""
        conditions = {key: element.get(key) for key in ("t-if", "t-elif", "t-else") if key in element.attrib}
        invisible = self.condition(element, "invisible")
        hidden = widget is None or invisible is True or element.get("widget") in (*_NO_PAGE_YET, "kanban_color_picker")
        element.tag = "t"
        _clear(element)
        self._keep_conditions(element, conditions)
        if hidden:
            return
        self._only_when(element, invisible, conditions)
        assert widget is not None
        etree.SubElement(element, "span", {**({"class": classes} if classes else {}), "t-out": f"card_part({self._draw(widget.cell)})"})

    def _button(self, element: etree._Element) -> None:
        """A link or button with a type becomes a button of the card's form, or a link to the record."""
        kind = element.get("type") or "object"
        invisible = self.condition(element, "invisible")
        conditions = {key: element.get(key) for key in ("t-if", "t-elif", "t-else") if key in element.attrib}
        classes = element.get("class") or ""
        action = None
        if kind in ("object", "action") and element.get("name"):
            button = Button(element)
            self.view.buttons.append(button)
            action = button.action
        elif kind in ("delete", "archive", "unarchive"):
            action = f"card:{kind}"
        confirm, help_ = element.get("confirm"), element.get("help") or element.get("title")
        label = element.get("string")
        if element.text is None and not len(element) and label:
            element.text = label
        _clear(element)
        if invisible is True or action is None and kind not in ("open", "edit"):
            element.tag = "t"
            element.text = None
            for child in list(element):
                element.remove(child)
            return
        element.tag = "button" if action else "a"
        element.set("class", _button_class(classes))
        if action:
            element.set("name", "__action")
            element.set("t-att-value", f"card_part({self._draw(_action_of(action))})")
        else:
            element.set("t-att-href", f"card_part({self._draw(_open_record)})")
        if confirm:
            element.set("data-confirm", confirm)
        if help_:
            element.set("title", help_)
        self._keep_conditions(element, conditions)
        self._only_when(element, invisible, conditions)

    def _ribbon(self, element: etree._Element) -> None:
        invisible = self.condition(element, "invisible")
        title, is_ribbon = element.get("title") or element.get("text") or "", element.get("name") == "web_ribbon"
        element.tag = "t"
        _clear(element)
        if is_ribbon and invisible is not True and title:
            etree.SubElement(element, "span", {"class": "o-badge o-badge-danger"}).text = title
            self._only_when(element, invisible, {})

    def _invisible(self, element: etree._Element) -> None:
        if "invisible" not in element.attrib:
            return
        invisible = self.condition(element, "invisible")
        del element.attrib["invisible"]
        if invisible is True:
            element.set("t-if", "False")
        else:
            self._only_when(element, invisible, element.attrib)

    def _only_when(self, element: etree._Element, invisible: bool | Modifier, conditions: Mapping[Any, Any]) -> None:
        """Show the element only while its `invisible` does not hold."""
        if not isinstance(invisible, Modifier):
            return
        test = f"not card_part({self._draw(invisible)})"
        if "t-if" in element.attrib:
            element.set("t-if", f"({element.get('t-if')}) and {test}")
        elif "t-else" not in conditions and "t-elif" not in conditions:
            element.set("t-if", test)

    def _keep_conditions(self, element: etree._Element, conditions: Mapping[str, str | None]) -> None:
        for key, source in conditions.items():
            element.set(key, _python(source or "") if source else "")

    @staticmethod
    def _attributes(element: etree._Element) -> None:
        classes = element.get("class") or ""
        if element.tag in _BOXES:
            classes = f"{_BOXES[element.tag]} {classes}".strip()
            element.tag = "div"
        if classes and element.get("t-name") is None:
            element.set("class", classes)
        for key in list(element.attrib):
            source = element.get(key) or ""
            if key.startswith(("t-on-", "t-ref", "t-model", "on", "t-translation", "t-portal", "t-component", "t-props", "style", "t-att-style", "t-attf-style")):
                del element.attrib[key]
            elif key in _CONDITIONS or key.startswith("t-att-") or key == "t-att":
                element.set(key, f"card_class({_python(source)})" if key == "t-att-class" and source.strip().startswith("{") else _python(source))
            elif key.startswith("t-attf-"):
                element.set(key, _python_in_text(source))
            elif key == "name" and element.tag == "t":
                del element.attrib[key]

    def _draw(self, draw: Callable[[Scope], Any]) -> int:
        self.view.drawn.append(draw)
        return len(self.view.drawn) - 1


def _clear(element: etree._Element) -> None:
    for key in list(element.attrib):
        del element.attrib[key]


def _action_of(action: str) -> Callable[[Scope], str]:
    return lambda S: f"row.{S.id}.{action}"


def _open_record(S: Scope) -> str | None:
    return S.page.record_url(S.model, S.id) if S.id else None


def _button_class(classes: str) -> str:
    names = classes.split()
    if "btn" in names:
        return "btn btn-small" + (" btn-primary" if "btn-primary" in names else "")
    return "btn btn-small btn-link " + " ".join(name for name in names if not name.startswith("btn"))


def _python(source: str) -> str:
    """The expression in Python; what cannot be translated is never true, and is told once, when the view is compiled."""
    try:
        translated = to_python(source)
        compile_expression(translated)
        return translated
    except Exception as error:
        _logger.warning("Card template: %r is left out: %s", source, error)
        return "False"


def _python_in_text(text: str) -> str:
    return re.sub(r"\{\{(.+?)\}\}|#\{(.+?)\}", lambda match: "{{" + _python(match.group(1) or match.group(2)) + "}}", text)


def class_names(chosen: Mapping[str, Any]) -> str:
    """`{"a": True, "b": False}` → `a`, as `t-att-class` of a card means it."""
    return " ".join(name for name, holds in chosen.items() if holds)


def compile_kanban(source: ViewSource, model: str, root: etree._Element) -> CompiledKanban:
    return KanbanCompiler(source, CompiledKanban(model), root).compile()

"""From arch to program: forms become flat programs, compiled once per view, groups and language.

Layout is written into the program as markup; fields, buttons and conditions are objects called with the scope `S`.
Rendering a form is therefore a few string writes and one call per field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lxml import etree
from markupsafe import Markup, escape

from core.i18n import _

from . import arch as arch_tools
from .formats import Formats
from .program import Program, ProgramWriter
from .scope import Modifier, Scope
from .widgets import FieldNode, Many2manyTags, Widget, make_widget

#: Elements of HTML that views may use as they are.
_HTML_TAGS = frozenset(
    """div span p h1 h2 h3 h4 h5 h6 strong b i em small u a ul ol li table thead tbody tfoot tr td th br hr code pre
    section article details summary dl dt dd blockquote label""".split()
)
_HTML_ATTRIBUTES = frozenset(("class", "title", "role", "name", "colspan", "rowspan", "aria-label", "target"))
_X2MANY = ("one2many", "many2many")
#: Widgets that draw an x2many themselves instead of as a table.
_TAG_WIDGETS = ("many2many_tags", "many2many_tags_avatar", "many2many_checkboxes", "many2many_tax_tags", "many2many_avatar_user",
                "many2many_binary")

#: Widgets of columns that have no page yet.
_NOT_IN_LISTS = ("list_activity", "activity_exception", "kanban_activity")

Describe = Callable[[str], dict[str, dict]]
_NO_CHOICE: Mapping[str, bool] = {}


class ViewSource:
    """Where the compiler gets what it needs to know about models; one per (environment's language, user groups)."""

    def __init__(self, env: Any, formats: Formats):
        self.env = env
        self.formats = formats
        self._fields: dict[str, dict[str, dict]] = {}

    def fields_of(self, model: str) -> dict[str, dict]:
        if model not in self._fields:
            self._fields[model] = self.env[model].fields_get()
        return self._fields[model]

    def list_arch(self, model: str) -> etree._Element:
        """The comodel's own list, for an x2many without an inline one."""
        return arch_tools.parse(self.env[model].get_view(view_type="list")["arch"])

    def reach(self, model: str) -> dict[str, frozenset | None]:
        """Field → the (model, field) pairs its change may change; None when an onchange method may change anything."""
        return self.env["ir.ui.view"]._onchange_reach(model)


class CompiledView:
    """What forms and lists share: the widgets of their fields and which values their conditions read."""

    kind = ""

    def __init__(self, model: str):
        self.model = model
        self.widgets: dict[str, Widget] = {}
        self.expression_fields: tuple[str, ...] = ()
        self.readonly: dict[str, bool | Modifier] = {}
        self.required: dict[str, bool | Modifier] = {}
        self.force_save: set[str] = set()
        self.sublists: dict[str, CompiledList] = {}
        self.attributes: dict[str, str] = {}
        self.program = Program(())

    def allows(self, operation: str) -> bool:
        """Whether the arch permits `create`, `edit` or `delete` (rights are checked by the ORM)."""
        return self.attributes.get(operation, "1").lower() not in ("0", "false")

    def spec(self) -> dict[str, dict]:
        """The fields specification of this view for `onchange` and `web_read`."""
        result: dict[str, dict] = {}
        for name, widget in self.widgets.items():
            if name in self.sublists:
                result[name] = {"fields": self.sublists[name].spec()}
            elif widget.node.type in ("many2one", *_X2MANY):
                result[name] = {"fields": {"display_name": {}}}
            else:
                result[name] = {}
        return result

    def is_readonly(self, name: str, S: Scope) -> bool:
        return _holds(self.readonly.get(name, False), S)

    def is_required(self, name: str, S: Scope) -> bool:
        return _holds(self.required.get(name, False), S)


def _holds(condition: bool | Modifier, S: Scope) -> bool:
    return condition(S) if isinstance(condition, Modifier) else condition


class CompiledForm(CompiledView):
    kind = "form"

    def __init__(self, model: str):
        super().__init__(model)
        self.has_chatter = False
        self.has_footer = False
        self.status_field: str | None = None
        self.buttons: list[Button] = []

    def render(self, S: Scope) -> Markup:
        return Markup(self.program.render(S))


class Column:
    """One column of a list."""

    __slots__ = ("name", "label", "widget", "hidden", "cell_hidden", "button", "align", "summed", "averaged", "help", "readonly",
                 "required", "width", "optional")

    def __init__(self, name: str, label: str):
        self.name, self.label = name, label
        self.widget: Widget | None = None
        self.button: Button | None = None
        self.hidden: bool | Modifier = False
        self.cell_hidden: bool | Modifier = False
        self.readonly: bool | Modifier = False
        self.required: bool | Modifier = False
        self.align = self.help = self.width = ""
        self.summed: str | None = None
        self.averaged: str | None = None
        #: "show" or "hide": the user chooses, and what is shown until then
        self.optional = ""

    def is_chosen(self, choice: Mapping[str, bool]) -> bool:
        """Whether the user wants to see the column, by what was chosen before: column name → shown."""
        return choice.get(self.name, self.optional != "hide") if self.optional or self.name in choice else True


class CompiledList(CompiledView):
    kind = "list"

    def __init__(self, model: str):
        super().__init__(model)
        self.columns: list[Column] = []
        self.editable = ""
        #: an edited row changes the selected rows with it
        self.multi_edit = False
        #: groups are open from the start
        self.is_expanded = False
        self.default_group_by = ""
        self.decorations: list[tuple[str, Modifier]] = []
        self.default_order = ""
        self.limit = 80
        self.controls: list[tuple[str, str, str]] = []
        self.header_buttons: list[Button] = []
        self.field_name = ""
        self.form: CompiledForm | None = None
        self.inverse: str | None = None
        #: the field the user's order of the lines is stored in (`widget="handle"`)
        self.handle = ""
        #: lines are opened in a dialog (one2many without an editable list)
        self.is_opened = False

    def page_fields(self, columns: Iterable[Column] | None = None) -> list[str]:
        """Fields a list page needs: those of the columns it shows, and what conditions and formats read."""
        columns = self.columns if columns is None else columns
        shown = [column.name for column in columns if column.hidden is not True and column.widget is not None]
        return list(dict.fromkeys([*shown, *self.expression_fields]))

    def visible_columns(self, S: Scope | None, choice: Mapping[str, bool] = _NO_CHOICE) -> list[Column]:
        """The columns to show; `choice` is what the user chose of the optional ones."""
        return [column for column in self.columns if column.is_chosen(choice)
                and not (column.hidden(S) if isinstance(column.hidden, Modifier) and S is not None else column.hidden is True)]

    @property
    def buttons(self) -> list[Button]:
        """Every button a row or the list's header has."""
        return [*self.header_buttons, *(column.button for column in self.columns if column.button is not None)]

    def decoration(self, S: Scope) -> str:
        names = [name for name, test in self.decorations if test(S)]
        return " ".join(f"o-deco-{name}" for name in names)


class Button:
    """A button of a form's header, button box or list row."""

    def __init__(self, element: etree._Element, content: str = ""):
        self.method = element.get("name") or ""
        self.type = element.get("type") or "object"
        self.special = element.get("special") or ""
        self.label = element.get("string") or ""
        self.icon = element.get("icon") or ""
        self.confirm = element.get("confirm") or ""
        self.help = element.get("help") or element.get("title") or ""
        self.hotkey = element.get("data-hotkey") or ""
        self.context = element.get("context") or ""
        #: "always": a button of a list's header that needs no selected rows
        self.display = element.get("display") or ""
        classes = (element.get("class") or "").split()
        self.is_stat = "oe_stat_button" in classes
        self.is_primary = bool({"btn-primary", "oe_highlight"} & set(classes))
        self.is_link = bool({"btn-link", "oe_link"} & set(classes))
        self.content = content
        self.inner: Program | None = None

    @property
    def action(self) -> str:
        if self.special:
            return f"special:{self.special}"
        return f"{'action' if self.type == 'action' else 'button'}:{self.method}"

    def css(self) -> str:
        if self.is_stat:
            return "o-stat"
        return "btn btn-primary" if self.is_primary else "btn btn-link" if self.is_link else "btn"

    def __call__(self, S: Scope) -> str:
        reasons = S.page.refusals(S, self.method) if self.type == "object" and not S.is_row else None
        inner = self.inner.render(S) if self.inner is not None else ""
        label = escape(self.label) or ("" if inner else escape(self.help or self.method))
        name = "__action"
        value = f"{S.prefix}{self.action}" if S.is_row else self.action
        if reasons:
            text = escape("\n".join(reasons))
            return (f'<span class="o-refused"><button type="button" class="{self.css()}" aria-disabled="true" title="{text}" '
                    f'aria-describedby="{S.page.uid}why-{self.method}">{label}{inner}</button>'
                    f'<span class="o-why" id="{S.page.uid}why-{self.method}" role="tooltip">{text}</span></span>')
        extra = f' data-confirm="{escape(self.confirm)}"' if self.confirm else ""
        extra += f' title="{escape(self.help)}"' if self.help else ""
        extra += f' data-hotkey="{escape(self.hotkey)}"' if self.hotkey else ""
        extra += " formnovalidate"
        return f'<button type="submit" class="{self.css()}" name="{name}" value="{escape(value)}"{extra}>{label}{inner}</button>'


# -- compiling forms ------------------------------------------------------------------------------------------------


class _Compiler:
    """What compiling a form and compiling a list have in common."""

    def __init__(self, source: ViewSource, view: CompiledView, root: etree._Element):
        self.source, self.view, self.root = source, view, root
        self.fields = source.fields_of(view.model)
        self.used_names: set[str] = set()
        view.attributes = dict(root.attrib)

    def condition(self, element: etree._Element, name: str) -> bool | Modifier:
        value = arch_tools.modifier(element, name)
        return value if isinstance(value, bool) else self.modifier(value)

    def modifier(self, source: str) -> Modifier:
        modifier = Modifier(source)
        self.used_names |= modifier.names
        return modifier

    def widget(self, element: etree._Element) -> Widget | None:
        name = element.get("name")
        description = self.fields.get(name)
        if description is None:
            return None
        node = FieldNode(name, description, dict(element.attrib), self.source.formats, self.view.kind)
        widget = make_widget(node)
        for key, source in element.attrib.items():
            if key.startswith("decoration-"):
                self.modifier(source)
        kept = self.view.widgets.get(name)
        if kept is None or element.get("widget") and kept.node.attributes.get("invisible"):
            self.view.widgets[name] = widget
        self._remember_rules(name, element, description)
        return widget

    def _remember_rules(self, name: str, element: etree._Element, description: dict) -> None:
        """A field shown twice is editable if it is editable anywhere."""
        readonly = self.condition(element, "readonly") if element.get("readonly") is not None else bool(description.get("readonly"))
        known = self.view.readonly.get(name)
        if known is None or known is True or readonly is False:
            self.view.readonly[name] = readonly
        if description.get("required"):
            self.view.required[name] = True
        elif element.get("required") is not None and self.view.required.get(name) is not True:
            self.view.required[name] = self.condition(element, "required")
        if element.get("force_save"):
            self.view.force_save.add(name)

    def finish(self) -> None:
        """Add the fields that only conditions and formats read."""
        wanted = set(self.used_names)
        for widget in list(self.view.widgets.values()):
            wanted.update(widget.needs)
        for sublist in self.view.sublists.values():
            wanted |= sublist.parent_names  # type: ignore[attr-defined]
        for name in sorted(wanted - self.view.widgets.keys()):
            if name in self.fields and self.fields[name]["type"] != "one2many":
                node = FieldNode(name, self.fields[name], {"invisible": "1"}, self.source.formats, self.view.kind)
                self.view.widgets[name] = make_widget(node)
                self.view.readonly.setdefault(name, bool(self.fields[name].get("readonly")))
        self.view.expression_fields = tuple(sorted(name for name in wanted if name in self.view.widgets))


def _mark_triggers(source: ViewSource, view: CompiledView, widgets: list[Widget], shown: set[tuple[str, str]]) -> None:
    """Mark the fields whose change asks the server: something shown in the form depends on them."""
    reach = source.reach(view.model)
    for widget in widgets:
        found = reach.get(widget.name, frozenset())
        widget.node.triggers = found is None or widget.name in view.expression_fields or not shown.isdisjoint(found)
        widget.finish()


class FormCompiler(_Compiler):
    view: CompiledForm

    def compile(self) -> CompiledForm:
        self.out = ProgramWriter()
        self.tabs = 0
        self._children(self.root)
        self.finish()
        for widget in self._all_widgets:
            widget.labelled = widget.name in self._labelled
        self._mark_all_triggers()
        self.view.program = self.out.program()
        return self.view

    def _mark_all_triggers(self) -> None:
        sublists = self.view.sublists.values()
        shown = {(view.model, name) for view in (self.view, *sublists) for name in view.widgets}
        _mark_triggers(self.source, self.view, [*self.view.widgets.values(), *self._all_widgets], shown)
        for sublist in sublists:
            drawn = [column.widget for column in sublist.columns if column.widget is not None]
            _mark_triggers(self.source, sublist, [*sublist.widgets.values(), *drawn], shown)

    def __init__(self, source: ViewSource, view: CompiledForm, root: etree._Element):
        super().__init__(source, view, root)
        self._all_widgets: list[Widget] = []
        self._labelled: set[str] = set()

    # -- dispatch ------------------------------------------------------------------------------

    def _children(self, element: etree._Element) -> None:
        if element.text and element.text.strip():
            self.out.text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            if child.tail and child.tail.strip():
                self.out.text(child.tail)

    def _element(self, element: etree._Element) -> None:
        invisible = self.condition(element, "invisible")
        if invisible is True:
            if element.tag == "field":
                self._invisible_field(element)
            else:
                self._collect_fields(element)
            return
        handler = getattr(self, f"_{element.tag}", None)
        with self.out.unless(invisible):
            if handler is not None and element.tag in _HANDLED:
                handler(element)
            else:
                self._html(element)

    def _invisible_field(self, element: etree._Element) -> None:
        widget = self.widget(element)
        if widget is not None:
            widget.node.attributes["invisible"] = "1"
            if widget.node.type == "one2many" and widget.name not in self.view.sublists:
                # Values of an invisible one2many are only asked "is it empty": its ids are enough.
                self.view.widgets[widget.name] = Many2manyTags(widget.node)

    def _collect_fields(self, element: etree._Element) -> None:
        for node in arch_tools.field_nodes(element):
            self._invisible_field(node)

    # -- structure --------------------------------------------------------------------------------

    def _header(self, element: etree._Element) -> None:
        self.out.markup('<div class="o-form-head"><div class="o-buttons">')
        for child in element:
            if child.tag != "field":
                self._element(child)
        self.out.call(lambda S: S.page.render_slot(S, "header"))
        self.out.markup("</div>")
        for child in element:
            if child.tag == "field":
                self._element(child)
        self.out.markup("</div>")

    def _footer(self, element: etree._Element) -> None:
        self.view.has_footer = True
        self.out.markup('<div class="o-form-foot">')
        self._children(element)
        self.out.markup("</div>")

    def _sheet(self, element: etree._Element) -> None:
        self.out.markup('<div class="o-sheet">')
        self._children(element)
        self.out.markup("</div>")

    def _group(self, element: etree._Element) -> None:
        children = [child for child in element if isinstance(child.tag, str)]
        is_outer = any(child.tag == "group" for child in children)
        title = element.get("string")
        css = element.get("class") or ""
        self.out.markup(f'<div class="{"o-groups" if is_outer else "o-group"} {escape(css)}">')
        if title:
            self.out.markup('<h2 class="o-group-title">')
            self.out.text(title)
            self.out.markup("</h2>")
        if is_outer:
            for child in children:
                if child.tag == "group":
                    self._element(child)
                else:
                    self.out.markup('<div class="o-wide">')
                    self._group_row(child)
                    self.out.markup("</div>")
        else:
            self._group_rows(children)
        self.out.markup("</div>")

    def _group_rows(self, children: list) -> None:
        position = 0
        while position < len(children):
            labels = []
            while position < len(children) and _is_label(children[position]):
                labels.append(children[position])
                position += 1
            content = children[position] if position < len(children) else None
            if labels and content is not None and content.tag not in ("separator", "group"):
                self._labelled_row(labels, content)
                position += 1
            elif labels:
                for label in labels:
                    self._group_row(label)
            else:
                self._group_row(children[position])
                position += 1

    def _labelled_row(self, labels: list, content: etree._Element) -> None:
        """Labels written out (often several, each shown in another case) and what they stand for."""
        if self.condition(content, "invisible") is True:
            self._element(content)
            return
        self.out.markup('<div class="o-row"><div class="o-labels">')
        for label in labels:
            self._element(label)
        self.out.markup('</div><div class="o-value">')
        self._element(content)
        self.out.markup("</div></div>")

    def _group_row(self, child: etree._Element) -> None:
        if child.tag != "field" or child.get("nolabel") == "1" or child.get("name") not in self.fields or self._is_table(child):
            if child.tag in ("newline",):
                return
            self.out.markup('<div class="o-row o-row-wide">')
            self._element(child)
            self.out.markup("</div>")
            return
        invisible = self.condition(child, "invisible")
        if invisible is True:
            self._invisible_field(child)
            return
        with self.out.unless(invisible):
            self.out.markup('<div class="o-row">')
            self._label_for(child.get("name"), child.get("string"))
            self.out.markup('<div class="o-value">')
            self._field(child)
            self.out.markup("</div></div>")

    def _is_table(self, element: etree._Element) -> bool:
        return self.fields[element.get("name")]["type"] in _X2MANY and element.get("widget") not in _TAG_WIDGETS

    def _notebook(self, element: etree._Element) -> None:
        self.out.markup('<div class="o-notebook" data-tabs><div class="o-tablist" role="tablist">')
        pages = [page for page in element if page.tag == "page" and self.condition(page, "invisible") is not True]
        base = f"tab{self.tabs}"
        self.tabs += 1
        for number, page in enumerate(pages):
            with self.out.unless(self.condition(page, "invisible")):
                self._tab(page, f"{base}-{number}")
        self.out.markup("</div>")
        for number, page in enumerate(pages):
            with self.out.unless(self.condition(page, "invisible")):
                self._page(page, f"{base}-{number}")
        for page in element:
            if page.tag == "page" and page not in pages:
                self._collect_fields(page)
        self.out.markup("</div>")

    def _tab(self, page: etree._Element, key: str) -> None:
        self.out.call(lambda S: f'<button type="button" role="tab" id="{S.page.uid}{key}-tab" aria-controls="{S.page.uid}{key}" '
                                'aria-selected="false" tabindex="-1">')
        self.out.text(page.get("string") or page.get("name") or "")
        self.out.markup("</button>")

    def _page(self, page: etree._Element, key: str = "page") -> None:
        self.out.call(lambda S: f'<section class="o-page" role="tabpanel" id="{S.page.uid}{key}" aria-labelledby="{S.page.uid}{key}-tab">')
        self.out.markup('<h2 class="o-page-title">')
        self.out.text(page.get("string") or page.get("name") or "")
        self.out.markup("</h2>")
        self._children(page)
        self.out.markup("</section>")

    def _separator(self, element: etree._Element) -> None:
        if element.get("string"):
            self.out.markup('<h2 class="o-group-title">')
            self.out.text(element.get("string"))
            self.out.markup("</h2>")
        else:
            self.out.markup("<hr>")

    def _newline(self, element: etree._Element) -> None:
        return

    # -- leaves --------------------------------------------------------------------------------------

    def _label(self, element: etree._Element) -> None:
        if element.get("for"):
            self._label_for(element.get("for"), element.get("string"), element.get("class") or "")
        else:
            self._html(element)

    def _label_for(self, name: str, text: str | None = None, css: str = "") -> None:
        self._labelled.add(name)
        description = self.fields.get(name) or {}
        label = text if text is not None else description.get("string") or name
        help_text = description.get("help")
        if help_text:
            self.out.markup('<span class="o-label-help">')
        self.out.markup(f'<label class="o-label {escape(css)}" for="')
        self.out.call(_id_prefix)
        self.out.markup(f'{escape(name)}">')
        self.out.text(label)
        self.out.markup("</label>")
        if help_text:
            self._help(name, label, help_text)
            self.out.markup("</span>")

    def _help(self, name: str, label: str, text: str) -> None:
        """What the field means, beside its label: by mouse, by touch, and with F1 in the field."""
        self.out.markup(f'<span class="o-tip"><button type="button" class="o-help" tabindex="-1" aria-label="{escape(_("Help: %s", label))}">?</button>'
                        '<span class="o-why" role="tooltip" id="')
        self.out.call(_id_prefix)
        self.out.markup(f'{escape(name)}-help">')
        self.out.text(text)
        self.out.markup("</span></span>")

    def _field(self, element: etree._Element) -> None:
        widget = self.widget(element)
        if widget is None:
            return
        self._all_widgets.append(widget)
        if element.get("widget") in ("statusbar", "statusbar_duration"):
            self.view.status_field = widget.name
            self.out.call(StatusBar(widget.node))
            return
        if self._is_table(element):
            self._table(element, widget)
            return
        readonly = self.condition(element, "readonly") if element.get("readonly") is not None else bool(widget.node.description.get("readonly"))
        required = self.condition(element, "required") if element.get("required") is not None else False
        if widget.node.description.get("required"):
            required = True
        self.out.call(FieldPart(widget, readonly is True or not widget.editable or readonly, required))

    def _table(self, element: etree._Element, widget: Widget) -> None:
        comodel = widget.node.description["relation"]
        inner = arch_tools.subviews(element)
        list_root = inner.get("list")
        if list_root is None:
            list_root = self.source.list_arch(comodel)
        sublist = compile_list(self.source, comodel, list_root)
        sublist.field_name = widget.name
        sublist.inverse = widget.node.description.get("relation_field")
        sublist.is_opened = widget.node.type == "one2many" and bool(sublist.inverse)
        self.view.sublists[widget.name] = sublist
        self.used_names |= {name for name in sublist.parent_names if name in self.fields}  # type: ignore[attr-defined]
        readonly = self.view.readonly.get(widget.name, False)
        self.out.call(SubTable(sublist, readonly))

    def _button(self, element: etree._Element) -> None:
        button = Button(element)
        if len(element) or (element.text or "").strip():
            outer, self.out = self.out, ProgramWriter()
            self._children(element)
            button.inner = self.out.program()
            self.out = outer
        self.view.buttons.append(button)
        self.out.call(button)

    def _widget(self, element: etree._Element) -> None:
        if element.get("name") == "web_ribbon":
            kind = "danger" if "danger" in (element.get("bg_color") or "") else "success"
            self.out.markup(f'<div class="o-ribbon o-ribbon-{kind}">')
            self.out.text(element.get("title") or "")
            self.out.markup("</div>")

    def _chatter(self, element: etree._Element) -> None:
        self.view.has_chatter = True
        self.out.call(lambda S: S.page.render_slot(S, "chatter"))

    def _setting(self, element: etree._Element) -> None:
        self.out.markup('<div class="o-setting">')
        if element.get("string"):
            self.out.markup("<strong>")
            self.out.text(element.get("string"))
            self.out.markup("</strong>")
        fields = list(element.iterchildren("field"))
        if fields and element.get("string") is None:
            self._label_for(fields[0].get("name"), fields[0].get("string"))
        if element.get("help"):
            self.out.markup('<p class="o-hint">')
            self.out.text(element.get("help"))
            self.out.markup("</p>")
        self._children(element)
        self.out.markup("</div>")

    def _block(self, element: etree._Element) -> None:
        self.out.markup('<section class="o-settings">')
        if element.get("title"):
            self.out.markup('<h2 class="o-group-title">')
            self.out.text(element.get("title"))
            self.out.markup("</h2>")
        self._children(element)
        self.out.markup("</section>")

    def _app(self, element: etree._Element) -> None:
        self._block(element)

    def _html(self, element: etree._Element) -> None:
        if element.tag == "div" and "oe_chatter" in (element.get("class") or ""):
            self._chatter(element)
            return
        if element.tag not in _HTML_TAGS:
            self._children(element)
            return
        self.out.markup(f"<{element.tag}")
        for key, value in element.attrib.items():
            if key in _HTML_ATTRIBUTES or key.startswith("data-") or key == "id":
                self.out.markup(f' {key}="{escape(value)}"')
            elif key == "href" and not value.strip().lower().startswith(("javascript:", "data:")):
                self.out.markup(f' href="{escape(value)}"')
        self.out.markup(">")
        if element.tag in ("br", "hr"):
            return
        self._children(element)
        self.out.markup(f"</{element.tag}>")


def _is_label(element: etree._Element) -> bool:
    """A `<label for>`, or the `<div class="o_td_label">` that holds several."""
    return element.tag == "label" and bool(element.get("for")) or element.tag == "div" and "o_td_label" in (element.get("class") or "")


_HANDLED = frozenset(
    "header footer sheet group notebook page separator newline label field button widget chatter setting block app".split()
)


def _id_prefix(S: Scope) -> str:
    return f"{S.page.uid}{S.prefix}"


class FieldPart:
    """A field in a form: its value where it may not be changed now, else its input."""

    __slots__ = ("widget", "readonly", "required")

    def __init__(self, widget: Widget, readonly: bool | Modifier, required: bool | Modifier):
        self.widget, self.readonly, self.required = widget, readonly, required

    def __call__(self, S: Scope) -> str:
        if S.readonly or _holds(self.readonly, S):
            return self.widget.show(S)
        return self.widget.edit(S, _holds(self.required, S))


class StatusBar:
    """The states of a document, the current one marked; drawn from the lifecycle when the model has a workflow."""

    def __init__(self, node: FieldNode):
        self.name = node.name
        self.labels = dict(node.description.get("selection") or ())
        visible = (node.attributes.get("statusbar_visible") or "").split(",")
        self.visible = [name.strip() for name in visible if name.strip()] or list(self.labels)
        self.is_relation = node.type == "many2one"

    def __call__(self, S: Scope) -> str:
        drawn = S.page.render_slot(S, "statusbar")
        if drawn:
            return str(drawn)
        value = S.v.get(self.name)
        if self.is_relation:
            return f'<ol class="o-statusbar"><li aria-current="step">{escape(value[1] if value else "")}</li></ol>'
        names = self.visible if value in self.visible or not value else [*self.visible, value]
        steps = "".join(
            f'<li data-step="{escape(name)}"{_CURRENT if name == value else ""}>{escape(self.labels.get(name, name))}</li>' for name in names
        )
        return f'<ol class="o-statusbar" aria-label="{escape(_("Status"))}">{steps}</ol>'


_CURRENT = ' aria-current="step"'


# -- lists ----------------------------------------------------------------------------------------------------------


class ListCompiler(_Compiler):
    view: CompiledList

    def compile(self) -> CompiledList:
        view = self.view
        view.editable = self.root.get("editable") or ""
        view.multi_edit = self.root.get("multi_edit") == "1"
        view.is_expanded = self.root.get("expand") in ("1", "true", "True")
        view.default_group_by = self.root.get("default_group_by") or ""
        view.default_order = self.root.get("default_order") or ""
        limit = self.root.get("limit") or ""
        view.limit = int(limit) if limit.isdigit() else 80
        self.parent_names: set[str] = set()
        for key, source in self.root.attrib.items():
            if key.startswith("decoration-"):
                view.decorations.append((key[11:], self._list_modifier(source)))
        for element in self.root:
            self._column(element)
        self.finish()
        view.parent_names = frozenset(self.parent_names)  # type: ignore[attr-defined]
        return view

    def _list_modifier(self, source: str) -> Modifier:
        self._note_parent(source)
        return self.modifier(source)

    def modifier(self, source: str) -> Modifier:
        self._note_parent(source)
        return super().modifier(source)

    def _note_parent(self, source: str) -> None:
        self.parent_names.update(re.findall(r"\bparent\.([a-z_][a-z0-9_]*)", source))

    def _column(self, element: etree._Element) -> None:
        if element.tag == "field":
            self._field_column(element)
        elif element.tag == "button":
            self._button_column(element)
        elif element.tag == "header":
            self.view.header_buttons += [Button(child) for child in element if child.tag == "button"]
        elif element.tag == "control":
            self.view.controls += [
                (child.get("name") or "", child.get("string") or "", child.get("context") or "")
                for child in element if child.tag == "create"
            ]
        elif element.tag == "groupby":
            return

    def _field_column(self, element: etree._Element) -> None:
        widget = self.widget(element)
        if widget is None:
            return
        if widget.node.type == "one2many" and element.get("widget") not in _TAG_WIDGETS:
            widget = self.view.widgets[widget.name] = Many2manyTags(widget.node)
        for source in (element.get("domain"), element.get("context")):
            if source:
                self._note_parent(source)
        column = Column(widget.name, widget.node.label)
        column.widget = widget
        column.hidden = self.condition(element, "column_invisible")
        if element.get("optional") in ("show", "hide"):
            column.optional = element.get("optional") or ""
        column.cell_hidden = self.condition(element, "invisible")
        if element.get("widget") in _NOT_IN_LISTS:
            column.hidden = True
        if element.get("widget") == "handle":
            self.view.handle = widget.name
        if column.cell_hidden is True and "column_invisible" not in element.attrib:
            column.hidden = True  # older addons write invisible="1" on columns
        column.readonly = self.view.readonly.get(widget.name, False)
        column.required = self.view.required.get(widget.name, False)
        column.align = widget.align
        column.summed = element.get("sum")
        column.averaged = element.get("avg")
        column.help = widget.node.description.get("help") or ""
        self.view.columns.append(column)

    def _button_column(self, element: etree._Element) -> None:
        column = Column(element.get("name") or "", "")
        column.button = Button(element)
        column.hidden = self.condition(element, "column_invisible")
        column.cell_hidden = self.condition(element, "invisible")
        if column.cell_hidden is True:
            return
        self.view.columns.append(column)


class SubTable:
    """A one2many inside a form: rows as text, the one being edited as inputs, all in the form's own POST."""

    def __init__(self, view: CompiledList, readonly: bool | Modifier):
        self.view = view
        self.readonly = readonly

    def __call__(self, S: Scope) -> str:
        from .tables import render_subtable

        return render_subtable(self.view, S, S.readonly or _holds(self.readonly, S))


def compile_form(source: ViewSource, model: str, root: etree._Element) -> CompiledForm:
    return FormCompiler(source, CompiledForm(model), root).compile()


def compile_list(source: ViewSource, model: str, root: etree._Element) -> CompiledList:
    view = ListCompiler(source, CompiledList(model), root).compile()
    if view.editable or view.multi_edit:
        drawn = [column.widget for column in view.columns if column.widget is not None]
        _mark_triggers(source, view, [*view.widgets.values(), *drawn], {(model, name) for name in view.widgets})
    return view

"""QWeb: `t-…` templates compiled once to closures, rendered many times.

A template element becomes a list of *steps*; a step is a function `(frame, write)`. Neighbouring static markup is
merged into one string, so that a rendered report is mostly string appends plus the expressions themselves, which go
through `core.base.expression` (no `eval`).

The engine knows nothing about models: what a template needs from outside (other templates, field formatting,
groups, languages) comes from the `Engine` it is rendered with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from lxml import etree
from markupsafe import Markup, escape

from core.base.expression import SAFE_BUILTINS, compile_expression

Write = Callable[[Any], None]
Step = Callable[["Frame", Write], None]
Evaluate = Callable[[Mapping[str, Any]], Any]

VOID_ELEMENTS = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
_FORMAT = re.compile(r"\{\{(.+?)\}\}|#\{(.+?)\}", re.DOTALL)
_IGNORED = frozenset(
    ("t-key", "t-debug", "t-ignore", "t-cache", "t-nocache", "t-translation", "t-ref", "t-consumed-options", "t-inner-content")
)


class QWebError(Exception):
    """A template that cannot be compiled or rendered; says which template, which line, which expression."""

    def __init__(self, message: str, *, template: str = "", line: int | None = None, expression: str = ""):
        self.message, self.template, self.line, self.expression = message, template, line, expression
        place = f"template {template or '?'}" + (f", line {line}" if line else "")
        super().__init__(f"{message} ({place})" + (f": {expression}" if expression else ""))


class Engine(Protocol):
    """What a template may ask for while it is rendered."""

    def load(self, name: str | int, lang: str | None = None) -> "Template": ...

    def in_language(self, lang: str) -> "Engine": ...

    def render_field(self, record: Any, field_name: str, options: dict, values: Mapping) -> Any: ...

    def render_widget(self, value: Any, options: dict, values: Mapping) -> Any: ...

    def has_groups(self, groups: str) -> bool: ...


class Frame:
    """The variables of one template call, and the engine it runs in."""

    __slots__ = ("values", "engine")

    def __init__(self, values: dict[str, Any], engine: Engine):
        self.values = values
        self.engine = engine


class Template:
    """A compiled template. `render(values, engine)` answers the markup; it may be shared by threads."""

    __slots__ = ("name", "steps")

    def __init__(self, name: str, steps: list[Step]):
        self.name = name
        self.steps = steps

    def render(self, values: Mapping[str, Any], engine: Engine) -> Markup:
        out: list[str] = []
        self.render_into(Frame(dict(values), engine), out.append)
        return Markup("".join(out))

    def render_into(self, frame: Frame, write: Write) -> None:
        for step in self.steps:
            step(frame, write)


def compile_template(root: etree._Element, name: str = "", *, trusted: bool = False) -> Template:
    """Compile the template element. A surrounding `<t t-name="…">` or `<t name="…">` prints only its content.

    :param trusted: the template is a stored view, which only administrators write: it may call private methods
    """
    return Template(name, _Compiler(name, "template" if trusted else "eval").node(root))


class _Compiler:
    def __init__(self, name: str, mode: str):
        self.template = name
        self.mode = mode

    # -- nodes -------------------------------------------------------------------------------

    def node(self, element: etree._Element) -> list[Step]:
        """Steps of one element without its tail."""
        attributes = {k: v for k, v in element.attrib.items() if k not in _IGNORED}
        return self._directives(element, attributes)

    def children(self, element: etree._Element) -> list[Step]:
        steps: list[Step] = []
        if element.text:
            steps.append(_static(_html_text(element.text)))
        nodes = [child for child in element if isinstance(child.tag, str)]
        position = 0
        while position < len(nodes):
            child = nodes[position]
            if "t-if" in child.attrib:
                chain = self._chain(nodes, position)
                steps.append(self._conditional(chain))
                position += len(chain)
                tail = chain[-1].tail
            else:
                if "t-elif" in child.attrib or "t-else" in child.attrib:
                    raise self._error("t-elif or t-else without a t-if before it", child)
                steps.extend(self.node(child))
                position += 1
                tail = child.tail
            if tail:
                steps.append(_static(_html_text(tail)))
        return _merge(steps + self._comment_tails(element))

    @staticmethod
    def _comment_tails(element: etree._Element) -> list[Step]:
        # Comments are dropped, but the text behind them is text of the page.
        return [
            _static(_html_text(child.tail)) for child in element if not isinstance(child.tag, str) and (child.tail or "").strip()
        ]

    def _chain(self, nodes: list, position: int) -> list:
        chain = [nodes[position]]
        for sibling in nodes[position + 1:]:
            if "t-elif" not in sibling.attrib and "t-else" not in sibling.attrib:
                break
            if (chain[-1].tail or "").strip():
                raise self._error("text between t-if and t-elif/t-else", sibling)
            chain.append(sibling)
            if "t-else" in sibling.attrib:
                break
        return chain

    def _conditional(self, chain: list) -> Step:
        # A loop on the same element runs around the condition, so such an element is compiled by its directives.
        if "t-foreach" in chain[0].attrib and len(chain) == 1:
            return _sequence(self.node(chain[0]))
        branches: list[tuple[Evaluate | None, list[Step]]] = []
        for element in chain:
            attributes = {k: v for k, v in element.attrib.items() if k not in _IGNORED}
            source = attributes.pop("t-if", None) or attributes.pop("t-elif", None)
            attributes.pop("t-else", None)
            test = self.expression(source, element) if source is not None else None
            branches.append((test, self._directives(element, attributes)))

        def conditional(frame: Frame, write: Write) -> None:
            for test, steps in branches:
                if test is None or test(frame.values):
                    for step in steps:
                        step(frame, write)
                    return

        return conditional

    # -- directives, in the order in which they wrap each other -----------------------------------

    def _directives(self, element: etree._Element, attributes: dict[str, str]) -> list[Step]:
        groups = attributes.pop("t-groups", None) or attributes.pop("groups", None)
        if groups:
            return [_when_groups(groups, self._directives(element, attributes))]
        if "t-foreach" in attributes:
            return [self._foreach(element, attributes)]
        if "t-if" in attributes:
            test = self.expression(attributes.pop("t-if"), element)
            return [_when(test, self._directives(element, attributes))]
        if "t-set" in attributes:
            return [self._set(element, attributes)]
        if "t-call" in attributes:
            return self._wrap_tag(element, attributes, [self._call(element, attributes)])
        for directive in ("t-field", "t-out", "t-esc", "t-raw"):
            if directive in attributes:
                return self._output(directive, element, attributes)
        return self._wrap_tag(element, attributes, self.children(element))

    def _foreach(self, element: etree._Element, attributes: dict[str, str]) -> Step:
        items = self.expression(attributes.pop("t-foreach"), element)
        name = attributes.pop("t-as", None)
        if not name:
            raise self._error("t-foreach needs t-as", element)
        body = self._directives(element, attributes)
        suffixes = ("", "_value", "_index", "_size", "_first", "_last", "_odd", "_even", "_parity")
        loop_names = [name + suffix for suffix in suffixes]

        def foreach(frame: Frame, write: Write) -> None:
            values = frame.values
            pairs = _loop_items(items(values))
            before = {key: values[key] for key in loop_names if key in values}
            size = len(pairs)
            for index, (item, value) in enumerate(pairs):
                odd = bool(index % 2)
                values.update(zip(loop_names, (
                    item, value, index, size, index == 0, index + 1 == size, odd, not odd, "odd" if odd else "even",
                ), strict=True))
                for step in body:
                    step(frame, write)
            for key in loop_names:
                values.pop(key, None)
            values.update(before)

        return foreach

    def _set(self, element: etree._Element, attributes: dict[str, str]) -> Step:
        name = attributes.pop("t-set")
        if "t-value" in attributes:
            value = self.expression(attributes["t-value"], element)
        elif "t-valuef" in attributes or "t-valuef.translate" in attributes:
            value = self.format(attributes.get("t-valuef") or attributes["t-valuef.translate"], element)
        else:
            body = self.children(element)

            def set_body(frame: Frame, write: Write) -> None:
                out: list[str] = []
                for step in body:
                    step(frame, out.append)
                frame.values[name] = Markup("".join(out))

            return set_body

        def set_value(frame: Frame, write: Write) -> None:
            frame.values[name] = value(frame.values)

        return set_value

    def _call(self, element: etree._Element, attributes: dict[str, str]) -> Step:
        target = self.format(attributes.pop("t-call"), element)
        lang_source = attributes.pop("t-lang", None)
        lang = self.expression(lang_source, element) if lang_source else None
        context_source = attributes.pop("t-call-context", None)
        context = self.expression(context_source, element) if context_source else None
        options = self._options(attributes, element)
        body = self.children(element)

        def call(frame: Frame, write: Write) -> None:
            chosen = lang(frame.values) if lang else None
            # Texts, and how dates and amounts look, follow the language until the called template ends.
            inner = Frame(dict(frame.values), frame.engine.in_language(chosen) if chosen else frame.engine)
            out: list[str] = []
            for step in body:  # t-set inside the body is seen by the called template only
                step(inner, out.append)
            inner.values["0"] = Markup("".join(out))
            if context is not None:
                inner.values.update(context(frame.values) or {})
            if options is not None:
                inner.values.update(options(frame.values))
            name = target(frame.values)
            template = frame.engine.load(int(name) if str(name).isdigit() else name, chosen)
            template.render_into(inner, write)

        return call

    def _output(self, directive: str, element: etree._Element, attributes: dict[str, str]) -> list[Step]:
        source = attributes.pop(directive)
        options = self._options(attributes, element)
        default = self.children(element)
        produce = self._field_value(source, element, options) if directive == "t-field" else (
            self._plain_value(source, element, options)
        )
        raw = directive == "t-raw"

        def output(frame: Frame, write: Write) -> None:
            value = produce(frame)
            if value is None or value is False or value == "":
                for step in default:
                    step(frame, write)
            elif raw:
                write(str(value))
            else:
                write(escape(value))

        return self._wrap_tag(element, attributes, [output])

    def _plain_value(self, source: str, element, options: Evaluate | None) -> Callable[[Frame], Any]:
        if source.strip() == "0":
            return lambda frame: frame.values.get("0")
        expression = self.expression(source, element)
        if options is None:
            return lambda frame: expression(frame.values)

        def with_widget(frame: Frame) -> Any:
            value, chosen = expression(frame.values), options(frame.values)
            if value is None or value is False or not chosen.get("widget"):
                return value
            return frame.engine.render_widget(value, chosen, frame.values)

        return with_widget

    def _field_value(self, source: str, element, options: Evaluate | None) -> Callable[[Frame], Any]:
        if "." not in source:
            raise self._error("t-field needs record.field", element, source)
        record_source, field_name = source.rsplit(".", 1)
        record = self.expression(record_source, element)
        field_name = field_name.strip()

        def value(frame: Frame) -> Any:
            chosen = options(frame.values) if options else {}
            return frame.engine.render_field(record(frame.values), field_name, chosen, frame.values)

        return value

    def _options(self, attributes: dict[str, str], element) -> Evaluate | None:
        whole_source = attributes.pop("t-options", None)
        whole = self.expression(whole_source, element) if whole_source else None
        single = {
            key[len("t-options-"):]: self.expression(attributes.pop(key), element)
            for key in list(attributes) if key.startswith("t-options-")
        }
        if whole is None and not single:
            return None

        def options(values: Mapping) -> dict:
            chosen = dict(whole(values) or {}) if whole else {}
            chosen.update((key, evaluate(values)) for key, evaluate in single.items())
            return chosen

        return options

    # -- tags and attributes ------------------------------------------------------------------------

    def _wrap_tag(self, element: etree._Element, attributes: dict[str, str], inner: list[Step]) -> list[Step]:
        dynamic_tag = attributes.pop("t-tag", None)
        tag = etree.QName(element).localname if not isinstance(element.tag, str) else element.tag
        if tag == "t" and not dynamic_tag:
            self._attributes(element, attributes)  # a <t> has no attributes, but its directives are checked
            return inner
        steps = [_static(f"<{tag}")] if not dynamic_tag else []
        closing: list[Step] = [_static(f"</{tag}>")]
        if dynamic_tag:
            name_of = self.expression(dynamic_tag, element)
            steps = [lambda frame, write: write("<" + _tag_name(name_of(frame.values)))]
            closing = [lambda frame, write: write("</" + _tag_name(name_of(frame.values)) + ">")]
        steps += self._attributes(element, attributes)
        if tag in VOID_ELEMENTS:
            return _merge([*steps, _static("/>")])
        return _merge([*steps, _static(">"), *inner, *closing])

    def _attributes(self, element: etree._Element, attributes: dict[str, str]) -> list[Step]:
        steps: list[Step] = []
        for key, source in attributes.items():
            if key.startswith("t-att-"):
                steps.append(_attribute(key[6:], self.expression(source, element)))
            elif key.startswith("t-attf-"):
                steps.append(_attribute(key[7:].removesuffix(".translate"), self.format(source, element)))
            elif key == "t-att":
                steps.append(_attribute_map(self.expression(source, element)))
            elif key in ("t-name", "t-inherit", "t-inherit-mode"):
                continue
            elif key.startswith("t-"):
                raise self._error(f"unknown directive {key}", element, source)
            else:
                steps.append(_static(f' {key}="{escape(source)}"'))
        return _merge(steps)

    # -- expressions -------------------------------------------------------------------------------------

    def expression(self, source: str, element) -> Evaluate:
        source = source.strip()
        try:
            compiled = compile_expression(source, mode=self.mode)
        except Exception as error:
            raise self._error(f"invalid expression, {error}", element, source) from error
        optional = compiled.names - SAFE_BUILTINS.keys()
        place = dict(template=self.template, line=element.sourceline, expression=source)

        def evaluate(values: Mapping) -> Any:
            try:
                # A template tests `t-if="o"` without declaring `o`: names nobody set are None.
                if not optional <= values.keys():
                    values = {**dict.fromkeys(optional), **values}
                return compiled.evaluate(values)
            except QWebError:
                raise
            except Exception as error:
                if _is_business_error(error):
                    raise
                raise QWebError(f"{type(error).__name__}: {error}", **place) from error

        return evaluate

    def format(self, source: str, element) -> Evaluate:
        """A text with `{{ expression }}` or `#{expression}` inside."""
        parts: list[str | Evaluate] = []
        position = 0
        for match in _FORMAT.finditer(source):
            if match.start() > position:
                parts.append(source[position:match.start()])
            parts.append(self.expression(match.group(1) or match.group(2), element))
            position = match.end()
        if position < len(source):
            parts.append(source[position:])
        if all(isinstance(part, str) for part in parts):
            return lambda values: source

        def formatted(values: Mapping) -> str:
            return "".join(part if isinstance(part, str) else _shown(part(values)) for part in parts)

        return formatted

    def _error(self, message: str, element, expression: str = "") -> QWebError:
        return QWebError(message, template=self.template, line=element.sourceline, expression=expression)


def _is_business_error(error: Exception) -> bool:
    from core.base.errors import UserError

    return isinstance(error, UserError)


def _loop_items(items: Any) -> list[tuple[Any, Any]]:
    if items is None or items is False:
        return []
    if isinstance(items, int):
        return [(number, number) for number in range(items)]
    if isinstance(items, Mapping):
        return list(items.items())
    return [(item, item) for item in items]


def _html_text(text: str) -> str:
    return str(escape(text)).replace("&#34;", '"').replace("&#39;", "'")


def _shown(value: Any) -> str:
    return "" if value is None or value is False else str(value)


def _tag_name(value: Any) -> str:
    name = str(value)
    if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9-]*", name):
        raise QWebError(f"{name!r} is not a tag name")
    return name


class _Static:
    """Fixed markup; a class so that neighbours can be merged."""

    __slots__ = ("text",)

    def __init__(self, text: str):
        self.text = text

    def __call__(self, frame: Frame, write: Write) -> None:
        write(self.text)


def _static(text: str) -> Step:
    return _Static(text)


def _merge(steps: list[Step]) -> list[Step]:
    merged: list[Step] = []
    for step in steps:
        if isinstance(step, _Static) and merged and isinstance(merged[-1], _Static):
            merged[-1] = _Static(merged[-1].text + step.text)
        else:
            merged.append(step)
    return merged


def _sequence(steps: list[Step]) -> Step:
    def sequence(frame: Frame, write: Write) -> None:
        for step in steps:
            step(frame, write)

    return sequence


def _when(test: Evaluate, steps: list[Step]) -> Step:
    def when(frame: Frame, write: Write) -> None:
        if test(frame.values):
            for step in steps:
                step(frame, write)

    return when


def _when_groups(groups: str, steps: list[Step]) -> Step:
    def when_groups(frame: Frame, write: Write) -> None:
        if frame.engine.has_groups(groups):
            for step in steps:
                step(frame, write)

    return when_groups


def _attribute(name: str, value_of: Evaluate) -> Step:
    def attribute(frame: Frame, write: Write) -> None:
        _write_attribute(name, value_of(frame.values), write)

    return attribute


def _attribute_map(value_of: Evaluate) -> Step:
    def attributes(frame: Frame, write: Write) -> None:
        value = value_of(frame.values) or {}
        pairs = value.items() if isinstance(value, Mapping) else [value] if isinstance(value[0], str) else value
        for name, content in pairs:
            _write_attribute(name, content, write)

    return attributes


def _write_attribute(name: str, value: Any, write: Write) -> None:
    if value is None or value is False:
        return
    if name in ("href", "src", "action", "formaction") and str(value).strip().lower().startswith(("javascript:", "vbscript:")):
        return
    write(f' {name}="{escape(name if value is True else value)}"')

"""Loading the records, functions, menus and templates of an XML data file.

Runs of `<record>`s of one model wait in a batch and are created together; the batch goes out as soon as one of its
records is referred to, another model's turn comes, or anything but a record follows.
"""

from __future__ import annotations

import base64
import datetime
import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import psycopg2
from dateutil.relativedelta import relativedelta
from lxml import etree

from core.base import expression
from core.base.errors import ConcurrencyError, LoadError, Problem
from core.data import tags, xmlids
from core.data.load import Recordset
from core.orm.commands import Command

if TYPE_CHECKING:
    from core.orm.environment import Environment

_logger = logging.getLogger(__name__)

_PLACEHOLDER = re.compile(r"(?<!%)%\(([\w.]+)\)([ds])")
"""`%(xml_id)d` stands for a database id; `%%(` is a literal `%(`."""
SKIP = object()
"""Value of a field that is left out."""


class Batch:
    """Records of one model waiting to be loaded together."""

    def __init__(self) -> None:
        self.model: Recordset | None = None
        self.data_list: list[dict[str, Any]] = []
        self.xml_ids: set[str] = set()


class XmlLoader:
    """Loads one file; tag handlers get it as their first argument.

    `env`, `module`, `path`, `noupdate`, `mode` describe what is being loaded.
    """

    def __init__(
        self, env: Environment, module: str, path: Path, *, noupdate: bool = False, mode: str = "init"
    ) -> None:
        self.env = env
        self.module = module
        self.path = path
        self.noupdate = noupdate
        self.mode = mode
        self.sequence: int | None = None
        self._batch = Batch()

    # -- walking -----------------------------------------------------------------------------------

    def load(self, root: etree._Element) -> None:
        """Load everything under `root` (`<odoo>`, `<data>`)."""
        self._section(root)
        self.flush()
        self._guarded(root, self.env.flush_all)

    def _section(self, section: etree._Element) -> None:
        outer = self.noupdate, self.env, self.sequence
        if section.get("noupdate") is not None:
            self.noupdate = _truth(section.get("noupdate"))
        if section.get("context") or section.get("uid"):
            self.flush()
            self.env = self.element_env(section)
        if section.get("auto_sequence") is not None:
            self.sequence = 0 if _truth(section.get("auto_sequence")) else None
        for element in section:
            if not isinstance(element.tag, str):
                continue
            if element.tag in ("data", "odoo", "openerp"):
                self._section(element)
            else:
                self.element(element)
        self.noupdate, self.env, self.sequence = outer

    def element(self, element: etree._Element) -> None:
        """Load one element by the handler of its tag."""
        tag = tags.get(element.tag)
        if tag is None:
            _logger.info(
                "%s:%s: <%s> is not used here and skipped.", self.path, element.sourceline, element.tag
            )
            return
        if element.tag not in _BATCHED_TAGS:
            self.flush()
        self._guarded(element, tag.handler, self, element)

    def _guarded(self, element: etree._Element, function: Callable[..., Any], *arguments: Any) -> Any:
        """Run a step; whatever it refuses is reported with the file and line of `element`."""
        try:
            return function(*arguments)
        except (LoadError, ConcurrencyError, psycopg2.OperationalError):
            raise
        except Exception as error:
            subject = element.get("id") or element.get("name") or element.get("model") or ""
            what = f"<{element.tag}> {subject}".strip()
            message = f"{what} could not be loaded: {str(error) or type(error).__name__}"
            raise LoadError([Problem(message, str(self.path), element.sourceline)]) from error

    def fail(self, element: etree._Element, message: str, hint: str | None = None) -> NoReturn:
        """Refuse `element` with its file and line."""
        raise LoadError([Problem(message, str(self.path), element.sourceline, hint)])

    def element_env(self, element: etree._Element) -> Environment:
        """The environment an element asks for with `context` and `uid`."""
        env = self.env
        if element.get("uid"):
            env = env(user=self.ref(element.get("uid")))
        if element.get("context"):
            context = self.evaluate(element.get("context"), element)
            env = env(context={**env.context, **context})
        return env

    # -- external ids ------------------------------------------------------------------------------

    def xmlid(self, name: str) -> str:
        """`name` with the module in front, under its canonical name."""
        return xmlids.canonical(name) if "." in name else f"{self.module}.{name}"

    def ref(self, name: str, element: etree._Element | None = None) -> int:
        """The database id behind an external id."""
        return self._reference(name, element)[1]

    def _reference(self, name: str, element: etree._Element | None = None) -> tuple[str, int]:
        xml_id = self.xmlid(name)
        if xml_id in self._batch.xml_ids:
            self.flush()
        found = xmlids.lookup(self.env, xml_id)
        if found is None:
            near = xmlids.similar(self.env, xml_id)
            hint = f"Did you mean '{near}'?" if near else "It must be loaded before it is referred to."
            if element is not None:
                self.fail(element, f"There is no record with the external id '{xml_id}'.", hint)
            raise ValueError(f"There is no record with the external id '{xml_id}'. {hint}")
        return found

    def find(self, name: str) -> tuple[str, int] | None:
        """(model, id) behind an external id, None when there is none."""
        xml_id = self.xmlid(name)
        if xml_id in self._batch.xml_ids:
            self.flush()
        return xmlids.lookup(self.env, xml_id)

    # -- batches -----------------------------------------------------------------------------------

    def add(
        self, model: Recordset, xml_id: str | None, values: dict[str, Any], element: etree._Element
    ) -> None:
        """Put a record into the waiting batch."""
        batch = self._batch
        same = batch.model is not None and batch.model._name == model._name and batch.model.env is model.env
        if not same or (xml_id and xml_id in batch.xml_ids):
            self.flush()
            batch = self._batch
            batch.model = model
        if xml_id:
            batch.xml_ids.add(xml_id)
        batch.data_list.append(
            {"xml_id": xml_id, "values": values, "noupdate": self.noupdate, "element": element}
        )

    def flush(self) -> None:
        """Load the waiting batch."""
        batch, self._batch = self._batch, Batch()
        if not batch.data_list:
            return
        assert batch.model is not None
        self._guarded(batch.data_list[0]["element"], self._load_batch, batch)

    def _load_batch(self, batch: Batch) -> None:
        """The whole batch; when it is refused, its records one by one, to name the one at fault."""
        assert batch.model is not None
        update = self.mode == "update"
        if len(batch.data_list) == 1:
            batch.model._load_records(batch.data_list, update)
            return
        try:
            with self.env.cr.savepoint():
                batch.model._load_records(batch.data_list, update)
        except (LoadError, ConcurrencyError, psycopg2.OperationalError):
            raise
        except Exception:
            for data in batch.data_list:
                self._guarded(data["element"], self._load_alone, batch.model, data, update)
            raise

    def _load_alone(self, model: Recordset, data: dict[str, Any], update: bool) -> None:
        with self.env.cr.savepoint():
            model._load_records([data], update)

    # -- expressions -------------------------------------------------------------------------------

    def evaluate(self, text: str, element: etree._Element, **names: Any) -> Any:
        """Evaluate the expression `text` with the names data files may use."""
        scope = {
            "ref": self.ref,
            "time": expression.time,
            "datetime": datetime.datetime,
            "DateTime": datetime.datetime,
            "timedelta": datetime.timedelta,
            "relativedelta": relativedelta,
            "Command": Command,
            "version": _series(),
            "uid": self.env.uid,
            "context": dict(self.env.context),
            **names,
        }
        if "pytz" in text:
            scope["pytz"] = expression.pytz
        try:
            return expression.safe_eval(text.strip(), scope)
        except (LoadError, psycopg2.Error):
            raise
        except Exception as error:
            self.fail(element, f"The expression {text.strip()!r} fails: {error}")

    # -- fields ------------------------------------------------------------------------------------

    def field_value(self, model: Recordset, node: etree._Element) -> Any:
        """The value a `<field>` gives, ready for `create` and `write`; SKIP when it gives none."""
        field = model._fields.get(node.get("name"))
        if node.get("search") is not None:
            return self._searched(field, node)
        if node.get("ref") is not None:
            return self._referred(field, node)
        value = self.node_value(node, model)
        if node.get("eval") is not None or field is None:
            return self._typed(field, value) if field is not None and isinstance(value, str) else value
        if field.type in ("one2many", "many2many") and isinstance(value, str):
            return SKIP
        return self._typed(field, value)

    def _searched(self, field: Any, node: etree._Element) -> Any:
        comodel = self.env[node.get("model") or field.comodel_name]
        use = node.get("use") or "id"
        domain = self.evaluate(node.get("search"), node)
        records = comodel.search(domain)
        values = [record[use] if use != "id" else record.id for record in records]
        if field is not None and field.type in ("many2many", "one2many"):
            return [Command.set(values)]
        if not values:
            return False
        return (
            f"{comodel._name},{values[0]}" if field is not None and field.type == "reference" else values[0]
        )

    def _referred(self, field: Any, node: etree._Element) -> Any:
        record = node.getparent()
        if record is not None and record.tag == "record" and not _truth(record.get("forcecreate"), True):
            found = self.find(node.get("ref"))
            if found is None:
                return SKIP
        model_name, record_id = self._reference(node.get("ref"), node)
        if field is not None and field.type == "reference":
            return f"{model_name},{record_id}"
        if field is not None and field.type in ("many2many", "one2many"):
            return [Command.link(record_id)]
        return record_id

    def node_value(self, node: etree._Element, model: Recordset | None = None) -> Any:
        """The value of a `<field>` or `<value>` by its `eval`, `file`, `type` or text."""
        if node.get("eval") is not None:
            names = {}
            if model is not None:
                comodel_name = (
                    node.get("model")
                    or getattr(model._fields.get(node.get("name")), "comodel_name", None)
                    or model._name
                )
                names["obj"] = self.env[comodel_name].browse
            return self.evaluate(node.get("eval"), node, **names)
        if node.get("search") is not None:
            return self._searched_value(node)
        if node.get("ref") is not None:
            return self.ref(node.get("ref"), node)
        return self._by_type(node, node.get("type") or "char")

    def _searched_value(self, node: etree._Element) -> Any:
        records = self.env[node.get("model")].search(self.evaluate(node.get("search"), node))
        use = node.get("use") or "id"
        return records.ids if use == "id" else records.mapped(use)

    def _by_type(self, node: etree._Element, kind: str) -> Any:
        if kind in ("xml", "html"):
            return self._markup(node, kind)
        if kind == "base64":
            content = self._file(node) if node.get("file") else (node.text or "").encode()
            return base64.b64encode(content).decode()
        if kind == "file":
            return f"{self.module},{(node.text or '').strip()}"
        if kind in ("list", "tuple"):
            values = [self.node_value(child) for child in node.iterchildren("value")]
            return tuple(values) if kind == "tuple" else values
        text = (
            self._file(node).decode("utf-8") if node.get("file") else "".join(node.itertext("field", "value"))
        )
        if kind in ("int", "integer"):
            return None if text.strip() in ("", "None") else int(text)
        if kind == "float":
            return float(text)
        return text

    def _markup(self, node: etree._Element, kind: str) -> str:
        """The content of the node as it stands, `%(xml_id)d` and `%(xml_id)s` replaced by database ids."""
        if node.get("file"):
            text = self._file(node).decode("utf-8")
            return text
        method = "html" if kind == "html" else "xml"
        parts = (
            [_escape_text(node.text)]
            if kind == "html"
            else [_escape_text((node.text or "").strip() and node.text)]
        )
        parts += [etree.tostring(child, encoding="unicode", method=method) for child in node]
        text = "".join(parts)
        if kind == "xml" and sum(isinstance(child.tag, str) for child in node) > 1:
            text = f"<data>{text}</data>"
        if "%(" in text:
            text = self._fill_ids(text, node)
        if kind == "xml":
            return text.strip() if not text.lstrip().startswith("<?xml") else text
        return text.strip()

    def _fill_ids(self, text: str, node: etree._Element) -> str:
        def fill(match: re.Match[str]) -> str:
            name, kind = match.groups()
            found = self.find(name) if kind == "s" else self._reference(name, node)
            return str(found[1]) if found else match.group()  # `%(year)s` may be meant as it stands

        return _PLACEHOLDER.sub(fill, text).replace("%%(", "%(")

    def _file(self, node: etree._Element) -> bytes:
        """The content of the file a node names: `module/path`, or a path inside this addon."""
        name = node.get("file")
        path = resolve_file(self.path, self.module, name)
        if path is None:
            self.fail(node, f"The file '{name}' does not exist.", "Name it as 'addon/path/inside/the/addon'.")
        return path.read_bytes()

    def _typed(self, field: Any, value: Any) -> Any:
        """A text as the type of its field."""
        if not isinstance(value, str):
            return value
        text = value.strip()
        if field.type in ("many2one", "integer", "many2one_reference"):
            return int(text) if text else False
        if field.type in ("float", "monetary"):
            return float(text) if text else 0.0
        if field.type == "boolean":
            return _truth(text)
        if field.type in ("date", "datetime", "selection"):
            return text or False
        return value

    # -- <record> ----------------------------------------------------------------------------------

    def record(self, element: etree._Element, extra: dict[str, Any] | None = None) -> None:
        """Load a `<record>`; `extra` values come from the record around it."""
        env = self.element_env(element) if element.get("context") or element.get("uid") else self.env
        model_name = element.get("model")
        waiting = self._batch.model
        if waiting is not None and waiting._name in _DECLARING and waiting._name != model_name:
            self.flush()  # what follows may use the custom models and fields that wait
        if model_name not in env:
            self.fail(element, f"There is no model '{model_name}'.")
        model = env[model_name]
        xml_id = self.xmlid(element.get("id")) if element.get("id") else None
        if xml_id and self._left_alone(element, xml_id):
            return
        values, children = self._record_values(model, element)
        values.update(extra or {})
        if (
            self.sequence is not None
            and xml_id is not None
            and "sequence" in model._fields
            and "sequence" not in values
        ):
            self.sequence += 10
            values["sequence"] = self.sequence
        if xml_id is None and self.mode == "update" and self.noupdate:
            return
        self.add(model, xml_id, values, element)
        self._load_children(children, xml_id, element)

    def _left_alone(self, element: etree._Element, xml_id: str) -> bool:
        """Whether the record stays as it is: not ours to change, or marked so."""
        update = self.mode == "update"
        is_own = xml_id.startswith(self.module + ".")
        if xml_id in self._batch.xml_ids or (is_own and not update):
            return False
        known = xmlids.rows(self.env, [xml_id]).get(xml_id)
        if known is None and not is_own:
            return self._foreign(element, xml_id)
        if not update:
            return False
        if known is not None and (known.noupdate or self.noupdate):
            loaded = xmlids.attached(self.env)
            if loaded is not None:
                loaded.loaded.add(xml_id)
            return known.model not in self.env or bool(self.env[known.model].browse(known.res_id).exists())
        return known is None and not _truth(element.get("forcecreate"), True)

    def _foreign(self, element: etree._Element, xml_id: str) -> bool:
        """A record under another addon's name that does not exist: that addon is missing, or dropped it."""
        if not _truth(element.get("forcecreate"), True):
            return True
        module = xml_id.split(".", 1)[0]
        if self.env.registry.loaded_modules is not None and module in _known_modules(self.env):
            return False
        self.fail(
            element,
            f"'{xml_id}' belongs to the addon '{module}', which is not loaded.",
            "Add it to 'depends', or correct the id.",
        )

    def _record_values(
        self, model: Recordset, element: etree._Element
    ) -> tuple[dict[str, Any], list[tuple[etree._Element, str]]]:
        """(values, nested records with the field that leads back to this one)."""
        values: dict[str, Any] = {}
        children: list[tuple[etree._Element, str]] = []
        for node in element.iterchildren("field"):
            name = node.get("name")
            field = model._fields.get(name)
            if field is None:
                self.fail(node, f"The model {model._name} has no field '{name}'.", _near_field(model, name))
            nested = list(node.iterchildren("record"))
            if nested and field.type == "one2many":
                children.extend((child, str(field.inverse_name)) for child in nested)
                if node.get("eval") is None:
                    continue
            value = self.field_value(model, node)
            if value is not SKIP:
                values[name] = value
        return values, children

    def _load_children(
        self, children: list[tuple[etree._Element, str]], xml_id: str | None, element: etree._Element
    ) -> None:
        if not children:
            return
        if xml_id is None:
            self.fail(element, "A record with nested records needs an 'id'.")
        parent_id = self.ref(xml_id, element)
        for child, inverse in children:
            self.record(child, {inverse: parent_id})


def _known_modules(env: Environment) -> set[str]:
    return {*env.registry.loaded_modules, "__export__", "__import__", "__custom__"}


def _near_field(model: Recordset, name: str) -> str | None:
    import difflib

    near = difflib.get_close_matches(name, model._fields, 1)
    return f"Did you mean '{near[0]}'?" if near else None


def _truth(text: str | None, default: bool = False) -> bool:
    """'1', 'true' … → True; '0', 'False', '' → False; None → default."""
    if text is None:
        return default
    return text.strip().lower() not in ("0", "false", "off", "no", "")


def _series() -> str:
    from core import release

    return getattr(release, "series", "18.0")


def _escape_text(text: str | None) -> str:
    """Text of a mixed node, as it must stand in markup."""
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def resolve_file(path: Path, module: str, name: str) -> Path | None:
    """The file `name` (`module/path`, or relative to the addon that holds the data file `path`); None if absent."""
    addon = next((parent for parent in path.parents if parent.name == module), path.parent)
    for candidate in (addon.parent / name, addon / name):
        resolved = candidate.resolve()
        if resolved.is_file() and addon.parent.resolve() in resolved.parents:
            return resolved
    return None


# -- tags of this room -----------------------------------------------------------------------------


def load_record(loader: XmlLoader, element: etree._Element) -> None:
    """`<record model="…" id="…">`."""
    loader.record(element)


def load_function(loader: XmlLoader, element: etree._Element) -> None:
    """`<function model="…" name="…">`: call a method; skipped in an update when under `noupdate`."""
    if loader.noupdate and loader.mode != "init":
        return
    call_function(loader, element)


def call_function(loader: XmlLoader, element: etree._Element) -> Any:
    """Call the method a `<function>` names, with positional arguments from `eval` or nested values."""
    env = loader.element_env(element)
    model = env[element.get("model")]
    arguments: list[Any] = []
    keywords: dict[str, Any] = {}
    if element.get("eval"):
        arguments = list(loader.evaluate(element.get("eval"), element, obj=model.browse))
    for child in element:
        if child.tag == "function":
            arguments.append(call_function(loader, child))
        elif child.tag == "value" and child.get("name"):
            keywords[child.get("name")] = loader.node_value(child, model)
        elif child.tag == "value":
            arguments.append(loader.node_value(child, model))
    return _call(model, element.get("name"), arguments, keywords)


def _call(model: Recordset, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
    """As over RPC: the first argument of a record method is its ids."""
    method = getattr(type(model), name)
    api_kind = getattr(method, "_api", None)
    records = model
    if api_kind not in ("model", "model_create", "model_create_multi") and arguments:
        ids, *arguments = arguments
        records = model.browse(ids if isinstance(ids, (list, tuple)) else [ids] if ids else [])
    result = getattr(records, name)(*arguments, **keywords)
    return result.ids if hasattr(result, "_ids") else result


def load_delete(loader: XmlLoader, element: etree._Element) -> None:
    """`<delete model="…" id="…"|search="…">`: remove records; what does not exist is no error."""
    model = loader.env[element.get("model")]
    records = model
    if element.get("search"):
        records |= model.search(loader.evaluate(element.get("search"), element))
    if element.get("id"):
        found = loader.find(element.get("id"))
        if found:
            records |= model.browse(found[1]).exists()
    records.unlink()


def load_menuitem(loader: XmlLoader, element: etree._Element, parent_id: int | None = None) -> None:
    """`<menuitem>`, nested ones included."""
    xml_id = loader.xmlid(element.get("id"))
    if not (loader.mode == "update" and loader._left_alone(element, xml_id)):
        values = _menu_values(loader, element, parent_id)
        loader.add(loader.env["ir.ui.menu"], xml_id, values, element)
    for child in element.iterchildren("menuitem"):
        load_menuitem(loader, child, loader.ref(xml_id, element))


def _menu_values(loader: XmlLoader, element: etree._Element, parent_id: int | None) -> dict[str, Any]:
    values: dict[str, Any] = {"active": _truth(element.get("active"), True), "parent_id": False}
    if element.get("parent"):
        values["parent_id"] = loader.ref(element.get("parent"), element)
    elif parent_id:
        values["parent_id"] = parent_id
    elif element.get("web_icon"):
        values["web_icon"] = element.get("web_icon")
    if element.get("sequence"):
        values["sequence"] = int(element.get("sequence"))
    name = element.get("name")
    if element.get("action"):
        model_name, action_id = loader._reference(element.get("action"), element)
        values["action"] = f"{model_name},{action_id}"
        if not name:
            name = loader.env[model_name].browse(action_id).name
    values["name"] = name or element.get("id")
    if element.get("groups"):
        values["groups_id"] = group_commands(loader, element)
    return values


def group_commands(loader: XmlLoader, element: etree._Element) -> list[Any]:
    """`groups="a.b,-c.d"` → commands that link and unlink the groups."""
    commands = []
    for name in element.get("groups").split(","):
        name = name.strip()
        if name.startswith("-"):
            commands.append(Command.unlink(loader.ref(name[1:], element)))
        elif name:
            commands.append(Command.link(loader.ref(name, element)))
    return commands


def load_template(loader: XmlLoader, element: etree._Element) -> None:
    """`<template id="…">`: a QWeb view; with `inherit_id` it extends another one."""
    short_id = element.get("id") or element.get("t-name")
    if not short_id:
        loader.fail(element, "A <template> needs an 'id'.")
    xml_id = loader.xmlid(short_id)
    if loader.mode == "update" and loader._left_alone(element, xml_id):
        return
    values: dict[str, Any] = {
        "name": element.get("name") or short_id,
        "type": "qweb",
        "key": element.get("key") or xml_id,
        "arch": _template_arch(loader, element, xml_id),
        "priority": int(element.get("priority") or 16),
    }
    if element.get("inherit_id"):
        values["inherit_id"] = loader.ref(element.get("inherit_id"), element)
        values["mode"] = "primary" if _truth(element.get("primary")) else "extension"
    elif element.get("primary"):
        values["mode"] = "primary"
    if element.get("active") is not None:
        values["active"] = _truth(element.get("active"))
    if element.get("groups"):
        values["groups_id"] = group_commands(loader, element)
    loader.add(loader.env["ir.ui.view"], xml_id, values, element)


_TEMPLATE_OWN_ATTRIBUTES = frozenset(
    "id name key inherit_id priority primary groups active customize_show mode track website_id forcecreate page optional".split()
)


def _template_arch(loader: XmlLoader, element: etree._Element, xml_id: str) -> str:
    """The arch of the view: `<t t-name>` for a template, `<data>` for an extension."""
    extends = bool(element.get("inherit_id")) and not _truth(element.get("primary"))
    arch = etree.Element("data" if element.get("inherit_id") else "t")
    for name, value in element.attrib.items():
        if name not in _TEMPLATE_OWN_ATTRIBUTES:
            arch.set(name, value)
    if not extends and not element.get("inherit_id"):
        arch.set("t-name", xml_id)
    text = etree.tostring(arch, encoding="unicode")
    inner = _escape_text(element.text) + "".join(
        etree.tostring(child, encoding="unicode") for child in element
    )
    opening = text[:-2] if text.endswith("/>") else text[: text.rindex("</")].rstrip(">")
    return f"{opening}>{inner}</{arch.tag}>"


_DECLARING = ("ir.model", "ir.model.fields")
"""Records of these models are custom models and fields."""
_BATCHED_TAGS = frozenset(["record", "menuitem", "template"])

tags.register("record", load_record)
tags.register("function", load_function)
tags.register("delete", load_delete)
tags.register("menuitem", load_menuitem)
tags.register("template", load_template)

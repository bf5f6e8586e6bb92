"""The views room: arch validation, compiling arch to templates, QWeb, and the state of forms being edited."""

from .arch import VIEW_TYPES, parse, serialise
from .compiler import CompiledForm, CompiledList, ViewSource, compile_form, compile_list
from .defaults import default_arch
from .formats import FormatError, Formats, formats_for
from .groups import Aggregates, Group, Grouping
from .kanban import CompiledKanban, KanbanCards, compile_kanban
from .lists import ListTable
from .paste import clipboard_table, match_columns
from .qweb import QWebError, Template, compile_template
from .scope import Page, Scope
from .search import CompiledSearch, compile_search
from .state import Conflict, FormState, Row, read_rows, read_values, record_version
from .validation import mistakes, validate
from .widgets import Widget, look_up, register

__all__ = [
    "VIEW_TYPES", "Aggregates", "CompiledForm", "CompiledKanban", "CompiledList", "CompiledSearch", "Conflict", "FormState", "FormatError", "Formats", "Group", "Grouping", "KanbanCards", "ListTable", "Page",
    "QWebError", "Row", "Scope", "Template", "ViewSource", "Widget", "clipboard_table", "compile_form", "compile_kanban", "compile_list", "compile_search", "compile_template",
    "compile_view", "default_arch", "formats_for", "look_up", "match_columns", "mistakes", "parse", "read_rows", "read_values", "record_version",
    "register", "serialise", "validate",
]


def compile_view(env, model: str, root):
    """Compile the arch of a form, list, kanban or search view for the environment's language."""
    source = ViewSource(env, formats_for(env))
    if root.tag == "form":
        return compile_form(source, model, root)
    if root.tag in ("list", "tree"):
        return compile_list(source, model, root)
    if root.tag == "kanban":
        return compile_kanban(source, model, root)
    if root.tag == "search":
        return compile_search(source.fields_of(model), root)
    raise ValueError(f"a view of type <{root.tag}> has no page yet")

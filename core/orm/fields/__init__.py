"""Kinds of fields: ``from core import fields``."""
from core.orm.commands import Command
from core.orm.fields.base import UNSET, Field
from core.orm.fields.binary import Binary, Image
from core.orm.fields.relational import Many2many, Many2one, One2many
from core.orm.fields.scalar import (
    Boolean,
    Char,
    Date,
    Datetime,
    Float,
    Html,
    Id,
    Integer,
    Json,
    Many2oneReference,
    Monetary,
    Properties,
    PropertiesDefinition,
    Reference,
    Selection,
    Text,
)
from core.orm.ids import NewId

SENTINEL = UNSET
"""Stands for an argument that was not given, in field classes of addons."""
NO_ACCESS = "."
"""As ``groups`` of a field: nobody but the superuser."""

first = lambda records: records[:1]

__all__ = [
    "SENTINEL", "Binary", "Boolean", "Char", "Command", "Date", "Datetime", "Field", "Float", "Html", "Id", "Image", "Integer",
    "Json", "Many2many", "Many2one", "Many2oneReference", "Monetary", "NewId", "One2many", "Properties",
    "PropertiesDefinition", "Reference", "Selection", "Text", "first",
]

"""Binary values and images; by default kept as attachments (content-addressed files)."""
from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from core.base.errors import ValidationError
from core.orm.environment import Environment
from core.orm.fields.base import Field
from core.orm.ids import IdType


class Binary(Field):
    """Bytes in base64. ``attachment=True`` (the default) keeps them in ir.attachment."""

    type = "binary"
    attachment = True
    prefetch = False
    description_names = ("attachment",)

    @property
    def is_column(self) -> bool:  # type: ignore[override]
        return not self.attachment

    sql_type = "bytea"  # type: ignore[assignment]

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.LargeBinary()

    def _own_context_keys(self) -> tuple[str, ...]:
        return ()

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if not value:
            return False
        if isinstance(value, memoryview):
            value = bytes(value)
        if isinstance(value, str):
            value = value.encode("ascii", "strict") if value.isascii() else value.encode()
        # An unstored field may hold what its compute method likes: raw bytes, or a structure for the client.
        if validate and self.store:
            try:
                base64.b64decode(value, validate=False)
            except (binascii.Error, ValueError):
                raise ValidationError(record.env._("%s: the content is not valid base64.", self.label(record.env)),
                                      records=record, field=self.name) from None
        return value

    @staticmethod
    def from_column(value: Any) -> Any:
        return bytes(value)

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return value or None

    def convert_to_record(self, value: Any, record: Any) -> Any:
        if isinstance(value, (dict, list)):  # unstored fields may carry structured data to a widget
            return value
        if value and (record.env.context.get("bin_size") or record.env.context.get(f"bin_size_{self.name}")):
            from core.tools import human_size
            return human_size(len(base64.b64decode(value))).encode()
        return value or False

    def __get__(self, record: Any, owner: Any = None) -> Any:
        return self if record is None else self.convert_to_record(self.cached(record), record)

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        return value.decode() if isinstance(value, bytes) else value

    # -- attachments ---------------------------------------------------------------------------------------------

    def fetch(self, record: Any) -> None:
        if self.is_column:
            super().fetch(record)
            return
        data = record.env.field_data(self)
        ids = [id_ for id_ in record._prefetch_ids if id_ and id_ not in data][:100]
        if record._ids[0] not in ids:
            ids.append(record._ids[0])
        from core.orm import system
        found = system.read_attachments(record.env, self, ids)
        for id_ in ids:
            data.setdefault(id_, found.get(id_, False))

    def _after_update(self, env: Environment, ids: Sequence[IdType], cache_value: Any) -> None:
        if self.is_column or not self.store:
            super()._after_update(env, ids, cache_value)
            return
        unsaved = env.transaction.creates.get(self.model_name, ())
        real: Sequence[Any] = [id_ for id_ in ids if id_ and (cache_value or id_ not in unsaved)]
        if real:
            from core.orm import system
            system.write_attachments(env, self, real, cache_value)


class Image(Binary):
    """A picture, reduced to fit into ``max_width`` × ``max_height`` pixels."""

    max_width = 0
    max_height = 0
    verify_resolution = True

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        value = super().convert_to_cache(value, record, validate)
        if value and validate and (self.max_width or self.max_height or self.verify_resolution):
            from core.tools import image
            source = base64.b64decode(value)
            reduced = image.image_process(source, (self.max_width, self.max_height), self.verify_resolution)
            return value if reduced is source else base64.b64encode(reduced)
        return value

    def _relate(self, value: Any, env: Environment) -> Any:
        return value

"""Fields that hold one plain value: booleans, numbers, texts, dates, selections."""
from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

import orjson
from markupsafe import Markup

from core.base.errors import ValidationError
from core.base.rounding import float_compare, float_is_zero, float_repr, float_round
from core.orm.environment import MISSING, Environment
from core.orm.fields.base import UNSET, Field, default_label
from core.orm.ids import IdType, NewId

DATE_FORMAT = "%Y-%m-%d"
DATETIME_FORMAT = "%Y-%m-%d %H:%M:%S"


class Boolean(Field):
    """True or False; NULL reads as False."""

    type = "boolean"
    sql_type = "boolean"  # type: ignore[assignment]

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Boolean()

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> bool:
        return bool(value)

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return bool(value)

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value


class Integer(Field):
    """A 32-bit integer; NULL reads as 0."""

    type = "integer"
    sql_type = "int4"  # type: ignore[assignment]
    null = 0
    aggregator: str | None = "sum"

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Integer()

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> int:
        if isinstance(value, dict):  # a properties-like patch
            value = value.get("id", 0)
        try:
            return int(value or 0)
        except (TypeError, ValueError):
            raise _wrong_value(self, value, record, "a whole number") from None

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return int(value or 0)

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        # XML-RPC carries 32-bit integers only
        return float(value) if value and not -2147483648 <= value <= 2147483647 else value

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value if value or value == 0 else ""


class Float(Field):
    """A number. With ``digits`` (a pair, or the name of a decimal precision) it is exact in the database
    (``numeric``) and rounded half-up on assignment; read as float. NULL reads as 0.0."""

    type = "float"
    null = 0.0
    aggregator: str | None = "sum"
    _digits: Any = None
    description_names = ("digits",)
    related_attributes = (*Field.related_attributes, "_digits")

    def __init__(self, string: Any = UNSET, digits: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, _digits=digits, **kwargs)

    @property
    def sql_type(self) -> str:
        return "numeric" if self._digits is not None and self._digits is not False else "float8"

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Numeric(asdecimal=False) if self.sql_type == "numeric" else sa.Double()

    def get_digits(self, env: Environment) -> tuple[int, int] | None:
        """(total digits, decimals) or None."""
        if isinstance(self._digits, str):
            return 16, env["decimal.precision"].precision_get(self._digits)
        return tuple(self._digits) if self._digits else None  # type: ignore[return-value]

    digits = property(lambda self: self._digits)

    def describe(self, name: str, env: Environment) -> Any:
        return self.get_digits(env)

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> float:
        try:
            value = float(value or 0.0)
        except (TypeError, ValueError):
            raise _wrong_value(self, value, record, "a number") from None
        if value != value or value in (float("inf"), float("-inf")):
            raise _wrong_value(self, value, record, "a finite number")
        if value and self._digits:
            digits = self.get_digits(record.env)
            if digits:
                return float_round(value, precision_digits=digits[1])
        return value

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return value or 0.0

    from_column = float

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value if value or value == 0.0 else ""

    round = staticmethod(float_round)
    is_zero = staticmethod(float_is_zero)
    compare = staticmethod(float_compare)
    repr = staticmethod(float_repr)


class Monetary(Field):
    """An amount in the currency of the record's ``currency_field``; exact in the database, rounded to the
    currency on assignment."""

    type = "monetary"
    sql_type = "numeric"  # type: ignore[assignment]
    null = 0.0
    aggregator: str | None = "sum"
    currency_field: str | None = None
    write_sequence = 10
    plain_cell = False
    description_names = ("currency_field",)
    related_attributes = (*Field.related_attributes, "currency_field")

    def __init__(self, string: Any = UNSET, currency_field: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, currency_field=currency_field, **kwargs)

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Numeric(asdecimal=False)

    def get_currency_field(self, model: Any) -> str | None:
        if self.currency_field:
            return self.currency_field
        for name in ("currency_id", "x_currency_id"):
            if name in model._fields:
                return name
        return None

    def setup(self, model_cls: Any) -> None:
        super().setup(model_cls)
        if not self.inherited and not self.related:
            self.currency_field = self.get_currency_field(model_cls)

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> float:
        try:
            value = float(value or 0.0)
        except (TypeError, ValueError):
            raise _wrong_value(self, value, record, "an amount") from None
        if value != value or value in (float("inf"), float("-inf")):
            raise _wrong_value(self, value, record, "a finite amount")
        if value and validate and self.currency_field:
            currency = self.currency_of(record)
            if currency:
                return currency.round(value)
        return value

    def currency_of(self, record: Any) -> Any:
        currency = record[:1].sudo()[self.currency_field] if record._ids else None
        return currency[:1] if currency else None

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return value or 0.0

    from_column = float

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value if value or value == 0.0 else ""


class _String(Field):
    """Texts: cached as str, ``False`` when empty. Translated ones are jsonb, one text per language."""

    size: int | None = None
    description_names: tuple[str, ...] = ("size", "trim")
    related_attributes = (*Field.related_attributes, "size", "translate")

    @property
    def sql_type(self) -> str:
        return "jsonb" if self.translate or self.company_dependent else "text"

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        from sqlalchemy.dialects.postgresql import JSONB
        return JSONB() if self.sql_type == "jsonb" else sa.Text()

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if value is None or value is False or value == "":
            return False if value != "" else ""
        if isinstance(value, bytes):
            value = value.decode()
        text = value if type(value) is str else str(value)
        if "\x00" in text:
            raise _wrong_value(self, text.replace("\x00", "␀"), record, "a text without NUL characters")
        return text[:self.size] if self.size else text

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return None if value is False or value is None else value

    def _after_update(self, env: Environment, ids: Sequence[IdType], cache_value: Any) -> None:
        if not self.translate or not self.store:
            super()._after_update(env, ids, cache_value)
            return
        self._patch_translation(env, [id_ for id_ in ids if id_], cache_value)

    def unsaved_value(self, record: Any) -> Any:
        patch = record.env.transaction.patches.get(self, {}).get(record._ids[0])
        if not patch:
            return self.null
        return patch.get(record.env.context.get("lang") or "en_US") or patch.get("en_US") or self.null

    def _patch_translation(self, env: Environment, ids: list[Any], value: Any) -> None:
        lang = env.context.get("lang") or "en_US"
        creates = env.transaction.creates.get(self.model_name, ())
        patches = env.transaction.patches.setdefault(self, {})
        for id_ in ids:
            if value is False:
                patches[id_] = None
            else:
                patch = patches.get(id_) or {}
                patch[lang] = value
                if id_ in creates and "en_US" not in patch:
                    patch["en_US"] = value
                patches[id_] = patch
        self._forget_other_languages(env, ids, lang, value)
        self.mark_dirty(env, ids)

    def _forget_other_languages(self, env: Environment, ids: list[Any], lang: str, value: Any) -> None:
        """Other languages may fall back to the text just written: read them anew when needed."""
        own = env.cache_key(self)
        for key in env.transaction.context_data_keys(self):
            if key != own:
                data = env.transaction.data[key]
                for id_ in ids:
                    data.pop(id_, None)


class Char(_String):
    """One line of text."""

    type = "char"
    trim = True

    def __init__(self, string: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, **kwargs)


class Text(_String):
    """Several lines of text."""

    type = "text"


class Html(_String):
    """HTML, sanitised on assignment unless ``sanitize=False``; read as :class:`markupsafe.Markup`."""

    type = "html"
    sanitize: Any = True
    sanitize_overridable = False
    sanitize_tags = True
    sanitize_attributes = True
    sanitize_style = False
    sanitize_form = True
    strip_style = False
    strip_classes = False
    from_column = Markup
    description_names = ("sanitize", "sanitize_tags", "sanitize_attributes", "sanitize_style", "strip_style", "strip_classes")

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if value is None or value is False:
            return False
        if validate and self.sanitize:
            from core.base.html import html_sanitize
            return Markup(html_sanitize(
                str(value), sanitize_tags=self.sanitize_tags, sanitize_attributes=self.sanitize_attributes,
                sanitize_style=self.sanitize_style, sanitize_form=self.sanitize_form, strip_style=self.strip_style,
                strip_classes=self.strip_classes))
        return Markup(value)

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return None if value is False or value is None else str(value)


class Date(Field):
    """A day; :class:`datetime.date` or False."""

    type = "date"
    sql_type = "date"  # type: ignore[assignment]

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Date()

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if not value:
            return False
        try:
            return self.to_date(value)
        except (ValueError, TypeError):
            raise _wrong_value(self, value, record, "a date (YYYY-MM-DD)") from None

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value or ""

    def convert_to_display_name(self, value: Any, record: Any) -> str:
        return self.to_string(value) or ""

    @staticmethod
    def today(*args: Any) -> dt.date:
        """Today in UTC."""
        return dt.date.today()

    @staticmethod
    def context_today(record: Any, timestamp: dt.datetime | None = None) -> dt.date:
        """The day it is for the user (time zone of the context, else of the user)."""
        moment = timestamp or dt.datetime.now(dt.UTC).replace(tzinfo=None)
        return moment.replace(tzinfo=dt.UTC).astimezone(record.env.tz).date()

    @staticmethod
    def to_date(value: Any) -> dt.date | None:
        if not value:
            return None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        return dt.datetime.strptime(value[:10], DATE_FORMAT).date()

    from_string = to_date

    @staticmethod
    def to_string(value: Any) -> Any:
        return value.strftime(DATE_FORMAT) if value else False

    @staticmethod
    def start_of(value: Any, granularity: str) -> Any:
        from core.tools import date_utils
        return date_utils.start_of(value, granularity)

    @staticmethod
    def end_of(value: Any, granularity: str) -> Any:
        from core.tools import date_utils
        return date_utils.end_of(value, granularity)

    @staticmethod
    def add(value: Any, *args: Any, **kwargs: Any) -> Any:
        from core.tools import date_utils
        return date_utils.add(value, *args, **kwargs)

    @staticmethod
    def subtract(value: Any, *args: Any, **kwargs: Any) -> Any:
        from core.tools import date_utils
        return date_utils.subtract(value, *args, **kwargs)


class Datetime(Field):
    """A moment in UTC without time zone, whole seconds; :class:`datetime.datetime` or False."""

    type = "datetime"
    sql_type = "timestamp"  # type: ignore[assignment]

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.DateTime(timezone=False)

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if not value:
            return False
        try:
            return self.to_datetime(value)
        except (ValueError, TypeError):
            raise _wrong_value(self, value, record, "a date and time (YYYY-MM-DD HH:MM:SS, UTC)") from None

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value or ""

    def convert_to_display_name(self, value: Any, record: Any) -> str:
        return self.to_string(self.context_timestamp(record, value)) if value else ""

    @staticmethod
    def now(*args: Any) -> dt.datetime:
        """The current moment in UTC, whole seconds."""
        return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)

    @staticmethod
    def today(*args: Any) -> dt.datetime:
        return Datetime.now().replace(hour=0, minute=0, second=0)

    @staticmethod
    def context_timestamp(record: Any, timestamp: dt.datetime) -> dt.datetime:
        """``timestamp`` (UTC, naive) as an aware moment in the user's time zone."""
        return timestamp.replace(tzinfo=dt.UTC).astimezone(record.env.tz)

    @staticmethod
    def to_datetime(value: Any) -> dt.datetime | None:
        if not value:
            return None
        if isinstance(value, dt.datetime):
            if value.tzinfo:
                raise ValueError(f"Datetime field expects a naive datetime: {value}")
            return value
        if isinstance(value, dt.date):
            return dt.datetime.combine(value, dt.time.min)
        text = value.replace("T", " ").rstrip("Z")
        return dt.datetime.fromisoformat(text[:19] if len(text) > 10 else text)

    from_string = to_datetime

    @staticmethod
    def to_string(value: Any) -> Any:
        return value.strftime(DATETIME_FORMAT) if value else False

    start_of = Date.start_of
    end_of = Date.end_of
    add = Date.add
    subtract = Date.subtract


class Selection(Field):
    """One of the values of ``selection``: a list of (value, label), a method name or a function of the model."""

    type = "selection"
    _known: Any = None  # the values of a fixed list, once set up
    sql_type = "text"  # type: ignore[assignment]
    selection: Any = None
    validate = True
    ondelete: Any = None
    description_names = ("selection",)
    related_attributes = (*Field.related_attributes, "selection")

    def __init__(self, selection: Any = UNSET, string: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, selection=selection, **kwargs)

    def merge_args(self, args: dict[str, Any], more: dict[str, Any]) -> None:
        added = more.get("selection_add")
        ondelete = more.get("ondelete")
        base, previous = args.get("selection"), dict(args.get("ondelete") or {})
        more = {key: value for key, value in more.items() if key not in ("selection_add", "ondelete")}
        super().merge_args(args, more)
        if added is not None:
            dynamic = isinstance(base, str) or callable(base)
            args["selection"] = _extended_selection(base, added) if dynamic else merge_selection(list(base or ()), added)
            args.setdefault("_added", {}).update({pair[0]: True for pair in added})
        if ondelete:
            args["ondelete"] = {**previous, **ondelete}

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Text()

    def setup(self, model_cls: Any) -> None:
        super().setup(model_cls)
        if isinstance(self.selection, list):
            self._known = frozenset(pair[0] for pair in self.selection)
        else:
            self._known = None

    def _setup_like(self, field: Field, model_cls: Any) -> None:
        super()._setup_like(field, model_cls)
        if "selection" not in self._args:
            self.selection = lambda model: field._description_selection(model.env)  # type: ignore[attr-defined]

    def get_values(self, env: Environment) -> list[Any]:
        return [value for value, _label in self._selection_pairs(env)]

    def _known_now(self, env: Environment) -> frozenset[Any]:
        """The values of a selection that is computed, found once per environment."""
        memo = env._cached
        key = ("selection", self)
        values = memo.get(key)
        if values is None:
            values = memo[key] = frozenset(self.get_values(env))
        return values

    def _selection_pairs(self, env: Environment) -> list[tuple[Any, str]]:
        selection = self.selection
        if isinstance(selection, str):
            return getattr(env[self.model_name], selection)()
        if callable(selection):
            return selection(env[self.model_name])
        return selection or []

    def _description_selection(self, env: Environment) -> list[tuple[Any, str]]:
        """The (value, label) pairs, labels in the user's language."""
        if not isinstance(self.selection, list):
            return list(self._selection_pairs(env))
        return env.registry.selection_texts(env, self)

    def describe(self, name: str, env: Environment) -> Any:
        return self._description_selection(env)

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if value is False or value is None or value == "":
            return False
        if validate and self.validate:
            known = self._known
            if known is None:
                known = self._known_now(record.env)
            if value not in known:
                if str(value) in known:
                    return str(value)
                from core.orm.registry import suggest
                raise ValueError(f"Wrong value for {self}: {value!r}" + suggest(str(value), map(str, known)))
        return value

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return value or None

    def convert_to_export(self, value: Any, record: Any) -> Any:
        for item in self._description_selection(record.env):
            if item[0] == value:
                return item[1]
        return value or ""


def _extended_selection(base: Any, added: Any) -> Callable[[Any], list[Any]]:
    """A selection that a method gives, with what ``selection_add`` adds to it."""
    def selection(model: Any) -> list[Any]:
        pairs = getattr(model, base)() if isinstance(base, str) else base(model)
        return merge_selection(list(pairs), added)
    return selection


def merge_selection(base: list[tuple], added: list[tuple]) -> list[tuple]:
    """``base`` with the pairs of ``added`` put in: a one-tuple of ``added`` names an anchor already there."""
    values = [pair[0] for pair in base]
    labels = dict(pair[:2] for pair in base)
    position = len(values)
    for index, pair in enumerate(added):
        value = pair[0]
        if value in labels:
            position = values.index(value) + 1
            if len(pair) > 1:
                labels[value] = pair[1]
            continue
        following = next((p[0] for p in added[index + 1:] if p[0] in labels), None)
        if following is not None and not any(p[0] in labels for p in added[:index]):
            position = values.index(following)
        values.insert(position, value)
        labels[value] = pair[1]
        position += 1
    return [(value, labels[value]) for value in values]


class Reference(Selection):
    """A record of any of several models, stored as 'model,id'."""

    type = "reference"
    relational = False

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if not value:
            return False
        if hasattr(value, "_ids"):
            value = f"{value._name},{value.id}"
        if isinstance(value, str):
            model, _comma, number = value.partition(",")
            if model in record.env and number.isdigit() and (not validate or self._allows(model, record)):
                return value if int(number) else False
        raise ValueError(f"Wrong value for {self}: {value!r} (expected 'model,id' of one of its models)")

    def _allows(self, model: str, record: Any) -> bool:
        """Whether the selection names the model; one that names none admits all."""
        allowed = self.get_values(record.env)
        return not allowed or model in allowed

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        return self.convert_to_record(self.cached(record), record)

    def convert_to_record(self, value: Any, record: Any) -> Any:
        if not value:
            return None
        model, _comma, number = value.partition(",")
        return record.env[model].browse(int(number)) if model in record.env else None

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        return f"{value._name},{value.id}" if value else False

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value.display_name if value else ""

    def convert_to_display_name(self, value: Any, record: Any) -> str:
        return value.display_name if value else ""

    def value_to_write(self, value: Any, records: Any) -> Any:
        return f"{value._name},{value.id}" if hasattr(value, "_ids") and value else value


class Many2oneReference(Integer):
    """The id of a record whose model is in the field ``model_field``."""

    type = "many2one_reference"
    model_field: str | None = None
    aggregator = None
    related_attributes = (*Field.related_attributes, "model_field")

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> int:
        return (value.id or 0) if hasattr(value, "_ids") else super().convert_to_cache(value, record, validate)

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return value or None

    def write_new(self, records: Any, values: Sequence[Any]) -> None:
        ids = [self.convert_to_cache(value, records) for value in values]
        records.env.transaction.data[self].update(zip(records._ids, ids, strict=True))
        self._forget_lists(records.env, ids)

    def update(self, records: Any, cache_value: Any) -> None:
        data = records.env.field_data(self)
        before = [data.get(id_, MISSING) for id_ in records._ids]
        super().update(records, cache_value)
        self._forget_lists(records.env, [*before, cache_value])

    def _forget_lists(self, env: Environment, ids: Iterable[Any]) -> None:
        """The one2many lists of the records named are read again; of all, when a line's former record is not known."""
        named = set(ids) - {0, None}
        for inverse in env.registry.reference_inverses.get(self, ()):
            if inverse in env.transaction.data:
                env.transaction.invalidate(inverse, None if MISSING in named else named)


class Json(Field):
    """Any JSON value; what is read is the caller's own copy."""

    type = "json"
    sql_type = "jsonb"  # type: ignore[assignment]

    def sa_type(self) -> Any:
        from sqlalchemy.dialects.postgresql import JSONB
        return JSONB()

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if not value:
            return False if value is None or value is False else value
        return orjson.loads(orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS))

    def convert_to_record(self, value: Any, record: Any) -> Any:
        return _json_copy(value)

    def __get__(self, record: Any, owner: Any = None) -> Any:
        return self if record is None else self.convert_to_record(self.cached(record), record)

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return None if value is False or value is None else orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()


def _json_copy(value: Any) -> Any:
    return orjson.loads(orjson.dumps(value)) if isinstance(value, (dict, list)) else value


class Properties(Json):
    """Values of the properties that the record's container defines (``definition='container.field'``)."""

    type = "properties"
    definition: str | None = None
    copy = False
    description_names = ("definition",)

    def _apply_args(self, model_cls: Any, args: dict[str, Any]) -> None:
        if args.get("definition"):
            self.definition_record, self.definition_record_field = args["definition"].split(".")
        if args.get("definition") and not args.get("related"):
            args = {"compute": self._completed_by_defaults(self.definition_record), "store": True, "readonly": False, "copy": False,
                    "precompute": True, **args}
        super()._apply_args(model_cls, args)

    def _completed_by_defaults(self, container: str) -> Callable[[Any], None]:
        """The compute method: a record of another container gets the defaults defined there."""
        def compute(records: Any) -> None:
            for record in records:
                definition = record.sudo()[container][self.definition_record_field] or []
                defaults = {item["name"]: item["default"] for item in definition if item.get("default")}
                record[self.name] = {**defaults, **record[self.name]}

        compute._depends = (container,)  # type: ignore[attr-defined]
        return compute

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if isinstance(value, list):
            value = {item["name"]: item.get("value") for item in value if item.get("name")}
        return super().convert_to_cache(value, record, validate) or {}

    null: ClassVar[Any] = False

    def convert_to_record(self, value: Any, record: Any) -> Any:
        return dict(value) if value else {}

    def __get__(self, record: Any, owner: Any = None) -> Any:
        return self if record is None else self.convert_to_record(self.cached(record), record)

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        if not record or not self.definition:
            return []
        definition = record.sudo()[self.definition_record][self.definition_record_field] or []
        return [{**item, "value": (value or {}).get(item["name"], item.get("default", False))} for item in definition]


class PropertiesDefinition(Json):
    """The properties that child records have: a list of {name, type, string, default …}."""

    type = "properties_definition"

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        value = super().convert_to_cache(value, record, validate)
        for item in value or ():
            if not isinstance(item, dict) or not item.get("name") or not item.get("type"):
                raise _wrong_value(self, item, record, "a property with 'name' and 'type'")
        return value


class Id(Field):
    """The primary key."""

    type = "integer"
    sql_type = "int4"  # type: ignore[assignment]
    readonly = True
    automatic = True
    copy = False
    prefetch = False

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Integer()

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        ids = record._ids
        if len(ids) == 1:
            return ids[0] or ids[0] if ids[0] else ids[0]
        if not ids:
            return False
        record.ensure_one()

    def cached(self, record: Any) -> Any:
        return record._ids[0] if record._ids else False

    def mapped(self, records: Any) -> list[Any]:
        return list(records._ids)

    def __set__(self, records: Any, value: Any) -> None:
        raise TypeError("field 'id' cannot be assigned")

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        return value or False


def _wrong_value(field: Field, value: Any, record: Any, expected: str) -> ValidationError:
    env = record.env
    shown = repr(value)
    return ValidationError(
        env._("%(field)s: %(value)s is not %(expected)s.", field=field.label(env),
              value=shown if len(shown) < 80 else shown[:77] + "…", expected=expected),
        records=record, field=field.name)


Field.by_type["integer"] = Integer

Converter = Callable[[Any], Any]
__all__ = [
    "Boolean", "Char", "Date", "Datetime", "Float", "Html", "Id", "Integer", "Json", "Many2oneReference", "Monetary",
    "NewId", "MISSING", "Properties", "PropertiesDefinition", "Reference", "Selection", "Sequence", "Text",
    "default_label", "merge_selection",
]

"""Helpers for addons: ``from core.tools import float_compare, mute_logger, …``.

Names load on first use, so that starting a process does not import what it does not need.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

from core.tools.config import config
from core.tools.parse_version import parse_version


class _Tools(ModuleType):
    """``config`` and ``parse_version`` share their names with their files: importing a file must not hide them."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in ("config", "parse_version") or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Tools

_MODULES: dict[str, str] = {
    "float_utils": "allocate float_compare float_invert float_is_zero float_repr float_round float_split float_split_str json_float_round",
    "cache": "ormcache ormcache_context",
    "func": "classproperty conditional filter_kwargs lazy lazy_classproperty lazy_property locked frame_codeinfo "
    "reset_cached_properties",
    "image": "base64_to_image image_apply_opt image_data_uri image_guess_size_from_field_name image_process "
    "image_to_base64 is_image_size_above binary_to_image",
    "lru": "LRU",
    "mail": "append_content_to_html decode_message_header email_anonymize email_domain_extract email_domain_normalize "
    "email_escape_char email_normalize email_normalize_all email_re email_references email_split "
    "email_split_and_format email_split_and_format_normalize email_split_and_normalize email_split_tuples "
    "encapsulate_email formataddr generate_tracking_message_id html2plaintext html_keep_url html_normalize "
    "html_sanitize html_to_inner_content is_html_empty mail_header_msgid_re parse_contact_from_email plaintext2html "
    "prepend_html_content single_email_re unfold_references url_domain_extract",
    "mimetypes": "guess_mimetype",
    "misc": "ADDRESS_FORMAT_FIELDS Callbacks Collector ConstantMapping DATE_LENGTH DEFAULT_SERVER_DATETIME_FORMAT "
    "DEFAULT_SERVER_DATE_FORMAT DEFAULT_SERVER_TIME_FORMAT DotDict LastOrderedSet NON_BREAKING_SPACE OrderedSet "
    "POSIX_TO_LDML ReadonlyDict Reverse ReversedIterable SKIPPED_ELEMENT_TYPES StackMap UnquoteEvalContext "
    "attrgetter_tuple babel_locale_parse clean_context consteq discardattr dumpstacks exception_to_unicode file_open "
    "file_open_temporary_directory file_path find_in_path flatten formatLang format_amount format_date "
    "format_datetime format_decimalized_amount format_decimalized_number format_duration format_frame format_time "
    "freehash frozendict get_diff get_iso_codes get_lang groupby has_list_types hash_sign hmac html_escape "
    "human_size is_list_of itemgetter_tuple lower_logging merge_sequences mod10r mute_logger "
    "named_to_positional_printf parse_date partition posix_to_ldml remove_accents replace_exceptions "
    "reverse_enumerate split_every str2bool street_split stripped_sys_argv submap topological_sort unique unquote "
    "ustr verify_hash_signed",
    "sql": "SQL create_index create_unique_index drop_index drop_view_if_exists escape_psql "
    "index_exists make_identifier make_index_name pg_varchar reverse_order table_exists table_kind column_exists",
    "translate": "LazyTranslate _ _lt html_translate xml_translate",
    "constants": "PREFETCH_MAX GC_UNLINK_LIMIT",
    "date_utils": "json_default",
    "query": "Query",
    "convert": "convert_csv_import convert_file convert_sql_import convert_xml_import",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(importlib.import_module(f"core.tools.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    if name.startswith("__"):
        raise AttributeError(name)
    try:
        return importlib.import_module(f"core.tools.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"core.tools.{name}":
            raise
        raise AttributeError(f"module 'core.tools' has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME, *_MODULES, "safe_eval", "date_utils"})

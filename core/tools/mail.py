"""E-mail addresses and HTML for mails."""

from __future__ import annotations

import email.utils
import re
import socket
import time
import uuid
from collections.abc import Iterable
from email.header import decode_header, make_header
from typing import Any, Literal

from core.base.html import (
    append_content_to_html,
    html2plaintext,
    html_keep_url,
    html_sanitize,
    is_html_empty,
    plaintext2html,
    prepend_html_content,
)
from core.tools.misc import unique

__all__ = [
    "append_content_to_html",
    "decode_message_header",
    "email_anonymize",
    "email_domain_extract",
    "email_domain_normalize",
    "email_escape_char",
    "email_normalize",
    "email_normalize_all",
    "email_re",
    "email_references",
    "email_split",
    "email_split_and_format",
    "email_split_and_format_normalize",
    "email_split_and_normalize",
    "email_split_tuples",
    "encapsulate_email",
    "formataddr",
    "generate_tracking_message_id",
    "html2plaintext",
    "html_keep_url",
    "html_normalize",
    "html_sanitize",
    "html_to_inner_content",
    "is_html_empty",
    "mail_header_msgid_re",
    "parse_contact_from_email",
    "plaintext2html",
    "prepend_html_content",
    "single_email_re",
    "unfold_references",
    "url_domain_extract",
]

_ADDRESS = r"[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}"
email_re = re.compile(rf"({_ADDRESS})", re.VERBOSE)
single_email_re = re.compile(rf"^{_ADDRESS}$")
# One bare address, by far the most frequent text: no need for the full grammar.
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
mail_header_msgid_re = re.compile(r"<[^<>]+>")
email_addr_escapes_re = re.compile(r'[\\"]')

_GENERIC_DOMAINS = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.com.vn ymail.com hotmail.com outlook.com outlook.com.vn live.com "
    "msn.com icloud.com me.com aol.com gmx.com gmx.net proton.me protonmail.com zoho.com mail.com".split()
)


def _parse(text: str | None) -> list[tuple[str, str]]:
    """``(name, address)`` pairs; separators may be commas, semicolons or line ends."""
    if not text:
        return []
    if _PLAIN_ADDRESS.fullmatch(str(text)):
        return [("", str(text))]
    cleaned = re.sub(r"[\r\n;]+", ",", str(text))
    pairs = email.utils.getaddresses([cleaned])
    if not any("@" in address for _name, address in pairs):
        return [("", found) for found in email_re.findall(cleaned)]
    result = []
    for name, address in pairs:
        if "@" in address:
            found = email_re.search(address)
            result.append((name, found.group(1) if found and " " in address else address))
        elif "@" in name and (found := email_re.search(name)):
            result.append(("", found.group(1)))
    return result


def email_split_tuples(text: str | None) -> list[tuple[str, str]]:
    """``'Ann <a@b.vn>, c@d.vn'`` → ``[('Ann', 'a@b.vn'), ('', 'c@d.vn')]``."""
    return _parse(text)


def email_split(text: str | None) -> list[str]:
    return [address for _name, address in _parse(text)]


def email_split_and_normalize(text: str | None) -> list[str]:
    return [normalised for _name, address in _parse(text) if (normalised := _normalise_one(address))]


def email_split_and_format(text: str | None) -> list[str]:
    return [formataddr(pair) for pair in _parse(text)]


def email_split_and_format_normalize(text: str | None) -> list[str]:
    return [formataddr((name, _normalise_one(address) or address)) for name, address in _parse(text)]


def _normalise_one(address: str) -> str | Literal[False]:
    address = address.strip()
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or " " in address:
        return False
    return f"{local.lower() if local.isascii() else local}@{domain.lower()}"


def email_normalize(text: str | None, strict: bool = True) -> str | Literal[False]:
    """The one address in the text, in lower case; False when there is none or (``strict``) more than one."""
    addresses = email_split(text)
    if not addresses or (strict and len(addresses) != 1):
        return False
    return _normalise_one(addresses[0])


def email_normalize_all(text: str | None) -> list[str]:
    return email_split_and_normalize(text)


def email_domain_extract(address: str | None) -> str | bool:
    normalised = email_normalize(address)
    return normalised.rpartition("@")[2] if isinstance(normalised, str) else False


def email_domain_normalize(domain: str | None) -> str | bool:
    return domain.lower() if domain and "@" not in domain else False


def email_escape_char(text: str) -> str:
    """Escape the wildcards of LIKE."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def email_anonymize(normalized_email: str, *, redact_domain: bool = False) -> str:
    """``admin@example.com`` → ``a****@example.com``."""
    if not normalized_email:
        return normalized_email
    local, at, domain = normalized_email.partition("@")
    local = local[:1] + "*" * (len(local) - 1)
    if redact_domain and domain:
        head, dot, tail = domain.partition(".")
        domain = head[:1] + "*" * (len(head) - 1) + dot + tail
    return f"{local}{at}{domain}"


def url_domain_extract(url: str) -> str | bool:
    from urllib.parse import urlsplit

    host = urlsplit(url).hostname
    return ".".join(host.split(".")[-2:]) if host else False


def is_generic_domain(domain: str) -> bool:
    """Whether the domain belongs to a mail provider rather than to a company."""
    return domain.lower() in _GENERIC_DOMAINS


def decode_message_header(message: Any, header: str, separator: str = " ") -> str:
    return separator.join(str(make_header(decode_header(value))) for value in message.get_all(header, []) if value)


def formataddr(pair: tuple[str | bool | None, str], charset: str = "utf-8") -> str:
    """``(name, address)`` as a header shows it: ``"Ann" <a@b.vn>``."""
    name, address = pair
    local, _at, domain = address.rpartition("@")
    if domain and not domain.isascii():
        address = f"{local}@{domain.encode('idna').decode('ascii')}"
    if not name:
        return address
    text = str(name)
    if charset == "ascii" and not text.isascii():
        return f"{email.header.Header(text, 'utf-8').encode()} <{address}>"  # type: ignore[attr-defined]
    escaped = email_addr_escapes_re.sub(r"\\\g<0>", text)
    return f'"{escaped}" <{address}>'


def parse_contact_from_email(text: str | None) -> tuple[str, str]:
    """Name and address of a contact typed as one text."""
    pairs = _parse(text)
    if not pairs:
        return (text or "").strip(), ""
    name, address = pairs[0]
    return name, str(_normalise_one(address) or address)


def encapsulate_email(old_email: str, new_email: str) -> str:
    """Keep the old sender's name, use the new address."""
    old, new = _parse(old_email), _parse(new_email)
    if not old or not new:
        return old_email
    return formataddr((old[0][0] or old[0][1].split("@")[0], new[0][1]))


def unfold_references(references: str) -> list[str]:
    return [re.sub(r"[\r\n\t ]+", "", found) for found in mail_header_msgid_re.findall(references or "")]


email_references = unfold_references


def generate_tracking_message_id(res_id: Any) -> str:
    """A unique Message-Id that carries the record's id."""
    return f"<{uuid.uuid4().int}.{time.time():.15f}-openerp-{res_id}@{socket.gethostname()}>"


def html_normalize(src: Any, filter_callback: Any = None) -> Any:
    return html_sanitize(src)


def html_to_inner_content(html: Any) -> str:
    """The text of an HTML fragment on one line."""
    return re.sub(r"\s+", " ", html2plaintext(html, include_references=False)).strip() if html else ""


def email_list(texts: Iterable[str]) -> list[str]:
    """Distinct normalised addresses of several texts."""
    return list(unique(address for text in texts for address in email_split_and_normalize(text)))

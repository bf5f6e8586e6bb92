"""HTML: whitelist sanitising and conversion to and from plain text."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

_ALLOWED_TAGS = frozenset(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details "
    "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav "
    "ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th "
    "thead time tr tt u ul var wbr center".split()
)
#: Elements whose content is dropped with them; of other unknown elements the content stays.
_DROPPED_WITH_CONTENT = frozenset(
    "script style iframe object embed applet frame frameset noscript template svg math base link meta title "
    "head form input button select textarea option audio video source canvas".split()
)
_ALLOWED_ATTRIBUTES = frozenset(
    "align alt border cellpadding cellspacing class cite colspan color data datetime dir face height href hreflang "
    "id lang name rel role rowspan scope size span src start style summary target title type valign value width".split()
)
_URL_ATTRIBUTES = frozenset(("href", "src", "cite"))
_ALLOWED_SCHEMES = frozenset(("", "http", "https", "mailto", "tel", "cid", "ftp"))
_SAFE_DATA_URL = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*\Z", re.IGNORECASE)
_UNSAFE_STYLE = re.compile(r"expression|javascript|vbscript|behaviou?r|-moz-binding|@import|url\s*\(|\\", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]")


def _is_safe_url(url: str) -> bool:
    compact = _CONTROL.sub("", unescape(url))
    if compact.lower().startswith("data:"):
        return bool(_SAFE_DATA_URL.match(compact))
    try:
        return urlsplit(compact).scheme.lower() in _ALLOWED_SCHEMES
    except ValueError:
        return False


def _clean_attributes(element: Any, *, style: bool, classes: bool) -> None:
    for name, value in list(element.attrib.items()):
        allowed = name in _ALLOWED_ATTRIBUTES or name.startswith(("data-", "aria-"))
        if (
            not allowed
            or (name in _URL_ATTRIBUTES and not _is_safe_url(value))
            or (name == "style" and (not style or _UNSAFE_STYLE.search(unescape(value))))
            or (name == "class" and not classes)
        ):
            del element.attrib[name]
    if element.tag == "a" and element.get("target"):
        element.set("rel", "noopener noreferrer")


def _drop_keeping_tail(element: Any) -> None:
    parent, previous = element.getparent(), element.getprevious()
    if element.tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def html_sanitize(
    source: Any,
    silent: bool = True,
    sanitize_tags: bool = True,
    sanitize_attributes: bool = True,
    sanitize_style: bool = False,
    sanitize_form: bool = True,
    sanitize_conditional_comments: bool = True,
    strip_style: bool = False,
    strip_classes: bool = False,
) -> Any:
    """Return ``source`` with only harmless tags, attributes and addresses, as Markup.

    Scripts, event handlers, forms, comments and ``javascript:`` addresses go, always; the ``sanitize_*``
    switches of the addon API are accepted but cannot let them through.
    """
    from lxml import etree, html
    from markupsafe import Markup

    if not source:
        return source
    text = str(source)
    if "<" not in text:
        return Markup(f"<p>{escape(unescape(text), quote=False)}</p>")
    text = text.replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.fragment_fromstring(text.encode(), create_parent="div", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        if not silent:
            raise ValueError("This is not HTML.") from None
        return Markup(escape(text))
    for element in list(root.iterdescendants()):
        if element.getparent() is None:
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _DROPPED_WITH_CONTENT:
            _drop_keeping_tail(element)
        elif tag not in _ALLOWED_TAGS:
            _clean_attributes(element, style=False, classes=False)
            element.drop_tag()
        else:
            _clean_attributes(element, style=not strip_style, classes=not strip_classes)
    serialised = etree.tostring(root, encoding="unicode", method="html")
    return Markup(serialised[len("<div>") : -len("</div>")].strip())


def html2plaintext(html_source: Any, body_id: str | None = None, encoding: str = "utf-8", include_references: bool = True) -> str:
    """The readable text of an HTML fragment; links become ``text [1]`` with the addresses listed below."""
    from lxml import etree, html

    if not html_source or not str(html_source).strip():
        return ""
    text = html_source.decode(encoding) if isinstance(html_source, bytes) else str(html_source)
    root = html.fragment_fromstring(text, create_parent="div")
    if body_id:
        found = root.xpath("//*[@id=$id]", id=body_id)
        root = found[0] if found else root
    links: list[str] = []
    for element in root.iter(etree.Element):
        _mark_up_plainly(element, links if include_references else None)
    lines = [re.sub(r"[ \t\xa0]+", " ", line).strip() for line in root.text_content().split("\n")]
    plain = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if links:
        plain += "\n\n" + "\n".join(f"[{number}] {url}" for number, url in enumerate(links, start=1))
    return plain


def _mark_up_plainly(element: Any, links: list[str] | None) -> None:
    tag = element.tag
    if tag in ("script", "style", "head"):
        element.text = ""
    elif tag == "br":
        element.tail = "\n" + (element.tail or "")
    elif tag in ("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote"):
        if tag == "li":
            element.text = "* " + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    elif tag in ("td", "th"):
        element.tail = " " + (element.tail or "")
    elif tag == "a" and links is not None and (element.get("href") or "").startswith(("http", "mailto:")):
        links.append(element.get("href"))
        element.tail = f" [{len(links)}]" + (element.tail or "")


def plaintext2html(text: str, container_tag: str | None = None, with_paragraph: bool = True) -> Any:
    """Escape plain text and keep its lines: blank lines part paragraphs, line ends become ``<br/>``."""
    from markupsafe import Markup

    escaped = escape(text or "", quote=False).replace("\r\n", "\n")
    if with_paragraph:
        paragraphs = re.split(r"\n[ \t]*\n", escaped)
        html_text = "".join(f"<p>{paragraph.strip()}</p>" for paragraph in paragraphs).replace("\n", "<br/>")
    else:
        html_text = escaped.replace("\n", "<br/>")
    if container_tag:
        if not re.fullmatch(r"[a-z][a-z0-9]*", container_tag):
            raise ValueError(f"{container_tag!r} is not a tag name")
        html_text = f"<{container_tag}>{html_text}</{container_tag}>"
    return Markup(html_text)


def is_html_empty(html_content: Any) -> bool:
    """Whether the HTML shows nothing: no text, image or rule."""
    if not html_content:
        return True
    if re.search(r"<(?:img|hr|table|iframe|input)\b|\bfa-", str(html_content), re.IGNORECASE):
        return False
    return not unescape(re.sub(r"<[^>]*>", "", str(html_content))).replace("\xa0", " ").strip()


def html_keep_url(text: str) -> Any:
    """Escape text and turn the web addresses in it into links."""
    from markupsafe import Markup

    def link(match: re.Match[str]) -> str:
        url = match.group(0)
        return f'<a href="{url}" target="_blank" rel="noreferrer noopener">{url}</a>'

    return Markup(re.sub(r"https?://[^\s<>'\"]+", link, escape(text)))


def append_content_to_html(
    html_source: str, content: str, plaintext: bool = True, preserve: bool = False, container_tag: str | None = None
) -> Any:
    """Put ``content`` at the end of an HTML document, before its closing body tag."""
    from markupsafe import Markup

    addition = str(plaintext2html(content, container_tag)) if plaintext else str(content)
    text = str(html_source)
    for closing in ("</body>", "</html>"):
        position = text.lower().rfind(closing)
        if position >= 0:
            return Markup(text[:position] + addition + text[position:])
    return Markup(text + addition)


def prepend_html_content(html_body: str, html_content: str) -> Any:
    """Put ``html_content`` at the start of an HTML document, after its opening body tag."""
    from markupsafe import Markup

    match = re.search(r"<body[^>]*>", str(html_body), re.IGNORECASE) or re.search(r"<html[^>]*>", str(html_body), re.IGNORECASE)
    position = match.end() if match else 0
    text = str(html_body)
    return Markup(text[:position] + str(html_content) + text[position:])

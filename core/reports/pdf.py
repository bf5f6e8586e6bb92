"""HTML to PDF with WeasyPrint. Documents reach nothing outside: only data URLs and static files of addons are loaded.

Several documents in one file are laid out one by one, each with its own header, footer and page numbers.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from core.base.errors import UserError
from core.i18n import _

#: Page sizes of paper formats by Odoo's names, in millimetres; unknown ones fall back to A4.
_SIZES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "A6": (105, 148), "Letter": (216, 279), "Legal": (216, 356)}
#: Distance of a document's text from the edge of the paper, in millimetres, where the paper format leaves it to the layout.
_SIDE_MM = 14
#: What header and footer are for the page boxes; page numbers are counted where a document asks for them.
_PAGE_BOXES = """
.header { position: running(header) } .footer { position: running(footer) }
span.page::after { content: counter(page) } span.topage::after { content: counter(pages) }
"""

# WeasyPrint reports every property it does not know; documents of addons are full of them.
logging.getLogger("weasyprint").setLevel(logging.ERROR)


class PdfUnavailable(UserError):
    """This machine cannot make PDF files."""


def html_to_pdf(env: Any, html: bytes | str, paperformat: Any = None) -> bytes:
    """The PDF of an HTML document.

    :param html: a page; each `div.article` in it, with the `div.header` before and the `div.footer` after it, is a document
    :param paperformat: a `report.paperformat` record or None for A4 portrait
    :raise PdfUnavailable: WeasyPrint or the Pango library is missing; the message says how to get it
    """
    documents = lay_out(html, paperformat)
    pages = [page for document in documents for page in document.pages]
    return bytes(documents[0].copy(pages).write_pdf())


def lay_out(html: bytes | str, paperformat: Any = None) -> list[Any]:
    """WeasyPrint's documents, one for each in the page, laid out on the paper.

    :raise PdfUnavailable: WeasyPrint or the Pango library is missing
    """
    try:
        from weasyprint import CSS, HTML
    except (ImportError, OSError) as error:
        raise PdfUnavailable(
            _("PDF files cannot be made on this server: the Pango library is missing."),
            hint=_("Install it (on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0), or print the page from the browser."),
        ) from error
    text = html.decode() if isinstance(html, bytes) else html
    fetcher, style = _fetcher(), [CSS(string=page_style(paperformat) + _PAGE_BOXES)]
    # The base address only serves to resolve `/web/static/…`; the fetcher never leaves this process.
    return [HTML(string=part, url_fetcher=fetcher, base_url="http://localhost/").render(stylesheets=style)
            for part in split_documents(text)]


def split_documents(text: str) -> Iterator[str]:
    """One page of HTML for each document in `text`, its footer moved to the front, where the first page finds it."""
    root = lxml_html.document_fromstring(text)
    articles = [element for element in root.iter("div") if _has_class(element, "article")]
    parent = articles[0].getparent() if articles else None
    if parent is None or any(article.getparent() is not parent for article in articles):
        yield text
        return
    groups = _groups(list(parent))
    for element in list(parent):
        parent.remove(element)
    for group in groups:
        group.sort(key=lambda element: not _has_class(element, "footer"))
        parent.extend(copy.deepcopy(element) for element in group)
        yield "<!DOCTYPE html>" + lxml_html.tostring(root, encoding="unicode")
        for element in list(parent):
            parent.remove(element)


def _groups(elements: list[Any]) -> list[list[Any]]:
    """Headers, articles and what follows them, by document."""
    groups: list[list[Any]] = [[]]
    for element in elements:
        begins = _has_class(element, "header") or _has_class(element, "article")
        if begins and any(_has_class(member, "article") for member in groups[-1]):
            groups.append([])
        groups[-1].append(element)
    return groups


def _has_class(element: Any, name: str) -> bool:
    return name in (element.get("class") or "").split()


def page_style(paperformat: Any) -> str:
    """The `@page` rule of a paper format; margins in millimetres as the record gives them."""
    width, height = _page_size(paperformat)
    if paperformat:
        top, right, bottom, left = (max(0.0, float(paperformat[f"margin_{side}"] or 0)) for side in ("top", "right", "bottom", "left"))
    else:
        top, right, bottom, left = 45.0, 12.0, 20.0, 12.0
    # Odoo's formats leave the sides to the layout: what is missing to a readable margin is padding of the document.
    padding = f"padding-left: {max(0, _SIDE_MM - left):g}mm; padding-right: {max(0, _SIDE_MM - right):g}mm"
    return (
        f"@page {{ size: {width:g}mm {height:g}mm; margin: {top:g}mm {right:g}mm {bottom:g}mm {left:g}mm;"
        f" @top-left {{ content: element(header); width: 100%; vertical-align: top; padding-top: 8mm }}"
        f" @bottom-left {{ content: element(footer); width: 100%; vertical-align: top; padding-top: 2mm }} }}"
        f" .header, .article, .footer {{ {padding} }}"
    )


def _page_size(paperformat: Any) -> tuple[float, float]:
    """Width and height in millimetres, turned as the format says."""
    if not paperformat:
        return _SIZES["A4"]
    if paperformat.format == "custom" and paperformat.page_width and paperformat.page_height:
        width, height = paperformat.page_width, paperformat.page_height
    else:
        width, height = _SIZES.get(paperformat.format or "A4", _SIZES["A4"])
    return (height, width) if paperformat.orientation == "Landscape" else (width, height)


def _fetcher() -> Any:
    """What a document may load: data URLs and static files of addons. Everything else is refused."""
    from weasyprint import urls

    class Fetcher(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            content = static_content(unquote(urlsplit(url).path)) if urlsplit(url).netloc == "localhost" else None
            if content is None:
                raise ValueError(f"A document may not load {url}")
            body, mimetype = content
            return urls.URLFetcherResponse(url, body, {"Content-Type": mimetype}, 200)

    return Fetcher(allowed_protocols=("data", "http"))


def static_content(path: str) -> tuple[bytes, str] | None:
    """Body and type of `/<addon>/static/<file>` or of an immutable asset address."""
    import mimetypes

    from core.modules import manifest

    parts = path.strip("/").split("/")
    if parts[:2] == ["web", "assets"] and len(parts) > 4:
        addon, inner = parts[3], "/".join(parts[4:])
    elif len(parts) > 2 and parts[1] == "static":
        addon, inner = parts[0], "/".join(parts[2:])
    else:
        return None
    folder = manifest.find(addon)
    if folder is None:
        return None
    root = (folder / "static").resolve()
    file = (root / inner).resolve()
    if not file.is_relative_to(root) or not file.is_file():
        return None
    return file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream"

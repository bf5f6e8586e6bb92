"""HTML to PDF with WeasyPrint. Documents reach nothing outside: only data URLs and static files of addons are loaded."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from core.base.errors import UserError
from core.i18n import _

#: Page sizes of paper formats by Odoo's names, in millimetres; unknown ones fall back to A4.
_SIZES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "A6": (105, 148), "Letter": (216, 279), "Legal": (216, 356)}


class PdfUnavailable(UserError):
    """This machine cannot make PDF files."""


def html_to_pdf(env: Any, html: bytes | str, paperformat: Any = None) -> bytes:
    """The PDF of an HTML document.

    :param paperformat: a `report.paperformat` record or None for A4 portrait
    :raise PdfUnavailable: WeasyPrint or the Pango library is missing; the message says how to get it
    """
    try:
        from weasyprint import CSS, HTML
    except (ImportError, OSError) as error:
        raise PdfUnavailable(
            _("PDF files cannot be made on this server: the Pango library is missing."),
            hint=_("Install it (on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0), or print the page from the browser."),
        ) from error
    text = html.decode() if isinstance(html, bytes) else html
    # The base address only serves to resolve `/web/static/…`; the fetcher never leaves this process.
    document = HTML(string=text, url_fetcher=_fetcher(), base_url="http://localhost/")
    return bytes(document.write_pdf(stylesheets=[CSS(string=page_style(paperformat))]))


def page_style(paperformat: Any) -> str:
    """The `@page` rule of a paper format; margins in millimetres as the record gives them."""
    if not paperformat:
        return "@page { size: A4 portrait; margin: 15mm 12mm 18mm }"
    if paperformat.format == "custom" and paperformat.page_width and paperformat.page_height:
        width, height = paperformat.page_width, paperformat.page_height
    else:
        width, height = _SIZES.get(paperformat.format or "A4", _SIZES["A4"])
    if (paperformat.orientation or "Portrait") == "Landscape":
        width, height = height, width
    margins = [paperformat.margin_top, paperformat.margin_right, paperformat.margin_bottom, paperformat.margin_left]
    return f"@page {{ size: {width}mm {height}mm; margin: {' '.join(f'{max(0, margin or 0):g}mm' for margin in margins)} }}"


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

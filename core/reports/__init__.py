"""The reports room: documents as PDF, from the HTML that QWeb renders."""

from .pdf import PdfUnavailable, html_to_pdf

__all__ = ["PdfUnavailable", "html_to_pdf"]

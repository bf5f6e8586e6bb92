"""Data files: XML and CSV records with external ids, view inheritance, table import."""

from core.data.convert import convert_file

__all__ = ["convert_file"]

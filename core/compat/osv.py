"""``odoo.osv``: only ``expression`` is left of it."""

from core.compat import expression

__all__ = ["expression"]

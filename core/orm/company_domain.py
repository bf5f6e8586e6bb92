"""Which records may be linked to records of some companies: the domain behind ``check_company``."""
from __future__ import annotations

from typing import Any

MODULE_UNINSTALL_FLAG = "_force_unlink"
"""Context key while an addon's records are removed: ``@api.ondelete(at_uninstall=False)`` methods are left out."""


def to_company_ids(companies: Any) -> list[int]:
    """Ids from a recordset, a list of ids or one id."""
    if isinstance(companies, int):
        return [companies]
    return list(companies.ids if hasattr(companies, "_ids") else companies or ())


def check_company_domain(model: Any, companies: Any) -> list[Any]:
    """Records of the companies, and records of no company. ``companies`` may be the name of a field in the page."""
    if not companies:
        return [("company_id", "=", False)]
    if isinstance(companies, str):
        return ["|", ("company_id", "=", False), ("company_id", "=", companies)]
    return [("company_id", "in", [*to_company_ids(companies), False])]


def check_company_domain_parent_of(model: Any, companies: Any) -> list[Any]:
    """Records of the companies or of a company above them, and records of no company."""
    if isinstance(companies, str):
        return ["|", ("company_id", "=", False), ("company_id", "parent_of", companies)]
    ids = [company_id for company_id in to_company_ids(companies) if company_id]
    if not ids:
        return [("company_id", "=", False)]
    paths = model.env["res.company"].sudo().browse(ids).mapped("parent_path")
    ancestors = {int(part) for path in paths for part in (path or "").split("/") if part}
    return [("company_id", "in", [*sorted(ancestors | set(ids)), False])]


def check_companies_domain_parent_of(model: Any, companies: Any) -> list[Any]:
    """As above, for models with several companies (``company_ids``)."""
    if isinstance(companies, str):
        return [("company_ids", "parent_of", companies)]
    domain = check_company_domain_parent_of(model, companies)
    return [("company_ids", *leaf[1:]) for leaf in domain]

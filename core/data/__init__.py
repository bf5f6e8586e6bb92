"""Data files: XML and CSV records with external ids, view inheritance, table import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.data import load, xmlids
from core.data.convert import convert_file
from core.orm import system

if TYPE_CHECKING:
    from core.orm.environment import Environment

__all__ = ["convert_file"]


def _external_ids(env: Environment, model_name: str, ids: Sequence[int]) -> dict[int, str]:
    found = load.external_ids(env[model_name].browse(ids))
    return {record_id: names[0] for record_id, names in found.items() if names}


system.providers.update(
    xmlid_lookup=xmlids.lookup,
    similar_xmlid=xmlids.similar,
    external_ids=_external_ids,
    forget_external_ids=xmlids.forget_records,
    load=load.load,
    export_data=load.export_data,
)

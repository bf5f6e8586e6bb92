"""Rounding and comparing of floats, under the module name addons import."""

from core.base.rounding import (
    allocate,
    float_compare,
    float_invert,
    float_is_zero,
    float_repr,
    float_round,
    float_split,
    float_split_str,
    json_float_round,
)

__all__ = [
    "allocate",
    "float_compare",
    "float_invert",
    "float_is_zero",
    "float_repr",
    "float_round",
    "float_split",
    "float_split_str",
    "json_float_round",
]

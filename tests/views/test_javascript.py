"""Conditions of card templates, as addons write them for a browser, in the words of our expressions."""

from types import SimpleNamespace

import pytest

from core.base.expression import compile_expression
from core.views.javascript import to_python


def evaluate(source, **fields):
    record = SimpleNamespace(**{name: SimpleNamespace(value=value, raw_value=value) for name, value in fields.items()})
    return compile_expression(to_python(source)).evaluate({"record": record})


@pytest.mark.parametrize(("source", "expected"), [
    ("record.a.raw_value", 1),
    ("!record.b.raw_value && record.s.raw_value === 'x' ? 'yes' : 'no'", "yes"),
    ("record.s.raw_value !== 'x' || record.a.raw_value > 5", False),
    ("record.s.raw_value == 'x' and not record.b.raw_value", True),
    ("record.tags.raw_value.length > 1", True),
    ("(record.b.value || record.s.value).length", 1),
    ("record.a?.value ?? 'nothing'", 1),
    ("record.a.raw_value gte 1", True),
    ("record.b.raw_value ? 1 : record.a.raw_value ? 2 : 3", 2),
    ("['x', 'y'].length", 2),
    ("null", None),
])
def test_both_spellings_mean_the_same(source, expected):
    assert evaluate(source, a=1, b=False, s="x", tags=[1, 2]) == expected


def test_objects_become_dictionaries():
    assert evaluate("{'o-warn': record.a.raw_value > 0, muted: !record.a.raw_value}", a=1) == {"o-warn": True, "muted": False}


@pytest.mark.parametrize("source", ["a ? b", "(a", "a # b", "`${a}`"])
def test_what_is_no_expression_is_refused(source):
    with pytest.raises(ValueError):
        compile_expression(to_python(source))

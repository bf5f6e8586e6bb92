"""The addon of the developer's guide: it installs, its tests pass, and its mistakes are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, Sen, sen  # noqa: F401 – a fixture

GUIDE = ROOT / "docs" / "developer" / "addons.md"
_FILE = re.compile(r"^`(sale_gift/[^`]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def addon(tmp_path: Path) -> Path:
    """The addon as the guide spells it."""
    files = dict(_FILE.findall(GUIDE.read_text(encoding="utf-8")))
    assert len(files) >= 14
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "sale_gift"


@pytest.fixture
def shop(template_database: str):
    from tests import harness

    name = harness.clone(template_database, "guide")
    yield name
    harness.drop(name)


def change(addon: Path, path: str, old: str, new: str) -> None:
    file = addon / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_it_works_and_its_mistakes_are_told(sen: Sen, shop: str, addon: Path) -> None:  # noqa: F811
    path = ("-d", shop, "--addons-path", addon.parent)
    assert "sale_gift: installed" in sen("module", "install", *path, "sale_gift")[1]
    code, text = sen("test", *path, "sale_gift")
    assert code == 0, text
    assert "4 passed" in text

    for mistakes in MISTAKES:
        for file, old, new, _says in mistakes:
            change(addon, file, old, new)
        code, text = sen("module", "upgrade", *path, "sale_gift")
        assert code == 1
        assert f"Nothing was changed. {len(mistakes)} problem(s)" in text, text
        for file, old, new, says in mistakes:
            assert says in text, text
            assert file in text, text
            change(addon, file, new, old)


#: Each group is found in one go: (file, text, the same misspelt, what the message says).
MISTAKES = [
    [
        ("models/gift_wrap.py", 'depends("order_ids")', 'depends("order_idz")', "Did you mean 'order_ids'?"),
    ],
    [
        ("models/gift_wrap.py", 'compute="_compute_order_count"', 'compute="_compute_order_cnt"', "Did you mean '_compute_order_count'?"),
        ("models/sale_order.py", '"gift.wrap"', '"gift.wrp"', "Did you mean 'gift.wrap'?"),
    ],
    [
        ("models/gift_wrap.py", '"unique (name', '"uniqe (name', "not valid SQL"),
    ],
    [
        ("workflow/gift.xml", 'call="sale_gift.has_message"', 'call="sale_gift.has_mesage"', "Did you mean 'sale_gift.has_message'?"),
        ("workflow/gift.xml", 'before="freeze_amounts"', 'before="freeze_amount"', "There are: "),
        ("workflow/gift.xml", 'when="sale.order_paid"', 'when="sale.order_payd"', "Did you mean 'sale.order_paid'?"),
    ],
    [
        ("views/sale_order_views.xml", "@name='payment_term_id'", "@name='payment_trm_id'", "finds nothing"),
        ("__manifest__.py", '"data/gift_wrap.xml"', '"data/gift_wrp.xml"', "Did you mean 'data/gift_wrap.xml'?"),
    ],
]

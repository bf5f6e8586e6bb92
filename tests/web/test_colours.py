"""Whatever colour a company chooses, its pages stay readable."""

import re

import pytest

import core  # noqa: F401 – installs the addons' import names
from odoo.addons.web import brand, colours


@pytest.mark.parametrize(("text", "expected"), [("#1f6feb", (31, 111, 235)), ("abc", (170, 187, 204)), (" #FFF ", (255, 255, 255))])
def test_colours_are_read_as_people_write_them(text, expected):
    assert colours.parse(text) == expected


@pytest.mark.parametrize("text", ["", None, False, "red", "#12", "#gggggg", "url(x)", "#fff;}body{display:none"])
def test_anything_else_is_no_colour(text):
    assert colours.parse(text) is None


def test_contrast_is_that_of_wcag():
    assert colours.contrast(colours.BLACK, colours.WHITE) == pytest.approx(21)
    assert colours.contrast((119, 119, 119), colours.WHITE) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#ff0000", "#7f7f7f", "#0f6b62", "#00ff88"])
def test_text_in_the_companys_colour_can_be_read(colour):
    pairs = dict(re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\)", brand.style(colours.parse(colour))))
    for index, ground in enumerate((colours.parse("#ffffff"), colours.parse("#181f1e"))):
        accent, on_accent = (colours.parse(pairs[name].split(", ")[index]) for name in ("accent", "on-accent"))
        assert colours.contrast(accent, ground) >= 4.5
        assert colours.contrast(on_accent, accent) >= 4.5


def test_a_readable_colour_is_kept_as_it_is():
    assert "--accent: light-dark(#0f6b62," in brand.style(colours.parse("#0f6b62"))

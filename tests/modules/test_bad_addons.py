"""Mistakes of addon developers: all reported together, with file and line, and the database untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from module_helpers import BAD_ADDONS, fingerprint, forget_addons

from core.base.config import config
from core.base.errors import LoadError
from core.modules import manifest, operations

FOUND_BEFORE_ANYTHING = [
    "bad_syntax",
    "bad_duplicate_id",
    "bad_unknown_model",
    "bad_unknown_field",
    "bad_xml",
    "bad_schema",
    "bad_xpath",
    "bad_import",
]


@pytest.fixture(autouse=True)
def bad_addons(addons):
    config["addons_path"] = [str(BAD_ADDONS), *config.addons_path]
    manifest.rescan()
    yield
    forget_addons(path.name for path in BAD_ADDONS.iterdir())


def refused(dbname: str, names: list[str]) -> list[tuple[str, int, str]]:
    """(file inside the addons folder, line, text) of every problem."""
    before = fingerprint(dbname)
    with pytest.raises(LoadError) as error:
        operations.install(dbname, names)
    assert fingerprint(dbname) == before
    return [
        (
            str(Path(problem.file or "").relative_to(BAD_ADDONS)) if problem.file else "",
            problem.line or 0,
            str(problem),
        )
        for problem in error.value.problems
    ]


def test_every_mistake_is_reported_at_once(dbname):
    places = {(file, line) for file, line, _text in refused(dbname, FOUND_BEFORE_ANYTHING)}
    assert places >= {
        ("bad_syntax/models.py", 4),
        ("bad_duplicate_id/data/partners.xml", 5),
        ("bad_unknown_model/data/things.xml", 2),
        ("bad_unknown_field/data/partners.xml", 4),
        ("bad_unknown_field/security/ir.model.access.csv", 2),
        ("bad_xml/data/broken.xml", 3),
        ("bad_schema/data/partners.xml", 2),
        ("bad_xpath/views/partner.xml", 7),
        ("bad_import/models.py", 3),
    }


@pytest.mark.parametrize(
    ("addon", "says"),
    [
        ("bad_unknown_model", "Did you mean 'res.partner'?"),
        ("bad_unknown_field", "Did you mean 'street'?"),
        ("bad_schema", "Did you mean 'model'?"),
        ("bad_xpath", "base.view_partner_form"),
        ("bad_missing_dependency", "no_such_addon"),
        ("bad_inherit", "res.partnr"),
    ],
)
def test_a_message_says_what_is_meant(dbname, addon, says):
    assert any(says in text for _file, _line, text in refused(dbname, [addon]))


def test_missing_and_cyclic_dependencies_are_reported_together(dbname):
    places = {
        (file, line) for file, line, _text in refused(dbname, ["bad_missing_dependency", "bad_cycle_a"])
    }
    assert places == {
        ("bad_missing_dependency/__manifest__.py", 4),
        ("bad_cycle_a/__manifest__.py", 4),
        ("bad_cycle_b/__manifest__.py", 4),
    }


def test_a_reference_to_nothing_is_found_while_loading(dbname):
    [(file, line, text)] = refused(dbname, ["bad_data"])
    assert (file, line) == ("bad_data/data/partners.xml", 7)
    assert "bad_data.no_such_record" in text


def test_a_failing_hook_leaves_nothing_behind(dbname):
    [(file, line, text)] = refused(dbname, ["bad_hook"])
    assert (file, line) == ("bad_hook/__manifest__.py", 5)
    assert "the hook refuses" in text


def test_an_unknown_addon_is_refused_with_the_nearest_name(dbname):
    [(_file, _line, text)] = refused(dbname, ["bad_syntx"])
    assert "'bad_syntax'" in text

"""Views in a database: inheritance, groups, what the user gets, and mistakes that name their place."""

import pytest

from core.base.errors import ValidationError
from tests import harness


@pytest.fixture(scope="module")
def view_database():
    name = harness.clone(harness.build_template(["base", "web"], demo=False), "views")
    yield name
    harness.drop(name)


@pytest.fixture
def env(view_database):
    import core
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    registry = Registry.get(view_database)
    with registry.cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()
    registry.clear_all_caches()


def view(env, arch, **values):
    values = {"name": "test", "model": "res.country", **values}
    return env["ir.ui.view"].create({"arch": arch, **values})


FORM = '<form><sheet><group name="main"><field name="name"/><field name="code"/></group></sheet></form>'


def test_type_and_mode_follow_from_the_arch(env):
    base = view(env, FORM)
    child = view(env, '<field name="code" position="after"><field name="phone_code"/></field>', inherit_id=base.id)
    assert (base.type, base.mode) == ("form", "primary")
    assert (child.type, child.mode) == ("form", "extension")


def test_extensions_apply_by_priority_depth_first(env):
    base = view(env, FORM)
    late = view(env, '<xpath expr="//field[@name=\'code\']" position="attributes"><attribute name="string">Late</attribute></xpath>',
                inherit_id=base.id, priority=30)
    view(env, '<field name="code" position="attributes"><attribute name="string">Early</attribute></field>', inherit_id=base.id, priority=5)
    view(env, '<field name="code" position="attributes"><attribute name="placeholder">Deep</attribute></field>', inherit_id=late.id)
    arch = base.get_combined_arch()
    assert 'string="Late"' in arch
    assert 'placeholder="Deep"' in arch


def test_a_primary_view_starts_from_another_and_leaves_it_alone(env):
    base = view(env, FORM)
    own = view(env, '<field name="code" position="replace"/>', inherit_id=base.id, mode="primary")
    assert 'name="code"' not in own.get_combined_arch()
    assert 'name="code"' in base.get_combined_arch()


def test_archived_extensions_do_not_apply(env):
    base = view(env, FORM)
    view(env, '<field name="code" position="replace"/>', inherit_id=base.id, active=False)
    assert 'name="code"' in base.get_combined_arch()


def test_old_spelling_of_lists_is_understood(env):
    base = view(env, '<tree><field name="name"/></tree>')
    view(env, '<xpath expr="//tree/field[@name=\'name\']" position="after"><field name="code"/></xpath>', inherit_id=base.id)
    assert base.type == "list"
    assert base.get_combined_arch().startswith("<list>")


@pytest.mark.parametrize(
    ("arch", "message"),
    [
        ('<form><field name="nmae"/></form>', "did you mean 'name'"),
        ('<form><field name="name" invisible="cod == 1"/></form>', "unknown field 'cod'"),
        ('<form><field name="name" invisible="code =="/></form>', "not a valid expression"),
        ('<form><button name="no_such_method" type="object"/></form>', "has no method 'no_such_method'"),
        ('<form><button name="_compute_x" type="object"/></form>', "is private"),
        ('<form><field name="name" groups="base.no_such_group"/></form>', "unknown group 'base.no_such_group'"),
        ('<form><field name="state_ids"><list><field name="nothing"/></list></field></form>', "unknown field 'nothing' of model res.country.state"),
        ('<form><label for="nothing"/></form>', "label for 'nothing'"),
        ('<search><filter name="x" domain="[(\'nothing\', \'=\', 1)]"/></search>', "domain uses unknown field 'nothing'"),
        ("<form><field name='name'></form>", "not valid XML"),
        ('<from><field name="name"/></from>', "not a view type"),
    ],
)
def test_mistakes_are_explained(env, arch, message):
    values = {} if arch.startswith("<search") else {"type": "form"} if arch.startswith("<from") else {}
    with pytest.raises(ValidationError) as caught:
        view(env, arch, **values)
    assert message in str(caught.value)


def test_a_mistake_of_an_extension_names_the_extension_and_its_file(env):
    base = env.ref("base.view_country_form")
    with pytest.raises(ValidationError) as caught:
        view(env, '<field name="code" position="after"><field name="fone_code"/></field>', inherit_id=base.id, key="my.extension", name="mine")
    assert "my.extension" in str(caught.value)
    assert "did you mean 'phone_code'" in str(caught.value)


def test_an_extension_that_finds_nothing_names_both_views(env):
    base = view(env, FORM, name="the base view")
    with pytest.raises(ValidationError) as caught:
        view(env, '<field name="nothing" position="after"/>', inherit_id=base.id, name="the extension")
    assert "the base view" in str(caught.value)
    assert "the extension" in str(caught.value)


def test_what_the_user_may_not_see_is_left_out(env):
    view(env, '<form><field name="name"/><field name="code" groups="base.group_system"/><group groups="!base.group_system"><field name="phone_code"/></group></form>',
         priority=1)
    system = env["res.country"].with_user(2).get_view(view_type="form")["arch"]
    assert 'name="code"' in system and 'name="phone_code"' not in system
    plain = env["res.users"].create({"name": "Mai", "login": "mai", "groups_id": [(6, 0, [env.ref("base.group_user").id])]})
    seen = env["res.country"].with_user(plain).get_view(view_type="form")["arch"]
    assert 'name="code"' not in seen and 'name="phone_code"' in seen


def test_fields_that_only_conditions_read_are_added(env):
    view(env, '<form><field name="name" invisible="not phone_code"/></form>', priority=1)
    found = env["res.country"].get_view(view_type="form")
    assert 'name="phone_code"' in found["arch"]
    assert "phone_code" in found["models"]["res.country"]


def test_a_model_without_views_has_pages_all_the_same(env):
    for kind in ("form", "list", "search"):
        assert env["res.users.log"].get_view(view_type=kind)["arch"].startswith(f"<{kind}")


def test_get_views_describes_the_fields_used(env):
    found = env["res.country"].get_views([(False, "list"), (False, "search")])
    assert set(found["views"]) == {"list", "search"}
    assert found["models"]["res.country"]["fields"]["name"]["type"] == "char"


def test_templates_are_rendered_with_inheritance(env):
    base = env["ir.ui.view"].create({"name": "t", "type": "qweb", "key": "test.t", "arch": '<t t-name="test.t"><p>Hello <t t-out="who"/></p></t>'})
    env["ir.ui.view"].create({"name": "u", "type": "qweb", "key": "test.u", "inherit_id": base.id, "mode": "extension",
                              "arch": '<data><xpath expr="//p" position="after"><hr/></xpath></data>'})
    assert str(env["ir.qweb"]._render("test.t", {"who": "<Mai>"})) == "<p>Hello &lt;Mai&gt;</p><hr/>"


def test_fields_in_templates_follow_the_language(env):
    env["ir.ui.view"].create({"name": "t", "type": "qweb", "key": "test.f",
                              "arch": '<t><span t-field="c.currency_id"/><i t-out="1234.5" t-options=\'{"widget": "float", "precision": 2}\'/></t>'})
    country = env.ref("base.us")
    assert str(env["ir.qweb"]._render("test.f", {"c": country})) == "<span>USD</span><i>1,234.50</i>"
    assert "1.234,50" in str(env["ir.qweb"]._render("test.f", {"c": country}, lang="vi_VN"))

"""Fields: what each attribute and each kind means."""

from __future__ import annotations

import base64
import datetime as dt
import io
from typing import Any

import pytest
from freezegun import freeze_time
from PIL import Image

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(stream, "PNG")
    return base64.b64encode(stream.getvalue())


def size_of(content: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(base64.b64decode(content))).size


def column(env: Any, table: str, name: str) -> tuple[str, str] | None:
    env.cr.execute(
        "SELECT data_type, is_nullable FROM information_schema.columns WHERE table_name = %s AND column_name = %s", [table, name]
    )
    return env.cr.fetchone()


def index_of(env: Any, name: str) -> str:
    """Definitions of the indexes of a column of contract_thing."""
    env.cr.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'contract_thing' AND indexname LIKE %s", [f"%\\_{name}\\_%"])
    return " ".join(row[0] for row in env.cr.fetchall())


# compute


def test_compute_not_stored_has_no_column(env: Any, thing: Any) -> None:
    thing.amount = 21
    assert thing.double == 42
    assert column(env, "contract_thing", "double") is None
    thing.amount = 4
    assert thing.double == 8


def test_compute_may_be_extended_with_super(thing: Any) -> None:
    thing.write({"amount": 4, "kind": "default"})
    assert thing.double == 9


def test_compute_stored_follows_its_dependencies(env: Any, thing: Any) -> None:
    thing.line_ids = [Command.create({"name": "a", "quantity": 2, "price": 5}), Command.create({"name": "b", "price": 1})]
    assert (thing.total, thing.line_count) == (11, 2)
    thing.line_ids[0].quantity = 3
    env.flush_all()
    env.cr.execute("SELECT total, line_count FROM contract_thing WHERE id = %s", [thing.id])
    assert tuple(map(float, env.cr.fetchone())) == (16.0, 2.0)
    assert env["contract.thing"].search([("total", "=", 16), ("id", "=", thing.id)]) == thing


def test_compute_stored_is_readonly_and_not_copied(env: Any, thing: Any) -> None:
    field = env["contract.thing"]._fields["total"]
    assert field.readonly and field.store and not field.copy


def test_compute_precompute_runs_before_the_insert(env: Any) -> None:
    record = env["contract.thing"].create({"name": "Early"})
    assert record.early.endswith("Early")
    before = env.cr.sql_log_count
    env.flush_all()
    env.cr.execute("SELECT early FROM contract_thing WHERE id = %s", [record.id])
    assert env.cr.fetchone()[0].endswith("Early")
    assert env.cr.sql_log_count > before


def test_compute_sudo_computes_as_superuser(env: Any, thing: Any, make_user: Any) -> None:
    user = make_user("reader")
    assert thing.with_user(user).seen_as == "reader"
    assert thing.with_user(user).seen_as_su == "superuser"
    assert env["contract.thing"]._fields["seen_as_su"].compute_sudo
    assert env["contract.thing"]._fields["total"].compute_sudo, "stored ones are computed as superuser"
    assert not env["contract.thing"]._fields["double"].compute_sudo


def test_editable_computed_keeps_what_is_written(thing: Any) -> None:
    assert thing.guess == "guess Lamp"
    thing.guess = "mine"
    assert thing.guess == "mine"
    thing.name = "Torch"
    assert thing.guess == "guess Torch"


def test_editable_computed_keeps_what_is_given_at_creation(env: Any) -> None:
    assert env["contract.thing"].create({"name": "N", "guess": "given"}).guess == "given"


def test_inverse_writes_through(env: Any, thing: Any) -> None:
    thing.label = "[R1] Torch"
    assert (thing.ref, thing.name) == ("R1", "Torch")
    assert thing.label == "[R1] Torch"
    created = env["contract.thing"].create({"name": "x", "label": "[R2] Second"})
    assert (created.ref, created.name) == ("R2", "Second")
    assert not env["contract.thing"]._fields["label"].readonly


def test_search_method_of_a_computed_field(env: Any, things: Any) -> None:
    things[0].write({"amount": 500, "ref": "findme"})
    model = env["contract.thing"]
    assert model.search([("is_big", "=", True), ("id", "in", things.ids)]) == things[0]
    assert model.search([("is_big", "!=", True), ("id", "in", things.ids)]) == things[1:]
    assert model.search([("label", "like", "findme")]) == things[0]


def test_searching_a_computed_field_without_search_is_refused(env: Any) -> None:
    with pytest.raises((ValueError, UserError), match="double"):
        env["contract.thing"].search([("double", "=", 1)])


# related


def test_related_chained(env: Any, thing: Any) -> None:
    thing.partner_id = env["res.partner"].create({"name": "P", "country_id": env.ref("base.vn").id})
    assert thing.partner_country_code == "VN"
    thing.partner_id.country_id = env.ref("base.us")
    assert thing.partner_country_code == "US"
    assert column(env, "contract_thing", "partner_country_code") is None
    assert env["contract.thing"].search([("partner_country_code", "=", "US")]) == thing


def test_related_stored_follows_its_source(env: Any, thing: Any) -> None:
    thing.partner_id = env["res.partner"].create({"name": "P", "country_id": env.ref("base.vn").id})
    env.flush_all()
    thing.partner_id.country_id = env.ref("base.fr")
    env.flush_all()
    env.cr.execute("SELECT partner_country_name->>'en_US' FROM contract_thing WHERE id = %s", [thing.id])
    assert env.cr.fetchone() == ("France",), "translated like its source"


def test_related_editable_writes_its_source(env: Any, thing: Any) -> None:
    thing.partner_id = env["res.partner"].create({"name": "P"})
    thing.partner_comment = "seen"
    assert thing.partner_id.ref == "seen"


def test_related_reads_as_superuser(env: Any, thing: Any, make_user: Any) -> None:
    document = env["contract.document"].create({"name": "d"})
    assert env["contract.thing"]._fields["category_name"].related_sudo
    assert document.price_shown == 0


def test_related_takes_label_and_kind_of_its_source(env: Any) -> None:
    model = env["contract.thing"]
    assert model._fields["partner_country_code"].type == "char"
    assert model._fields["category_name"].string == "Name of the category"
    assert model._fields["partner_country_code"].readonly


# default, required, readonly, copy


def test_default_value_callable_and_method(env: Any) -> None:
    with freeze_time("2024-02-29 12:00:00"):
        record = env["contract.thing"].create({"name": "x"})
    assert (record.sequence, record.kind, record.currency_id) == (10, "a", env.company.currency_id)
    assert record.date == dt.date(2024, 2, 29)


def test_default_from_context_and_user_default(env: Any) -> None:
    model = env["contract.thing"]
    assert model.with_context(default_sequence=3).create({"name": "x"}).sequence == 3
    env["ir.default"].set("contract.thing", "note", "usual")
    assert model.create({"name": "x"}).note == "usual"
    assert model.create({"name": "x", "note": False}).note is False


def test_default_get(env: Any) -> None:
    values = env["contract.thing"].default_get(["sequence", "kind", "note"])
    assert values == {"sequence": 10, "kind": "a"}
    assert env["contract.prepared"].create({}).name == "from default_get"


def test_add_missing_default_values_is_called_by_create(env: Any) -> None:
    records = env["contract.completed"].create([{"name": "a"}, {"name": "b", "code": "own"}])
    assert records.mapped("code") == ["code of a", "own"]


def test_required_is_a_not_null_column(env: Any) -> None:
    assert column(env, "contract_thing", "name")[1] == "NO"
    assert column(env, "contract_thing", "note")[1] == "YES"
    with mute_logger("odoo.sql_db"), pytest.raises((ValidationError, UserError), match="Name"):
        env["contract.thing"].create({"name": False})
        env.flush_all()


def test_readonly_is_for_views_only(env: Any, thing: Any) -> None:
    assert env["contract.thing"].fields_get(["number"])["number"]["readonly"]
    thing.number = "written"
    assert thing.number == "written"


def test_copy_false_is_not_copied(thing: Any) -> None:
    thing.write({"ref": "R", "note": "n"})
    twin = thing.copy()
    assert (twin.ref, twin.note) == (False, "n")


# index


def test_index_btree(env: Any) -> None:
    assert "USING btree (code)" in index_of(env, "code")


def test_index_trigram(env: Any, things: Any) -> None:
    assert "USING gin" in index_of(env, "search_text")
    things[1].search_text = "Nguyễn Văn Đức"
    assert env["contract.thing"].search([("search_text", "ilike", "văn đ")]) == things[1]


def test_index_btree_not_null(env: Any) -> None:
    assert "WHERE (ref IS NOT NULL)" in index_of(env, "ref")


def test_no_index_unless_asked_for(env: Any) -> None:
    assert index_of(env, "unindexed") == ""


# groups


def test_groups_hide_a_field(env: Any, make_user: Any) -> None:
    user, manager = make_user("plain"), make_user("boss", "contract_base.group_manager")
    record = env["contract.thing"].create({"name": "x", "secret": "s"})
    assert record.with_user(manager).secret == "s"
    mine = record.with_user(user)
    env.flush_all()
    env.invalidate_all()
    assert "secret" not in mine.fields_get()
    assert "secret" not in mine.read()[0]
    for act in (lambda: mine.secret, lambda: mine.read(["secret"]), lambda: mine.write({"secret": "t"})):
        with pytest.raises(AccessError, match="secret"):
            act()
    with pytest.raises((AccessError, ValueError)):
        env["contract.thing"].with_user(user).search([("secret", "=", "s")])
    assert mine.sudo().secret == "s"


# company_dependent


def test_company_dependent_has_a_value_per_company(env: Any, thing: Any) -> None:
    other = env["res.company"].create({"name": "Other"})
    thing.write({"preference": "here", "limit": 5})
    there = thing.with_company(other)
    assert (there.preference, there.limit) == (False, 0.0)
    there.preference = "there"
    assert (thing.preference, there.preference) == ("here", "there")
    assert column(env, "contract_thing", "preference")[0] == "jsonb"


def test_company_dependent_default_for_all_records(env: Any, thing: Any) -> None:
    env["ir.default"].set("contract.thing", "preference", "usual", company_id=env.company.id)
    env.invalidate_all()
    assert thing.preference == "usual"
    thing.preference = "own"
    assert thing.preference == "own"


def test_company_dependent_search_and_many2one(env: Any, things: Any) -> None:
    tag = env.ref("contract_base.tag_red")
    other = env["res.company"].create({"name": "Other"})
    things[0].favourite_id = tag
    model = env["contract.thing"]
    assert model.search([("favourite_id", "=", tag.id)]) == things[0]
    assert not model.with_company(other).search([("favourite_id", "=", tag.id)])
    assert things[0].favourite_id.name == "Red"


# translate


@pytest.fixture
def vietnamese(env: Any) -> str:
    env["res.lang"]._activate_lang("vi_VN")
    return "vi_VN"


def test_translate_keeps_a_text_per_language(env: Any, thing: Any, vietnamese: str) -> None:
    thing.title = "Lamp"
    thing.with_context(lang=vietnamese).title = "Đèn"
    assert thing.with_context(lang="en_US").title == "Lamp"
    assert thing.with_context(lang=vietnamese).title == "Đèn"
    model = env["contract.thing"]
    assert model.with_context(lang=vietnamese).search([("title", "=", "Đèn")]) == thing
    assert not model.with_context(lang="en_US").search([("title", "=", "Đèn")])


def test_translate_falls_back_to_english(env: Any, thing: Any, vietnamese: str) -> None:
    thing.title = "Lamp"
    assert thing.with_context(lang=vietnamese).title == "Lamp"


def test_update_field_translations_and_get(env: Any, thing: Any, vietnamese: str) -> None:
    thing.title = "Lamp"
    thing.update_field_translations("title", {vietnamese: "Đèn"})
    assert thing.with_context(lang=vietnamese).title == "Đèn"
    texts, info = thing.get_field_translations("title")
    assert {(text["lang"], text["value"]) for text in texts} >= {("en_US", "Lamp"), (vietnamese, "Đèn")}
    assert info["translation_type"] == "char"


def test_translate_callable_translates_terms(env: Any, thing: Any, vietnamese: str) -> None:
    thing.body = "<p>Hello</p><p>World</p>"
    thing.page = "<div><span>Hello</span></div>"
    thing.update_field_translations("body", {vietnamese: {"Hello": "Chào"}})
    thing.update_field_translations("page", {vietnamese: {"Hello": "Chào"}})
    assert thing.with_context(lang=vietnamese).body == "<p>Chào</p><p>World</p>"
    assert thing.with_context(lang=vietnamese).page == "<div><span>Chào</span></div>"
    assert thing.with_context(lang="en_US").body == "<p>Hello</p><p>World</p>"


def test_translations_are_copied(env: Any, thing: Any, vietnamese: str) -> None:
    thing.title = "Lamp"
    thing.with_context(lang=vietnamese).title = "Đèn"
    assert thing.copy().with_context(lang=vietnamese).title == "Đèn"


# tracking


def test_tracking_posts_the_change(env: Any, thing: Any) -> None:
    env.flush_all()
    env.cr.precommit.run()
    thing.state = "done"
    env.flush_all()
    env.cr.precommit.run()
    values = thing.message_ids.tracking_value_ids
    assert (values.old_value_char, values.new_value_char) == ("Draft", "Done")
    assert values.field_id.name == "state"


# ondelete


def test_ondelete_set_null_restrict_and_cascade(env: Any, thing: Any) -> None:
    seal = env["contract.seal"]
    null, cascade = seal.create([{"name": "n", "thing_null_id": thing.id}, {"name": "c", "thing_cascade_id": thing.id}])
    thing.unlink()
    assert not null.thing_null_id and null.exists()
    assert not cascade.exists()
    other = env["contract.thing"].create({"name": "Held"})
    seal.create({"name": "r", "thing_restrict_id": other.id})
    with mute_logger("odoo.sql_db"), pytest.raises((UserError, ValidationError)):
        other.unlink()


def test_a_required_many2one_restricts_by_default(env: Any) -> None:
    assert env["contract.thing"]._fields["partner_id"].ondelete == "set null"
    assert env["contract.thing.line"]._fields["thing_id"].ondelete == "cascade"


# selection


def test_selection_add_extends_and_orders(env: Any) -> None:
    assert [value for value, _label in env["contract.thing"]._fields["kind"].selection] == [
        "a", "null", "default", "cascade", "call", "fixed", "b",
    ]  # fmt: skip


def test_selection_refuses_unknown_values(thing: Any) -> None:
    with pytest.raises(ValueError, match="kind"):
        thing.kind = "zzz"


def test_selection_from_a_method(env: Any, thing: Any) -> None:
    thing.dynamic = "x"
    assert thing.fields_get(["dynamic"])["dynamic"]["selection"] == [("x", "From a method"), ("y", "From the same")]
    with pytest.raises(ValueError, match="dynamic"):
        thing.dynamic = "z"


@pytest.mark.parametrize(
    ("value", "kind", "note"), [("null", False, False), ("default", "a", False), ("call", "b", "its kind is gone"), ("fixed", "b", False)]
)
def test_selection_add_ondelete_is_applied_on_uninstall(env: Any, value: str, kind: Any, note: Any) -> None:
    from core.modules import selections

    record = env["contract.thing"].create({"name": "x", "kind": value})
    _release(env, selections, value)
    assert (record.kind, record.note) == (kind, note)


def test_selection_add_ondelete_cascade_deletes_the_records(env: Any) -> None:
    from core.modules import selections

    record = env["contract.thing"].create({"name": "x", "kind": "cascade"})
    _release(env, selections, "cascade")
    assert not record.exists()


def _release(env: Any, selections: Any, value: str) -> None:
    for removed in selections.removed_values(env, ["contract_more"], []):
        if removed.value == value:
            selections.release(env, removed)


# domain, context


def test_domain_and_context_reach_the_view(env: Any) -> None:
    described = env["contract.thing"].fields_get(["partner_id"])["partner_id"]
    assert described["domain"] == "[('is_company', '=', True)]"
    assert described["context"] == {"show_address": 1}
    assert described["relation"] == "res.partner"


def test_domain_of_an_x2many_filters_its_records(env: Any, thing: Any) -> None:
    thing.line_ids = [Command.create({"name": "free"}), Command.create({"name": "paid", "price": 3})]
    env.flush_all()
    env.invalidate_all()
    assert thing.bare_line_ids.mapped("name") == ["free"]


# numbers


def test_digits_round_and_size_the_column(env: Any, thing: Any) -> None:
    thing.amount = 1.23456
    assert thing.amount == 1.235
    thing.weight = 1.234567
    assert thing.weight == 1.2346
    env.flush_all()
    env.cr.execute("SELECT amount::text, weight::text FROM contract_thing WHERE id = %s", [thing.id])
    assert env.cr.fetchone() == ("1.235", "1.2346")
    assert env["contract.thing"]._fields["weight"].get_digits(env) == (16, 4)


def test_currency_field_rounds_a_monetary(env: Any, thing: Any) -> None:
    thing.currency_id = env.ref("base.USD")
    thing.price = 1.239
    assert thing.price == 1.24
    thing.write({"other_currency_id": env.ref("base.VND").id, "other_price": 1500.4})
    assert thing.other_price == 1500
    assert env["contract.thing"]._fields["price"].get_currency_field(thing) == "currency_id"


def test_integer_and_boolean_conversions(thing: Any) -> None:
    thing.write({"sequence": "7", "active": 1})
    assert thing.sequence == 7 and thing.active is True
    thing.sequence = False
    assert thing.sequence == 0


def test_float_statics(env: Any) -> None:
    assert fields.Float.is_zero(0.0001, precision_digits=2)
    assert fields.Float.compare(1.001, 1.002, precision_digits=2) == 0
    assert fields.Float.round(1.005, precision_digits=2) == 1.01


# texts


def test_char_size_trims(thing: Any) -> None:
    thing.code = "123456789"
    assert thing.code == "12345678"


def test_char_is_stripped_only_by_views(thing: Any) -> None:
    thing.note = "  as it is  "
    assert thing.note == "  as it is  "


def test_an_empty_text_is_kept_and_searched_like_false(env: Any, thing: Any) -> None:
    thing.unindexed = ""
    assert not thing.unindexed
    assert env["contract.thing"].search([("id", "=", thing.id), ("unindexed", "=", False)]) == thing


def test_html_is_sanitised(thing: Any) -> None:
    thing.html = "<p onclick='x()'>safe</p><script>alert(1)</script>"
    assert "safe" in thing.html and "script" not in thing.html and "onclick" not in thing.html
    thing.html_raw = "<p onclick='x()'>raw</p>"
    assert "onclick" in thing.html_raw


def test_html_values_are_markup(thing: Any) -> None:
    from markupsafe import Markup

    thing.html = "<p>a</p>"
    assert isinstance(thing.html, Markup)


# dates


def test_date_and_datetime_conversions(thing: Any) -> None:
    thing.write({"date": "2024-02-29", "moment": "2024-02-29 12:34:56"})
    assert thing.date == dt.date(2024, 2, 29)
    assert thing.moment == dt.datetime(2024, 2, 29, 12, 34, 56)
    with pytest.raises((ValueError, ValidationError)):
        thing.date = "no date"


def test_date_helpers() -> None:
    date = fields.Date
    assert date.to_date("2024-01-31") == dt.date(2024, 1, 31)
    assert date.to_string(dt.date(2024, 1, 31)) == "2024-01-31"
    assert date.add(dt.date(2024, 1, 31), months=1) == dt.date(2024, 2, 29)
    assert date.subtract(dt.date(2024, 3, 31), months=1) == dt.date(2024, 2, 29)
    assert date.start_of(dt.date(2024, 5, 17), "month") == dt.date(2024, 5, 1)
    assert date.end_of(dt.date(2024, 5, 17), "quarter") == dt.date(2024, 6, 30)


def test_datetime_helpers(env: Any) -> None:
    moment = fields.Datetime
    assert moment.to_datetime("2024-01-31 10:11:12") == dt.datetime(2024, 1, 31, 10, 11, 12)
    assert moment.to_string(dt.datetime(2024, 1, 31, 10, 11, 12)) == "2024-01-31 10:11:12"
    assert moment.start_of(dt.datetime(2024, 1, 31, 10, 11, 12), "day") == dt.datetime(2024, 1, 31)
    with freeze_time("2024-01-31 20:00:00"):
        assert moment.now() == dt.datetime(2024, 1, 31, 20)
        assert moment.today() == dt.datetime(2024, 1, 31)
        assert fields.Date.today() == dt.date(2024, 1, 31)
        local = moment.context_timestamp(env.user.with_context(tz="Asia/Ho_Chi_Minh"), moment.now())
        assert local.hour == 3
        assert fields.Date.context_today(env.user.with_context(tz="Asia/Ho_Chi_Minh")) == dt.date(2024, 2, 1)


# relations


def test_many2one_takes_record_or_id_and_gives_records(env: Any, thing: Any) -> None:
    partner = env["res.partner"].create({"name": "P"})
    thing.partner_id = partner.id
    assert thing.partner_id == partner
    thing.partner_id = env["res.partner"]
    assert not thing.partner_id
    assert thing.read(["partner_id"])[0]["partner_id"] is False


def test_one2many_and_many2one_are_kept_consistent(env: Any, thing: Any) -> None:
    line = env["contract.thing.line"].create({"name": "l", "thing_id": thing.id})
    assert line in thing.line_ids
    other = env["contract.thing"].create({"name": "Other"})
    line.thing_id = other
    assert line not in thing.line_ids and line in other.line_ids


def test_many2many_both_sides_are_kept_consistent(env: Any, thing: Any) -> None:
    tag = env.ref("contract_base.tag_red")
    thing.tag_ids = tag
    assert thing in tag.thing_ids
    tag.thing_ids = [Command.unlink(thing.id)]
    assert not thing.tag_ids


def test_reference_holds_a_record_of_any_model(env: Any, thing: Any) -> None:
    tag = env.ref("contract_base.tag_red")
    thing.reference = tag
    assert thing.reference == tag
    thing.reference = f"contract.category,{env.ref('contract_base.category_dogs').id}"
    assert thing.reference.name == "dogs"
    assert thing.read(["reference"])[0]["reference"] == f"contract.category,{env.ref('contract_base.category_dogs').id}"
    with pytest.raises(ValueError):
        thing.reference = "res.users,1"


def test_many2one_reference_holds_an_id_of_the_named_model(env: Any, thing: Any) -> None:
    tag = env.ref("contract_base.tag_red")
    thing.write({"res_model": "contract.tag", "res_id": tag.id})
    assert thing.res_id == tag.id
    assert env["contract.thing"]._fields["res_id"].model_field == "res_model"


# json, properties


def test_json_keeps_structures(env: Any, thing: Any) -> None:
    thing.data = {"a": [1, {"b": None}]}
    env.flush_all()
    env.invalidate_all()
    assert thing.data == {"a": [1, {"b": None}]}
    thing.data = False
    assert not thing.data


@pytest.fixture
def with_properties(env: Any, thing: Any) -> Any:
    """A thing whose category defines three properties."""
    thing.category_id = env["contract.category"].create(
        {
            "name": "Bulbs",
            "thing_properties": [
                {"name": "watts", "string": "Watts", "type": "integer", "default": 40},
                {"name": "socket", "string": "Socket", "type": "char"},
                {"name": "tag", "string": "Tag", "type": "many2one", "comodel": "contract.tag"},
            ],
        }
    )
    return thing


def test_properties_follow_their_definition(env: Any, with_properties: Any) -> None:
    thing = with_properties
    thing.properties = {"socket": "E27", "watts": 60}
    env.flush_all()
    env.invalidate_all()
    assert thing.properties["watts"] == 60
    assert thing.properties["socket"] == "E27"
    described = {item["name"]: item for item in thing.read(["properties"])[0]["properties"]}
    assert described["watts"]["value"] == 60 and described["watts"]["string"] == "Watts"


def test_properties_have_defaults(env: Any, with_properties: Any) -> None:
    record = env["contract.thing"].create({"name": "x", "category_id": with_properties.category_id.id})
    assert record.properties["watts"] == 40


def test_properties_hold_records(env: Any, with_properties: Any) -> None:
    tag = env.ref("contract_base.tag_red")
    with_properties.properties = {"tag": tag.id}
    env.flush_all()
    env.invalidate_all()
    assert with_properties.properties["tag"] in (tag, tag.id)


def test_properties_can_be_searched(env: Any, with_properties: Any) -> None:
    with_properties.properties = {"socket": "E14"}
    assert env["contract.thing"].search([("properties.socket", "=", "E14")]) == with_properties


def test_properties_definition_is_changed_through_a_record(env: Any, with_properties: Any) -> None:
    definition = with_properties.category_id.thing_properties
    assert [item["name"] for item in definition] == ["watts", "socket", "tag"]
    with_properties.category_id.thing_properties = definition[:1]
    env.flush_all()
    env.invalidate_all()
    assert [item["name"] for item in with_properties.read(["properties"])[0]["properties"]] == ["watts"]


# binary


def test_binary_is_kept_as_an_attachment(env: Any, thing: Any) -> None:
    thing.file = base64.b64encode(b"content")
    env.flush_all()
    assert column(env, "contract_thing", "file") is None
    attachment = env["ir.attachment"].search([("res_model", "=", "contract.thing"), ("res_field", "=", "file"), ("res_id", "=", thing.id)])
    assert attachment.raw == b"content"
    env.invalidate_all()
    assert base64.b64decode(thing.file) == b"content"
    thing.file = False
    assert not attachment.exists()


def test_binary_in_a_column(env: Any, thing: Any) -> None:
    thing.inline = base64.b64encode(b"inline")
    env.flush_all()
    env.invalidate_all()
    assert base64.b64decode(thing.inline) == b"inline"
    assert column(env, "contract_thing", "inline") == ("bytea", "YES")


def test_binary_gives_its_size_instead_on_request(env: Any, thing: Any) -> None:
    thing.file = base64.b64encode(b"x" * 2048)
    env.flush_all()
    env.invalidate_all()
    assert thing.with_context(bin_size=True).file in (b"2.00 Kb", "2.00 Kb")


def test_image_is_scaled_down(thing: Any) -> None:
    thing.image = png(300, 150)
    assert size_of(thing.image) == (64, 32)


def test_image_variant_is_scaled_from_its_source(env: Any, thing: Any) -> None:
    thing.image = png(300, 150)
    env.flush_all()
    env.invalidate_all()
    assert size_of(thing.image_small) == (16, 8)


def test_image_refuses_what_is_none(thing: Any) -> None:
    with pytest.raises((UserError, ValueError)):
        thing.image = base64.b64encode(b"no image")


# description


def test_fields_get_describes_fields(env: Any) -> None:
    described = env["contract.thing"].fields_get(["kind", "amount", "price", "line_ids", "double"])
    assert described["kind"]["type"] == "selection" and ("b", "B") in described["kind"]["selection"]
    assert described["amount"]["digits"] == (12, 3)
    assert described["price"]["currency_field"] == "currency_id"
    assert (described["line_ids"]["relation"], described["line_ids"]["relation_field"]) == ("contract.thing.line", "thing_id")
    assert described["double"]["store"] is False and described["double"]["readonly"] is True
    only = env["contract.thing"].fields_get(["kind"], attributes=["string", "type"])
    assert only == {"kind": {"string": "Kind", "type": "selection"}}


def test_modifiers_without_states(env: Any) -> None:
    assert "states" not in env["contract.thing"].fields_get(["state"])["state"]


def test_field_attributes_addons_look_at(env: Any) -> None:
    field = env["contract.thing"]._fields["line_ids"]
    assert (field.name, field.type, field.comodel_name, field.inverse_name, field.model_name) == (
        "line_ids", "one2many", "contract.thing.line", "thing_id", "contract.thing",
    )  # fmt: skip
    assert env["contract.thing"]._fields["state"].tracking is True
    assert env["contract.thing"]._fields["amount"].aggregator == "sum"

"""The names of the counted tables: environment, cursor, methods, decorators, imports."""

from __future__ import annotations

import datetime as dt
import importlib
from typing import Any

import pytest

from odoo import SUPERUSER_ID, _, _lt, api
from odoo.exceptions import UserError, ValidationError
from odoo.osv import expression
from odoo.tools import SQL, Query, mute_logger

# env


def test_env_members(env: Any) -> None:
    assert env.uid == SUPERUSER_ID and env.user.id == env.uid and env.user._name == "res.users"
    assert env.company._name == "res.company" and env.companies >= env.company
    assert env.cr.dbname == env.registry.db_name
    assert env.su is True and env.lang in (None, "en_US")
    assert "res.partner" in env and "no.model" not in env
    assert env.context == {}
    assert env["res.partner"].env is env


def test_env_call_makes_another(env: Any) -> None:
    other = env(user=env.ref("base.user_admin"), context={"x": 1}, su=False)
    assert (other.uid, dict(other.context), other.su) == (env.ref("base.user_admin").id, {"x": 1}, False)
    assert other.cr is env.cr
    assert env(context=dict(env.context, y=2)).context["y"] == 2
    assert env["res.partner"].with_context(x=1).env == env(context={"x": 1})


def test_env_cache(env: Any, thing: Any) -> None:
    assert env.cache.contains(thing, thing._fields["name"])
    assert env.cache.get(thing, thing._fields["name"]) == "Lamp"
    env.flush_all()
    env.cache.invalidate()
    assert not env.cache.contains(thing, thing._fields["name"])


def test_env_execute_query(env: Any, thing: Any) -> None:
    thing.name = "Torch"
    env["contract.thing"].flush_model(["name"])
    assert env.execute_query(SQL("SELECT name FROM contract_thing WHERE id = %s", thing.id)) == [("Torch",)]
    assert env.execute_query_dict(SQL("SELECT id, name FROM contract_thing WHERE id = %s", thing.id)) == [{"id": thing.id, "name": "Torch"}]


def test_env_is_equal_by_its_parts(env: Any) -> None:
    assert env == env(context={}) and env != env(context={"a": 1})
    assert isinstance(api.Environment(env.cr, SUPERUSER_ID, {}), type(env))


# cr


def test_cursor_members(env: Any) -> None:
    cr = env.cr
    cr.execute("SELECT 1 AS a, 'x' AS b UNION SELECT 2, 'y' ORDER BY 1")
    assert cr.rowcount == 2 and [column[0] for column in cr.description] == ["a", "b"]
    assert cr.fetchone() == (1, "x") and cr.fetchall() == [(2, "y")]
    cr.execute("SELECT 1 AS a, 'x' AS b")
    assert cr.dictfetchall() == [{"a": 1, "b": "x"}]
    cr.execute("SELECT 1 AS a")
    assert cr.dictfetchone() == {"a": 1}
    cr.execute("SELECT generate_series(1, 3)")
    assert cr.fetchmany(2) == [(1,), (2,)]
    cr.execute(SQL("SELECT %s", "x"))
    assert cr.fetchone() == ("x",)
    assert cr.mogrify("SELECT %s", ["a"]) == b"SELECT 'a'"
    assert isinstance(cr.now(), dt.datetime)


def test_cursor_flushes_before_it_executes(env: Any, thing: Any) -> None:
    thing.name = "Torch"
    env.cr.execute("SELECT name FROM contract_thing WHERE id = %s", [thing.id])
    assert env.cr.fetchone() == ("Torch",)


def test_savepoint_rolls_back_rows_and_cache(env: Any, thing: Any) -> None:
    with pytest.raises(UserError), env.cr.savepoint():
        thing.name = "Torch"
        env.flush_all()
        raise UserError("no")
    assert thing.name == "Lamp"


def test_precommit_and_postcommit_hooks(env: Any) -> None:
    calls: list[str] = []
    env.cr.precommit.add(lambda: calls.append("pre"))
    env.cr.postcommit.add(lambda: calls.append("post"))
    env.cr.precommit.data["key"] = "kept"
    assert env.cr.precommit.data["key"] == "kept"
    env.cr.precommit.run()
    assert calls == ["pre"]
    env.cr.rollback()
    assert calls == ["pre"], "what did not happen has no consequences"


# decorators


def test_api_model_and_create_multi(env: Any) -> None:
    model = env["contract.thing"]
    assert [thing.name for thing in model.create([{"name": "a"}, {"name": "b"}])] == ["a", "b"]
    assert model.search_count([("name", "=", "a")]) == 1


def test_api_model_on_methods_called_with_ids(env: Any) -> None:
    model = env["contract.thing"]
    assert type(model)._select_dynamic._api == "model"
    assert type(model).create._api == "model_create"


def test_api_returns(env: Any, thing: Any) -> None:
    assert thing.twin().name == "Lamp's twin"
    assert type(thing).twin._returns[0] == "self"


def test_api_constrains_depends_onchange_marks(env: Any) -> None:
    cls = type(env["contract.thing"])
    assert cls._check_amount._constrains == ("amount", "state")
    assert cls._compute_double._depends == ("amount",)
    assert cls._onchange_partner._onchange == ("partner_id",)


def test_api_autovacuum_methods_are_private() -> None:
    with pytest.raises((ValueError, AssertionError)):

        @api.autovacuum
        def public(self: Any) -> None: ...


def test_private_methods_are_marked() -> None:
    @api.private
    def method(self: Any) -> None: ...

    assert method._api_private


# reading and grouping


def test_read_gives_dictionaries(env: Any, thing: Any) -> None:
    thing.partner_id = env["res.partner"].create({"name": "P"})
    (values,) = thing.read(["name", "partner_id", "tag_ids", "date"])
    assert values["id"] == thing.id and values["partner_id"] == (thing.partner_id.id, "P")
    assert values["tag_ids"] == [] and isinstance(values["date"], dt.date)
    assert thing.read(["partner_id"], load=None)[0]["partner_id"] == thing.partner_id.id


def test_search_read(env: Any, things: Any) -> None:
    rows = env["contract.thing"].search_read([("id", "in", things.ids)], ["name"], offset=1, limit=1, order="name")
    assert rows == [{"id": things[1].id, "name": "Bob"}]


def test_search_fetch_and_fetch_fill_the_cache(env: Any, things: Any) -> None:
    env.flush_all()
    env.invalidate_all()
    found = env["contract.thing"].search_fetch([("id", "in", things.ids)], ["name"])
    before = env.cr.sql_log_count
    assert found.mapped("name") == ["Ada", "Bob", "Cyd"]
    assert env.cr.sql_log_count == before
    env.invalidate_all()
    things.fetch(["name"])
    before = env.cr.sql_log_count
    things.mapped("name")
    assert env.cr.sql_log_count == before


def test_search_count_with_limit(env: Any, things: Any) -> None:
    assert env["contract.thing"].search_count([("id", "in", things.ids)]) == 3
    assert env["contract.thing"].search_count([("id", "in", things.ids)], limit=2) == 2


def test_private_read_group(env: Any, things: Any) -> None:
    things[:2].state = "done"
    rows = env["contract.thing"]._read_group(
        [("id", "in", things.ids)], ["state"], ["amount:sum", "__count", "id:recordset", "name:array_agg", "amount:max"]
    )
    by_state = {row[0]: row[1:] for row in rows}
    assert by_state["done"][0] == 4 and by_state["done"][1] == 2 and by_state["done"][2] == things[:2]
    assert by_state["done"][3] == ["Ada", "Bob"] and by_state["draft"][4] == 2
    assert env["contract.thing"]._read_group([("id", "in", things.ids)], aggregates=["amount:avg"]) == [(2.0,)]


def test_private_read_group_by_date_and_relation(env: Any, things: Any) -> None:
    things.date = dt.date(2024, 5, 17)
    things[0].category_id = env.ref("contract_base.category_dogs")
    model, mine = env["contract.thing"], [("id", "in", things.ids)]
    assert model._read_group(mine, ["date:month"], ["__count"]) == [(dt.date(2024, 5, 1), 3)]
    assert model._read_group(mine, ["date:year_number"], ["__count"]) == [(2024, 3)]
    groups = model._read_group(mine, ["category_id"], ["__count"], order="__count")
    assert groups == [(env.ref("contract_base.category_dogs"), 1), (env["contract.category"], 2)]
    assert model._read_group(mine, ["state"], ["__count"], having=[("__count", ">", 5)]) == []


def test_read_group_shape(env: Any, things: Any) -> None:
    things[:2].state = "done"
    mine = [("id", "in", things.ids)]
    groups = env["contract.thing"].read_group(mine, ["amount:sum"], ["state"], orderby="state desc")
    assert [(group["state"], group["state_count"], group["amount"]) for group in groups] in (
        [("draft", 1, 2.0), ("done", 2, 4.0)], [("done", 2, 4.0), ("draft", 1, 2.0)],
    )  # fmt: skip
    assert env["contract.thing"].search_count(groups[0]["__domain"]) == groups[0]["state_count"]
    (group,) = env["contract.thing"].read_group(mine, ["amount"], [])
    assert group["__count"] == 3 and group["amount"] == 6


def test_read_group_not_lazy(env: Any, things: Any) -> None:
    groups = env["contract.thing"].read_group([("id", "in", things.ids)], ["amount:sum"], ["state", "kind"], lazy=False)
    assert groups[0]["__count"] == 3 and groups[0]["kind"] == "a"


def test_web_methods(env: Any, things: Any) -> None:
    specification = {"name": {}, "partner_id": {"fields": {"display_name": {}}}, "line_ids": {"fields": {"name": {}}}}
    things[0].line_ids = [(0, 0, {"name": "l"})]
    (values,) = things[0].web_read(specification)
    assert values["line_ids"] == [{"id": things[0].line_ids.id, "name": "l"}] and values["partner_id"] is False
    found = env["contract.thing"].web_search_read([("id", "in", things.ids)], {"name": {}}, limit=2)
    assert found["length"] == 3 and len(found["records"]) == 2
    (saved,) = env["contract.thing"].web_save({"name": "web"}, {"name": {}})
    assert saved["name"] == "web"


# sql_db, tools


def test_domains_are_joined(env: Any) -> None:
    a, b = [("a", "=", 1)], [("b", "=", 2)]
    assert expression.AND([a, b]) == ["&", *a, *b]
    assert expression.OR([a, b]) == ["|", *a, *b]
    assert expression.AND([[], a]) == a and expression.AND([]) == expression.TRUE_DOMAIN
    assert expression.OR([]) == expression.FALSE_DOMAIN
    assert expression.OR([[], a]) == expression.TRUE_DOMAIN
    assert expression.normalize_domain([*a, *b]) == ["&", *a, *b]
    assert expression.TRUE_LEAF == (1, "=", 1) and expression.FALSE_LEAF == (0, "=", 1)


def test_search_gives_a_query(env: Any, things: Any) -> None:
    query = env["contract.thing"]._search([("id", "in", things.ids)])
    assert isinstance(query, Query)
    assert set(query) == set(things.ids) and len(query) == 3
    lines = env["contract.thing.line"].create({"name": "l", "thing_id": things[0].id})
    assert env["contract.thing.line"].search([("thing_id", "in", query)]) == lines
    subselect = query.subselect()
    assert env.execute_query(SQL("SELECT count(*) FROM contract_thing WHERE id IN %s", subselect)) == [(3,)]


def test_sql_objects_compose() -> None:
    part = SQL("a = %s", 5)
    whole = SQL("SELECT %s FROM %s WHERE %s", SQL.identifier("x", "y"), SQL.identifier("t"), part)
    assert whole.code == 'SELECT "x"."y" FROM "t" WHERE a = %s' and list(whole.params) == [5]
    assert SQL(", ").join([SQL("a"), SQL("b")]).code == "a, b"
    with pytest.raises((AssertionError, ValueError)):
        SQL.identifier("a; DROP")


def test_schema_helpers(env: Any) -> None:
    from odoo.tools import sql

    assert sql.table_exists(env.cr, "contract_thing") and not sql.table_exists(env.cr, "contract_nothing")
    assert sql.column_exists(env.cr, "contract_thing", "name")
    assert not sql.column_exists(env.cr, "contract_thing", "nothing")
    sql.create_column(env.cr, "contract_tag", "extra_column", "varchar")
    assert sql.column_exists(env.cr, "contract_tag", "extra_column")
    sql.rename_column(env.cr, "contract_tag", "extra_column", "other_column")
    sql.create_index(env.cr, "contract_tag_other_idx", "contract_tag", ["other_column"])
    assert sql.index_exists(env.cr, "contract_tag_other_idx")
    assert sql.table_kind(env.cr, "contract_report")


def test_float_helpers() -> None:
    from odoo.tools import float_compare, float_is_zero, float_repr, float_round

    assert float_round(2.675, precision_digits=2) == 2.68
    assert float_round(1.3, precision_rounding=0.5) == 1.5
    assert float_round(1.1, precision_digits=0, rounding_method="UP") == 2
    assert float_compare(1.001, 1.002, precision_digits=2) == 0 and float_compare(2, 1, precision_rounding=0.1) == 1
    assert float_is_zero(0.001, precision_digits=2)
    assert float_repr(1.5, 2) == "1.50"


def test_safe_eval() -> None:
    from odoo.tools.safe_eval import datetime, safe_eval, time

    assert safe_eval("a + 1", {"a": 2}) == 3
    assert safe_eval("[x for x in range(3) if x]") == [1, 2]
    assert safe_eval("datetime.date(2024, 1, 1).year", {"datetime": datetime, "time": time}) == 2024
    with mute_logger("odoo.tools.safe_eval"):
        for evil in ("__import__('os')", "().__class__.__bases__", "open('/etc/passwd')"):
            with pytest.raises((ValueError, NameError, TypeError)):
                safe_eval(evil)


def test_collection_helpers() -> None:
    from odoo.tools import OrderedSet, frozendict, groupby, split_every, unique

    assert list(groupby("abca")) == [("a", ["a", "a"]), ("b", ["b"]), ("c", ["c"])]
    assert list(split_every(2, [1, 2, 3])) == [(1, 2), (3,)]
    assert list(OrderedSet([3, 1, 3])) == [3, 1] == list(unique([3, 1, 3]))
    with pytest.raises(NotImplementedError):
        frozendict(a=1)["a"] = 2


def test_formatting_helpers(env: Any) -> None:
    from odoo.tools import format_amount, format_date, format_datetime, formatLang
    from odoo.tools.misc import get_lang

    assert format_amount(env, 1234.5, env.ref("base.USD")).replace("\xa0", " ") in ("$ 1,234.50", "$1,234.50")
    assert format_date(env, dt.date(2024, 1, 31)) == "01/31/2024"
    assert "2024" in format_datetime(env, dt.datetime(2024, 1, 31, 10, 0), tz="UTC")
    assert formatLang(env, 1234.5, digits=2) == "1,234.50"
    assert get_lang(env).code == "en_US"


def test_mail_helpers() -> None:
    from odoo.tools import email_normalize, email_split, html2plaintext, is_html_empty, plaintext2html
    from odoo.tools.mail import html_sanitize

    assert email_normalize('"Ann" <Ann@Example.COM>') == "ann@example.com"
    assert email_split("a@b.c, x <d@e.f>") == ["a@b.c", "d@e.f"]
    assert html2plaintext("<p>Hello <b>World</b></p>").replace("*", "").strip() == "Hello World"
    assert is_html_empty("<p><br></p>") and not is_html_empty("<p>x</p>")
    assert "&lt;" in plaintext2html("a < b")
    assert "script" not in html_sanitize("<script>x</script><p>y</p>")


def test_date_utils() -> None:
    from odoo.tools import date_utils

    assert date_utils.start_of(dt.date(2024, 5, 17), "month") == dt.date(2024, 5, 1)
    assert date_utils.end_of(dt.date(2024, 2, 2), "month") == dt.date(2024, 2, 29)
    assert date_utils.add(dt.date(2024, 1, 31), months=1) == dt.date(2024, 2, 29)
    assert list(date_utils.date_range(dt.datetime(2024, 1, 1), dt.datetime(2024, 3, 1)))[-1] == dt.datetime(2024, 3, 1)
    assert date_utils.get_month(dt.date(2024, 2, 2)) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_ormcache(env: Any) -> None:
    from odoo.tools import ormcache

    calls: list[int] = []

    registry = env.registry

    class Cached:
        pool = registry
        env: Any = None
        _name = "contract.thing"

        @ormcache("number")
        def double(self, number: int) -> int:
            calls.append(number)
            return number * 2

    Cached.env = env
    assert (Cached().double(4711), Cached().double(4711)) == (9422, 9422) and calls == [4711]
    env.registry.clear_cache()
    Cached().double(4711)
    assert calls == [4711, 4711]


def test_mute_logger(caplog: pytest.LogCaptureFixture) -> None:
    import logging

    with mute_logger("odoo.contract"):
        logging.getLogger("odoo.contract").error("hidden")
    assert "hidden" not in caplog.text


def test_config(env: Any) -> None:
    from odoo.tools import config

    assert config["test_enable"] and config.get("no_such_option", 7) == 7


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("odoo", "_ _lt api fields models Command SUPERUSER_ID registry release exceptions tools http"),
        ("odoo.exceptions", "UserError ValidationError AccessError AccessDenied MissingError RedirectWarning CacheMiss"),
        ("odoo.tests", "TransactionCase Form tagged HttpCase new_test_user SingleTransactionCase can_import BaseCase"),
        ("odoo.tests.common", "TransactionCase Form tagged users warmup Like"),
        ("odoo.addons.base.tests.common", "BaseCommon DISABLED_MAIL_CONTEXT SavepointCaseWithUserDemo"),
        ("odoo.tools.misc", "groupby formatLang format_date get_lang clean_context str2bool file_open file_path"),
        ("odoo.tools.translate", "_ _lt html_translate xml_translate LazyTranslate"),
        ("odoo.tools.image", "image_process base64_to_image image_data_uri"),
        ("odoo.tools.float_utils", "float_round float_compare float_is_zero"),
        ("odoo.tools.sql", "SQL column_exists table_exists create_index drop_view_if_exists rename_column create_column"),
        ("odoo.osv.expression", "AND OR normalize_domain is_leaf NEGATIVE_TERM_OPERATORS distribute_not"),
        ("odoo.models", "MetaModel Model BaseModel NewId PREFETCH_MAX MAGIC_COLUMNS LOG_ACCESS_COLUMNS"),
        ("odoo.fields", "Command first Field Id NO_ACCESS"),
        ("odoo.http", "Controller route request Response"),
    ],
)
def test_imports(module: str, names: str) -> None:
    found = importlib.import_module(module)
    assert not [name for name in names.split() if not hasattr(found, name)]


# translation


def test_translations_of_code(env: Any) -> None:
    env["res.lang"]._activate_lang("vi_VN")
    text = "You may not read %(xml_id)s (%(model)s)."
    assert _("An unbroken text of no catalogue: %s", "x") == "An unbroken text of no catalogue: x"
    assert str(_lt("An unbroken text")) == "An unbroken text"
    assert env._("Plain %(a)s", a=1) == "Plain 1"
    assert isinstance(env(context={"lang": "vi_VN"})._(text, xml_id="x", model="y"), str)


def test_errors_carry_their_text() -> None:
    from odoo.exceptions import AccessError, MissingError, RedirectWarning

    for kind in (UserError, ValidationError, AccessError, MissingError):
        assert kind("text").args[0] == "text" and issubclass(kind, UserError)
    assert RedirectWarning("text", 7, "Go").args[:3] == ("text", 7, "Go")

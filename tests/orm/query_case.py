"""A small world for the tests of queries: people, countries, tags and orders, without any addon."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from core import api, db, fields, models
from core.orm.environment import SUPERUSER_ID, Environment
from core.orm.registry import Registry
from core.orm.tables import relation_table

MODULE = "test_query"


class _WithViews:
    """The views of the small world are texts on their models."""

    arches: dict[str, str] = {}

    def get_views(self, views: list[tuple[Any, str]], options: Any = None) -> dict[str, Any]:
        return {"views": {kind: {"arch": type(self).arches[kind]} for _id, kind in views}, "models": {}}


class Users(models.Model):
    _name = "res.users"
    _module = MODULE
    _description = "User"

    name = fields.Char()
    login = fields.Char()
    tz = fields.Char()
    lang = fields.Char()
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company")
    company_ids = fields.Many2many("res.company", "user_company_rel")

    def has_groups(self, groups: str) -> bool:
        return "base.group_secret" not in groups

    def _get_company_ids(self) -> list[int]:
        return self.company_ids.ids


class Company(models.Model):
    _name = "res.company"
    _module = MODULE
    _description = "Company"

    name = fields.Char()
    currency_id = fields.Many2one("res.currency")


class Currency(models.Model):
    _name = "res.currency"
    _module = MODULE
    _description = "Currency"

    name = fields.Char()

    def round(self, amount: float) -> float:
        return round(amount, 2)


class CurrencyRate(models.Model):
    _name = "res.currency.rate"
    _module = MODULE
    _description = "Currency rate"

    name = fields.Date()
    rate = fields.Float()
    currency_id = fields.Many2one("res.currency")
    company_id = fields.Many2one("res.company")


class Lang(models.Model):
    _name = "res.lang"
    _module = MODULE
    _description = "Language"

    code = fields.Char()
    week_start = fields.Selection([("1", "Monday"), ("7", "Sunday")], default="7")


class Access(models.AbstractModel):
    _name = "ir.model.access"
    _module = MODULE
    _description = "Access rights"

    def _allowed(self, mode: str) -> frozenset[str]:
        return frozenset(self.env.registry.models)


class Rule(models.AbstractModel):
    _name = "ir.rule"
    _module = MODULE
    _description = "Record rule"

    domains: dict[str, Any] = {}

    def _compute_domain(self, model_name: str, mode: str = "read") -> Any:
        return type(self).domains.get(model_name, [])


class Country(models.Model):
    _name = "test.country"
    _module = MODULE
    _description = "Country"
    _order = "name"

    name = fields.Char(translate=True)
    code = fields.Char()
    report_ids = fields.One2many("test.report", "country_id")


class Tag(models.Model):
    _name = "test.tag"
    _module = MODULE
    _description = "Tag"
    _parent_store = True

    name = fields.Char()
    parent_id = fields.Many2one("test.tag")
    parent_path = fields.Char()


class Person(models.Model):
    _name = "test.person"
    _module = MODULE
    _description = "Person"
    _order = "name, id"
    _rec_names_search = ["name", "code"]

    name = fields.Char()
    code = fields.Char()
    secret = fields.Char(groups="base.group_secret")
    title = fields.Char(translate=True)
    note = fields.Char(company_dependent=True)
    limit = fields.Float(company_dependent=True)
    parent_id = fields.Many2one("test.person")
    child_ids = fields.One2many("test.person", "parent_id")
    country_id = fields.Many2one("test.country", group_expand="_expand_countries")
    country_code = fields.Char(related="country_id.code")
    tag_ids = fields.Many2many("test.tag", "person_tag_rel", "person_id", "tag_id")
    order_ids = fields.One2many("test.order", "person_id")
    active = fields.Boolean(default=True)
    vip = fields.Boolean()
    birth = fields.Date()
    seen = fields.Datetime()
    rank = fields.Integer(aggregator="sum")
    credit = fields.Float(aggregator="sum")
    currency_id = fields.Many2one("res.currency")
    debt = fields.Monetary()
    kind = fields.Selection([("a", "A"), ("b", "B"), ("c", "C")], group_expand=True)
    big = fields.Boolean(compute="_compute_big", search="_search_big")

    def _expand_countries(self, countries: Any, domain: Any) -> Any:
        return countries.search([])

    @api.depends("rank")
    def _compute_big(self) -> None:
        for person in self:
            person.big = person.rank > 10

    def _search_big(self, operator: str, value: Any) -> list[Any]:
        wanted = bool(value) is (operator == "=")
        return [("rank", ">" if wanted else "<=", 10)]


class Order(models.Model):
    _name = "test.order"
    _module = MODULE
    _description = "Order"
    arches = {"form": """
        <form>
            <field name="state" readonly="1"/>
            <field name="name"/>
            <field name="person_id" readonly="state == 'done'" required="1"/>
            <field name="code"/>
            <group invisible="not person_id">
                <field name="country_id"/>
            </group>
            <field name="tag_ids"/>
            <field name="line_ids" context="{'default_name': code}">
                <list editable="bottom">
                    <field name="name" required="1"/>
                    <field name="quantity"/>
                    <field name="price" readonly="parent.code == 'FIX'"/>
                    <field name="tag_ids"/>
                    <field name="order_state" column_invisible="1"/>
                    <field name="subtotal"/>
                </list>
            </field>
            <field name="total"/>
        </form>"""}
    get_views = _WithViews.get_views

    name = fields.Char(required=True, default="New")
    person_id = fields.Many2one("test.person")
    country_id = fields.Many2one("test.country", compute="_compute_country", store=True, readonly=False)
    code = fields.Char(readonly=True)
    state = fields.Selection([("draft", "Draft"), ("done", "Done")], default="draft")
    tag_ids = fields.Many2many("test.tag", "order_tag_rel", "order_id", "tag_id")
    line_ids = fields.One2many("test.order.line", "order_id")
    total = fields.Float(compute="_compute_total", store=True)

    @api.depends("person_id")
    def _compute_country(self) -> None:
        for order in self:
            order.country_id = order.person_id.country_id

    @api.depends("line_ids.subtotal")
    def _compute_total(self) -> None:
        for order in self:
            order.total = sum(order.line_ids.mapped("subtotal"))

    @api.onchange("person_id")
    def _onchange_person(self) -> Any:
        self.code = self.person_id.code
        if self.person_id.vip:
            return {"warning": {"title": "VIP", "message": "Be polite."}}
        return None


class OrderLine(models.Model):
    _name = "test.order.line"
    _module = MODULE
    _description = "Order line"

    order_id = fields.Many2one("test.order", required=True, ondelete="cascade")
    name = fields.Char(required=True)
    quantity = fields.Float(default=1)
    price = fields.Float()
    subtotal = fields.Float(compute="_compute_subtotal", store=True)
    order_state = fields.Selection(related="order_id.state")
    tag_ids = fields.Many2many("test.tag", "line_tag_rel", "line_id", "tag_id")

    @api.depends("quantity", "price")
    def _compute_subtotal(self) -> None:
        for line in self:
            line.subtotal = line.quantity * line.price

    @api.onchange("name")
    def _onchange_name(self) -> None:
        if self.name == "pen":
            self.price = 2.5


class Report(models.Model):
    _name = "test.report"
    _module = MODULE
    _description = "Ranks by country"
    _auto = False
    _log_access = False

    country_id = fields.Many2one("test.country")
    total = fields.Integer()

    @property
    def _table_query(self) -> str:
        return ("SELECT max(id) AS id, country_id, sum(rank) AS total FROM test_person"
                " WHERE name NOT LIKE '%x%' GROUP BY country_id")


def build(database: str) -> Registry:
    """The registry of the small world."""
    registry = Registry(database)
    Registry.registries[database] = registry
    registry.load_module(MODULE)
    registry.setup_models()
    registry.ready = True
    return registry


def create_tables(registry: Registry, cr: Any) -> None:
    """The tables of all models, without constraints."""
    dialect = postgresql.dialect()
    for model in registry.models.values():
        if model._auto and not model._abstract:
            model._table_
            for field in model._fields.values():
                if field.type == "many2many" and field.store:
                    relation_table(field)
    for table in registry.metadata.tables.values():
        cr.execute(str(sa.schema.CreateTable(table, include_foreign_key_constraints=[]).compile(dialect=dialect)))


def environment(registry: Registry, cr: Any, uid: int = SUPERUSER_ID, **context: Any) -> Environment:
    return Environment(cr, uid, context)


# Fixtures; test modules import them


@pytest.fixture(scope="module")
def world() -> Iterator[Registry]:
    """A database with the tables of the small world and one user."""
    name = f"sen_query_{uuid.uuid4().hex[:8]}"
    db.create_database(name)
    registry = build(name)
    with db.connect(name).cursor() as cr:
        create_tables(registry, cr)
        cr.execute("INSERT INTO res_company (id, name) VALUES (1, 'Sen'), (2, 'Lotus')")
        cr.execute(
            "INSERT INTO res_users (id, name, login, company_id, active, tz)"
            " VALUES (1, 'root', 'root', 1, true, 'UTC'), (2, 'An', 'an', 1, true, 'Asia/Ho_Chi_Minh')")
        cr.execute("INSERT INTO res_lang (code, week_start) VALUES ('en_US', '7'), ('vi_VN', '1')")
    yield registry
    Registry.registries.pop(name, None)
    db.drop_database(name)


@pytest.fixture
def env(world: Registry) -> Iterator[Environment]:
    """The superuser's environment in a transaction that is rolled back."""
    cr = db.connect(world.db_name).cursor()
    Rule.domains.clear()
    world["ir.rule"].domains.clear()
    yield environment(world, cr)
    cr.rollback()
    cr.close()

"""Routes: extension by other addons, converters, and what a method receives."""

import pytest
from werkzeug.exceptions import NotFound

from core.http import routing
from core.http.routing import Controller, RecordReference, build_map, route


@pytest.fixture(autouse=True)
def _own_controllers(monkeypatch):
    monkeypatch.setattr(routing, "controllers_by_addon", {})


def controller(addon, name, bases=(Controller,), **methods):
    return type(name, bases, {"__module__": f"odoo.addons.{addon}.controllers", **methods})


def call(url_map, path):
    endpoint, arguments = url_map.bind("localhost").match(path)
    return endpoint.method(**arguments)


def test_an_addon_extends_a_controller_where_it_is_installed():
    base = controller("a", "Hello", hello=route("/hello", auth="public")(lambda self: "a"))
    controller("b", "HelloB", (base,), hello=route()(lambda self: "b+" + base.hello(self)))
    assert call(build_map(["a"]), "/hello") == "a"
    assert call(build_map(["a", "b"]), "/hello") == "b+a"


def test_an_override_keeps_what_it_does_not_name():
    base = controller("a", "Hello", hello=route("/hello", auth="public", type="json")(lambda self: 1))
    controller("b", "HelloB", (base,), hello=route(auth="user")(lambda self: 2))
    endpoint, _arguments = build_map(["a", "b"]).bind("localhost").match("/hello")
    assert endpoint.routing["auth"] == "user"
    assert endpoint.routing["type"] == "json"
    assert not endpoint.csrf


def test_addons_that_are_not_installed_answer_nothing():
    controller("a", "Hello", hello=route("/hello")(lambda self: "a"))
    with pytest.raises(NotFound):
        call(build_map([]), "/hello")


def test_unknown_parameters_are_dropped_unless_the_method_takes_them_all():
    controller("a", "Hello", few=route("/few")(lambda self, x="": x), many=route("/many")(lambda self, **kw: kw))
    url_map = build_map(["a"])
    few, _ = url_map.bind("localhost").match("/few")
    many, _ = url_map.bind("localhost").match("/many")
    assert few.method(x="1", utm="2") == "1"
    assert many.method(x="1", utm="2") == {"x": "1", "utm": "2"}


def test_records_in_addresses():
    controller("a", "Shop", show=route('/shop/<model("res.partner"):partner>')(lambda self, partner: partner))
    url_map = build_map(["a"])
    assert call(url_map, "/shop/12") == RecordReference("res.partner", 12)
    assert call(url_map, "/shop/mai-linh-12") == RecordReference("res.partner", 12)

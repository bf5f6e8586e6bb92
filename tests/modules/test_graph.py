"""Load order is by depth, then by name; what is missing or goes in a circle is told with file and line."""

import pytest

from core.base.config import config
from core.base.errors import LoadError
from core.modules import graph, manifest


@pytest.fixture
def addons(tmp_path):
    """Write addons by `name: manifest`; they alone are on the addons path."""
    before = config.addons_path

    def make(**manifests):
        for name, values in {"base": {"depends": []}, **manifests}.items():
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            lines = "\n".join(f"    {key!r}: {value!r}," for key, value in values.items())
            (folder / "__manifest__.py").write_text("{\n" + lines + "\n}")
        config["addons_path"] = [str(tmp_path)]
        manifest.rescan()
        return tmp_path

    yield make
    config["addons_path"] = before
    manifest.rescan()


def test_order_is_by_depth_then_name(addons):
    addons(
        sale={"depends": ["product"]}, product={"depends": ["uom"]}, uom={}, account={"depends": ["product"]}
    )
    assert graph.load_order(["sale", "account"]) == ["base", "uom", "product", "account", "sale"]


def test_a_missing_dependency_names_the_line_and_the_nearest_addon(addons):
    folder = addons(sale={"name": "Sale", "depends": ["prodct"]}, product={})
    with pytest.raises(LoadError) as refused:
        graph.load_order(["sale"])
    [problem] = refused.value.problems
    assert problem.file == str(folder / "sale" / "__manifest__.py")
    assert problem.line == 3
    assert "'product'" in problem.hint


def test_a_circle_is_reported_at_every_link(addons):
    addons(a={"depends": ["b"]}, b={"depends": ["c"]}, c={"depends": ["a"]})
    with pytest.raises(LoadError) as refused:
        graph.load_order(["a"])
    assert len(refused.value.problems) == 3
    assert all(problem.line == 2 for problem in refused.value.problems)
    assert "→" in refused.value.problems[0].message


def test_missing_and_cyclic_are_reported_together(addons):
    addons(a={"depends": ["b"]}, b={"depends": ["a"]}, c={"depends": ["nowhere"]})
    with pytest.raises(LoadError) as refused:
        graph.load_order(["a", "c"])
    assert len(refused.value.problems) == 3


def test_a_bridge_comes_when_both_sides_are_there(addons):
    addons(sale={}, stock={}, sale_stock={"depends": ["sale", "stock"], "auto_install": True})
    assert "sale_stock" not in graph.with_bridges(["sale"])
    assert "sale_stock" in graph.with_bridges(["sale", "stock"])


def test_a_bridge_may_pull_in_another_bridge(addons):
    addons(
        sale={},
        stock={},
        sale_stock={"depends": ["sale", "stock"], "auto_install": True},
        sale_stock_more={"depends": ["sale_stock"], "auto_install": True},
    )
    assert [name for name in graph.with_bridges(["sale", "stock"]) if name.startswith("sale_stock")] == [
        "sale_stock", "sale_stock_more"]


def test_a_bridge_may_depend_on_more_than_its_sides(addons):
    addons(
        sale={},
        stock={},
        extra={},
        bridge={"depends": ["sale", "stock", "extra"], "auto_install": ["sale", "stock"]},
    )
    assert {"bridge", "extra"} <= set(graph.with_bridges(["sale", "stock"]))


def test_an_alias_names_the_same_addon(addons):
    addons(pos={"alias": "point_of_sale"}, pos_bridge={"depends": ["point_of_sale"]})
    assert graph.load_order(["pos_bridge"]) == ["base", "pos", "pos_bridge"]


def test_an_addon_marked_not_installable_is_refused(addons):
    addons(old={"installable": False}, new={"depends": ["old"]})
    with pytest.raises(LoadError, match="not installable"):
        graph.load_order(["new"])


def test_a_missing_python_package_is_told_with_the_remedy(addons):
    addons(needy={"external_dependencies": {"python": ["no_such_package_at_all"]}})
    [problem] = graph.missing_externals(manifest.get("needy"))
    assert "pip install" in problem.hint

"""`load` and `export_data`: the import and export API addons and clients know."""

from __future__ import annotations


def test_rows_are_loaded_under_external_ids(env):
    result = env["res.partner"].load(
        ["id", "name", "country_id/id", "category_id/id", "is_company"],
        [["load_a", "A", "base.vn", "", "True"], ["load_b", "B", "", "", "0"]],
    )
    assert (result["messages"], len(result["ids"])) == ([], 2)
    record = env.ref("__import__.load_a")
    assert (record.name, record.country_id, record.is_company) == ("A", env.ref("base.vn"), True)


def test_rows_may_refer_to_rows_above(env):
    result = env["res.partner"].load(["id", "name", "parent_id/id"], [["load_a", "A", ""], ["load_b", "B", "load_a"]])
    assert not result["messages"]
    assert env.ref("__import__.load_b").parent_id == env.ref("__import__.load_a")


def test_lines_follow_their_record(env):
    result = env["res.partner"].load(
        ["name", "child_ids/name", "child_ids/function"], [["Firm", "Ann", "Boss"], ["", "Bob", ""], ["Other", "", ""]]
    )
    assert not result["messages"]
    firm, other = env["res.partner"].browse(result["ids"])
    assert (firm.child_ids.mapped("name"), other.child_ids.mapped("name")) == (["Ann", "Bob"], [])


def test_a_bad_row_is_reported_and_nothing_is_loaded(env):
    result = env["res.partner"].load(["name", "color"], [["Good", "1"], ["Bad", "many"]])
    assert result["ids"] is False
    [message] = result["messages"]
    assert (message["type"], message["rows"], message["field"]) == ("error", {"from": 1, "to": 1}, "color")
    assert not env["res.partner"].search([("name", "=", "Good")])


def test_references_by_name_must_be_known(env):
    result = env["res.partner"].load(["name", "country_id"], [["A", "Vietnam"]])
    assert env["res.partner"].browse(result["ids"]).country_id == env.ref("base.vn")
    result = env["res.partner"].load(["name", "country_id"], [["A", "Nowhereland"]])
    assert "Nowhereland" in result["messages"][0]["message"]


def test_what_is_exported_can_be_loaded_again(env):
    firm = env["res.partner"].create({
        "name": "Firm", "country_id": env.ref("base.vn").id, "child_ids": [(0, 0, {"name": "Ann"}), (0, 0, {"name": "Bob"})]})
    fields = ["id", "name", "country_id/id", "child_ids/id", "child_ids/name"]
    rows = firm.export_data(fields)["datas"]
    assert [row[1] for row in rows] == ["Firm", ""]
    assert [row[4] for row in rows] == ["Ann", "Bob"]
    result = env["res.partner"].load(fields, rows)
    assert result == {"ids": firm.ids, "messages": [], "nextrow": 0}
    assert len(firm.child_ids) == 2

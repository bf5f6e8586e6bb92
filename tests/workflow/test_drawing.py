"""The drawing of a workflow: every state and transition is on it, nothing runs through anything, texts are escaped."""

import re

from lxml import etree

from core.workflow.drawing import Drawing, Edge, Node, svg


def order():
    return Drawing(
        "The way of S1", [Node("draft", "Quotation", "done", "01/02 · An"), Node("sent", "Sent"), Node("sale", "Order", "current"), Node("cancel", "Cancelled")],
        [Edge("draft", "sent", "Send"), Edge("draft", "sale", "Confirm", "done"), Edge("sent", "sale", "Confirm"),
         Edge("sale", "cancel", "Cancel", "refused", "It is shipped."), Edge("draft", "cancel", "Cancel"), Edge("cancel", "draft", "Reopen")],
        [Node("picking", "Picking", "current"), Node("paid", "Paid")])


def drawn(drawing):
    return etree.fromstring(svg(drawing).encode())


def nodes(tree, css):
    return [each.findtext("{*}title").split("\n")[0] for each in tree.iter("{*}g") if css in each.get("class").split()]


def test_every_state_and_transition_is_drawn_once():
    tree = drawn(order())
    assert nodes(tree, "wf-node") == ["Quotation", "Sent", "Order", "Cancelled", "Picking", "Paid"]
    assert sorted(title.split(":")[0] for title in (each.findtext("{*}title") for each in tree.iter("{*}g") if "wf-edge" in each.get("class")) if title) \
        == ["Cancel", "Cancel", "Confirm", "Confirm", "Reopen", "Send"]


def test_where_it_stands_and_where_it_has_been_is_marked():
    tree = drawn(order())
    assert nodes(tree, "wf-current") == ["Order", "Picking"]
    assert sorted(nodes(tree, "wf-done")) == ["Confirm", "Quotation"]
    assert nodes(tree, "wf-refused") == ["Cancel: It is shipped."]


def test_it_says_what_it_shows_to_a_screen_reader():
    tree = drawn(order())
    assert tree.get("role") == "img"
    assert tree.get("aria-label") == "The way of S1"


def test_arcs_of_overlapping_transitions_have_heights_of_their_own():
    """draft → sale lies inside draft → cancel: the second rises above the first."""
    tops = {}
    for edge in drawn(order()).iter("{*}g"):
        arc = re.search(r"C[\d.]+ (-?[\d.]+) ", (edge.find("{*}path").get("d") if edge.find("{*}path") is not None else ""))
        if arc:
            tops[edge.findtext("{*}title")] = float(arc[1])
    assert tops["Cancel"] < tops["Confirm"]
    assert tops["Reopen"] > tops["Confirm"]  # the way back runs below


def test_everything_stays_inside_the_picture():
    tree = drawn(order())
    width, height = map(float, tree.get("viewBox").split()[2:])
    for box in tree.iter("{*}rect"):
        assert 0 <= float(box.get("x")) and float(box.get("x")) + float(box.get("width")) <= width
        assert 0 <= float(box.get("y")) and float(box.get("y")) + float(box.get("height")) <= height


def test_transitions_between_the_same_states_share_an_arrow():
    tree = drawn(Drawing("x", [Node("a", "A"), Node("b", "B")], [Edge("a", "b", "Go"), Edge("a", "b", "Run", "open")]))
    assert nodes(tree, "wf-edge") == ["Go / Run"]
    assert nodes(tree, "wf-open") == ["Go / Run"]


def test_texts_are_shown_not_run():
    source = svg(Drawing('"><script>', [Node("a", "<b>A</b>")], [Edge("a", "a", "<script>alert(1)</script>")]))
    assert "<script" not in source
    assert "<b>" not in source


def test_a_workflow_of_derived_statuses_only():
    assert nodes(drawn(Drawing("x", facts=[Node("state", "Ready")])), "wf-node") == ["Ready"]

"""What a form is compiled to."""

from core.views.program import ProgramWriter


def test_texts_calls_and_conditions_are_drawn_in_their_order():
    writer = ProgramWriter()
    writer.markup("<p>")
    writer.text("a < b")
    with writer.unless(lambda S: S["hidden"]):
        writer.markup("[")
        writer.call(lambda S: S["value"])
        with writer.unless(lambda S: S["short"]):
            writer.markup("!")
        writer.markup("]")
    with writer.unless(True):
        writer.markup("never")
    with writer.unless(False):
        writer.markup("</p>")
    program = writer.program()
    assert program.render({"hidden": False, "value": "x", "short": False}) == "<p>a &lt; b[x!]</p>"
    assert program.render({"hidden": False, "value": "y", "short": True}) == "<p>a &lt; b[y]</p>"
    assert program.render({"hidden": True}) == "<p>a &lt; b</p>"

"""The conformance suite of workflows: inherit it in one line and name the workflow."""
from __future__ import annotations

from core.testing.common import TransactionCase
from core.workflow import setup


class WorkflowConformance(TransactionCase):
    """``class TestSaleWorkflow(WorkflowConformance): workflow = "sale.workflow_sale_order"``.

    Loading has checked the declaration already; here it is checked that the workflow of *this* database is complete:
    labels translated, every transition enters through its method, the drawing shows every state.
    """

    workflow: str | None = None

    def setUp(self) -> None:
        super().setUp()
        if type(self) is WorkflowConformance or not self.workflow:
            self.skipTest("the conformance suite is inherited by tests of addons")
        self.definition = setup.of(self.registry).by_id[self.workflow]
        self.model = self.env[self.definition.model]

    def test_one_initial_state(self) -> None:
        self.assertEqual(len([state for state in self.definition.states.values() if state.initial]), 1)

    def test_states_are_the_values_of_the_field(self) -> None:
        field = self.model._fields[self.definition.field]
        self.assertEqual(set(self.definition.states), {value for value, _label in field.selection})

    def test_entry_methods_exist(self) -> None:
        for transition in self.definition.transitions.values():
            self.assertTrue(transition.method is None or callable(getattr(self.model, transition.method)))

    def test_drawing_shows_every_state_and_transition(self) -> None:
        from core.workflow.diagram import mermaid
        drawing = mermaid(self.definition)
        for name in self.definition.states:
            self.assertIn(f" as {name}\n", drawing)
        for transition in self.definition.transitions.values():
            for source in transition.sources:
                self.assertIn(f"{source} --> {transition.to} : ", drawing)

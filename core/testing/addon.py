"""The conformance suite of addons: inherit it in one line and name the addon."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.testing.common import TransactionCase


class AddonConformance(TransactionCase):
    """``class TestConformance(AddonConformance): addon = "library_book"``.

    Installing has checked names, files and expressions already; here it is checked that what the addon brings works for
    the people it is meant for: models are open to somebody, pages open, menus lead somewhere, texts are not forgotten.
    """

    addon: str | None = None
    #: languages whose translations must be complete
    languages: tuple[str, ...] = ()

    def setUp(self) -> None:
        super().setUp()
        if type(self) is AddonConformance or not self.addon:
            self.skipTest("the conformance suite is inherited by tests of addons")
        self.admin_env = self.env(user=self.env.ref("base.user_admin").id)

    def test_every_model_is_open_to_somebody(self) -> None:
        for record in self._brought("ir.model"):
            model = self.env.get(record.model)
            if model is None or model._abstract:
                continue
            self.assertTrue(record.access_ids, f"nobody but the superuser may read {record.model}: add it to security/ir.model.access.csv")

    def test_every_page_opens(self) -> None:
        for view in self._brought("ir.ui.view"):
            if view.model and view.type != "qweb":
                arch = self.admin_env[view.model].get_view(view.id, view.type)["arch"]
                self.assertIn(f"<{view.type}", arch, view.xml_id)

    def test_every_window_shows_its_records(self) -> None:
        for action in self._brought("ir.actions.act_window"):
            model = self.admin_env[action.res_model]
            kinds = action.view_mode.split(",")
            self.assertEqual(set(model.get_views([(False, kind) for kind in kinds])["views"]), set(kinds), action.xml_id)
            if not model._transient and not model._abstract:
                model.search([], limit=2).read()

    def test_every_menu_leads_somewhere(self) -> None:
        for menu in self._brought("ir.ui.menu"):
            self.assertTrue(menu.action or menu.child_id, f"the menu {menu.name} opens nothing and has nothing below it")

    def test_every_report_names_a_template(self) -> None:
        for report in self._brought("ir.actions.report"):
            if report.report_type.startswith("qweb"):
                self.assertTrue(self.env.ref(report.report_name, raise_if_not_found=False), report.report_name)

    def test_every_text_is_translated(self) -> None:
        from core.i18n import po
        from core.i18n.extract import extract
        from core.modules import manifest

        folder = manifest.find(self.addon or "")
        assert folder is not None
        for language in self.languages:
            file = folder / "i18n" / f"{language}.po"
            known = {entry.source for entry in po.read(file)} if file.exists() else set()
            missing = [entry.source for entry in extract(folder, self.addon or "") if entry.source not in known]
            self.assertEqual(missing, [], f"run: odoo-bin.py i18n export {self.addon} -l {language}")

    def _brought(self, model: str) -> Iterator[Any]:
        """The records of a model whose external ids are the addon's."""
        ids = self.env["ir.model.data"].search([("module", "=", self.addon), ("model", "=", model)]).mapped("res_id")
        yield from self.env[model].browse(ids).exists()

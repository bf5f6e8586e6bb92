"""The addons as records: what is found on the addons path, what is installed, and the buttons that change it."""

import base64
import logging

from core import _, api, fields, models
from core.data import translations
from core.exceptions import UserError
from core.modules import graph, manifest

_logger = logging.getLogger(__name__)

STATES = [
    ("uninstallable", "Uninstallable"),
    ("uninstalled", "Not Installed"),
    ("installed", "Installed"),
    ("to upgrade", "To be upgraded"),
    ("to remove", "To be removed"),
    ("to install", "To be installed"),
]
DEPENDENCY_STATES = [*STATES, ("unknown", "Unknown")]


class ModuleCategory(models.Model):
    _name = "ir.module.category"
    _description = "Application"
    _order = "sequence, name, id"
    _allow_sudo_commands = False

    name = fields.Char(required=True, translate=True, index=True)
    parent_id = fields.Many2one("ir.module.category", string="Parent Application", index=True)
    child_ids = fields.One2many("ir.module.category", "parent_id", string="Child Applications")
    module_ids = fields.One2many("ir.module.module", "category_id", string="Modules")
    description = fields.Text(translate=True)
    sequence = fields.Integer()
    visible = fields.Boolean(default=True)
    exclusive = fields.Boolean()
    xml_id = fields.Char(string="External ID", compute="_compute_xml_id")

    @api.depends()
    def _compute_xml_id(self):
        names = self.get_external_id()
        for record in self:
            record.xml_id = names.get(record.id) or False

    @api.constrains("parent_id")
    def _check_parent_not_circular(self):
        if self._has_cycle():
            raise UserError(_("An application cannot be its own ancestor."))


class Module(models.Model):
    _name = "ir.module.module"
    _rec_name = "shortdesc"
    _rec_names_search = ["name", "shortdesc", "summary"]
    _description = "Module"
    _order = "application desc, sequence, name"
    _allow_sudo_commands = False

    name = fields.Char("Technical Name", readonly=True, required=True)
    category_id = fields.Many2one("ir.module.category", string="Category", readonly=True, index=True)
    shortdesc = fields.Char("Module Name", readonly=True, translate=True)
    summary = fields.Char(readonly=True, translate=True)
    description = fields.Text(readonly=True, translate=True)
    author = fields.Char(readonly=True)
    maintainer = fields.Char(readonly=True)
    contributors = fields.Text(readonly=True)
    website = fields.Char(readonly=True)
    installed_version = fields.Char("Latest Version", compute="_compute_installed_version")
    latest_version = fields.Char("Installed Version", readonly=True)
    published_version = fields.Char(readonly=True)
    url = fields.Char("URL", readonly=True)
    sequence = fields.Integer(default=100)
    dependencies_id = fields.One2many(
        "ir.module.module.dependency", "module_id", string="Dependencies", readonly=True
    )
    exclusion_ids = fields.One2many(
        "ir.module.module.exclusion", "module_id", string="Exclusions", readonly=True
    )
    auto_install = fields.Boolean(
        "Automatic Installation", help="Installed as soon as all addons it joins are."
    )
    state = fields.Selection(STATES, string="Status", default="uninstallable", readonly=True, index=True)
    demo = fields.Boolean("Demo Data", default=False, readonly=True)
    license = fields.Char(default="LGPL-3", readonly=True)
    menus_by_module = fields.Text(compute="_compute_brought", string="Menus")
    reports_by_module = fields.Text(compute="_compute_brought", string="Reports")
    views_by_module = fields.Text(compute="_compute_brought", string="Views")
    application = fields.Boolean(readonly=True)
    icon = fields.Char("Icon URL")
    icon_image = fields.Binary(string="Icon", compute="_compute_icon_image")
    to_buy = fields.Boolean(default=False)

    _sql_constraints = [("name_uniq", "UNIQUE (name)", "The name of the module must be unique!")]

    @api.depends("name")
    def _compute_installed_version(self):
        for module in self:
            found = _manifest(module.name)
            module.installed_version = found.version if found else False

    @api.depends("name", "state")
    def _compute_brought(self):
        """Names of the menus, reports and views each addon brought."""
        kinds = {
            "menus_by_module": "ir.ui.menu",
            "reports_by_module": "ir.actions.report",
            "views_by_module": "ir.ui.view",
        }
        for module in self:
            for field_name, model in kinds.items():
                data = (
                    self.env["ir.model.data"]
                    .sudo()
                    .search([("module", "=", module.name), ("model", "=", model)])
                )
                records = self.env[model].sudo().browse(data.mapped("res_id")).exists()
                module[field_name] = "\n".join(sorted(record.display_name or "" for record in records))

    @api.depends("icon")
    def _compute_icon_image(self):
        for module in self:
            path = manifest.find(module.name) if module.name else None
            folder = path / "static" / "description" if path else None
            icon = next((folder / name for name in ("icon.png", "icon.svg") if folder and (folder / name).is_file()), None)
            module.icon_image = base64.b64encode(icon.read_bytes()) if icon else False

    # -- the list of addons ------------------------------------------------------------------------

    @api.model
    def update_list(self):
        """Look for addons on the addons path; returns [updated, added] counts."""
        if not self.env.is_admin():
            raise UserError(_("Only an administrator may update the list of addons."))
        manifest.rescan()
        return self.sudo()._sync_list()

    @api.model
    def _sync_list(self):
        """Rows for every addon found: one batch for new ones, one write per addon that changed."""
        found = {node.technical_name: node for node in map(_manifest, manifest.names()) if node}
        existing = {module.name: module for module in self.with_context(active_test=False).search([])}
        categories = self._categories({node["category"] for node in found.values()})
        updated = 0
        for name, module in existing.items():
            if name in found:
                updated += module._update_from(found[name], categories)
            elif module.state == "uninstalled":
                module.state = "uninstallable"
        new = [node for name, node in found.items() if name not in existing]
        created = self.create(
            [
                {
                    "name": node.technical_name,
                    "state": "uninstalled" if node.installable else "uninstallable",
                    **_values(node, categories),
                }
                for node in new
            ]
        )
        self._sync_dependencies(
            {module: found[module.name] for module in [*existing.values(), *created] if module.name in found}
        )
        self.env["ir.model.data"]._update_xmlids(
            [
                {"xml_id": f"base.module_{module.name}", "record": module, "noupdate": True}
                for module in created
            ]
        )
        return [updated, len(created)]

    def _update_from(self, node, categories):
        """Write what differs from the manifest; whether anything did."""
        values = {}
        for name, value in _values(node, categories).items():
            current = self[name].id if self._fields[name].type == "many2one" else self[name]
            if (current or False) != (value or False):
                values[name] = value
        if self.state == "uninstallable" and node.installable:
            values["state"] = "uninstalled"
        if values:
            self.write(values)
        return bool(values)

    @api.model
    def _categories(self, paths):
        """'Sales/Sales' → id of the innermost category, created with its parents where missing."""
        data = self.env["ir.model.data"]
        ids = {}
        for path in sorted(paths):
            parent_id, xml_id = False, "base.module_category"
            for part in path.split("/"):
                part = part.strip()
                xml_id = f"{xml_id}_{part.lower().replace(' ', '_').replace('&', 'and')}"
                category_id = data._xmlid_to_res_id(xml_id)
                if not category_id:
                    category = self.env["ir.module.category"].create({"name": part, "parent_id": parent_id})
                    data._update_xmlids([{"xml_id": xml_id, "record": category, "noupdate": True}])
                    category_id = category.id
                parent_id = category_id
            ids[path] = parent_id
        return ids

    @api.model
    def _sync_dependencies(self, nodes):
        """Dependency rows as the manifests have them."""
        lines = []
        for module, node in nodes.items():
            known = {line.name: line for line in module.dependencies_id}
            required = node.auto_install or ()
            for name in node.depends:
                if name not in known:
                    lines.append(
                        {"module_id": module.id, "name": name, "auto_install_required": name in required}
                    )
            gone = self.env["ir.module.module.dependency"].union(
                *[line for name, line in known.items() if name not in node.depends]
            )
            if gone:
                gone.unlink()
        self.env["ir.module.module.dependency"].create(lines)

    # -- buttons -----------------------------------------------------------------------------------

    def _refuse_non_admin(self):
        if not self.env.is_admin():
            raise UserError(_("Only an administrator may install, upgrade or uninstall addons."))

    def button_install(self):
        """Mark the addons, and all they need, for installation."""
        self._refuse_non_admin()
        names = graph.with_bridges({*self.mapped("name"), *self._installed_names()})
        modules = self.sudo().search([("name", "in", names), ("state", "=", "uninstalled")])
        modules.write({"state": "to install"})
        return dict(type="ir.actions.act_url", target="self", url="/odoo")

    def button_upgrade(self):
        """Mark the addons, and those that need them, for upgrade."""
        self._refuse_non_admin()
        not_installed = self.filtered(lambda module: module.state not in ("installed", "to upgrade"))
        if not_installed:
            raise UserError(
                _(
                    "“%s” is not installed, so it cannot be upgraded. Install it first.",
                    not_installed[0].shortdesc,
                )
            )
        modules = self | self.downstream_dependencies(
            exclude_states=("uninstalled", "uninstallable", "to remove")
        )
        modules.sudo().write({"state": "to upgrade"})

    def button_uninstall(self):
        """Mark the addons, and those that need them, for removal."""
        self._refuse_non_admin()
        if "base" in self.mapped("name"):
            raise UserError(_("The addon “base” cannot be uninstalled: everything stands on it."))
        not_installed = self.filtered(
            lambda module: module.state not in ("installed", "to upgrade", "to remove")
        )
        if not_installed:
            raise UserError(_("“%s” is not installed.", not_installed[0].shortdesc))
        (self | self.downstream_dependencies()).sudo().write({"state": "to remove"})

    def button_install_cancel(self):
        self._refuse_non_admin()
        self.sudo().filtered(lambda module: module.state == "to install").write({"state": "uninstalled"})

    def button_upgrade_cancel(self):
        self._refuse_non_admin()
        self.sudo().filtered(lambda module: module.state == "to upgrade").write({"state": "installed"})

    def button_uninstall_cancel(self):
        self._refuse_non_admin()
        self.sudo().filtered(lambda module: module.state == "to remove").write({"state": "installed"})

    def button_immediate_install(self):
        """Install now: commits what this transaction did so far, then installs in one of its own."""
        return self._immediately("install")

    def button_immediate_upgrade(self):
        return self._immediately("upgrade")

    def button_immediate_uninstall(self):
        return self._immediately("uninstall")

    def _immediately(self, action):
        from core.modules import operations

        self._refuse_non_admin()
        names = self.mapped("name")
        if action == "uninstall" and "base" in names:
            raise UserError(_("The addon “base” cannot be uninstalled: everything stands on it."))
        cr = self.env.cr
        cr.commit()
        getattr(operations, action)(cr.dbname, names)
        return {"type": "ir.actions.client", "tag": "reload", "params": {}}

    def button_uninstall_wizard(self):
        """Show what would be lost, then uninstall."""
        return {
            "type": "ir.actions.act_window",
            "name": _("Uninstall module"),
            "res_model": "base.module.uninstall",
            "view_mode": "form",
            "target": "new",
            "context": {"default_module_ids": self.ids},
        }

    @api.private
    def module_uninstall(self):
        """Remove what the addons brought, in this transaction; see `core.modules.uninstall`."""
        from core.modules import uninstall

        self._refuse_non_admin()
        uninstall.uninstall(self.env, self.mapped("name"))
        return True

    def _update_translations(self, filter_lang=None, overwrite=False):
        """Load the translations the installed ones of these addons bring for records.

        :param filter_lang: language codes (one, or a list); all active ones by default
        """
        langs = [filter_lang] if isinstance(filter_lang, str) else filter_lang
        modules = [name for name in self.env.registry.loaded_modules if name in set(self.mapped("name"))]
        translations.load(self.env(su=True), modules, langs, overwrite=overwrite)
        if "base" in modules:
            self.env["res.lang"].sudo()._name_countries_and_currencies(langs)

    # -- dependencies ------------------------------------------------------------------------------

    def _installed_names(self):
        return self.sudo().search([("state", "in", ("installed", "to install", "to upgrade"))]).mapped("name")

    def downstream_dependencies(
        self, known_deps=None, exclude_states=("uninstalled", "uninstallable", "to remove")
    ):
        """The addons that need these, directly or not; without these themselves."""
        known = known_deps or self.browse()
        todo = self
        lines = self.env["ir.module.module.dependency"].sudo()
        while todo:
            needing = lines.search(
                [("name", "in", todo.mapped("name")), ("module_id.state", "not in", exclude_states)]
            ).module_id
            todo = needing - known - self
            known |= todo
        return known

    def upstream_dependencies(
        self, known_deps=None, exclude_states=("installed", "uninstallable", "to remove")
    ):
        """The addons these need, directly or not; without these themselves."""
        known = known_deps or self.browse()
        todo = self
        while todo:
            needed = self.sudo().search(
                [("name", "in", todo.dependencies_id.mapped("name")), ("state", "not in", exclude_states)]
            )
            todo = needed - known - self
            known |= todo
        return known

    @api.model
    @api.returns("self")
    def _get(self, name):
        return self.sudo().browse(self._get_id(name))

    def _get_id(self, name):
        self.env.cr.execute("SELECT id FROM ir_module_module WHERE name = %s", [name])
        found = self.env.cr.fetchone()
        return found[0] if found else False

    @api.model
    def _installed(self):
        """name → id of the installed addons."""
        return {module.name: module.id for module in self.sudo().search([("state", "=", "installed")])}

    @api.model
    def get_module_info(self, name):
        """The manifest of an addon as a dict; empty when it is not found."""
        found = _manifest(name)
        return {**found.values, "version": found.version, "depends": list(found.depends)} if found else {}

    @api.model
    def check_external_dependencies(self, module_name, newstate="to install"):
        """Refuse an addon whose Python packages or programs this machine lacks."""
        found = _manifest(module_name)
        problems = graph.missing_externals(found) if found else []
        if problems:
            raise UserError("\n".join(str(problem) for problem in problems))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_installed(self):
        for module in self:
            if module.state in ("installed", "to upgrade", "to remove", "to install"):
                raise UserError(
                    _(
                        "“%s” is installed and cannot be deleted from the list. Uninstall it first.",
                        module.shortdesc,
                    )
                )


def _manifest(name):
    """The manifest, None when the addon is gone or its manifest is broken (which the log tells)."""
    from core.base.errors import LoadError

    try:
        return manifest.get(name)
    except LoadError as error:
        _logger.warning("%s", error)
        return None


def _values(node, categories):
    """The columns that mirror a manifest."""
    author = node["author"]
    contributors = node["contributors"]
    return {
        "shortdesc": node["name"],
        "summary": node["summary"] or False,
        "description": node["description"].strip() or False,
        "author": author if isinstance(author, str) else ", ".join(author),
        "maintainer": node["maintainer"] or False,
        "contributors": contributors if isinstance(contributors, str) else ", ".join(contributors),
        "website": node["website"] or False,
        "license": node["license"],
        "sequence": node["sequence"],
        "application": node["application"],
        "auto_install": node.auto_install is not None,
        "icon": node["icon"] or f"/{node.technical_name}/static/description/icon.png",
        "category_id": categories[node["category"]],
    }


class ModuleDependency(models.Model):
    _name = "ir.module.module.dependency"
    _description = "Module dependency"
    _allow_sudo_commands = False

    name = fields.Char(index=True)
    module_id = fields.Many2one("ir.module.module", string="Module", ondelete="cascade", index=True)
    depend_id = fields.Many2one(
        "ir.module.module", string="Dependency", compute="_compute_depend_id", search="_search_depend_id"
    )
    state = fields.Selection(DEPENDENCY_STATES, string="Status", compute="_compute_state")
    auto_install_required = fields.Boolean(
        default=True, help="Whether this dependency takes part in automatic installation"
    )

    @api.depends("name")
    def _compute_depend_id(self):
        modules = {
            module.name: module
            for module in self.env["ir.module.module"].search([("name", "in", self.mapped("name"))])
        }
        for line in self:
            line.depend_id = modules.get(line.name, False)

    def _search_depend_id(self, operator, value):
        modules = self.env["ir.module.module"].browse([value] if isinstance(value, int) else value or [])
        names = modules.mapped("name")
        return [("name", "in" if operator in ("=", "in") else "not in", names)]

    @api.depends("depend_id.state")
    def _compute_state(self):
        for line in self:
            line.state = line.depend_id.state or "unknown"


class ModuleExclusion(models.Model):
    _name = "ir.module.module.exclusion"
    _description = "Module exclusion"
    _allow_sudo_commands = False

    name = fields.Char(index=True)
    module_id = fields.Many2one("ir.module.module", string="Module", ondelete="cascade", index=True)
    exclusion_id = fields.Many2one(
        "ir.module.module", string="Exclusion Module", compute="_compute_exclusion_id"
    )
    state = fields.Selection(DEPENDENCY_STATES, string="Status", compute="_compute_state")

    @api.depends("name")
    def _compute_exclusion_id(self):
        modules = {
            module.name: module
            for module in self.env["ir.module.module"].search([("name", "in", self.mapped("name"))])
        }
        for line in self:
            line.exclusion_id = modules.get(line.name, False)

    @api.depends("exclusion_id.state")
    def _compute_state(self):
        for line in self:
            line.state = line.exclusion_id.state or "unknown"

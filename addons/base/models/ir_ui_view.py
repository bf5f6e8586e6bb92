"""Views: storage, inheritance, checks, and the compiled form that pages use."""
import logging
import re

from lxml import etree

from core import _, api, fields, models, tools, views
from core.base.errors import LoadError, Problem
from core.data import xmlids
from core.data.inherit import InheritanceError, Names, apply_inheritance
from core.exceptions import UserError, ValidationError
from core.tools.translate import xml_translate
from core.views import arch as arch_tools

_logger = logging.getLogger(__name__)

_TYPES = [
    ("list", "List"), ("form", "Form"), ("graph", "Graph"), ("pivot", "Pivot"), ("calendar", "Calendar"),
    ("kanban", "Kanban"), ("search", "Search"), ("activity", "Activity"), ("qweb", "QWeb"),
]


class ViewCustom(models.Model):
    _name = "ir.ui.view.custom"
    _description = "Custom View"
    _order = "create_date desc"
    _rec_name = "user_id"

    ref_id = fields.Many2one("ir.ui.view", string="Original View", index=True, required=True, ondelete="cascade")
    user_id = fields.Many2one("res.users", string="User", index=True, required=True, ondelete="cascade")
    arch = fields.Text(string="View Architecture", required=True)


class View(models.Model):
    _name = "ir.ui.view"
    _description = "View"
    _order = "priority, name, id"
    _allow_sudo_commands = False

    name = fields.Char(string="View Name", required=True)
    model = fields.Char(index=True)
    key = fields.Char(index="btree_not_null")
    priority = fields.Integer(string="Sequence", default=16, required=True)
    type = fields.Selection(_TYPES, string="View Type")
    arch = fields.Text(compute="_compute_arch", inverse="_inverse_arch", string="View Architecture",
                       help="The arch in the user's language. Editing it changes the translated texts only there.")
    arch_base = fields.Text(compute="_compute_arch_base", inverse="_inverse_arch_base", string="Base View Architecture",
                            help="The arch in English")
    arch_db = fields.Text(string="Arch Blob", translate=xml_translate)
    arch_fs = fields.Char(string="Arch Filename", help="File from where the view originates.")
    arch_updated = fields.Boolean(string="Modified Architecture")
    arch_prev = fields.Text(string="Previous View Architecture")
    inherit_id = fields.Many2one("ir.ui.view", string="Inherited View", ondelete="restrict", index=True)
    inherit_children_ids = fields.One2many("ir.ui.view", "inherit_id", string="Views which inherit from this one")
    model_data_id = fields.Many2one("ir.model.data", string="Model Data", compute="_compute_model_data_id")
    xml_id = fields.Char(string="External ID", compute="_compute_xml_id")
    groups_id = fields.Many2many("res.groups", "ir_ui_view_group_rel", "view_id", "group_id", string="Groups",
                                 help="Only users of these groups get the view; empty: everybody.")
    mode = fields.Selection([("primary", "Base view"), ("extension", "Extension View")], string="View inheritance mode",
                            default="primary", required=True)
    active = fields.Boolean(default=True)
    model_id = fields.Many2one("ir.model", string="Model of the view", compute="_compute_model_id")

    _sql_constraints = [
        ("inheritance_mode", "CHECK (mode != 'extension' OR inherit_id IS NOT NULL)",
         "Invalid inheritance mode: if the mode is 'extension', the view must extend an other view"),
        ("qweb_required_key", "CHECK (type != 'qweb' OR key IS NOT NULL)", "Invalid key: QWeb view should have a key"),
    ]

    # -- fields -------------------------------------------------------------------------------------

    @api.depends("arch_db")
    @api.depends_context("lang")
    def _compute_arch(self):
        for view in self:
            view.arch = view.arch_db

    def _inverse_arch(self):
        for view in self:
            view.arch_db = view.arch

    @api.depends("arch")
    def _compute_arch_base(self):
        for view, english in zip(self, self.with_context(lang=None)):
            view.arch_base = english.arch

    def _inverse_arch_base(self):
        for view, english in zip(self, self.with_context(lang=None)):
            english.arch = view.arch_base

    def _compute_xml_id(self):
        names = {view.id: [] for view in self}
        for data in self.env["ir.model.data"].sudo().search([("model", "=", "ir.ui.view"), ("res_id", "in", self.ids)]):
            names[data.res_id].append(f"{data.module}.{data.name}")
        for view in self:
            view.xml_id = (names.get(view.id) or [""])[0]

    def _compute_model_data_id(self):
        data = self.env["ir.model.data"].sudo().search([("model", "=", "ir.ui.view"), ("res_id", "in", self.ids)])
        by_id = {line.res_id: line for line in data}
        for view in self:
            view.model_data_id = by_id.get(view.id)

    @api.depends("model")
    def _compute_model_id(self):
        for view in self:
            view.model_id = self.env["ir.model"]._get(view.model) if view.model else False

    # -- create, write, unlink ----------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        completed = [self._completed(dict(vals)) for vals in vals_list]
        self.env.registry.clear_cache("templates")
        created = super(View, self.with_context(lang=None)).create(completed)
        created._check_soon()
        return created.with_env(self.env)

    def _completed(self, vals):
        """`arch` stored where it lives, and type, mode, key and name filled in from it."""
        for alias in ("arch", "arch_base"):
            if alias in vals:
                vals["arch_db"] = vals.pop(alias)
        inherited = self.browse(vals["inherit_id"]) if vals.get("inherit_id") else self.browse()
        vals.setdefault("mode", "extension" if inherited else "primary")
        if not vals.get("type"):
            vals["type"] = inherited.type if inherited else self._type_of(vals.get("arch_db"))
        if inherited and not vals.get("model"):
            vals["model"] = inherited.model
        if not vals.get("name"):
            vals["name"] = f"{vals.get('model')} {vals['type']}"
        if vals["type"] == "qweb" and not vals.get("key"):
            vals["key"] = f"gen_key.{vals['name']}"
        return vals

    def _type_of(self, arch):
        try:
            return arch_tools.view_type(arch_tools.parse(arch))
        except (etree.XMLSyntaxError, ValueError, TypeError) as error:
            raise ValidationError(_("The view's architecture is not valid XML: %s", error)) from error

    def write(self, vals):
        vals = dict(vals)
        if "arch_base" in vals or "arch" in vals and not self.env.context.get("lang"):
            vals["arch_db"] = vals.pop("arch_base", None) or vals.pop("arch", None)
            vals.pop("arch", None)
        self.env.registry.clear_cache("templates")
        if "arch_db" in vals and not self.env.context.get("install_mode") and "arch_updated" not in vals:
            vals["arch_updated"] = True
        result = super().write(vals)
        if "arch_db" in vals and (self.env.context.get("lang") or "en_US") == "en_US":
            self._forget_translations()
        if not vals.keys().isdisjoint(("arch", "arch_db", "inherit_id", "mode", "model", "active", "type", "priority")):
            self._check_soon()
        return result

    def _forget_translations(self):
        """Texts translated from an older arch are no translation of this one; they are loaded again from the addons."""
        self.flush_recordset(["arch_db"])
        self.env.cr.execute(
            "UPDATE ir_ui_view SET arch_db = jsonb_build_object('en_US', arch_db -> 'en_US')"
            " WHERE id = ANY(%s) AND arch_db IS NOT NULL AND arch_db - 'en_US' != '{}'::jsonb", [self.ids])
        self.invalidate_recordset(["arch_db", "arch", "arch_base"])

    def unlink(self):
        self.env.registry.clear_cache("templates")
        return super().unlink()

    def copy_data(self, default=None):
        copies = super().copy_data(default)
        for view, vals in zip(self, copies):
            if view.key and not (default or {}).get("key"):
                vals["key"] = f"{view.key}_copy"
        return copies

    @api.constrains("inherit_id")
    def _check_hierarchy(self):
        if self._has_cycle("inherit_id"):
            raise ValidationError(_("You cannot create recursive inherited views."))

    # -- checks -----------------------------------------------------------------------------------------

    def _check_soon(self):
        """Check now; while addons are loaded, once before the commit, when all models and views are there."""
        if self.env.registry.ready and not self.env.context.get("install_mode"):
            problems = self._problems()
            if problems:
                raise ValidationError("\n".join(str(problem) for problem in problems))
            return
        data = self.env.cr.precommit.data
        if "ir.ui.view" not in data:
            data["ir.ui.view"] = set()
            self.env.cr.precommit.add(self.env(user=1, su=True)["ir.ui.view"]._check_pending)
        data["ir.ui.view"].update(self.ids)

    @api.model
    def _check_pending(self):
        ids = self.env.cr.precommit.data.pop("ir.ui.view", ())
        problems = self.browse(sorted(ids)).exists()._problems()
        if problems:
            raise LoadError(problems)

    def _problems(self):
        """The mistakes of these views, each view combined with what extends it."""
        roots = self._roots()
        problems = {}
        for root in roots:
            for problem in root._combined_problems():
                problems[problem.message, problem.file, problem.line] = problem
        return list(problems.values())

    def _roots(self):
        roots = self.browse()
        for view in self:
            while view.mode == "extension" and view.inherit_id:
                view = view.inherit_id
            roots |= view
        return roots.filtered("active")

    def _combined_problems(self):
        self.ensure_one()
        try:
            root = self.with_context(lang=None)._get_combined_arch()
        except InheritanceError as error:
            return [Problem(str(error), error.names.spec_file, error.line, error.hint)]
        except (etree.XMLSyntaxError, ValueError) as error:
            return [Problem(_("View %(view)s: %(error)s", view=self._title(), error=error), self.arch_fs or None)]
        if self.type == "qweb":
            return self._template_problems(root)
        if not self.model:
            return []
        found = views.mistakes(self.env, self.model, root)
        return [self._located(mistake) for mistake in found]

    def _template_problems(self, root):
        try:
            views.compile_template(root, self.key or self.name, trusted=True)
        except views.QWebError as error:
            file, line = self._file_and_line(root)
            return [Problem(_("Template %(view)s: %(error)s", view=self._title(), error=error.message), file, line, error.expression or None)]
        return []

    def _located(self, mistake):
        """The mistake with the file and line of the view it comes from, as far as they can be told."""
        origin = self._origin_of(mistake.element)
        file, line = origin._file_and_line(mistake.element)
        return Problem(_("View %(view)s: %(message)s", view=origin._title(), message=mistake.message), file, line, mistake.hint)

    def _title(self):
        return self.xml_id or self.key or f"{self.name} ({self.id})"

    def _origin_of(self, element):
        """Which view of the inheritance tree brought an element: the one whose arch contains its tag with these attributes."""
        wanted = etree.tostring(_bare(element))
        for view in self._tree():
            root = arch_tools.modernise(arch_tools.parse(view.with_context(lang=None).arch_db))
            if any(etree.tostring(_bare(node)) == wanted for node in root.iter(element.tag)):
                return view
        return self

    def _file_and_line(self, element):
        """Place of an element in the file the view was loaded from."""
        file = self._source_file()
        if not file:
            return None, None
        try:
            document = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True))
        except (OSError, etree.XMLSyntaxError):
            return file, None
        short_id = (self.xml_id or "").split(".")[-1]
        wanted = etree.tostring(_bare(element))
        for holder in document.xpath("//record[@id=$a or @id=$b]|//template[@id=$a or @id=$b]", a=short_id, b=self.xml_id):
            for node in holder.iter(element.tag):
                if etree.tostring(_bare(node)) == wanted:
                    return file, node.sourceline
            return file, holder.sourceline
        return file, None

    def _source_file(self):
        """The data file of the addon that declares this view."""
        if self.arch_fs:
            return self.arch_fs
        module, _dot, name = (self.xml_id or "").partition(".")
        if not name:
            return None
        return _find_declaration(module, name)

    # -- combining ------------------------------------------------------------------------------------------

    def _tree(self):
        """This root view and all views that extend it, in the order they are applied."""
        self.ensure_one()
        extensions = self._extensions_of_all([self.id])
        ordered = [self]

        def follow(view):
            for child in extensions.get(view.id, ()):
                ordered.append(child)
                follow(child)

        follow(self)
        return ordered

    def _extensions_of_all(self, ids):
        """id → the active extensions of that view, by priority and age; for the whole trees of `ids` in one query."""
        self.flush_model(["inherit_id", "mode", "active", "priority"])
        self.env.cr.execute("""
            WITH RECURSIVE tree(id, inherit_id, priority) AS (
                SELECT id, inherit_id, priority FROM ir_ui_view WHERE inherit_id = ANY(%(ids)s) AND mode = 'extension' AND active
                UNION
                SELECT v.id, v.inherit_id, v.priority FROM ir_ui_view v JOIN tree t ON v.inherit_id = t.id
                 WHERE v.mode = 'extension' AND v.active)
            SELECT id, inherit_id FROM tree ORDER BY priority, id""", {"ids": list(ids)})
        rows = self.env.cr.fetchall()
        records = {view.id: view for view in self.browse([row[0] for row in rows])}
        children = {}
        for view_id, parent_id in rows:
            children.setdefault(parent_id, []).append(records[view_id])
        return children

    def _get_combined_arch(self):
        """The arch of the view with its inheritance applied, as a tree of its own.

        :raise InheritanceError: an extension does not fit; names both views and files
        """
        self.ensure_one()
        view = self.sudo()
        if view.mode == "extension" and view.inherit_id:
            return view.inherit_id._get_combined_arch()
        if view.inherit_id:
            root = view.inherit_id._get_combined_arch()
            root = view._apply_to(root, view.inherit_id)
        else:
            root = arch_tools.modernise(arch_tools.parse(view._stored_arch()))
        return view._extend(root)

    def _get_combined_archs(self):
        return [view._get_combined_arch() for view in self]

    def _stored_arch(self):
        """The arch in the language of the context, English where it has none."""
        arch = self.arch_db
        if not arch:
            raise ValueError(_("the view has no architecture"))
        return arch

    def _extend(self, root):
        extensions = self._extensions_of_all([self.id])
        names = self.env.context.get("_view_names")

        def follow(view, root):
            for child in extensions.get(view.id, ()):
                if not child._is_applied():
                    continue
                root = child._apply_to(root, view, names)
                root = follow(child, root)
            return root

        return follow(self, root)

    def _is_applied(self):
        return not self.groups_id or not self.env.user._get_group_ids().isdisjoint(self.groups_id.ids)

    def _apply_to(self, root, parent, names=None):
        spec = arch_tools.parse(self._stored_arch())
        for xpath in spec.iter("xpath"):
            if "tree" in (xpath.get("expr") or ""):
                xpath.set("expr", _modern_xpath(xpath.get("expr")))
        arch_tools.modernise(spec)
        return apply_inheritance(root, spec, names=Names(parent._title_quick(), self._title_quick(), None, self.arch_fs or None))

    def _title_quick(self):
        return self.key or self.name

    def get_combined_arch(self):
        """The combined arch as text."""
        return arch_tools.serialise(self._get_combined_arch())

    # -- finding ---------------------------------------------------------------------------------------------

    @api.model
    @tools.ormcache("model", "view_type", "self.env.user._get_group_ids()", cache="templates")
    def default_view(self, model, view_type):
        """Id of the view a page takes when none is named: the primary one of lowest priority; False without any."""
        found = self.sudo().search(
            [("model", "=", model), ("type", "=", view_type), ("mode", "=", "primary")], order="priority, id")
        groups = self.env.user._get_group_ids()
        for view in found:
            if not view.groups_id or not groups.isdisjoint(view.groups_id.ids):
                return view.id
        return False

    @api.model
    def get_view_id(self, template):
        """Id of a view named by id, xml id or key."""
        if isinstance(template, int):
            return template
        return self._view_id_by_name(str(template))

    @api.model
    @tools.ormcache("name", cache="templates")
    def _view_id_by_name(self, name):
        found = self.sudo().with_context(active_test=False).search([("key", "=", name)], limit=1, order="priority, id")
        if found:
            return found.id
        row = xmlids.lookup(self.env, name) if "." in name else None
        if row and row[0] == "ir.ui.view":
            return row[1]
        raise ValueError(_("There is no template %r.", name))

    @api.model
    def postprocess_and_fields(self, node, model=None, **options):
        """`(arch, {model: field names})` of an arch as this user gets it, for code that adds elements to a view."""
        etree.Element("form").append(node)  # an element is looked at as part of a view, a field included
        used = _Postprocessor(self.env).run(model or self.model, node.getparent())
        if node.tag != "field":
            node.extend(list(node.itersiblings()))
        return arch_tools.serialise(node), _names_by_model(used)

    def _arch_and_fields(self, root, model):
        used = _Postprocessor(self.env).run(model, root)
        return arch_tools.serialise(root), _names_by_model(used)

    # -- compiled views --------------------------------------------------------------------------------------------

    @api.model
    def _compiled(self, model, view_type, view_id=None):
        """The compiled form, list or search view of a model for this user: cached per groups and language."""
        view_id = view_id or self.env.context.get(f"{view_type}_view_ref") or self.default_view(model, view_type)
        if isinstance(view_id, str):
            view_id = self.get_view_id(view_id)
        expressions = self._group_expressions(view_id or False, model, view_type)
        user = self.env.user
        allowed = tuple(expression for expression in expressions if user.has_groups(expression))
        return self._compile(model, view_type, view_id or False, allowed, self.env.context.get("lang") or "en_US")

    @api.model
    @tools.ormcache("model", "view_type", "view_id", "allowed", "lang", cache="templates")
    def _compile(self, model, view_type, view_id, allowed, lang):
        env = self.with_context(lang=lang).env
        arch = env[model].get_view(view_id or None, view_type)["arch"]
        return views.compile_view(env, model, arch_tools.parse(arch))

    @api.model
    @tools.ormcache("view_id", "model", "view_type", cache="templates")
    def _group_expressions(self, view_id, model, view_type):
        """Every group expression that decides what this view shows, those of its fields and subviews included."""
        root = self.browse(view_id)._get_combined_arch() if view_id else views.default_arch(self.env[model], view_type)
        found = set(arch_tools.group_expressions(root))
        todo = [(model, root)]
        while todo:
            model_name, element = todo.pop()
            for node in arch_tools.field_nodes(element):
                field = self.env[model_name]._fields.get(node.get("name"))
                if field is None:
                    continue
                if field.groups and field.groups != ".":
                    found.add(field.groups)
                if field.comodel_name and field.type in ("one2many", "many2many"):
                    inner = arch_tools.subviews(node)
                    todo += [(field.comodel_name, sub) for kind, sub in inner.items() if kind in ("list", "form")]
                    if "list" not in inner and field.comodel_name != model:
                        found.update(self._group_expressions(self.default_view(field.comodel_name, "list"), field.comodel_name, "list"))
        return sorted(found)

    @api.model
    @tools.ormcache("model", cache="templates")
    def _onchange_reach(self, model):
        """Field → the (model, field) pairs that depend on it, directly or through others; None with an onchange method."""
        from core.orm.onchange import onchange_methods

        with_methods = onchange_methods(type(self.env[model]))
        return {name: None if name in with_methods else own | others
                for name, (own, others) in self._onchange_spread(model).items()}

    @api.model
    @tools.ormcache("model", cache="templates")
    def _onchange_spread(self, model):
        """Field → the (model, field) pairs that depend on it, directly or through others: on the same record, and on other records."""
        return {name: self._dependents(field) for name, field in self.env[model]._fields.items()}

    def _dependents(self, field):
        own, others = set(), set()
        todo = [(field, True)]
        while todo:
            source, is_own = todo.pop()
            for path, dependents in self.env.registry.triggers.get(source, ()):
                found = own if is_own and not path else others
                for dependent in dependents:
                    pair = (dependent.model_name, dependent.name)
                    if pair not in found:
                        found.add(pair)
                        todo.append((dependent, found is own))
        return frozenset(own), frozenset(others)

    # -- rendering ---------------------------------------------------------------------------------------------------

    @api.model
    def _render_template(self, template, values=None):
        return self.env["ir.qweb"]._render(template, values or {})

    def render_public_asset(self, template, values=None):
        return self._render_template(template, values)

    def open_translations(self):
        raise UserError(_("Translations are edited in the .po files of the addon that brings the view."))


def _bare(element):
    """The element without children and text: enough to recognise it in another document."""
    bare = etree.Element(element.tag)
    for key in sorted(element.attrib):
        bare.set(key, element.attrib[key])
    return bare


def _modern_xpath(expression):
    """`//tree/field` → `//list/field`; attribute values are left alone."""
    return re.sub(r"(^|[/:(|])tree(?=$|[/\[\])| ])", r"\1list", expression)


def _find_declaration(module, name):
    """The XML file of an addon that declares this id. Only asked when a mistake is to be explained."""
    from core.modules import manifest

    folder = manifest.find(module)
    for file in sorted(folder.rglob("*.xml")) if folder else ():
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if f'id="{name}"' in text or f"id='{name}'" in text or f'id="{module}.{name}"' in text:
            return str(file)
    return None


class Base(models.AbstractModel):
    """Views of any model: what pages, tests and the external API ask for."""

    _inherit = "base"

    @api.model
    @api.readonly
    def get_views(self, views, options=None):
        """Several views at once: `views` is a list of (view id or False, type); 'models' describes their fields."""
        options = dict(options or {})
        result = {"views": {kind: self.get_view(view_id or None, kind, **options) for view_id, kind in views}, "models": {}}
        names = {}
        for view in result["views"].values():
            for model, used in view.pop("models").items():
                names.setdefault(model, set()).update(used)
        for model, used in names.items():
            result["models"][model] = {"fields": self.env[model].fields_get(
                None if model == self._name else sorted(used),
                attributes=None)}
        if options.get("toolbar"):
            for view in result["views"].values():
                view["toolbar"] = {}
        if "search" in result["views"] and options.get("load_filters"):
            result["views"]["search"]["filters"] = self.env["ir.filters"].get_filters(self._name, options.get("action_id"))
        return result

    @api.model
    @api.readonly
    def get_view(self, view_id=None, view_type="form", **options):
        """A view as this user gets it: {'arch', 'id', 'model', 'models': {model: field names}}."""
        self.browse().check_access("read")
        root, view = self._get_view(view_id, view_type, **options)
        arch, models_used = self.env["ir.ui.view"]._arch_and_fields(root, self._name)
        models_used = self._get_view_fields(view_type, {name: set(names) for name, names in models_used.items()})
        return {
            "arch": arch, "id": view.id or False, "model": self._name,
            "models": {name: tuple(sorted(names)) for name, names in models_used.items()},
        }

    @api.model
    def _get_view_fields(self, view_type, models):
        """`{model: field names}` that a client of the view needs: those shown, and what every record is known by."""
        if view_type in ("kanban", "list", "form"):
            for name, names in models.items():
                names.update({"id", "write_date"} & self.env[name]._fields.keys())
        return models

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """(combined arch, view record): the view named, or the model's default one, or one made from its fields."""
        View = self.env["ir.ui.view"].sudo()
        view_type = "list" if view_type == "tree" else view_type
        if not view_id:
            view_id = self.env.context.get(f"{view_type}_view_ref")
            if view_id:
                view_id = View.get_view_id(view_id)
        if not view_id:
            view_id = View.with_user(self.env.user).default_view(self._name, view_type)
        view = View.browse(view_id or None)
        if view:
            return view._get_combined_arch(), view
        builder = getattr(self, f"_get_default_{view_type}_view", None)
        return (builder() if builder else views.default_arch(self, view_type)), view

    @api.model
    def _get_default_form_view(self):
        return views.default_arch(self, "form")

    @api.model
    def _get_default_list_view(self):
        return views.default_arch(self, "list")

    @api.model
    def _get_default_search_view(self):
        return views.default_arch(self, "search")

    @api.model
    def _get_default_kanban_view(self):
        return views.default_arch(self, "kanban")


def _names_by_model(used):
    return {model: tuple(sorted(names)) for model, names in used.items()}


class _Postprocessor:
    """Fits a combined arch to the user: groups, missing subviews, fields that only conditions read."""

    def __init__(self, env):
        self.env = env
        self.used = {}

    def run(self, model, root, depth=0):
        user = self.env.user
        arch_tools.remove_forbidden(root, user.has_groups)
        names = self.used.setdefault(model, set())
        fields_of_model = self.env[model]._fields
        wanted = set()
        shown = set()
        for node in list(arch_tools.field_nodes(root)):
            name = node.get("name")
            field = fields_of_model.get(name)
            if field is None:
                continue
            if field.groups and not (field.groups != "." and user.has_groups(field.groups)):
                arch_tools.remove(node)
                continue
            shown.add(name)
            self._subviews(node, field, depth, wanted)
        self._own_expressions(root, wanted)
        names.update(shown)
        if root.tag in ("form", "list", "kanban"):
            for name in sorted((wanted & fields_of_model.keys()) - shown):
                names.add(name)
                if self.env[model]._fields[name].groups and not user.has_groups(self.env[model]._fields[name].groups):
                    continue
                attributes = {"name": name, "invisible": "True", "readonly": "True"}
                if root.tag == "list":
                    attributes["column_invisible"] = "True"
                etree.SubElement(root, "field", attributes)
        return self.used

    def _subviews(self, node, field, depth, wanted):
        if field.type not in ("one2many", "many2many") or depth > 4:
            return
        inner = arch_tools.subviews(node)
        for kind, sub in inner.items():
            if kind in ("list", "form", "kanban"):
                self.run(field.comodel_name, sub, depth + 1)
                wanted.update(_PARENT_NAME.findall(arch_tools.serialise(sub)))
        if depth or inner.get("list") is not None or inner.get("kanban") is not None:
            return
        if arch_tools.modifier(node, "invisible") is True or node.get("widget") in _WITHOUT_TABLE:
            return
        list_root, _view = self.env[field.comodel_name].sudo(False)._get_view(view_type="list")
        self.run(field.comodel_name, list_root, depth + 1)
        node.append(list_root)

    def _own_expressions(self, root, wanted):
        stack = [root]
        while stack:
            element = stack.pop()
            for key, source in element.attrib.items():
                if key in arch_tools.MODIFIERS or key.startswith("decoration-"):
                    value = arch_tools.modifier(element, key)
                    if isinstance(value, str):
                        wanted.update(arch_tools.expression_names(value))
            children = [child for child in element if isinstance(child.tag, str)]
            if element.tag == "field":
                children = [child for child in children if child.tag not in arch_tools.X2MANY_CHILDREN]
            stack.extend(children)


_PARENT_NAME = re.compile(r"\bparent\.([a-z_][a-z0-9_]*)")
_WITHOUT_TABLE = frozenset((
    "many2many_tags", "many2many_tags_avatar", "many2many_checkboxes", "many2many_tax_tags", "many2many_avatar_user", "many2many_binary"))

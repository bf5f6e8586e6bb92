from odoo import Command, _, api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import html_translate, xml_translate


class Thing(models.Model):
    """One field of every kind, and of every way to fill it."""

    _name = "contract.thing"
    _inherit = ["mail.thread", "mail.activity.mixin", "contract.numbered"]
    _description = "Thing"
    _order = "sequence, id"

    # plain ones
    name = fields.Char(required=True, tracking=1)
    ref = fields.Char(copy=False, index="btree_not_null")
    code = fields.Char(size=8, index=True)
    search_text = fields.Char(index="trigram")
    unindexed = fields.Char()
    note = fields.Text()
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    state = fields.Selection([("draft", "Draft"), ("done", "Done")], default="draft", required=True, tracking=True)
    kind = fields.Selection([("a", "A"), ("b", "B")], default=lambda self: "a")
    dynamic = fields.Selection(selection="_select_dynamic")
    date = fields.Date(default=fields.Date.context_today)
    moment = fields.Datetime()
    data = fields.Json()

    # numbers and money
    amount = fields.Float(digits=(12, 3))
    weight = fields.Float(digits="Contract Weight")
    currency_id = fields.Many2one("res.currency", default=lambda self: self.env.company.currency_id)
    other_currency_id = fields.Many2one("res.currency")
    price = fields.Monetary()
    other_price = fields.Monetary(currency_field="other_currency_id")

    # relations
    partner_id = fields.Many2one("res.partner", domain="[('is_company', '=', True)]", context={"show_address": 1})
    partner_country_code = fields.Char(related="partner_id.country_id.code")
    partner_country_name = fields.Char(related="partner_id.country_id.name", store=True)
    partner_comment = fields.Char(related="partner_id.ref", readonly=False)
    user_id = fields.Many2one("res.users", tracking=True)
    company_id = fields.Many2one("res.company")
    category_id = fields.Many2one("contract.category")
    category_name = fields.Char(related="category_id.name", string="Name of the category")
    tag_ids = fields.Many2many("contract.tag", "contract_thing_tag_rel", "thing_id", "tag_id")
    line_ids = fields.One2many("contract.thing.line", "thing_id", copy=True)
    bare_line_ids = fields.One2many("contract.thing.line", "thing_id", domain=[("price", "=", 0)], copy=False)
    reference = fields.Reference(selection=[("contract.tag", "Tag"), ("contract.category", "Category")])
    res_model = fields.Char()
    res_id = fields.Many2oneReference(model_field="res_model")
    properties = fields.Properties(definition="category_id.thing_properties")

    # computed
    double = fields.Float(compute="_compute_double")
    total = fields.Float(compute="_compute_total", store=True)
    line_count = fields.Integer(compute="_compute_total", store=True)
    guess = fields.Char(compute="_compute_guess", store=True, readonly=False)
    early = fields.Char(compute="_compute_early", store=True, precompute=True)
    label = fields.Char(compute="_compute_label", inverse="_inverse_label", search="_search_label")
    seen_as = fields.Char(compute="_compute_seen_as")
    seen_as_su = fields.Char(compute="_compute_seen_as_su", compute_sudo=True, string="Seen as superuser")
    in_language = fields.Char(compute="_compute_in_language")
    is_big = fields.Boolean(compute="_compute_is_big", search="_search_is_big")
    secret = fields.Char(groups="contract_base.group_manager")

    # translated, by company, binary, html
    title = fields.Char(translate=True)
    body = fields.Html(translate=html_translate, sanitize=False)
    page = fields.Text(translate=xml_translate)
    preference = fields.Char(company_dependent=True)
    limit = fields.Float(company_dependent=True)
    favourite_id = fields.Many2one("contract.tag", company_dependent=True)
    html = fields.Html()
    html_raw = fields.Html(sanitize=False)
    file = fields.Binary()
    inline = fields.Binary(attachment=False)
    image = fields.Image(max_width=64, max_height=64)
    image_small = fields.Image(related="image", max_width=16, max_height=16, store=True, string="Small image")

    _sql_constraints = [("code_unique", "UNIQUE (code)", "Each thing has a code of its own.")]

    @api.model
    def _select_dynamic(self):
        return [("x", "From a method"), ("y", "From the same")]

    @api.depends("amount")
    def _compute_double(self):
        for thing in self:
            thing.double = thing.amount * 2

    @api.depends("line_ids.subtotal")
    def _compute_total(self):
        for thing in self:
            thing.total = sum(thing.line_ids.mapped("subtotal"))
            thing.line_count = len(thing.line_ids)

    @api.depends("name")
    def _compute_guess(self):
        for thing in self:
            thing.guess = f"guess {thing.name}"

    @api.depends("name")
    def _compute_early(self):
        for thing in self:
            thing.early = f"{'new' if isinstance(thing.id, models.NewId) else 'saved'} {thing.name}"

    @api.depends("name", "ref")
    def _compute_label(self):
        for thing in self:
            thing.label = f"[{thing.ref}] {thing.name}" if thing.ref else thing.name

    def _inverse_label(self):
        for thing in self:
            ref, _bracket, name = (thing.label or "").rpartition("] ")
            thing.write({"ref": ref.lstrip("[") or False, "name": name})

    def _search_label(self, operator, value):
        return ["|", ("name", operator, value), ("ref", operator, value)]

    @api.depends_context("uid")
    def _compute_seen_as(self):
        for thing in self:
            thing.seen_as = "superuser" if self.env.su else self.env.user.login

    def _compute_seen_as_su(self):
        for thing in self:
            thing.seen_as_su = "superuser" if self.env.su else self.env.user.login

    @api.depends("title")
    @api.depends_context("lang", "contract_suffix")
    def _compute_in_language(self):
        for thing in self:
            thing.in_language = f"{self.env.lang or 'none'}{self.env.context.get('contract_suffix', '')}: {thing.title}"

    @api.depends("amount")
    def _compute_is_big(self):
        for thing in self:
            thing.is_big = thing.amount >= 100

    def _search_is_big(self, operator, value):
        return [("amount", ">=" if (operator == "=") == bool(value) else "<", 100)]

    @api.constrains("amount", "state")
    def _check_amount(self):
        for thing in self:
            if thing.state == "done" and thing.amount < 0:
                raise ValidationError(_("%s: a thing that is done has no negative amount.", thing.name))

    @api.onchange("partner_id")
    def _onchange_partner(self):
        self.note = f"for {self.partner_id.name}" if self.partner_id else False
        if self.partner_id.name == "Beware":
            return {
                "warning": {"title": "Beware", "message": "This partner bites.", "type": "notification"},
                "domain": {"category_id": [("name", "like", "dog")]},
            }
        return None

    @api.onchange("kind")
    def _onchange_kind(self):
        if self.kind == "b":
            self.line_ids = [Command.clear(), Command.create({"name": "from onchange", "price": 7})]

    def words(self):
        return ["thing", *super().words()]

    def action_done(self):
        self.write({"state": "done"})
        return True

    @api.returns("self", lambda value: value.id)
    def twin(self):
        return self.copy({"name": f"{self.name}'s twin"})

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("number"):
                vals["number"] = self.env["ir.sequence"].next_by_code("contract.thing") or "/"
        return super().create(vals_list)

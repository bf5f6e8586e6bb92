from core import api, fields, models, tools


class WebTour(models.Model):
    """A guide through a job. Its steps point at what to click or fill next, on the page itself."""

    _name = "web_tour.tour"
    _description = "Tours"
    _order = "sequence, name, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=1000)
    active = fields.Boolean(default=True)
    url = fields.Char("Starting URL", default="/app", help="The page the tour begins on.")
    introduction = fields.Text(translate=True, help="What the tour is about; shown before it starts.")
    rainbow_man_message = fields.Text("Message at the End", translate=True)
    group_ids = fields.Many2many("res.groups", string="Groups", help="Who is offered the tour; empty: everybody.")
    step_ids = fields.One2many("web_tour.tour.step", "tour_id", "Steps")
    user_consumed_ids = fields.Many2many("res.users", string="Finished by")

    _sql_constraints = [("uniq_name", "unique(name)", "A tour of this name exists already.")]

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    @api.model
    @tools.ormcache("self.env.uid", "self.env.lang")
    def _for_user(self):
        """The first tour the user has not finished, as pages need it: a dictionary, or None."""
        user = self.env.user
        if not user.tour_enabled or not user._is_internal():
            return None
        mine = user._get_group_ids()
        for tour in self.sudo().search([]):
            if user not in tour.user_consumed_ids and (not tour.group_ids or mine & set(tour.group_ids.ids)):
                return tour._description_for(mine)
        return None

    def _description_for(self, group_ids):
        self.ensure_one()
        steps = self.step_ids.filtered(lambda step: not step.group_ids or group_ids & set(step.group_ids.ids))
        return {
            "id": self.id, "name": self.name, "url": self.url, "introduction": self.introduction or "",
            "finished": self.rainbow_man_message or "",
            "steps": [{"trigger": step.trigger, "content": step.content or "", "done": step.done or "", "page": step.page or ""}
                      for step in steps]}

    @api.model
    def consume(self, tour_name):
        """Note that the user finished the tour, or wants no more of it; the answer is the next tour, if any."""
        self.sudo().search([("name", "=", tour_name)])._finish()
        return self._for_user()

    def _finish(self):
        self.sudo().write({"user_consumed_ids": [(4, self.env.uid)]})

    @api.model
    def _start_again(self):
        """Offer all tours again; the address of the first one."""
        self.env.user.sudo().tour_enabled = True
        self.sudo().search([]).write({"user_consumed_ids": [(3, self.env.uid)]})
        found = self._for_user()
        return found["url"] if found else "/app"


class WebTourStep(models.Model):
    _name = "web_tour.tour.step"
    _description = "Tour's step"
    _order = "sequence, id"

    tour_id = fields.Many2one("web_tour.tour", required=True, index=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    trigger = fields.Char(required=True, help="CSS selector of what the step points at.")
    content = fields.Char(translate=True, help="What to do there.")
    done = fields.Char(help="CSS selector of what is there once the step is taken; from `/` on a pattern of the address. Empty: a click "
                            "on what it points at.")
    page = fields.Char(help="Pattern of the addresses the step belongs to.")
    tooltip_position = fields.Selection(
        [("bottom", "Bottom"), ("top", "Top"), ("right", "Right"), ("left", "Left")], default="bottom")
    run = fields.Char(help="What a test does here.")
    group_ids = fields.Many2many("res.groups", string="Groups", help="Who takes the step; it is left out for others.")

"""Records on which activities are planned."""
from core import _, api, fields, models
from core.exceptions import UserError


class MailActivityMixin(models.AbstractModel):
    _name = "mail.activity.mixin"
    _description = "Activity Mixin"

    def _default_activity_type(self):
        return self.env["mail.activity"]._default_activity_type_for_model(self._name)

    activity_ids = fields.One2many("mail.activity", "res_id", "Activities", auto_join=True, groups="base.group_user",
                                   domain=lambda self: [("res_model", "=", self._name)])
    activity_state = fields.Selection([("overdue", "Overdue"), ("today", "Today"), ("planned", "Planned")],
                                      string="Activity State", compute="_compute_activity_state",
                                      search="_search_activity_state", groups="base.group_user")
    activity_user_id = fields.Many2one("res.users", "Responsible User", compute="_compute_activity_first",
                                       search="_search_activity_user_id", groups="base.group_user")
    activity_type_id = fields.Many2one("mail.activity.type", "Next Activity Type",
                                       compute="_compute_activity_first", inverse="_inverse_activity_type_id",
                                       search="_search_activity_type_id", groups="base.group_user")
    activity_type_icon = fields.Char("Activity Type Icon", compute="_compute_activity_first", groups="base.group_user")
    activity_date_deadline = fields.Date("Next Activity Deadline", compute="_compute_activity_first",
                                         search="_search_activity_date_deadline", compute_sudo=False,
                                         groups="base.group_user")
    my_activity_date_deadline = fields.Date("My Activity Deadline", compute="_compute_my_activity_date_deadline",
                                            search="_search_my_activity_date_deadline", compute_sudo=False,
                                            groups="base.group_user")
    activity_summary = fields.Char("Next Activity Summary", compute="_compute_activity_first",
                                   inverse="_inverse_activity_summary", search="_search_activity_summary",
                                   groups="base.group_user")
    activity_exception_decoration = fields.Selection([("warning", "Alert"), ("danger", "Error")],
                                                     compute="_compute_activity_exception", string="Activity Exception Decoration",
                                                     search="_search_activity_exception_decoration")
    activity_exception_icon = fields.Char("Icon", compute="_compute_activity_exception")

    # -- computed fields ----------------------------------------------------------------------------

    @api.depends("activity_ids.activity_type_id", "activity_ids.user_id", "activity_ids.date_deadline",
                 "activity_ids.summary")
    def _compute_activity_first(self):
        for record in self:
            first = record.activity_ids[:1]
            record.activity_user_id = first.user_id
            record.activity_type_id = first.activity_type_id
            record.activity_type_icon = first.icon
            record.activity_date_deadline = first.date_deadline
            record.activity_summary = first.summary

    @api.depends("activity_ids.state")
    def _compute_activity_state(self):
        for record in self:
            states = record.activity_ids.mapped("state")
            record.activity_state = next((state for state in ("overdue", "today", "planned") if state in states), False)

    @api.depends("activity_ids.date_deadline", "activity_ids.user_id")
    @api.depends_context("uid")
    def _compute_my_activity_date_deadline(self):
        for record in self:
            record.my_activity_date_deadline = next(
                (activity.date_deadline for activity in record.activity_ids if activity.user_id.id == self.env.uid), False)

    @api.depends("activity_ids.activity_type_id.decoration_type", "activity_ids.activity_type_id.icon")
    def _compute_activity_exception(self):
        for record in self:
            kinds = record.sudo().activity_ids.activity_type_id.filtered("decoration_type")
            worst = kinds.filtered(lambda kind: kind.decoration_type == "danger")[:1] or kinds[:1]
            record.activity_exception_decoration = worst.decoration_type
            record.activity_exception_icon = worst.icon

    def _inverse_activity_type_id(self):
        for record in self:
            if record.activity_ids:
                record.activity_ids[0].activity_type_id = record.activity_type_id

    def _inverse_activity_summary(self):
        for record in self:
            if record.activity_ids:
                record.activity_ids[0].summary = record.activity_summary

    # -- searching ----------------------------------------------------------------------------------

    def _search_by_activity(self, domain, negate=False):
        activities = self.env["mail.activity"].sudo().search_fetch(
            [("res_model", "=", self._name), *domain], ["res_id"])
        return [("id", "not in" if negate else "in", list(set(activities.mapped("res_id"))))]

    def _search_activity_state(self, operator, value):
        values = set(value if isinstance(value, (list, tuple, set)) else [value])
        negate = operator in ("!=", "not in")
        ranks = {"overdue": 0, "today": 1, "planned": 2, False: 3}
        today = fields.Date.context_today(self)
        earliest = {}
        for activity in self.env["mail.activity"].sudo().search_fetch(
                [("res_model", "=", self._name)], ["res_id", "date_deadline"]):
            earliest.setdefault(activity.res_id, activity.date_deadline)
        found = [res_id for res_id, date in earliest.items()
                 if ("overdue" if date < today else "today" if date == today else "planned") in values]
        if unknown := values - set(ranks):
            raise UserError(_("Unknown states of activities: %s", ", ".join(map(str, unknown))))
        if False in values:
            without = [("id", "not in", list(earliest))]
            domain = ["|", ("id", "in", found), *without]
        else:
            domain = [("id", "in", found)]
        return ["!", *domain] if negate else domain

    @api.model
    def _search_activity_user_id(self, operator, operand):
        if operator == "=" and not operand:
            return self._search_by_activity([], negate=True)
        return self._search_by_activity([("user_id", operator, operand)])

    @api.model
    def _search_activity_type_id(self, operator, operand):
        return self._search_by_activity([("activity_type_id", operator, operand)])

    @api.model
    def _search_activity_summary(self, operator, operand):
        return self._search_by_activity([("summary", operator, operand)])

    @api.model
    def _search_activity_date_deadline(self, operator, operand):
        if operator == "=" and not operand:
            return self._search_by_activity([], negate=True)
        return self._search_by_activity([("date_deadline", operator, operand)])

    @api.model
    def _search_my_activity_date_deadline(self, operator, operand):
        return self._search_by_activity([("user_id", "=", self.env.uid), ("date_deadline", operator, operand)])

    @api.model
    def _search_activity_exception_decoration(self, operator, operand):
        return self._search_by_activity([("activity_type_id.decoration_type", operator, operand)])

    # -- life ---------------------------------------------------------------------------------------

    def write(self, vals):
        # What is archived needs nothing done any more.
        if vals.get("active") is False:
            self.env["mail.activity"].sudo().search(
                [("res_model", "=", self._name), ("res_id", "in", self.ids)]).unlink()
        return super().write(vals)

    def unlink(self):
        """Activities go with their record."""
        ids = self.ids
        result = super().unlink()
        if ids:
            self.env["mail.activity"].sudo().with_context(active_test=False).search(
                [("res_model", "=", self._name), ("res_id", "in", ids)]).unlink()
        return result

    # -- planning -----------------------------------------------------------------------------------

    def activity_schedule(self, act_type_xmlid="", date_deadline=None, summary="", note="", **act_values):
        """Plan an activity on each record in self.

        :param act_type_xmlid: kind of activity, default the model's
        :param date_deadline: default: as the kind says, or today
        :return: the activities
        """
        if self.env.context.get("mail_activity_automation_skip"):
            return self.env["mail.activity"]
        kind = self._activity_type(act_type_xmlid, act_values)
        deadline = date_deadline or (kind._get_date_deadline() if kind else fields.Date.context_today(self))
        if hasattr(deadline, "date"):
            deadline = fields.Date.context_today(self, deadline)
        model_id = self.env["ir.model"]._get_id(self._name)
        values = {
            "activity_type_id": kind.id, "summary": summary or kind.summary, "automated": True,
            "note": note or kind.default_note, "date_deadline": deadline, "res_model_id": model_id, **act_values,
        }
        if not values.get("user_id"):
            values["user_id"] = (kind.default_user_id or self.env.user).id
        return self.env["mail.activity"].create([{**values, "res_id": record.id} for record in self])

    def _activity_type(self, xml_id, values):
        if xml_id:
            return self.env.ref(xml_id, raise_if_not_found=False) or self._default_activity_type()
        if values.get("activity_type_id"):
            return self.env["mail.activity.type"].browse(values["activity_type_id"])
        return self._default_activity_type()

    def _activity_schedule_with_view(self, act_type_xmlid="", date_deadline=None, summary="", views_or_xmlid="",
                                     render_context=None, **act_values):
        """Plan activities with a note a template makes of each record."""
        activities = self.env["mail.activity"]
        view = views_or_xmlid.id if isinstance(views_or_xmlid, models.BaseModel) else views_or_xmlid
        for record in self:
            note = self.env["ir.qweb"]._render(view, {"object": record, **(render_context or {})})
            activities |= record.activity_schedule(act_type_xmlid, date_deadline, summary, note, **act_values)
        return activities

    def activity_search(self, act_type_xmlids="", user_id=None, additional_domain=None, only_automated=True):
        """The open activities of these kinds on the records in self."""
        kinds = [self.env["ir.model.data"]._xmlid_to_res_id(xml_id, raise_if_not_found=False)
                 for xml_id in act_type_xmlids]
        kinds = [kind for kind in kinds if kind]
        if act_type_xmlids and not kinds:
            return self.env["mail.activity"]
        domain = [("res_model", "=", self._name), ("res_id", "in", self.ids)]
        if kinds:
            domain.append(("activity_type_id", "in", kinds))
        if only_automated:
            domain.append(("automated", "=", True))
        if user_id:
            domain.append(("user_id", "=", user_id))
        return self.env["mail.activity"].search(domain + (additional_domain or []))

    def activity_reschedule(self, act_type_xmlids, user_id=None, date_deadline=None, new_user_id=None,
                            only_automated=True):
        """Give the activities of these kinds another day or another person."""
        activities = self.activity_search(act_type_xmlids, user_id=user_id, only_automated=only_automated)
        values = {}
        if date_deadline:
            values["date_deadline"] = date_deadline
        if new_user_id:
            values["user_id"] = new_user_id
        if activities and values:
            activities.write(values)
        return activities

    def activity_feedback(self, act_type_xmlids, user_id=None, feedback=None, attachment_ids=None, only_automated=True):
        """Mark the activities of these kinds as done."""
        activities = self.activity_search(act_type_xmlids, user_id=user_id, only_automated=only_automated)
        if activities:
            activities.action_feedback(feedback=feedback, attachment_ids=attachment_ids)
        return True

    def activity_unlink(self, act_type_xmlids, user_id=None, only_automated=True):
        """Remove the activities of these kinds: there is nothing to do any more."""
        self.activity_search(act_type_xmlids, user_id=user_id, only_automated=only_automated).unlink()
        return True

    def activity_send_mail(self, template_id):
        """Send a mail template for each record."""
        template = self.env["mail.template"].browse(template_id).exists()
        if template:
            template.send_mail_batch(self.ids)
        return bool(template)

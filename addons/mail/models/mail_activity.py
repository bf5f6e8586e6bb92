"""Something a user has to do about a record until a day."""
from collections import defaultdict
from datetime import datetime

import pytz
from markupsafe import Markup

from core import _, api, fields, models
from core.exceptions import AccessError
from core.tools import is_html_empty


class MailActivity(models.Model):
    _name = "mail.activity"
    _inherit = ["record.access.mixin"]
    _description = "Activity"
    _order = "date_deadline ASC, id ASC"
    _rec_name = "summary"

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if values.get("res_model") and "res_model_id" in fields_list:
            values["res_model_id"] = self.env["ir.model"]._get_id(values["res_model"])
        return values

    @api.model
    def _default_activity_type(self):
        model = self.env.context.get("default_res_model") or self.env["ir.model"].sudo().browse(
            self.env.context.get("default_res_model_id")).model
        return self._default_activity_type_for_model(model)

    @api.model
    def _default_activity_type_for_model(self, model):
        todo = self.env.ref("mail.mail_activity_data_todo", raise_if_not_found=False)
        if todo and todo.active and todo.res_model in (model, False):
            return todo
        return self.env["mail.activity.type"].search(
            ["|", ("res_model", "=", False), ("res_model", "=", model)], limit=1)

    res_model_id = fields.Many2one("ir.model", "Document Model", index=True, ondelete="cascade", required=True)
    res_model = fields.Char("Related Document Model", index=True, related="res_model_id.model", precompute=True,
                            store=True, readonly=True)
    res_id = fields.Many2oneReference(string="Related Document ID", index=True, model_field="res_model")
    res_name = fields.Char("Document Name", compute="_compute_res_name", compute_sudo=True, store=True, readonly=True)
    activity_type_id = fields.Many2one("mail.activity.type", string="Activity Type", ondelete="restrict",
                                       default=_default_activity_type,
                                       domain="['|', ('res_model', '=', False), ('res_model', '=', res_model)]")
    activity_category = fields.Selection(related="activity_type_id.category", readonly=True)
    activity_decoration = fields.Selection(related="activity_type_id.decoration_type", readonly=True)
    icon = fields.Char("Icon", related="activity_type_id.icon", readonly=True)
    summary = fields.Char("Summary")
    note = fields.Html("Note", sanitize_style=True)
    date_deadline = fields.Date("Due Date", index=True, required=True, default=fields.Date.context_today)
    date_done = fields.Date("Done Date")
    feedback = fields.Text("Feedback")
    automated = fields.Boolean("Automated activity", readonly=True)
    attachment_ids = fields.Many2many("ir.attachment", "activity_attachment_rel", "activity_id", "attachment_id",
                                      string="Attachments")
    user_id = fields.Many2one("res.users", "Assigned to", default=lambda self: self.env.user, index=True,
                              required=True, ondelete="cascade")
    user_tz = fields.Selection(string="Timezone", related="user_id.tz", readonly=True)
    state = fields.Selection([("overdue", "Overdue"), ("today", "Today"), ("planned", "Planned"), ("done", "Done")],
                             "State", compute="_compute_state", search="_search_state")
    recommended_activity_type_id = fields.Many2one("mail.activity.type", string="Recommended Activity Type")
    previous_activity_type_id = fields.Many2one("mail.activity.type", string="Previous Activity Type", readonly=True)
    has_recommended_activities = fields.Boolean(compute="_compute_has_recommended_activities")
    chaining_type = fields.Selection(related="activity_type_id.chaining_type", readonly=True)
    can_write = fields.Boolean(compute="_compute_can_write")
    active = fields.Boolean(default=True)

    _sql_constraints = [
        ("check_res_id_is_set", "CHECK(res_id IS NOT NULL AND res_id != 0 )",
         "Activities have to be linked to records with a not null res_id."),
    ]

    # -- computed fields ----------------------------------------------------------------------------

    @api.depends("res_model", "res_id")
    def _compute_res_name(self):
        for activity in self:
            activity.res_name = (activity.res_model in self.env and activity.res_id
                                 and self.env[activity.res_model].browse(activity.res_id).display_name)

    @api.depends("active", "date_deadline")
    def _compute_state(self):
        for activity in self:
            if not activity.date_deadline:
                activity.state = False
            elif not activity.active:
                activity.state = "done"
            else:
                activity.state = self._compute_state_from_date(activity.date_deadline, activity.user_id.sudo().tz)

    @api.model
    def _compute_state_from_date(self, date_deadline, tz=False):
        """'overdue', 'today' or 'planned', on the calendar of the person in charge."""
        now = pytz.utc.localize(fields.Datetime.now())
        today = now.astimezone(pytz.timezone(tz)).date() if tz else now.date()
        if date_deadline == today:
            return "today"
        return "overdue" if date_deadline < today else "planned"

    def _search_state(self, operator, operand):
        wanted = operand if isinstance(operand, (list, tuple)) else [operand]
        today = fields.Date.context_today(self)
        compare = {"overdue": "<", "today": "=", "planned": ">"}
        ids = []
        for state in wanted:
            if state in compare:
                ids += self.search([("date_deadline", compare[state], today)]).ids
            elif state == "done":
                ids += self.with_context(active_test=False).search([("active", "=", False)]).ids
        return [("id", "not in" if operator in ("!=", "not in") else "in", ids)]

    @api.depends("previous_activity_type_id")
    def _compute_has_recommended_activities(self):
        for activity in self:
            activity.has_recommended_activities = bool(activity.previous_activity_type_id.suggested_next_type_ids)

    @api.depends("res_model", "res_id", "user_id")
    def _compute_can_write(self):
        for activity in self:
            activity.can_write = activity.has_access("write")

    @api.onchange("activity_type_id")
    def _onchange_activity_type_id(self):
        kind = self.activity_type_id
        if not kind:
            return
        self.summary = kind.summary or self.summary
        self.date_deadline = kind._get_date_deadline()
        self.user_id = kind.default_user_id or self.user_id or self.env.user
        if kind.default_note:
            self.note = kind.default_note

    # -- access: who may write the record may plan on it; the person in charge always may ------------------

    def _refused_error(self, operation):
        return AccessError(_(
            "You may not %(operation)s these activities (%(names)s): they belong to records you have no access to. "
            "Ask an administrator for access to them.",
            operation=operation, names=", ".join(self.sudo().mapped("display_name"))))

    def _refused_for(self, operation):
        if operation == "create":
            others = self
        else:
            others = self.filtered(lambda activity: activity.sudo().user_id != self.env.user)
        allowed = self.browse()
        by_model = defaultdict(lambda: self.browse())
        for activity in others.sudo():
            by_model[activity.res_model] |= activity
        for model_name, activities in by_model.items():
            if model_name not in self.env:
                continue
            model = self.env[model_name].sudo(False)
            needed = "read" if operation == "read" else getattr(model, "_mail_post_access", "write")
            if not model.has_access(needed):
                continue
            ids = set(model.browse(activities.mapped("res_id")).exists()._filtered_access(needed).ids)
            allowed |= activities.filtered(lambda activity, ids=ids: activity.res_id in ids)
        return others - self.browse(allowed.ids)

    # -- life ---------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        activities = super().create(vals_list)
        activities._forget_activities_of_records()
        by_user = defaultdict(lambda: self.browse())
        for activity in activities:
            if activity.user_id != self.env.user:
                by_user[activity.user_id] |= activity
            activity._subscribe_assignee()
        if not self.env.context.get("mail_activity_quick_update"):
            for of_user in by_user.values():
                of_user.action_notify()
        return activities

    def _forget_activities_of_records(self):
        """The records' own lists of activities are read again."""
        for activity in self.sudo():
            if activity.res_model in self.env and "activity_ids" in self.env[activity.res_model]._fields:
                record = self.env[activity.res_model].browse(activity.res_id)
                record.invalidate_recordset(["activity_ids"], flush=False)

    def _subscribe_assignee(self):
        record = self.env[self.sudo().res_model].browse(self.sudo().res_id)
        partner = self.user_id.sudo().partner_id
        if hasattr(record, "_message_subscribe"):
            record.sudo()._message_subscribe(partner_ids=partner.ids)

    def write(self, vals):
        reassigned = self.filtered(lambda activity: activity.user_id.id != vals["user_id"]) if vals.get("user_id") \
            else self.browse()
        result = super().write(vals)
        for activity in reassigned:
            activity._subscribe_assignee()
        if reassigned and vals["user_id"] != self.env.uid:
            reassigned.action_notify()
        return result

    def action_notify(self):
        """Tell the people in charge what was planned for them."""
        for activity in self:
            record = self.env[activity.sudo().res_model].browse(activity.sudo().res_id)
            if hasattr(record, "message_notify"):
                record.message_notify(
                    partner_ids=activity.user_id.sudo().partner_id.ids,
                    body=activity._text(), subject=_("%(activity)s: %(summary)s assigned to you",
                                                      activity=record.display_name,
                                                      summary=activity.summary or activity.activity_type_id.name or ""))

    def _text(self):
        note = Markup(self.note) if self.note and not is_html_empty(self.note) else Markup("")
        title = self.summary or self.activity_type_id.name or ""
        return Markup("<p>%s</p>%s") % (title, note)

    # -- doing --------------------------------------------------------------------------------------

    def action_done(self):
        return self.filtered("active").action_feedback()

    def action_feedback(self, feedback=False, attachment_ids=None):
        """Mark as done; what was said about it is posted on the record.

        :return: id of the message, or False
        """
        messages, _next = self._action_done(
            feedback=feedback, attachment_ids=attachment_ids)
        return messages[0].id if messages else False

    def action_done_schedule_next(self):
        return self.action_feedback_schedule_next()

    def action_feedback_schedule_next(self, feedback=False, attachment_ids=None):
        _messages, following = self._action_done(feedback=feedback, attachment_ids=attachment_ids)
        if following:
            return False
        return {"name": _("Schedule an Activity"), "type": "ir.actions.act_window", "res_model": "mail.activity",
                "view_mode": "form", "views": [(False, "form")], "target": "new",
                "context": {"default_res_id": self[:1].res_id, "default_res_model": self[:1].res_model}}

    def _action_done(self, feedback=False, attachment_ids=None):
        """(messages, next activities): post, plan what follows, and archive or remove the activities."""
        self.check_access("write")
        messages, following = self.env["mail.message"], []
        for activity in self:
            record = self.env[activity.res_model].browse(activity.res_id)
            if activity.chaining_type == "trigger" and activity.activity_type_id.triggered_next_type_id:
                following.append(activity._prepare_next_activity_values())
            if feedback:
                activity.feedback = feedback
            if hasattr(record, "message_post"):
                # With full rights: who was asked to do something may report it without the right to change the record.
                messages |= record.sudo().message_post(
                    body=activity._done_text(feedback), subtype_xmlid="mail.mt_activities",
                    author_id=self.env.user.partner_id.id,
                    mail_activity_type_id=activity.activity_type_id.id, attachment_ids=list(attachment_ids or ()))
        next_activities = self.env["mail.activity"].create(following) if following else self.env["mail.activity"]
        kept = self.filtered(lambda activity: activity.activity_type_id.keep_done)
        kept.write({"active": False, "date_done": fields.Date.context_today(self)})
        (self - kept).sudo().unlink()
        return messages, next_activities

    def _done_text(self, feedback):
        title = self.summary or ""
        text = Markup("<p><b>%s</b> %s%s</p>") % (
            self.activity_type_id.name or "", _("done"), Markup(": %s") % title if title else "")
        if self.note and not is_html_empty(self.note):
            text += Markup("<div>%s</div>") % Markup(self.note)
        if feedback:
            text += Markup("<p>%s</p>") % feedback
        return text

    def _prepare_next_activity_values(self):
        self.ensure_one()
        kind = self.activity_type_id.triggered_next_type_id
        base = self.date_deadline if kind.delay_from == "previous_activity" else fields.Date.context_today(self)
        return {
            "res_model_id": self.res_model_id.id, "res_id": self.res_id, "activity_type_id": kind.id,
            "summary": kind.summary, "note": kind.default_note, "date_deadline": kind._get_date_deadline(base),
            "user_id": (kind.default_user_id or self.user_id).id, "previous_activity_type_id": self.activity_type_id.id,
        }

    def action_close_dialog(self):
        return {"type": "ir.actions.act_window_close"}

    def action_cancel(self):
        self.unlink()
        return {"type": "ir.actions.act_window_close"}

    def action_reschedule_today(self):
        self.date_deadline = fields.Date.context_today(self)

    def action_open_document(self):
        self.ensure_one()
        return {"res_id": self.res_id, "res_model": self.res_model, "target": "current",
                "type": "ir.actions.act_window", "view_mode": "form"}

    def activity_format(self):
        return [{
            "id": activity.id, "summary": activity.summary, "note": activity.note, "state": activity.state,
            "date_deadline": activity.date_deadline, "activity_type_id": [activity.activity_type_id.id,
                                                                          activity.activity_type_id.display_name],
            "user_id": [activity.user_id.id, activity.user_id.display_name], "icon": activity.icon,
            "res_model": activity.res_model, "res_id": activity.res_id, "can_write": activity.can_write,
        } for activity in self]

    @api.autovacuum
    def _gc_delete_old_overdue_activities(self):
        """With the parameter mail.activity.gc.delete_overdue_years, forget what is overdue for that many years."""
        years = int(self.env["ir.config_parameter"].sudo().get_param("mail.activity.gc.delete_overdue_years", 0))
        if years > 0:
            limit = datetime.now().date().replace(month=1, day=1)
            limit = limit.replace(year=limit.year - years)
            self.search([("date_deadline", "<", limit)], limit=10_000).unlink()

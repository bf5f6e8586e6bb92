"""Kinds of activities: call, meeting, to-do …"""
from dateutil.relativedelta import relativedelta

from core import _, api, fields, models
from core.exceptions import UserError


class MailActivityType(models.Model):
    _name = "mail.activity.type"
    _shared_rows = True
    _description = "Activity Type"
    _rec_name = "name"
    _order = "sequence, id"

    name = fields.Char("Name", required=True, translate=True)
    summary = fields.Char("Default Summary", translate=True)
    sequence = fields.Integer("Sequence", default=10)
    active = fields.Boolean(default=True)
    create_uid = fields.Many2one("res.users", index=True)
    delay_count = fields.Integer("Schedule", default=0, help="Days, weeks or months until the activity is due")
    delay_unit = fields.Selection([("days", "days"), ("weeks", "weeks"), ("months", "months")], string="Delay units",
                                  required=True, default="days")
    delay_from = fields.Selection([("current_date", "after completion date"),
                                   ("previous_activity", "after previous activity deadline")],
                                  string="Delay Type", required=True, default="previous_activity")
    icon = fields.Char("Icon", help="Font awesome icon e.g. fa-tasks")
    decoration_type = fields.Selection([("warning", "Alert"), ("danger", "Error")], string="Decoration Type")
    res_model = fields.Selection(selection="_get_model_selection", string="Model",
                                 help="Only for records of this model; empty: for all")
    triggered_next_type_id = fields.Many2one("mail.activity.type", string="Trigger", ondelete="restrict")
    chaining_type = fields.Selection([("suggest", "Suggest Next Activity"), ("trigger", "Trigger Next Activity")],
                                     string="Chaining Type", required=True, default="suggest")
    suggested_next_type_ids = fields.Many2many("mail.activity.type", "mail_activity_rel", "activity_id",
                                               "recommended_id", string="Suggest")
    category = fields.Selection([("default", "None"), ("upload_file", "Upload Document"), ("phonecall", "Phonecall")],
                                default="default", string="Action")
    mail_template_ids = fields.Many2many("mail.template", string="Email templates")
    default_user_id = fields.Many2one("res.users", string="Default User")
    default_note = fields.Html(string="Default Note", translate=True)
    keep_done = fields.Boolean("Keep Done")

    def _get_model_selection(self):
        return [(model.model, model.name) for model in self.env["ir.model"].sudo().search(
            [("transient", "=", False)]) if model.model in self.env and "activity_ids" in self.env[model.model]._fields]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_todo(self):
        todo = self.env.ref("mail.mail_activity_data_todo", raise_if_not_found=False)
        if todo and todo in self:
            raise UserError(_("The activity type “%s” is used by the system: archive it instead.", todo.name))

    def _get_date_deadline(self, base=None):
        """The day an activity of this type is due when it is planned today (or on `base`)."""
        self.ensure_one()
        base = base or fields.Date.context_today(self)
        return base + relativedelta(**{self.delay_unit: self.delay_count})

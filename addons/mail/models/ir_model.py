"""Models that have messages or activities."""
from core import fields, models


class IrModel(models.Model):
    _inherit = "ir.model"

    is_mail_thread = fields.Boolean(string="Has Mail Thread", compute="_compute_is_mail", search="_search_is_mail_thread")
    is_mail_activity = fields.Boolean(string="Has Mail Activity", compute="_compute_is_mail",
                                      search="_search_is_mail_activity")

    def _compute_is_mail(self):
        for model in self:
            fields_of_model = self.env[model.model]._fields if model.model in self.env else {}
            model.is_mail_thread = "message_follower_ids" in fields_of_model
            model.is_mail_activity = "activity_ids" in fields_of_model

    def _search_is_mail_thread(self, operator, value):
        return self._search_having("message_follower_ids", (operator == "=") == bool(value))

    def _search_is_mail_activity(self, operator, value):
        return self._search_having("activity_ids", (operator == "=") == bool(value))

    def _search_having(self, field_name, positive):
        names = [name for name, model in self.env.items() if field_name in model._fields]
        return [("model", "in" if positive else "not in", names)]

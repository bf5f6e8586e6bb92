"""Kinds of messages a follower chooses from: discussions, notes, “order confirmed” …"""
from core import api, fields, models
from core.tools import ormcache


class MailMessageSubtype(models.Model):
    _name = "mail.message.subtype"
    _clears_caches = ("default",)
    _shared_rows = True
    _description = "Message subtypes"
    _order = "sequence, id"

    name = fields.Char("Message Type", required=True, translate=True)
    description = fields.Text("Description", translate=True, prefetch=True,
                              help="Added to the message; empty: the name is used")
    internal = fields.Boolean("Internal Only", help="Visible to employees only")
    parent_id = fields.Many2one("mail.message.subtype", string="Parent", ondelete="set null")
    relation_field = fields.Char("Relation field",
                                 help="Field that leads from the records of the model to those of the parent type")
    res_model = fields.Char("Model", help="Model the type belongs to; empty: all models")
    default = fields.Boolean("Default", default=True, help="Followers get it unless they choose otherwise")
    sequence = fields.Integer("Sequence", default=1)
    hidden = fields.Boolean("Hidden", help="Not offered to followers")
    track_recipients = fields.Boolean("Track Recipients")

    @api.model
    def default_subtypes(self, model_name):
        """(all, internal only, external) subtypes a new follower of the model gets."""
        everything, internal, external = self._default_subtypes(model_name)
        return self.browse(everything), self.browse(internal), self.browse(external)

    @ormcache("model_name")
    def _default_subtypes(self, model_name):
        subtypes = self.sudo().search(
            [("default", "=", True), "|", ("res_model", "=", model_name), ("res_model", "=", False)])
        internal = subtypes.filtered("internal")
        return subtypes.ids, internal.ids, (subtypes - internal).ids

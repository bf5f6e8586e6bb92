"""Who follows a record, and which kinds of its messages they get."""
from core import Command, api, fields, models


class Followers(models.Model):
    _name = "mail.followers"
    _description = "Document Followers"
    _rec_name = "partner_id"
    _log_access = False

    res_model = fields.Char("Related Document Model Name", required=True, index=True)
    res_id = fields.Many2oneReference("Related Document ID", index=True, model_field="res_model")
    partner_id = fields.Many2one("res.partner", string="Related Partner", index=True, ondelete="cascade", required=True)
    subtype_ids = fields.Many2many("mail.message.subtype", string="Subtype")
    name = fields.Char("Name", related="partner_id.name")
    email = fields.Char("Email", related="partner_id.email")
    is_active = fields.Boolean("Is Active", related="partner_id.active")

    _sql_constraints = [
        ("mail_followers_res_partner_res_model_id_uniq", "unique(res_model,res_id,partner_id)",
         "Error, a partner cannot follow twice the same object."),
    ]

    def _invalidate_documents(self, vals_list=None):
        """The records' own lists of followers are read again."""
        by_model = {}
        for vals in vals_list or ({"res_model": item.res_model, "res_id": item.res_id} for item in self):
            if vals.get("res_id"):
                by_model.setdefault(vals["res_model"], []).append(vals["res_id"])
        for model, ids in by_model.items():
            if model in self.env and "message_follower_ids" in self.env[model]._fields:
                self.env[model].browse(ids).invalidate_recordset(
                    ["message_follower_ids", "message_partner_ids", "message_is_follower"], flush=False)

    @api.model_create_multi
    def create(self, vals_list):
        result = super().create(vals_list)
        result._invalidate_documents(vals_list)
        return result

    def write(self, vals):
        if {"res_model", "res_id", "partner_id"}.intersection(vals):
            self._invalidate_documents()
        result = super().write(vals)
        if {"res_model", "res_id", "partner_id"}.intersection(vals):
            self._invalidate_documents()
        return result

    def unlink(self):
        self._invalidate_documents()
        return super().unlink()

    # -- subscribing --------------------------------------------------------------------------------

    @api.model
    def _insert_followers(self, res_model, res_ids, partner_ids, subtypes=None, customer_ids=None,
                          check_existing=True, existing_policy="skip"):
        """Make partners follow records, all in one batch.

        :param subtypes: {partner id: subtype ids}; None: the default ones of the model, without the internal
            ones for people outside the company
        :param existing_policy: 'skip' leaves a follower's choices, 'replace' replaces them
        """
        if subtypes is None:
            subtypes = self._default_subtypes_of(res_model, partner_ids, customer_ids)
        existing = self._existing(res_model, res_ids, partner_ids) if check_existing else {}
        to_create = []
        for res_id in set(res_ids or [0]):
            for partner_id in set(partner_ids or []):
                follower = existing.get((res_id, partner_id))
                if follower is None:
                    to_create.append({"res_model": res_model, "res_id": res_id, "partner_id": partner_id,
                                      "subtype_ids": [Command.set(subtypes.get(partner_id, []))]})
                elif existing_policy == "replace":
                    follower.write({"subtype_ids": [Command.set(subtypes.get(partner_id, []))]})
        return self.sudo().create(to_create) if to_create else self.browse()

    def _existing(self, res_model, res_ids, partner_ids):
        found = self.sudo().search([("res_model", "=", res_model), ("res_id", "in", list(res_ids)),
                                    ("partner_id", "in", list(partner_ids))])
        return {(item.res_id, item.partner_id.id): item for item in found}

    def _default_subtypes_of(self, res_model, partner_ids, customer_ids=None):
        everything, _internal, external = self.env["mail.message.subtype"]._default_subtypes(res_model)
        if customer_ids is None:
            customer_ids = self.env["res.partner"].sudo().browse(partner_ids).filtered("partner_share").ids
        outside = set(customer_ids)
        return {partner_id: external if partner_id in outside else everything for partner_id in partner_ids}

    # -- recipients ---------------------------------------------------------------------------------

    @api.model
    def _get_recipient_data(self, records, message_type, subtype_id, pids=None):
        """{record id: {partner id: {id, active, share, notif, type, is_follower, lang, uid …}}}: who gets a message.

        The followers subscribed to `subtype_id`, and the partners in `pids`.
        """
        res_ids = records.ids if records else [0]
        recipients = {res_id: {} for res_id in res_ids}
        if records and subtype_id and message_type != "user_notification":
            self.flush_model()
            self.env.cr.run(
                """SELECT f.res_id, f.partner_id FROM mail_followers f
                     JOIN mail_followers_mail_message_subtype_rel rel ON rel.mail_followers_id = f.id
                    WHERE rel.mail_message_subtype_id = %s AND f.res_model = %s AND f.res_id = ANY(%s)""",
                [subtype_id, records._name, res_ids])
            for res_id, partner_id in self.env.cr.fetchall():
                recipients[res_id][partner_id] = True
        for res_id in res_ids:
            for partner_id in pids or ():
                recipients[res_id].setdefault(partner_id, False)
        partner_ids = {partner_id for by_partner in recipients.values() for partner_id in by_partner}
        details = self._recipient_details(partner_ids)
        internal_only = bool(subtype_id) and self.env["mail.message.subtype"].sudo().browse(subtype_id).internal
        return {
            res_id: {
                partner_id: {**details[partner_id], "is_follower": follows}
                for partner_id, follows in by_partner.items()
                if partner_id in details and not (internal_only and details[partner_id]["share"] and follows)
            }
            for res_id, by_partner in recipients.items()
        }

    def _recipient_details(self, partner_ids):
        details = {}
        for partner in self.env["res.partner"].sudo().with_context(active_test=False).browse(partner_ids):
            user = partner.user_ids.filtered("active").sorted("share")[:1]
            details[partner.id] = {
                "id": partner.id, "active": partner.active, "email_normalized": partner.email_normalized,
                "lang": partner.lang, "name": partner.name, "share": partner.partner_share,
                "notif": user.notification_type if user else "email", "uid": user.id or False,
                "ushare": user.share if user else False, "groups": set(user.groups_id.ids) if user else set(),
                "type": "user" if user and not user.share else "portal" if user else "customer",
            }
        return details

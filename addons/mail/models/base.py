"""What every model can do once messages exist: name its contacts and describe the changes of its fields."""
from markupsafe import Markup

from core import models


class Base(models.AbstractModel):
    _inherit = "base"

    def _valid_field_parameter(self, field, name):
        return name == "tracking" or super()._valid_field_parameter(field, name)

    def _get_html_link(self, title=None):
        """A link to the record, for messages; `title` instead of its name."""
        self.ensure_one()
        return Markup('<a href="/mail/view?model=%s&amp;res_id=%s" data-oe-model="%s" data-oe-id="%s">%s</a>') % (
            self._name, self.id, self._name, self.id, title or self.display_name)

    # -- contacts -----------------------------------------------------------------------------------

    def _mail_get_partner_fields(self, introspect_fields=False):
        """Names of the fields that hold the contacts of a record."""
        names = [name for name in ("partner_id", "partner_ids")
                 if name in self._fields and self._fields[name].comodel_name == "res.partner"]
        if not names and introspect_fields:
            names = [name for name, field in self._fields.items()
                     if field.type == "many2one" and field.comodel_name == "res.partner"]
        return names

    def _mail_get_partners(self, introspect_fields=False):
        """{record id: contacts}."""
        names = self._mail_get_partner_fields(introspect_fields)
        partners = self.env["res.partner"]
        return {record.id: partners.union(*(record[name] for name in names)) if names else partners
                for record in self}

    def _message_get_default_recipients(self):
        """{record id: {'partner_ids': [], 'email_to': …, 'email_cc': …}} for a message to the record's contacts."""
        partners = self._mail_get_partners()
        result = {}
        for record in self:
            email = False
            if not partners[record.id]:
                email = next((record[name] for name in ("email_normalized", "email_from", "email")
                              if name in record._fields and record[name]), False)
            result[record.id] = {"partner_ids": partners[record.id].ids, "email_to": email, "email_cc": False}
        return result

    # -- changes ------------------------------------------------------------------------------------

    def _mail_track(self, tracked_fields, initial_values):
        """The changes of one record.

        :param tracked_fields: {name: description as of fields_get}
        :param initial_values: {name: value before}
        :return: (set of the names that changed, [values of mail.tracking.value])
        """
        self.ensure_one()
        changed, commands = set(), []
        create_values = self.env["mail.tracking.value"]._create_tracking_values
        for name, description in tracked_fields.items():
            if name not in initial_values:
                continue
            before, after = initial_values[name], self[name]
            if before == after or (not before and not after):
                continue
            changed.add(name)
            commands.append((0, 0, create_values(before, after, name, description, self)))
        return changed, commands

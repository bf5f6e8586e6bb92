"""Records with messages: followers, posting, notification and the log of changed fields.

Changes are collected while a transaction runs and written once, before its commit: one batch of messages and one of
tracking values per model, however many records and writes there were.
"""
from collections import defaultdict

from markupsafe import Markup

from core import SUPERUSER_ID, Command, _, api, fields, models
from core.exceptions import AccessError, MissingError, UserError
from core.tools import clean_context, email_normalize, html_escape, ormcache

_POST_TYPES = ("comment", "notification", "email", "email_outgoing", "auto_comment", "user_notification")


class _Changes:
    """What a transaction knows about the tracked records of one model before they changed."""

    __slots__ = ("initial", "new_ids")

    def __init__(self):
        self.initial = {}
        """Field name → {record id: value before}."""
        self.new_ids = set()
        """Records of this transaction: their first values are no changes."""


class MailThread(models.AbstractModel):
    _name = "mail.thread"
    _description = "Email Thread"
    _mail_flat_thread = True
    _mail_thread_customer = False
    _mail_post_access = "write"
    _primary_email = "email"
    _CUSTOMER_HEADERS_LIMIT_COUNT = 50

    message_is_follower = fields.Boolean("Is Follower", compute="_compute_message_is_follower",
                                         search="_search_message_is_follower")
    message_follower_ids = fields.One2many("mail.followers", "res_id", string="Followers",
                                           groups="base.group_user",
                                           domain=lambda self: [("res_model", "=", self._name)])
    message_partner_ids = fields.Many2many("res.partner", string="Followers (Partners)",
                                           compute="_compute_message_partner_ids",
                                           inverse="_inverse_message_partner_ids",
                                           search="_search_message_partner_ids", groups="base.group_user")
    message_ids = fields.One2many("mail.message", "res_id", string="Messages", auto_join=True,
                                  domain=lambda self: [("model", "=", self._name),
                                                       ("message_type", "!=", "user_notification")])
    has_message = fields.Boolean(compute="_compute_has_message", search="_search_has_message", store=False)
    message_needaction = fields.Boolean("Action Needed", compute="_compute_message_needaction",
                                        search="_search_message_needaction")
    message_needaction_counter = fields.Integer("Number of Actions", compute="_compute_message_needaction")
    message_has_error = fields.Boolean("Message Delivery error", compute="_compute_message_has_error",
                                       search="_search_message_has_error")
    message_has_error_counter = fields.Integer("Number of errors", compute="_compute_message_has_error")
    message_attachment_count = fields.Integer("Attachment Count", compute="_compute_message_attachment_count",
                                              groups="base.group_user")

    # -- computed fields ----------------------------------------------------------------------------

    @api.depends("message_follower_ids")
    def _compute_message_partner_ids(self):
        for thread in self:
            thread.message_partner_ids = thread.sudo().message_follower_ids.partner_id

    def _inverse_message_partner_ids(self):
        for thread in self:
            present = thread.sudo().message_follower_ids.partner_id
            wanted = thread.message_partner_ids
            if wanted - present:
                thread.message_subscribe((wanted - present).ids)
            if present - wanted:
                thread.message_unsubscribe((present - wanted).ids)

    @api.model
    def _search_message_partner_ids(self, operator, operand):
        followers = self.env["mail.followers"].sudo()._search(
            [("res_model", "=", self._name), ("partner_id", "in" if operator == "not in" else operator, operand)])
        ids = self.env["mail.followers"].sudo().browse(followers).mapped("res_id")
        return [("id", "not in" if operator in ("not in", "!=") else "in", ids)]

    @api.depends("message_follower_ids")
    @api.depends_context("uid")
    def _compute_message_is_follower(self):
        followers = self.env["mail.followers"].sudo().search_fetch(
            [("res_model", "=", self._name), ("res_id", "in", self.ids),
             ("partner_id", "=", self.env.user.partner_id.id)], ["res_id"])
        following = set(followers.mapped("res_id"))
        for thread in self:
            thread.message_is_follower = thread.id in following

    @api.model
    def _search_message_is_follower(self, operator, operand):
        followers = self.env["mail.followers"].sudo().search_fetch(
            [("res_model", "=", self._name), ("partner_id", "=", self.env.user.partner_id.id)], ["res_id"])
        positive = (operator == "=") == bool(operand)
        return [("id", "in" if positive else "not in", followers.mapped("res_id"))]

    def _compute_has_message(self):
        self.flush_model()
        self.env.cr.execute("SELECT DISTINCT res_id FROM mail_message WHERE model = %s AND res_id = ANY(%s)",
                            [self._name, self.ids])
        having = {row[0] for row in self.env.cr.fetchall()}
        for thread in self:
            thread.has_message = thread.id in having

    def _search_has_message(self, operator, value):
        positive = (operator == "=") == bool(value)
        messages = self.env["mail.message"].sudo().search_fetch([("model", "=", self._name)], ["res_id"])
        return [("id", "in" if positive else "not in", list(set(messages.mapped("res_id"))))]

    @api.depends_context("uid")
    def _compute_message_needaction(self):
        counts = self._count_notified(
            """notification.res_partner_id = %s AND notification.is_read IS NOT TRUE
               AND notification.notification_type = 'inbox'""", [self.env.user.partner_id.id])
        for thread in self:
            thread.message_needaction_counter = counts.get(thread._origin.id, 0)
            thread.message_needaction = bool(thread.message_needaction_counter)

    @api.depends_context("uid")
    def _compute_message_has_error(self):
        counts = self._count_notified(
            """message.author_id = %s AND notification.notification_status IN ('bounce', 'exception')""",
            [self.env.user.partner_id.id])
        for thread in self:
            thread.message_has_error_counter = counts.get(thread._origin.id, 0)
            thread.message_has_error = bool(thread.message_has_error_counter)

    def _count_notified(self, condition, params):
        if not self.ids:
            return {}
        self.env["mail.notification"].flush_model()
        self.env.cr.execute(
            f"""SELECT message.res_id, count(DISTINCT message.id)
                  FROM mail_message message JOIN mail_notification notification
                    ON notification.mail_message_id = message.id
                 WHERE {condition} AND message.model = %s AND message.res_id = ANY(%s)
                 GROUP BY message.res_id""", [*params, self._name, self.ids])
        return dict(self.env.cr.fetchall())

    @api.model
    def _search_message_needaction(self, operator, operand):
        return [("message_ids.needaction", operator, operand)]

    @api.model
    def _search_message_has_error(self, operator, operand):
        return ["&", ("message_ids.has_error", operator, operand),
                ("message_ids.author_id", "=", self.env.user.partner_id.id)]

    def _compute_message_attachment_count(self):
        counts = {}
        if self.ids:
            groups = self.env["ir.attachment"]._read_group(
                [("res_model", "=", self._name), ("res_id", "in", self.ids)], ["res_id"], ["__count"])
            counts = dict(groups)
        for thread in self:
            thread.message_attachment_count = counts.get(thread.id, 0)

    # -- life ---------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        context = self.env.context
        if context.get("tracking_disable"):
            threads = super().create(vals_list)
            threads._track_discard()
            return threads
        threads = super().create(vals_list)
        if not context.get("mail_create_nosubscribe") and threads:
            threads._subscribe_creator()
        threads._subscribe_responsibles(vals_list)
        if not context.get("mail_create_nolog"):
            threads._log_creation()
        if not context.get("mail_notrack"):
            threads._track_initial_templates()
        threads._track_discard()
        return threads

    def _subscribe_creator(self):
        author = self.env["res.users"]._cached_author(self.env.uid)
        if author.active:
            self.env["mail.followers"]._insert_followers(
                self._name, self.ids, [author.partner_id], customer_ids=[author.partner_id] if author.share else [],
                check_existing=False)

    def _subscribe_responsibles(self, vals_list):
        names = self._mail_responsible_fields()
        for thread, vals in zip(self, vals_list):
            if not names.isdisjoint(vals):
                thread._message_auto_subscribe(vals, followers_existing_policy="skip")

    def _log_creation(self):
        """A line “… created” on every new record, in one batch; a message where the model names a kind for it."""
        ids_by_subtype = defaultdict(list)
        for thread in self:
            ids_by_subtype[thread._creation_subtype()].append(thread.id)
        for subtype, ids in ids_by_subtype.items():
            threads = self.browse(ids)
            if subtype:
                for thread in threads:
                    thread.message_post(subtype_id=subtype.id, author_id=self.env.user.partner_id.id)
            else:
                body = threads[:1]._creation_message()
                threads._message_log_batch(bodies=dict.fromkeys(threads.ids, body))

    def _track_initial_templates(self):
        tracked = self._track_get_fields() if self._sends_track_templates() else ()
        if not tracked:
            return
        for thread in self:
            changes = [name for name in tracked if thread[name]]
            if changes:
                thread._message_track_post_template(changes)

    def write(self, vals):
        context = self.env.context
        if context.get("tracking_disable"):
            return super().write(vals)
        if not context.get("mail_notrack"):
            self._track_prepare(vals)
        result = super().write(vals)
        if self._mail_responsible_fields().intersection(vals):
            self._message_auto_subscribe(vals)
        return result

    def _compute_field_value(self, field):
        if field.store and field.name in self._tracked_computation_names():
            context = self.env.context
            if not context.get("tracking_disable") and not context.get("mail_notrack"):
                self._track_prepare(other.name for other in self.env.registry.field_computed[field] if other.store)
        return super()._compute_field_value(field)

    def unlink(self):
        if not self:
            return True
        # Also for raw deletions: messages and followers have no foreign key on the record.
        self.env["mail.message"].sudo().with_context(active_test=False).search(
            [("model", "=", self._name), ("res_id", "in", self.ids)]).unlink()
        self.env["mail.followers"].sudo().search(
            [("res_model", "=", self._name), ("res_id", "in", self.ids)]).unlink()
        self._track_discard()
        return super().unlink()

    def copy_data(self, default=None):
        # Only the new record's own history belongs to it.
        return super(MailThread, self.with_context(mail_notrack=True)).copy_data(default=default)

    def _creation_subtype(self):
        """The kind of the message that announces a new record; empty: a plain log line."""
        return self.env["mail.message.subtype"]

    def _creation_message(self):
        """Text of the log line of a new record."""
        self.ensure_one()
        return _("%s created", self.env["ir.model"]._get(self._name).name or self._description)

    def _get_mail_message_access(self, res_ids, operation, model_name=None):
        """The right on the record that is needed to `operation` its messages."""
        if operation == "read":
            return "read"
        return getattr(self.env[model_name] if model_name else self, "_mail_post_access", "write")

    # -- tracking -----------------------------------------------------------------------------------

    def _track_get_fields(self):
        """Names of the tracked fields the user may see."""
        tracked = self._tracked_field_names()
        return tracked and set(self.fields_get(tracked, attributes=()))

    @ormcache()
    def _tracked_field_names(self):
        return frozenset(name for name, field in self._fields.items() if getattr(field, "tracking", None))

    @ormcache()
    def _tracked_computation_names(self):
        """Names of the stored fields computed by a method that computes a tracked one."""
        computed = self.env.registry.field_computed
        return frozenset(
            other.name for name in self._tracked_field_names() for other in computed.get(self._fields[name], ()))

    def _changes(self, create=True):
        """What the transaction remembers of this model."""
        data = self.env.cr.precommit.data
        key = f"mail.tracking.{self._name}"
        changes = data.get(key)
        if changes is None and create:
            changes = data[key] = _Changes()
            env = self._acting_env()
            model = self.browse().with_env(env).sudo(False).with_context(clean_context(env.context))
            self.env.cr.precommit.add(model._track_finalize)
        return changes

    def _acting_env(self):
        """The environment of who is at work: what the system recomputes at the end changes in that person's name."""
        if self.env.uid != SUPERUSER_ID:
            return self.env
        return next((env for env in self.env.transaction.envs.values() if env.uid and env.uid != SUPERUSER_ID), self.env)

    def _track_prepare(self, fields_iter):
        """Remember the values of the tracked ones among `fields_iter` as they are now."""
        names = self._tracked_field_names().intersection(fields_iter)
        if not names:
            return
        changes = self._changes()
        ids = [id_ for id_ in self._ids if id_ and id_ not in changes.new_ids]
        for name in names:
            known = changes.initial.setdefault(name, {})
            unknown = self.browse([id_ for id_ in ids if id_ not in known])
            if unknown:
                for record in unknown.sudo():
                    known[record.id] = record[name]

    def _track_discard(self):
        """Forget, and do not track, changes of these records in this transaction."""
        if not self._tracked_field_names():
            return
        changes = self._changes()
        changes.new_ids.update(self.ids)
        for known in changes.initial.values():
            for id_ in self._ids:
                known.pop(id_, None)

    @api.model
    def _track_finalize(self):
        """Write what changed: called before the commit."""
        changes = self.env.cr.precommit.data.pop(f"mail.tracking.{self._name}", None)
        if changes is None:
            return
        by_record = defaultdict(dict)
        for name, known in changes.initial.items():
            for id_, value in known.items():
                by_record[id_][name] = value
        if not by_record:
            return
        records = self.browse(by_record)
        records._message_track(changes.initial.keys(), by_record)
        self.env.flush_all()

    def _message_track(self, fields_iter, initial_values_dict):
        """Post or log the changes of the records in self.

        :param initial_values_dict: {record id: {field name: value before}}
        :return: {record id: (names of the changed fields, values of the tracking records)}
        """
        names = self._tracked_field_names().intersection(fields_iter)
        if not names:
            return {}
        result = self._changes_since(names, initial_values_dict)
        to_log = {}
        for record in self.browse(result):
            changed, commands = result[record.id]
            subtype = record._track_subtype({name: initial_values_dict[record.id][name] for name in changed})
            if subtype:
                record._post_changes(subtype, commands)
            elif commands:
                to_log[record.id] = commands
        self._log_changes(to_log)
        if self._sends_track_templates():
            for record in self.browse(result):
                record._message_track_post_template(result[record.id][0])
        return result

    def _changes_since(self, names, initial_values_dict):
        """{record id: (names of the changed fields, values of the tracking records)}; only reads.

        A record that went with another one, deleted by the database, has no changes.
        """
        descriptions = self.sudo().fields_get(
            list(names), attributes=("type", "string", "selection", "currency_field"))
        tracked = {name: descriptions[name] for name in self._in_tracking_order(names) if name in descriptions}
        result = {}
        for record in self:
            try:
                changed, commands = record.sudo()._mail_track(tracked, initial_values_dict[record.id])
            except MissingError:
                continue
            if changed:
                result[record.id] = (changed, commands)
        return result

    def _in_tracking_order(self, names):
        """Fields with `tracking=1` come before those with 2; plain `tracking=True` comes last."""
        def rank(name):
            sequence = self._fields[name].tracking
            return (100 if sequence is True else sequence, name)
        return sorted(names, key=rank)

    def _post_changes(self, subtype, commands):
        # Who was allowed to change the record need not be allowed to write on it: a customer who accepts a quotation.
        self.sudo().message_post(
            body=self.env.cr.precommit.data.get(("mail.tracking.message", self._name, self.id), ""),
            author_id=self.env.cr.precommit.data.get(("mail.tracking.author", self._name, self.id)),
            subtype_id=subtype.id, tracking_value_ids=commands)

    def _log_changes(self, commands_by_id):
        if not commands_by_id:
            return
        data = self.env.cr.precommit.data
        bodies = {id_: data[key] for id_ in commands_by_id
                  if (key := ("mail.tracking.message", self._name, id_)) in data}
        records = self.browse(commands_by_id)
        records._message_log_batch(bodies=bodies, tracking_value_ids=commands_by_id)

    def _track_set_author(self, author):
        """Name the author of the changes being made to these records."""
        for id_ in self.ids:
            self.env.cr.precommit.data[("mail.tracking.author", self._name, id_)] = author.id

    def _track_set_log_message(self, message):
        """Text beside the changes being made to these records."""
        for id_ in self.ids:
            self.env.cr.precommit.data[("mail.tracking.message", self._name, id_)] = message

    def _track_subtype(self, initial_values):
        """The kind of message a change is announced with; empty: it is only logged."""
        self.ensure_one()
        return False

    def _track_template(self, changes):
        """{field name: (mail.template, arguments)} of mails to send when fields change."""
        return {}

    @api.model
    def _sends_track_templates(self):
        """Whether an addon overrides `_track_template`: otherwise nobody needs to be asked record by record."""
        return type(self)._track_template is not self.env.registry["mail.thread"]._track_template

    def _message_track_post_template(self, changes):
        if not changes:
            return True
        self.ensure_one()
        for _name, (template, arguments) in self._track_template(changes).items():
            if isinstance(template, str):
                self.message_post_with_source(template, **arguments)
            else:
                template.send_mail(self.id, email_values={
                    key: value for key, value in arguments.items() if key in ("author_id", "subtype_id")})
        return True

    # -- posting ------------------------------------------------------------------------------------

    def message_post(self, *, body="", subject=None, message_type="notification", email_from=None, author_id=None,
                     parent_id=False, subtype_xmlid=None, subtype_id=False, partner_ids=None, attachments=None,
                     attachment_ids=None, body_is_html=False, **kwargs):
        """Post a message on this record and tell those it concerns.

        :param body: text (escaped) or Markup; with body_is_html, a str holding HTML
        :param subtype_xmlid: kind of message, default the note; 'mail.mt_comment' reaches the followers
        :param partner_ids: contacts that are told besides the followers
        :param attachments: [(file name, bytes)]
        :return: the mail.message
        :raise AccessError: the user may not write the record (`_mail_post_access`)
        """
        self.ensure_one()
        if message_type not in _POST_TYPES or message_type == "user_notification":
            raise ValueError(_("Use message_notify to send a message of the type %s.", message_type))
        if any(not isinstance(value, (list, tuple, set, type(None))) for value in (partner_ids, attachment_ids)):
            raise ValueError(_("Recipients and attachments are lists of ids."))
        self.browse(self.id).check_access(self._get_mail_message_access(self.ids, "create"))
        author_id, email_from = self._message_compute_author(author_id, email_from)
        subtype_id = subtype_id or self._subtype_id(subtype_xmlid or "mail.mt_note")
        values = {
            **self._message_create_values(kwargs),
            "author_id": author_id, "email_from": email_from, "model": self._name, "res_id": self.id,
            "body": self._html_body(body, body_is_html), "message_type": message_type,
            "parent_id": self._message_compute_parent_id(parent_id), "subject": subject or False,
            "subtype_id": subtype_id, "partner_ids": [Command.link(id_) for id_ in set(partner_ids or ())],
            "is_internal": kwargs.get("is_internal", self.env["mail.message.subtype"].sudo().browse(subtype_id).internal),
        }
        values["attachment_ids"] = self._message_attachments(attachments, attachment_ids)
        message = self._message_create([values])
        if author_id and message_type == "comment" and not self.env.context.get("mail_create_nosubscribe") \
                and self.env["res.partner"].sudo().browse(author_id).active \
                and author_id == self.env.user.partner_id.id and self.env.user._is_internal():
            # Who takes part in a discussion follows it.
            self._message_subscribe(partner_ids=[author_id])
        if self.env.context.get("mail_post_autofollow") and partner_ids:
            self.message_subscribe(partner_ids=list(partner_ids))
        self._message_post_after_hook(message, values)
        self._notify_thread(message, values, **kwargs)
        return message

    def _message_post_after_hook(self, message, msg_vals):
        """Called after a message was posted and before people are told; for addons."""

    def _message_create_values(self, kwargs):
        """Those of the keyword arguments that are fields of the message."""
        known = self.env["mail.message"]._fields
        return {name: value for name, value in kwargs.items() if name in known}

    def _message_create(self, values_list):
        return self.env["mail.message"].sudo().with_context(clean_context(self.env.context)).create(values_list)

    @api.model
    def _html_body(self, body, body_is_html=False):
        if not body:
            return ""
        if isinstance(body, Markup) or body_is_html:
            return body
        return html_escape(body)

    def _subtype_id(self, xml_id):
        return self.env["ir.model.data"]._xmlid_to_res_id(xml_id, raise_if_not_found=False)

    def _message_compute_parent_id(self, parent_id):
        """Answers hang on the first message of the record, so that its thread is one."""
        if parent_id:
            parent = self.env["mail.message"].sudo().browse(parent_id)
            return parent.parent_id.id or parent_id
        return False

    def _message_attachments(self, attachments, attachment_ids):
        # A message shows and mails what is attached to it: only what the writer may read.
        self.env["ir.attachment"].browse(attachment_ids or ()).check_access("read")
        commands = [Command.link(id_) for id_ in attachment_ids or ()]
        if attachments:
            created = self.env["ir.attachment"].sudo().create([{
                "name": name, "raw": content.encode() if isinstance(content, str) else content,
                "res_model": self._name, "res_id": self.id} for name, content, *_rest in attachments])
            commands += [Command.link(id_) for id_ in created.ids]
        return commands

    @api.model
    def _message_compute_author(self, author_id=None, email_from=None, raise_on_email=True):
        """(contact id, address) of the author: what is given, else the current user."""
        if author_id is None and email_from:
            author = self.env["res.partner"].sudo().search([("email_normalized", "=", email_normalize(email_from))],
                                                          limit=1)
            return author.id, email_from
        current = self.env["res.users"]._cached_author(self.env.uid)
        if not author_id or author_id == current.partner_id:
            return current.partner_id, email_from or current.email_formatted
        partner = self.env["res.partner"].sudo().browse(author_id)
        return partner.id, email_from or partner.email_formatted

    def message_notify(self, *, body="", subject=False, author_id=None, email_from=None, model=False, res_id=False,
                       subtype_xmlid=None, subtype_id=False, partner_ids=False, attachments=None, attachment_ids=None,
                       **kwargs):
        """Tell some contacts something without writing it on the record."""
        if self:
            self.ensure_one()
        if not partner_ids:
            return self.env["mail.message"]
        author_id, email_from = self._message_compute_author(author_id, email_from)
        values = {
            **self._message_create_values(kwargs),
            "author_id": author_id, "email_from": email_from, "model": (model or self._name) if self or model else False,
            "res_id": res_id or self.id or False, "body": self._html_body(body), "is_internal": True,
            "message_type": "user_notification", "subject": subject,
            "subtype_id": subtype_id or self._subtype_id(subtype_xmlid or "mail.mt_note"),
            "partner_ids": [Command.link(id_) for id_ in set(partner_ids)],
            "attachment_ids": self._message_attachments(attachments, attachment_ids),
        }
        if not self and not model:
            values.update(model=False, res_id=False)
        message = self._message_create([values])
        self._notify_thread(message, values, **kwargs)
        return message

    def _message_log(self, *, body="", subject=False, author_id=None, email_from=None, message_type="notification",
                     partner_ids=False, attachment_ids=False, tracking_value_ids=False, **kwargs):
        """Write a line on the record and tell nobody."""
        self.ensure_one()
        return self._message_log_batch(
            {self.id: body}, subject=subject, author_id=author_id, email_from=email_from, message_type=message_type,
            partner_ids=partner_ids, attachment_ids={self.id: attachment_ids} if attachment_ids else False,
            tracking_value_ids={self.id: tracking_value_ids} if tracking_value_ids else False)

    def _message_log_batch(self, bodies, subject=False, author_id=None, email_from=None,
                           message_type="notification", partner_ids=False, attachment_ids=False,
                           tracking_value_ids=False):
        """Write a line on each record in self and tell nobody; all in one batch.

        :param bodies: {record id: text or Markup}
        :param tracking_value_ids: {record id: commands}
        """
        author_id, email_from = self._message_compute_author(author_id, email_from)
        common = {
            "author_id": author_id, "email_from": email_from, "model": self._name, "message_type": message_type,
            "subject": subject, "subtype_id": self._subtype_id("mail.mt_note"), "is_internal": True,
            "email_add_signature": False,
        }
        if partner_ids:
            common["partner_ids"] = [Command.link(id_) for id_ in partner_ids]
        attachment_ids, tracking_value_ids = attachment_ids or {}, tracking_value_ids or {}
        values_list = []
        for id_ in self._ids:
            values = {**common, "res_id": id_, "body": self._html_body(bodies.get(id_, ""))}
            if id_ in attachment_ids:
                values["attachment_ids"] = attachment_ids[id_]
            if id_ in tracking_value_ids:
                values["tracking_value_ids"] = tracking_value_ids[id_]
            values_list.append(values)
        return self._message_create(values_list)

    def _message_log_with_view(self, view_ref, render_values=None, message_log_batch=False, **kwargs):
        """Log what a QWeb template makes of each record."""
        bodies = self._render_views(view_ref, render_values)
        return self._message_log_batch(bodies, **kwargs)

    def _composer_action(self, template=None, **context):
        """The dialog in which a person writes, from a template, about these records."""
        several = len(self) > 1
        return {
            "type": "ir.actions.act_window", "name": _("Compose Email"), "res_model": "mail.compose.message", "view_mode": "form",
            "views": [(False, "form")], "target": "new",
            "context": {
                "default_model": self._name, "default_res_ids": self.ids, "default_template_id": template.id if template else False,
                "default_composition_mode": "mass_mail" if several else "comment", "force_email": True, **context,
            },
        }

    def message_post_with_source(self, source_ref, render_values=None, message_type="notification",
                                 subtype_xmlid=False, subtype_id=False, **kwargs):
        """Post what a mail template or a QWeb template makes of each record."""
        messages = self.env["mail.message"]
        template = source_ref if isinstance(source_ref, models.BaseModel) else self.env.ref(source_ref)
        if template._name == "mail.template":
            for record in self:
                values = template._generate_template([record.id], ("subject", "body_html", "attachment_ids",
                                                                   "partner_to", "email_to"))[record.id]
                messages |= record.message_post(
                    body=Markup(values.get("body_html") or ""), subject=values.get("subject"), message_type=message_type,
                    subtype_id=subtype_id, subtype_xmlid=subtype_xmlid, partner_ids=values.get("partner_ids"),
                    attachments=values.get("attachments"), **kwargs)
            return messages
        bodies = self._render_views(template, render_values)
        for record in self:
            messages |= record.message_post(body=bodies[record.id], message_type=message_type, subtype_id=subtype_id,
                                            subtype_xmlid=subtype_xmlid, **kwargs)
        return messages

    message_post_with_view = message_post_with_source

    def _render_views(self, view_ref, render_values):
        view = view_ref.id if isinstance(view_ref, models.BaseModel) else view_ref
        qweb = self.env["ir.qweb"]
        return {record.id: Markup(qweb._render(view, {"object": record, **(render_values or {})})) for record in self}

    def _message_update_content(self, message, body, attachment_ids=None, partner_ids=None, strict=True, **kwargs):
        """Change a comment of one's own."""
        self.ensure_one()
        if strict and message.message_type != "comment":
            raise UserError(_("Only comments can be changed. This message is a %s.", message.message_type))
        if message.author_id != self.env.user.partner_id and not self.env.user._is_admin():
            raise AccessError(_("Only the author or an administrator may change this message."))
        values = {"body": self._html_body(body)}
        if attachment_ids is not None:
            values["attachment_ids"] = [Command.set(attachment_ids)]
        message.sudo().write(values)

    # -- telling people -----------------------------------------------------------------------------

    def _notify_thread(self, message, msg_vals=False, **kwargs):
        """Put the message into the inbox, or the outgoing mail, of everybody it concerns."""
        recipients = self._notify_get_recipients(message, msg_vals, **kwargs)
        if not recipients:
            return recipients
        self._notify_thread_by_inbox(message, [item for item in recipients if item["notif"] == "inbox"])
        self._notify_thread_by_email(message, [item for item in recipients if item["notif"] == "email"], **kwargs)
        return recipients

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """[{id, name, notif, share, …}] of the contacts to tell, the author left out."""
        message = message.sudo()
        author_id = message.author_id.id
        data = self.env["mail.followers"]._get_recipient_data(
            self, message.message_type, message.subtype_id.id, set(message.partner_ids.ids))
        [by_partner] = data.values() if len(data) == 1 else [{}]
        to_author = kwargs.get("notify_author") or self.env.context.get("mail_notify_author")
        return [item for partner_id, item in by_partner.items()
                if item["active"] and (partner_id != author_id or to_author)]

    def _notify_thread_by_inbox(self, message, recipients):
        self.env["mail.notification"].sudo().create([
            {"author_id": message.author_id.id, "mail_message_id": message.id, "res_partner_id": item["id"],
             "notification_status": "sent", "notification_type": "inbox"} for item in recipients])

    def _notify_thread_by_email(self, message, recipients, mail_auto_delete=True, **kwargs):
        recipients = [item for item in recipients if item["email_normalized"] or item["uid"]]
        if not recipients:
            return
        mail = self.env["mail.mail"].sudo().create({
            "mail_message_id": message.id, "is_notification": True, "auto_delete": mail_auto_delete,
            "body_html": self._notify_body(message), "subject": self._notify_subject(message),
            "recipient_ids": [Command.set([item["id"] for item in recipients])],
        })
        self.env["mail.notification"].sudo().create([
            {"author_id": message.author_id.id, "mail_message_id": message.id, "res_partner_id": item["id"],
             "mail_mail_id": mail.id, "notification_status": "ready", "notification_type": "email", "is_read": True}
            for item in recipients])

    def _notify_subject(self, message):
        return message.subject or (_("Re: %s", message.record_name) if message.record_name else _("Message"))

    def _notify_body(self, message):
        """The message and its changes in the layout of notification mails."""
        layout = message.email_layout_xmlid or "mail.mail_notification_layout"
        values = {
            "message": message, "record": self, "record_name": message.record_name,
            "company": self.env.company, "user": self.env.user,
            "tracking_values": [
                (tracking.field_id.field_description, tracking._display_text(new=False), tracking._display_text())
                for tracking in message.tracking_value_ids],
            "signature": self.env.user.signature if message.email_add_signature else False,
            "access_url": self._notify_get_action_link("view") if self else False,
        }
        # Links of the message lead to this server, wherever the mail is read.
        return self.env["mail.render.mixin"]._replace_local_links(self.env["ir.qweb"]._render(layout, values))

    def _notify_get_action_link(self, link_type, **kwargs):
        base = self.get_base_url() if self else ""
        return f"{base}/mail/{link_type}?model={self._name}&res_id={self.id}" if self else base

    def _notify_get_recipients_groups(self, message, model_description, msg_vals=None):
        return []

    # -- followers ----------------------------------------------------------------------------------

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Make contacts follow these records; anybody who may read may follow, others need the right to write."""
        if not self or not partner_ids:
            return True
        if set(partner_ids) == set(self.env.user.partner_id.ids):
            self.check_access("read")
        else:
            self.check_access("write")
        return self._message_subscribe(partner_ids, subtype_ids)

    def _message_subscribe(self, partner_ids=None, subtype_ids=None, customer_ids=None):
        if not self or not partner_ids:
            return True
        subtypes = None if subtype_ids is None else {id_: subtype_ids for id_ in partner_ids}
        self.env["mail.followers"]._insert_followers(
            self._name, self.ids, partner_ids, subtypes=subtypes, customer_ids=customer_ids,
            existing_policy="skip" if subtype_ids is None else "replace")
        return True

    def message_unsubscribe(self, partner_ids=None):
        """Let contacts no longer follow these records."""
        if not partner_ids:
            return True
        if set(partner_ids) == set(self.env.user.partner_id.ids):
            self.check_access("read")
        else:
            self.check_access("write")
        self.env["mail.followers"].sudo().search(
            [("res_model", "=", self._name), ("res_id", "in", self.ids), ("partner_id", "in", list(partner_ids))]).unlink()
        return True

    @ormcache()
    def _mail_responsible_field_names(self):
        """Fields that name the user in charge: whoever is named follows the record."""
        return frozenset(name for name, field in self._fields.items()
                         if name == "user_id" and field.comodel_name == "res.users")

    def _mail_responsible_fields(self):
        return self._mail_responsible_field_names()

    def _message_auto_subscribe_followers(self, updated_values, default_subtype_ids):
        """[(partner id, subtype ids, template or False)] of who follows because of `updated_values`."""
        result = []
        for name in self._mail_responsible_fields():
            user = self.env["res.users"].sudo().browse(updated_values.get(name) or ())
            if user.active and user:
                result.append((user.partner_id.id, default_subtype_ids,
                               "mail.message_user_assigned" if user != self.env.user else False))
        return result

    def _message_auto_subscribe(self, updated_values, followers_existing_policy="skip"):
        """Subscribe the user newly in charge and tell him."""
        if not self:
            return True
        everything, _internal, external = self.env["mail.message.subtype"]._default_subtypes(self._name)
        to_tell = defaultdict(list)
        for partner_id, subtype_ids, template in self._message_auto_subscribe_followers(updated_values, everything):
            partner = self.env["res.partner"].sudo().browse(partner_id)
            chosen = external if partner.partner_share else subtype_ids
            self.env["mail.followers"]._insert_followers(
                self._name, self.ids, [partner_id], subtypes={partner_id: chosen},
                existing_policy=followers_existing_policy)
            if template:
                to_tell[template].append(partner_id)
        for template, partner_ids in to_tell.items():
            self._message_auto_subscribe_notify(partner_ids, template)
        return True

    def _message_auto_subscribe_notify(self, partner_ids, template):
        if not self or self.env.context.get("mail_auto_subscribe_no_notify"):
            return
        for record in self:
            record.message_notify(
                subject=_("You have been assigned to %s", record.display_name),
                body=Markup(self.env["ir.qweb"]._render(template, {
                    "object": record, "model_description": record._description, "access_link": "",
                })), partner_ids=partner_ids, email_layout_xmlid="mail.mail_notification_layout")

    def message_get_followers(self, after=None, limit=100, filter_recipients=False):
        self.ensure_one()
        self.check_access("read")
        return [{"id": item.id, "partner_id": item.partner_id.id, "name": item.name, "email": item.email}
                for item in self.sudo().message_follower_ids[:limit]]

    # -- names used by other models -------------------------------------------------------------------

    def _message_get_suggested_recipients(self):
        """[{partner_id, name, email}] of contacts a reply might go to."""
        self.ensure_one()
        partners = self._mail_get_partners()[self.id]
        return [{"partner_id": partner.id, "name": partner.name, "email": partner.email_normalized}
                for partner in partners]

    def _mail_get_company_field(self):
        return "company_id" if "company_id" in self._fields else False

    def _get_thread_with_access(self, thread_id, mode="read", **kwargs):
        thread = self.browse(thread_id).exists()
        return thread if thread and thread.has_access(mode) else self.browse()

    def message_change_thread(self, new_thread, new_parent_message=False):
        """Move the messages of this record to another one."""
        self.ensure_one()
        self.check_access("write")
        new_thread.check_access("write")
        messages = self.env["mail.message"].sudo().search([("model", "=", self._name), ("res_id", "=", self.id)])
        messages.write({"model": new_thread._name, "res_id": new_thread.id})
        return True

"""Users: who may sign in, and with which rights."""
import hmac
import logging
from datetime import datetime

import argon2
import pytz

from markupsafe import Markup

from core import SUPERUSER_ID, Command, _, api, fields, models, tools
from core.exceptions import AccessDenied, AccessError, UserError, ValidationError
from core.osv import expression
from core.tools import config

from ..bootstrap import create_first_records

_logger = logging.getLogger(__name__)

# Argon2id with one lane; memory and passes come from the configuration (19 MiB and two, 27 ms, unless changed).
_LANES = 1
# Tests sign in hundreds of users: the cheapest parameters Argon2 allows.
_TEST_MEMORY_KIB, _TEST_PASSES = 8, 1


# Names of the fields that stand for groups on the forms of users: one group, or one of several that exclude each other.

def name_boolean_group(id_):
    return f"in_group_{id_}"


def name_selection_groups(ids):
    return "sel_groups_" + "_".join(str(id_) for id_ in sorted(ids))


def is_boolean_group(name):
    return name.startswith("in_group_")


def is_selection_groups(name):
    return name.startswith("sel_groups_")


def is_reified_group(name):
    return is_boolean_group(name) or is_selection_groups(name)


def get_boolean_group(name):
    return int(name[len("in_group_"):])


def get_selection_groups(name):
    return [int(part) for part in name[len("sel_groups_"):].split("_")]


def groups_of_reified(vals):
    """`vals` with the commands on `groups_id` that its fields standing for groups mean."""
    if not any(is_reified_group(name) for name in vals):
        return vals
    commands, others = [], {}
    for name, value in vals.items():
        if is_boolean_group(name):
            commands.append((4 if value else 3, get_boolean_group(name)))
        elif is_selection_groups(name):
            commands += [(3, id_) for id_ in get_selection_groups(name) if id_ != value]
            commands += [(4, value)] if value else []
        else:
            others[name] = value
    return {**others, "groups_id": [*others.get("groups_id", ()), *commands]}


class PasswordContext:
    """Hashes passwords and recognises hashes made with other parameters."""

    def __init__(self, memory_kib, passes):
        self._hasher = argon2.PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=_LANES)

    def hash(self, password):
        return self._hasher.hash(password)

    def identify(self, encoded):
        return "argon2" if (encoded or "").startswith("$argon2") else "plaintext"

    def verify(self, password, encoded):
        return self.verify_and_update(password, encoded)[0]

    def verify_and_update(self, password, encoded):
        """(valid, new hash or None): the new hash when the stored one is plain text or has other parameters."""
        if self.identify(encoded) == "plaintext":
            # Set by SQL; accepted once and replaced at once.
            valid = bool(encoded) and hmac.compare_digest(password.encode(), encoded.encode())
            return valid, self.hash(password) if valid else None
        try:
            self._hasher.verify(encoded, password)
        except argon2.exceptions.Argon2Error:
            return False, None
        return True, self.hash(password) if self._hasher.check_needs_rehash(encoded) else None

    def dummy_verify(self):
        """Take the time of a verification: an unknown login answers no faster than a wrong password."""
        self.hash("unknown login")


class UsersLog(models.Model):
    _name = "res.users.log"
    _order = "id desc"
    _description = "Users Log"
    # create_uid and create_date say who signed in, and when.

    create_uid = fields.Many2one("res.users", string="Created by", readonly=True, index=True)

    @api.autovacuum
    def _gc_user_logs(self):
        """Keep the last sign-in of each user."""
        self.env.cr.execute(
            """DELETE FROM res_users_log log WHERE EXISTS (
                   SELECT 1 FROM res_users_log later
                    WHERE later.create_uid = log.create_uid AND later.create_date > log.create_date)""")


class Users(models.Model):
    _name = "res.users"
    _shared_rows = True
    _description = "User"
    _inherits = {"res.partner": "partner_id"}
    _order = "name, login"
    _allow_sudo_commands = False

    def _default_groups(self):
        """The groups of the template user base.default_user."""
        template = self.env.ref("base.default_user", raise_if_not_found=False)
        return template.sudo().groups_id if template else self.env["res.groups"]

    def _default_company(self):
        return self.env.company.id

    @property
    def SELF_READABLE_FIELDS(self):
        """Fields a user may read on the own record."""
        return [
            "signature", "company_id", "login", "email", "name", "image_1920", "image_1024", "image_512", "image_256",
            "image_128", "lang", "tz", "tz_offset", "groups_id", "partner_id", "write_date", "action_id",
            "avatar_1920", "avatar_1024", "avatar_512", "avatar_256", "avatar_128", "share", "device_ids",
            "api_key_ids", "phone", "display_name", "company_ids", "id", "active",
        ]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        """Fields a user may change on the own record."""
        return ["signature", "action_id", "company_id", "email", "name", "image_1920", "lang", "tz", "api_key_ids",
                "phone"]

    partner_id = fields.Many2one("res.partner", required=True, ondelete="restrict", auto_join=True, index=True,
                                 string="Related Partner", help="Partner-related data of the user")
    login = fields.Char(required=True, help="Used to log into the system")
    password = fields.Char(compute="_compute_password", inverse="_set_password", invisible=True, copy=False,
                           help="Keep empty if you don't want the user to be able to connect on the system.")
    new_password = fields.Char(string="Set Password", compute="_compute_password", inverse="_set_new_password",
                               help="Specify a value only when creating a user or if you're changing the user's password.")
    signature = fields.Html(string="Email Signature", compute="_compute_signature", readonly=False, store=True)
    active = fields.Boolean(default=True)
    active_partner = fields.Boolean(related="partner_id.active", readonly=True, string="Partner is Active")
    action_id = fields.Many2one("ir.actions.actions", string="Home Action",
                                help="Opened after signing in, besides the menu")
    groups_id = fields.Many2many("res.groups", "res_groups_users_rel", "uid", "gid", string="Groups",
                                 default=lambda self: self._default_groups())
    log_ids = fields.One2many("res.users.log", "create_uid", string="User log entries")
    login_date = fields.Datetime(related="log_ids.create_date", string="Latest authentication", readonly=False)
    share = fields.Boolean(compute="_compute_share", compute_sudo=True, string="Share User", store=True,
                           help="External user with limited access, created only for the purpose of sharing data.")
    state = fields.Selection([("new", "Never Connected"), ("active", "Confirmed")], compute="_compute_state",
                             search="_search_state", string="Status")
    companies_count = fields.Integer(compute="_compute_companies_count", string="Number of Companies")
    tz_offset = fields.Char(compute="_compute_tz_offset", string="Timezone offset")
    res_users_settings_ids = fields.One2many("res.users.settings", "user_id")
    res_users_settings_id = fields.Many2one("res.users.settings", string="Settings",
                                            compute="_compute_res_users_settings_id",
                                            search="_search_res_users_settings_id")
    company_id = fields.Many2one("res.company", string="Company", required=True,
                                 default=lambda self: self.env.company.id, context={"user_preference": True},
                                 help="The default company for this user.")
    company_ids = fields.Many2many("res.company", "res_company_users_rel", "user_id", "cid", string="Companies",
                                   default=lambda self: self.env.company.ids)
    api_key_ids = fields.One2many("res.users.apikeys", "user_id", string="API Keys")
    name = fields.Char(related="partner_id.name", inherited=True, readonly=False)
    email = fields.Char(related="partner_id.email", inherited=True, readonly=False)
    accesses_count = fields.Integer("# Access Rights", compute="_compute_accesses_count", compute_sudo=True)
    rules_count = fields.Integer("# Record Rules", compute="_compute_accesses_count", compute_sudo=True)
    groups_count = fields.Integer("# Groups", compute="_compute_accesses_count", compute_sudo=True)

    _sql_constraints = [("login_key", "UNIQUE (login)", "You can not have two users with the same login!")]

    def _auto_init(self):
        super()._auto_init()
        # The hash is no field: nothing that reads fields can ever read it.
        self.env.cr.execute("ALTER TABLE res_users ADD COLUMN IF NOT EXISTS password varchar")

    def init(self):
        create_first_records(self.env.cr)

    # -- passwords --------------------------------------------------------------------------------

    def _crypt_context(self):
        """The hashing in use, with the parameters of the configuration."""
        if config["test_enable"]:
            return PasswordContext(_TEST_MEMORY_KIB, _TEST_PASSES)
        return PasswordContext(int(config["argon2_memory_cost"]), int(config["argon2_time_cost"]))

    def _compute_password(self):
        for user in self:
            user.password = ""
            user.new_password = ""

    def _set_password(self):
        context = self._crypt_context()
        for user in self:
            if user.password:
                self._set_encrypted_password(user.id, context.hash(user.password))

    def _set_encrypted_password(self, uid, encoded):
        if self._crypt_context().identify(encoded) == "plaintext":
            raise ValueError("Only a hash may be stored as a password")
        self.env.cr.execute("UPDATE res_users SET password = %s WHERE id = %s", [encoded, uid])
        self.browse(uid).invalidate_recordset(["password"])
        self.env.registry.clear_cache()

    def _set_new_password(self):
        for user in self:
            if not user.new_password:
                continue  # saving the form without touching the field must not empty the password
            if user == self.env.user:
                raise UserError(_("Please use the change password wizard (in User Preferences or User menu) to "
                                  "change your own password."))
            user.password = user.new_password

    @api.model
    def change_password(self, old_passwd, new_passwd):
        """Change the own password.

        :raise AccessDenied: the old password is wrong
        :raise UserError: the new one is empty
        """
        if not old_passwd:
            raise AccessDenied()
        self.env.user._check_credentials({"login": self.env.user.login, "password": old_passwd, "type": "password"},
                                         {"interactive": True})
        self.env.user._change_password(new_passwd)
        return True

    def _change_password(self, new_passwd):
        new_passwd = (new_passwd or "").strip()
        if not new_passwd:
            raise UserError(_("Setting empty passwords is not allowed for security reasons!"))
        _logger.info("Password change for %r (#%d) by %r (#%d)",
                     self.login, self.id, self.env.user.login, self.env.uid)
        self.sudo().password = new_passwd

    def _rpc_api_keys_only(self):
        """Overridden by two-factor addons: programs may use API keys only."""
        return False

    def _check_credentials(self, credential, env):
        """Check what somebody offers as proof of being this user.

        :param credential: {'type': 'password', 'login': …, 'password': …}
        :param env: {'interactive': bool, …}; programs may offer an API key as the password
        :return: {'uid': …, 'auth_method': 'password' or 'apikey', 'mfa': 'default'}
        :raise AccessDenied: it is not valid
        """
        if credential.get("type") != "password" or not credential.get("password"):
            raise AccessDenied()
        interactive = (env or {}).get("interactive", True)
        if interactive or not self.env.user._rpc_api_keys_only():
            if self._password_is_valid(credential["password"]):
                return {"uid": self.env.user.id, "auth_method": "password", "mfa": "default"}
        if not interactive:
            uid, expires_at = self.env["res.users.apikeys"]._find_key("rpc", credential["password"])
            if uid and uid == self.env.uid:
                return {"uid": uid, "auth_method": "apikey", "mfa": "default", "expiration_date": expires_at}
        raise AccessDenied()

    def _password_is_valid(self, password):
        self.env.cr.execute("SELECT COALESCE(password, '') FROM res_users WHERE id = %s", [self.env.uid])
        row = self.env.cr.fetchone()
        valid, replacement = self._crypt_context().verify_and_update(password, row[0] if row else "")
        if replacement:
            self._set_encrypted_password(self.env.uid, replacement)
        return valid

    # -- signing in -------------------------------------------------------------------------------

    @classmethod
    def authenticate(cls, db, credential, user_agent_env=None):
        """Sign in: {'uid': …, 'auth_method': …, 'mfa': …}. The http room counts failures and refuses a storm of them.

        :raise AccessDenied: unknown login or wrong password; which of the two is not told
        """
        info = cls._login(db, credential, user_agent_env=user_agent_env or {"interactive": True})
        return info

    @classmethod
    def _login(cls, db, credential, user_agent_env):
        login = credential.get("login") or ""
        with cls.pool.cursor() as cr:
            self = api.Environment(cr, SUPERUSER_ID, {})[cls._name]
            user = self.search(self._get_login_domain(login), order=self._get_login_order(), limit=1)
            if not user:
                self._crypt_context().dummy_verify()
                _logger.info("Login failed for login:%s", login)
                raise AccessDenied()
            user = user.with_user(user)
            try:
                info = user._check_credentials(credential, user_agent_env)
            except AccessDenied:
                _logger.info("Login failed for login:%s", login)
                raise
            user._take_over_timezone((user_agent_env or {}).get("tz"))
            user._update_last_login()
        _logger.info("Login successful for login:%s", login)
        return info

    def _take_over_timezone(self, zone):
        """The browser's time zone, for somebody who has not chosen one."""
        if zone in pytz.all_timezones_set and (not self.tz or not self.login_date):
            self.sudo().tz = zone

    @api.model
    def _get_login_domain(self, login):
        return [("login", "=", login)]

    @api.model
    def _get_login_order(self):
        return self._order

    @api.model
    def _update_last_login(self):
        self.env["res.users.log"].sudo().with_user(self.env.uid).sudo().create({})

    @classmethod
    def check(cls, db, uid, passwd):
        """Raise AccessDenied unless `passwd` is the password or an RPC key of the user: programs send it each time."""
        if not passwd or not isinstance(passwd, str):
            raise AccessDenied()
        with cls.pool.cursor() as cr:
            user = api.Environment(cr, uid, {}).user
            if not user.exists().active:
                raise AccessDenied()
            user._check_credentials({"login": user.login, "password": passwd, "type": "password"}, {"interactive": False})

    # -- session tokens ---------------------------------------------------------------------------

    @api.model
    def _get_session_token_fields(self):
        """Columns a session depends on: when one changes, the session ends."""
        return {"id", "login", "password", "active"}

    @tools.ormcache("sid", "self.id")
    def _compute_session_token(self, sid):
        """Proof that the session `sid` belongs to this user as he is now; False when there is no such user."""
        names = sorted(self._get_session_token_fields())
        self.flush_model([name for name in names if name in self._fields and self._fields[name].store])
        columns = ", ".join(f'"{name}"' for name in names)
        self.env.cr.execute(f"SELECT {columns} FROM res_users WHERE id = %s", [self.id])
        row = self.env.cr.fetchone()
        if row is None:
            return False
        secret = self.env["ir.config_parameter"].sudo().get_param("database.secret") or ""
        return hmac.new(f"{secret}{row}".encode(), sid.encode(), "sha256").hexdigest()

    # -- computed fields --------------------------------------------------------------------------

    @api.depends("name")
    def _compute_signature(self):
        for user in self:
            if user.name and tools.is_html_empty(user.signature):
                user.signature = Markup("<p>%s</p>") % user.name
            else:
                user.signature = user.signature

    @api.depends("groups_id")
    def _compute_share(self):
        internal = self.env.ref("base.group_user", raise_if_not_found=False)
        for user in self:
            user.share = user.id != SUPERUSER_ID and internal not in user.groups_id if internal else True

    @api.depends("log_ids")
    def _compute_state(self):
        for user in self:
            user.state = "active" if user.login_date else "new"

    def _search_state(self, operator, value):
        """Confirmed are those who signed in once."""
        if operator not in ("=", "!=") or value not in ("new", "active"):
            raise UserError(_("The status of users is searched for by = or !=, “new” or “active”."))
        return [("log_ids", "!=" if (value == "active") == (operator == "=") else "=", False)]

    @api.depends("company_id")
    def _compute_companies_count(self):
        self.companies_count = self.env["res.company"].sudo().search_count([])

    @api.depends("tz")
    def _compute_tz_offset(self):
        for user in self:
            user.tz_offset = datetime.now(pytz.timezone(user.tz or "GMT")).strftime("%z")

    @api.depends("groups_id")
    def _compute_accesses_count(self):
        for user in self:
            user.accesses_count = len(user.groups_id.model_access)
            user.rules_count = len(user.groups_id.rule_groups)
            user.groups_count = len(user.groups_id)

    @api.depends("res_users_settings_ids")
    def _compute_res_users_settings_id(self):
        for user in self:
            user.res_users_settings_id = user.res_users_settings_ids[:1]

    @api.model
    def _search_res_users_settings_id(self, operator, operand):
        return [("res_users_settings_ids", operator, operand)]

    @api.onchange("login")
    def on_change_login(self):
        if self.login and tools.single_email_re.match(self.login):
            self.email = self.login

    @api.onchange("parent_id")
    def onchange_parent_id(self):
        return self.partner_id.onchange_parent_id()

    # -- constraints ------------------------------------------------------------------------------

    @api.constrains("company_id", "company_ids", "active")
    def _check_company(self):
        for user in self.filtered("active"):
            if user.company_id not in user.company_ids:
                raise ValidationError(_(
                    "Company %(company)s is not in the allowed companies for user %(user)s (%(allowed)s).",
                    company=user.company_id.name, user=user.name, allowed=", ".join(user.company_ids.mapped("name"))))

    @api.constrains("action_id")
    def _check_action_id(self):
        for user in self:
            if user.action_id.type == "ir.actions.client" and self.env["ir.actions.client"].sudo().browse(
                    user.action_id.id).tag == "reload":
                raise ValidationError(_("The “%s” action cannot be selected as home action.", user.action_id.name))

    @api.constrains("groups_id")
    def _check_one_user_type(self):
        """Internal, portal or public: exactly one of them."""
        types = self.env["res.groups"]._get_user_type_groups()
        if not types:
            return
        for user in self.sudo():
            of_user = user.groups_id & types
            if len(of_user) > 1:
                raise ValidationError(_("The user %(user)s cannot have more than one user type: %(types)s.",
                                        user=user.name, types=", ".join(of_user.mapped("name"))))

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        users = super().create([self._with_email(groups_of_reified(vals)) for vals in vals_list])
        users._add_implied_groups()
        users._set_multi_company()
        for user in users:
            # A contact restricted to a company belongs to the user's one.
            if user.partner_id.company_id and user.partner_id.company_id != user.company_id:
                user.partner_id.company_id = user.company_id
            user.partner_id.active = user.active
        self.env.registry.clear_cache()
        return users

    @staticmethod
    def _with_email(vals):
        if vals.get("login") and not vals.get("email") and not vals.get("partner_id") \
                and tools.single_email_re.match(vals["login"]):
            return {**vals, "email": vals["login"]}
        return vals

    def read(self, fields=None, load="_classic_read"):
        readable = self.SELF_READABLE_FIELDS
        if fields and self == self.env.user and all(name in readable or name.startswith("context_") for name in fields):
            # Everybody may see the own preferences.
            self = self.sudo()
        return super(Users, self).read(fields=fields, load=load)

    def write(self, vals):
        vals = groups_of_reified(vals)
        if vals.get("active") and SUPERUSER_ID in self._ids:
            raise UserError(_("You cannot activate the superuser."))
        if vals.get("active") is False and self.env.uid in self._ids:
            raise UserError(_("You cannot deactivate the user you're currently logged in as."))
        if vals.get("active"):
            self.filtered(lambda user: not user.active and not user.partner_id.active).partner_id.action_unarchive()
        self = self._as_owner_may(vals)
        former_types = self._user_types() if "groups_id" in vals else {}
        result = super(Users, self).write(vals)
        if "groups_id" in vals:
            self._drop_groups_of_former_type(former_types)
            self._add_implied_groups()
        if "company_ids" in vals:
            self._set_multi_company()
        if "company_id" in vals:
            for user in self:
                if user.partner_id.company_id and user.partner_id.company_id.id != vals["company_id"]:
                    user.partner_id.write({"company_id": user.company_id.id})
        if {"company_id", "company_ids", "groups_id", "active", "lang", "tz", "password", "login"}.intersection(vals):
            self.env.registry.clear_cache()
        return result

    def _set_multi_company(self):
        """Internal users of several companies see companies, those of one do not."""
        group = self.env.ref("base.group_multi_company", raise_if_not_found=False)
        for user in self.sudo() if group else ():
            several = len(user.company_ids) > 1
            if several != (group in user.groups_id):
                user.write({"groups_id": [(4 if several else 3, group.id)]})

    def _as_owner_may(self, vals):
        """self with full rights when somebody changes the own preferences and nothing else."""
        if self != self.env.user or not set(vals) <= set(self.SELF_WRITEABLE_FIELDS):
            return self
        if "company_id" in vals and vals["company_id"] not in self.env.user.company_ids.ids:
            raise AccessError(_("You may work only in the companies an administrator has allowed you."))
        return self.sudo()

    def _user_types(self):
        types = self.env["res.groups"]._get_user_type_groups()
        return {user.id: user.groups_id & types for user in self.sudo()}

    def _drop_groups_of_former_type(self, former_types):
        """Who stops being an internal user keeps none of the rights of internal users."""
        types = self.env["res.groups"]._get_user_type_groups()
        internal = self.env.ref("base.group_user", raise_if_not_found=False)
        for user in self.sudo():
            now = user.groups_id & types
            if internal and internal in former_types.get(user.id, types.browse()) and now and internal not in now:
                keep = now | now.trans_implied_ids
                super(Users, user).write({"groups_id": [Command.set(keep.ids)]})

    def _add_implied_groups(self):
        """Store the membership closed under implication."""
        for user in self.sudo():
            groups = user.groups_id
            missing = groups.trans_implied_ids - groups
            if missing:
                super(Users, user).write({"groups_id": [Command.link(group.id) for group in missing]})
        self._groups_changed()

    def _groups_changed(self):
        """Forget what was cached about the rights of these users."""
        self.env.registry.clear_cache()

    @api.ondelete(at_uninstall=True)
    def _unlink_except_master_data(self):
        if SUPERUSER_ID in self.ids:
            raise UserError(_("You can not remove the admin user as it is used internally for resources created "
                              "by the system (updates, module installation, ...)"))
        for xml_id, message in (
            ("base.user_admin", _("You cannot delete the admin user because it is utilized in various places "
                                  "(such as security configurations,...). Instead, archive it.")),
            ("base.template_portal_user_id", _("Deleting the template users is not allowed. Deleting this profile "
                                               "will compromise critical functionalities.")),
            ("base.public_user", _("Deleting the public user is not allowed. Deleting this profile will compromise "
                                   "critical functionalities.")),
        ):
            record = self.env.ref(xml_id, raise_if_not_found=False)
            if record and record in self:
                raise UserError(message)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    def copy_data(self, default=None):
        default = dict(default or {})
        vals_list = super().copy_data(default)
        for user, vals in zip(self, vals_list):
            if "name" not in default and "partner_id" not in default:
                vals["name"] = _("%s (copy)", user.name)
            if "login" not in default:
                vals["login"] = _("%s (copy)", user.login)
        return vals_list

    @api.model
    def name_search(self, name="", args=None, operator="ilike", limit=100):
        """An exact login comes first."""
        domain = args or []
        if name and operator not in expression.NEGATIVE_TERM_OPERATORS and (
                user := self.search_fetch(expression.AND([domain, [("login", "=", name)]]), ["display_name"])):
            return [(user.id, user.display_name)]
        return super().name_search(name, domain, operator, limit)

    @api.model
    def _search_display_name(self, operator, value):
        domain = super()._search_display_name(operator, value)
        if operator in ("=", "ilike") and value:
            return expression.OR([[("login", "=", value)], domain])
        return domain

    # -- what a user may ----------------------------------------------------------------------------

    @api.model
    @tools.ormcache("self.env.uid")
    def context_get(self):
        """Language, time zone and id of the user, the start of every context."""
        user = self.env.user
        language = user.lang if self.env["res.lang"]._get_data(code=user.lang or "") else False
        language = language or next(iter(code for code, _name in self.env["res.lang"].get_installed()), "en_US")
        return tools.frozendict({"lang": language, "tz": user.tz or False, "uid": user.id})

    @tools.ormcache("self.id")
    def _get_company_ids(self):
        """Ids of the active companies the user may work in, in the order of the switcher."""
        domain = [("active", "=", True), ("user_ids", "in", self.id)]
        return self.env["res.company"].sudo().search(domain)._ids

    @tools.ormcache("self.id")
    def _get_group_ids(self):
        """Ids of all groups of the user, implied ones included."""
        self.flush_model(["groups_id"])
        self.env.cr.run("SELECT gid FROM res_groups_users_rel WHERE uid = %s", [self.id])
        return frozenset(row[0] for row in self.env.cr.fetchall())

    def has_group(self, group_ext_id):
        """Whether the user is in the group with this xml id, directly or by implication."""
        self.ensure_one()
        if not (self.env.su or self == self.env.user or self.env.user._has_group("base.group_user")):
            raise AccessError(_("You may ask only for your own groups."))
        result = self._has_group(group_ext_id)
        if group_ext_id == "base.group_no_one":
            return result and _technical_features_are_on()
        return result

    def _has_group(self, group_ext_id):
        group_id = self.env["ir.model.data"]._xmlid_to_res_id(group_ext_id, raise_if_not_found=False)
        return bool(group_id) and group_id in self._get_group_ids()

    def has_groups(self, group_spec):
        """Whether a comma-separated list of groups lets the user in; “!group” excludes its members."""
        if group_spec == ".":
            return False
        included, positive = False, False
        for part in (part.strip() for part in group_spec.split(",")):
            if part.startswith("!"):
                if self.has_group(part[1:]):
                    return False
            elif part:
                positive = True
                included = included or self.has_group(part)
        return included or not positive

    @api.model
    def user_has_groups(self, groups):
        return self.env.user.has_groups(groups)

    def _is_internal(self):
        self.ensure_one()
        return self.sudo().id == SUPERUSER_ID or self._has_group("base.group_user")

    def _is_portal(self):
        self.ensure_one()
        return self._has_group("base.group_portal")

    def _is_public(self):
        self.ensure_one()
        return self._has_group("base.group_public")

    def _is_system(self):
        self.ensure_one()
        return self._has_group("base.group_system")

    def _is_admin(self):
        self.ensure_one()
        return self._is_superuser() or self._has_group("base.group_erp_manager")

    def _is_superuser(self):
        self.ensure_one()
        return self.id == SUPERUSER_ID

    @api.model
    def get_company_currency_id(self):
        return self.env.company.currency_id.id

    # -- preferences --------------------------------------------------------------------------------

    @api.model
    def action_get(self):
        return self.env["ir.actions.act_window"]._for_xml_id("base.action_res_users_my")

    def preference_save(self):
        return {"type": "ir.actions.client", "tag": "reload_context"}

    def preference_cancel(self):
        return {"type": "ir.actions.act_window_close"}

    def preference_change_password(self):
        return {"type": "ir.actions.act_window", "target": "new", "res_model": "change.password.own",
                "view_mode": "form", "name": _("Change Password")}

    def action_show_groups(self):
        return self._related_action(_("Groups"), "res.groups", self.groups_id.ids)

    def action_show_accesses(self):
        return self._related_action(_("Access Rights"), "ir.model.access", self.groups_id.model_access.ids)

    def action_show_rules(self):
        return self._related_action(_("Record Rules"), "ir.rule", self.groups_id.rule_groups.ids)

    def _related_action(self, name, model, ids):
        self.ensure_one()
        return {"name": name, "view_mode": "list,form", "res_model": model, "type": "ir.actions.act_window",
                "context": {"create": False, "delete": False}, "domain": [("id", "in", ids)], "target": "current"}

    def action_revoke_all_devices(self):
        """End the sessions of the user: the own password is asked for by the caller."""
        self.env.registry.clear_cache()
        return {"type": "ir.actions.client", "tag": "reload"}

    def _mfa_type(self):
        """Kind of a second factor, None without one."""
        return None

    def _mfa_url(self):
        return None

    def _on_webclient_bootstrap(self):
        self.ensure_one()

    def api_key_wizard(self):
        return {"type": "ir.actions.act_window", "res_model": "res.users.apikeys.description", "name": _("New API Key"),
                "target": "new", "views": [(False, "form")]}


def _technical_features_are_on():
    """Fields for developers are shown when the page was opened with ?debug=1."""
    from core.http import request  # the http room is loaded only where there are requests
    return bool(request and getattr(request, "session", None) and request.session.debug)

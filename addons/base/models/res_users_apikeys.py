"""API keys: what programs use instead of a password."""
import hashlib
import hmac
import secrets
from datetime import timedelta

from core import _, api, fields, models
from core.exceptions import AccessDenied, AccessError, UserError

_KEY_BYTES = 20
# The first characters are stored readable, so that a key is found without hashing every stored one.
_INDEX_LENGTH = 8


def _digest(key):
    # 160 random bits cannot be guessed, so a fast hash is enough – unlike for passwords.
    return hashlib.sha256(key.encode()).hexdigest()


class APIKeys(models.Model):
    _name = "res.users.apikeys"
    _description = "Users API Keys"
    _auto = True
    _allow_sudo_commands = False

    name = fields.Char("Description", required=True, readonly=True)
    user_id = fields.Many2one("res.users", index=True, required=True, readonly=True, ondelete="cascade")
    scope = fields.Char("Scope", readonly=True)
    create_date = fields.Datetime("Creation Date", readonly=True)
    expiration_date = fields.Datetime("Expiration Date", readonly=True)

    def _auto_init(self):
        super()._auto_init()
        # No fields: nothing that reads fields can ever read them.
        self.env.cr.execute(
            """ALTER TABLE res_users_apikeys
                 ADD COLUMN IF NOT EXISTS "index" varchar(8), ADD COLUMN IF NOT EXISTS key varchar;
               CREATE INDEX IF NOT EXISTS res_users_apikeys_user_id_index_idx
                   ON res_users_apikeys (user_id, "index")""")

    def remove(self):
        return self._remove()

    def _remove(self):
        """Remove keys: everybody the own ones, administrators any."""
        if not self:
            return {"type": "ir.actions.act_window_close"}
        if not (self.env.is_system() or self.mapped("user_id") == self.env.user):
            raise AccessError(_("You can not remove API keys unless they're yours or you are a system user"))
        self.sudo().unlink()
        self.env.registry.clear_cache()
        return {"type": "ir.actions.act_window_close"}

    def _check_credentials(self, *, scope, key):
        """Id of the user the key belongs to, or None: unknown, expired, other scope, or an inactive user."""
        return self._find_key(scope, key)[0]

    def _find_key(self, scope, key):
        """(id of the user, when the key expires or None) of a good key, else (None, None)."""
        if not scope or not key:
            raise AccessDenied()
        self.env.cr.execute(
            """SELECT k.user_id, k.expiration_date, k.key FROM res_users_apikeys k JOIN res_users u ON u.id = k.user_id
                WHERE u.active AND k.index = %s AND (k.scope IS NULL OR k.scope = %s)
                  AND (k.expiration_date IS NULL OR k.expiration_date >= now() AT TIME ZONE 'utc')""",
            [key[:_INDEX_LENGTH], scope])
        digest = _digest(key)
        for user_id, expires_at, stored in self.env.cr.fetchall():
            if hmac.compare_digest(stored, digest):
                return user_id, expires_at
        return None, None

    def _check_expiration_date(self, date):
        """Only administrators may make keys that live longer than their groups allow, or for ever."""
        if self.env.is_system():
            return
        if not date:
            raise UserError(_("The API key must have an expiration date"))
        longest_days = max(self.env.user.groups_id.mapped("api_key_duration") or [0]) or 90
        if date > fields.Datetime.now() + timedelta(days=longest_days):
            raise UserError(_("You cannot exceed %(duration)s days.", duration=longest_days))

    def _generate(self, scope, name, expiration_date):
        """Create a key of the current user and return it: the only time it can be seen."""
        self._check_expiration_date(expiration_date)
        key = secrets.token_hex(_KEY_BYTES)
        record = self.sudo().create({
            "name": name, "user_id": self.env.user.id, "scope": scope, "expiration_date": expiration_date or False})
        record.flush_recordset()
        self.env.cr.execute('UPDATE res_users_apikeys SET key = %s, "index" = %s WHERE id = %s',
                            [_digest(key), key[:_INDEX_LENGTH], record.id])
        return key

    @api.autovacuum
    def _gc_user_apikeys(self):
        self.env.cr.execute("DELETE FROM res_users_apikeys WHERE expiration_date < now() AT TIME ZONE 'utc'")

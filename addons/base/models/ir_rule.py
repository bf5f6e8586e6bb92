"""Record rules: which records of a model a user sees, as domains that are added to every query."""
from collections import namedtuple

from core import _, api, fields, models
from core.exceptions import AccessError, ValidationError
from core.osv import expression
from core.tools import ormcache
from core.tools.safe_eval import safe_eval, time

# What a query needs of a rule, detached from any environment.
_Rule = namedtuple("_Rule", "id is_global source")
_VOLATILE_NAMES = ("time", "datetime", "today")


class IrRule(models.Model):
    _name = "ir.rule"
    _description = "Record Rule"
    _order = "model_id DESC, id"
    _MODES = ("read", "write", "create", "unlink")
    _allow_sudo_commands = False

    name = fields.Char()
    active = fields.Boolean(default=True, help="A rule that is not active is kept but not applied.")
    model_id = fields.Many2one("ir.model", string="Model", index=True, required=True, ondelete="cascade")
    groups = fields.Many2many("res.groups", "rule_group_rel", "rule_group_id", "group_id", ondelete="restrict")
    domain_force = fields.Text(string="Domain")
    perm_read = fields.Boolean(string="Read", default=True)
    perm_write = fields.Boolean(string="Write", default=True)
    perm_create = fields.Boolean(string="Create", default=True)
    perm_unlink = fields.Boolean(string="Delete", default=True)
    # The field's name is a Python keyword, hence not assigned by name.
    vars()["global"] = fields.Boolean(
        compute="_compute_global", store=True,
        help="A rule without groups applies to everybody and cannot be widened by another rule.")

    _sql_constraints = [
        ("no_access_rights", "CHECK (perm_read OR perm_write OR perm_create OR perm_unlink)",
         "A rule must apply to at least one operation."),
    ]

    @api.depends("groups")
    def _compute_global(self):
        for rule in self:
            rule["global"] = not rule.groups

    @api.model
    def _eval_context(self):
        """The names a rule's domain may use."""
        user = self.env.user.with_context({})
        return {
            "user": user,
            "time": time,
            "company_ids": self.env.companies.ids,
            "company_id": self.env.company.id,
        }

    @api.constrains("active", "domain_force", "model_id")
    def _check_domain(self):
        context = self._eval_context()
        for rule in self:
            if rule.active and rule.domain_force:
                try:
                    domain = safe_eval(rule.domain_force, context)
                    self.env[rule.model_id.model].sudo()._search(domain, limit=1)
                except Exception as error:
                    raise ValidationError(_(
                        "The domain of the rule “%(rule)s” does not work on %(model)s: %(error)s",
                        rule=rule.name or rule.id, model=rule.model_id.model, error=error)) from error

    @api.constrains("model_id")
    def _check_model_name(self):
        if any(rule.model_id.model == self._name for rule in self):
            raise ValidationError(_("Rules cannot be applied to record rules themselves."))

    # -- which rules, which domain ----------------------------------------------------------------

    def _compute_domain(self, model_name, mode="read"):
        """The domain every query of `mode` on `model_name` is ANDed with: global rules AND (group rules ORed)."""
        if mode not in self._MODES:
            raise ValueError(f"Invalid mode: {mode!r}")
        if self.env.su:
            return []
        own = self._own_domain(model_name, mode)
        if self.env.registry[model_name]._transient:  # a wizard's records belong to who made them
            own = expression.AND([own, [("create_uid", "=", self.env.uid)]])
        inherited = self._parents_domain(model_name, mode)
        if not inherited:
            return own
        return expression.AND([inherited, own]) if own else inherited

    def _parents_domain(self, model_name, mode):
        """A record that delegates to another (`_inherits`) is visible only if that one is."""
        domains = [
            [(parent_field, "any", domain)]
            for parent_name, parent_field in self.env[model_name]._inherits.items()
            if (domain := self._compute_domain(parent_name, mode))
        ]
        return expression.AND(domains) if domains else []

    def _own_domain(self, model_name, mode):
        env, version = self.env, self.pool.cache_version
        known = env._cached.get(("rule", model_name, mode))
        if known and known[0] == version:
            return known[1]
        rules = self._rules_of_user(model_name, mode, env.uid)
        if any(name in rule.source for rule in rules for name in _VOLATILE_NAMES):
            return self._evaluate(rules)
        domain = self._cached_domain(model_name, mode, env.uid, *self._compute_domain_context_values()) if rules else []
        env._cached["rule", model_name, mode] = version, domain
        return domain

    @ormcache("model_name", "mode", "uid", "company_id", "company_ids")
    def _cached_domain(self, model_name, mode, uid, company_id, company_ids):
        return self._evaluate(self._rules_of_user(model_name, mode, uid))

    def _compute_domain_context_values(self):
        return self.env.company.id, tuple(self.env.companies.ids)

    def _compute_domain_keys(self):
        """Context keys that change the meaning of rules, part of the caches' keys."""
        return ["allowed_company_ids"]

    def _evaluate(self, rules):
        context = self._eval_context()
        everybody, groups = [], []
        for rule in rules:
            domain = expression.normalize_domain(safe_eval(rule.source, context) if rule.source else [])
            (everybody if rule.is_global else groups).append(domain)
        if groups:
            everybody.append(expression.OR(groups))
        domain = expression.AND(everybody) if everybody else []
        return [] if domain == expression.TRUE_DOMAIN else domain

    @ormcache("model_name", "mode", "uid")
    def _rules_of_user(self, model_name, mode, uid):
        self.flush_model()
        self.env["res.users"].flush_model(["groups_id"])
        self.env.cr.run(
            f"""SELECT r.id, r.global, COALESCE(r.domain_force, '')
                  FROM ir_rule r JOIN ir_model m ON m.id = r.model_id
                 WHERE m.model = %(model)s AND r.active AND r.perm_{mode}
                   AND (r.global OR r.id IN (
                        SELECT rule.rule_group_id
                          FROM rule_group_rel rule
                          JOIN res_groups_users_rel member ON member.gid = rule.group_id
                         WHERE member.uid = %(uid)s))
                 ORDER BY r.id""",
            {"model": model_name, "uid": uid},
        )
        return tuple(_Rule(*row) for row in self.env.cr.fetchall())

    def _get_rules(self, model_name, mode="read"):
        """The rules that apply to the user for `mode` on `model_name`."""
        if self.env.su:
            return self.browse()
        return self.browse(rule.id for rule in self._rules_of_user(model_name, mode, self.env.uid))

    def _get_failing(self, for_records, mode="read"):
        """The rules that keep the user from `mode` on `for_records`."""
        model = for_records.browse().sudo()
        context = self._eval_context()
        rules = self._get_rules(model._name, mode).sudo()

        def fits_all(domains):
            domain = expression.AND([[("id", "in", for_records.ids)], *domains])
            return model.with_context(active_test=False).search_count(domain) == len(for_records)

        def domain_of(rule):
            return safe_eval(rule.domain_force or "[]", context)

        group_rules = rules.filtered("groups")
        failing = rules.browse()
        if group_rules and not fits_all([expression.OR([domain_of(rule) for rule in group_rules])]):
            failing |= group_rules
        return failing | (rules - group_rules).filtered(lambda rule: not fits_all([domain_of(rule)]))

    def _make_access_error(self, operation, records):
        """The error that says which records were refused, by which rules, and what to do."""
        self = self.with_context(self.env.user.context_get())
        records = records.sudo()
        rules = self._get_failing(records.sudo(False), operation) if records else self.browse()
        operations = {"read": _("read"), "write": _("modify"), "create": _("create"), "unlink": _("delete")}
        names = ", ".join(self._shown_names(operation, records[:6].exists()))
        lines = [_(
            "You may not %(operation)s these records of “%(model)s” (%(technical)s): %(names)s.",
            operation=operations[operation], model=records._description, technical=records._name,
            names=names or records.ids[:6])]
        if rules:
            lines.append(_("The record rules that refuse it: %s.",
                           ", ".join(rule.name or str(rule.id) for rule in rules.sudo())))
            if any("compan" in (rule.domain_force or "") for rule in rules.sudo()):
                lines.append(_("It may be enough to switch on the company the record belongs to."))
        elif records._transient:
            lines.append(_("They belong to the user who made them."))
        lines.append(_("If you need this access, ask an administrator."))
        return AccessError("\n".join(lines))

    def _shown_names(self, operation, records):
        """Names for an error; of records the user may not read no more than the id, which was known before."""
        asked = records.sudo(False)
        readable = asked if operation == "create" else asked._filtered_access("read")
        return [f"{record.display_name} (id {record.id})" if record.id in readable._ids else f"id {record.id}" for record in records]

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        rules = super().create(vals_list)
        self._forget()
        return rules

    def write(self, vals):
        result = super().write(vals)
        self._forget()
        return result

    def unlink(self):
        result = super().unlink()
        self._forget()
        return result

    def _forget(self):
        # Pending computations (global, users' groups) belong to the rules being replaced.
        self.env.flush_all()
        self.env.registry.clear_cache()

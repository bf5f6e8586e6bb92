"""What the tests of addons share: `from odoo.addons.base.tests.common import BaseCommon`."""
from core.tests import TransactionCase, new_test_user, users, warmup

# Records of a test need no followers, no creation message and no tracking.
DISABLED_MAIL_CONTEXT = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
    "no_reset_password": True,
}

__all__ = ["DISABLED_MAIL_CONTEXT", "BaseCommon", "SavepointCaseWithUserDemo", "TransactionCaseWithUserDemo",
           "new_test_user", "users", "warmup"]


class BaseCommon(TransactionCase):
    """A test without mail side effects, with a contact, users and helpers for companies and groups."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        independent_user = cls.setup_independent_user()
        if independent_user:
            cls.env = cls.env(user=independent_user)
            cls.user = cls.env.user
        independent_company = cls.setup_independent_company()
        if independent_company:
            cls.env.user.company_id = independent_company
            cls.env.user.company_ids = [(6, 0, independent_company.ids)]
        cls.env = cls.env["base"].with_context(**cls.default_env_context()).env
        cls.partner = cls.env["res.partner"].create({"name": "Test Partner"})
        cls.currency = cls.env.company.currency_id

    @classmethod
    def default_env_context(cls):
        """Context keys every record of the test carries; overridden to keep the mail side effects."""
        return DISABLED_MAIL_CONTEXT

    @classmethod
    def setup_other_currency(cls, code, **values):
        """An active currency with the rate given by `rates`: [(date, rate)]."""
        rates = values.pop("rates", [("1900-01-01", 1.0)])
        currency = cls._enable_currency(code)
        currency.rate_ids.unlink()
        currency.write({"rate_ids": [(0, 0, {"name": date, "rate": rate, "company_id": cls.env.company.id})
                                     for date, rate in rates], **values})
        return currency

    @classmethod
    def setup_independent_company(cls, **kwargs):
        """A company of its own for the class; None: the main one."""
        return None

    @classmethod
    def setup_independent_user(cls):
        return None

    @classmethod
    def _create_partner(cls, **values):
        return cls.env["res.partner"].create({"name": "Test Partner", **values})

    @classmethod
    def _create_company(cls, **values):
        company = cls.env["res.company"].create({"name": "Test Company", **values})
        cls.env.user.company_ids = [(4, company.id)]
        return company

    @classmethod
    def _create_new_internal_user(cls, **kwargs):
        return new_test_user(cls.env, **{"login": "internal_user", **kwargs})

    @classmethod
    def _create_new_portal_user(cls, **kwargs):
        return new_test_user(cls.env, **{"login": "portal_user", "groups": "base.group_portal", **kwargs})

    @classmethod
    def get_default_groups(cls):
        return cls.env["res.users"]._default_groups()

    @classmethod
    def _enable_currency(cls, currency_code):
        currency = cls.env["res.currency"].with_context(active_test=False).search([("name", "=", currency_code.upper())])
        currency.action_unarchive()
        return currency

    @classmethod
    def _enable_feature(cls, feature_ref):
        cls._change_feature("_apply_group", feature_ref)

    @classmethod
    def _disable_feature(cls, feature_ref):
        cls._change_feature("_remove_group", feature_ref)

    @classmethod
    def _change_feature(cls, method, feature_ref):
        group = cls.env.ref(feature_ref)
        getattr(cls.env.ref("base.group_user"), method)(group)

    @classmethod
    def _use_currency(cls, currency_code):
        cls.currency = cls._enable_currency(currency_code)


class TransactionCaseWithUserDemo(TransactionCase):
    """A test with the user `demo`, created where there is no demonstration data."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("base.partner_admin").write({"name": "Mitchell Admin"})
        cls.user_demo = cls.env["res.users"].search([("login", "=", "demo")])
        if not cls.user_demo:
            cls.user_demo = cls.env["res.users"].create({
                "login": "demo", "password": "demodemo", "name": "Marc Demo", "email": "mark.brown23@example.com",
                "groups_id": [(6, 0, [cls.env.ref("base.group_user").id,
                                      cls.env.ref("base.group_partner_manager").id])]})
        cls.partner_demo = cls.user_demo.partner_id


SavepointCaseWithUserDemo = TransactionCaseWithUserDemo

"""Banks and bank accounts."""
import re

from core import _, api, fields, models


def sanitize_account_number(acc_number):
    """Letters and digits only, upper case; False for an empty number."""
    return re.sub(r"\W+", "", acc_number).upper() if acc_number else False


class Bank(models.Model):
    _name = "res.bank"
    _description = "Bank"
    _order = "name, id"
    _rec_names_search = ["name", "bic"]

    name = fields.Char(required=True)
    street = fields.Char()
    street2 = fields.Char()
    zip = fields.Char()
    city = fields.Char()
    state = fields.Many2one("res.country.state", "Fed. State", domain="[('country_id', '=?', country)]")
    country = fields.Many2one("res.country")
    country_code = fields.Char(related="country.code", string="Country Code")
    email = fields.Char()
    phone = fields.Char()
    active = fields.Boolean(default=True)
    bic = fields.Char("Bank Identifier Code", index=True, help="Sometimes called BIC or Swift.")

    @api.depends("bic")
    def _compute_display_name(self):
        for bank in self:
            bank.display_name = (bank.name or "") + (f" - {bank.bic}" if bank.bic else "")

    @api.onchange("country")
    def _onchange_country_id(self):
        if self.country and self.country != self.state.country_id:
            self.state = False

    @api.onchange("state")
    def _onchange_state(self):
        if self.state.country_id:
            self.country = self.state.country_id


class ResPartnerBank(models.Model):
    _name = "res.partner.bank"
    _rec_name = "acc_number"
    _description = "Bank Accounts"
    _order = "sequence, id"

    @api.model
    def get_supported_account_types(self):
        return self._get_supported_account_types()

    @api.model
    def _get_supported_account_types(self):
        return [("bank", _("Normal"))]

    active = fields.Boolean(default=True)
    acc_type = fields.Selection(selection=lambda self: self.env["res.partner.bank"].get_supported_account_types(),
                                compute="_compute_acc_type", string="Type")
    acc_number = fields.Char("Account Number", required=True)
    sanitized_acc_number = fields.Char(compute="_compute_sanitized_acc_number", string="Sanitized Account Number",
                                       readonly=True, store=True)
    acc_holder_name = fields.Char(string="Account Holder Name", compute="_compute_account_holder_name",
                                  readonly=False, store=True,
                                  help="Account holder name, in case it is different than the name of the partner")
    partner_id = fields.Many2one("res.partner", "Account Holder", ondelete="cascade", index=True,
                                 domain=["|", ("is_company", "=", True), ("parent_id", "=", False)], required=True)
    allow_out_payment = fields.Boolean("Send Money", default=False, copy=False, readonly=False)
    bank_id = fields.Many2one("res.bank", string="Bank")
    bank_name = fields.Char(related="bank_id.name", readonly=False)
    bank_bic = fields.Char(related="bank_id.bic", readonly=False)
    sequence = fields.Integer(default=10)
    currency_id = fields.Many2one("res.currency", string="Currency")
    company_id = fields.Many2one("res.company", "Company", related="partner_id.company_id", store=True, readonly=True)
    country_code = fields.Char(related="partner_id.country_code", string="Country Code")

    _sql_constraints = [
        ("unique_number", "unique(sanitized_acc_number, partner_id)",
         "The combination Account Number/Partner must be unique."),
    ]

    @api.depends("acc_number")
    def _compute_sanitized_acc_number(self):
        for bank in self:
            bank.sanitized_acc_number = sanitize_account_number(bank.acc_number)

    @api.depends("acc_number")
    def _compute_acc_type(self):
        for bank in self:
            bank.acc_type = self.retrieve_acc_type(bank.acc_number)

    @api.depends("partner_id.name")
    def _compute_account_holder_name(self):
        for bank in self:
            bank.acc_holder_name = bank.partner_id.name

    @api.model
    def retrieve_acc_type(self, acc_number):
        """The kind of an account number; addons (IBAN …) recognise theirs."""
        return "bank"

    @api.depends("acc_number", "bank_id")
    def _compute_display_name(self):
        for account in self:
            account.display_name = f"{account.acc_number} - {account.bank_id.name}" if account.bank_id \
                else account.acc_number

    @api.model
    def _search(self, domain, offset=0, limit=None, order=None):
        return super()._search(self._with_sanitized_numbers(domain), offset, limit, order)

    @staticmethod
    def _with_sanitized_numbers(domain):
        """People type account numbers with blanks and dots; the search compares without."""
        result = []
        for leaf in domain:
            if isinstance(leaf, (tuple, list)) and len(leaf) == 3 and leaf[0] == "acc_number":
                field, operator, value = leaf
                if isinstance(value, str):
                    value = sanitize_account_number(value)
                elif isinstance(value, (list, tuple, set)):
                    value = [sanitize_account_number(item) for item in value]
                leaf = ("sanitized_acc_number", operator, value)
            result.append(leaf)
        return result

    def _user_can_trust(self):
        self.ensure_one()
        return True

from core import fields, models


class AccountTax(models.Model):
    _inherit = "account.tax"

    valid_from = fields.Date("Valid From")
    valid_to = fields.Date("Valid To", help="The last day this tax may be used on.")
    legal_reference = fields.Char("Legal Reference", help="The law or decree this rate comes from.")

    def _not_valid_on(self, day):
        """The taxes that are not in force on a day."""
        return self.filtered(lambda tax: (tax.valid_from and day < tax.valid_from) or (
            tax.valid_to and day > tax.valid_to))

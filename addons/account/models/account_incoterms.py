from core import api, fields, models


class AccountIncoterms(models.Model):
    _name = "account.incoterms"
    _description = "Incoterms"

    name = fields.Char(required=True, translate=True, help="A series of sales terms: who bears which cost and risk of a delivery.")
    code = fields.Char(size=3, required=True)
    active = fields.Boolean(default=True)

    @api.depends("code")
    def _compute_display_name(self):
        for incoterm in self:
            incoterm.display_name = f"{'[%s] ' % incoterm.code if incoterm.code else ''}{incoterm.name}"


class ResCompany(models.Model):
    _inherit = "res.company"

    incoterm_id = fields.Many2one("account.incoterms", "Default incoterm", help="Of new invoices.")


class AccountMove(models.Model):
    _inherit = "account.move"

    invoice_incoterm_id = fields.Many2one(
        "account.incoterms", "Incoterm", default=lambda self: self.env.company.incoterm_id)
    incoterm_location = fields.Char("Incoterm Location")

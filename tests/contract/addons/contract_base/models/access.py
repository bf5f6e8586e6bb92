from odoo import fields, models


class Document(models.Model):
    """Guarded by access rights, a global rule, two group rules and the groups of a field."""

    _name = "contract.document"
    _description = "Contract Document"

    name = fields.Char(required=True)
    owner_id = fields.Many2one("res.users", default=lambda self: self.env.user)
    company_id = fields.Many2one("res.company")
    shared = fields.Boolean()
    price = fields.Float(groups="contract_base.group_manager")
    price_shown = fields.Float(related="price", string="Price as shown", groups="contract_base.group_manager")
    page_ids = fields.One2many("contract.page", "document_id")


class Page(models.Model):
    """Readable by users, written by managers only."""

    _name = "contract.page"
    _description = "Contract Page"

    name = fields.Char()
    document_id = fields.Many2one("contract.document", ondelete="cascade")


class Closed(models.Model):
    """No access right names it."""

    _name = "contract.closed"
    _description = "Closed"

    name = fields.Char()

from odoo import fields, models


class Depot(models.Model):
    _name = "contract.depot"
    _description = "Depot"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of

    name = fields.Char(required=True)
    company_id = fields.Many2one("res.company")
    keeper_id = fields.Many2one("contract.depot", check_company=True)


class Shelf(models.Model):
    _name = "contract.shelf"
    _description = "Shelf"
    _check_company_auto = True

    name = fields.Char(required=True)
    company_id = fields.Many2one("res.company", default=lambda self: self.env.company)
    depot_id = fields.Many2one("contract.depot", check_company=True)
    depot_ids = fields.Many2many("contract.depot", check_company=True)

from odoo import fields, models


class Settings(models.TransientModel):
    _inherit = "res.config.settings"

    contract_limit = fields.Integer(config_parameter="contract_base.limit", default=3)
    contract_flag = fields.Boolean(config_parameter="contract_base.flag")
    contract_tag_id = fields.Many2one("contract.tag", config_parameter="contract_base.tag")
    group_contract_extra = fields.Boolean(implied_group="contract_base.group_extra")
    module_contract_more = fields.Boolean()
    default_kind = fields.Selection([("a", "A"), ("b", "B")], default_model="contract.thing")
    contract_company_note = fields.Char(related="company_id.contract_note", readonly=False)


class Company(models.Model):
    _inherit = "res.company"

    contract_note = fields.Char()

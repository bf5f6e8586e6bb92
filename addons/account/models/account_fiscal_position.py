from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import ormcache


class AccountFiscalPosition(models.Model):
    _name = "account.fiscal.position"
    _shared_rows = True
    _description = "Fiscal Position"
    _order = "sequence, id"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of

    sequence = fields.Integer(default=10)
    name = fields.Char("Fiscal Position", required=True, translate=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True, index=True,
                                 default=lambda self: self.env.company)
    account_ids = fields.One2many("account.fiscal.position.account", "position_id", "Account Mapping", copy=True)
    tax_ids = fields.One2many("account.fiscal.position.tax", "position_id", "Tax Mapping", copy=True)
    note = fields.Html("Notes", translate=True, help="Legal mentions printed on invoices.")
    auto_apply = fields.Boolean("Detect Automatically")
    vat_required = fields.Boolean("VAT required")
    company_country_id = fields.Many2one(related="company_id.account_fiscal_country_id")
    country_id = fields.Many2one("res.country", "Country")
    country_group_id = fields.Many2one("res.country.group", "Country Group")
    state_ids = fields.Many2many("res.country.state", string="Federal States")
    zip_from = fields.Char("Zip Range From")
    zip_to = fields.Char("Zip Range To")
    foreign_vat = fields.Char("Foreign Tax ID")

    @api.constrains("zip_from", "zip_to")
    def _check_zip(self):
        for position in self:
            if bool(position.zip_from) != bool(position.zip_to) or (position.zip_from or "") > (position.zip_to or ""):
                raise ValidationError(_(
                    "Invalid zip range on %s: give both ends, the smaller one first.", position.display_name))

    def map_tax(self, taxes):
        """The taxes that apply instead of ``taxes``; a tax mapped to nothing falls away."""
        if not self:
            return taxes
        self.ensure_one()
        mapping = {}
        for line in self.tax_ids:
            mapping.setdefault(line.tax_src_id.id, []).append(line.tax_dest_id.id)
        ids = []
        for tax in taxes:
            ids += [tax_id for tax_id in mapping.get(tax._origin.id, [tax.id]) if tax_id]
        return taxes.browse(dict.fromkeys(ids))

    def map_account(self, account):
        return self._account_mapping().get(account, account) if self else account

    def map_accounts(self, accounts):
        """A dict of accounts with every account replaced."""
        mapping = self._account_mapping()
        return {name: mapping.get(account, account) for name, account in accounts.items()}

    def _account_mapping(self):
        return {line.account_src_id: line.account_dest_id for line in self.account_ids}

    @api.model
    def _get_fiscal_position(self, partner, delivery=None):
        """The position set on the partner, else the most specific automatic one for the address delivered to."""
        if not partner:
            return self.browse()
        company = self.env.company
        manual = (delivery or partner).with_company(company).property_account_position_id or (
            partner.with_company(company).property_account_position_id)
        if manual:
            return manual
        address = delivery or partner
        positions = self._automatic_positions(company)
        return positions._best_for(address, bool(partner.vat)) if positions else positions

    @api.model
    def _automatic_positions(self, company):
        return self.sudo().browse(self._automatic_position_ids(company.id, company.root_id.id))

    @ormcache("company_id", "root_id")
    def _automatic_position_ids(self, company_id, root_id):
        return tuple(self.sudo().search([("company_id", "in", [company_id, root_id]), ("auto_apply", "=", True)])._ids)

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        if not {"auto_apply", "company_id", "active", "sequence"}.isdisjoint(vals):
            self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    def _best_for(self, address, has_vat):
        ranked = [(position._rank_for(address, has_vat), -index, position) for index, position in enumerate(self)]
        best = max(ranked, key=lambda item: item[:2])
        return best[2].sudo(False) if best[0] else self.browse()

    def _rank_for(self, address, has_vat):
        """How closely the position fits; None when a condition fails. More conditions met rank higher."""
        self.ensure_one()
        conditions = [
            (self.vat_required, has_vat),
            (self.zip_from, self.zip_from and self.zip_from <= (address.zip or "") <= (self.zip_to or "")),
            (self.state_ids, address.state_id in self.state_ids),
            (self.country_id, address.country_id == self.country_id),
            (self.country_group_id, address.country_id in self.country_group_id.country_ids),
        ]
        if any(wanted and not met for wanted, met in conditions):
            return ()
        return (1, *(bool(wanted) for wanted, _met in conditions))


class AccountFiscalPositionTax(models.Model):
    _name = "account.fiscal.position.tax"
    _description = "Tax Mapping of Fiscal Position"
    _rec_name = "position_id"
    _check_company_auto = True

    position_id = fields.Many2one("account.fiscal.position", "Fiscal Position", required=True, ondelete="cascade",
                                  index=True)
    company_id = fields.Many2one("res.company", related="position_id.company_id", store=True)
    tax_src_id = fields.Many2one("account.tax", "Tax on Product", required=True, check_company=True)
    tax_dest_id = fields.Many2one("account.tax", "Tax to Apply", check_company=True)

    _sql_constraints = [(
        "tax_src_dest_uniq", "unique (position_id, tax_src_id, tax_dest_id)",
        "A tax fiscal position could be defined only one time on same taxes.")]


class AccountFiscalPositionAccount(models.Model):
    _name = "account.fiscal.position.account"
    _description = "Accounts Mapping of Fiscal Position"
    _rec_name = "position_id"
    _check_company_auto = True

    position_id = fields.Many2one("account.fiscal.position", "Fiscal Position", required=True, ondelete="cascade",
                                  index=True)
    company_id = fields.Many2one("res.company", related="position_id.company_id", store=True)
    account_src_id = fields.Many2one("account.account", "Account on Product", required=True, check_company=True)
    account_dest_id = fields.Many2one("account.account", "Account to Use Instead", required=True, check_company=True)

    _sql_constraints = [(
        "account_src_dest_uniq", "unique (position_id, account_src_id, account_dest_id)",
        "An account fiscal position could be defined only one time on same accounts.")]

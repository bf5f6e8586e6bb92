from core import _, api, fields, models

from .. import mst


class ResPartner(models.Model):
    _inherit = "res.partner"

    l10n_vn_mst_warning = fields.Char(compute="_compute_l10n_vn_mst_warning")

    @api.depends("vat", "country_id")
    def _compute_l10n_vn_mst_warning(self):
        """A tax code that fails its check is shown, never refused: the registry decides, not we."""
        for partner in self:
            wrong = partner.vat and partner.country_id.code == "VN" and not mst.is_valid(partner.vat)
            partner.l10n_vn_mst_warning = _(
                "%s is not a valid tax code (MST): compare it with the certificate.", partner.vat) if wrong else False

    @api.onchange("vat", "country_id")
    def _onchange_l10n_vn_vat(self):
        self.ensure_one()
        if self.l10n_vn_mst_warning:
            return {"warning": {"title": _("Please check the tax code"), "message": self.l10n_vn_mst_warning}}
        return None

    def _l10n_vn_one_line_address(self):
        """The address as forms have room for it: one line."""
        self.ensure_one()
        lines = self.sudo()._display_address(without_company=True).split("\n")
        return ", ".join(line.strip() for line in lines if line.strip())

from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import float_round


class ProductPackaging(models.Model):
    _name = "product.packaging"
    _description = "Product Packaging"
    _order = "product_id, sequence, id"
    _check_company_auto = True

    name = fields.Char("Product Packaging", required=True)
    sequence = fields.Integer("Sequence", default=1)
    product_id = fields.Many2one(
        "product.product", "Product", check_company=True, required=True, ondelete="cascade", index=True)
    qty = fields.Float("Contained Quantity", default=1, digits="Product Unit of Measure")
    barcode = fields.Char("Barcode", copy=False, help="Scanning it counts the contained quantity.")
    product_uom_id = fields.Many2one("uom.uom", related="product_id.uom_id", readonly=True)
    company_id = fields.Many2one("res.company", "Company", index=True)

    _sql_constraints = [
        ("positive_qty", "CHECK(qty > 0)", "Contained Quantity should be positive."),
        ("barcode_uniq", "unique(barcode)", "A barcode can only be assigned to one packaging."),
    ]

    @api.constrains("barcode")
    def _check_barcode_uniqueness(self):
        """A packaging and a product never answer to the same barcode."""
        barcodes = [barcode for barcode in self.mapped("barcode") if barcode]
        clash = barcodes and self.env["product.product"].search([("barcode", "in", barcodes)], limit=1)
        if clash:
            raise ValidationError(_(
                "The barcode %(barcode)s already belongs to the product %(product)s.",
                barcode=clash.barcode, product=clash.display_name))

    def _check_qty(self, product_qty, uom_id, rounding_method="HALF-UP"):
        """``product_qty`` rounded to a multiple of this packaging."""
        self.ensure_one()
        packaging_qty = self.product_id.uom_id._compute_quantity(self.qty, uom_id)
        if not product_qty or not packaging_qty:
            return product_qty
        whole = float_round(product_qty / packaging_qty, precision_rounding=1.0, rounding_method=rounding_method)
        return whole * packaging_qty

    def _compute_qty(self, qty, qty_uom=False):
        """How many of this packaging hold ``qty``."""
        self.ensure_one()
        quantity = qty_uom._compute_quantity(qty, self.product_uom_id) if qty_uom else qty
        return float_round(quantity / self.qty, precision_rounding=self.product_uom_id.rounding)

from core import _, api, fields, models
from core.exceptions import UserError, ValidationError

from ..conversion import convert_price, convert_quantity, round_to_step


class UoM(models.Model):
    _name = "uom.uom"
    _shared_rows = True
    _description = "Product Unit of Measure"
    _order = "factor DESC, id"

    name = fields.Char("Unit of Measure", required=True, translate=True)
    category_id = fields.Many2one(
        "uom.category", "Category", required=True, ondelete="restrict", index=True,
        help="Units can be converted into each other only when they belong to the same category.")
    factor = fields.Float(
        "Ratio", default=1.0, digits=0, required=True,
        help="How many of this unit make one reference unit: 1 reference unit = factor × this unit.")
    factor_inv = fields.Float(
        "Bigger Ratio", compute="_compute_factor_inv", inverse="_inverse_factor_inv", digits=0,
        help="How many reference units one of this unit holds: 1 of this unit = ratio × reference unit.")
    rounding = fields.Float(
        "Rounding Precision", default=0.01, digits=0, required=True,
        help="Quantities in this unit are multiples of this value; 1.0 for units that cannot be split.")
    active = fields.Boolean(default=True, help="An archived unit can no longer be chosen.")
    uom_type = fields.Selection(
        [("bigger", "Bigger than the reference Unit of Measure"),
         ("reference", "Reference Unit of Measure for this category"),
         ("smaller", "Smaller than the reference Unit of Measure")],
        "Type", default="reference", required=True)
    ratio = fields.Float("Combined Ratio", compute="_compute_ratio", inverse="_inverse_ratio", store=False)
    color = fields.Integer("Color", compute="_compute_color")

    _sql_constraints = [
        ("factor_gt_zero", "CHECK (factor <> 0)", "The conversion ratio for a unit of measure cannot be 0!"),
        ("rounding_gt_zero", "CHECK (rounding > 0)", "The rounding precision must be strictly positive."),
        ("factor_reference_is_one",
         "CHECK ((uom_type = 'reference' AND factor = 1.0) OR (uom_type <> 'reference'))",
         "The reference unit must have a conversion factor equal to 1."),
    ]

    @api.depends("factor")
    def _compute_factor_inv(self):
        for uom in self:
            uom.factor_inv = 1.0 / uom.factor if uom.factor else 0.0

    def _inverse_factor_inv(self):
        for uom in self:
            uom.factor = 1.0 / uom.factor_inv if uom.factor_inv else 0.0

    @api.depends("factor", "uom_type")
    def _compute_ratio(self):
        for uom in self:
            uom.ratio = uom.factor_inv if uom.uom_type == "bigger" else uom.factor

    def _inverse_ratio(self):
        for uom in self:
            if not uom.ratio:
                raise ValidationError(_("The ratio of %s must not be 0.", uom.display_name))
            uom.factor = 1.0 / uom.ratio if uom.uom_type == "bigger" else uom.ratio

    @api.depends("uom_type")
    def _compute_color(self):
        for uom in self:
            uom.color = 7 if uom.uom_type == "reference" else 0

    @api.onchange("uom_type")
    def _onchange_uom_type(self):
        if self.uom_type == "reference":
            self.factor = 1.0

    @api.constrains("category_id", "uom_type", "active")
    def _check_category_reference_uniqueness(self):
        """Every category that holds active units has exactly one reference unit."""
        categories = self.category_id
        units = self.search([("category_id", "in", categories.ids)])
        for category in categories:
            in_category = units.filtered(lambda uom: uom.category_id == category)
            references = in_category.filtered(lambda uom: uom.uom_type == "reference")
            if in_category and len(references) != 1:
                raise ValidationError(_(
                    "Category %(category)s needs exactly one reference unit, it has %(count)s: %(units)s.",
                    category=category.display_name, count=len(references),
                    units=", ".join(references.mapped("display_name")) or "–"))

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_factor(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_factor(vals))

    @api.model
    def _with_factor(self, vals):
        """``factor_inv`` is what people type for bigger units; the stored value is ``factor``."""
        if "factor_inv" not in vals:
            return vals
        vals = dict(vals)
        bigger_ratio = vals.pop("factor_inv")
        vals["factor"] = 1.0 / bigger_ratio if bigger_ratio else 0.0
        return vals

    @api.ondelete(at_uninstall=False)
    def _unlink_except_master_data(self):
        locked = self.filtered(lambda uom: uom.id in self._protected_ids())
        if locked:
            raise UserError(_(
                "These units are used by the system and cannot be deleted: %s. Archive them instead.",
                ", ".join(locked.mapped("name"))))

    @api.model
    def _protected_ids(self):
        names = ("uom.product_uom_unit", "uom.product_uom_hour", "uom.product_uom_kgm")
        return {unit.id for name in names if (unit := self.env.ref(name, raise_if_not_found=False))}

    @api.model
    def name_create(self, name):
        """A unit created by its name alone is a reference unit of the category of plain units' kind: its own."""
        category = self.env["uom.category"].create({"name": name})
        unit = self.create({"name": name, "category_id": category.id, "uom_type": "reference"})
        return unit.id, unit.display_name

    def _compute_quantity(self, qty, to_unit, round=True, rounding_method="UP", raise_if_failure=True):
        """``qty`` of this unit expressed in ``to_unit``.

        :param round: round to the rounding step of ``to_unit``
        :param rounding_method: UP, DOWN or HALF-UP
        :param raise_if_failure: raise when the categories differ; otherwise the quantity comes back unchanged
        """
        if not self or not qty:
            return qty
        self.ensure_one()
        if self == to_unit:
            amount = qty
        else:
            if not to_unit:
                return qty
            if self.category_id != to_unit.category_id:
                if raise_if_failure:
                    raise UserError(_(
                        "%(from_unit)s cannot be converted to %(to_unit)s: they belong to different categories "
                        "(%(from_category)s, %(to_category)s). Choose a unit of the same category.",
                        from_unit=self.name, to_unit=to_unit.name,
                        from_category=self.category_id.name, to_category=to_unit.category_id.name))
                return qty
            amount = convert_quantity(qty, self.factor, to_unit.factor)
        return round_to_step(amount, to_unit.rounding, rounding_method) if round else amount

    def _compute_price(self, price, to_unit):
        """A price per this unit expressed per ``to_unit``; unchanged when the two cannot be converted."""
        self.ensure_one()
        if not price or not to_unit or self == to_unit or self.category_id != to_unit.category_id:
            return price
        return convert_price(price, self.factor, to_unit.factor)

    def _filter_protected_uoms(self):
        protected = self._protected_ids()
        return self.filtered(lambda uom: uom.id in protected)

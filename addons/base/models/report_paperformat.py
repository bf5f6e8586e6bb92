"""Paper sizes and margins, in millimetres."""
from core import _, api, fields, models
from core.exceptions import ValidationError

# Width and height in millimetres (ISO 216 and the North American sizes).
PAPER_SIZES = {
    "A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297), "A5": (148, 210),
    "A6": (105, 148), "A7": (74, 105), "B4": (250, 353), "B5": (176, 250), "B6": (125, 176), "C5E": (163, 229),
    "DLE": (110, 220), "Executive": (190.5, 254), "Folio": (210, 330), "Ledger": (431.8, 279.4),
    "Legal": (215.9, 355.6), "Letter": (215.9, 279.4), "Tabloid": (279.4, 431.8),
}


class ReportPaperformat(models.Model):
    _name = "report.paperformat"
    _description = "Paper Format Config"

    name = fields.Char(required=True)
    default = fields.Boolean("Default paper format?")
    format = fields.Selection(
        [(name, f"{name}  {width} x {height} mm") for name, (width, height) in PAPER_SIZES.items()]
        + [("custom", "Custom")], "Paper size", default="A4")
    margin_top = fields.Float("Top Margin (mm)", default=40)
    margin_bottom = fields.Float("Bottom Margin (mm)", default=20)
    margin_left = fields.Float("Left Margin (mm)", default=7)
    margin_right = fields.Float("Right Margin (mm)", default=7)
    page_height = fields.Integer("Page height (mm)", default=False)
    page_width = fields.Integer("Page width (mm)", default=False)
    orientation = fields.Selection([("Landscape", "Landscape"), ("Portrait", "Portrait")], default="Landscape")
    header_line = fields.Boolean("Display a header line", default=False)
    header_spacing = fields.Integer("Header spacing", default=35)
    disable_shrinking = fields.Boolean()
    css_margins = fields.Boolean("Use css margins", default=False)
    dpi = fields.Integer("Output DPI", required=True, default=90)
    report_ids = fields.One2many("ir.actions.report", "paperformat_id", "Associated reports")
    print_page_width = fields.Float("Print page width (mm)", compute="_compute_print_page_size")
    print_page_height = fields.Float("Print page height (mm)", compute="_compute_print_page_size")

    @api.constrains("format")
    def _check_format_or_page(self):
        for paper in self:
            if paper.format != "custom" and (paper.page_width or paper.page_height):
                raise ValidationError(_("“%s” has both a named size and a width or height. Choose one.", paper.name))

    @api.depends("format", "page_width", "page_height", "orientation")
    def _compute_print_page_size(self):
        for paper in self:
            width, height = PAPER_SIZES.get(paper.format, (paper.page_width, paper.page_height))
            if paper.orientation == "Landscape":
                width, height = height, width
            paper.print_page_width, paper.print_page_height = width, height

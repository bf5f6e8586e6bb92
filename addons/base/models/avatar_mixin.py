"""An image, or the initial on a coloured ground when there is none."""
import base64
from hashlib import sha512

from core import api, fields, models
from core.tools import html_escape


def _hue(seed):
    return int(sha512(str(seed).encode()).hexdigest()[:4], 16) % 360


class AvatarMixin(models.AbstractModel):
    _name = "avatar.mixin"
    _inherit = ["image.mixin"]
    _description = "Avatar Mixin"
    _avatar_name_field = "name"

    avatar_1920 = fields.Image("Avatar", max_width=1920, max_height=1920, compute="_compute_avatar_1920")
    avatar_1024 = fields.Image("Avatar 1024", max_width=1024, max_height=1024, compute="_compute_avatar_1024")
    avatar_512 = fields.Image("Avatar 512", max_width=512, max_height=512, compute="_compute_avatar_512")
    avatar_256 = fields.Image("Avatar 256", max_width=256, max_height=256, compute="_compute_avatar_256")
    avatar_128 = fields.Image("Avatar 128", max_width=128, max_height=128, compute="_compute_avatar_128")

    def _compute_avatar(self, avatar_field, image_field):
        for record in self:
            avatar = record[image_field]
            if not avatar and record.id and record[record._avatar_name_field]:
                avatar = record._avatar_generate_svg()
            record[avatar_field] = avatar or False

    @api.depends(lambda self: [self._avatar_name_field, "image_1920"])
    def _compute_avatar_1920(self):
        self._compute_avatar("avatar_1920", "image_1920")

    @api.depends(lambda self: [self._avatar_name_field, "image_1024"])
    def _compute_avatar_1024(self):
        self._compute_avatar("avatar_1024", "image_1024")

    @api.depends(lambda self: [self._avatar_name_field, "image_512"])
    def _compute_avatar_512(self):
        self._compute_avatar("avatar_512", "image_512")

    @api.depends(lambda self: [self._avatar_name_field, "image_256"])
    def _compute_avatar_256(self):
        self._compute_avatar("avatar_256", "image_256")

    @api.depends(lambda self: [self._avatar_name_field, "image_128"])
    def _compute_avatar_128(self):
        self._compute_avatar("avatar_128", "image_128")

    def _avatar_generate_svg(self):
        initial = html_escape((self[self._avatar_name_field] or "?")[0].upper())
        seed = f"{self[self._avatar_name_field]}{self.create_date or ''}"
        svg = (
            "<?xml version='1.0' encoding='UTF-8' ?>"
            "<svg height='180' width='180' xmlns='http://www.w3.org/2000/svg'>"
            f"<rect fill='hsl({_hue(seed)}, 45%, 45%)' height='180' width='180'/>"
            "<text fill='#ffffff' font-size='96' text-anchor='middle' x='90' y='125' "
            f"font-family='sans-serif'>{initial}</text></svg>"
        )
        return base64.b64encode(svg.encode())

    def _avatar_get_placeholder_path(self):
        return "base/static/img/avatar_grey.png"

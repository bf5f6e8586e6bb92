from core import models

from ..amount_in_words import amount_in_words


class ResCurrency(models.Model):
    _inherit = "res.currency"

    def amount_to_text(self, amount):
        """Amounts of đồng in Vietnamese documents end in “đồng”."""
        self.ensure_one()
        if self.name == "VND" and (self.env.lang or "").startswith("vi"):
            return amount_in_words(amount)
        return super().amount_to_text(amount)

from core import models


class Nothing(models.Model):
    _inherit = "res.partnr"

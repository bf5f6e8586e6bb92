from core import models


class Broken(models.Model)
    _name = "bad.syntax"

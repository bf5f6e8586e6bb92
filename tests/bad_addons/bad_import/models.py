from core import models

NOTHING = models.no_such_name

from . import fields
from . import models

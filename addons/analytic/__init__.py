from . import models, widgets

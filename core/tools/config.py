"""The configuration, under the module name addons import."""

from core.base.config import Config as configmanager
from core.base.config import config

__all__ = ["config", "configmanager"]

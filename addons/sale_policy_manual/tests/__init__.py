from . import test_manual

from . import test_distribution

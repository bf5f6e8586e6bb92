from . import test_postings

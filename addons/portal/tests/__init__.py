from . import test_pager, test_pages, test_wizard

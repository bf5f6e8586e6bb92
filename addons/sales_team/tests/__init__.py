from . import test_tag, test_team

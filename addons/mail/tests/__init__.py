from . import test_activity
from . import test_followers
from . import test_history_page
from . import test_messages
from . import test_template
from . import test_tracking

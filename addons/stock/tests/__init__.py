from . import test_counts
from . import test_quants
from . import test_reservation
from . import test_returns
from . import test_transfers
from . import test_warehouse
from . import test_documents

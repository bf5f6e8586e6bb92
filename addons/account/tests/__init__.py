from . import (
    common, test_tax_engine, test_payment_schedule, test_matching, test_invoice, test_posting, test_payment,
    test_reconcile, test_tax, test_entry, test_chart, test_fiscal_position, test_multi_currency, test_access, test_report, test_portal, test_analytic)

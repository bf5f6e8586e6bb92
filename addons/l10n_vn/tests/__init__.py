from . import test_amount_in_words, test_chart, test_forms, test_mst, test_vat

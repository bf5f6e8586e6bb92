from . import common, test_pricing, test_pricelist, test_variants, test_product, test_demo

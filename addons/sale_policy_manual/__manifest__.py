{
    "name": "Shipping policy: ship now, invoice by hand",
    "summary": "Deliver on confirmation; the final invoice is created by hand",
    "version": "18.0.1.0.0",
    "category": "Sales/Sales",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["sale_stock"],
    "data": ["workflow/policy.xml"],
}

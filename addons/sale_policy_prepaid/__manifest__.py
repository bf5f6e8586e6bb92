{
    "name": "Shipping policy: payment before delivery",
    "summary": "Invoice on confirmation; deliver when it is paid",
    "version": "18.0.1.0.0",
    "category": "Sales/Sales",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["sale_stock"],
    "data": ["workflow/policy.xml"],
}

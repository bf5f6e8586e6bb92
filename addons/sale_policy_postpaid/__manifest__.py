{
    "name": "Shipping policy: invoice after delivery",
    "summary": "Deliver on confirmation; invoice once everything is delivered",
    "version": "18.0.1.0.0",
    "category": "Sales/Sales",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["sale_stock"],
    "data": ["workflow/policy.xml"],
}

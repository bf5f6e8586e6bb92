{
    "name": "Shipping policy: invoice each picking",
    "summary": "Deliver on confirmation; invoice delivery by delivery",
    "version": "18.0.1.0.0",
    "category": "Sales/Sales",
    "license": "LGPL-3",
    "author": "Sen",
    "depends": ["sale_stock"],
    "data": ["workflow/policy.xml"],
}

{
    "name": "Benchmark Hooks",
    "version": "1.0",
    "summary": "Overrides six hooks of the addon contract, as a customer's addon would",
    "depends": ["sale_stock"],
    "license": "LGPL-3",
}

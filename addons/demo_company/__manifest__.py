{
    "name": "Demonstration company (Vietnam)",
    "summary": "A trading company in Ho Chi Minh City: customers, products, stock, users and orders in every state",
    "description": "Comes with demonstration data, when the company is in Vietnam; `make run` installs it. See docs/implementer/demo-company.md.",
    "version": "18.0.1.0.0",
    "category": "Hidden/Tests",
    "license": "LGPL-3",
    "depends": [
        "contacts", "l10n_vn", "sale_stock", "sale_policy_manual", "sale_policy_picking", "sale_policy_postpaid", "sale_policy_prepaid",
    ],
    "demo": ["demo/demo_company.xml"],
}

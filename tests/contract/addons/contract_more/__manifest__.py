{
    "name": "Contract: more",
    "summary": "Extends what contract_base declares",
    "version": "18.0.1.0.0",
    "license": "LGPL-3",
    "depends": ["contract_base"],
    "data": ["views/thing_views.xml"],
}

{
    "name": "Tours",
    "summary": "Guides through a job, step by step on the pages themselves; addons declare the steps",
    "version": "18.0.1.0.0",
    "category": "Hidden",
    "license": "LGPL-3",
    "depends": ["web"],
    "auto_install": True,
    "data": ["security/ir.model.access.csv", "views/tour_views.xml"],
}

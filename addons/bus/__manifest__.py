{
    "name": "IM Bus",
    "summary": "Notifications for open pages, by channel",
    "version": "18.0.1.0",
    "category": "Hidden",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["base", "web"],
    "data": ["security/ir.model.access.csv"],
}

{
    "name": "Contacts",
    "summary": "The address book as an application of its own",
    "version": "18.0.1.0.0",
    "category": "Productivity/Contacts",
    "author": "Sen",
    "license": "LGPL-3",
    "application": True,
    "depends": ["base", "mail"],
    "data": ["views/contact_views.xml"],
}

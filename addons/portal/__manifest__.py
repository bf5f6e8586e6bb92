{
    "name": "Customer Portal",
    "summary": "Pages on which customers see and accept their own documents",
    "version": "18.0.1.0.0",
    "category": "Hidden",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["web", "mail"],
    "data": [
        "security/ir.model.access.csv",
        "security/portal_security.xml",
        "data/mail_template_data.xml",
        "views/portal_templates.xml",
        "views/portal_forms.xml",
        "wizard/portal_wizard_views.xml",
        "wizard/portal_share_views.xml",
    ],
}

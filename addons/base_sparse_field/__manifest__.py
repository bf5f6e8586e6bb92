{
    "name": "Sparse Fields",
    "summary": "Fields without a column of their own, kept together in a serialized one",
    "version": "18.0.1.0",
    "category": "Hidden",
    "author": "The Sen project",
    "license": "LGPL-3",
    "depends": ["base"],
    "data": ["security/ir.model.access.csv"],
}

"""Schema sync: what the models want (``TableSpec``) against what the database has, as a plan that can be printed.

    plan = schema.plan(cr, specs)      # three catalogue queries, nothing changed
    print(plan)
    plan.apply_structure(cr)           # tables, columns (nullable), lossless type changes, indexes
    …                                  # fill new columns: plan.new_columns
    problems = plan.apply_constraints(cr)

Nothing that holds data is ever dropped: see ``attic`` and ``leftovers``.
"""

from core.db.schema.attic import Leftover, attic, drop_leftover, leftovers, retire_columns
from core.db.schema.names import constraint_name, foreign_key_name, index_name
from core.db.schema.plan import BrokenConstraint, Plan, plan
from core.db.schema.spec import TableSpec

__all__ = [
    "BrokenConstraint", "Leftover", "Plan", "TableSpec", "attic", "constraint_name", "drop_leftover", "foreign_key_name", "index_name",
    "leftovers", "plan", "retire_columns",
]

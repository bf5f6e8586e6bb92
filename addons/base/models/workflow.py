"""What the workflow engine remembers: an insert-only history, and which steps a company does by hand."""
from core import _, api, fields, models, tools, workflow
from core.exceptions import UserError


class WorkflowHistory(models.Model):
    """Who moved which document, when, on what cause. Rows are only ever inserted (a database trigger sees to it)."""

    _name = "workflow.history"
    _description = "Workflow History"
    _order = "id"
    _log_access = False

    model = fields.Char(required=True, readonly=True)
    res_id = fields.Many2oneReference("Document", model_field="model", required=True, readonly=True)
    workflow = fields.Char(required=True, readonly=True)
    kind = fields.Selection(
        [("transition", "Transition"), ("step", "Step"), ("facet", "Status")], required=True, readonly=True)
    name = fields.Char(required=True, readonly=True)
    from_state = fields.Char(readonly=True)
    to_state = fields.Char(readonly=True)
    policy = fields.Char(readonly=True)
    mode = fields.Selection([("auto", "Automatic"), ("manual", "By Hand")], readonly=True)
    created_documents = fields.Char(readonly=True, help="What the step created, as 'model:id,id'.")
    user_id = fields.Many2one("res.users", "User", required=True, readonly=True, ondelete="restrict")
    automatic = fields.Boolean(readonly=True, help="The engine did it, set off by what the user did.")
    cause_id = fields.Integer("Cause", readonly=True, index=True, aggregator=None,
                              help="The entry that set this one off; it may be written after what it caused.")
    date = fields.Datetime(required=True, readonly=True)

    def init(self):
        self.env.cr.execute("CREATE INDEX IF NOT EXISTS workflow_history_document_idx ON workflow_history (res_id, model)")
        self.env.cr.execute(
            "CREATE OR REPLACE FUNCTION workflow_history_is_final() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'The workflow history is insert-only.' USING ERRCODE = 'insufficient_privilege'; END $$")
        self.env.cr.execute(
            "CREATE OR REPLACE TRIGGER workflow_history_is_final BEFORE UPDATE OR DELETE ON workflow_history "
            "FOR EACH ROW EXECUTE FUNCTION workflow_history_is_final()")

    @api.model
    def _append(self, rows):
        """Insert entries whose ids are reserved; all columns of the model may be given."""
        names = [field.name for field in self._column_fields()]
        now = fields.Datetime.now()
        columns = ["id", *names]
        values = [[row["id"], *(row.get(name) or (now if name == "date" else None) for name in names)] for row in rows]
        for row in values:
            automatic = columns.index("automatic")
            row[automatic] = bool(row[automatic])
        placeholders = ", ".join(["(" + ", ".join(["%s"] * len(columns)) + ")"] * len(values))
        quoted = ", ".join(f'"{name}"' for name in columns)
        self.env.cr.run(f"INSERT INTO workflow_history ({quoted}) VALUES {placeholders}",
                        [value for row in values for value in row])

    def write(self, vals):
        raise UserError(_("The workflow history cannot be changed."))

    def unlink(self):
        raise UserError(_("The workflow history cannot be deleted."))


class WorkflowStepMode(models.Model):
    """Switches a policy's step between automatic and by hand, for one company or for all."""

    _name = "workflow.step.mode"
    _clears_caches = ("default",)
    _description = "Workflow Step Setting"
    _order = "policy, step, company_id"
    _sql_constraints = [("one_per_step", "UNIQUE NULLS NOT DISTINCT (company_id, policy, step)",
                         "This step has a setting for this company already.")]

    company_id = fields.Many2one("res.company", "Company", ondelete="cascade", help="Empty: all companies.")
    policy = fields.Char(required=True, help="External id of the policy, e.g. sale_policy_postpaid.policy_postpaid.")
    step = fields.Char(required=True, help="Name of the step, e.g. invoice.")
    mode = fields.Selection([("auto", "Automatic"), ("manual", "By Hand")], required=True)

    @api.model
    @tools.ormcache()
    def _modes(self):
        return {(row.company_id.id or False, row.policy, row.step): row.mode for row in self.sudo().search([])}

    @api.model
    def _mode_of(self, company_id, policy, step):
        """The mode set for the company, else for all, else None."""
        modes = self._modes()
        return modes.get((company_id or False, policy, step)) or modes.get((False, policy, step)) if modes else None

    @api.constrains("policy", "step")
    def _check_step(self):
        for row in self:
            steps = workflow.steps_of_policy(self.env, row.policy)
            if steps is None:
                raise UserError(_("There is no policy %s. Choose one of an installed addon.", row.policy))
            if row.step not in steps:
                raise UserError(_("The policy %(policy)s has no step %(step)s. Its steps are: %(steps)s.", policy=row.policy,
                                  step=row.step, steps=", ".join(steps)))

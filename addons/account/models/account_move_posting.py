from core import _, fields, models


class AccountMove(models.Model):
    """The lifecycle's entry methods and effects (see workflow/account_move.xml)."""

    _inherit = "account.move"

    def action_post(self):
        """Post the entries: number them, fix them, and count them in the ledger."""
        self._post(soft=False)
        return False

    def _post(self, soft=True):
        """Post draft entries and return those posted. ``soft`` leaves entries with a future date for that day."""
        to_post = self
        if soft:
            today = fields.Date.context_today(self)
            future = self.filtered(lambda move: move.date > today and move.auto_post == "no")
            future.write({"auto_post": "at_date"}) if future else None
            to_post = self - future
        if not to_post:
            return to_post
        to_post._prepare_posting()
        to_post.workflow.fire("post")
        return to_post

    def _prepare_posting(self):
        """Sales documents without a date get today's; where that moves due dates or rates, derived lines follow."""
        undated = self.filtered(lambda move: not move.invoice_date and move.is_sale_document(include_receipts=True)
                                and move.state == "draft")
        if undated:
            undated.line_ids.mapped("date")  # read once; the date of the entry is theirs too
            undated.with_context(_skip_invoice_sync=True).write({"invoice_date": fields.Date.context_today(self)})
            undated.filtered(lambda move: move._derived_lines_outdated())._after_lines_changed()

    def _derived_lines_outdated(self):
        """Would another invoice date change what was derived from the product lines?"""
        if self.currency_id != self.company_id.currency_id:
            return True
        plan = self.invoice_payment_term_id.line_ids
        due = sorted(line._get_due_date(self.invoice_date) for line in plan) if plan else [self.invoice_date_due]
        terms = self.line_ids.filtered(lambda line: line.display_type == "payment_term")
        return sorted(terms.mapped("date_maturity")) != due

    def _assign_numbers(self):
        """Effect of posting: gapless numbers per journal and period, in the order of the batch."""
        unnumbered = self.filtered(lambda move: not move.name or move.name == "/")
        numbers = self.env["account.move.number"]._next(
            [(move.journal_id, move.journal_id._number_prefix(move)) for move in unnumbered])
        for move, number in zip(unnumbered, numbers, strict=True):
            move.name = number
        self.env["account.move.number"]._keep_up_with(self - unnumbered)

    def _assign_payment_references(self):
        """Effect of posting: what customers quote when they pay."""
        for move in self:
            if move.is_sale_document(include_receipts=True) and not move.payment_reference:
                reference = move._get_invoice_computed_reference()
                if reference:
                    # No derived line follows from the reference but the labels set here.
                    quiet = move.with_context(_skip_invoice_sync=True)
                    quiet.payment_reference = reference
                    quiet.line_ids.filtered(
                        lambda line: line.display_type == "payment_term" and not line.name).name = reference

    def _get_invoice_computed_reference(self):
        self.ensure_one()
        kind = self.journal_id.invoice_reference_type
        if kind == "none":
            return ""
        return self.partner_id.ref or str(self.partner_id.id) if kind == "partner" else self.name

    def _after_posting(self):
        """Effect of posting: customers and vendors count as such; refunds settle what they reverse."""
        self.posted_before = True
        for move in self:
            partner = move.commercial_partner_id
            if move.is_sale_document() and not partner.customer_rank:
                partner.sudo().customer_rank = 1
            elif move.is_purchase_document() and not partner.supplier_rank:
                partner.sudo().supplier_rank = 1

    def button_draft(self):
        """Back to draft: the entry leaves the ledger, its reconciliations are undone, its number is kept."""
        self.workflow.fire("draft")
        return True

    def button_cancel(self):
        """Cancel the entries; posted ones leave the ledger first."""
        posted = self.filtered(lambda move: move.state == "posted")
        if posted:
            posted.button_draft()
        self.workflow.fire("cancel")
        return True

    def button_request_cancel(self):
        return self.button_cancel()

    def _undo_reconciliation(self):
        """Effect of leaving the ledger."""
        self.line_ids.remove_move_reconcile()

    def _creation_message(self):
        self.ensure_one()
        return _("%s created", self.type_name)

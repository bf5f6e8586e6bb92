"""From need to done: confirm, cancel, do. States change only through the move's workflow."""
from collections import defaultdict

from core import _, api, fields, models, workflow
from core.exceptions import UserError
from core.tools import float_compare

CLOSED = ("done", "cancel")
TRANSITION_TO = {"confirmed": "release", "waiting": "wait", "partially_available": "reserve_partly", "assigned": "reserve"}


class StockMoveLifecycle(models.Model):
    _inherit = "stock.move"

    # -- confirm ----------------------------------------------------------------------------------

    @workflow.operation
    def _action_confirm(self, merge=True, merge_into=False):
        """Confirm drafts: put them into a transfer, procure make-to-order needs, reserve.

        Returns the confirmed moves; merged ones are replaced by those that absorbed them.
        """
        drafts = self.filtered(lambda move: move.state == "draft")
        self._check_company()
        waiting = drafts.filtered(lambda move: move.move_orig_ids or move.procure_method == "make_to_order")
        waiting._fire("wait")
        (drafts - waiting)._fire("confirm")
        drafts._procure_make_to_order()
        drafts._assign_picking()
        moves = self._merge_moves(merge_into=merge_into) if merge else self
        moves.filtered(lambda move: move._should_assign_at_confirm())._action_assign()
        return moves

    def _fire(self, transition):
        if self:
            self.workflow.fire(transition)

    def _procure_make_to_order(self):
        group = self.env["procurement.group"]
        needs = [group.Procurement(
            move.product_id, move.product_uom_qty, move.product_uom, move.location_id, move.rule_id.name or move.name,
            move._prepare_procurement_origin(), move.company_id, move._prepare_procurement_values())
            for move in self if move.procure_method == "make_to_order" and not move.move_orig_ids]
        if needs:
            group.run(needs)

    def _should_assign_at_confirm(self):
        self.ensure_one()
        if self.state not in ("confirmed", "waiting", "partially_available"):
            return False
        if self._should_bypass_reservation() and not self.move_orig_ids:
            return True
        method = self.picking_type_id.reservation_method or "at_confirm"
        if method == "by_date":
            days = self.picking_type_id.reservation_days_before
            return self.date <= fields.Datetime.add(fields.Datetime.now(), days=days)
        return method == "at_confirm"

    # -- the transfer -----------------------------------------------------------------------------

    def _should_be_assigned(self):
        self.ensure_one()
        return bool(not self.picking_id and self.picking_type_id)

    def _key_assign_picking(self):
        """Moves of equal key go into one transfer."""
        self.ensure_one()
        return (self.group_id, self.location_id, self.location_dest_id, self.picking_type_id, self.partner_id)

    def _search_picking_for_assignation_domain(self):
        domain = [
            ("group_id", "=", self.group_id.id),
            ("location_id", "=", self.location_id.id),
            ("location_dest_id", "=", self.location_dest_id.id),
            ("picking_type_id", "=", self.picking_type_id.id),
            ("printed", "=", False),
            ("state", "in", ("draft", "confirmed", "waiting", "assigned")),
        ]
        if self.partner_id and not self.group_id:
            domain.append(("partner_id", "=", self.partner_id.id))
        return domain

    def _search_picking_for_assignation(self):
        self.ensure_one()
        return self.env["stock.picking"].search(self._search_picking_for_assignation_domain(), limit=1)

    def _assign_picking(self):
        """Put the moves into open transfers of the same kind, or into new ones."""
        groups = defaultdict(lambda: self.browse())
        for move in self.filtered(lambda move: move._should_be_assigned()):
            groups[move._key_assign_picking()] |= move
        without_transfer = {}
        for key, moves in groups.items():
            open_picking = moves._open_picking()
            if open_picking:
                moves._join_picking(open_picking)
                moves._assign_picking_post_process(new=False)
            else:
                # Moves of one procurement group share a transfer, whoever gets them.
                place = key[:4] if moves[0].group_id else key
                without_transfer[place] = without_transfer.get(place, self.browse()) | moves
        self._create_pickings(list(without_transfer.values()))
        return True

    @api.model
    def _create_pickings(self, groups):
        """A new transfer for each of these recordsets of moves."""
        if not groups:
            return
        pickings = self.env["stock.picking"].create([moves._get_new_picking_values() for moves in groups])
        for picking, moves in zip(pickings, groups):
            moves.write({"picking_id": picking.id})
            moves._assign_picking_post_process(new=True)

    def _open_picking(self):
        """The open transfer these moves may join; moves that are the first of their group have none."""
        group = self.group_id
        if group and group.stock_move_ids <= self:
            return self.env["stock.picking"]
        return self[0]._search_picking_for_assignation()

    def _join_picking(self, picking):
        values = {}
        if any(picking.partner_id != move.partner_id for move in self):
            values["partner_id"] = False
        origins = [origin for origin in dict.fromkeys(self.mapped("origin")) if origin]
        if origins and not set(origins) <= set((picking.origin or "").split(",")):
            values["origin"] = ",".join(filter(None, [picking.origin, *origins]))
        if values and not picking.group_id:
            picking.write(values)
        self.write({"picking_id": picking.id})

    def _assign_picking_post_process(self, new=False):
        """Hook: the moves were put into their transfer."""

    def _get_new_picking_values(self):
        """Values of the transfer for these moves, which share one key."""
        first = self[0]
        origins = [origin for origin in dict.fromkeys(self.mapped("origin")) if origin]
        return {
            "origin": ",".join(origins[:5]) + ("..." if len(origins) > 5 else "") or False,
            "company_id": first.company_id.id,
            "user_id": False,
            "group_id": first.group_id.id,
            "move_type": first.group_id.move_type or "direct",
            "partner_id": first.partner_id.id if len(self.partner_id) <= 1 else False,
            "picking_type_id": first.picking_type_id.id,
            "location_id": first.location_id.id,
            "location_dest_id": first.location_dest_id.id,
            "scheduled_date": min(self.mapped("date")),
        }

    # -- merging ----------------------------------------------------------------------------------

    @api.model
    def _prepare_merge_moves_distinct_fields(self):
        """Two moves merge only when these fields are equal."""
        return ["product_id", "price_unit", "procure_method", "location_id", "location_dest_id", "location_final_id",
                "product_uom", "restrict_partner_id", "origin_returned_move_id", "propagate_cancel", "description_picking",
                "product_packaging_id", "to_refund"]

    def _merge_key(self):
        return tuple(self[name] for name in self._prepare_merge_moves_distinct_fields())

    def _merge_moves(self, merge_into=False):
        """Add these moves' demand to equal open moves of the same transfer; returns what remains of them."""
        merged_away = self.browse()
        absorbing = self.browse()
        for picking, moves in self.grouped("picking_id").items():
            if not picking:
                continue
            newcomers = moves.filtered(lambda move: move.state not in ("draft", *CLOSED))
            hosts = {}
            for host in (merge_into or picking.move_ids) - newcomers:
                if host.state not in ("draft", *CLOSED) and not host.picked:
                    hosts.setdefault(host._merge_key(), host)
            for move in newcomers:
                host = hosts.get(move._merge_key()) if hosts else None
                if host:
                    host._absorb(move)
                    absorbing |= host
                    merged_away |= move
        if merged_away:
            merged_away._drop_merged()
        return (self - merged_away) | absorbing

    def _absorb(self, other):
        values = {"product_uom_qty": self.product_uom_qty + other.product_uom_qty,
                  "date": min(self.date, other.date) if self.picking_id.move_type == "direct" else max(self.date, other.date)}
        if other.move_orig_ids:
            values["move_orig_ids"] = [(4, move.id) for move in other.move_orig_ids]
        if other.move_dest_ids:
            values["move_dest_ids"] = [(4, move.id) for move in other.move_dest_ids]
        self.write(values)

    def _drop_merged(self):
        self.write({"propagate_cancel": False})
        self._action_cancel()
        self.sudo().unlink()

    # -- cancel -----------------------------------------------------------------------------------

    @workflow.operation
    def _action_cancel(self):
        """Cancel open moves and free what they had reserved. Done moves are refused: return the goods."""
        done = self.filtered(lambda move: move.state == "done" and not move.scrapped)
        if done:
            raise UserError(_("%(reference)s: %(product)s was moved already and cannot be cancelled. Create a return to "
                              "take it back.", reference=done[0].reference, product=done[0].product_id.display_name))
        moves = self.filtered(lambda move: move.state != "cancel")
        moves.move_line_ids.unlink()
        moves._fire("cancel")
        moves._propagate_cancel()
        return True

    def _propagate_cancel(self):
        for move in self:
            followers = move.move_dest_ids.filtered(lambda follower: follower.state not in CLOSED)
            if not followers:
                continue
            if move.propagate_cancel:
                followers.filtered(lambda follower: all(origin.state == "cancel" for origin in follower.move_orig_ids)
                                   )._action_cancel()
            else:
                followers.write({"procure_method": "make_to_stock", "move_orig_ids": [(3, move.id)]})

    # -- done -------------------------------------------------------------------------------------

    @workflow.operation
    def _action_done(self, cancel_backorder=False):
        """Move what was picked; the rest is left open for a backorder, or cancelled.

        Returns the moves that were done.
        """
        self.filtered(lambda move: move.state == "draft")._action_confirm(merge=False)
        moves = self.filtered(lambda move: move.state not in CLOSED)
        self._refuse_when_all_closed(moves)
        moves._drop_unpicked_lines()
        todo = moves.filtered(lambda move: move._has_quantity())
        if cancel_backorder:
            (moves - todo)._action_cancel()
        rest = todo._split_remainders()
        lines = todo.move_line_ids._action_done()
        todo._fire("done")
        todo._write_done(lines)
        if rest and cancel_backorder:
            rest._action_cancel()
        todo._wake_followers()
        todo._trigger_assign()
        return todo

    def _refuse_when_all_closed(self, open_moves):
        if self and not open_moves:
            raise UserError(_("%(reference)s: %(product)s is %(state)s already; nothing is left to move.",
                              reference=self[0].reference, product=self[0].product_id.display_name,
                              state=dict(self._fields["state"]._description_selection(self.env))[self[0].state]))

    def _drop_unpicked_lines(self):
        """In a move where some lines were picked, the unpicked ones did not happen."""
        partly = self.filtered(lambda move: move.picked)
        partly.move_line_ids.filtered(lambda line: not line.picked).unlink()

    def _split_remainders(self):
        """Split off what was asked for and not moved; returns the confirmed moves of the remainders."""
        values = []
        for move in self.filtered(lambda move: not move.is_inventory):
            missing = move.product_uom_qty - move.quantity
            if float_compare(missing, 0.0, precision_rounding=move.product_uom.rounding) > 0:
                values += move._split(missing)
        if not values:
            return self.browse()
        remainders = self.create(values)
        waiting = remainders.filtered(lambda move: move.move_orig_ids)
        waiting._fire("wait")
        (remainders - waiting)._fire("confirm")
        return remainders

    def _split(self, qty, restrict_partner_id=False):
        """Take ``qty`` (in the move's unit) off this move's demand; returns the values of the new move."""
        self.ensure_one()
        if self.state in CLOSED:
            raise UserError(_("%(reference)s: %(product)s is closed and cannot be split.",
                              reference=self.reference, product=self.product_id.display_name))
        if self._quantity_differs(qty, 0.0) <= 0 or self._quantity_differs(qty, self.product_uom_qty) >= 0:
            return []
        values = self.copy_data(self._prepare_move_split_vals(qty))[0]
        if restrict_partner_id:
            values["restrict_partner_id"] = restrict_partner_id
        self.write({"product_uom_qty": self.product_uom_qty - qty})
        return [values]

    def _prepare_move_split_vals(self, qty):
        return {
            "product_uom_qty": qty,
            "procure_method": self.procure_method,
            "move_dest_ids": [(4, move.id) for move in self.move_dest_ids if move.state not in CLOSED],
            "move_orig_ids": [(4, move.id) for move in self.move_orig_ids],
            "origin_returned_move_id": self.origin_returned_move_id.id,
            "price_unit": self.price_unit,
            "date_deadline": self.date_deadline,
            "picking_id": self.picking_id.id,
            "to_refund": self.to_refund,
        }

    def _write_done(self, lines):
        self.write({"date": fields.Datetime.now()})

    def _wake_followers(self):
        followers = self.move_dest_ids.filtered(lambda move: move.state in ("waiting", "confirmed", "partially_available"))
        if followers:
            followers._action_assign()

    # -- the state that reservation gives ----------------------------------------------------------

    def _recompute_state(self):
        """Bring open, confirmed moves into the state their quantity stands for."""
        groups = defaultdict(lambda: self.browse())
        for move in self:
            if move.state in ("draft", *CLOSED):
                continue
            target = move._state_by_quantity()
            if target != move.state:
                groups[target] |= move
        for state, moves in groups.items():
            moves._fire(TRANSITION_TO[state])

    def _state_by_quantity(self):
        if self._quantity_differs(self.quantity, 0.0) <= 0:
            if any(origin.state not in CLOSED for origin in self.move_orig_ids):
                return "waiting"
            return "waiting" if self.procure_method == "make_to_order" and not self.move_orig_ids else "confirmed"
        return "assigned" if self._quantity_differs(self.quantity, self.product_uom_qty) >= 0 else "partially_available"

"""Procurement: turn a need ("5 laptops at the customer") into stock moves by the rules of routes."""
from collections import defaultdict, namedtuple

from core import _, api, fields, models, tools
from core.exceptions import UserError
from core.tools import float_is_zero

PullRule = namedtuple("PullRule", ["id", "location_dest_id", "route_id", "company_id", "warehouse_id"])
"""What choosing a rule looks at, as database ids."""


class ProcurementException(Exception):
    """Needs that no rule can meet: a list of (procurement, message)."""

    def __init__(self, procurement_exceptions):
        super().__init__("\n".join(message for _procurement, message in procurement_exceptions))
        self.procurement_exceptions = procurement_exceptions


class StockRule(models.Model):
    """How a need at one location is met: pull it from another location (or push it on from there)."""

    _name = "stock.rule"
    _clears_caches = ("default",)
    _shared_rows = True
    _description = "Stock Rule"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    group_propagation_option = fields.Selection(
        [("none", "Leave Empty"), ("propagate", "Propagate"), ("fixed", "Fixed")],
        string="Propagation of Procurement Group", default="propagate")
    group_id = fields.Many2one("procurement.group", "Fixed Procurement Group")
    action = fields.Selection([("pull", "Pull From"), ("push", "Push To"), ("pull_push", "Pull & Push")],
                              default="pull", required=True, index=True)
    sequence = fields.Integer(default=20)
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company, index=True)
    location_dest_id = fields.Many2one("stock.location", "Destination Location", required=True, check_company=True, index=True)
    location_src_id = fields.Many2one("stock.location", "Source Location", check_company=True, index=True)
    location_dest_from_rule = fields.Boolean("Destination location origin from rule", default=False)
    route_id = fields.Many2one("stock.route", "Route", required=True, ondelete="cascade", index=True)
    route_sequence = fields.Integer("Route Sequence", related="route_id.sequence", store=True)
    procure_method = fields.Selection(
        [("make_to_stock", "Take From Stock"), ("make_to_order", "Trigger Another Rule"),
         ("mts_else_mto", "Take From Stock, if unavailable, Trigger Another Rule")],
        string="Supply Method", default="make_to_stock", required=True)
    picking_type_id = fields.Many2one("stock.picking.type", "Operation Type", required=True, check_company=True)
    delay = fields.Integer("Lead Time", default=0)
    partner_address_id = fields.Many2one("res.partner", "Partner Address")
    propagate_cancel = fields.Boolean("Cancel Next Move", default=False)
    propagate_carrier = fields.Boolean("Propagation of carrier", default=False)
    warehouse_id = fields.Many2one("stock.warehouse", "Warehouse", check_company=True, index=True)
    auto = fields.Selection([("manual", "Manual Operation"), ("transparent", "Automatic No Step Added")],
                            string="Automatic Move", default="manual", required=True)

    # -- configuration, remembered until it changes ----------------------------------------------

    @api.model
    @tools.ormcache()
    def _pull_rules(self):
        """Every active rule that pulls, best first, as PullRule: they are few and change rarely."""
        rules = self.sudo().search([("action", "in", ("pull", "pull_push"))], order="route_sequence, sequence, id")
        return tuple(PullRule(rule.id, rule.location_dest_id.id, rule.route_id.id, rule.company_id.id, rule.warehouse_id.id)
                     for rule in rules if rule.route_id.active)

    # -- pull -----------------------------------------------------------------------------------

    @api.model
    def _run_pull(self, procurements):
        """Create and confirm the moves of ``[(procurement, rule)]``, all in one batch."""
        values_by_company = defaultdict(list)
        for procurement, rule in procurements:
            if not rule.location_src_id:
                raise UserError(_("Rule %s has no source location; set one before procuring %s.",
                                  rule.display_name, procurement.product_id.display_name))
            values_by_company[procurement.company_id.id].append(rule._get_stock_move_values(*procurement))
        for company_id, values in values_by_company.items():
            # A salesperson causes the delivery without being a storekeeper.
            moves = self.env["stock.move"].sudo().with_company(company_id).create(values)
            moves._action_confirm()
        return True

    def _get_custom_move_fields(self):
        """Names of procurement values copied as they are onto the move (overridden by addons)."""
        return []

    def _get_stock_move_values(self, product_id, product_qty, product_uom, location_dest_id, name, origin, company_id, values):
        """Values of the stock.move that meets one procurement."""
        self.ensure_one()
        date_planned = fields.Datetime.to_datetime(values.get("date_planned") or fields.Datetime.now())
        partner_id = self.partner_address_id.id or values.get("partner_id") or (
            values["group_id"].partner_id.id if values.get("group_id") else False)
        move_values = {
            "name": name[:2000],
            "company_id": (self.company_id or self.location_src_id.company_id or self.location_dest_id.company_id
                           or company_id).id,
            "product_id": product_id.id,
            "product_uom": product_uom.id,
            "product_uom_qty": product_qty,
            "partner_id": partner_id,
            "location_id": self.location_src_id.id,
            "location_dest_id": (self.location_dest_id if self.location_dest_from_rule else location_dest_id).id,
            "location_final_id": location_dest_id.id,
            "move_dest_ids": [(4, move.id) for move in values.get("move_dest_ids") or ()],
            "rule_id": self.id,
            "procure_method": self.procure_method,
            "origin": origin,
            "picking_type_id": self.picking_type_id.id,
            "group_id": self._procurement_group(values).id,
            "route_ids": [(4, route.id) for route in values.get("route_ids") or ()],
            "warehouse_id": self.warehouse_id.id,
            "date": date_planned,
            "date_deadline": values.get("date_deadline") or False,
            "propagate_cancel": self.propagate_cancel,
            "description_picking": values.get("product_description_variants") or product_id._get_description(self.picking_type_id),
            "priority": values.get("priority") or "0",
        }
        for field_name in self._get_custom_move_fields():
            if field_name in values:
                move_values[field_name] = values[field_name]
        return move_values

    def _procurement_group(self, values):
        if self.group_propagation_option == "propagate":
            return values.get("group_id") or self.env["procurement.group"]
        return self.group_id if self.group_propagation_option == "fixed" else self.env["procurement.group"]

    # -- push -----------------------------------------------------------------------------------

    def _run_push(self, move):
        """Send the goods of ``move`` on to this rule's destination; returns the new move."""
        self.ensure_one()
        return move.sudo().copy(self._push_prepare_move_copy_values(move, move.date))

    def _push_prepare_move_copy_values(self, move_to_copy, new_date):
        return {
            "product_uom_qty": move_to_copy.product_uom_qty,
            "origin": move_to_copy.origin or move_to_copy.picking_id.name,
            "location_id": move_to_copy.location_dest_id.id,
            "location_dest_id": self.location_dest_id.id,
            "date": new_date,
            "company_id": self.company_id.id or move_to_copy.company_id.id,
            "picking_id": False,
            "picking_type_id": self.picking_type_id.id,
            "propagate_cancel": self.propagate_cancel,
            "warehouse_id": self.warehouse_id.id,
            "rule_id": self.id,
            "procure_method": "make_to_order",
            "move_orig_ids": [(4, move_to_copy.id)],
        }


class ProcurementGroup(models.Model):
    """Moves that belong together, as those of one sales order."""

    _name = "procurement.group"
    _description = "Procurement Group"
    _order = "id desc"

    Procurement = namedtuple("Procurement", [
        "product_id", "product_qty", "product_uom", "location_id", "name", "origin", "company_id", "values"])

    partner_id = fields.Many2one("res.partner", "Partner")
    name = fields.Char("Reference", required=True,
                       default=lambda self: self.env["ir.sequence"].next_by_code("procurement.group") or "/")
    move_type = fields.Selection([("direct", "Partial"), ("one", "All at once")], string="Delivery Type",
                                 default="direct", required=True)
    stock_move_ids = fields.One2many("stock.move", "group_id", "Related Stock Moves")

    @api.model
    def run(self, procurements, raise_user_error=True):
        """Meet ``procurements`` (a list of Procurement) by the matching rules, one batch per action.

        Raises UserError naming every need without a rule (ProcurementException when
        ``raise_user_error`` is False).
        """
        needed = [self._completed_procurement(procurement) for procurement in procurements
                  if not self._skip_procurement(procurement)]
        rules = self._rules_for(needed)
        missing = [(procurement, self._no_rule_message(procurement))
                   for procurement, rule in zip(needed, rules) if not rule]
        if missing:
            if raise_user_error:
                raise UserError("\n".join(dict.fromkeys(message for _procurement, message in missing)))
            raise ProcurementException(missing)
        by_action = defaultdict(list)
        for procurement, rule in zip(needed, rules):
            by_action["pull" if rule.action == "pull_push" else rule.action].append((procurement, rule))
        for action, pairs in by_action.items():
            getattr(self.env["stock.rule"], f"_run_{action}")(pairs)
        return True

    @api.model
    def _skip_procurement(self, procurement):
        return procurement.product_id.type != "consu" or float_is_zero(
            procurement.product_qty, precision_rounding=procurement.product_uom.rounding)

    @api.model
    def _completed_procurement(self, procurement):
        values = dict(procurement.values)
        values.setdefault("company_id", procurement.company_id or self.env.company)
        values.setdefault("priority", "0")
        values.setdefault("date_planned", fields.Datetime.now())
        return procurement._replace(values=values)

    @api.model
    def _no_rule_message(self, procurement):
        return _("No rule brings %(product)s to %(location)s. Check the routes of the product and of the warehouse.",
                 product=procurement.product_id.display_name, location=procurement.location_id.complete_name)

    # -- choosing the rule ----------------------------------------------------------------------

    @api.model
    def _get_rule(self, product_id, location_id, values):
        """The pull rule that brings ``product_id`` to ``location_id``, or an empty recordset."""
        usable = self._usable_rules(location_id, values)
        for location_dest_id in location_id._ancestors().ids:
            here = [rule for rule in usable if rule.location_dest_id == location_dest_id]
            for routes in self._route_priorities(product_id, location_id, values) if here else ():
                for rule in here:
                    if rule.route_id in routes:
                        # Rules are configuration: who may sell may have the rules applied.
                        return self.env["stock.rule"].sudo().browse(rule.id)
        return self.env["stock.rule"]

    @api.model
    def _rules_for(self, procurements):
        return [self._get_rule(need.product_id, need.location_id, need.values) for need in procurements]

    @api.model
    def _usable_rules(self, location_id, values):
        """Rules of the company and the warehouse of the need."""
        warehouse = values.get("warehouse_id") or location_id.warehouse_id
        company = values.get("company_id")
        return [rule for rule in self.env["stock.rule"]._pull_rules()
                if (not rule.company_id or not company or rule.company_id == company.id)
                and (not rule.warehouse_id or not warehouse or rule.warehouse_id == warehouse.id)]

    @api.model
    def _route_priorities(self, product_id, location_id, values):
        """Sets of route ids, the most specific first: the line's, the product's, the warehouse's."""
        if values.get("route_ids"):
            yield set(values["route_ids"].ids)
        if product_id.product_tmpl_id.id in self.env["stock.route"]._templates_with_routes():
            yield set(product_id.route_ids.ids)
        yield self.env["stock.route"]._category_routes(product_id.categ_id.id)
        warehouse = values.get("warehouse_id") or location_id.warehouse_id
        if warehouse:
            yield self.env["stock.route"]._warehouse_routes(warehouse.id)

    @api.model
    def run_scheduler(self, use_new_cursor=False, company_id=False):
        """Reserve what waits and is due, oldest first."""
        domain = [("state", "in", ("confirmed", "partially_available")), ("product_uom_qty", "!=", 0.0)]
        if company_id:
            domain.append(("company_id", "=", company_id))
        self.env["stock.move"].search(domain, order="priority desc, date asc, id asc")._action_assign()
        return True


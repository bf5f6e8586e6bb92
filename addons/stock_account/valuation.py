"""What goods are worth when they come and go: plain calculations, without records.

A lot of goods that came in together and has not left is ``(key, quantity, value)``.
"""
from collections import namedtuple
from decimal import ROUND_HALF_UP, Decimal

Taken = namedtuple("Taken", ["key", "quantity", "value"])
"""How much of a lot left, and what it was worth."""


def decimal_of(number):
    return Decimal(str(number))


def round_value(value, unit):
    """``value`` in whole ``unit`` (0.01, 1 …), half up."""
    unit = decimal_of(unit)
    return float((decimal_of(value) / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit)


def take_first(lots, quantity, unit):
    """First in, first out: ([Taken, …], quantity that is in no lot).

    A lot that is used up gives all the value it has left, so that nothing remains of it but nothing.

    :param unit: the rounding of the currency
    """
    taken, missing = [], decimal_of(quantity)
    for key, lot_quantity, lot_value in lots:
        if missing <= 0:
            break
        available = decimal_of(lot_quantity)
        used = min(available, missing)
        if used <= 0:
            continue
        value = lot_value if used == available else round_value(decimal_of(lot_value) * used / available, unit)
        taken.append(Taken(key, float(used), value))
        missing -= used
    return taken, float(max(missing, Decimal(0)))


def average_cost(quantity, cost, quantity_in, cost_in):
    """Cost of a unit after ``quantity_in`` came in at ``cost_in``; stock that is not there does not count."""
    before, coming = decimal_of(quantity), decimal_of(quantity_in)
    if before <= 0 or before + coming <= 0:
        return float(cost_in)
    return float((before * decimal_of(cost) + coming * decimal_of(cost_in)) / (before + coming))


def average_of_deliveries(deliveries, invoiced, quantity, fallback_cost):
    """Cost of a unit of the next ``quantity`` units to invoice, when ``invoiced`` units were invoiced before.

    :param deliveries: [(quantity, value)] in the order in which they left; what was not delivered yet costs
        ``fallback_cost`` each
    """
    skip, wanted = decimal_of(invoiced), decimal_of(quantity)
    if wanted <= 0:
        return fallback_cost
    total, missing = Decimal(0), wanted
    for delivered, value in deliveries:
        delivered, value = decimal_of(delivered), decimal_of(value)
        passed = min(skip, delivered)
        skip -= passed
        used = min(delivered - passed, missing)
        if used > 0:
            total += value * used / delivered
            missing -= used
    return float((total + missing * decimal_of(fallback_cost)) / wanted)

"""What a delivery costs: plain calculations over rules, without records."""
from collections import namedtuple
from operator import eq, ge, gt, le, lt

Rule = namedtuple("Rule", ["variable", "operator", "limit", "base_price", "price", "factor"])
"""Applies when ``variable`` ``operator`` ``limit``; costs ``base_price + price × factor's quantity``."""

Goods = namedtuple("Goods", ["weight", "volume", "price", "quantity"])
"""Of what is delivered: kilograms, cubic metres, the amount with taxes, and the number of units."""

OPERATORS = {"==": eq, "<=": le, "<": lt, ">=": ge, ">": gt}


def measure(goods, name):
    """A quantity that rules compare and multiply: ``weight``, ``volume``, ``wv`` (their product), ``price``, ``quantity``."""
    return goods.weight * goods.volume if name == "wv" else getattr(goods, name)


def first_price(rules, goods):
    """The price by the first rule that applies; None when none does."""
    for rule in rules:
        if OPERATORS[rule.operator](measure(goods, rule.variable), rule.limit):
            return rule.base_price + rule.price * measure(goods, rule.factor)
    return None


def with_margin(price, margin, fixed_margin):
    """``price`` and what is added to it: ``margin`` as a fraction (0.1 = 10 %), then ``fixed_margin``. Free stays free."""
    return price * (1.0 + margin) + fixed_margin if price else price

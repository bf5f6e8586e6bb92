"""What happens to the demonstration orders. Plain data: no ORM.

Every policy has every story, so that each list, status and report has something to show; some more paid orders give the
past three months a shape.
"""
import random
from dataclasses import dataclass, field

POLICIES = ("prepaid", "manual", "postpaid", "picking")
#: story → how many days ago such orders were placed; invoices of 30 days fall due in between
STORIES = {
    "quotation": (1, 3),
    "sent": (4, 9),
    "cancelled": (12,),
    "confirmed": (1, 2),
    "partial": (5,),
    "delivered": (6,),
    "invoiced": (8, 47),
    "part_paid": (20, 52),
    "paid": (15, 38, 63),
    "returned": (26,),
}
EXTRA_PAID = 24
_SEED = 20260101


@dataclass
class Story:
    """One order: who buys what, how, when, and how far it goes."""

    kind: str
    policy: str
    days_ago: int
    customer: int
    lines: list = field(default_factory=list)
    """[(product number, packages)]: whole packages of the product's packaging, else pieces."""


def stories(customers, products):
    """All orders, oldest first; the same ones every time.

    :param customers, products: how many there are
    """
    dice = random.Random(_SEED)
    told = [
        Story(kind, policy, days, dice.randrange(customers), _lines(dice, products))
        for policy in POLICIES for kind, ages in STORIES.items() for days in ages]
    told += [
        Story("paid", POLICIES[number % 4], 10 + number * 80 // EXTRA_PAID, dice.randrange(customers), _lines(dice, products))
        for number in range(EXTRA_PAID)]
    return sorted(told, key=lambda story: -story.days_ago)


def _lines(dice, products):
    return [(product, dice.choice((2, 3, 4, 5, 6, 8, 10))) for product in dice.sample(range(products), dice.randint(2, 6))]

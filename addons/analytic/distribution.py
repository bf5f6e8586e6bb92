"""Distributions: ``{"12": 60.0, "13,40": 40.0}`` – per cent by account; a key names one account of each of several plans."""
from decimal import Decimal

from core.tools import allocate


def accounts_of(key):
    """Ids of the accounts a key names."""
    return [int(number) for number in str(key).split(",") if number.strip()]


def shares_by_account(distribution):
    """``{account id: per cent}``; an account named in several keys gets the sum."""
    shares = {}
    for key, percentage in (distribution or {}).items():
        for account_id in accounts_of(key):
            shares[account_id] = shares.get(account_id, 0.0) + percentage
    return shares


def split(amount, shares, digits):
    """Parts of ``amount`` by per cent, with ``digits`` decimals, that add up to the part of all of them together."""
    total = Decimal(str(amount)) * sum((Decimal(str(share)) for share in shares.values()), Decimal(0)) / 100
    parts = allocate(total, list(shares.values()), digits)
    return {key: float(part) for key, part in zip(shares, parts, strict=True)}
